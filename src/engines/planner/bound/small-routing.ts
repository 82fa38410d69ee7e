import * as fc from 'fast-check'
import type { RoutingInput } from './route-graph.ts'

/**
 * Small random instances for tests. Half lie in the plane, where leaving out a customer never hurts; in the others
 * travel need not keep the triangle inequality, nor be symmetric.
 */
export const smallInputs = (most: number): fc.Arbitrary<RoutingInput> =>
  fc.integer({ min: 1, max: most }).chain((customers) => {
    const size = customers + 1
    const list = (max: number, min = 0) => fc.array(fc.integer({ min, max }), { minLength: size, maxLength: size })
    return fc
      .record({
        teams: fc.integer({ min: 1, max: 3 }),
        horizon: fc.integer({ min: 20, max: 90 }),
        profit: list(12, 1),
        opening: list(30),
        width: list(90),
        service: list(4, 1),
        x: list(12),
        y: list(12),
        travel: fc.option(fc.array(list(16), { minLength: size, maxLength: size }), { freq: 1 }),
      })
      .map(({ profit, opening, width, service, travel, x, y, ...rest }) => ({
        ...rest,
        travel: travel ?? x.map((_, a) => x.map((_, b) => Math.abs(x[a]! - x[b]!) + Math.abs(y[a]! - y[b]!))),
        profit: profit.map((it, at) => (at === 0 ? 0 : it)),
        opening: opening.map((it, at) => (at === 0 ? 0 : it)),
        closing: opening.map((it, at) => it + width[at]!),
        service: service.map((it, at) => (at === 0 ? 0 : travel ? it - 1 : it)),
      }))
  })

/** Every route that a team can drive, by trying all orders. */
export const everyRoute = (input: RoutingInput): number[][] => {
  const size = input.profit.length
  const routes: number[][] = []
  const extend = (route: number[], time: number): void => {
    const at = route.at(-1) ?? 0
    const leaves = time + (at === 0 ? 0 : input.service[at]!)
    if (at !== 0 && leaves + input.travel[at]![0]! <= input.horizon) routes.push(route)
    for (let to = 1; to < size; to++) {
      if (route.includes(to)) continue
      const start = Math.max(input.opening[to]!, leaves + input.travel[at]![to]!)
      if (start <= input.closing[to]! && start + input.service[to]! <= input.horizon) extend([...route, to], start)
    }
  }
  extend([], 0)
  return routes
}

/** The most that the teams can earn, by trying everything. */
export const mostProfit = (input: RoutingInput): number => {
  const sets = new Map<number, number>()
  for (const route of everyRoute(input)) {
    const bits = route.reduce((sum, it) => sum | (1 << it), 0)
    sets.set(
      bits,
      route.reduce((sum, it) => sum + input.profit[it]!, 0),
    )
  }
  let reached = new Map<number, number>([[0, 0]])
  for (let team = 0; team < input.teams; team++) {
    const more = new Map(reached)
    for (const [taken, profit] of reached)
      for (const [bits, worth] of sets) if ((taken & bits) === 0) more.set(taken | bits, profit + worth)
    reached = more
  }
  return Math.max(...reached.values())
}
