import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
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
import { FEWEST_ENTERPRISES } from '../domain/year.ts'
import { gradeText } from '../names.zh.ts'
import { RepairTime } from './repair-time.tsx'
import { SeverityTag } from './tags.tsx'
import './check-ups.css'

type Year = OutputOf<typeof readYear>
type Item = Year['items'][number]
type BySeverity = Year['severities'][number]
type Search = Readonly<Record<string, unknown>>

const FEW = `少于 ${FEWEST_ENTERPRISES} 家，不显示`
const percent = (share: number | null): string => (share === null ? '—' : `${(share * 100).toFixed(1)}%`)
const days = (it: { readonly repaired: number | null }, value: number | null): string =>
  it.repaired ? `${value} 天` : '—'

/** A count that leads to the findings it counts, for those who may see them. */
const count = (value: number | null, search: Search | undefined) => {
  if (value === null) return FEW
  return search && value > 0 ? (
    <Link to={'/check-ups/findings' as never} search={search as never}>
      {value}
    </Link>
  ) : (
    value
  )
}

/** What is told of any group of findings. `searchOf` gives the rows behind it; undefined where they may not be seen. */
const repairColumns = <Row extends BySeverity | Item>(searchOf: (row: Row) => Search | undefined): Columns<Row> => [
  { title: '企业数', key: 'enterprises', align: 'right', render: (_, it) => it.enterprises ?? FEW },
  { title: '发现', key: 'found', align: 'right', render: (_, it) => count(it.found, searchOf(it)) },
  {
    title: '已整改',
    key: 'repaired',
    align: 'right',
    render: (_, it) => {
      const search = searchOf(it)
      return count(it.repaired, search && { ...search, status: 'passed' })
    },
  },
  { title: '整改率', key: 'share', align: 'right', render: (_, it) => percent(it.share) },
  {
    title: '逾期',
    key: 'overdue',
    align: 'right',
    render: (_, it) => {
      const search = searchOf(it)
      return count(it.overdue, search && { ...search, overdue: true })
    },
  },
  { title: '整改天数（中位）', key: 'median', align: 'right', render: (_, it) => days(it, it.medianDays) },
  { title: '最长', key: 'longest', align: 'right', render: (_, it) => days(it, it.longestDays) },
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
  const toFindings = (search: Search) => (it?.mayOpen ? { to: '/check-ups/findings', search: { year, ...search } } : {})
  const searchOf = (search: Search): Search | undefined => (it?.mayOpen ? { year, ...search } : undefined)
  return (
    <Page
      title="体检全年"
      lead="点数字看由哪些体检、哪些问题加出。"
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
      {it?.hidden && (
        <p className="q-lead check-up-few">
          少于 {FEWEST_ENTERPRISES} 家企业的数字，以及能倒推出它们的合计，不显示，以免看出是哪一家。
        </p>
      )}
      <Figures>
        <Figure
          label="体检"
          value={it?.checkUps ?? undefined}
          unit="次"
          definition="当年检查过并已提交结果的体检"
          {...(it?.mayOpen ? { to: '/check-ups', search: { year } } : {})}
        />
        <Figure
          label="发现问题"
          value={it?.all.found ?? undefined}
          unit="项"
          definition="部分符合和不符合的条目"
          {...toFindings({})}
        />
        <Figure
          label="已整改"
          value={it?.all.repaired ?? undefined}
          of={it?.all.found ?? undefined}
          unit="项"
          definition="复查通过的条目"
          {...toFindings({ status: 'passed' })}
        />
        <Figure
          label="逾期未改"
          value={it?.all.overdue ?? undefined}
          unit="项"
          definition="过了期限还没有复查通过、也没有待复查的条目"
          {...toFindings({ overdue: true })}
        />
      </Figures>
      <Section title="等级">
        {it && it.colors.length === 0 && '还没有评等级的企业'}
        <ul className="check-up-colors">
          {it?.colors.map(({ color, count: of }) => (
            <li key={color}>
              {gradeText(color)}{' '}
              {of === null ? (
                FEW
              ) : it.mayOpen ? (
                <Link to={'/check-ups' as never} search={{ year, color } as never}>
                  {of} 次
                </Link>
              ) : (
                `${of} 次`
              )}
            </li>
          ))}
        </ul>
      </Section>
      {it && <RepairTime {...it.all} />}
      <Section title="按轻重" flush>
        <DataTable
          label="按轻重"
          rows={it?.severities}
          rowKey="severity"
          columns={[
            { title: '轻重', key: 'severity', render: (_, one) => <SeverityTag severity={one.severity} /> },
            ...repairColumns<BySeverity>((one) => searchOf({ severity: one.severity })),
          ]}
          loading={read.isPending}
          empty={<EmptyState title={`${year} 年还没有发现问题`} />}
        />
      </Section>
      <Section title="各项问题" flush>
        <DataTable
          label="各项问题"
          rows={it?.items}
          rowKey="itemId"
          columns={[
            { title: '问题', key: 'title', render: (_, one) => `${one.itemId} ${one.title}` },
            { title: '轻重', key: 'severity', render: (_, one) => <SeverityTag severity={one.severity} /> },
            ...repairColumns<Item>((one) => searchOf({ itemId: one.itemId })),
          ]}
          loading={read.isPending}
          error={read.error}
          empty={<EmptyState title={`${year} 年还没有发现问题`} />}
        />
      </Section>
    </Page>
  )
}

export default YearPage
