import type { AlikeProblem } from './alike-problem.ts'

// Routes kept at most; the table of their hashes stays less than half full.
const MOST = 12_000
const TABLE = 1 << 15
// Rounds of the multipliers, and nodes of the tree: a few milliseconds each.
const ROUNDS = 50
const MOST_NODES = 20_000
// Longer routes are not kept.
const MOST_STOPS = 96

/**
 * Routes met in good plans, and the best choice of disjoint ones among them: set packing, bounded by Lagrangian
 * multipliers of the requests and finished by branch and bound within what the bound leaves open.
 */
export class RoutePool {
  private readonly p: AlikeProblem
  private readonly words: number
  private readonly stride: number
  private readonly mask: Int32Array
  private readonly stops: Int16Array
  private readonly length: Int16Array
  private readonly profit: Float64Array
  private readonly reduced: Float64Array
  private readonly hash: Int32Array
  private readonly table: Int32Array
  private readonly zobrist: Int32Array
  private readonly price: Float64Array
  private readonly scratch: Int32Array
  private readonly covered: Int32Array
  private readonly step: number
  count = 0

  constructor(p: AlikeProblem) {
    this.p = p
    this.words = Math.ceil(p.requests / 32)
    this.stride = Math.min(p.requests, MOST_STOPS)
    this.mask = new Int32Array(MOST * this.words)
    this.stops = new Int16Array(MOST * this.stride)
    this.length = new Int16Array(MOST)
    this.profit = new Float64Array(MOST)
    this.reduced = new Float64Array(MOST)
    this.hash = new Int32Array(MOST)
    this.table = new Int32Array(TABLE)
    this.price = new Float64Array(p.requests)
    this.scratch = new Int32Array(this.words)
    this.covered = new Int32Array(p.requests)
    let dice = 0x2545f491
    this.zobrist = Int32Array.from({ length: p.requests }, () => {
      dice ^= dice << 13
      dice ^= dice >>> 17
      dice ^= dice << 5
      return dice
    })
    // A better plan is better by at least this much.
    this.step = p.value.every((it) => Number.isInteger(it)) ? 1 : 1e-6
  }

  /** Keeps a route, given by its base node and the order of stops; one of the same requests is kept once. */
  add(base: number, next: Int32Array): void {
    const { words, stride, mask, table, zobrist, scratch } = this
    const { requests, value } = this.p
    if (this.count === MOST) this.halve()
    scratch.fill(0)
    let hash = 0
    let length = 0
    let profit = 0
    const row = this.count * stride
    for (let at = next[base]!; at < requests; at = next[at]!) {
      if (length === stride) return
      hash ^= zobrist[at]!
      profit += value[at]!
      scratch[at >> 5]! |= 1 << (at & 31)
      this.stops[row + length++] = at
    }
    if (length === 0) return
    let slot = hash & (TABLE - 1)
    for (; table[slot]! > 0; slot = (slot + 1) & (TABLE - 1)) {
      const known = table[slot]! - 1
      if (this.hash[known] !== hash) continue
      let same = true
      for (let word = 0; word < words && same; word++) same = mask[known * words + word] === scratch[word]
      if (same) return
    }
    const to = this.count++
    table[slot] = to + 1
    this.hash[to] = hash
    this.length[to] = length
    this.profit[to] = profit
    mask.set(scratch, to * words)
    this.reduce(to)
  }

  /** Profit of a route less the prices of its requests. */
  private reduce(route: number): void {
    const { stride, stops, price } = this
    let reduced = this.profit[route]!
    for (let at = route * stride; at < route * stride + this.length[route]!; at++) reduced -= price[stops[at]!]!
    this.reduced[route] = reduced
  }

  /** Forgets the half of the routes that the prices speak least for. */
  private halve(): void {
    const { words, stride, mask, stops, table } = this
    const middle = this.reduced.slice(0, this.count).sort()[this.count >> 1]!
    let to = 0
    table.fill(0)
    for (let from = 0; from < this.count; from++) {
      if (this.reduced[from]! <= middle) continue
      mask.copyWithin(to * words, from * words, (from + 1) * words)
      stops.copyWithin(to * stride, from * stride, (from + 1) * stride)
      this.length[to] = this.length[from]!
      this.profit[to] = this.profit[from]!
      this.reduced[to] = this.reduced[from]!
      this.hash[to] = this.hash[from]!
      let slot = this.hash[to]! & (TABLE - 1)
      while (table[slot]! > 0) slot = (slot + 1) & (TABLE - 1)
      table[slot] = ++to
    }
    this.count = to
  }

  /** Disjoint routes worth more than `atLeast` in all, or undefined where none were found. */
  choose(atLeast: number): number[][] | undefined {
    const { price, covered } = this
    const { requests, routes } = this.p
    if (this.count < routes) return undefined
    const goal = atLeast + this.step
    const top = new Int32Array(routes)
    let bestBound = Infinity
    const bestPrice = price.slice()
    let scale = 1
    for (let round = 0; round < ROUNDS; round++) {
      let sum = 0
      for (let at = 0; at < requests; at++) sum += price[at]!
      const found = this.priceAll(top)
      for (let at = 0; at < found; at++) sum += this.reduced[top[at]!]!
      if (sum < bestBound - 1e-9) {
        bestBound = sum
        bestPrice.set(price)
      } else scale *= 0.9
      if (bestBound < goal - 1e-6) break
      covered.fill(1)
      for (let at = 0; at < found; at++) {
        const row = top[at]! * this.stride
        for (let it = row; it < row + this.length[top[at]!]!; it++) covered[this.stops[it]!]!--
      }
      let norm = 0
      for (let at = 0; at < requests; at++)
        if (covered[at]! < 0 || (covered[at]! > 0 && price[at]! > 0)) norm += covered[at]! * covered[at]!
      if (norm === 0) break
      const step = (scale * Math.max(this.step, sum - atLeast)) / norm
      for (let at = 0; at < requests; at++) price[at] = Math.max(0, price[at]! - step * covered[at]!)
    }
    price.set(bestPrice)
    if (bestBound < goal - 1e-6) {
      this.priceAll(top)
      return undefined
    }
    return this.branch(goal)
  }

  /** Worth of every route after prices; fills `top` with the best, those above 0 only. @returns how many. */
  private priceAll(top: Int32Array): number {
    const { reduced } = this
    let found = 0
    for (let route = 0; route < this.count; route++) {
      this.reduce(route)
      const worth = reduced[route]!
      if (worth <= 0 || (found === top.length && worth <= reduced[top[found - 1]!]!)) continue
      let at = found < top.length ? found++ : found - 1
      for (; at > 0 && reduced[top[at - 1]!]! < worth; at--) top[at] = top[at - 1]!
      top[at] = route
    }
    return found
  }

  private branch(goal: number): number[][] | undefined {
    const { price, reduced, mask, words, stops, stride } = this
    const { routes, requests } = this.p
    const top = new Int32Array(routes)
    const found = this.priceAll(top)
    let sum = 0
    for (let at = 0; at < requests; at++) sum += price[at]!
    let ofTop = 0
    for (let at = 0; at < found; at++) ofTop += reduced[top[at]!]!
    const last = found === routes ? reduced[top[found - 1]!]! : 0
    // A route below this cannot be part of any better plan.
    const least = goal - 1e-6 - (sum + ofTop - last)
    const open: number[] = []
    for (let route = 0; route < this.count; route++) if (reduced[route]! >= least) open.push(route)
    open.sort((a, b) => reduced[b]! - reduced[a]! || a - b)
    const used = new Int32Array(words)
    const chosen: number[] = []
    let best: number[] | undefined
    let bestValue = goal - 1e-6
    let nodes = 0
    const dive = (from: number, worth: number, value: number): void => {
      if (value > bestValue) {
        bestValue = value + this.step - 1e-6
        best = chosen.slice()
      }
      const left = routes - chosen.length
      if (left === 0) return
      for (let at = from; at < open.length; at++) {
        if (++nodes > MOST_NODES) return
        const route = open[at]!
        if (sum + worth + left * Math.max(0, reduced[route]!) < bestValue) return
        const row = route * words
        let clash = false
        for (let word = 0; word < words && !clash; word++) clash = (used[word]! & mask[row + word]!) !== 0
        if (clash) continue
        for (let word = 0; word < words; word++) used[word]! |= mask[row + word]!
        chosen.push(route)
        dive(at + 1, worth + reduced[route]!, value + this.profit[route]!)
        chosen.pop()
        for (let word = 0; word < words; word++) used[word]! &= ~mask[row + word]!
      }
    }
    dive(0, 0, 0)
    return best?.map((route) => Array.from(stops.subarray(route * stride, route * stride + this.length[route]!)))
  }
}
