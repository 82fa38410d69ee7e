import type { AlikeProblem } from './alike-problem.ts'

/** Feasible routes under change, with what it takes to put a step back. Arrays are made once. */
export class AlikeRoutes {
  readonly p: AlikeProblem
  /** Order of a route as a ring: base node, stops, base node. */
  readonly next: Int32Array
  readonly previous: Int32Array
  /** Earliest start by what comes before, latest by what comes after. */
  readonly earliest: Int32Array
  readonly latest: Int32Array
  /** Route of a node, or −1. */
  readonly routeOf: Int32Array
  /** Stops of a route. */
  readonly held: Int32Array
  value = 0
  way = 0
  /** Routes touched in this step. */
  readonly touched: Int32Array
  touchedCount = 0
  protected readonly touchedAt: Int32Array
  protected stamp = 0
  protected readonly saved: Int32Array
  private readonly savedEarliest: Int32Array
  private readonly savedLatest: Int32Array
  protected readonly savedFrom: Int32Array
  protected readonly savedTo: Int32Array
  private savedCount = 0
  private savedValue = 0
  private savedWay = 0

  constructor(p: AlikeProblem) {
    this.p = p
    const { nodes, requests, routes } = p
    this.next = new Int32Array(nodes)
    this.previous = new Int32Array(nodes)
    this.earliest = new Int32Array(nodes)
    this.latest = new Int32Array(nodes)
    this.routeOf = new Int32Array(nodes).fill(-1)
    this.held = new Int32Array(routes)
    for (let base = requests; base < nodes; base++) {
      this.next[base] = base
      this.previous[base] = base
      this.earliest[base] = p.opens[base]!
      this.latest[base] = p.closes[base]!
      this.routeOf[base] = base - requests
    }
    this.touchedAt = new Int32Array(routes)
    this.touched = new Int32Array(routes)
    this.saved = new Int32Array(nodes)
    this.savedEarliest = new Int32Array(nodes)
    this.savedLatest = new Int32Array(nodes)
    this.savedFrom = new Int32Array(routes)
    this.savedTo = new Int32Array(routes)
  }

  /** Keeps a copy of a route before its first change of the step. */
  protected touch(route: number): void {
    if (this.touchedAt[route] === this.stamp) return
    this.touchedAt[route] = this.stamp
    const { next, earliest, latest, saved, savedEarliest, savedLatest } = this
    const base = this.p.requests + route
    let to = this.savedCount
    this.savedFrom[this.touchedCount] = to
    for (let at = next[base]!; at !== base; at = next[at]!) {
      saved[to] = at
      savedEarliest[to] = earliest[at]!
      savedLatest[to] = latest[at]!
      to++
    }
    this.savedTo[this.touchedCount] = to
    this.savedCount = to
    this.touched[this.touchedCount++] = route
  }

  protected begin(): void {
    this.stamp++
    this.touchedCount = 0
    this.savedCount = 0
    this.savedValue = this.value
    this.savedWay = this.way
  }

  protected undo(): void {
    const { next, previous, earliest, latest, routeOf, saved, savedEarliest, savedLatest, touched } = this
    const { requests } = this.p
    for (let it = 0; it < this.touchedCount; it++) {
      const base = requests + touched[it]!
      for (let at = next[base]!; at !== base; at = next[at]!) routeOf[at] = -1
    }
    for (let it = 0; it < this.touchedCount; it++) {
      const route = touched[it]!
      const base = requests + route
      let before = base
      const to = this.savedTo[it]!
      for (let from = this.savedFrom[it]!; from < to; from++) {
        const at = saved[from]!
        next[before] = at
        previous[at] = before
        earliest[at] = savedEarliest[from]!
        latest[at] = savedLatest[from]!
        routeOf[at] = route
        before = at
      }
      next[before] = base
      previous[base] = before
      this.held[route] = to - this.savedFrom[it]!
    }
    this.value = this.savedValue
    this.way = this.savedWay
  }

  /** Earliest starts after a node, until one stays as it was. */
  private forward(node: number): void {
    const { next, earliest } = this
    const { leg, opens, nodes, requests } = this.p
    let from = node
    for (;;) {
      const to = next[from]!
      if (to >= requests) return
      let start = earliest[from]! + leg[from * nodes + to]!
      if (start < opens[to]!) start = opens[to]!
      if (earliest[to] === start) return
      earliest[to] = start
      from = to
    }
  }

  /** Latest starts before a node, until one stays as it was. */
  private backward(node: number): void {
    const { previous, latest } = this
    const { leg, closes, nodes, requests } = this.p
    let to = node
    for (;;) {
      const from = previous[to]!
      if (from >= requests) return
      let start = latest[to]! - leg[from * nodes + to]!
      if (start > closes[from]!) start = closes[from]!
      if (latest[from] === start) return
      latest[from] = start
      to = from
    }
  }

  /** Takes `count` stops out, from a node on. */
  protected takeString(from: number, count: number): void {
    const { next, previous, routeOf } = this
    const { leg, nodes, value, requests } = this.p
    const route = routeOf[from]!
    this.touch(route)
    const before = previous[from]!
    let at = from
    for (let it = 0; it < count && at < requests; it++) {
      this.way -= leg[previous[at]! * nodes + at]!
      this.value -= value[at]!
      routeOf[at] = -1
      this.held[route]!--
      at = next[at]!
    }
    this.way += leg[before * nodes + at]! - leg[previous[at]! * nodes + at]!
    next[before] = at
    previous[at] = before
    this.forward(before)
    this.backward(at)
  }

  protected insert(node: number, before: number, detour: number): void {
    const { next, previous, routeOf, earliest, latest } = this
    const { leg, nodes, opens, closes, value } = this.p
    const after = next[before]!
    next[before] = node
    previous[node] = before
    next[node] = after
    previous[after] = node
    const route = routeOf[before]!
    routeOf[node] = route
    this.held[route]!++
    this.value += value[node]!
    this.way += detour
    earliest[node] = Math.max(opens[node]!, earliest[before]! + leg[before * nodes + node]!)
    latest[node] = Math.min(closes[node]!, latest[after]! - leg[node * nodes + after]!)
    this.forward(node)
    this.backward(node)
  }

  /** Requests of each route in order. */
  plan(): number[][] {
    const { requests, routes } = this.p
    return Array.from({ length: routes }, (_, route) => {
      const stops: number[] = []
      for (let at = this.next[requests + route]!; at < requests; at = this.next[at]!) stops.push(at)
      return stops
    })
  }

  /** Puts a plan in place of what stands. */
  protected load(plan: readonly (readonly number[])[]): void {
    const { next, previous, routeOf } = this
    const { requests, routes } = this.p
    this.begin()
    for (let route = 0; route < routes; route++) {
      const base = requests + route
      for (let at = next[base]!; at < requests; at = next[at]!) routeOf[at] = -1
      next[base] = base
      previous[base] = base
      this.held[route] = 0
    }
    this.value = 0
    this.way = 0
    plan.forEach((stops, route) => {
      let before = requests + route
      for (const node of stops) {
        const { leg, nodes } = this.p
        const after = requests + route
        const detour = leg[before * nodes + node]! + leg[node * nodes + after]! - leg[before * nodes + after]!
        this.insert(node, before, detour)
        before = node
      }
    })
  }
}
