import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Segmented, Space, Tag } from 'antd'
import { useState } from 'react'
import { call } from '../../../platform/web/client.ts'
import {
  CivilDate,
  DataTable,
  EmptyState,
  Minutes,
  Page,
  Section,
  SquadTag,
  type Columns,
} from '../../../platform/web/console-kit/index.ts'
import { listVisits, type VisitRow } from '../contract.ts'
import { visitStateNames } from '../texts.zh.ts'

export const missingNames = { RECORD: '没登记', ANSWER: '没评单', FOLLOW_UPS: '有后续没办结' } as const

const views = [
  { value: 'unsettled', label: '未办结' },
  { value: 'coming', label: '将要上门' },
  { value: 'all', label: '全部' },
] as const

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
    render: (_, it) => (
      <>
        <Tag>{visitStateNames[it.status]}</Tag>
        {it.missing.map((one) => (
          <Tag key={one} color="gold">
            {missingNames[one]}
          </Tag>
        ))}
      </>
    ),
  },
]

/** All visits; by default those that are not settled, and what each still lacks. */
const VisitsPage = () => {
  const navigate = useNavigate()
  const asked = new URLSearchParams(window.location.search)
  const missing = (['RECORD', 'ANSWER', 'FOLLOW_UPS'] as const).find((it) => asked.get('missing') === it)
  const [view, setView] = useState<(typeof views)[number]['value']>(asked.get('status') ? 'coming' : 'unsettled')
  const [page, setPage] = useState({ page: 1, size: 20 })
  const query = {
    limit: page.size,
    offset: (page.page - 1) * page.size,
    ...(view === 'unsettled' ? { unsettled: 'true' as const, missing } : {}),
    ...(view === 'coming'
      ? { status: (asked.get('status') ?? undefined) as VisitRow['status'] | undefined, from: undefined }
      : {}),
    ...(view === 'all' ? { descending: 'true' as const } : {}),
  }
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
              aria-label="看哪些"
              value={view}
              options={[...views]}
              onChange={(it) => {
                setView(it)
                setPage({ ...page, page: 1 })
              }}
            />
          }
          empty={
            <EmptyState
              title={view === 'unsettled' ? '没有未办结的上门活动' : '没有上门活动'}
              hint="排期发布后，这里按天列出。"
            />
          }
        />
      </Section>
    </Page>
  )
}

export default VisitsPage
