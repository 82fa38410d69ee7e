import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Select, Space } from 'antd'
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
import { clerks, readFigures } from '../contract.ts'
import { amountKindNames, pathNames, payerNames, topicNames } from '../names.zh.ts'
import type { CaseSearch } from './case-search.ts'
import { Parts } from './case-parts.tsx'
import { yuan } from './case-tags.tsx'
import './cases.css'

type Amount = OutputOf<typeof readFigures>['amounts'][number]
const HIDDEN = '少于 5 人，不显示'

const columns: Columns<Amount> = [
  { title: '种类', key: 'kind', render: (_, it) => amountKindNames[it.kind] },
  { title: '谁付', key: 'payer', render: (_, it) => payerNames[it.payer] },
  { title: '人数', key: 'people', align: 'right', render: (_, it) => it.people ?? HIDDEN },
  {
    title: '金额（元）',
    key: 'amount',
    align: 'right',
    render: (_, it) => (it.amountFen === null ? HIDDEN : yuan(it.amountFen)),
  },
  {
    title: '已到账（元）',
    key: 'paid',
    align: 'right',
    render: (_, it) => (it.paidFen === null ? HIDDEN : yuan(it.paidFen)),
  },
  {
    title: '由哪些案件加出',
    key: 'cases',
    render: (_, it) => (
      <Space wrap>
        {it.cases.map((one) => (
          <Link key={one.id} to={`/cases/${one.id}` as never}>
            {one.number}（{one.people} 人）
          </Link>
        ))}
      </Space>
    ),
  },
]

/** The year's figures; each count and amount opens to its cases, for those who may see them. */
const FiguresPage = () => {
  const me = useMe()
  const now = Number(me.org.today.slice(0, 4))
  const [year, setYear] = useState(now)
  const read = useQuery({
    queryKey: ['cases', 'figures', year],
    queryFn: () => call(readFigures, { query: { year: String(year) } }),
  })
  const it = read.data
  const mayOpen = me.roles.some((role) => (clerks as readonly string[]).includes(role))
  const opens = (search: CaseSearch) => (mayOpen ? { to: '/cases', search: { year, ...search } } : {})
  return (
    <Page
      title="维权数字"
      lead="案件按收案的年份，金额按约定或裁判的年份。点数字看是哪些案件。"
      actions={
        <Select
          aria-label="年份"
          value={year}
          onChange={setYear}
          style={{ width: 110 }}
          options={Array.from({ length: 5 }, (_, at) => ({ value: now - at, label: `${now - at} 年` }))}
        />
      }
    >
      {it?.hidden && <p className="q-lead">人数少于 5 的数字不显示，以免认出个人。</p>}
      <Figures>
        <Figure
          label={`${year} 年收案`}
          value={it?.cases ?? undefined}
          unit="件"
          definition="当年收到的求助，含不予受理的"
          {...opens({})}
        />
        <Figure
          label="当事人"
          value={it?.people ?? undefined}
          unit="人"
          definition="当年收案里登记的当事人，点开是这些案件，人数相加"
          {...opens({})}
        />
        <Figure
          label="已结案"
          value={it?.closed ?? undefined}
          of={it?.cases ?? undefined}
          unit="件"
          definition="当年收到、现在已结案的"
          {...opens({ status: 'closed' })}
        />
        <Figure
          label="3 人以上讨薪"
          value={it?.groupWage ?? undefined}
          unit="件"
          definition="事由是拖欠工资，被欠薪或来求助的在 3 人以上（内部阈值）"
          {...opens({ groupWage: true })}
        />
        <Figure
          label="挽回金额"
          value={typeof it?.recoveredFen === 'number' ? Math.floor(it.recoveredFen / 100) : undefined}
          unit="元"
          definition="当年约定或裁判的金额，不含角分"
        />
      </Figures>
      <div className="k-parts">
        <Parts
          title="收案按事由"
          hidden={it?.topics === null}
          parts={it?.topics?.map((one) => ({
            key: one.topic,
            name: topicNames[one.topic]!,
            cases: one.cases,
            ...opens({ topic: one.topic }),
          }))}
        />
        <Parts
          title="收案按办理路径"
          hidden={it?.paths === null}
          parts={it?.paths?.map((one) => ({
            key: one.path ?? 'none',
            name: one.path ? pathNames[one.path]! : '还没有定',
            cases: one.cases,
            ...opens({ path: one.path ?? 'none' }),
          }))}
        />
      </div>
      <Section title="挽回金额按种类" flush>
        <DataTable
          label="挽回金额按种类"
          rows={it?.amounts.map((one) => ({ ...one, key: `${one.kind} ${one.payer}` }))}
          rowKey="key"
          columns={columns as Columns<Amount & { key: string }>}
          loading={read.isPending}
          error={read.error}
          empty={<EmptyState title="这一年还没有登记金额" />}
        />
      </Section>
    </Page>
  )
}

export default FiguresPage
