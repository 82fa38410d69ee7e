import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../platform/base/operation.ts'
import { call } from '../../../platform/web/client.ts'
import {
  DataTable,
  EmptyState,
  Figure,
  Figures,
  Page,
  Section,
  useMe,
  type Columns,
} from '../../../platform/web/console-kit/index.ts'
import { readYear } from '../contract.ts'
import { colorNames } from '../texts.zh.ts'
import { SeverityTag } from './tags.tsx'

type Item = OutputOf<typeof readYear>['items'][number]
const percent = (share: number | null): string => (share === null ? '' : `${(share * 100).toFixed(1)}%`)

const columns: Columns<Item> = [
  { title: '问题', key: 'title', render: (_, it) => `${it.itemId} ${it.title}` },
  { title: '轻重', key: 'severity', render: (_, it) => <SeverityTag severity={it.severity} /> },
  { title: '企业数', dataIndex: 'found', align: 'right' },
  { title: '已整改', dataIndex: 'repaired', align: 'right' },
  { title: '整改率', key: 'share', align: 'right', render: (_, it) => percent(it.share) },
  { title: '逾期', dataIndex: 'overdue', align: 'right' },
  { title: '整改天数（中位）', dataIndex: 'medianDays', align: 'right' },
]

/** The year over all enterprises: what is found most, how much is put right, how fast. */
const YearPage = () => {
  const thisYear = Number(useMe().org.today.slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const read = useQuery({
    queryKey: ['check-ups', 'year', year],
    queryFn: () => call(readYear, { query: { year: String(year) } }),
  })
  const it = read.data
  return (
    <Page
      title="体检全年"
      trail={[{ title: '法治体检', to: '/check-ups' }]}
      actions={
        <Select
          aria-label="年份"
          value={year}
          options={[0, 1, 2].map((back) => ({ value: thisYear - back, label: `${thisYear - back} 年` }))}
          onChange={setYear}
        />
      }
    >
      <Figures>
        <Figure label="体检企业" value={it?.checkUps} unit="家" definition="当年检查过并已提交结果的企业" />
        <Figure label="发现问题" value={it?.all.found} unit="项" definition="部分符合和不符合的条目" />
        <Figure label="已整改" value={it?.all.repaired} of={it?.all.found} unit="项" definition="复查通过的条目" />
        <Figure
          label="逾期未改"
          value={it?.all.overdue}
          unit="项"
          definition="过了期限还没有复查通过、也没有待复查的条目"
        />
      </Figures>
      {it && (
        <Section title="等级">
          {Object.entries(it.byColor)
            .map(([color, count]) => `${colorNames[color as keyof typeof colorNames] ?? color} ${count} 家`)
            .join('　') || '还没有评等级的企业'}
        </Section>
      )}
      <Section title="各项问题" flush>
        <DataTable
          label="各项问题"
          rows={it?.items}
          rowKey="itemId"
          columns={columns}
          loading={read.isPending}
          error={read.error}
          empty={<EmptyState title={`${year} 年还没有发现问题`} />}
        />
      </Section>
    </Page>
  )
}

export default YearPage
