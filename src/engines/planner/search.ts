import { Recreate } from './moves/recreate.ts'
import { createNeighbours, makeRoom, takeAny, takeStrings } from './moves/ruin.ts'
import { Workspace } from './moves/workspace.ts'
import type { PlanState } from './plan-state.ts'
import type { Random } from './random.ts'

export interface Limits {
  /** Ends after this share of the search is done: 0 at the start, 1 at the end. */
  readonly progress: (iteration: number) => number
  readonly report: (iteration: number, score: number, progress: number) => void
}

// Asking the clock and the caller costs more than a step of a small problem.
const ASK_EVERY = 32
// Temperatures at the start and the end, as shares of a request's mean value. Found by trial.
const HOT = 0.7
// From a plan that stands: warm enough to mend it, too cold to scatter it.
const WARM = 0.08
const COLD = 0.004
// Routes with more stops than this lose longer strings.
const LONG_ROUTE = 12

/**
 * Ruin and recreate under simulated annealing from a feasible state; leaves the best plan found in `state`.
 * Repeatable for a given random and progress.
 * @returns steps made.
 */
export const improve = (state: PlanState, random: Random, limits: Limits, fromPlan = false): number => {
  const { c } = state
  if (c.requests === 0 || c.routes === 0) return 0
  const space = new Workspace(state, random)
  const recreate = new Recreate(c)
  const long = c.stride > LONG_ROUTE
  const strings = takeStrings(createNeighbours(c), long ? 10 : 6, long ? 7 : 3)
  const best = new BestPlan(state)

  const meanValue = c.value.reduce((a, b) => a + b, 0) / c.requests
  const hot = meanValue * (fromPlan ? WARM : HOT)
  const cooling = (COLD * meanValue) / hot
  let temperature = hot
  let iteration = 0
  for (; ; iteration++) {
    if (iteration % ASK_EVERY === 0) {
      const progress = limits.progress(iteration)
      limits.report(iteration, best.score, progress)
      if (progress >= 1) break
      temperature = hot * cooling ** progress
    }
    const before = state.guide
    space.begin()
    const dice = random.next()
    if (dice < 0.6) strings(space)
    else if (dice < 0.9) makeRoom(space)
    else takeAny(space)
    if (space.touchedCount === 0 && space.firstCount === 0) continue
    if (!state.sound) {
      space.undo()
      continue
    }
    recreate.run(space)
    if (state.guide >= before + temperature * Math.log(random.next() + 1e-300)) best.accept(space)
    else space.undo()
  }
  best.restore()
  return iteration
}

/** The best plan so far, kept up to date by copying only the routes that changed since. */
class BestPlan {
  private readonly state: PlanState
  private readonly stop: Int32Array
  private readonly option: Int32Array
  private readonly length: Int32Array
  private readonly isChanged: Uint8Array
  private readonly changed: Int32Array
  private changedCount = 0
  private worth: number
  private travel: number
  private guide: number
  score: number

  constructor(state: PlanState) {
    this.state = state
    this.stop = state.stop.slice()
    this.option = state.stopOption.slice()
    this.length = state.length.slice()
    this.isChanged = new Uint8Array(state.c.routes)
    this.changed = new Int32Array(state.c.routes)
    this.worth = state.worth
    this.travel = state.travel
    this.guide = state.guide
    this.score = state.score
  }

  /** Takes note of an accepted step and keeps the plan where it is the best. */
  accept(space: Workspace): void {
    const { state } = this
    for (let at = 0; at < space.touchedCount; at++) {
      const route = space.touched[at]!
      if (this.isChanged[route]) continue
      this.isChanged[route] = 1
      this.changed[this.changedCount++] = route
    }
    const { score } = state
    if (score < this.score + 1e-9 && (score < this.score - 1e-9 || state.guide <= this.guide + 1e-9)) return
    this.score = score
    this.guide = state.guide
    this.worth = state.worth
    this.travel = state.travel
    for (let at = 0; at < this.changedCount; at++) {
      const route = this.changed[at]!
      const first = route * state.c.stride
      const length = state.length[route]!
      this.length[route] = length
      for (let it = first; it < first + length; it++) {
        this.stop[it] = state.stop[it]!
        this.option[it] = state.stopOption[it]!
      }
      this.isChanged[route] = 0
    }
    this.changedCount = 0
  }

  /** Puts the best plan into the state. */
  restore(): void {
    const { state } = this
    for (let at = 0; at < this.changedCount; at++) state.restoreRoute(this.changed[at]!, this.stop, this.option, 0)
    for (let at = 0; at < this.changedCount; at++) {
      const route = this.changed[at]!
      state.restoreRoute(route, this.stop, this.option, this.length[route]!)
    }
    this.changedCount = 0
    state.worth = this.worth
    state.travel = this.travel
  }
}
