import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Select, Tag } from 'antd'
import { useState } from 'react'
import { daysBetween } from '../../../platform/base/civil-date.ts'
import { call } from '../../../platform/web/client.ts'
import {
  CivilDate,
  DataTable,
  EmptyState,
  Page,
  Section,
  useMe,
  type Columns,
} from '../../../platform/web/console-kit/index.ts'
import { listFindings, type FindingView } from '../contract.ts'
import { findingStates } from '../domain/states.ts'
import { findingStateNames, severityNames } from '../names.zh.ts'
import { FindingTag, SeverityTag } from './tags.tsx'
import './check-ups.css'

const severities = ['red_line', 'major', 'general'] as const
const LATE = 'overdue'

/** Reads the address leniently: what it does not know it leaves out. */
const parseSearch = (raw: Readonly<Record<string, unknown>>) => ({
  year: Number.isInteger(raw['year']) ? Number(raw['year']) : undefined,
  itemId: typeof raw['itemId'] === 'string' ? raw['itemId'] : undefined,
  severity: severities.find((it) => it === raw['severity']),
  status: findingStates.find((it) => it === raw['status']),
  overdue: raw['overdue'] === true ? true : undefined,
})

/** 问题清单: the findings behind a figure of the year, over all enterprises. */
const FindingsPage = () => {
  const { today } = useMe().org
  const navigate = useNavigate()
  const search = parseSearch(useSearch({ strict: false }))
  const [page, setPage] = useState({ page: 1, size: 20 })
  const change = (part: Partial<typeof search>): void => {
    setPage({ ...page, page: 1 })
    void navigate({ to: '.', replace: true, search: { ...search, ...part } } as never)
  }
  const query = {
    ...search,
    year: search.year === undefined ? undefined : String(search.year),
    overdue: search.overdue ? 'true' : undefined,
    limit: page.size,
    offset: (page.page - 1) * page.size,
  }
  const list = useQuery({ queryKey: ['check-ups', 'findings', query], queryFn: () => call(listFindings, { query }) })
  const columns: Columns<FindingView> = [
    {
      title: '企业',
      key: 'enterprise',
      render: (_, it) => <Link to={`/check-ups/${it.checkUpId}` as never}>{it.enterpriseName}</Link>,
    },
    { title: '问题', key: 'title', render: (_, it) => `${it.itemId} ${it.title}` },
    { title: '轻重', key: 'severity', render: (_, it) => <SeverityTag severity={it.severity} /> },
    { title: '检查日期', key: 'found', render: (_, it) => <CivilDate date={it.foundOn} today={today} /> },
    {
      title: '期限',
      key: 'due',
      render: (_, it) => (it.dueOn ? <CivilDate date={it.dueOn} today={today} /> : '未公布'),
    },
    { title: '状态', key: 'status', render: (_, it) => <FindingTag {...it} /> },
    {
      title: '整改用了',
      key: 'days',
      align: 'right',
      render: (_, it) => (it.passedOn ? `${daysBetween(it.foundOn, it.passedOn)} 天` : ''),
    },
  ]
  const lastYear = Number(today.slice(0, 4))
  return (
    <Page
      title="问题清单"
      trail={[
        { title: '法治体检', to: '/check-ups' },
        { title: '体检全年', to: '/check-ups/year' },
      ]}
    >
      <Section flush>
        <DataTable
          label="问题清单"
          rows={list.data?.rows}
          total={list.data?.total}
          rowKey="id"
          columns={columns}
          paging={page}
          onPaging={setPage}
          loading={list.isPending}
          error={list.error}
          filters={
            <>
              <Select
                allowClear
                aria-label="年份"
                placeholder="全部年份"
                className="check-up-filter"
                value={search.year}
                onChange={(year) => change({ year })}
                options={[0, 1, 2].map((back) => ({ value: lastYear - back, label: `${lastYear - back} 年` }))}
              />
              <Select
                allowClear
                aria-label="轻重"
                placeholder="轻重"
                className="check-up-filter"
                value={search.severity}
                onChange={(severity) => change({ severity })}
                options={severities.map((value) => ({ value, label: severityNames[value] }))}
              />
              <Select
                allowClear
                aria-label="状态"
                placeholder="状态"
                className="check-up-filter"
                value={search.overdue ? LATE : search.status}
                onChange={(value: string | undefined) =>
                  change({
                    overdue: value === LATE ? true : undefined,
                    status: findingStates.find((it) => it === value),
                  })
                }
                options={[
                  ...findingStates.map((value) => ({ value: value as string, label: findingStateNames[value] })),
                  { value: LATE, label: '逾期未改' },
                ]}
              />
              {search.itemId !== undefined && (
                <Tag
                  className="check-up-chosen"
                  closable
                  closeIcon={<span aria-label="看各项问题">×</span>}
                  onClose={() => change({ itemId: undefined })}
                >
                  只看 {search.itemId}
                </Tag>
              )}
            </>
          }
          empty={<EmptyState title="没有这样的问题" />}
        />
      </Section>
    </Page>
  )
}

export default FindingsPage
