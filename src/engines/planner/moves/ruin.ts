import type { Compiled } from '../compile.ts'
import type { PlanState } from '../plan-state.ts'
import type { Random } from '../random.ts'

/** What a ruin may take out, and how it does: followers first, fixed visits never. */
export interface Demolition {
  readonly state: PlanState
  readonly random: Random
  /** Takes a request out with its followers; does nothing where one of them is fixed. */
  readonly take: (request: number) => void
  /** Requests to try first when rebuilding. */
  readonly first: number[]
}

export type Ruin = (it: Demolition) => void

const NEAR = 48

/** For each place the requests nearest to it, found when first asked for. */
export const createNeighbours = (c: Compiled): ((request: number) => Int32Array) => {
  const known = new Map<number, Int32Array>()
  return (request) => {
    const place = c.place[request]!
    let list = known.get(place)
    if (!list) {
      const order = Array.from({ length: c.requests }, (_, at) => at)
      const distance = (at: number): number =>
        c.travel[place * c.places + c.place[at]!]! + c.travel[c.place[at]! * c.places + place]!
      order.sort((a, b) => distance(a) - distance(b) || a - b)
      list = Int32Array.from(order.slice(0, NEAR))
      known.set(place, list)
    }
    return list
  }
}

/** Strings of stops out of routes near one request (Christiaens and Vanden Berghe, SISR). */
export const takeStrings = (neighbours: (request: number) => Int32Array, removed: number, longest: number): Ruin => {
  let stamp = 0
  let seen = new Int32Array(0)
  return ({ state, random, take }) => {
    const { c } = state
    if (seen.length === 0) seen = new Int32Array(c.routes)
    stamp++
    const strings = 1 + random.below(Math.max(1, Math.ceil((4 * removed) / (1 + longest)) - 1))
    let done = 0
    for (const near of neighbours(random.below(c.requests))) {
      if (done >= strings) return
      const route = state.routeOf[near]!
      if (route < 0 || seen[route] === stamp) continue
      seen[route] = stamp
      done++
      const length = state.length[route]!
      const first = route * c.stride
      const size = 1 + random.below(Math.min(length, longest))
      let at = first
      while (state.stop[at] !== near) at++
      const from = Math.max(first, Math.min(at - random.below(size), first + length - size))
      const string = Array.from(state.stop.subarray(from, from + size))
      for (const request of string) if (state.routeOf[request]! >= 0) take(request)
    }
  }
}

/** Makes room for one request that is left out: part of a route that could take it, and what its budget is spent on. */
export const makeRoom: Ruin = ({ state, random, take, first }) => {
  const { c } = state
  for (let tries = 0; tries < 12; tries++) {
    const request = random.below(c.requests)
    const options = c.optionStart[request + 1]! - c.optionStart[request]!
    if (state.routeOf[request]! >= 0 || options === 0) continue
    const route = c.optionRoute[c.optionStart[request]! + random.below(options)]!
    const start = route * c.stride
    const length = state.length[route]!
    const size = length === 0 ? 0 : 1 + random.below(Math.min(3, length))
    const from = start + (length === 0 ? 0 : random.below(length - size + 1))
    for (const it of Array.from(state.stop.subarray(from, from + size))) if (state.routeOf[it]! >= 0) take(it)
    const day = c.routeDay[route]!
    if (!state.budgetAllows(request, day))
      for (let other = 0; other < c.requests; other++)
        if (c.enterpriseOf[other] === c.enterpriseOf[request] && state.routeOf[other]! >= 0) take(other)
    const before = c.after[request]!
    if (before >= 0 && state.routeOf[before]! < 0) first.push(before)
    first.push(request)
    return
  }
}

/** A handful of visits at random. */
export const takeAny: Ruin = ({ state, random, take }) => {
  const { c } = state
  const wanted = 1 + random.below(6)
  for (let tries = 0, done = 0; tries < wanted * 4 && done < wanted; tries++) {
    const request = random.below(c.requests)
    if (state.routeOf[request]! < 0) continue
    take(request)
    done++
  }
}
