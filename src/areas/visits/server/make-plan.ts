import { addDays } from '../../../platform/base/civil-date.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { BodyOf } from '../../../platform/base/operation.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import type { OperationRun } from '../../../platform/server/jobs/long-operations.ts'
import type { Services } from '../../../platform/server/services.ts'
import { check, type Solution } from '../../../engines/planner/index.ts'
import { planInWorker } from '../../../engines/planner/in-worker.ts'
import type * as contract from '../contract.ts'
import { buildProblem, horizonOf, type BuiltProblem, type Horizon } from './build-problem.ts'
import * as queries from './plan-queries.ts'
import { pinnedInForce } from './problem-queries.ts'

/** What the long operation `plan` is given. */
export interface PlanTask {
  readonly horizon: Horizon
  readonly seconds: number
  /** Steps in place of `seconds`. */
  readonly iterations?: number
  readonly seed: number
  readonly basedOn?: string
}

export const startPlan = async (
  context: Context,
  body: BodyOf<typeof contract.startPlan>,
  { operations }: Services,
): Promise<Result<{ operationId: string }, 'MONTH_PAST' | 'YEAR_NOT_ANNOUNCED' | 'NOTHING_TO_PLAN' | 'NOT_FOUND'>> => {
  const horizon = horizonOf(body.month, context.scope.today)
  if (!horizon) return fail('MONTH_PAST')
  if (body.basedOn && !(await queries.planSummary(context, body.basedOn))) return fail('NOT_FOUND')
  const built = await buildProblem(context, horizon)
  if (!built.ok) return built
  if (built.value.problem.requests.length === 0) return fail('NOTHING_TO_PLAN')
  const { seconds, iterations, seed, basedOn } = body
  const task: PlanTask = { horizon, seconds, iterations, seed, basedOn }
  return ok({ operationId: await operations.start(context, 'plan', task) })
}

/** Pinned visits of the draft it is based on that still lie in the horizon; without one, those of the plan in force. */
export const pinnedOf = async (
  context: Context,
  task: Pick<PlanTask, 'horizon' | 'basedOn'>,
): Promise<queries.PlacedVisit[]> =>
  task.basedOn
    ? (await queries.planVisits(context, task.basedOn)).filter(
        (it) => it.pinned && it.date >= task.horizon.from && it.date <= task.horizon.to,
      )
    : pinnedInForce(context, task.horizon)

/** Keeps a solution as a draft, with the score by the county's own weights. */
export const keepSolution = (
  context: Context,
  built: BuiltProblem,
  solution: Solution,
  run: object,
  options: { basedOn?: string; pinned: readonly queries.PlacedVisit[] },
): Promise<string> => {
  const minutes = new Map(built.problem.requests.map((it) => [it.id, it.minutes]))
  const pinned = new Set(options.pinned.map((it) => it.requestId))
  const { score, parts } = check(built.problem, { visits: solution.visits })
  return queries.insertPlan(context, {
    ...built.horizon,
    basedOn: options.basedOn,
    score,
    parts,
    run,
    visits: solution.visits.map((it) => ({
      requestId: it.request,
      teamId: it.team,
      date: addDays(built.horizon.from, it.day),
      startMinute: it.start,
      endMinute: it.start + minutes.get(it.request)!,
      pinned: pinned.has(it.request),
    })),
    unserved: solution.unserved.filter((it) => !built.absent.has(it.request)),
  })
}

/** Takes the draft away again where someone cancelled while it was being written: a cancelled run leaves nothing. */
export const droppedLate = async (
  run: Pick<OperationRun, 'cancelled' | 'inScope'>,
  planId: string,
): Promise<boolean> => {
  if (!run.cancelled()) return false
  await run.inScope((context) => queries.deleteDraft(context, planId))
  return true
}

// The demo month's bound stands still after two; a larger county's is a little higher than it could be.
const BOUND_SECONDS = 2
// Of suggested changes, where steps limit the search; with seconds they last as long as the search.
const TRIAL_ROUNDS = 12

/** The long operation: builds the problem, searches in a thread of its own, keeps the best as a draft. */
export const runPlan = async (run: OperationRun<PlanTask>): Promise<Result<unknown, string>> => {
  const task = run.input
  run.progress(0.02, '正在整理时间缝隙、出勤和点单')
  const pinned = await run.inScope((context) => pinnedOf(context, task))
  const built = await run.inScope((context) => buildProblem(context, task.horizon, pinned))
  if (!built.ok) return built
  const { problem } = built.value
  const running = planInWorker(
    problem,
    {
      seconds: task.seconds,
      iterations: task.iterations,
      trials: TRIAL_ROUNDS,
      seed: task.seed,
      boundSeconds: BOUND_SECONDS,
    },
    (it) =>
      it.phase === 'search'
        ? run.progress(0.05 + 0.45 * it.done, `已试 ${it.iterations} 种排法，目前得分 ${Math.round(it.score)}`)
        : run.progress(0.5 + 0.45 * it.done, '正在逐条试没排上的点单改哪里就能排上'),
  )
  run.onCancel(() => running.cancel())
  const solution = await running.result
  if (run.cancelled()) return ok({ cancelled: true })
  run.progress(0.98, '正在写明没排上的原因')
  const { seconds, iterations, seed, bound } = solution
  const planId = await run.inScope((context) =>
    keepSolution(
      context,
      built.value,
      solution,
      { seconds, iterations, seed, bound },
      { basedOn: task.basedOn, pinned },
    ),
  )
  if (await droppedLate(run, planId)) return ok({ cancelled: true })
  return ok({ planId, visits: solution.visits.length, unserved: solution.unserved.length - built.value.absent.size })
}
