import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { call } from '../../../platform/web/client.ts'
import { DataTable, EmptyState, Section, useMe, type Columns } from '../../../platform/web/console-kit/index.ts'
import { mayEnter } from '../../../platform/web/me.ts'
import { clerks, listCases, type CaseRow } from '../contract.ts'
import { topicNames } from '../names.zh.ts'
import { DueText, Urgencies } from './case-tags.tsx'

/** Days ahead that the day's page looks. */
export const DUE_DAYS = 7

/** 法律援助快到的期限: what ends within a week or has passed, for those who run cases; nothing for others. */
export const CasesDue = () => {
  const me = useMe()
  const navigate = useNavigate()
  const may = mayEnter(me, clerks)
  const due = useQuery({
    queryKey: ['cases', 'due'],
    queryFn: () => call(listCases, { query: { dueWithin: DUE_DAYS, limit: 20 } }),
    enabled: may,
  })
  if (!may || due.data?.total === 0) return null
  const columns: Columns<CaseRow> = [
    { title: '案号', dataIndex: 'number' },
    { title: '事由', key: 'topic', render: (_, it) => topicNames[it.topic] },
    { title: '期限', key: 'due', render: (_, it) => <DueText it={it} today={me.org.today} /> },
    { title: '急', key: 'urgent', render: (_, it) => <Urgencies names={it.urgencies} /> },
    { title: '律师', key: 'lawyers', render: (_, it) => it.lawyers.join('、') },
  ]
  return (
    <Section title="法律援助快到的期限" flush>
      <DataTable
        label="法律援助快到的期限"
        rows={due.data?.rows}
        rowKey="id"
        columns={columns}
        loading={due.isPending}
        error={due.error}
        onOpen={(it) => void navigate({ to: `/cases/${it.id}` } as never)}
        empty={<EmptyState title="没有快到的期限" />}
      />
    </Section>
  )
}
