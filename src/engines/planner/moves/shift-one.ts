import type { Visit } from '../model.ts'
import type { PlanState } from '../plan-state.ts'
import { hasVisitedFollower } from './swap.ts'

// Others tried before giving up: more find little and cost time for every request left out.
const MOST_TRIED = 40

export interface Shifted {
  readonly visit: Visit
  readonly moved?: Visit
  readonly gain: number
}

const visitOf = (state: PlanState, request: number): Visit => {
  const { c } = state
  const route = state.routeOf[request]!
  let at = route * c.stride
  while (state.stop[at] !== request) at++
  return {
    request: c.problem.requests[request]!.id,
    team: c.problem.teams[c.routeTeam[route]!]!.id,
    day: c.routeDay[route]!,
    start: state.earliest[at]!,
  }
}

/**
 * Looks for a place for a request in a state, directly or by moving one of `others` elsewhere, such that both are
 * visited and the score rises. The state is the same afterwards.
 */
export const placeByShifting = (state: PlanState, request: number, others: readonly number[]): Shifted | undefined => {
  const { c } = state
  const { worth, travel, score } = state
  state.findBest(request)
  if (state.foundOption >= 0 && state.foundGain > 1e-6) {
    const gain = state.foundGain
    state.insertFound(request)
    const visit = visitOf(state, request)
    state.remove(request)
    state.worth = worth
    state.travel = travel
    if (state.sound) return { visit, gain }
    state.sound = true
  }
  let found: Shifted | undefined
  for (const other of others.slice(0, MOST_TRIED)) {
    if (c.fixed[other] || hasVisitedFollower(state, other) || other === c.after[request]) continue
    const route = state.routeOf[other]!
    const first = route * c.stride
    const length = state.length[route]!
    const stops = state.stop.slice(first, first + length)
    const options = state.stopOption.slice(first, first + length)
    state.remove(other)
    let into = -1
    let intoStops = stops
    let intoOptions = options
    let intoLength = 0
    let otherInto = -1
    if (state.sound) state.findBest(request)
    if (state.sound && state.foundOption >= 0) {
      into = c.optionRoute[state.foundOption]!
      state.insertFound(request)
      state.findBest(other)
      if (state.foundOption >= 0) {
        otherInto = c.optionRoute[state.foundOption]!
        intoLength = state.length[otherInto]!
        intoStops = state.stop.slice(otherInto * c.stride, otherInto * c.stride + intoLength)
        intoOptions = state.stopOption.slice(otherInto * c.stride, otherInto * c.stride + intoLength)
        state.insertFound(other)
        if (state.score > score + 1e-6)
          found = { visit: visitOf(state, request), moved: visitOf(state, other), gain: state.score - score }
      }
    }
    // Back, newest first: other out of its new route, the request out of its own, the first route as it was.
    if (otherInto >= 0) state.restoreRoute(otherInto, intoStops, intoOptions, intoLength, 0)
    if (into >= 0) state.remove(request)
    state.restoreRoute(route, stops, options, length, 0)
    state.worth = worth
    state.travel = travel
    state.sound = true
    if (found) return found
  }
  return undefined
}
