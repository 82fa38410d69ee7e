import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, DatePicker, Space } from 'antd'
import dayjs from 'dayjs'
import type { OutputOf } from '../../../platform/base/operation.ts'
import { call } from '../../../platform/web/client.ts'
import {
  CivilDate,
  DataTable,
  EmptyState,
  Figure,
  Figures,
  Minutes,
  Page,
  ProblemAlert,
  Section,
  SquadTag,
  StateTag,
  useMe,
  type Columns,
} from '../../../platform/web/console-kit/index.ts'
import { mayEnter } from '../../../platform/web/me.ts'
import { CasesDue } from '../../cases/console/index.ts'
import { moveDemoDate } from '../../accounts/contract.ts'
import { readToday } from '../contract.ts'

type Visit = OutputOf<typeof readToday>['out'][number]

const stateNames: Readonly<Record<string, string>> = {
  dispatched: '待接单',
  accepted: '已接单',
  arrived: '已到场',
  delivered: '已登记',
  answered: '已评单',
  settled: '已办结',
}
const dayNames = {
  workday: '工作日',
  weekend: '周末',
  holiday: '法定节假日',
  makeup: '调休上班',
  unknown: '未公布',
} as const

const columns: Columns<Visit> = [
  { title: '时间', key: 'time', render: (_, it) => <Minutes start={it.startMinute} end={it.endMinute} /> },
  {
    title: '企业',
    key: 'enterprise',
    render: (_, it) => (
      <>
        {it.enterpriseName}
        <span style={{ opacity: 0.7 }}>　{it.townshipName}</span>
      </>
    ),
  },
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
  {
    title: '状态',
    key: 'status',
    render: (_, it) => (
      <StateTag tone={it.status === 'dispatched' ? 'warning' : 'success'}>
        {stateNames[it.status] ?? it.status}
      </StateTag>
    ),
  },
]
const dated: Columns<Visit> = [
  { title: '日期', key: 'date', render: (_, it) => <CivilDate date={it.date} /> },
  ...columns,
]

/** Who is out today, what comes next, and what waits for somebody here. */
const TodayPage = () => {
  const me = useMe()
  const navigate = useNavigate()
  const client = useQueryClient()
  const today = useQuery({ queryKey: ['today'], queryFn: () => call(readToday) })
  const open = (it: Visit): void => void navigate({ to: `/visits/${it.id}` })
  const move = async (date: string): Promise<void> => {
    await call(moveDemoDate, { body: { date } })
    await client.invalidateQueries()
  }
  if (today.error)
    return (
      <Page title="今日">
        <ProblemAlert error={today.error} onRetry={() => void today.refetch()} />
      </Page>
    )
  const waiting = today.data?.waiting
  return (
    <Page
      title="今日"
      lead={
        <>
          <CivilDate date={me.org.today} />　{today.data ? dayNames[today.data.day] : ''}
        </>
      }
      actions={
        me.org.demo && mayEnter(me, ['admin', 'staff']) ? (
          <Space>
            拨动演示日期
            <DatePicker
              aria-label="演示日期"
              allowClear={false}
              value={dayjs(me.org.today)}
              onChange={(it) => it && void move(it.format('YYYY-MM-DD'))}
            />
          </Space>
        ) : undefined
      }
    >
      <Figures>
        <Figure label="待安排的点单" value={waiting?.openRequests} unit="单" to="/requests" />
        <Figure
          label="等队伍接单"
          value={waiting?.notAccepted}
          unit="场"
          to="/visits"
          search={{ status: 'dispatched' }}
        />
        <Figure label="过了没登记" value={waiting?.notRecorded} unit="场" to="/visits" search={{ missing: 'RECORD' }} />
        <Figure label="等企业评单" value={waiting?.notAnswered} unit="场" to="/visits" search={{ missing: 'ANSWER' }} />
        <Figure
          label="到期的后续"
          value={waiting?.followUpsDue}
          unit="项"
          to="/visits"
          search={{ missing: 'FOLLOW_UPS' }}
        />
      </Figures>
      {waiting && waiting.draftPlans.length > 0 && (
        <Section title="等您定的排期">
          <Space wrap>
            <Button type="primary" onClick={() => void navigate({ to: `/plan/${waiting.draftPlans[0]!.id}` })}>
              看 {Number(waiting.draftPlans[0]!.from.slice(5, 7))} 月最新的草稿
            </Button>
            {waiting.draftPlans.length > 1 && (
              <Button onClick={() => void navigate({ to: '/plan' })}>全部 {waiting.draftPlans.length} 份草稿</Button>
            )}
          </Space>
        </Section>
      )}
      <CasesDue />
      <Section title="今天在外面" flush>
        <DataTable
          label="今天的上门活动"
          rows={today.data?.out}
          rowKey="id"
          columns={columns}
          loading={today.isPending}
          onOpen={open}
          empty={<EmptyState title="今天没有上门活动" hint="可以到「排期」排下一个月。" />}
        />
      </Section>
      <Section title="接下来" flush>
        <DataTable
          label="接下来的上门活动"
          rows={today.data?.next}
          rowKey="id"
          columns={dated}
          loading={today.isPending}
          onOpen={open}
          empty={<EmptyState title="后面还没有派出的活动" hint="到「排期」排好下个月，发布后就会出现。" />}
        />
      </Section>
    </Page>
  )
}

export default TodayPage
