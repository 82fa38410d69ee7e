import { applyChange } from './apply-change.ts'
import { scoreOf } from './check.ts'
import { compile } from './compile.ts'
import { construct } from './construct.ts'
import { explain } from './explain.ts'
import { indexProblem, viewPlan } from './index-problem.ts'
import type { Problem, Solution, Unserved, Visit } from './model.ts'
import { settle } from './moves/swap.ts'
import { partsOf } from './parts.ts'
import { PlanState } from './plan-state.ts'
import { createRandom } from './random.ts'
import { improve, type Limits } from './search.ts'
import { recogniseAlike } from './alike/alike-problem.ts'
import { searchAlike } from './alike/search-alike.ts'

// Steps and seeds of a trial of what is said to be certain, and the time for all of them as a share of the search's.
const TRIAL_STEPS = 2_000
const TRIAL_SEEDS = [1, 2]
// Where the search is limited by steps and not by time.
const MOST_TRIALS = 8
const TRIAL_SHARE = 0.5

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
  const parts = partsOf(problem)
  const visits: Visit[] = []
  let searched = 0
  let score = -problem.weights.change * (problem.published?.length ?? 0)
  let lastReport = started
  // Time and steps go to the parts by their requests; what one leaves over is the next one's.
  let toDo = parts.reduce((sum, it) => sum + it.requests.length, 0)
  const whole = Math.max(1, toDo)
  for (const part of parts) {
    const share = part.requests.length / Math.max(1, toDo)
    const done = 1 - toDo / whole
    const begun = clock()
    const time = share * (seconds - (begun - started) / 1000)
    const steps = Math.ceil(((iterations ?? 0) * part.requests.length) / whole)
    const found = searchPart(part, startIn(part, options.start), seed, {
      progress: (iteration) => {
        if (shouldStop()) return 1
        if (iterations !== undefined) return iteration / steps
        return time > 0 ? (clock() - begun) / 1000 / time : 1
      },
      report: (iteration, ofPart, progress) => {
        const now = clock()
        if (now - lastReport < 100) return
        lastReport = now
        onProgress({
          done: Math.min(1, done + (progress * part.requests.length) / whole),
          iterations: searched + iteration,
          score: score + ofPart,
        })
      },
    })
    visits.push(...found.visits)
    searched += found.steps
    score += found.score
    toDo -= part.requests.length
  }
  const view = viewPlan(indexProblem(problem), visits)
  const told = explain(problem, visits)
  const enough = (trials: number): boolean =>
    shouldStop() ||
    (iterations === undefined
      ? (clock() - started) / 1000 > seconds * (1 + TRIAL_SHARE)
      : trials > Math.min(MOST_TRIALS, iterations / TRIAL_STEPS))
  return {
    visits,
    unserved: options.start === undefined ? confirm(parts, visits, told, enough) : told.map(unsure),
    ...scoreOf(view),
    seconds: Math.round(clock() - started) / 1000,
    seed,
    iterations: searched,
  }
}

const startIn = (part: Problem, start: readonly Visit[] | undefined): readonly Visit[] | undefined => {
  const own = start && new Set(part.requests.map((it) => it.id))
  return own && start.filter((it) => own.has(it.request))
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

/** Searches one part. @returns its visits, steps made, and its score without the constant cost of published visits. */
const searchPart = (
  part: Problem,
  start: readonly Visit[] | undefined,
  seed: number,
  limits: Limits,
): { visits: Visit[]; steps: number; score: number } => {
  const compiled = compile(part, start)
  const state = new PlanState(compiled)
  const alike = start === undefined ? recogniseAlike(compiled) : undefined
  let steps: number
  if (alike) steps = searchAlike(state, alike, seed, limits)
  else {
    construct(state, start)
    steps = improve(state, createRandom(seed), limits, start !== undefined)
  }
  settle(state)
  return { visits: state.visits(), steps, score: state.score }
}

// Leaves time for reasons and for reading the problem within the 0.3 s that a person does not feel as waiting.
const REPLAN_SECONDS = 0.1

/** Mends the published plan: starts from it, and changes it only where that pays for the weight of changes. */
export const replan = (problem: Problem, options: PlanOptions = {}): Solution =>
  plan(problem, { start: problem.published ?? [], seconds: REPLAN_SECONDS, ...options })
