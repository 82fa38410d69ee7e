import { NEVER, type Compiled } from './compile.ts'
import type { Visit } from './model.ts'

/**
 * A feasible plan under change. Each route keeps, per stop, the earliest start that the stops before it allow and the
 * latest that those after it allow, so that an insertion is judged in constant time per place.
 */
export class PlanState {
  readonly c: Compiled
  /** Stops of a route: request and its option, at route × stride + position. */
  readonly stop: Int32Array
  readonly stopOption: Int32Array
  readonly length: Int32Array
  readonly earliest: Int32Array
  readonly latest: Int32Array
  /** Route of a request, or −1. */
  readonly routeOf: Int32Array
  readonly enterpriseCount: Int32Array
  /** enterprise × day: how many visits. */
  readonly enterpriseDay: Uint16Array
  readonly teamCount: Int32Array
  /** Values, coverage and what standing as published is worth. */
  worth = 0
  /** Minutes, base to base, of all routes. */
  travel = 0

  /**
   * False after a removal that left a route too late, which happens only where the straight way between two stops is
   * longer than the way by a third; the caller must then restore the route.
   */
  sound = true

  // The best place found by the last search.
  foundGain = 0
  foundKey = -Infinity
  foundDetour = 0
  foundOption = -1
  foundPosition = -1

  constructor(compiled: Compiled) {
    this.c = compiled
    const cells = compiled.routes * compiled.stride
    this.stop = new Int32Array(cells)
    this.stopOption = new Int32Array(cells)
    this.length = new Int32Array(compiled.routes)
    this.earliest = new Int32Array(cells)
    this.latest = new Int32Array(cells)
    this.routeOf = new Int32Array(compiled.requests).fill(-1)
    this.enterpriseCount = new Int32Array(compiled.enterpriseMost.length)
    this.enterpriseDay = new Uint16Array(compiled.enterpriseMost.length * compiled.days)
    this.teamCount = new Int32Array(compiled.teamMost.length)
  }

  /** Score without the constant cost of the published visits. */
  get score(): number {
    return this.worth - this.c.travelWeight * this.travel
  }

  /** What the search climbs: the score, and shorter ways where they cost nothing. */
  get guide(): number {
    return this.worth - this.c.guideWeight * this.travel
  }

  /** Earliest starts from a position on, until one stays as it was after `least`. */
  private forward(route: number, from: number, least: number): void {
    const { c, stop, stopOption, earliest } = this
    const { travel, places, place: placeOf, duration, windowFrom, windowTo, optionWindow } = c
    const first = route * c.stride
    const end = first + this.length[route]!
    let place = c.routeBase[route]!
    let free = c.routeFrom[route]!
    if (from > first) {
      const before = stop[from - 1]!
      place = placeOf[before]!
      free = earliest[from - 1]! + duration[before]!
    }
    for (let at = from; at < end; at++) {
      const request = stop[at]!
      const to = placeOf[request]!
      let start = free + travel[place * places + to]!
      let window = optionWindow[stopOption[at]!]!
      while (start > windowTo[window]!) window++
      if (start < windowFrom[window]!) start = windowFrom[window]!
      if (at > least && earliest[at] === start) return
      earliest[at] = start
      free = start + duration[request]!
      place = to
    }
  }

  /** Latest starts from a position down, until one stays as it was before `most`. */
  private backward(route: number, from: number, most: number): void {
    const { c, stop, stopOption, latest } = this
    const { travel, places, place: placeOf, duration, windowFrom, windowTo, optionWindowEnd } = c
    const first = route * c.stride
    const end = first + this.length[route]!
    let place = c.routeBase[route]!
    let due = c.routeTo[route]!
    if (from + 1 < end) {
      place = placeOf[stop[from + 1]!]!
      due = latest[from + 1]!
    }
    for (let at = from; at >= first; at--) {
      const request = stop[at]!
      const here = placeOf[request]!
      let start = due - travel[here * places + place]! - duration[request]!
      let window = optionWindowEnd[stopOption[at]!]! - 1
      while (start < windowFrom[window]!) window--
      if (start > windowTo[window]!) start = windowTo[window]!
      if (at < most && latest[at] === start) return
      latest[at] = start
      due = start
      place = here
    }
  }

  /** True where the burden budget, the limits and the chain let a request be visited on a route's day. */
  allows(request: number, route: number): boolean {
    return this.hasRoom(route) && this.allowsDay(request, this.c.routeDay[route]!)
  }

  /** True where the team may have one more visit, on that day and in all. */
  hasRoom(route: number): boolean {
    const { c } = this
    const length = this.length[route]!
    if (length >= c.routeMost[route]! || length >= c.stride) return false
    const team = c.routeTeam[route]!
    return this.teamCount[team]! < c.teamMost[team]!
  }

  /** Burden budget and chain alone. */
  allowsDay(request: number, day: number): boolean {
    return this.budgetAllows(request, day) && this.chainAllows(request, day)
  }

  budgetAllows(request: number, day: number): boolean {
    const { c } = this
    const enterprise = c.enterpriseOf[request]!
    const count = this.enterpriseCount[enterprise]!
    if (count >= c.enterpriseMost[enterprise]!) return false
    const row = enterprise * c.days
    if (c.barred[row + day]) return false
    if (count === 0) return true
    const apart = c.enterpriseApart[enterprise]!
    const last = Math.min(c.days - 1, day + apart - 1)
    for (let at = Math.max(0, day - apart + 1); at <= last; at++) if (this.enterpriseDay[row + at]) return false
    return true
  }

  chainAllows(request: number, day: number): boolean {
    const { c } = this
    const before = c.after[request]!
    if (before !== -1) {
      if (before < 0 || this.routeOf[before]! < 0) return false
      if (day < c.routeDay[this.routeOf[before]!]! + c.afterDays[request]!) return false
    }
    for (let at = c.followerStart[request]!; at < c.followerStart[request + 1]!; at++) {
      const next = c.follower[at]!
      const route = this.routeOf[next]!
      if (route >= 0 && c.routeDay[route]! < day + c.afterDays[next]!) return false
    }
    return true
  }

  /** Forgets the place found last. */
  clearFound(): void {
    this.foundKey = -Infinity
    this.foundGain = -Infinity
    this.foundOption = -1
  }

  /** Finds the best place for a request that is not visited; foundOption is −1 where none is feasible. */
  findBest(request: number): void {
    const { c } = this
    this.clearFound()
    const end = c.optionStart[request + 1]!
    for (let option = c.optionStart[request]!; option < end; option++) {
      const route = c.optionRoute[option]!
      if (this.allows(request, route)) this.tryRoute(request, option, route)
    }
  }

  /** Judges every position of one route but the one overlooked; keeps the best so far. */
  tryRoute(request: number, option: number, route: number, overlooked = -1): void {
    const { c, stop, earliest, latest } = this
    const { travel, places, place: placeOf, duration: durations, windowFrom, windowTo } = c
    const first = route * c.stride
    const end = first + this.length[route]!
    const base = c.routeBase[route]!
    const shiftEnd = c.routeTo[route]!
    const here = placeOf[request]!
    const fromHere = here * places
    const duration = durations[request]!
    const enterprise = c.enterpriseOf[request]!
    const firstWindow = c.optionWindow[option]!
    const lastMoment = windowTo[c.optionWindowEnd[option]! - 1]!
    const soonestEnd = windowFrom[firstWindow]! + duration
    const worth =
      c.value[request]! +
      (this.enterpriseCount[enterprise] === 0 ? c.enterpriseCoverage[enterprise]! : 0) +
      c.optionBonus[option]!
    let least = (worth - this.foundKey) / c.guideWeight
    let at = first
    // A stop that must begin before this request could end cannot come after it; latest starts rise along a route.
    while (at < end && latest[at]! < soonestEnd) at++
    let place = base
    let free = c.routeFrom[route]!
    if (at > first) {
      const before = stop[at - 1]!
      place = placeOf[before]!
      free = earliest[at - 1]! + durations[before]!
    }
    for (; ; at++) {
      if (free > lastMoment) return
      const way = travel[place * places + here]!
      let start = free + way
      if (start <= lastMoment) {
        let window = firstWindow
        while (start > windowTo[window]!) window++
        if (start < windowFrom[window]!) start = windowFrom[window]!
        const next = at < end ? placeOf[stop[at]!]! : base
        const on = travel[fromHere + next]!
        if (start + duration + on <= (at < end ? latest[at]! : shiftEnd)) {
          const detour = way + on - (end > first ? travel[place * places + next]! : 0)
          if (detour < least && at - first !== overlooked) {
            least = detour
            this.foundKey = worth - c.guideWeight * detour
            this.foundGain = worth - c.travelWeight * detour
            this.foundDetour = detour
            this.foundOption = option
            this.foundPosition = at - first
          }
        }
      }
      if (at >= end) return
      const passed = stop[at]!
      free = earliest[at]! + durations[passed]!
      place = placeOf[passed]!
    }
  }

  /** Puts a request at the place found last. */
  insertFound(request: number): void {
    const { c, stop, stopOption, earliest, latest } = this
    const option = this.foundOption
    const route = c.optionRoute[option]!
    const first = route * c.stride
    const at = first + this.foundPosition
    for (let it = first + this.length[route]!; it > at; it--) {
      stop[it] = stop[it - 1]!
      stopOption[it] = stopOption[it - 1]!
      earliest[it] = earliest[it - 1]!
      latest[it] = latest[it - 1]!
    }
    stop[at] = request
    stopOption[at] = option
    this.length[route]!++
    this.travel += this.foundDetour
    this.worth += c.value[request]! + c.optionBonus[option]!
    const enterprise = c.enterpriseOf[request]!
    if (this.enterpriseCount[enterprise] === 0) this.worth += c.enterpriseCoverage[enterprise]!
    this.count(request, route, 1)
    this.forward(route, at, at)
    this.backward(route, at, at)
  }

  private count(request: number, route: number, by: 1 | -1): void {
    const { c } = this
    const enterprise = c.enterpriseOf[request]!
    this.routeOf[request] = by === 1 ? route : -1
    this.enterpriseCount[enterprise]! += by
    this.enterpriseDay[enterprise * c.days + c.routeDay[route]!]! += by
    this.teamCount[c.routeTeam[route]!]! += by
  }

  /** Takes a visited request out; its followers must be out already. */
  remove(request: number): void {
    const { c, stop, stopOption, earliest, latest } = this
    const { travel, places, place: placeOf } = c
    const route = this.routeOf[request]!
    const first = route * c.stride
    const last = first + this.length[route]! - 1
    const base = c.routeBase[route]!
    let at = first
    while (stop[at] !== request) at++
    const here = placeOf[request]!
    const before = at > first ? placeOf[stop[at - 1]!]! : base
    const next = at < last ? placeOf[stop[at + 1]!]! : base
    this.travel -=
      travel[before * places + here]! +
      travel[here * places + next]! -
      (last > first ? travel[before * places + next]! : 0)
    this.worth -= c.value[request]! + c.optionBonus[stopOption[at]!]!
    for (let it = at; it < last; it++) {
      stop[it] = stop[it + 1]!
      stopOption[it] = stopOption[it + 1]!
      earliest[it] = earliest[it + 1]!
      latest[it] = latest[it + 1]!
    }
    this.length[route]!--
    this.count(request, route, -1)
    const enterprise = c.enterpriseOf[request]!
    if (this.enterpriseCount[enterprise] === 0) this.worth -= c.enterpriseCoverage[enterprise]!
    this.forward(route, at, at - 1)
    this.backward(route, at - 1, at)
    const check = at < last ? at : at - 1
    if (check >= first && earliest[check]! > latest[check]!) this.sound = false
  }

  /**
   * Empties a route and fills it from a copy taken before, which begins at `from` (the route's own place where left
   * out). Worth and travel are the caller's to restore.
   */
  restoreRoute(
    route: number,
    stops: Int32Array,
    options: Int32Array,
    length: number,
    from = route * this.c.stride,
  ): void {
    const first = route * this.c.stride
    const now = this.length[route]!
    for (let at = first; at < first + now; at++)
      if (this.routeOf[this.stop[at]!] === route) this.count(this.stop[at]!, route, -1)
    for (let at = 0; at < length; at++) {
      this.stop[first + at] = stops[from + at]!
      this.stopOption[first + at] = options[from + at]!
      this.count(this.stop[first + at]!, route, 1)
    }
    this.length[route] = length
    this.forward(route, first, NEVER)
    this.backward(route, first + length - 1, -1)
  }

  /** Worth and travel anew from what stands, after routes were filled from elsewhere. */
  recount(): void {
    const { c, stop, stopOption, length } = this
    this.worth = 0
    this.travel = 0
    for (let route = 0; route < c.routes; route++) {
      if (length[route] === 0) continue
      const base = c.routeBase[route]!
      let place = base
      for (let at = route * c.stride; at < route * c.stride + length[route]!; at++) {
        const to = c.place[stop[at]!]!
        this.worth += c.value[stop[at]!]! + c.optionBonus[stopOption[at]!]!
        this.travel += c.travel[place * c.places + to]!
        place = to
      }
      this.travel += c.travel[place * c.places + base]!
    }
    this.enterpriseCount.forEach((count, at) => {
      if (count > 0) this.worth += c.enterpriseCoverage[at]!
    })
  }

  /** Every visit at its earliest start. */
  visits(): Visit[] {
    const { c } = this
    const list: Visit[] = []
    for (let route = 0; route < c.routes; route++)
      for (let at = route * c.stride; at < route * c.stride + this.length[route]!; at++)
        list.push({
          request: c.problem.requests[this.stop[at]!]!.id,
          team: c.problem.teams[c.routeTeam[route]!]!.id,
          day: c.routeDay[route]!,
          start: this.earliest[at]!,
        })
    return list
  }
}
