import type { PlanState } from '../plan-state.ts'

const GAINS = 1e-6

/** Visits any one of which may hold the place of a request: on its routes, or of its enterprise. */
export const holders = (state: PlanState, request: number): number[] => {
  const { c } = state
  const found = new Set<number>()
  for (let option = c.optionStart[request]!; option < c.optionStart[request + 1]!; option++) {
    const route = c.optionRoute[option]!
    for (let at = route * c.stride; at < route * c.stride + state.length[route]!; at++) found.add(state.stop[at]!)
    // A team that has all the visits it may have: any of them.
    const team = c.routeTeam[route]!
    if (state.teamCount[team]! < c.teamMost[team]!) continue
    for (let other = 0; other < c.routes; other++)
      if (c.routeTeam[other] === team)
        for (let at = other * c.stride; at < other * c.stride + state.length[other]!; at++) found.add(state.stop[at]!)
  }
  const enterprise = c.enterpriseOf[request]!
  for (let at = c.enterpriseRequestStart[enterprise]!; at < c.enterpriseRequestStart[enterprise + 1]!; at++)
    if (state.routeOf[c.enterpriseRequest[at]!]! >= 0) found.add(c.enterpriseRequest[at]!)
  return [...found]
}

/** Those of its holders that can be taken out alone. */
export const rivals = (state: PlanState, request: number): number[] =>
  holders(state, request).filter(
    (it) => !state.c.fixed[it] && !hasVisitedFollower(state, it) && it !== state.c.after[request],
  )

export const hasVisitedFollower = ({ c, routeOf }: PlanState, request: number): boolean => {
  for (let at = c.followerStart[request]!; at < c.followerStart[request + 1]!; at++)
    if (routeOf[c.follower[at]!]! >= 0) return true
  return false
}

/** Whether a request had a place if one visit were out, and whether that swap would raise the score. */
type Outcome = 'no-place' | 'fits' | 'better'

/**
 * Takes one visit out, looks where a request could go, and puts the visit back. With `keep` a swap that raises the
 * score stays; without it the state is always the same afterwards.
 */
const swap = (state: PlanState, request: number, visited: number, keep: boolean): Outcome => {
  const { c } = state
  const route = state.routeOf[visited]!
  const first = route * c.stride
  const length = state.length[route]!
  const stops = state.stop.slice(first, first + length)
  const options = state.stopOption.slice(first, first + length)
  const { worth, travel, score } = state
  state.remove(visited)
  if (state.sound) state.findBest(request)
  else state.clearFound()
  state.sound = true
  const fits = state.foundOption >= 0
  const better = fits && state.score + state.foundGain > score + GAINS
  if (better && keep) {
    state.insertFound(request)
    state.findBest(visited)
    if (state.foundOption >= 0 && state.foundGain > GAINS) state.insertFound(visited)
    return 'better'
  }
  state.restoreRoute(route, stops, options, length, 0)
  state.worth = worth
  state.travel = travel
  return better ? 'better' : fits ? 'fits' : 'no-place'
}

/** True where a request had a place if one visit were out. Changes nothing, also in a plan that a swap would improve. */
export const fitsWithout = (state: PlanState, request: number, visited: number): boolean =>
  swap(state, request, visited, false) !== 'no-place'

/** Swaps a visit for a request that is left out where that raises the score; tells whether it did. */
const swapIfBetter = (state: PlanState, request: number, visited: number): boolean =>
  swap(state, request, visited, true) === 'better'

/**
 * Inserts what still fits and swaps one for one until nothing of either raises the score. What is said of requests
 * left out rests on this, so it always runs to its end; the search before it leaves little to do.
 */
export const settle = (state: PlanState): void => {
  const { c } = state
  const byValue = Array.from({ length: c.requests }, (_, at) => at).toSorted(
    (a, b) => c.value[b]! - c.value[a]! || a - b,
  )
  for (let better = true; better;) {
    better = false
    for (const request of byValue) {
      if (state.routeOf[request]! >= 0 || c.optionStart[request] === c.optionStart[request + 1]) continue
      const before = c.after[request]!
      if (before === -2 || (before >= 0 && state.routeOf[before]! < 0)) continue
      state.findBest(request)
      if (state.foundOption >= 0 && state.foundGain > GAINS) {
        state.insertFound(request)
        better = true
        continue
      }
      for (const visited of rivals(state, request))
        if (swapIfBetter(state, request, visited)) {
          better = true
          break
        }
    }
  }
}
