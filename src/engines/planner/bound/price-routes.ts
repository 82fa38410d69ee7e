import { runPass, type Pass, type PassMode } from './label-pass.ts'
import { Neighbourhoods } from './neighbourhoods.ts'
import type { CutPrices, Prices } from './prices.ts'
import type { TeamRouting } from './route-graph.ts'

export interface Priced {
  /** Real routes worth more than asked, the best first, as vertices in the order of their visits. */
  readonly routes: number[][]
  /** No route is worth more than this, in units of the prices; undefined where that was not established. */
  readonly most?: number
  /** The same from the rough pass: holds, but is seldom close. */
  readonly ceiling?: number
}

const NO_CUTS: CutPrices = {
  count: 0,
  words: 0,
  price: new Int32Array(0),
  holds: new Int32Array(0),
  keeps: new Int32Array(0),
}

const isReal = (route: readonly number[]): boolean => new Set(route).size === route.length

/** Finds the best routes under given prices by labelling in turns of both directions, each bounding the next. */
export class RoutePricer {
  readonly routing: TeamRouting
  readonly expired: () => boolean
  maxLabels = 3_000_000
  private readonly rough: Neighbourhoods
  private readonly near: Neighbourhoods

  constructor(routing: TeamRouting, expired: () => boolean) {
    this.routing = routing
    this.expired = expired
    this.rough = new Neighbourhoods(routing.forward, 3)
    this.near = new Neighbourhoods(routing.forward, 8)
  }

  private pass(
    prices: Prices,
    mode: PassMode,
    above: number,
    forward: boolean,
    near: Neighbourhoods,
    opposite?: Pass,
    { maxLabels = this.maxLabels, skipWorthless = true } = {},
  ): Pass {
    const { routing, expired } = this
    return runPass({
      graph: forward ? routing.forward : routing.backward,
      prices,
      mode,
      remembers: near.bits,
      opposite,
      skipWorthless,
      above,
      maxLabels,
      expired,
    })
  }

  private roughPass(prices: Prices, above: number, skipWorthless = true): Pass {
    const plain = { ...prices, cuts: NO_CUTS }
    return this.pass(plain, 'relaxed', above, false, this.rough, undefined, { skipWorthless })
  }

  /** Routes from the quick mode, or else the exact answer. `above`: only routes worth more are of interest. */
  price(prices: Prices, above: number, wanted: number, quick = true): Priced {
    const rough = this.roughPass(prices, above)
    if (!rough.complete) return { routes: [] }
    if (rough.ends.length === 0) return { routes: [], most: above }
    if (quick) {
      const found = this.pass(prices, 'quick', above, true, this.near, rough)
      const ceiling = rough.store.worth[rough.ends[0]!]!
      if (found.ends.length > 0) return { routes: this.diverse(found, true, wanted), ceiling }
    }
    return this.priceExactly(prices, above, wanted, rough)
  }

  /** Tightens the neighbourhoods until a real route comes first or none is left. */
  private priceExactly(prices: Prices, above: number, wanted: number, rough: Pass): Priced {
    let pass = rough
    let forward = false
    let most: number | undefined
    for (;;) {
      forward = !forward
      const next = this.pass(prices, 'relaxed', above, forward, this.near, pass)
      if (!next.complete) return { routes: [], most }
      if (next.ends.length === 0) return { routes: [], most: above }
      pass = next
      most = pass.store.worth[pass.ends[0]!]!
      const routes = this.diverse(pass, forward, wanted)
      // A first route that is real is the best of all.
      if (routes.length > 0) return { routes, most }
      for (const end of pass.ends.slice(0, 100)) this.near.forbid(pass.store.routeOf(end))
    }
  }

  /** The best route: proven where `most` is its worth, or where there is none worth more than `above`. */
  best(prices: Prices, above: number): Priced {
    let pass = this.roughPass(prices, above)
    if (!pass.complete) return { routes: [] }
    let most = pass.ends.length > 0 ? pass.store.worth[pass.ends[0]!]! : above
    let forward = false
    let routes: number[][] = []
    while (pass.ends.length > 0) {
      forward = !forward
      // Where a real route is known, only better ones are of interest.
      pass = this.pass(prices, 'relaxed', above, forward, this.near, pass)
      if (!pass.complete) return { routes, most }
      if (pass.ends.length === 0) return { routes, most: above }
      most = pass.store.worth[pass.ends[0]!]!
      const found = this.diverse(pass, forward, 1)
      if (found.length > 0) routes = found
      if (isReal(pass.store.routeOf(pass.ends[0]!))) return { routes, most }
      for (const end of pass.ends.slice(0, 100)) this.near.forbid(pass.store.routeOf(end))
    }
    return { routes, most }
  }

  /** Every set of customers that a route worth more than `above` can visit; undefined where there are too many. */
  all(prices: Prices, above: number, maxLabels: number): number[][] | undefined {
    let pass = this.roughPass(prices, above, false)
    for (const forward of [true, false]) {
      if (!pass.complete) return undefined
      pass = this.pass(prices, 'relaxed', above, forward, this.near, pass, { skipWorthless: false })
    }
    if (!pass.complete) return undefined
    const found = this.pass(prices, 'all', above, true, this.near, pass, { maxLabels, skipWorthless: false })
    if (!found.complete) return undefined
    const routes = new Map<string, number[]>()
    for (const end of found.ends) {
      const route = found.store.routeOf(end)
      const key = route.toSorted((a, b) => a - b).join()
      if (!routes.has(key)) routes.set(key, route)
    }
    return [...routes.values()]
  }

  // The best real routes, each customer in a few of them only.
  private diverse(pass: Pass, forward: boolean, wanted: number): number[][] {
    const used = new Int32Array(this.routing.size)
    const keys = new Set<string>()
    const routes: number[][] = []
    for (const end of pass.ends) {
      const route = pass.store.routeOf(end)
      if (!isReal(route)) continue
      if (routes.length > 0 && route.every((it) => used[it]! >= 5)) continue
      const key = route.toSorted((a, b) => a - b).join()
      if (keys.has(key)) continue
      keys.add(key)
      for (const it of route) used[it]!++
      routes.push(forward ? route : route.toReversed())
      if (routes.length >= wanted) break
    }
    return routes
  }
}
