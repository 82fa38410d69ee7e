import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, DatePicker, InputNumber, Space } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { call } from '../../../platform/web/client.ts'
import {
  CivilDate,
  DataTable,
  EmptyState,
  LongJob,
  Page,
  ProblemAlert,
  Section,
  useMe,
  type Columns,
} from '../../../platform/web/console-kit/index.ts'
import type { OutputOf } from '../../../platform/base/operation.ts'
import { listPlans, startPlan } from '../contract.ts'
import { PlanTag } from './plan-tag.tsx'

type Plan = OutputOf<typeof listPlans>[number]

const columns: Columns<Plan> = [
  {
    title: '范围',
    key: 'range',
    render: (_, it) => (
      <>
        <CivilDate date={it.from} /> — <CivilDate date={it.to} />
      </>
    ),
  },
  { title: '状态', key: 'status', render: (_, it) => <PlanTag status={it.status} /> },
  { title: '排上', dataIndex: 'visits', align: 'right' },
  { title: '没排上', dataIndex: 'unserved', align: 'right' },
  { title: '得分', key: 'score', align: 'right', render: (_, it) => Math.round(it.score) },
  { title: '排于', key: 'createdAt', render: (_, it) => dayjs(it.createdAt).format('M月D日 HH:mm') },
]

/** All plans, and the start of a new one with its progress. */
const PlansPage = () => {
  const me = useMe()
  const navigate = useNavigate()
  const client = useQueryClient()
  const today = dayjs(me.org.today)
  const [month, setMonth] = useState(today.add(1, 'month').startOf('month'))
  const [seconds, setSeconds] = useState(5)
  const [job, setJob] = useState<string>()
  const [running, setRunning] = useState(false)
  const [error, setError] = useState<unknown>()
  const plans = useQuery({ queryKey: ['plans'], queryFn: () => call(listPlans) })
  const start = async (): Promise<void> => {
    setError(undefined)
    try {
      setRunning(true)
      setJob((await call(startPlan, { body: { month: month.format('YYYY-MM'), seconds } })).operationId)
    } catch (problem) {
      setRunning(false)
      setError(problem)
    }
  }
  return (
    <Page title="排期" lead="按企业的时间缝隙、打扰上限和小分队出勤，排出整个月谁去哪家、几点去。">
      <Section title="排一个月">
        <Space wrap>
          <DatePicker
            picker="month"
            aria-label="月份"
            allowClear={false}
            value={month}
            onChange={(it) => it && setMonth(it)}
            disabledDate={(it) => it.isBefore(today.startOf('month'))}
          />
          <InputNumber
            aria-label="计算秒数"
            min={1}
            max={120}
            value={seconds}
            onChange={(it) => setSeconds(it ?? 5)}
            suffix="秒"
            style={{ width: 110 }}
          />
          <Button type="primary" disabled={running} onClick={() => void start()}>
            开始排期
          </Button>
        </Space>
        {error !== undefined && <ProblemAlert error={error} />}
        {job && (
          <LongJob<{ planId?: string }>
            key={job}
            id={job}
            title="正在排期"
            onOver={(state) => {
              setRunning(false)
              void client.invalidateQueries({ queryKey: ['plans'] })
              const planId = state.result?.planId
              if (state.status === 'done' && planId) void navigate({ to: `/plan/${planId}` })
            }}
          />
        )}
      </Section>
      <Section flush>
        <DataTable
          label="历次排期"
          rows={plans.data}
          rowKey="id"
          columns={columns}
          loading={plans.isPending}
          error={plans.error}
          onOpen={(it) => void navigate({ to: `/plan/${it.id}` })}
          empty={<EmptyState title="还没有排过" hint="选月份，点「开始排期」。" />}
        />
      </Section>
    </Page>
  )
}

export default PlansPage
