import { check } from './check.ts'
import { placePredecessors } from './place-predecessors.ts'
import type { Visit } from './model.ts'
import type { PlanState } from './plan-state.ts'

const GAINS = 1e-9
// Minutes added to a request's own when its worth is set against its time: roughly the way to it.
const WAY = 10

/** Places visits that must stand, then those of `start` on their own routes, then the rest by regret. */
export const construct = (state: PlanState, start: readonly Visit[] = []): void => {
  load(state, start)
  placeByRegret(state)
}

/** Puts visits into an empty state: all of them at their minutes where they keep the rules together, else what fits. */
export const load = (state: PlanState, visits: readonly Visit[]): void => {
  if (visits.length > 0 && check(state.c.problem, { visits }).feasible && loadWhole(state, visits)) return
  placeFixed(state)
  placeStart(state, visits)
}

/**
 * One after another is not enough: where a detour is shorter than the straight way, half a route may be late while
 * the whole is not. False, with the state empty, where a visit has no option of its very minute.
 */
const loadWhole = (state: PlanState, visits: readonly Visit[]): boolean => {
  const { c } = state
  const stops: number[][] = Array.from({ length: c.routes }, () => [])
  const options: number[][] = Array.from({ length: c.routes }, () => [])
  const teamIndex = new Map(c.problem.teams.map((it, at) => [it.id, at]))
  for (const visit of visits.toSorted((a, b) => a.start - b.start)) {
    const request = c.requestIndex.get(visit.request)!
    const team = teamIndex.get(visit.team)
    let option = c.optionStart[request]!
    const end = c.optionStart[request + 1]!
    const isIt = (at: number): boolean => {
      const route = c.optionRoute[at]!
      const window = c.optionWindow[at]!
      const isPoint = c.windowFrom[window] === visit.start && c.windowTo[window] === visit.start
      return isPoint && c.routeTeam[route] === team && c.routeDay[route] === visit.day
    }
    while (option < end && !isIt(option)) option++
    if (option === end) return false
    stops[c.optionRoute[option]!]!.push(request)
    options[c.optionRoute[option]!]!.push(option)
  }
  for (let route = 0; route < c.routes; route++)
    if (stops[route]!.length > 0)
      state.restoreRoute(
        route,
        Int32Array.from(stops[route]!),
        Int32Array.from(options[route]!),
        stops[route]!.length,
        0,
      )
  state.recount()
  return true
}

/** Pinned visits, then what has to be there for them; a pin that contradicts the rules or another pin stays out. */
const placeFixed = (state: PlanState): void => {
  const { c } = state
  const pins = c.problem.pinned ?? []
  const agree = pins.length > 0 && check(c.problem, { visits: pins }).broken.every((it) => it.rule === 'predecessor')
  if (!agree || !loadWhole(state, pins))
    for (const pin of pins) {
      const request = c.requestIndex.get(pin.request)!
      if (state.routeOf[request]! >= 0) continue
      state.clearFound()
      for (let option = c.optionStart[request]!; option < c.optionStart[request + 1]!; option++) {
        const route = c.optionRoute[option]!
        // Not the chain: its predecessor comes afterwards, where this visit leaves room.
        if (state.hasRoom(route) && state.budgetAllows(request, c.routeDay[route]!))
          state.tryRoute(request, option, route)
      }
      if (state.foundOption >= 0) state.insertFound(request)
    }
  placePredecessors(state)
}
/** Puts visits on their own routes where they fit; those already placed stay. */
const placeStart = (state: PlanState, start: readonly Visit[]): void => {
  const { c } = state
  const teamIndex = new Map(c.problem.teams.map((it, at) => [it.id, at]))
  const inOrder = start.toSorted((a, b) => a.day - b.day || a.start - b.start)
  // Twice: a predecessor may come later on the same day.
  for (let pass = 0; pass < 2; pass++)
    for (const visit of inOrder) {
      const request = c.requestIndex.get(visit.request)
      const team = teamIndex.get(visit.team)
      if (request === undefined || team === undefined || state.routeOf[request]! >= 0) continue
      // At its very minute where there is an option for that, else anywhere on its route.
      for (const exact of [true, false]) {
        state.clearFound()
        for (let option: number = c.optionStart[request]!; option < c.optionStart[request + 1]!; option++) {
          const route = c.optionRoute[option]!
          if (c.routeTeam[route] !== team || c.routeDay[route] !== visit.day) continue
          const window = c.optionWindow[option]!
          const isPoint = c.windowFrom[window] === visit.start && c.windowTo[window] === visit.start
          if ((isPoint || !exact) && state.allows(request, route)) state.tryRoute(request, option, route)
        }
        if (state.foundOption < 0) continue
        state.insertFound(request)
        break
      }
    }
}

/**
 * Again and again the request that would lose most by waiting, for the time it takes: its best place, and how much
 * better that is than its best place on another route. Only what an insertion touches is judged anew.
 */
const placeByRegret = (state: PlanState): void => {
  const { c } = state
  const urgency = new Float64Array(c.requests)
  const judge = (request: number): void => {
    urgency[request] = 0
    if (state.routeOf[request]! >= 0) return
    let best = 0
    let bestRoute = -1
    let second = 0
    for (let option = c.optionStart[request]!; option < c.optionStart[request + 1]!; option++) {
      const route = c.optionRoute[option]!
      if (!state.allows(request, route)) continue
      state.clearFound()
      state.tryRoute(request, option, route)
      if (state.foundOption < 0 || state.foundGain <= GAINS) continue
      if (state.foundKey > best) {
        if (route !== bestRoute) second = best
        best = state.foundKey
        bestRoute = route
      } else if (route !== bestRoute && state.foundKey > second) second = state.foundKey
    }
    if (bestRoute >= 0) urgency[request] = (2 * best - second) / (WAY + c.duration[request]!)
  }
  const judgedAt = new Int32Array(c.requests)
  let step = 0
  const again = (request: number): void => {
    if (judgedAt[request] === step) return
    judgedAt[request] = step
    // What could not be placed may become possible only for what comes after the inserted one.
    judge(request)
  }
  for (let request = 0; request < c.requests; request++) judge(request)
  for (;;) {
    let chosen = -1
    let most = 0
    for (let request = 0; request < c.requests; request++)
      if (urgency[request]! > most) {
        most = urgency[request]!
        chosen = request
      }
    if (chosen < 0) return
    step++
    state.findBest(chosen)
    if (state.foundOption < 0 || state.foundGain <= GAINS) {
      urgency[chosen] = 0
      continue
    }
    const route = c.optionRoute[state.foundOption]!
    state.insertFound(chosen)
    urgency[chosen] = 0
    for (let at = c.routeOptionStart[route]!; at < c.routeOptionStart[route + 1]!; at++) {
      const request = c.optionRequest[c.routeOption[at]!]!
      if (urgency[request]! > 0) again(request)
    }
    const enterprise = c.enterpriseOf[chosen]!
    for (let at = c.enterpriseRequestStart[enterprise]!; at < c.enterpriseRequestStart[enterprise + 1]!; at++)
      again(c.enterpriseRequest[at]!)
    for (let at = c.followerStart[chosen]!; at < c.followerStart[chosen + 1]!; at++) again(c.follower[at]!)
  }
}
