import { createNeighbours, makeRoom, takeAny, takeStrings, type Demolition } from './moves/ruin.ts'
import { recreate } from './moves/recreate.ts'
import type { PlanState } from './plan-state.ts'
import type { Random } from './random.ts'

export interface Limits {
  /** Ends after this share of the search is done: 0 at the start, 1 at the end. */
  readonly progress: (iteration: number) => number
  readonly report: (iteration: number, score: number, progress: number) => void
}

// Asking the clock and the caller costs more than an iteration of a small problem.
const ASK_EVERY = 32

/** Visits that must stand, then the rest by value for time; the start of every search. */
export const construct = (state: PlanState): void => {
  const { c } = state
  const order = Array.from({ length: c.requests }, (_, at) => at)
  // Chains come in order: what others come after goes first among the fixed ones.
  const depth = (request: number): number => {
    let steps = 0
    for (let at = c.after[request]!; at >= 0 && steps < c.requests; at = c.after[at]!) steps++
    return steps
  }
  const fixed = order.filter((it) => c.fixed[it]).toSorted((a, b) => depth(a) - depth(b) || a - b)
  const place = (request: number, least: number): void => {
    if (state.routeOf[request]! >= 0) return
    state.findBest(request)
    if (state.foundOption >= 0 && state.foundGain > least) state.insertFound(request)
  }
  for (const request of fixed) place(request, -Infinity)
  // What the published plan has goes to where it stands before anything new.
  const kept = (request: number): number => {
    let best = 0
    for (let at = c.optionStart[request]!; at < c.optionStart[request + 1]!; at++)
      best = Math.max(best, c.optionBonus[at]!)
    return best
  }
  const worth = order.map((it) => c.value[it]! / (15 + c.duration[it]!))
  const keeps = order.map(kept)
  order.sort((a, b) => keeps[b]! - keeps[a]! || depth(a) - depth(b) || worth[b]! - worth[a]! || a - b)
  for (const request of order) place(request, 1e-9)
}

/**
 * Ruin and recreate under simulated annealing from a feasible state; leaves the best plan found in `state`.
 * Repeatable for a given random and progress.
 */
export const improve = (state: PlanState, random: Random, limits: Limits): number => {
  const { c } = state
  if (c.requests === 0 || c.routes === 0) return 0
  const neighbours = createNeighbours(c)
  const strings = takeStrings(neighbours, c.stride > 12 ? 10 : 6, c.stride > 12 ? 10 : 3)
  const cells = c.routes * c.stride
  const beforeStop = new Int32Array(cells)
  const beforeOption = new Int32Array(cells)
  const beforeLength = new Int32Array(c.routes)
  const bestStop = state.stop.slice()
  const bestOption = state.stopOption.slice()
  const bestLength = state.length.slice()
  const touchedAt = new Int32Array(c.routes)
  const sinceBest = new Uint8Array(c.routes)
  let touched: number[] = []
  let changed: number[] = []
  let stamp = 0

  const touch = (route: number): void => {
    if (touchedAt[route] === stamp) return
    touchedAt[route] = stamp
    touched.push(route)
    const first = route * c.stride
    const length = state.length[route]!
    beforeLength[route] = length
    for (let at = first; at < first + length; at++) {
      beforeStop[at] = state.stop[at]!
      beforeOption[at] = state.stopOption[at]!
    }
  }
  let removed: number[] = []
  const isFixed = (request: number): boolean => {
    if (c.fixed[request]) return true
    for (let at = c.followerStart[request]!; at < c.followerStart[request + 1]!; at++)
      if (state.routeOf[c.follower[at]!]! >= 0 && isFixed(c.follower[at]!)) return true
    return false
  }
  const takeOut = (request: number): void => {
    for (let at = c.followerStart[request]!; at < c.followerStart[request + 1]!; at++)
      if (state.routeOf[c.follower[at]!]! >= 0) takeOut(c.follower[at]!)
    touch(state.routeOf[request]!)
    state.remove(request)
    removed.push(request)
  }
  const demolition: Demolition = {
    state,
    random,
    take: (request) => {
      if (state.routeOf[request]! >= 0 && !isFixed(request)) takeOut(request)
    },
    first: [],
  }
  const enterpriseTouched = new Int32Array(c.enterpriseMost.length)
  const restore = (routes: readonly number[], stops: Int32Array, options: Int32Array, lengths: Int32Array): void => {
    // All out before any in: a request may have moved between two of these routes.
    for (const route of routes) state.restoreRoute(route, stops, options, 0)
    for (const route of routes) state.restoreRoute(route, stops, options, lengths[route]!)
  }

  const meanValue = c.value.reduce((a, b) => a + b, 0) / c.requests
  const hot = meanValue * 0.35
  const cold = meanValue * 0.004
  let bestScore = state.score
  let iteration = 0
  let progress = 0
  for (; ; iteration++) {
    if (iteration % ASK_EVERY === 0) {
      progress = limits.progress(iteration)
      limits.report(iteration, bestScore, progress)
      if (progress >= 1) break
    }
    const scoreBefore = state.score
    stamp++
    touched = []
    removed = []
    demolition.first.length = 0
    const dice = random.next()
    if (dice < 0.6) strings(demolition)
    else if (dice < 0.9) makeRoom(demolition)
    else takeAny(demolition)
    if (touched.length === 0 && demolition.first.length === 0) continue

    for (const request of removed) enterpriseTouched[c.enterpriseOf[request]!] = stamp
    const candidates: number[] = []
    for (let request = 0; request < c.requests; request++) {
      if (state.routeOf[request]! >= 0) continue
      let near = enterpriseTouched[c.enterpriseOf[request]!] === stamp
      for (let at = c.optionStart[request]!; !near && at < c.optionStart[request + 1]!; at++)
        near = touchedAt[c.optionRoute[at]!] === stamp
      if (near) candidates.push(request)
    }
    recreate(state, candidates, demolition.first, random, touch)

    const temperature = hot * (cold / hot) ** progress
    if (state.score >= scoreBefore + temperature * Math.log(random.next() + 1e-300)) {
      for (const route of touched)
        if (!sinceBest[route]) {
          sinceBest[route] = 1
          changed.push(route)
        }
      if (state.score > bestScore + 1e-9) {
        bestScore = state.score
        for (const route of changed) {
          const first = route * c.stride
          bestStop.set(state.stop.subarray(first, first + c.stride), first)
          bestOption.set(state.stopOption.subarray(first, first + c.stride), first)
          bestLength[route] = state.length[route]!
          sinceBest[route] = 0
        }
        changed = []
      }
    } else {
      restore(touched, beforeStop, beforeOption, beforeLength)
      state.score = scoreBefore
    }
  }
  restore(changed, bestStop, bestOption, bestLength)
  state.score = bestScore
  return iteration
}
