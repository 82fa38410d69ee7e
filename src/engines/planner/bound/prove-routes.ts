import type { Clock } from '../pace.ts'
import { loadHighs } from './load-highs.ts'
import { pricesOf, scaleFor, type Prices } from './prices.ts'
import { RoutePricer } from './price-routes.ts'
import type { TeamRouting } from './route-graph.ts'
import { RouteMaster } from './route-master.ts'
import { brokenSubsetRows } from './subset-rows.ts'

export interface Proof {
  /** No plan of these teams earns more. */
  readonly bound: number
  /** True where the routes earn the bound. */
  readonly optimal: boolean
  readonly score: number
  /** The best routes known, as vertices in the order of their visits. */
  readonly routes: number[][]
}

export interface ProveOptions {
  readonly seconds: number
  /** Routes to start from, which the proof then tries to beat. */
  readonly start?: readonly (readonly number[])[]
  readonly clock?: Clock
  /** Told what happens, for people who watch. */
  readonly onStep?: (line: string) => void
}

const MAX_CUTS = 160
const ROUTES_AT_ONCE = 40
/** What listing all routes may take while cuts can still close the gap, and at the end; share: of the time left. */
const EARLY = { labels: 200_000, routes: 3000, share: 0.2 }
const FINAL = { labels: 3_000_000, routes: 15_000, share: 1 }

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b))

/** Whether the teams can drive these routes: counted anew from the times, without the labels. */
export const drivable = (routing: TeamRouting, routes: readonly (readonly number[])[]): boolean => {
  const { opening, latest, step, size, horizon } = routing.forward
  const all = routes.flat()
  if (routes.filter((it) => it.length > 0).length > routing.teams || new Set(all).size !== all.length) return false
  return routes.every((route) => {
    let time = 0
    let before = 0
    for (const at of route) {
      time = Math.max(opening[at]!, time + step[before * size + at]!)
      if (time > latest[at]!) return false
      before = at
    }
    return time + (before === 0 ? 0 : step[before * size]!) <= horizon
  })
}

class Prover {
  readonly routing: TeamRouting
  readonly scale: number
  /** All profits are multiples of it, so all scores are. */
  readonly grain: number
  readonly pricer: RoutePricer
  readonly clock: Clock
  readonly ends: number
  readonly onStep: (line: string) => void
  routes: number[][]
  score: number
  bound: number

  constructor(routing: TeamRouting, options: ProveOptions) {
    this.routing = routing
    this.clock = options.clock ?? (() => performance.now())
    this.ends = this.clock() + options.seconds * 1000
    this.onStep = options.onStep ?? (() => {})
    this.scale = scaleFor(routing.profit)
    this.grain = Math.max(1, routing.profit.reduce(greatestDivisor, 0))
    this.pricer = new RoutePricer(routing, () => this.left() <= 0)
    this.routes = (options.start ?? []).map((it) => [...it])
    this.score = this.scoreOf(this.routes)
    this.bound = routing.profit.reduce((sum, it, at) => (routing.forward.latest[at]! < 0 ? sum : sum + it), 0)
  }

  /** Milliseconds left. */
  left(): number {
    return this.ends - this.clock()
  }

  scoreOf(routes: readonly (readonly number[])[]): number {
    let sum = 0
    for (const route of routes) for (const it of route) sum += this.routing.profit[it]!
    return sum
  }

  /** The score that would have to be reached to beat the routes known. */
  get target(): number {
    return this.score + this.grain
  }

  get done(): boolean {
    return this.bound < this.target || this.left() <= 0
  }

  improve(routes: readonly (readonly number[])[]): void {
    const score = this.scoreOf(routes)
    if (score <= this.score) return
    if (!drivable(this.routing, routes)) throw new Error('the proof found routes that cannot be driven')
    this.score = score
    this.routes = routes.map((it) => [...it])
    this.onStep(`score ${score}`)
  }

  /** Takes the bound that prices and the worth of the best route give (prices.ts). */
  lower(prices: Prices, most: number): void {
    const exact = prices.base + this.routing.teams * Math.max(0, most)
    const whole = Math.floor(exact / prices.scale)
    const bound = whole - (whole % this.grain)
    if (bound < this.bound) this.bound = bound
  }

  proof(): Proof {
    const { routes, score, bound } = this
    if (bound < score) throw new Error(`a bound of ${bound} contradicts routes of ${score}`)
    return { bound, optimal: bound === score, score, routes }
  }
}

/** One team: the worth of the best single route is the answer. */
const proveOne = (prover: Prover): void => {
  const { routing, scale } = prover
  const prices = pricesOf(routing.profit, scale, { customers: [], team: 0, cuts: [] }, [])
  const { routes, most } = prover.pricer.best(prices, prover.score * scale)
  prover.improve(routes)
  if (most !== undefined) prover.lower(prices, most)
}

/** A better plan earns the target at least, and no route is worth more than `most`: so each of its routes has this. */
const neededOf = (prover: Prover, prices: Prices, most: number): number =>
  prover.target * prices.scale - prices.base - (prover.routing.teams - 1) * Math.max(0, most)

/** Worth of a route with no cut paid: not below what it has. */
const worthOf = (prices: Prices, route: readonly number[]): number =>
  route.reduce((sum, it) => sum + prices.worth[it]!, 0)

/** Tries to settle the rest by listing every route that a better plan could have. */
const settle = (
  prover: Prover,
  master: RouteMaster,
  prices: Prices,
  most: number,
  limits: { readonly labels: number; readonly routes: number; readonly share: number },
): boolean => {
  const needed = neededOf(prover, prices, most)
  const routes = prover.pricer.all(prices, needed - 1, limits.labels)
  prover.onStep(
    `listed ${routes?.length ?? 'too many'} routes for a gap of ${((most - needed) / prices.scale).toFixed(3)}`,
  )
  if (!routes) return false
  if (routes.length > limits.routes) return false
  const chosen = master.chooseWhole(routes, prover.target, Math.max(0.1, (prover.left() / 1000) * limits.share))
  prover.onStep(`chosen ${chosen === 'none' || chosen === 'unknown' ? chosen : 'better'}`)
  if (chosen === 'unknown') return false
  if (chosen !== 'none') prover.improve(chosen)
  prover.bound = prover.score
  return true
}

const proveSeveral = async (prover: Prover): Promise<void> => {
  const { routing, scale, pricer } = prover
  const master = new RouteMaster(await loadHighs(), routing.profit, routing.teams)
  try {
    master.add(prover.routes)
    let lastGap = Infinity
    let rounds = 0
    let converged = 0
    while (!prover.done) {
      rounds++
      const solved = master.solve()
      const prices = pricesOf(routing.profit, scale, solved, master.rows)
      // Rounding the duals may make a route of the master look better than it is by less than a thousandth.
      const above = prices.team + Math.ceil(scale / 1000)
      let priced = pricer.price(prices, above, ROUTES_AT_ONCE)
      let added = master.add(priced.routes)
      if (added === 0 && priced.most === undefined && priced.routes.length > 0) {
        priced = pricer.price(prices, above, ROUTES_AT_ONCE, false)
        added = master.add(priced.routes)
      }
      const most = priced.most ?? priced.ceiling
      if (most !== undefined) prover.lower(prices, most)
      if (prover.done) break
      if (added > 0) continue
      if (priced.most === undefined) break
      prover.onStep(
        `round ${rounds}: ${solved.value.toFixed(3)} bound ${prover.bound} score ${prover.score}, ${master.routes.length} routes, ${master.rows.length} cuts, ${(prover.left() / 1000).toFixed(1)} s left`,
      )
      const whole = master.routes.filter((_, at) => solved.shares[at]! > 1 - 1e-6)
      prover.improve(whole)
      if (prover.done) break
      if (converged++ % 4 === 0) {
        const within = master.routes.filter((route) => worthOf(prices, route) >= neededOf(prover, prices, priced.most!))
        const chosen = master.chooseWhole(within, prover.target, Math.min(2, prover.left() / 10_000))
        if (typeof chosen !== 'string') prover.improve(chosen)
        if (prover.done) break
      }
      const gap = solved.value - prover.target
      if (gap < lastGap * 0.8) {
        lastGap = gap
        if (settle(prover, master, prices, priced.most, EARLY)) break
      }
      const broken = brokenSubsetRows(routing.size, master.routes, solved.shares, 20)
      if (broken.length === 0 || master.rows.length + broken.length > MAX_CUTS) {
        settle(prover, master, prices, priced.most, FINAL)
        break
      }
      for (const row of broken) master.cut(row)
    }
  } finally {
    master.dispose()
  }
}

/**
 * An upper bound on what the teams can earn, and a proof that it is reached where there is time for it. Each bound is
 * computed in whole numbers from the duals (prices.ts), so it holds however inexactly the master was solved.
 * @throws where the routes to start from cannot be driven
 */
export const proveRoutes = async (routing: TeamRouting, options: ProveOptions): Promise<Proof> => {
  if (options.start && !drivable(routing, options.start)) throw new Error('the routes to start from cannot be driven')
  const prover = new Prover(routing, options)
  if (prover.done) return prover.proof()
  if (routing.teams === 1) proveOne(prover)
  else await proveSeveral(prover)
  return prover.proof()
}
