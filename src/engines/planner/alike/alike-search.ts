import type { Limits } from '../search.ts'
import type { AlikeProblem } from './alike-problem.ts'
import { AlikeRoutes } from './alike-routes.ts'
import { RoutePool } from './route-pool.ts'

// Asking the clock and the caller costs more than a step.
const ASK_EVERY = 64
// Temperatures at the start and the end of a cooling, as shares of a request's mean value. Found by trial.
const HOT = 0.7
const COLD = 0.05
// A route is overlooked once in this many looks (a power of two), which lets the greedy choice vary.
const BLINK_EVERY = 128
// Drawn orders in which requests are offered a place; a power of two.
const ORDERS = 64
const NEAR = 40
// On long routes, and with more requests than this, only what lies near the stops taken out is offered a place: the nearest
// so many of each, but for one step in ten. A third more steps with a hundred requests, twice as many with two hundred.
const MANY_REQUESTS = 150
const NEAREST = 10
const ALL_SHARE = 0.1
// Stops taken out in a step, on average, and in one string.
const REMOVED = 10
const STRING = 7
const LONG_STRING = 10
// Stops on a route from which several strings of one route are taken at a time.
const LONG_ROUTE = 30
// Routes of plans within this share of the best are kept, and the best choice among them is sought this often.
const GOOD = 0.95
const CHOOSE_EVERY = 4096
// Before this share of the search a better choice is kept but not followed: the plan is still hot.
const FOLLOW_FROM = 0.5
// Steps of one cooling with so many requests; with more it is longer by the square. Short and often: a search that ends
// far from the best plan is begun anew soon.
const CYCLE = 25_000
const CYCLE_REQUESTS = 100
// Where a route could hold this many requests, whole parts of it are now and then given up for another corner.
const WIDE_ROUTE = 150
const LEAPS = 0.2

/** How often a search of so many steps cools. */
const cyclesOf = (steps: number, requests: number): number =>
  Math.max(1, Math.round(steps / (CYCLE * Math.max(1, requests / CYCLE_REQUESTS) ** 2)))

/** Ruin and recreate for routes that are alike. Works in arrays made once; a step allocates nothing. */
export class AlikeSearch extends AlikeRoutes {
  private readonly near: Int32Array
  private readonly orders: Int32Array[]
  /** The request that the ruin made room for, or −1. */
  private first = -1
  /** The request whose neighbours are offered a place before all others, or −1. */
  private around = -1
  private dice: number
  /** Stamp of the step in which a request was near what was taken out. */
  private readonly marked: Int32Array
  private readonly narrow: boolean
  private readonly longest: number
  private readonly long: boolean

  constructor(p: AlikeProblem, seed: number) {
    super(p)
    const { requests, routes } = p
    this.dice = Math.imul(seed + 1, 0x9e3779b1) | 1
    for (let at = 0; at < 8; at++) this.roll()
    this.marked = new Int32Array(requests)
    const long = requests / routes > LONG_ROUTE
    this.long = long
    this.narrow = long || requests > MANY_REQUESTS
    this.longest = long ? LONG_STRING : STRING
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

  /** Strings of stops out of routes near one request (Christiaens and Vanden Berghe, SISR). */
  private takeStrings(): void {
    const { near, routeOf, held, previous, next } = this
    const { requests } = this.p
    const perRow = near.length / requests
    const seed = this.below(requests)
    const longest = this.longest
    const strings = 1 + this.below(Math.max(1, Math.ceil((4 * REMOVED) / (1 + longest)) - 1))
    let done = 0
    for (let it = seed * perRow; it < (seed + 1) * perRow && done < strings; it++) {
      const node = near[it]!
      const route = routeOf[node]!
      if (route < 0 || (!this.long && this.touchedAt[route] === this.stamp)) continue
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

  /** A long part of a route, up to half of it, for the neighbourhood of a request that is left out. */
  private leap(): void {
    const { routeOf, held, next } = this
    const { requests, routes } = this.p
    const route = this.below(routes)
    const length = held[route]!
    if (length < 4) return this.takeAny()
    const size = 3 + this.below(length >> 1)
    let from = next[requests + route]!
    for (let skip = this.below(Math.max(1, length - size + 1)); skip > 0; skip--) from = next[from]!
    this.takeString(from, size)
    for (let tries = 0; tries < 12 && this.around < 0; tries++) {
      const request = this.below(requests)
      if (routeOf[request]! < 0) this.around = request
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

  /** Marks what is near the stops taken out: only these are offered a place. */
  private mark(): void {
    const { marked, near, saved, savedFrom, savedTo, routeOf, stamp } = this
    const perRow = near.length / this.p.requests
    for (let it = 0; it < this.touchedCount; it++)
      for (let n = savedFrom[it]!; n < savedTo[it]!; n++) {
        const out = saved[n]!
        if (routeOf[out]! >= 0) continue
        marked[out] = stamp
        for (let at = out * perRow; at < out * perRow + NEAREST; at++) marked[near[at]!] = stamp
      }
  }

  /** Offers every request left out its best place on the touched routes, in one of the drawn orders. */
  private recreate(some: boolean): void {
    const { next, earliest, latest, routeOf, touched, touchedCount, near, first, around, marked, stamp } = this
    const { leg, nodes, opens, closes, value, duration, requests, guideWeight } = this.p
    const order = this.orders[this.roll() & (ORDERS - 1)]!
    let dice = this.dice
    // Before the order, at negative places: the one that room was made for, or a neighbourhood.
    const perRow = near.length / requests
    let at = around >= 0 ? -perRow : first >= 0 ? -1 : 0
    for (; at < requests; at++) {
      const request = at >= 0 ? order[at]! : around >= 0 ? near[(around + 1) * perRow + at]! : first
      if (routeOf[request]! >= 0 || (some && at >= 0 && marked[request] !== stamp)) continue
      const open = opens[request]!
      const close = closes[request]!
      const soonestEnd = open + duration[request]!
      const row = request * nodes
      // Ways here are legs: the duration of the request is in every one alike.
      let best = at < 0 && around < 0 ? 0x3fffffff : value[request]! / guideWeight + duration[request]!
      let place = -1
      for (let it = 0; it < touchedCount; it++) {
        dice ^= dice << 13
        dice ^= dice >>> 17
        dice ^= dice << 5
        if ((dice & (BLINK_EVERY - 1)) === 0) continue
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

  private startAnew(): void {
    this.load([])
    this.first = -1
    this.around = -1
    for (let route = 0; route < this.p.routes; route++) this.touch(route)
    this.recreate(false)
  }

  /** @returns the best routes found, and the steps made. */
  run(limits: Limits): { routes: number[][]; steps: number } {
    const { value, requests, routes, guideWeight } = this.p
    let mean = 0
    for (let at = 0; at < requests; at++) mean += value[at]! / requests
    this.startAnew()
    let cycles = 0
    let cycle = 0
    let best = this.plan()
    let bestValue = this.value
    let bestGuide = this.value - guideWeight * this.way
    let temperature = HOT * mean
    let step = 0
    let progress = 0
    const wide = requests / routes > WIDE_ROUTE
    const pool = routes > 1 ? new RoutePool(this.p) : undefined
    for (; ; step++) {
      if (pool && step % CHOOSE_EVERY === 0 && progress > 0.1) {
        const chosen = pool.choose(bestValue)
        if (chosen) {
          while (chosen.length < routes) chosen.push([])
          const current = this.plan()
          this.load(chosen)
          bestValue = this.value
          bestGuide = this.value - guideWeight * this.way
          best = chosen
          if (progress < FOLLOW_FROM) this.load(current)
        }
      }
      if (step % ASK_EVERY === 0) {
        progress = limits.progress(step)
        limits.report(step, bestValue, progress)
        if (progress >= 1) break
        if (cycles === 0 && progress >= 0.02) cycles = cyclesOf(step / progress, requests)
        const at = progress * Math.max(1, cycles)
        if (cycles > 0 && Math.floor(at) > cycle) {
          cycle = Math.floor(at)
          this.startAnew()
        }
        temperature = HOT * mean * (COLD / HOT) ** (at - cycle)
      }
      const before = this.value - guideWeight * this.way
      this.begin()
      this.first = -1
      this.around = -1
      const dice = this.unit()
      if (wide && this.unit() < LEAPS) this.leap()
      else if (dice < 0.6) this.takeStrings()
      else if (dice < 0.9) this.makeRoom()
      else this.takeAny()
      if (this.touchedCount === 0) continue
      const some = this.narrow && this.around < 0 && this.unit() >= ALL_SHARE
      if (some) this.mark()
      this.recreate(some)
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
      if (pool && this.value >= bestValue * GOOD)
        for (let at = 0; at < this.touchedCount; at++) pool.add(requests + this.touched[at]!, this.next)
    }
    return { routes: best, steps: step }
  }
}
