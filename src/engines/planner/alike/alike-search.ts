import type { Limits } from '../search.ts'
import type { AlikeProblem } from './alike-problem.ts'

// Asking the clock and the caller costs more than a step.
const ASK_EVERY = 64
// Temperatures at the start and the end, as shares of a request's mean value. Found by trial.
const HOT = Number(process.env.HOT ?? 0.7)
const COLD = Number(process.env.COLD ?? 0.004)
// A route is overlooked once in this many looks, which lets the greedy choice vary.
const BLINK = 0x7f
const ORDERS = 64
const NEAR = 40

/** Ruin and recreate for routes that are alike. Works in arrays made once; a step allocates nothing. */
export class AlikeSearch {
  readonly p: AlikeProblem
  /** Order of a route as a ring: base node, stops, base node. */
  readonly next: Int32Array
  readonly previous: Int32Array
  /** Earliest start by what comes before, latest by what comes after. */
  readonly earliest: Int32Array
  readonly latest: Int32Array
  readonly routeOf: Int32Array
  readonly held: Int32Array
  value = 0
  way = 0
  private readonly near: Int32Array
  private readonly orders: Int32Array[]
  private readonly touchedAt: Int32Array
  private readonly touched: Int32Array
  private touchedCount = 0
  private stamp = 0
  private readonly saved: Int32Array
  private readonly savedEarliest: Int32Array
  private readonly savedLatest: Int32Array
  private readonly savedFrom: Int32Array
  private readonly savedTo: Int32Array
  private savedCount = 0
  private savedValue = 0
  private savedWay = 0
  private first = -1
  private dice: number
  private readonly longest: number
  private readonly removed: number

  constructor(p: AlikeProblem, seed: number) {
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
    this.dice = Math.imul(seed + 1, 0x9e3779b1) | 1
    for (let at = 0; at < 8; at++) this.roll()
    const long = requests / routes > 30
    this.longest = long ? 10 : 7
    this.removed = long ? 10 : 10
    this.near = this.findNear()
    this.orders = Array.from({ length: ORDERS }, (_, at) => this.drawOrder(at))
  }

  /** xorshift32: 32 bits, signed. */
  private roll(): number {
    let x = this.dice
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    return (this.dice = x)
  }

  private below(limit: number): number {
    return ((this.roll() >>> 0) * limit * 2.3283064365386963e-10) | 0
  }

  private unit(): number {
    return (this.roll() >>> 0) * 2.3283064365386963e-10
  }

  private findNear(): Int32Array {
    const { requests, nodes, leg, duration } = this.p
    const count = Math.min(NEAR, requests)
    const near = new Int32Array(requests * count)
    const all = Array.from({ length: requests }, (_, at) => at)
    for (let from = 0; from < requests; from++) {
      const way = (to: number): number => leg[from * nodes + to]! - duration[from]!
      all.sort((a, b) => way(a) - way(b) || a - b)
      near.set(all.slice(0, count), from * count)
    }
    return near
  }

  /** One order in which requests are offered a place. */
  private drawOrder(kind: number): Int32Array {
    const { requests, value, opens, closes, duration } = this.p
    const key = new Float64Array(requests)
    for (let at = 0; at < requests; at++) {
      const noise = this.unit()
      switch (kind % 5) {
        case 0:
          key[at] = noise
          break
        case 1:
          key[at] = -value[at]! * (0.9 + 0.2 * noise)
          break
        case 2:
          key[at] = (-value[at]! / (10 + duration[at]!)) * (0.7 + 0.6 * noise)
          break
        case 3:
          key[at] = (closes[at]! - opens[at]!) * (0.7 + 0.6 * noise)
          break
        default:
          key[at] = -value[at]! * noise
      }
    }
    return Int32Array.from({ length: requests }, (_, at) => at).sort((a, b) => key[a]! - key[b]! || a - b)
  }

  private touch(route: number): void {
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

  private begin(): void {
    this.stamp++
    this.touchedCount = 0
    this.savedCount = 0
    this.first = -1
    this.savedValue = this.value
    this.savedWay = this.way
  }

  private undo(): void {
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
  private takeString(from: number, count: number): void {
    const { next, previous, routeOf } = this
    const { leg, nodes, value, duration, requests } = this.p
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
    void duration
  }

  /** Strings of stops out of routes near one request (Christiaens and Vanden Berghe, SISR). */
  private takeStrings(): void {
    const { near, routeOf, held, previous, next } = this
    const { requests } = this.p
    const perRow = near.length / requests
    const seed = this.below(requests)
    const longest = this.longest
    const strings = 1 + this.below(Math.max(1, Math.ceil((4 * this.removed) / (1 + longest)) - 1))
    let done = 0
    for (let it = seed * perRow; it < (seed + 1) * perRow && done < strings; it++) {
      const node = near[it]!
      const route = routeOf[node]!
      if (route < 0 || this.touchedAt[route] === this.stamp) continue
      done++
      const length = held[route]!
      const size = 1 + this.below(Math.min(length, longest))
      // As far back as the string may reach, without leaving the route at either end.
      let from = node
      let back = this.below(size)
      while (back > 0 && previous[from]! < requests) {
        from = previous[from]!
        back--
      }
      if (size > 1 && this.unit() < 0.3) {
        const split = 1 + this.below(size - 1)
        let after = from
        for (let steps = split + 1 + this.below(3); steps > 0 && after < requests; steps--) after = next[after]!
        if (after < requests && after !== from) this.takeString(after, size - split)
        this.takeString(from, split)
      } else this.takeString(from, size)
    }
  }

  /** Part of a route for one request that is left out, which is then placed before all others. */
  private makeRoom(): void {
    const { routeOf, held, next } = this
    const { requests, routes } = this.p
    for (let tries = 0; tries < 12; tries++) {
      const request = this.below(requests)
      if (routeOf[request]! >= 0) continue
      const route = this.below(routes)
      const length = held[route]!
      if (length > 0) {
        const size = 1 + this.below(Math.min(3, length))
        let from = next[requests + route]!
        for (let skip = this.below(length - size + 1); skip > 0; skip--) from = next[from]!
        this.takeString(from, size)
      } else this.touch(route)
      this.first = request
      return
    }
  }

  private takeAny(): void {
    const wanted = 1 + this.below(6)
    for (let tries = 0, done = 0; tries < wanted * 4 && done < wanted; tries++) {
      const request = this.below(this.p.requests)
      if (this.routeOf[request]! < 0) continue
      this.takeString(request, 1)
      done++
    }
  }

  private insert(node: number, before: number, detour: number): void {
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

  /** Offers every request left out its best place on the touched routes, in one of the drawn orders. */
  private recreate(): void {
    const { next, earliest, latest, routeOf, touched, touchedCount } = this
    const { leg, nodes, opens, closes, value, duration, requests, guideWeight } = this.p
    const order = this.orders[this.roll() & (ORDERS - 1)]!
    let dice = this.dice
    let at = -1
    if (this.first < 0) at = 0
    for (; at < requests; at++) {
      const request = at < 0 ? this.first : order[at]!
      if (routeOf[request]! >= 0) continue
      const open = opens[request]!
      const close = closes[request]!
      const soonestEnd = open + duration[request]!
      const row = request * nodes
      // Ways here are legs: the duration of the request is in every one alike.
      let best = at < 0 ? 0x3fffffff : value[request]! / guideWeight + duration[request]!
      let place = -1
      for (let it = 0; it < touchedCount; it++) {
        dice ^= dice << 13
        dice ^= dice >>> 17
        dice ^= dice << 5
        if ((dice & BLINK) === 0) continue
        let before = requests + touched[it]!
        let after = next[before]!
        while (latest[after]! < soonestEnd) {
          before = after
          after = next[after]!
        }
        for (;;) {
          const to = leg[before * nodes + request]!
          let start = earliest[before]! + to
          if (start > close) break
          if (start < open) start = open
          const on = leg[row + after]!
          if (start + on <= latest[after]!) {
            const detour = to + on - leg[before * nodes + after]!
            if (detour < best) {
              best = detour
              place = before
            }
          }
          if (after >= requests) break
          before = after
          after = next[after]!
        }
      }
      if (place >= 0) this.insert(request, place, best)
    }
    this.dice = dice
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

  /** @returns the best routes found, and the steps made. */
  run(limits: Limits): { routes: number[][]; steps: number } {
    const { value, requests, routes, guideWeight } = this.p
    let mean = 0
    for (let at = 0; at < requests; at++) mean += value[at]! / requests
    this.begin()
    for (let route = 0; route < routes; route++) this.touch(route)
    this.recreate()
    let best = this.plan()
    let bestValue = this.value
    let bestGuide = this.value - guideWeight * this.way
    let temperature = HOT * mean
    let step = 0
    for (; ; step++) {
      if (step % ASK_EVERY === 0) {
        const progress = limits.progress(step)
        limits.report(step, bestValue, progress)
        if (progress >= 1) break
        temperature = HOT * mean * (COLD / HOT) ** progress
      }
      const before = this.value - guideWeight * this.way
      this.begin()
      const dice = this.unit()
      if (dice < 0.6) this.takeStrings()
      else if (dice < 0.9) this.makeRoom()
      else this.takeAny()
      if (this.touchedCount === 0) continue
      this.recreate()
      const guide = this.value - guideWeight * this.way
      if (guide < before + temperature * Math.log(this.unit() + 1e-300)) {
        this.undo()
        continue
      }
      if (this.value > bestValue || (this.value === bestValue && guide > bestGuide + 1e-9)) {
        bestValue = this.value
        bestGuide = guide
        best = this.plan()
      }
    }
    return { routes: best, steps: step }
  }
}
