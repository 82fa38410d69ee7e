import { plainReason, scoreOf } from './check.ts'
import { tell, untried } from './explain.ts'
import { indexProblem, viewPlan } from './index-problem.ts'
import type { Problem, Solution, Unserved, Visit } from './model.ts'
import { createTicker, requestsIn, type Clock } from './pace.ts'
import { partsOf } from './parts.ts'
import { searchParts, startIn, type Progress } from './search-parts.ts'
import { tryChanges, type TrialLimits } from './try-changes.ts'

// Time for trials of suggested changes as a share of the search's.
export const TRIAL_SHARE = 1

export type { Progress } from './search-parts.ts'

export interface PlanOptions {
  /** Time to search, seconds; 2 where neither this nor `iterations` is given. */
  readonly seconds?: number
  /** Search steps instead of time: the same on every machine for the same seed. */
  readonly iterations?: number
  readonly seed?: number
  /** Rounds of trials of what is suggested, where the search is limited by `iterations`: without them none is certain. */
  readonly trials?: number
  /** Visits to start from, each kept at first where it fits; `plan` begins with none. */
  readonly start?: readonly Visit[]
  /** Needed where the search is limited by time. */
  readonly clock?: Clock
  readonly onProgress?: (progress: Progress) => void
  /** Asked now and then; true ends the search with the best plan so far. */
  readonly shouldStop?: () => boolean
}

/**
 * Makes a plan. Deterministic for a problem, seed and `iterations`; anytime under `seconds`. A problem whose pinned
 * visits contradict the rules gives a plan that `check` names the broken rules of.
 */
export const plan = (problem: Problem, options: PlanOptions = {}): Solution => {
  const { iterations, seed = 1, shouldStop = () => false, onProgress = () => {} } = options
  const clock = options.clock ?? (() => performance.now())
  const started = clock()
  const seconds = options.seconds ?? 2
  const parts = partsOf(problem)
  const fixed = -problem.weights.change * (problem.published?.length ?? 0)
  const found = searchParts(parts, requestsIn(parts), {
    seconds,
    iterations,
    seed,
    start: options.start,
    clock,
    shouldStop,
    onProgress: (it) => onProgress({ ...it, score: it.score + fixed }),
  })
  const searched = {
    iterations: found.reduce((sum, it) => sum + it.steps, 0),
    score: found.reduce((sum, it) => sum + it.score, fixed),
  }
  const visits = found.flatMap((it) => it.visits)
  const told = tellParts(parts, visits, {
    fresh: options.start === undefined,
    // What the search left of its own time, and as much again.
    seconds: seconds * (1 + TRIAL_SHARE) - (clock() - started) / 1000,
    iterations,
    trials: options.trials,
    clock,
    shouldStop,
    onProgress: (done) => onProgress({ phase: 'trials', done, ...searched }),
  })
  return {
    ...completePlan(problem, visits, told),
    seconds: Math.round(clock() - started) / 1000,
    seed,
    iterations: searched.iterations,
  }
}

export interface Telling {
  /** Whether what is said to be certain is tried; else it is shown as uncertain. */
  readonly fresh: boolean
  /** For the trials, where `iterations` is not given. */
  readonly seconds: number
  readonly iterations?: number
  /** Rounds of trials, where `iterations` is given. */
  readonly trials?: number
  /** Of several that tell of the same parts, this one tells of every `of`-th request left out, from `at` on. */
  readonly lot?: { readonly at: number; readonly of: number }
  readonly clock: Clock
  readonly shouldStop: () => boolean
  /** Share of the trials that is over. */
  readonly onProgress: (done: number) => void
}

/** A reason for each request of these parts that is left out, and what would place it. */
export const tellParts = (parts: readonly Problem[], visits: readonly Visit[], telling: Telling): Unserved[] => {
  const { fresh, seconds, iterations, trials = 0, lot = { at: 0, of: 1 }, clock, shouldStop, onProgress } = telling
  const started = clock()
  const isDue = createTicker(clock)
  const report = (done: number): void => {
    if (isDue()) onProgress(done)
  }
  report(0)
  const all = parts.flatMap((part) => tell(part, startIn(part, visits)!))
  const told = all.filter((_, at) => at % lot.of === lot.at)
  const limits: TrialLimits =
    iterations === undefined
      ? { milliseconds: seconds * 1000 - (clock() - started), mostRounds: Infinity, clock, shouldStop, report }
      : { mostRounds: trials, clock, shouldStop, report }
  return fresh ? tryChanges(parts, visits, told, limits) : told.map(untried)
}

/** The plan of these visits: its score, and a reason for each request left out, those of no part among them. */
export const completePlan = (
  problem: Problem,
  visits: readonly Visit[],
  told: readonly Unserved[],
): Pick<Solution, 'visits' | 'unserved' | 'score' | 'parts'> => {
  const view = viewPlan(indexProblem(problem), visits)
  const toldOf = new Map(told.map((it) => [it.request, it]))
  const unserved = problem.requests
    .filter((it) => !view.ofRequest.has(it.id))
    .map((it): Unserved => toldOf.get(it.id) ?? { request: it.id, reason: plainReason(view, it) ?? 'no-team' })
  return { visits, unserved, ...scoreOf(view) }
}

// Leaves time for reasons and for reading the problem within the 0.3 s that a person does not feel as waiting.
const REPLAN_SECONDS = 0.1

/** Mends the published plan: starts from it, and changes it only where that pays for the weight of changes. */
export const replan = (problem: Problem, options: PlanOptions = {}): Solution =>
  plan(problem, { start: problem.published ?? [], seconds: REPLAN_SECONDS, ...options })
