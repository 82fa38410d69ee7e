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
  readonly enterpriseDay: Uint8Array
  readonly teamCount: Int32Array
  /** Score without the constant cost of published visits that are gone from the start. */
  score = 0

  // The best place found by the last call of findBest.
  foundGain = 0
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
    this.enterpriseDay = new Uint8Array(compiled.enterpriseMost.length * compiled.days)
    this.teamCount = new Int32Array(compiled.teamMost.length)
  }

  /** The first start of an option not before a minute; NEVER where there is none. */
  private firstStart(option: number, minute: number): number {
    const { windowFrom, windowTo, optionWindow, optionWindowEnd } = this.c
    const end = optionWindowEnd[option]!
    for (let at = optionWindow[option]!; at < end; at++)
      if (minute <= windowTo[at]!) return minute > windowFrom[at]! ? minute : windowFrom[at]!
    return NEVER
  }

  /** The last start of an option not after a minute; −NEVER where there is none. */
  private lastStart(option: number, minute: number): number {
    const { windowFrom, windowTo, optionWindow, optionWindowEnd } = this.c
    const first = optionWindow[option]!
    for (let at = optionWindowEnd[option]! - 1; at >= first; at--)
      if (minute >= windowFrom[at]!) return minute < windowTo[at]! ? minute : windowTo[at]!
    return -NEVER
  }

  private refresh(route: number): void {
    const { c, stop, stopOption, earliest, latest } = this
    const first = route * c.stride
    const end = first + this.length[route]!
    const base = c.routeBase[route]!
    let free = c.routeFrom[route]!
    let place = base
    for (let at = first; at < end; at++) {
      const request = stop[at]!
      const to = c.place[request]!
      const start = this.firstStart(stopOption[at]!, free + c.travel[place * c.places + to]!)
      earliest[at] = start
      free = start + c.duration[request]!
      place = to
    }
    let due = c.routeTo[route]!
    place = base
    for (let at = end - 1; at >= first; at--) {
      const request = stop[at]!
      const from = c.place[request]!
      due = this.lastStart(stopOption[at]!, due - c.travel[from * c.places + place]! - c.duration[request]!)
      latest[at] = due
      place = from
    }
  }

  /** True where the burden budget, the limits and the chain let a request be visited on a route's day. */
  allows(request: number, route: number): boolean {
    const { c } = this
    if (this.length[route]! >= c.routeMost[route]! || this.length[route]! >= c.stride) return false
    const team = c.routeTeam[route]!
    return this.teamCount[team]! < c.teamMost[team]! && this.allowsDay(request, c.routeDay[route]!)
  }

  /** Burden budget and chain alone. */
  allowsDay(request: number, day: number): boolean {
    return this.budgetAllows(request, day) && this.chainAllows(request, day)
  }

  budgetAllows(request: number, day: number): boolean {
    const { c } = this
    const enterprise = c.enterpriseOf[request]!
    if (this.enterpriseCount[enterprise]! >= c.enterpriseMost[enterprise]!) return false
    const row = enterprise * c.days
    if (c.barred[row + day]) return false
    const apart = c.enterpriseApart[enterprise]!
    if (apart > 0 && this.enterpriseCount[enterprise]! > 0) {
      const last = Math.min(c.days - 1, day + apart - 1)
      for (let at = Math.max(0, day - apart + 1); at <= last; at++) if (this.enterpriseDay[row + at]) return false
    }
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

  /**
   * Finds the place with the highest gain for a request that is not visited; the result is in foundGain, foundOption
   * and foundPosition (option −1 where none is feasible). Options are skipped at random with chance `blink`.
   */
  findBest(request: number, blink = 0, next: () => number = () => 1): void {
    const { c } = this
    this.foundGain = -Infinity
    this.foundOption = -1
    for (let option = c.optionStart[request]!; option < c.optionStart[request + 1]!; option++) {
      if (blink > 0 && next() < blink) continue
      const route = c.optionRoute[option]!
      if (this.allows(request, route)) this.tryRoute(request, option, route)
    }
  }

  /** Judges every position of one route; keeps the best so far. */
  tryRoute(request: number, option: number, route: number): void {
    const { c, stop, earliest, latest } = this
    const { travel, places } = c
    const first = route * c.stride
    const end = first + this.length[route]!
    const base = c.routeBase[route]!
    const here = c.place[request]!
    const duration = c.duration[request]!
    const enterprise = c.enterpriseOf[request]!
    const worth =
      c.value[request]! +
      (this.enterpriseCount[enterprise] === 0 ? c.enterpriseCoverage[enterprise]! : 0) +
      c.optionBonus[option]!
    const lastMoment = c.windowTo[c.optionWindowEnd[option]! - 1]!
    let place = base
    let free = c.routeFrom[route]!
    for (let at = first; at <= end; at++) {
      const arrival = free + travel[place * places + here]!
      if (arrival > lastMoment) return
      const nextPlace = at < end ? c.place[stop[at]!]! : base
      const due = at < end ? latest[at]! : c.routeTo[route]!
      const start = this.firstStart(option, arrival)
      if (start < NEVER && start + duration + travel[here * places + nextPlace]! <= due) {
        const detour =
          travel[place * places + here]! +
          travel[here * places + nextPlace]! -
          (end > first ? travel[place * places + nextPlace]! : 0)
        const gain = worth - c.travelWeight * detour
        if (gain > this.foundGain) {
          this.foundGain = gain
          this.foundOption = option
          this.foundPosition = at - first
        }
      }
      if (at === end) return
      const request2 = stop[at]!
      free = earliest[at]! + c.duration[request2]!
      place = c.place[request2]!
    }
  }

  /** Puts a request at the place found last. */
  insertFound(request: number): void {
    this.insert(request, this.foundOption, this.foundPosition)
    this.score += this.foundGain
  }

  private insert(request: number, option: number, position: number): void {
    const { c } = this
    const route = c.optionRoute[option]!
    const first = route * c.stride
    const end = first + this.length[route]!
    this.stop.copyWithin(first + position + 1, first + position, end)
    this.stopOption.copyWithin(first + position + 1, first + position, end)
    this.stop[first + position] = request
    this.stopOption[first + position] = option
    this.length[route]!++
    this.count(request, route, 1)
    this.refresh(route)
  }

  private count(request: number, route: number, by: 1 | -1): void {
    const { c } = this
    const enterprise = c.enterpriseOf[request]!
    this.routeOf[request] = by === 1 ? route : -1
    this.enterpriseCount[enterprise]! += by
    this.enterpriseDay[enterprise * c.days + c.routeDay[route]!]! += by
    this.teamCount[c.routeTeam[route]!]! += by
  }

  /** Travel of a route, base to base. */
  private travelOf(route: number): number {
    const { c } = this
    const first = route * c.stride
    const base = c.routeBase[route]!
    let place = base
    let sum = 0
    for (let at = first; at < first + this.length[route]!; at++) {
      const to = c.place[this.stop[at]!]!
      sum += c.travel[place * c.places + to]!
      place = to
    }
    return sum + (this.length[route]! > 0 ? c.travel[place * c.places + base]! : 0)
  }

  /** Takes a visited request out; its followers must be out already. */
  remove(request: number): void {
    const { c } = this
    const route = this.routeOf[request]!
    const first = route * c.stride
    const end = first + this.length[route]!
    const before = this.travelOf(route)
    let at = first
    while (this.stop[at] !== request) at++
    this.score -= c.value[request]! + c.optionBonus[this.stopOption[at]!]!
    this.stop.copyWithin(at, at + 1, end)
    this.stopOption.copyWithin(at, at + 1, end)
    this.length[route]!--
    this.count(request, route, -1)
    const enterprise = c.enterpriseOf[request]!
    if (this.enterpriseCount[enterprise] === 0) this.score -= c.enterpriseCoverage[enterprise]!
    this.score += c.travelWeight * (before - this.travelOf(route))
    this.refresh(route)
  }

  /**
   * Empties a route and fills it from a copy taken before, which begins at `from` (the route's own place where left
   * out); the score is the caller's to restore.
   */
  restoreRoute(
    route: number,
    stops: Int32Array,
    options: Int32Array,
    length: number,
    from = route * this.c.stride,
  ): void {
    const first = route * this.c.stride
    for (let at = first; at < first + this.length[route]!; at++) {
      if (this.routeOf[this.stop[at]!] === route) this.count(this.stop[at]!, route, -1)
    }
    for (let at = 0; at < length; at++) {
      this.stop[first + at] = stops[from + at]!
      this.stopOption[first + at] = options[from + at]!
      this.count(this.stop[first + at]!, route, 1)
    }
    this.length[route] = length
    this.refresh(route)
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
