import { daysBetween, monthOf } from '../../../platform/base/civil-date.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import { has, type Context } from '../../../platform/server/db/scope.ts'
import type { OperationRun } from '../../../platform/server/jobs/long-operations.ts'
import { notify } from '../../../platform/server/notify/notify.ts'
import type { Services } from '../../../platform/server/services.ts'
import { planInWorker } from '../../../engines/planner/in-worker.ts'
import type { Problem } from '../../../engines/planner/index.ts'
import { decide, type VisitAction, type VisitState } from '../domain/states.ts'
import { dateOf, minuteOf } from '../domain/telling.ts'
import { buildProblem, horizonOf, type Horizon } from './build-problem.ts'
import { droppedLate, keepSolution, pinnedOf } from './make-plan.ts'
import * as people from './people-queries.ts'
import * as requests from './request-queries.ts'
import * as queries from './visit-queries.ts'

export type Locked = NonNullable<Awaited<ReturnType<typeof queries.lockVisit>>>

/** Those who work for the team: the office, and the team's own people. */
export const isOfTeam = ({ scope }: Context, teamId: string): boolean =>
  has(scope, 'admin', 'staff') || (has(scope, 'leader', 'member') && scope.teamIds.includes(teamId))

/** Those who speak for the enterprise: the office, and its contact. */
const speaksFor = ({ scope }: Context, enterpriseId: string): boolean =>
  has(scope, 'admin', 'staff') || (has(scope, 'contact') && scope.enterpriseIds.includes(enterpriseId))

/** Locks a visit and decides on an action; NOT_FOUND also where the person may not. */
export const lockFor = async (
  context: Context,
  id: string,
  action: VisitAction,
  may: (visit: Locked) => boolean,
): Promise<Result<{ visit: Locked; next: VisitState }, 'NOT_FOUND' | 'VISIT_STATE'>> => {
  const visit = await queries.lockVisit(context, id)
  if (!visit || !may(visit)) return fail('NOT_FOUND')
  const next = decide(visit.status, action)
  return next.ok ? ok({ visit, next: next.value }) : next
}

export const acceptVisit = async (
  context: Context,
  id: string,
): Promise<Result<{ status: VisitState }, 'NOT_FOUND' | 'VISIT_STATE'>> => {
  const locked = await lockFor(context, id, 'accept', (visit) => isOfTeam(context, visit.teamId))
  if (!locked.ok) return locked
  await queries.setVisitState(context, id, locked.value.next, { accepted_at: context.scope.now })
  return ok({ status: locked.value.next })
}

/** What the long operation `replan` is given. */
export interface ReplanTask {
  readonly horizon: Horizon
  readonly visitId: string
  /** The team that cannot come that day, or null where the enterprise fell out. */
  readonly withoutTeam: Declined | null
}

interface Declined {
  readonly teamId: string
  readonly date: string
  readonly requestId: string
}

type FallOut = Result<{ status: VisitState; operationId: string | null }, 'NOT_FOUND' | 'VISIT_STATE'>

/** A visit that falls out opens its request again and starts a re-plan of the rest of the month, told to staff. */
const fallOut = async (
  context: Context,
  { visit, next }: { visit: Locked; next: VisitState },
  reason: string,
  { operations }: Services,
): Promise<FallOut> => {
  const { scope } = context
  await queries.setVisitState(context, visit.id, next, { reason, cancelled_at: scope.now })
  await requests.moveRequest(context, visit.requestId, ['planned'], next === 'declined' ? 'open' : 'withdrawn')
  const row = await queries.visitRow(context, visit.id)
  await notify(context, {
    kind: next === 'declined' ? 'declined' : 'fell-out',
    title: next === 'declined' ? '有小分队不能接单' : '有上门活动被取消',
    lines: [
      `${dateOf(visit.date)} ${minuteOf(visit.startMinute)}　${row?.enterpriseName ?? ''}　${row?.activityName ?? ''}`,
      `原因：${reason}`,
      '系统正在试排调整方案，确认发布前不会通知其他人。',
    ],
    link: `/console/visits/${visit.id}`,
    onceKey: `${next} ${visit.id} ${visit.version}`,
    personIds: await people.staffPeople(context),
  })
  if (next === 'cancelled')
    await notify(context, {
      kind: 'cancelled',
      title: '这次上门取消了',
      lines: [`${dateOf(visit.date)} ${minuteOf(visit.startMinute)}　${row?.enterpriseName ?? ''}`, `原因：${reason}`],
      link: `/m/visits/${visit.id}`,
      onceKey: `cancelled-people ${visit.id}`,
      robotsOf: row?.squadKind,
      personIds: [
        ...(await people.peopleOfTeams(context, [visit.teamId])),
        ...(await people.contactsOf(context, [visit.enterpriseId])),
      ],
    })
  const horizon = horizonOf(monthOf(visit.date), scope.today)
  if (!horizon) return ok({ status: next, operationId: null })
  const task: ReplanTask = {
    horizon,
    visitId: visit.id,
    withoutTeam: next === 'declined' ? { teamId: visit.teamId, date: visit.date, requestId: visit.requestId } : null,
  }
  return ok({ status: next, operationId: await operations.start(context, 'replan', task) })
}

export const declineVisit = async (
  context: Context,
  id: string,
  reason: string,
  services: Services,
): Promise<FallOut> => {
  const locked = await lockFor(context, id, 'decline', (visit) => isOfTeam(context, visit.teamId))
  return locked.ok ? fallOut(context, locked.value, reason, services) : locked
}

export const cancelVisit = async (
  context: Context,
  id: string,
  reason: string,
  services: Services,
): Promise<FallOut> => {
  const locked = await lockFor(context, id, 'cancel', (visit) => speaksFor(context, visit.enterpriseId))
  return locked.ok ? fallOut(context, locked.value, reason, services) : locked
}

// Far above any visit's worth: what stands is moved only where it cannot stay.
const CHANGE_IN_REPLAN = 1_000

/**
 * The problem without the team on the day it declined. Where it keeps other visits that day, it stays out for those
 * and only the declined request goes to another team, or, where no other gives that kind, to a later day.
 */
const withoutTeamOn = (problem: Problem, { teamId, requestId }: Declined, day: number): Problem => {
  const keepsOthers = problem.published?.some((it) => it.team === teamId && it.day === day)
  if (!keepsOthers)
    return {
      ...problem,
      teams: problem.teams.map((team) =>
        team.id === teamId ? { ...team, shifts: team.shifts.filter((it) => it.day !== day) } : team,
      ),
    }
  return {
    ...problem,
    requests: problem.requests.map((it) => {
      if (it.id !== requestId) return it
      const others = problem.teams
        .filter((team) => team.id !== teamId && team.kinds.includes(it.kind) && (it.teams?.includes(team.id) ?? true))
        .map((team) => team.id)
      return others.length > 0
        ? { ...it, teams: others }
        : { ...it, earliestDay: Math.max(it.earliestDay ?? 0, day + 1) }
    }),
  }
}

/** The long operation: a draft as close to the plan in force as the score allows. Nobody is told before staff publish it. */
export const runReplan = async (run: OperationRun<ReplanTask>): Promise<Result<unknown, string>> => {
  const { horizon, withoutTeam } = run.input
  const pinned = await run.inScope((context) => pinnedOf(context, { horizon }))
  const built = await run.inScope((context) => buildProblem(context, horizon, pinned))
  if (!built.ok) return built
  const own = built.value.problem
  const problem = {
    ...(withoutTeam ? withoutTeamOn(own, withoutTeam, daysBetween(horizon.from, withoutTeam.date)) : own),
    weights: { ...own.weights, change: CHANGE_IN_REPLAN },
  }
  const running = planInWorker(problem, { seconds: 1, seed: 1, start: problem.published }, (it) =>
    run.progress((it.phase === 'search' ? 0 : 0.5) + it.done / 2, '正在试排调整方案'),
  )
  run.onCancel(() => running.cancel())
  const solution = await running.result
  if (run.cancelled()) return ok({ cancelled: true })
  const planId = await run.inScope((context) =>
    keepSolution(
      context,
      built.value,
      solution,
      { seconds: solution.seconds, iterations: solution.iterations, seed: 1, replan: true },
      { pinned },
    ),
  )
  if (await droppedLate(run, planId)) return ok({ cancelled: true })
  return ok({ planId, changes: solution.parts.changes, visits: solution.visits.length })
}
