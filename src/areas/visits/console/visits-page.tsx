import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Segmented, Space } from 'antd'
import { useState } from 'react'
import type { QueryIn } from '../../../platform/base/operation.ts'
import { call } from '../../../platform/web/client.ts'
import {
  CivilDate,
  DataTable,
  EmptyState,
  Minutes,
  Page,
  Section,
  SquadTag,
  useMe,
  type Columns,
} from '../../../platform/web/console-kit/index.ts'
import { listVisits, type VisitRow } from '../contract.ts'
import './board.css'
import { VisitTags } from './state-tags.tsx'

type Query = QueryIn<typeof listVisits>

/** Each view with the rows it asks for; 今日 opens some of them by name. */
const views: Readonly<Record<string, { label: string; query: (today: string) => Query }>> = {
  unsettled: { label: '未办结', query: () => ({ unsettled: 'true' }) },
  RECORD: { label: '没登记', query: () => ({ unsettled: 'true', missing: 'RECORD' }) },
  ANSWER: { label: '没评单', query: () => ({ unsettled: 'true', missing: 'ANSWER' }) },
  FOLLOW_UPS: { label: '后续没办结', query: () => ({ unsettled: 'true', missing: 'FOLLOW_UPS' }) },
  dispatched: { label: '等接单', query: () => ({ status: 'dispatched' }) },
  coming: { label: '将要上门', query: (today) => ({ from: today }) },
  all: { label: '全部', query: () => ({ descending: 'true' }) },
}

const columns: Columns<VisitRow> = [
  { title: '日期', key: 'date', render: (_, it) => <CivilDate date={it.date} /> },
  { title: '时间', key: 'time', render: (_, it) => <Minutes start={it.startMinute} end={it.endMinute} /> },
  { title: '企业', dataIndex: 'enterpriseName' },
  {
    title: '活动',
    key: 'activity',
    render: (_, it) => (
      <Space>
        <SquadTag squad={it.squadKind} />
        {it.activityName}
      </Space>
    ),
  },
  { title: '小分队', dataIndex: 'teamName' },
  { title: '到场', dataIndex: 'heads', align: 'right', render: (heads: number | null) => heads ?? '' },
  {
    title: '状态',
    key: 'status',
    render: (_, it) => <VisitTags visit={it} />,
  },
]

/** All visits; by default those that are not settled, and what each still lacks. */
const VisitsPage = () => {
  const navigate = useNavigate()
  const me = useMe()
  const asked = new URLSearchParams(window.location.search)
  const [view, setView] = useState(asked.get('missing') ?? asked.get('status') ?? 'unsettled')
  const [page, setPage] = useState({ page: 1, size: 20 })
  const shown = views[view] ?? views['unsettled']!
  const query = { ...shown.query(me.org.today), limit: page.size, offset: (page.page - 1) * page.size }
  const list = useQuery({ queryKey: ['visits', view, query], queryFn: () => call(listVisits, { query }) })
  return (
    <Page title="上门活动" lead="送达、企业评单、后续全部办结，才算办结。">
      <Section flush>
        <DataTable
          label="上门活动"
          rows={list.data?.rows}
          total={list.data?.total}
          rowKey="id"
          columns={columns}
          paging={page}
          onPaging={setPage}
          loading={list.isPending}
          error={list.error}
          onOpen={(it) => void navigate({ to: `/visits/${it.id}` })}
          filters={
            <Segmented
              className="v-views"
              aria-label="看哪些"
              value={view}
              options={Object.entries(views).map(([value, { label }]) => ({ value, label }))}
              onChange={(it) => {
                setView(it)
                setPage({ ...page, page: 1 })
              }}
            />
          }
          empty={<EmptyState title={`没有「${shown.label}」的上门活动`} hint="排期发布后，这里按天列出。" />}
        />
      </Section>
    </Page>
  )
}

export default VisitsPage
