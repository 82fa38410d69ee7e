import type { PlanState } from './plan-state.ts'

// Places tried before giving up: chains under pinned visits are short, so this is seldom reached.
const MOST_TRIED = 5_000

/**
 * Places the requests that pinned visits come after and that are not placed yet, all of them where that is possible:
 * one that takes the place of the next is moved on. Where no way is found, each goes to its best place or stays out.
 */
export const placePredecessors = (state: PlanState): void => {
  const { c } = state
  const depth = (request: number): number => {
    let steps = 0
    for (let at = c.after[request]!; at >= 0 && steps < c.requests; at = c.after[at]!) steps++
    return steps
  }
  const needed: number[] = []
  for (let at = 0; at < c.requests; at++) if (c.fixed[at] && state.routeOf[at]! < 0) needed.push(at)
  if (needed.length === 0) return
  // What others come after goes first.
  needed.sort((a, b) => depth(a) - depth(b) || a - b)
  if (placeAll(state, needed, 0, { left: MOST_TRIED })) return
  for (const request of needed) {
    state.findBest(request)
    if (state.foundOption >= 0) state.insertFound(request)
  }
}

const placeAll = (state: PlanState, needed: readonly number[], at: number, tries: { left: number }): boolean => {
  const { c } = state
  if (at === needed.length) return true
  const request = needed[at]!
  const latest = latestDayFor(state, request, needed.length)
  const places: { option: number; gain: number }[] = []
  for (let option = c.optionStart[request]!; option < c.optionStart[request + 1]!; option++)
    if (find(state, request, option, latest)) places.push({ option, gain: state.foundGain })
  places.sort((a, b) => b.gain - a.gain || a.option - b.option)
  for (const { option } of places) {
    if (--tries.left < 0) return false
    find(state, request, option, latest)
    state.insertFound(request)
    if (placeAll(state, needed, at + 1, tries)) return true
    state.remove(request)
  }
  return false
}

/** Finds the best place of one option on a day up to `latest`. */
const find = (state: PlanState, request: number, option: number, latest: number): boolean => {
  const { c } = state
  const route = c.optionRoute[option]!
  state.clearFound()
  if (c.routeDay[route]! <= latest && state.allows(request, route)) state.tryRoute(request, option, route)
  return state.foundOption >= 0
}

/** The last day on which a request leaves every fixed follower, and theirs, one of its days; `steps` ends a circle. */
const latestDayFor = (state: PlanState, request: number, steps: number): number => {
  const { c } = state
  let latest = c.days - 1
  for (let at = c.followerStart[request]!; at < c.followerStart[request + 1]!; at++) {
    const next = c.follower[at]!
    if (!c.fixed[next]) continue
    let last = -1
    for (let option = c.optionStart[next]!; option < c.optionStart[next + 1]!; option++)
      last = Math.max(last, c.routeDay[c.optionRoute[option]!]!)
    if (steps > 0) last = Math.min(last, latestDayFor(state, next, steps - 1))
    latest = Math.min(latest, last - c.afterDays[next]!)
  }
  return latest
}
