import { check } from './check.ts'
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

/** Chains come in order: what others come after goes first. Pinned ones before what only has to be there for them. */
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

const placeFixed = (state: PlanState): void => {
  const { c } = state
  const pins = new Set((c.problem.pinned ?? []).map((it) => it.request))
  const isPin = (request: number): number => (pins.has(c.problem.requests[request]!.id) ? 0 : 1)
  const depth = (request: number): number => {
    let steps = 0
    for (let at = c.after[request]!; at >= 0 && steps < c.requests; at = c.after[at]!) steps++
    return steps
  }
  const fixed = Array.from({ length: c.requests }, (_, at) => at).filter((it) => c.fixed[it])
  fixed.sort((a, b) => depth(a) - depth(b) || isPin(a) - isPin(b) || a - b)
  for (const request of fixed) {
    if (state.routeOf[request]! >= 0) continue
    // A predecessor must leave its pinned followers their days.
    const latest = latestDayFor(state, request)
    state.clearFound()
    for (let option = c.optionStart[request]!; option < c.optionStart[request + 1]!; option++) {
      const route = c.optionRoute[option]!
      if (c.routeDay[route]! <= latest && state.allows(request, route)) state.tryRoute(request, option, route)
    }
    if (state.foundOption >= 0) state.insertFound(request)
  }
}

/** The last day on which a request leaves every fixed follower one of its days. */
const latestDayFor = ({ c }: PlanState, request: number): number => {
  let latest = c.days - 1
  for (let at = c.followerStart[request]!; at < c.followerStart[request + 1]!; at++) {
    const next = c.follower[at]!
    if (!c.fixed[next]) continue
    let last = -1
    for (let option = c.optionStart[next]!; option < c.optionStart[next + 1]!; option++)
      last = Math.max(last, c.routeDay[c.optionRoute[option]!]!)
    latest = Math.min(latest, last - c.afterDays[next]!)
  }
  return latest
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
