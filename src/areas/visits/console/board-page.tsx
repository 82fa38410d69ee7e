import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, Segmented, Select, Space, message } from 'antd'
import { useState } from 'react'
import { formatMinute } from '../../../platform/base/civil-date.ts'
import type { Problem } from '../../../platform/base/operation.ts'
import { squadTones } from '../../../platform/web/tokens.ts'
import { dateText } from '../../../platform/web/format.ts'
import { ApiProblem, call } from '../../../platform/web/client.ts'
import {
  CivilDate,
  ConflictDialog,
  EmptyState,
  Figure,
  Figures,
  LongJob,
  MapView,
  Page,
  ProblemAlert,
  SquadTag,
  Section,
  useMe,
  usePart,
  type MapLine,
} from '../../../platform/web/console-kit/index.ts'
import { mayEnter } from '../../../platform/web/me.ts'
import { placeVisit, startPlan, readPlan, type Board, type PlanVisit } from '../contract.ts'
import { BoardTable } from './board-table.tsx'
import { LeftOut } from './left-out.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import type { Place } from './use-judge.ts'
import { BurdenList } from './burden-list.tsx'
import { PlanTag } from './plan-tag.tsx'
import { VisitDrawer, type Placing } from './visit-drawer.tsx'

const labels = { teamId: '小分队', date: '日期', startMinute: '开始时间', pinned: '锁定' }

const placeOf = (it: { longitude: number; latitude: number }) => ({ lng: it.longitude, lat: it.latitude })

/** Routes of one day: base, visits in order of time, base. */
const linesOf = (board: Board, date: string): MapLine[] => {
  const points = new Map(board.enterprises.map((it) => [it.id, it]))
  return board.teams.flatMap((team) => {
    const stops = board.planned.filter((it) => it.teamId === team.id && it.date === date)
    if (stops.length === 0) return []
    const base = placeOf({ longitude: team.baseLongitude, latitude: team.baseLatitude })
    return [
      {
        id: team.id,
        tone: team.squadKind,
        path: [base, ...stops.map((it) => placeOf(points.get(it.enterpriseId)!)), base],
      },
    ]
  })
}

const RouteMap = ({ board }: { readonly board: Board }) => {
  const days = [...new Set(board.planned.map((it) => it.date))]
  const [date, setDate] = useState(days[0] ?? board.from)
  const today = board.planned.filter((it) => it.date === date)
  // Numbered along each team's own route.
  const order = new Map(
    [...Map.groupBy(today, (it) => it.teamId).values()].flatMap((stops) =>
      stops.toSorted((a, b) => a.startMinute - b.startMinute).map((it, at) => [it.enterpriseId, at + 1] as const),
    ),
  )
  return (
    <>
      <div className="v-map-bar">
        <Select
          aria-label="哪一天的路线"
          value={date}
          onChange={setDate}
          options={days.map((it) => ({ value: it, label: dateText(it) }))}
          style={{ width: 170 }}
        />
      </div>
      <MapView
        label={`${date} 各小分队的路线`}
        height={420}
        lines={linesOf(board, date)}
        points={board.enterprises.map((it) => {
          const visit = today.find((one) => one.enterpriseId === it.id)
          return {
            id: it.id,
            label: visit ? `${it.name} ${formatMinute(visit.startMinute)}` : it.name,
            ...placeOf(it),
            tone: visit ? visit.squadKind : ('muted' as const),
            ...(visit ? { text: String(order.get(it.id)) } : {}),
          }
        })}
      />
    </>
  )
}

/** Cut, not rounded: the plan is at least so good. Nothing where what was bounded has changed since. */
const shareOfBound = ({ score, run }: Board): string | undefined =>
  run.bound !== undefined && run.bound > 0 && score > 0 && score <= run.bound
    ? `已达到理论最优的 ${(Math.floor((1000 * score) / run.bound) / 10).toFixed(1)}%`
    : undefined

const BoardPage = () => {
  const id = usePart('id')
  const me = useMe()
  const navigate = useNavigate()
  const [job, setJob] = useState<string>()
  const [running, setRunning] = useState(false)
  const client = useQueryClient()
  const [view, setView] = useState<'board' | 'map' | 'left' | 'burden'>('board')
  const [open, setOpen] = useState<Placing>()
  const [publishing, setPublishing] = useState(false)
  const [error, setError] = useState<unknown>()
  const [conflict, setConflict] = useState<{ problem: Problem; placing: Place & { pinned: boolean } }>()
  const [toast, holder] = message.useMessage()
  const board = useQuery({ queryKey: ['plan', id], queryFn: () => call(readPlan, { params: { id } }) })
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: ['plan', id] })
  if (board.error)
    return (
      <Page title="排期板">
        <ProblemAlert error={board.error} onRetry={() => void board.refetch()} />
      </Page>
    )
  if (!board.data) return <Page title="排期板" />
  const plan = board.data
  const editable = plan.status === 'draft' && mayEnter(me, ['admin', 'staff'])

  const place = async (to: Place & { pinned: boolean }, version: number): Promise<boolean> => {
    setError(undefined)
    const { requestId, ...body } = to
    try {
      const { scoreChange } = await call(placeVisit, { params: { id, requestId }, body, version })
      toast.success(`已保存，得分 ${scoreChange >= 0 ? '+' : ''}${scoreChange}`)
      await refresh()
      return true
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.code === 'STALE')
        setConflict({ problem: problem.problem, placing: to })
      else setError(problem)
      await refresh()
      return false
    }
  }
  const planAgain = async (): Promise<void> => {
    setError(undefined)
    setRunning(true)
    try {
      setJob((await call(startPlan, { body: { month: plan.from.slice(0, 7), basedOn: id } })).operationId)
    } catch (problem) {
      setRunning(false)
      setError(problem)
    }
  }
  const drop = (visit: PlanVisit, to: Place): void => void place({ ...to, pinned: visit.pinned }, visit.version)

  return (
    <Page
      wide
      title={`排期板 ${Number(plan.from.slice(5, 7))} 月`}
      trail={[{ title: '排期', to: '/plan' }]}
      lead={
        <>
          <CivilDate date={plan.from} /> — <CivilDate date={plan.to} /> <PlanTag status={plan.status} />
        </>
      }
      actions={
        editable ? (
          <Space wrap>
            <Button disabled={running} onClick={() => void planAgain()}>
              保留锁定的，再排一次
            </Button>
            <Button type="primary" onClick={() => setPublishing(true)}>
              对照并发布
            </Button>
          </Space>
        ) : undefined
      }
    >
      {job && (
        <LongJob<{ planId?: string }>
          key={job}
          id={job}
          title="正在重新排期"
          onOver={(state) => {
            setRunning(false)
            const planId = state.result?.planId
            if (state.status === 'done' && planId) {
              setJob(undefined)
              void navigate({ to: `/plan/${planId}` })
            }
          }}
        />
      )}
      {holder}
      <Figures>
        <Figure label="排上" value={plan.planned.length} unit="场" />
        <Figure label="没排上" value={plan.left.length} unit="单" />
        <Figure
          label="覆盖企业"
          value={plan.coverage.covered}
          of={plan.coverage.pilots}
          unit="家"
          definition="本期至少有一场的试点企业"
        />
        <Figure label="路上" value={Math.round(plan.parts.travelMinutes / 60)} unit="小时" />
        <Figure
          label="得分"
          value={Math.round(plan.score)}
          definition="点单价值与覆盖价值之和，减去路程与改动的代价"
          note={shareOfBound(plan)}
        />
      </Figures>
      {error !== undefined && <ProblemAlert error={error} />}
      <Space wrap style={{ marginBlock: 12 }}>
        <Segmented
          aria-label="看什么"
          value={view}
          onChange={setView}
          options={[
            { value: 'board', label: '排期表' },
            { value: 'map', label: '路线图' },
            { value: 'left', label: `没排上（${plan.left.length}）` },
            { value: 'burden', label: '打扰' },
          ]}
        />
        {view === 'board' && (
          <span className="v-legend">
            {squadTones.map((it) => (
              <SquadTag key={it} squad={it} />
            ))}
            {plan.planned.some((it) => it.change !== 'new') && <span>金框：与现行排期不同</span>}
            {editable && <span>拖动改派，点开改时间</span>}
          </span>
        )}
      </Space>
      <Section flush>
        {view === 'board' && (
          <BoardTable
            board={plan}
            editable={editable}
            onDrop={drop}
            onOpen={(visit) => setOpen({ ...visit, title: `${visit.enterpriseName} · ${visit.activityName}` })}
          />
        )}
        {view === 'map' && <RouteMap board={plan} />}
        {view === 'left' && (
          <LeftOut
            board={plan}
            onPlace={
              editable
                ? (it) =>
                    setOpen({
                      requestId: it.requestId,
                      title: `${it.enterpriseName} · ${it.activityName}`,
                      teamId: plan.teams[0]?.id ?? '',
                      date: plan.from,
                      startMinute: 720,
                      pinned: true,
                      version: 0,
                    })
                : undefined
            }
          />
        )}
        {view === 'burden' &&
          (plan.enterprises.length === 0 ? (
            <EmptyState title="本期没有企业" />
          ) : (
            <BurdenList enterprises={plan.enterprises} />
          ))}
      </Section>
      {!editable && plan.status !== 'draft' && <Alert type="info" showIcon title="这份排期已定，要改请重新排一份。" />}
      <VisitDrawer
        board={plan}
        placing={open}
        editable={editable}
        onClose={() => setOpen(undefined)}
        onSave={place}
        onRemoved={refresh}
      />
      {publishing && <PublishDialog plan={plan} onClose={() => setPublishing(false)} onDone={refresh} />}
      <ConflictDialog
        problem={conflict?.problem}
        labels={labels}
        format={(field, value) =>
          field === 'teamId'
            ? (plan.teams.find((it) => it.id === value)?.name ?? '没有')
            : field === 'startMinute' && typeof value === 'number'
              ? formatMinute(value)
              : String(value ?? '没有')
        }
        onCancel={() => setConflict(undefined)}
        onResolve={(choices, version) => {
          const { placing, problem } = conflict!
          const theirs = Object.fromEntries(
            (problem.differs ?? []).filter((it) => choices[it.field] === 'theirs').map((it) => [it.field, it.theirs]),
          )
          setConflict(undefined)
          void place({ ...placing, ...theirs }, version ?? 0)
        }}
      />
    </Page>
  )
}

export default BoardPage
