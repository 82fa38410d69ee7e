import { Alert, Table } from 'antd'
import { DataTable, EmptyState, Section, type Columns } from '../../../platform/web/console-kit/index.ts'
import type { CheckUp, GroupTrace, ItemTrace } from '../../../engines/checkup/index.ts'
import { outcomeNames, selfCheckNames } from '../names.zh.ts'
import { Grade, SeverityTag } from './tags.tsx'

const groupColumns: Columns<GroupTrace> = [
  { title: '分组', dataIndex: 'name' },
  { title: '分值', dataIndex: 'weight', align: 'right' },
  { title: '计入分母', dataIndex: 'inDenominator', align: 'right' },
  { title: '得到', dataIndex: 'earned', align: 'right' },
  { title: '组得分', dataIndex: 'score', align: 'right', render: (it: number | null) => it?.toFixed(2) ?? '不计' },
]

const itemColumns: Columns<ItemTrace> = [
  { title: '项', key: 'item', render: (_, it) => `${it.id} ${it.title}` },
  { title: '轻重', key: 'severity', render: (_, it) => <SeverityTag severity={it.severity} /> },
  { title: '结果', key: 'outcome', render: (_, it) => outcomeNames[it.outcome] },
  { title: '分值', dataIndex: 'weight', align: 'right' },
  { title: '得到', dataIndex: 'earned', align: 'right' },
  { title: '怎么算的', dataIndex: 'why' },
]

/** Score and grade with every step, so that each can be argued. */
export const ResultSection = ({ result }: { readonly result: CheckUp }) => (
  <>
    <Section title="得分与等级">
      <p>
        <Grade {...result} />
      </p>
      <ol>
        {result.gradeSteps.map((it) => (
          <li key={JSON.stringify(it)}>{it.text}</li>
        ))}
      </ol>
      {result.redLines.map((it) => (
        <Alert
          key={it.itemId}
          type="error"
          showIcon
          title={`红线：${it.itemId} ${it.title}`}
          description={`${it.what}。${it.reportWithinHours} 小时内报 ${it.reportTo.join('、')}。`}
        />
      ))}
      {result.warnings.map((it) => (
        <Alert key={it.code} type="warning" showIcon title={it.text} description={it.items.join('、')} />
      ))}
      <p>{result.statement}</p>
    </Section>
    <Section title="各组" flush>
      <Table<GroupTrace>
        size="small"
        rowKey="name"
        columns={groupColumns}
        dataSource={[...result.groups]}
        pagination={false}
      />
    </Section>
    {result.differences.length > 0 && (
      <Section title="与企业自查不同的项">
        <ul>
          {result.differences.map((it) => (
            <li key={it.itemId}>
              {it.itemId} {it.title}：企业说「{selfCheckNames[it.selfCheck]}」，检查是「{outcomeNames[it.outcome]}」
            </li>
          ))}
        </ul>
      </Section>
    )}
    <Section title="逐项" flush>
      <DataTable
        label="逐项得分"
        rows={[...result.items]}
        rowKey="id"
        columns={itemColumns}
        loading={false}
        empty={<EmptyState title="没有条目" />}
      />
    </Section>
  </>
)
