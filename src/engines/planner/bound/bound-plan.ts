import { compile, NEVER, type Compiled } from '../compile.ts'
import { scoreOf } from '../check.ts'
import { indexProblem, viewPlan } from '../index-problem.ts'
import type { Problem, Visit } from '../model.ts'
import { takeTurns, type Clock } from '../pace.ts'
import { partsOf } from '../parts.ts'
import { listColumns, widestOptions, type Columns } from './team-day-columns.ts'

export interface BoundOptions {
  /** A plan that keeps the rules: the better, the faster the bound falls. It never decides whether the bound holds. */
  readonly visits?: readonly Visit[]
  /** Seconds to lower the bound in; 5 where neither this nor `rounds` is given. */
  readonly seconds?: number
  readonly rounds?: number
  readonly clock?: Clock
  readonly shouldStop?: () => boolean
}

export interface Bound {
  /** No plan that keeps the rules scores more. */
  readonly bound: number
  readonly rounds: number
}

// The shortest ways of more places take too long; a part so large is bounded by all that is asked for.
const MOST_PLACES = 3_000
// Steps are halved when this many rounds brought next to nothing.
const PATIENCE = 40
const LITTLE = 1e-5
// How far below the bound a step aims at most, as a share of it.
const STRIDE = 0.05
// Share of the step before in a step.
const MOMENTUM = 0.6
const LEAST_SCALE = 1e-3
// Above any error of adding up doubles of this size.
const SAFE = 1e-7

/**
 * A proven upper bound on the score. The choice of one set of visits for each team and day is freed from the rules
 * between days (each request once, budgets, limits, chains, coverage), which are priced instead; whatever the prices,
 * the best sets together with the prices of what may be used bound every plan (Lagrange). Prices follow the
 * subgradient. Relaxed outright: the days' order in chains, the very minute of a published visit, pins.
 */
export const boundPlan = (problem: Problem, options: BoundOptions = {}): Bound =>
  wholeBound(problem, [boundParts(partsOf(problem), options)])

/** The bound of a problem from those of its parts, added up in any groups. */
export const wholeBound = (problem: Problem, groups: readonly Bound[]): Bound => {
  const published = problem.published?.length ?? 0
  const bound = groups.reduce((sum, it) => sum + it.bound, -problem.weights.change * published)
  return { bound: bound + SAFE * (1 + Math.abs(bound)), rounds: groups.reduce((sum, it) => sum + it.rounds, 0) }
}

/** Bounds parts one after the other, without the constant cost of published visits. */
export const boundParts = (parts: readonly Problem[], options: BoundOptions): Bound => {
  const clock = options.clock ?? (() => performance.now())
  let bound = 0
  let rounds = 0
  for (const { part, milliseconds } of takeTurns(parts, (options.seconds ?? 5) * 1000, clock)) {
    const ids = new Set(part.requests.map((it) => it.id))
    const known =
      options.visits &&
      scoreOfPart(
        part,
        options.visits.filter((it) => ids.has(it.request)),
      )
    const found = boundPart(part, known, { ...options, clock, milliseconds })
    bound += found.bound
    rounds += found.rounds
  }
  return { bound, rounds }
}

/**
 * The same with every way cut to the shortest by any detour. That only lets more in and costs less, so a bound of it is
 * a bound of the problem; without it a place that is reached only over another would be missed.
 */
const withShortestWays = (part: Problem): Problem => {
  const minutes = part.travel.minutes.map((it) => Int32Array.from(it))
  for (const over of minutes.keys())
    for (const row of minutes) {
      const first = row[over]!
      const on = minutes[over]!
      for (let to = 0; to < row.length; to++) if (first + on[to]! < row[to]!) row[to] = first + on[to]!
    }
  return { ...part, travel: { minutes: minutes.map((it) => Array.from(it)) } }
}

const scoreOfPart = (part: Problem, visits: readonly Visit[]): number =>
  scoreOf(viewPlan(indexProblem(part), visits)).score + part.weights.change * (part.published?.length ?? 0)

/** Without the constant cost of published visits, and so is `known`. */
const boundPart = (
  part: Problem,
  known: number | undefined,
  { rounds, milliseconds, clock, shouldStop }: BoundOptions & { readonly clock: Clock; readonly milliseconds: number },
): Bound => {
  const started = clock()
  const { enterprises, requests, published, weights } = part
  if (part.travel.minutes.length > MOST_PLACES) {
    const coverage = enterprises.reduce((sum, it) => sum + (it.coverage ?? 0), 0)
    const value = requests.reduce((sum, it) => sum + it.value, 0)
    return { bound: value + coverage + weights.change * (published?.length ?? 0), rounds: 0 }
  }
  const c = compile(withShortestWays(part))
  const dual = new Prices(c, listColumns(c))
  let best = Infinity
  let scale = 1
  let idle = 0
  let round = 0
  for (; ; round++) {
    // The first round is always made: before it there is no bound.
    if (round > 0) {
      if (rounds === undefined ? clock() - started >= milliseconds : round >= rounds) break
      if (shouldStop?.() || scale < LEAST_SCALE || (known !== undefined && best <= known + SAFE)) break
    }
    const value = dual.evaluate()
    if (value < best) {
      idle = best - value < LITTLE * Math.abs(value) ? idle + 1 : 0
      best = value
      dual.keep()
    } else idle++
    if (idle >= PATIENCE) {
      idle = 0
      scale /= 2
      dual.returnToKept()
      dual.evaluate()
    }
    const target = Math.max(known ?? -Infinity, best - STRIDE * Math.abs(best))
    if (!dual.step(scale, value - target)) break
  }
  return { bound: best, rounds: round }
}

/** Prices of the rules between team-days, and what the plan freed from those rules is worth. */
class Prices {
  private readonly c: Compiled
  private readonly columns: Columns
  /** Rules: how much of each may be used, its price, how much the freed plan leaves. */
  private readonly most: Float64Array
  private readonly price: Float64Array
  private readonly kept: Float64Array
  private readonly highest: Float64Array
  private readonly left: Float64Array
  private readonly direction: Float64Array
  private constant = 0
  /** Rules of an option, with +1 or −1 for what one visit uses: `rule[ruleStart[o]]` to `[ruleStart[o + 1]]`. */
  private readonly ruleStart: Int32Array
  private readonly rule: Int32Array
  private readonly uses: Int8Array
  private readonly worth: Float64Array
  private readonly gain: Float64Array
  private readonly coarse: readonly { readonly options: readonly number[]; readonly most: number }[]

  constructor(c: Compiled, columns: Columns) {
    this.c = c
    this.columns = columns
    const most: number[] = []
    const highest: number[] = []
    const add = (limit: number, ceiling = Infinity): number => {
      most.push(limit)
      highest.push(ceiling)
      return most.length - 1
    }
    const once = Array.from({ length: c.requests }, () => add(1))
    const budget = Array.from(c.enterpriseMost, (it) => (it < NEVER ? add(it) : -1))
    const team = Array.from(c.teamMost, (it) => (it < NEVER ? add(it) : -1))
    // Worth of the first visit: a gain of its own, used up only where there is a visit.
    const covered = Array.from(c.enterpriseCoverage, (it) => (it > 0 ? add(0, it) : -1))
    this.constant = c.enterpriseCoverage.reduce((sum, it) => sum + Math.max(0, it), 0)
    // A chain: what comes after is visited no more often than what it comes after.
    const chain = Array.from(c.after, (it) => (it >= 0 ? add(0) : -1))
    // At most one visit within any run of `apart` days; one rule for each run that begins in the horizon.
    const runs = Array.from(c.enterpriseApart, (apart) =>
      apart > 1 ? Array.from({ length: Math.max(1, c.days - apart + 1) }, () => add(1)) : [],
    )
    const perDay = new Map<number, number>()
    const ruleStart: number[] = [0]
    const rule: number[] = []
    const uses: number[] = []
    const use = (at: number | undefined, by: 1 | -1): void => {
      if (at === undefined || at < 0) return
      rule.push(at)
      uses.push(by)
    }
    this.worth = new Float64Array(c.optionRoute.length)
    const bonus = new Map<number, number>()
    for (let option = 0; option < c.optionRoute.length; option++) {
      const key = c.optionRequest[option]! * c.routes + c.optionRoute[option]!
      bonus.set(key, Math.max(bonus.get(key) ?? 0, c.optionBonus[option]!))
    }
    for (let option = 0; option < c.optionRoute.length; option++) {
      const request = c.optionRequest[option]!
      const route = c.optionRoute[option]!
      const enterprise = c.enterpriseOf[request]!
      const day = c.routeDay[route]!
      const apart = c.enterpriseApart[enterprise]!
      // A visit whose predecessor is unknown is never planned.
      this.worth[option] = c.after[request] === -2 ? -1e12 : c.value[request]! + bonus.get(request * c.routes + route)!
      use(once[request], 1)
      use(budget[enterprise], 1)
      use(team[c.routeTeam[route]!], 1)
      use(covered[enterprise], -1)
      use(chain[request], 1)
      for (let at = c.followerStart[request]!; at < c.followerStart[request + 1]!; at++) use(chain[c.follower[at]!], -1)
      if (apart === 1) {
        const key = enterprise * c.days + day
        if (!perDay.has(key)) perDay.set(key, add(1))
        use(perDay.get(key), 1)
      }
      runs[enterprise]!.forEach((at, first) => {
        if (first <= day && day < first + apart) use(at, 1)
      })
      ruleStart.push(rule.length)
    }
    this.most = Float64Array.from(most)
    this.highest = Float64Array.from(highest)
    this.price = new Float64Array(most.length)
    this.kept = new Float64Array(most.length)
    this.left = new Float64Array(most.length)
    this.direction = new Float64Array(most.length)
    this.ruleStart = Int32Array.from(ruleStart)
    this.rule = Int32Array.from(rule)
    this.uses = Int8Array.from(uses)
    this.gain = new Float64Array(c.optionRoute.length)
    this.coarse = Array.from({ length: c.routes }, (_, route) => route)
      .filter((route) => columns.tooMany[route])
      .map((route) => ({ options: widestOptions(c, route), most: c.routeMost[route]! }))
  }

  /** The bound at the present prices; keeps what the freed plan leaves of each rule for the next step. */
  evaluate(): number {
    const { c, columns, price, most, left, gain, ruleStart, rule, uses, worth } = this
    const { start, option, way, routeStart } = columns
    left.set(most)
    let bound = this.constant
    for (let at = 0; at < most.length; at++) bound += price[at]! * most[at]!
    for (let at = 0; at < most.length; at++) if (this.highest[at]! < Infinity) bound -= price[at]!
    for (let at = 0; at < gain.length; at++) {
      let sum = worth[at]!
      for (let it = ruleStart[at]!; it < ruleStart[at + 1]!; it++) sum -= price[rule[it]!]! * uses[it]!
      gain[at] = sum
    }
    // Coverage is claimed where its price leaves a gain.
    for (let at = 0; at < most.length; at++)
      if (price[at]! < this.highest[at]! && this.highest[at]! < Infinity) left[at]!--
    const take = (one: number): void => {
      for (let it = ruleStart[one]!; it < ruleStart[one + 1]!; it++) left[rule[it]!]! -= uses[it]!
    }
    for (let route = 0; route < c.routes; route++) {
      let best = 0
      let chosen = -1
      const end = routeStart[route + 1]!
      for (let column = routeStart[route]!; column < end; column++) {
        let sum = -c.travelWeight * way[column]!
        const last = start[column + 1]!
        for (let at = start[column]!; at < last; at++) sum += gain[option[at]!]!
        if (sum > best) {
          best = sum
          chosen = column
        }
      }
      if (chosen < 0) continue
      bound += best
      for (let at = start[chosen]!; at < start[chosen + 1]!; at++) take(option[at]!)
    }
    for (const { options, most: many } of this.coarse) {
      const best = options.filter((it) => gain[it]! > 0).toSorted((a, b) => gain[b]! - gain[a]!)
      for (const one of best.slice(0, many)) {
        bound += gain[one]!
        take(one)
      }
    }
    return bound
  }

  keep(): void {
    this.kept.set(this.price)
  }

  returnToKept(): void {
    this.price.set(this.kept)
    this.direction.fill(0)
  }

  /** Moves prices against what is left over, smoothed by the step before; false where nothing is left to move. */
  step(scale: number, distance: number): boolean {
    const { price, left, direction, highest } = this
    let norm = 0
    for (let at = 0; at < price.length; at++) {
      const wanted = left[at]! + MOMENTUM * direction[at]!
      const stuck = (wanted > 0 && price[at]! <= 0) || (wanted < 0 && price[at]! >= highest[at]!)
      direction[at] = stuck ? 0 : wanted
      norm += direction[at]! * direction[at]!
    }
    if (norm === 0) return false
    const length = (scale * Math.max(distance, 1e-6)) / norm
    for (let at = 0; at < price.length; at++)
      price[at] = Math.min(highest[at]!, Math.max(0, price[at]! - length * direction[at]!))
    return true
  }
}
