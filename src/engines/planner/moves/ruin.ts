import type { Compiled } from '../compile.ts'
import type { Workspace } from './workspace.ts'

/** Takes visits out of the plan, followers first, fixed ones never. */
export type Ruin = (space: Workspace) => void

// Requests nearest to a place that a string is taken around.
const NEAR = 48

/** For each place the requests nearest to it by the way there and back, found when first asked for. */
export const createNeighbours = (c: Compiled): ((request: number) => Int32Array) => {
  const known: (Int32Array | undefined)[] = Array.from({ length: c.places })
  const requestsAt: number[][] = Array.from({ length: c.places }, () => [])
  c.place.forEach((place, request) => requestsAt[place]!.push(request))
  const used = requestsAt.flatMap((list, place) => (list.length > 0 ? [place] : []))
  return (request) => {
    const place = c.place[request]!
    const list = known[place]
    if (list) return list
    const way = (to: number): number => c.travel[place * c.places + to]! + c.travel[to * c.places + place]!
    const nearest = used.toSorted((a, b) => way(a) - way(b) || a - b)
    const found: number[] = []
    for (const it of nearest) {
      if (found.length >= NEAR) break
      found.push(...requestsAt[it]!)
    }
    return (known[place] = Int32Array.from(found.slice(0, NEAR)))
  }
}

/** Strings of stops out of routes near one request (Christiaens and Vanden Berghe, SISR). */
export const takeStrings =
  (neighbours: (request: number) => Int32Array, removed: number, longest: number): Ruin =>
  (space) => {
    const { state, random } = space
    const { c, length, stop, routeOf } = state
    const near = neighbours(random.below(c.requests))
    const strings = 1 + random.below(Math.max(1, Math.ceil((4 * removed) / (1 + longest)) - 1))
    let done = 0
    for (let it = 0; it < near.length && done < strings; it++) {
      const route = routeOf[near[it]!]!
      if (route < 0 || !space.pick(route)) continue
      done++
      const held = length[route]!
      const size = 1 + random.below(Math.min(held, longest))
      const first = route * c.stride
      let at = 0
      while (stop[first + at] !== near[it]) at++
      const from = Math.max(0, Math.min(at - random.below(size), held - size))
      // Now and then a few in the middle stay (split string).
      const kept = size > 1 && random.next() < 0.3 ? 1 + random.below(Math.min(held - size + 1, 3)) : 0
      if (kept > 0 && from + size + kept <= held) {
        const split = 1 + random.below(size - 1)
        space.takeString(route, from + split + kept, from + size + kept)
        space.takeString(route, from, from + split)
      } else space.takeString(route, from, from + size)
    }
  }

/** Makes room for one request that is left out: part of a route that could take it, and what its budget is spent on. */
export const makeRoom: Ruin = (space) => {
  const { state, random } = space
  const { c, length, routeOf } = state
  for (let tries = 0; tries < 12; tries++) {
    const request = random.below(c.requests)
    const options = c.optionStart[request + 1]! - c.optionStart[request]!
    if (routeOf[request]! >= 0 || options === 0) continue
    const route = c.optionRoute[c.optionStart[request]! + random.below(options)]!
    const held = length[route]!
    if (held > 0) {
      const size = 1 + random.below(Math.min(3, held))
      const from = random.below(held - size + 1)
      space.takeString(route, from, from + size)
    } else if (!state.hasRoom(route)) takeFromTeam(space, c.routeTeam[route]!)
    if (!state.budgetAllows(request, c.routeDay[route]!)) takeEnterprise(space, c.enterpriseOf[request]!)
    const before = c.after[request]!
    if (before >= 0 && routeOf[before]! < 0) space.first[space.firstCount++] = before
    space.first[space.firstCount++] = request
    return
  }
}

const takeFromTeam = (space: Workspace, team: number): void => {
  const { c, length, stop } = space.state
  for (let tries = 0; tries < 8; tries++) {
    const route = space.random.below(c.routes)
    if (c.routeTeam[route] !== team || length[route] === 0) continue
    space.take(stop[route * c.stride + space.random.below(length[route]!)]!)
    return
  }
}

const takeEnterprise = (space: Workspace, enterprise: number): void => {
  const { c } = space.state
  for (let at = c.enterpriseRequestStart[enterprise]!; at < c.enterpriseRequestStart[enterprise + 1]!; at++)
    space.take(c.enterpriseRequest[at]!)
}

/** A handful of visits at random. */
export const takeAny: Ruin = (space) => {
  const { state, random } = space
  const wanted = 1 + random.below(6)
  for (let tries = 0, done = 0; tries < wanted * 4 && done < wanted; tries++) {
    const request = random.below(state.c.requests)
    if (state.routeOf[request]! < 0) continue
    space.take(request)
    done++
  }
}
