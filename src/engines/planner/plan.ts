import { applyChange } from './apply-change.ts'
import { scoreOf } from './check.ts'
import { explain } from './explain.ts'
import { indexProblem, viewPlan } from './index-problem.ts'
import type { Problem, Solution, Unserved, Visit } from './model.ts'
import { partsOf } from './parts.ts'
import { searchPart, searchParts, startIn, type Progress } from './search-parts.ts'

// Steps and seeds of a trial of what is said to be certain, and the time for all of them as a share of the search's.
const TRIAL_STEPS = 2_000
const TRIAL_SEEDS = [1, 2]
// Where the search is limited by steps and not by time.
const MOST_TRIALS = 8
export const TRIAL_SHARE = 0.5

export type { Progress } from './search-parts.ts'

export interface PlanOptions {
  /** Time to search, seconds; 2 where neither this nor `iterations` is given. */
  readonly seconds?: number
  /** Search steps instead of time: the same on every machine for the same seed. */
  readonly iterations?: number
  readonly seed?: number
  /** Visits to start from, each kept at first where it fits; `plan` begins with none. */
  readonly start?: readonly Visit[]
  /** Milliseconds of any steady clock; needed where the search is limited by time. */
  readonly clock?: () => number
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
  const searchEnd = clock()
  return {
    ...completePlan(
      problem,
      parts,
      found.flatMap((it) => it.visits),
      {
        fresh: options.start === undefined,
        // What the search left of its own time, and half as much again.
        seconds: seconds * (1 + TRIAL_SHARE) - (searchEnd - started) / 1000,
        iterations,
        clock,
        shouldStop,
      },
    ),
    seconds: Math.round(clock() - started) / 1000,
    seed,
    iterations: found.reduce((sum, it) => sum + it.steps, 0),
  }
}

export const requestsIn = (parts: readonly Problem[]): number => parts.reduce((sum, it) => sum + it.requests.length, 0)

export interface Completion {
  /** Whether what is said to be certain is tried; else it is shown as uncertain. */
  readonly fresh: boolean
  /** For the trials, where `iterations` is not given. */
  readonly seconds: number
  readonly iterations?: number
  readonly clock: () => number
  readonly shouldStop: () => boolean
}

/** The plan of these visits: its score, and a reason for each request left out. */
export const completePlan = (
  problem: Problem,
  parts: readonly Problem[],
  visits: readonly Visit[],
  { fresh, seconds, iterations, clock, shouldStop }: Completion,
): Omit<Solution, 'seconds' | 'seed' | 'iterations'> => {
  const started = clock()
  const told = explain(problem, visits)
  const enough = (trials: number): boolean =>
    shouldStop() ||
    (iterations === undefined
      ? (clock() - started) / 1000 > seconds
      : trials > Math.min(MOST_TRIALS, iterations / TRIAL_STEPS))
  return {
    visits,
    unserved: fresh ? confirm(parts, visits, told, enough) : told.map(unsure),
    ...scoreOf(viewPlan(indexProblem(problem), visits)),
  }
}

/**
 * Tries what is said to be certain: the problem changed so, planned again from the plan that stands. What the request
 * has no visit in then, or was not tried for want of time, is not certain.
 */
const confirm = (
  parts: readonly Problem[],
  visits: readonly Visit[],
  told: readonly Unserved[],
  enough: (trials: number) => boolean,
): Unserved[] => {
  const partOf = new Map(parts.flatMap((part) => part.requests.map((it) => [it.id, part] as const)))
  let trials = 0
  return told.map((it) => {
    if (!it.wouldFit?.certain || it.wouldFit.kind === 'nothing') return it
    const part = partOf.get(it.request) ?? (parts.length === 1 ? parts[0]! : undefined)
    if (!part || enough(++trials)) return unsure(it)
    const changed = applyChange(part, it.wouldFit)
    const holds = TRIAL_SEEDS.every((seed) =>
      searchPart(changed, startIn(changed, visits), seed, {
        progress: (iteration) => iteration / TRIAL_STEPS,
        report: () => {},
      }).visits.some((visit) => visit.request === it.request),
    )
    return holds ? it : unsure(it)
  })
}

const unsure = (it: Unserved): Unserved =>
  it.wouldFit?.certain && it.wouldFit.kind !== 'nothing' ? { ...it, wouldFit: { ...it.wouldFit, certain: false } } : it

// Leaves time for reasons and for reading the problem within the 0.3 s that a person does not feel as waiting.
const REPLAN_SECONDS = 0.1

/** Mends the published plan: starts from it, and changes it only where that pays for the weight of changes. */
export const replan = (problem: Problem, options: PlanOptions = {}): Solution =>
  plan(problem, { start: problem.published ?? [], seconds: REPLAN_SECONDS, ...options })
