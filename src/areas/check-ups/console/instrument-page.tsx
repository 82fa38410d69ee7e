import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Descriptions, Select, Spin, Tag } from 'antd'
import { useState } from 'react'
import type { Instrument, InstrumentItem } from '../../../engines/checkup/index.ts'
import { call, urlOf } from '../../../platform/web/client.ts'
import {
  CivilDate,
  DataTable,
  EmptyState,
  Page,
  ProblemAlert,
  Section,
  useMe,
  usePart,
  type Columns,
} from '../../../platform/web/console-kit/index.ts'
import { downloadInstrument, readInstrumentVersion } from '../contract.ts'
import { citation } from '../domain/wording.ts'
import { colorNames } from '../names.zh.ts'
import { InstrumentTag, SeverityTag } from './tags.tsx'
import './check-ups.css'

const trail = [
  { title: '法治体检', to: '/check-ups' },
  { title: '评估表', to: '/check-ups/instruments' },
]

const columns: Columns<InstrumentItem> = [
  { title: '编号', dataIndex: 'id', width: 60 },
  {
    title: '条目',
    key: 'title',
    width: 160,
    render: (_, it) => (
      <>
        <b>{it.title}</b>
        <div className="check-up-soft">{it.group}</div>
      </>
    ),
  },
  {
    title: '轻重',
    key: 'severity',
    width: 72,
    render: (_, it) => (
      <>
        <SeverityTag severity={it.severity} />
        <div className="check-up-soft">{it.weight} 分</div>
      </>
    ),
  },
  { title: '依据', key: 'articles', width: 200, render: (_, it) => citation(it.articles) },
  {
    title: '评分标准',
    key: 'scoring',
    width: 250,
    render: (_, { scoring }) => (
      <ul className="check-up-steps">
        <li>符合：{scoring.full}</li>
        {scoring.partial !== null && <li>部分符合：{scoring.partial}</li>}
        <li>不符合：{scoring.zero}</li>
      </ul>
    ),
  },
  { title: '处方', key: 'action', width: 210, render: (_, it) => it.prescription.action },
  {
    title: '期限',
    key: 'days',
    width: 110,
    render: (_, { prescription: it }) => (
      <>
        <div>
          {it.days} 个{it.unit === 'working' ? '工作日' : '自然日'}
        </div>
        <Tag color={it.basis === 'statutory' ? 'processing' : undefined}>
          {it.basis === 'statutory' ? '法定期限' : '建议期限'}
        </Tag>
      </>
    ),
  },
]

const More = ({ item }: { readonly item: InstrumentItem }) => (
  <Descriptions
    size="small"
    column={1}
    items={[
      { key: 'question', label: '问题', children: item.question },
      { key: 'evidence', label: '看什么', children: item.evidence.join('、') },
      { key: 'liability', label: '法律责任', children: item.liability },
      { key: 'basis', label: '期限依据', children: item.prescription.basisText },
      { key: 'document', label: '逾期的', children: item.prescription.document },
      { key: 'na', label: '不适用', children: item.notApplicableWhen?.text ?? '一律适用' },
    ]}
  />
)

/** One version, item by item: what is asked, by which article, how it is judged and what follows. */
const InstrumentPage = () => {
  const version = usePart('version')
  const { today } = useMe().org
  const [group, setGroup] = useState<string>()
  const read = useQuery({
    queryKey: ['check-ups', 'instruments', version],
    queryFn: () => call(readInstrumentVersion, { params: { version } }),
  })
  const it = read.data
  if (!it)
    return (
      <Page title="评估表" trail={trail}>
        {read.error ? <ProblemAlert error={read.error} /> : <Spin />}
      </Page>
    )
  const instrument = it.instrument as Instrument
  const statutory = instrument.items.filter((one) => one.prescription.basis === 'statutory').length
  return (
    <Page
      title={it.title}
      trail={trail}
      actions={
        <Button icon={<DownloadOutlined />} href={urlOf(downloadInstrument.path, { version })}>
          下载 JSON
        </Button>
      }
    >
      <Section title={`版本 ${version}`}>
        <Descriptions
          size="small"
          column={{ xs: 1, md: 2 }}
          items={[
            { key: 'status', label: '状态', children: <InstrumentTag {...it} /> },
            {
              key: 'from',
              label: '启用日期',
              children: it.offeredFrom ? <CivilDate date={it.offeredFrom} today={today} /> : '随程序提供',
            },
            ...(it.withdrawnOn
              ? [{ key: 'out', label: '撤回日期', children: <CivilDate date={it.withdrawnOn} today={today} /> }]
              : []),
            { key: 'uses', label: '用过', children: `${it.checkUps} 次体检` },
            { key: 'items', label: '条目', children: `${it.items} 条，其中法定期限 ${statutory} 条` },
            {
              key: 'bands',
              label: '等级',
              span: 'filled',
              children: instrument.bands
                .map(
                  (band) =>
                    `${band.grade}（${colorNames[band.color]}）${band.least} 分起${band.mostMajorZeros === null ? '' : `、重大项不符合不超过 ${band.mostMajorZeros} 个`}`,
                )
                .join('；'),
            },
            { key: 'source', label: '来源', span: 'filled', children: instrument.source },
          ]}
        />
        <Alert className="check-up-note" type="info" title={it.statusText} />
      </Section>
      <Section title="条目" flush>
        <DataTable
          label="条目"
          rows={instrument.items.filter((one) => group === undefined || one.group === group)}
          rowKey="id"
          columns={columns}
          expandable={{
            expandedRowRender: (item) => <More item={item} />,
            columnTitle: <span>详情</span>,
            columnWidth: 56,
          }}
          filters={
            <Select
              allowClear
              aria-label="分组"
              placeholder="全部分组"
              className="check-up-group"
              value={group}
              onChange={setGroup}
              options={instrument.groups.map(({ name, weight }) => ({ value: name, label: `${name}（${weight} 分）` }))}
            />
          }
          empty={<EmptyState title="没有条目" />}
        />
      </Section>
    </Page>
  )
}

export default InstrumentPage
