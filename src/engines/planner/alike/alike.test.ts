import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check } from '../check.ts'
import { compile } from '../compile.ts'
import type { Problem } from '../model.ts'
import { plan } from '../plan.ts'
import { toProblem } from '../toptw/to-problem.ts'
import { recogniseAlike } from './alike-problem.ts'
import { RoutePool } from './route-pool.ts'

const vertex = fc.record({
  x: fc.integer({ min: 0, max: 40 }),
  y: fc.integer({ min: 0, max: 40 }),
  service: fc.integer({ min: 1, max: 10 }),
  profit: fc.integer({ min: 1, max: 20 }),
  opening: fc.integer({ min: 0, max: 80 }),
  width: fc.integer({ min: 5, max: 60 }),
})

const problemOf = (customers: readonly (typeof vertex extends fc.Arbitrary<infer It> ? It : never)[], teams: number) =>
  toProblem(
    [
      { number: 0, x: 20, y: 20, service: 0, profit: 0, opening: 0, closing: 150 },
      ...customers.map(({ width, ...it }, at) => ({ number: at + 1, ...it, closing: it.opening + width })),
    ],
    teams,
    1,
  )

/** The most that disjoint feasible routes are worth: every set of customers by every order. */
const bestByHand = (problem: Problem): number => {
  const { requests, enterprises, travel, teams } = problem
  const all = requests.length
  const end = teams[0]!.shifts[0]!.to
  const worth = new Map<number, number>()
  const visit = (at: number, free: number, set: number, value: number): void => {
    worth.set(set, value)
    for (let to = 0; to < all; to++) {
      if (set & (1 << to)) continue
      const gap = enterprises[to]!.gaps[0]!
      const start = Math.max(gap.from, free + travel.minutes[at]![to + 1]!)
      const done = start + requests[to]!.minutes
      if (done > gap.to || done + travel.minutes[to + 1]![0]! > end) continue
      visit(to + 1, done, set | (1 << to), value + requests[to]!.value)
    }
  }
  visit(0, 0, 0, 0)
  const choose = (left: number, used: number): number =>
    left === 0
      ? 0
      : Math.max(
          0,
          ...[...worth]
            .filter(([set]) => set && !(set & used))
            .map(([set, value]) => value + choose(left - 1, used | set)),
        )
  return choose(teams.length, 0)
}

describe('routes that are alike', () => {
  it('are planned within the rules and, where a person could try everything, at the best', () => {
    fc.assert(
      fc.property(
        fc.array(vertex, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 2 }),
        (customers, teams) => {
          const problem = problemOf(customers, teams)
          const solution = plan(problem, { iterations: 1_500 })
          const checked = check(problem, solution)
          expect(checked.broken).toEqual([])
          expect(solution.score).toBe(bestByHand(problem))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('give the same plan for the same seed and steps', () => {
    const [customers] = fc.sample(fc.array(vertex, { minLength: 30, maxLength: 30 }), { numRuns: 1, seed: 7 })
    const problem = problemOf(customers!, 2)
    expect(recogniseAlike(compile(problem))).toBeDefined()
    const run = (): unknown => plan(problem, { iterations: 20_000, seed: 3 }).visits
    expect(run()).toEqual(run())
  })

  it.each<[string, (it: Problem) => Problem]>([
    [
      'a budget of none',
      (it) => ({ ...it, enterprises: it.enterprises.map((one) => ({ ...one, budget: { visits: 0 } })) }),
    ],
    ['a weight of travel', (it) => ({ ...it, weights: { travel: 1, change: 0 } })],
    ['a limit of visits', (it) => ({ ...it, teams: it.teams.map((one) => ({ ...one, maxVisitsPerDay: 1 })) })],
    ['another base', (it) => ({ ...it, teams: it.teams.map((one, at) => ({ ...one, base: at })) })],
    [
      'a second gap',
      (it) => ({ ...it, enterprises: it.enterprises.map((one) => ({ ...one, gaps: [...one.gaps, ...one.gaps] })) }),
    ],
    [
      'a chain',
      (it) => ({
        ...it,
        requests: it.requests.map((one, at) =>
          at === 1 ? { ...one, after: { request: it.requests[0]!.id, minDays: 0 } } : one,
        ),
      }),
    ],
  ])('are not seen where there is %s', (_, change) => {
    const near = { x: 20, y: 20, service: 5, profit: 5, opening: 50, width: 20 }
    const problem = problemOf([near, { ...near, x: 25 }], 2)
    expect(recogniseAlike(compile(problem))).toBeDefined()
    expect(recogniseAlike(compile(change(problem)))).toBeUndefined()
  })
})

describe('the pool of routes', () => {
  it('chooses the best disjoint ones, and none where there is no better', () => {
    const route = fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(
        fc.array(route, { minLength: 3, maxLength: 25 }),
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 10, maxLength: 10 }),
        fc.integer({ min: 2, max: 3 }),
        (sets, values, routes) => {
          const [first] = sets
          const near = { x: 20, y: 20, service: 1, profit: 1, opening: 0, width: 100 }
          const problem = problemOf(
            values.map((profit) => ({ ...near, profit })),
            routes,
          )
          const p = recogniseAlike(compile(problem))!
          const pool = new RoutePool(p)
          for (const set of sets) {
            const next = new Int32Array(p.nodes)
            let before = p.requests
            for (const at of set) before = next[before] = at
            next[before] = p.requests
            pool.add(p.requests, next)
          }
          const valueOf = (set: readonly number[]): number => set.reduce((sum, at) => sum + values[at]!, 0)
          const best = (left: number, open: readonly (readonly number[])[]): number =>
            left === 0
              ? 0
              : open.reduce(
                  (most, set, at) =>
                    Math.max(
                      most,
                      valueOf(set) +
                        best(
                          left - 1,
                          open.slice(at + 1).filter((it) => !it.some((one) => set.includes(one))),
                        ),
                    ),
                  0,
                )
          const most = best(routes, sets)
          const known = valueOf(first!)
          // Sets count once, however often and in whatever order they were met.
          const different = new Set(sets.map((it) => it.toSorted((a, b) => a - b).join(' '))).size
          expect(pool.count).toBe(different)
          if (different < routes) return
          const chosen = pool.choose(known)
          if (most > known) expect(chosen!.reduce((sum, it) => sum + valueOf(it), 0)).toBe(most)
          else expect(chosen).toBeUndefined()
          if (chosen) expect(new Set(chosen.flat()).size).toBe(chosen.flat().length)
        },
      ),
      { numRuns: 300 },
    )
  })
})
