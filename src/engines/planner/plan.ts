import { scoreOf } from './check.ts'
import { compile } from './compile.ts'
import { construct } from './construct.ts'
import { explain } from './explain.ts'
import { indexProblem, viewPlan } from './index-problem.ts'
import type { Problem, Solution, Visit } from './model.ts'
import { settle } from './moves/swap.ts'
import { PlanState } from './plan-state.ts'
import { createRandom } from './random.ts'
import { improve, type Limits } from './search.ts'
import { recogniseAlike } from './alike/alike-problem.ts'
import { searchAlike } from './alike/search-alike.ts'

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

export interface Progress {
  /** 0 to 1. */
  readonly done: number
  readonly iterations: number
  /** Best score so far. */
  readonly score: number
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
  const compiled = compile(problem, options.start)
  const state = new PlanState(compiled)
  const offset = problem.weights.change * (problem.published?.length ?? 0)
  const alike = options.start === undefined ? recogniseAlike(compiled) : undefined
  let lastReport = started
  const limits: Limits = {
    progress: (iteration) => {
      if (shouldStop()) return 1
      return iterations === undefined ? (clock() - started) / 1000 / seconds : iteration / iterations
    },
    report: (iteration, score, done) => {
      const now = clock()
      if (now - lastReport < 100) return
      lastReport = now
      onProgress({ done: Math.min(1, done), iterations: iteration, score: score - offset })
    },
  }
  const searchAny = (): number => {
    construct(state, options.start)
    return improve(state, createRandom(seed), limits, options.start !== undefined)
  }
  const searched = alike ? searchAlike(state, alike, seed, limits) : searchAny()
  settle(state)
  const visits = state.visits()
  const view = viewPlan(indexProblem(problem), visits)
  return {
    visits,
    unserved: explain(problem, visits),
    ...scoreOf(view),
    seconds: Math.round(clock() - started) / 1000,
    seed,
    iterations: searched,
  }
}

// Leaves time for reasons and for reading the problem within the 0.3 s that a person does not feel as waiting.
const REPLAN_SECONDS = 0.1

/** Mends the published plan: starts from it, and changes it only where that pays for the weight of changes. */
export const replan = (problem: Problem, options: PlanOptions = {}): Solution =>
  plan(problem, { start: problem.published ?? [], seconds: REPLAN_SECONDS, ...options })
