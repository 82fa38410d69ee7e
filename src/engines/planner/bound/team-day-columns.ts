import type { Compiled } from '../compile.ts'

/** Every set of requests that a team could visit on one of its days, each with its shortest way. */
export interface Columns {
  /** Options of a set: `option[start[column]]` to `option[start[column + 1]]`, exclusive. */
  readonly start: Int32Array
  readonly option: Int32Array
  /** Minutes of way, base to base. */
  readonly way: Float64Array
  /** Columns of a route: `routeStart[route]` to `routeStart[route + 1]`, exclusive. */
  readonly routeStart: Int32Array
  /** 1 where a route has more sets than are listed: it has none here, and is bounded without its ways. */
  readonly tooMany: Uint8Array
}

// Orders tried for one route before it is bounded in the coarser way.
const MOST_ORDERS = 1_000_000

/**
 * Lists the sets by trying every order of visits, each at its earliest start. No way may be longer than a detour: a
 * stop that does not pay could shorten the rest otherwise.
 */
export const listColumns = (c: Compiled): Columns => {
  const sets: Sets = { start: [0], option: [], way: [] }
  const routeStart = new Int32Array(c.routes + 1)
  const tooMany = new Uint8Array(c.routes)
  for (let route = 0; route < c.routes; route++) {
    routeStart[route] = sets.way.length
    if (!listRoute(c, route, sets)) tooMany[route] = 1
  }
  routeStart[c.routes] = sets.way.length
  return {
    start: Int32Array.from(sets.start),
    option: Int32Array.from(sets.option),
    way: Float64Array.from(sets.way),
    routeStart,
    tooMany,
  }
}

interface Sets {
  readonly start: number[]
  readonly option: number[]
  readonly way: number[]
}

/** Adds the sets of one route; false, with none added, where there are too many. */
const listRoute = (c: Compiled, route: number, sets: Sets): boolean => {
  const way = (from: number, to: number): number => c.travel[from * c.places + to]!
  // One option a request: that of its windows, the very minute of a standing visit lies within them.
  const list = widestOptions(c, route)
  const many = list.length
  const most = Math.min(c.routeMost[route]!, c.teamMost[c.routeTeam[route]!]!, many)
  // Sets are told apart by the sum of their members' digits in this base.
  if (many === 0 || most <= 0) return true
  if ((many + 1) ** most > Number.MAX_SAFE_INTEGER) return false
  const requests = list.map((it) => c.optionRequest[it]!)
  const places = requests.map((it) => c.place[it]!)
  const base = c.routeBase[route]!
  const end = c.routeTo[route]!
  const legs = Float64Array.from({ length: many * many }, (_, at) =>
    way(places[Math.floor(at / many)]!, places[at % many]!),
  )
  const out = places.map((it) => way(base, it))
  const back = places.map((it) => way(it, base))
  const enterprise = requests.map((it) => c.enterpriseOf[it]!)
  const alone = enterprise.map((it) => c.enterpriseApart[it]! >= 1)
  const known = new Map<number, number>()
  const first = { columns: sets.way.length, options: sets.option.length }
  const chosen = new Int32Array(most)
  let orders = 0
  const extend = (depth: number, free: number, gone: number): boolean => {
    for (let one = 0; one < many; one++) {
      let barred = false
      for (let at = 0; at < depth && !barred; at++)
        barred = chosen[at] === one || (alone[one]! && enterprise[chosen[at]!] === enterprise[one])
      if (barred) continue
      const leg = depth === 0 ? out[one]! : legs[chosen[depth - 1]! * many + one]!
      const begin = startIn(c, list[one]!, free + leg)
      if (begin < 0) continue
      const done = begin + c.duration[requests[one]!]!
      if (done + back[one]! > end) continue
      if (++orders > MOST_ORDERS) return false
      chosen[depth] = one
      keep(depth + 1, gone + leg + back[one]!)
      if (depth + 1 < most && !extend(depth + 1, done, gone + leg)) return false
    }
    return true
  }
  const sorted = new Int32Array(most)
  const keep = (size: number, way: number): void => {
    for (let at = 0; at < size; at++) {
      const one = chosen[at]!
      let to = at
      for (; to > 0 && sorted[to - 1]! > one; to--) sorted[to] = sorted[to - 1]!
      sorted[to] = one
    }
    let key = 0
    for (let at = 0; at < size; at++) key = key * (many + 1) + sorted[at]! + 1
    const column = known.get(key)
    if (column !== undefined) {
      if (way < sets.way[column]!) sets.way[column] = way
      return
    }
    known.set(key, sets.way.length)
    for (let at = 0; at < size; at++) sets.option.push(list[sorted[at]!]!)
    sets.start.push(sets.option.length)
    sets.way.push(way)
  }
  if (extend(0, c.routeFrom[route]!, 0)) return true
  sets.way.length = first.columns
  sets.start.length = first.columns + 1
  sets.option.length = first.options
  return false
}

/** The option of each request on a route that has the most windows; a bonus of any of its options is added elsewhere. */
export const widestOptions = (c: Compiled, route: number): number[] => {
  const best = new Map<number, number>()
  const width = (option: number): number => {
    let sum = 0
    for (let at = c.optionWindow[option]!; at < c.optionWindowEnd[option]!; at++)
      sum += c.windowTo[at]! - c.windowFrom[at]! + 1
    return sum
  }
  for (let at = c.routeOptionStart[route]!; at < c.routeOptionStart[route + 1]!; at++) {
    const option = c.routeOption[at]!
    const request = c.optionRequest[option]!
    const day = c.enterpriseOf[request]! * c.days + c.routeDay[route]!
    if (c.barred[day]) continue
    const known = best.get(request)
    if (known === undefined || width(option) > width(known)) best.set(request, option)
  }
  return [...best.values()]
}

/** The earliest start at or after a moment, or −1. */
const startIn = (c: Compiled, option: number, moment: number): number => {
  for (let at = c.optionWindow[option]!; at < c.optionWindowEnd[option]!; at++)
    if (moment <= c.windowTo[at]!) return Math.max(moment, c.windowFrom[at]!)
  return -1
}
