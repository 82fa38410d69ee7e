import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { readInstance } from '../toptw/read-instance.ts'
import { RoutePricer } from './price-routes.ts'
import { pricesOf, scaleFor, timesPaid, type SubsetRow } from './prices.ts'
import { drivable, proveRoutes } from './prove-routes.ts'
import { toRouting } from './prove-toptw.ts'
import { routingOf } from './route-graph.ts'
import { everyRoute, mostProfit, smallInputs } from './small-routing.ts'

const never = () => false

it('proves what trying everything finds, on small random instances', async () => {
  await fc.assert(
    fc.asyncProperty(smallInputs(6), async (input) => {
      const routing = routingOf(input)
      const proof = await proveRoutes(routing, { seconds: 60 })
      const most = mostProfit(input)
      expect(proof).toMatchObject({ bound: most, score: most, optimal: true })
      expect(drivable(routing, proof.routes)).toBe(true)
    }),
    { numRuns: 150, seed: 7 },
  )
}, 60_000)

it('never goes below the optimum when time runs out at once', async () => {
  await fc.assert(
    fc.asyncProperty(smallInputs(6), fc.integer({ min: 0, max: 6 }), async (input, ticks) => {
      // A clock that jumps to the end after some looks at it stands for any moment of running out.
      let looks = 0
      const clock = () => (looks++ > ticks ? 1e9 : 0)
      const proof = await proveRoutes(routingOf(input), { seconds: 1, clock })
      const most = mostProfit(input)
      expect(proof.bound).toBeGreaterThanOrEqual(most)
      expect(proof.score).toBeLessThanOrEqual(most)
    }),
    { numRuns: 150, seed: 7 },
  )
}, 60_000)

const someCuts = (size: number) =>
  fc.array(
    fc.record({
      members: fc.uniqueArray(fc.integer({ min: 1, max: size - 1 }), { minLength: 3, maxLength: 3 }),
      more: fc.array(fc.integer({ min: 1, max: size - 1 }), { maxLength: 3 }),
      dual: fc.double({ min: 0.5, max: 8, noNaN: true }),
    }),
    { minLength: 1, maxLength: 4 },
  )

const pricingCase = smallInputs(6)
  .filter((it) => it.profit.length >= 4)
  .chain((input) =>
    fc.record({
      input: fc.constant(input),
      customers: fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 14, noNaN: true })), {
        minLength: input.profit.length,
        maxLength: input.profit.length,
      }),
      cuts: someCuts(input.profit.length),
      above: fc.integer({ min: 0, max: 20 }),
    }),
  )

it('prices exactly under any duals and cuts, and the bound they give holds', () => {
  fc.assert(
    fc.property(pricingCase, ({ input, customers, cuts, above }) => {
      const routing = routingOf(input)
      const scale = scaleFor(routing.profit)
      const rows: SubsetRow[] = cuts.map(({ members, more }) => ({
        members: members as unknown as SubsetRow['members'],
        memory: new Set([...members, ...more]),
      }))
      const prices = pricesOf(routing.profit, scale, { customers, team: 0, cuts: cuts.map((it) => it.dual) }, rows)
      const worthOf = (route: readonly number[]): number =>
        route.reduce((sum, it) => sum + prices.worth[it]!, 0) -
        rows.reduce((sum, row, at) => sum + timesPaid(row, route) * Math.round(cuts[at]!.dual * scale), 0)
      // A customer that is worth nothing is left out where that never hurts; it can no longer make a cut forget.
      const told = everyRoute(input).filter(
        (route) => !routing.forward.direct || route.every((it) => prices.worth[it]! > 0),
      )
      const best = Math.max(0, ...told.map(worthOf))
      const priced = new RoutePricer(routing, never).price(prices, above * scale, 10, false)
      expect(priced.most).toBe(Math.max(best, above * scale))
      if (best > above * scale) expect(worthOf(priced.routes[0]!)).toBe(best)
      expect(Math.floor((prices.base + input.teams * priced.most!) / scale)).toBeGreaterThanOrEqual(mostProfit(input))
    }),
    { numRuns: 600, seed: 7 },
  )
}, 60_000)

it('lists every set of customers that is worth more than asked', () => {
  fc.assert(
    fc.property(pricingCase, ({ input, customers, cuts, above }) => {
      const routing = routingOf(input)
      const scale = scaleFor(routing.profit)
      const rows: SubsetRow[] = cuts.map(({ members, more }) => ({
        members: members as unknown as SubsetRow['members'],
        memory: new Set([...members, ...more]),
      }))
      const prices = pricesOf(routing.profit, scale, { customers, team: 0, cuts: cuts.map((it) => it.dual) }, rows)
      const keyOf = (route: readonly number[]): string => route.toSorted((a, b) => a - b).join()
      const wanted = new Set(
        everyRoute(input)
          .filter(
            (route) =>
              route.reduce((sum, it) => sum + prices.worth[it]!, 0) -
                rows.reduce((sum, row, at) => sum + timesPaid(row, route) * Math.round(cuts[at]!.dual * scale), 0) >
              above * scale,
          )
          .map(keyOf),
      )
      const listed = new RoutePricer(routing, never).all(prices, above * scale, 1e6)!
      expect(new Set(listed.map(keyOf))).toEqual(wanted)
    }),
    { numRuns: 600, seed: 7 },
  )
}, 60_000)

const instance = (rows: string) => {
  const read = readInstance(`4 2 3 1\n0 200\n0 0 0 0 0 0 0 0 100\n${rows}`)
  if (!read.ok) throw new Error('the instance cannot be read')
  return toRouting(read.value, 1, 1)
}

it('takes times and profits from the instance as planned', async () => {
  const routing = instance('1 3 4 10 10 1 1 1 0 50\n2 0 1 10 7 1 1 1 60 70\n3 90 0 10 99 1 1 1 0 90\n')
  // Customer 3 lies 90 away: there and back is past the depot's closing.
  if (!routing.ok) throw new Error('refused')
  expect(await proveRoutes(routing.value, { seconds: 5 })).toEqual({
    bound: 17,
    optimal: true,
    score: 17,
    routes: [[1, 2]],
  })
})

it('refuses profits that are no whole numbers', () => {
  expect(instance('1 3 4 10 10.5 1 1 1 0 50\n')).toMatchObject({ ok: false, code: 'INSTANCE_UNPROVABLE' })
})

it('refuses to start from routes that cannot be driven', async () => {
  const routing = instance('1 3 4 10 10 1 1 1 0 50\n')
  if (!routing.ok) throw new Error('refused')
  await expect(proveRoutes(routing.value, { seconds: 1, start: [[1, 1]] })).rejects.toThrow('cannot be driven')
})
