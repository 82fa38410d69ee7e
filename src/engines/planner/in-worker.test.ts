import { expect, it } from 'vitest'
import { groupBy } from '../../platform/base/group-by.ts'
import { check } from './check.ts'
import { compile } from './compile.ts'
import { planInWorker } from './in-worker.ts'
import type { Problem, Solution } from './model.ts'
import { partsOf } from './parts.ts'
import { plan, type Progress } from './plan.ts'
import { searchCompiled, shareParts } from './search-parts.ts'
import { shareCompiled, shareTravel } from './shared-memory.ts'
import { smallProblem } from './small-problem.ts'

const county = smallProblem(7, { enterprises: 40, teams: 6, requests: 110, days: 14 })

it('gives in a thread what the function gives', async () => {
  const { visits } = await planInWorker(county, { iterations: 1_500, seed: 2 }).result
  expect(visits).toEqual(plan(county, { iterations: 1_500, seed: 2 }).visits)
})

it('starts in threads from the visits given, as the function does', async () => {
  const { visits: published } = plan(county, { iterations: 1_500 })
  const out = {
    ...county,
    published,
    teams: county.teams.map((it, at) => (at === 0 ? { ...it, shifts: it.shifts.slice(1) } : it)),
  }
  const one = plan(out, { iterations: 64, start: published })
  expect(one.parts.changes).toBeLessThan(plan(out, { iterations: 64 }).parts.changes)
  for (const threads of [1, 2]) {
    const { visits } = await planInWorker(out, { iterations: 64, start: published, threads }).result
    expect(visits).toEqual(one.visits)
  }
})

it('reports progress, and cancelled gives the best so far at once', async () => {
  let score = -Infinity
  const running = planInWorker(county, { seconds: 60 }, (progress) => {
    score = progress.score
    running.cancel()
  })
  const best = await running.result
  expect(best.seconds).toBeLessThan(30)
  expect(best.score).toBeGreaterThanOrEqual(score - 1e-6)
  expect(check(county, best).feasible).toBe(true)
})

it('tells of the search and then of the trials, each from its beginning on', async () => {
  const told: Progress[] = []
  const running = planInWorker(county, { seconds: 1.5 }, (progress) => told.push(progress))
  const { score, iterations } = await running.result
  const phases = groupBy(told, (it) => it.phase)
  expect([...phases.keys()]).toEqual(['search', 'trials'])
  for (const list of phases.values()) {
    const done = list.map((it) => it.done)
    expect(done).toEqual(done.toSorted((a, b) => a - b))
  }
  expect(phases.get('search')![0]!.done).toBeLessThan(0.5)
  expect(phases.get('trials')![0]!.done).toBe(0)
  for (const it of phases.get('trials')!) {
    expect(it.score).toBeCloseTo(score, 6)
    expect(it.iterations).toBe(iterations)
  }
})

it('bounds the score beside the trials where it is asked to', async () => {
  const { bound, score } = await planInWorker(county, { iterations: 500, boundSeconds: 0.5 }).result
  expect(bound).toBeGreaterThanOrEqual(score)
  expect((await planInWorker(county, { iterations: 500 }).result).bound).toBeUndefined()
})

it('bounds each part once, however many threads search it', async () => {
  const problem = twoParts()
  const { bound, score } = await planInWorker(problem, { iterations: 1_500, threads: 4, boundSeconds: 0.5 }).result
  expect(bound).toBeGreaterThanOrEqual(score)
  const value = problem.requests.reduce((sum, it) => sum + it.value, 0)
  const coverage = problem.enterprises.reduce((sum, it) => sum + (it.coverage ?? 0), 0)
  expect(bound).toBeLessThan(Math.min(value + coverage, 1.3 * score))
})

it('takes the best of several threads', async () => {
  const [two, one, other] = await Promise.all([
    planInWorker(county, { iterations: 800, seed: 1, threads: 2 }).result,
    planInWorker(county, { iterations: 800, seed: 1 }).result,
    planInWorker(county, { iterations: 800, seed: 2 }).result,
  ])
  expect(two.score).toBe(Math.max(one.score, other.score))
  // Both tell of their share of what is left out.
  const verdict = check(county, two)
  expect([verdict.untold, verdict.wrongReason]).toEqual([[], []])
})

/** Two counties in one problem: their teams give different kinds, so the plan falls into two parts. */
const twoParts = (): Problem => {
  const kindOf = (at: number, kind: string): string => `${at}:${kind}`
  const halves = [1, 2].map((seed) => smallProblem(seed, { enterprises: 12, teams: 3, requests: 40, days: 10 }))
  const of = <T extends { readonly id: string }>(
    pick: (it: Problem) => readonly T[],
    change: (it: T, at: number) => T,
  ) => halves.flatMap((it, at) => pick(it).map((one) => change({ ...one, id: kindOf(at, one.id) }, at)))
  const sizes = halves.map((it) => it.travel.minutes.length)
  const size = sizes[0]! + sizes[1]!
  const minutes = Array.from({ length: size }, (_, a) =>
    Array.from({ length: size }, (__, b) => {
      const [half, from] = a < sizes[0]! ? [0, 0] : [1, sizes[0]!]
      return halves[half]!.travel.minutes[a - from]?.[b - from] ?? 60
    }),
  )
  const move = (at: number, place: number): number => (at === 0 ? place : place + sizes[0]!)
  return {
    ...halves[0]!,
    travel: { minutes },
    pinned: [],
    published: [],
    teams: of(
      (it) => it.teams,
      (it, at) => ({ ...it, base: move(at, it.base), kinds: it.kinds.map((one) => kindOf(at, one)) }),
    ),
    enterprises: of(
      (it) => it.enterprises,
      (it, at) => ({ ...it, place: move(at, it.place) }),
    ),
    requests: of(
      (it) => it.requests.filter((one) => !one.after && !one.teams),
      (it, at) => ({ ...it, enterprise: kindOf(at, it.enterprise), kind: kindOf(at, it.kind) }),
    ),
  }
}

it('shares the parts of a problem between threads, and by steps finds in them what one thread finds', async () => {
  const problem = twoParts()
  expect(partsOf(problem).length).toBeGreaterThan(1)
  const [one, two, four] = await Promise.all(
    [1, 2, 4].map((threads) => planInWorker(problem, { iterations: 1_500, seed: 3, threads }).result),
  )
  const inOrder = (it: Solution) => it.visits.toSorted((a, b) => (a.request < b.request ? -1 : 1))
  expect(inOrder(two!)).toEqual(inOrder(one!))
  expect(two!.unserved).toEqual(one!.unserved)
  expect(check(problem, four!).feasible).toBe(true)
  // Two more threads search both parts again from the next seed.
  expect(four!.score).toBeGreaterThanOrEqual(one!.score)
  expect(four?.iterations).toBeGreaterThan((one?.iterations ?? 0) * 1.5)
})

it('holds the ways of all threads in one memory', () => {
  const shared = shareTravel(county)
  const rows = shared.travel.minutes as readonly Int32Array[]
  expect(rows.every((row) => row.buffer === rows[0]!.buffer)).toBe(true)
  expect(rows[0]!.buffer).toBeInstanceOf(SharedArrayBuffer)
  expect(rows.map((row) => [...row])).toEqual(county.travel.minutes.map((row) => Array.from(row)))
  expect(plan(shared, { iterations: 300 }).visits).toEqual(plan(county, { iterations: 300 }).visits)
})

it('lays out what several threads search once, in memory they share, and finds the same in it', () => {
  const compiled = compile(county)
  const shared = shareCompiled(compiled)
  const arrays = Object.entries(shared).filter(([, it]) => ArrayBuffer.isView(it))
  expect(arrays.length).toBeGreaterThan(30)
  for (const [name, it] of arrays as [keyof typeof compiled, Int32Array][]) {
    expect(it.buffer, name).toBeInstanceOf(SharedArrayBuffer)
    expect(it, name).toEqual(compiled[name])
  }
  const search = (it: typeof compiled) =>
    searchCompiled(it, undefined, 3, { progress: (step) => step / 300, report: () => {} })
  expect(search(shared)).toEqual(search(compiled))
  // A search leaves it as it was: the next thread reads the same.
  expect(search(shared)).toEqual(search(compiled))
})

it('gives each part to one thread, the largest first, and the rest to further seeds', () => {
  expect(shareParts([5, 9, 4], 2, 7)).toEqual([
    { parts: [1], seed: 7 },
    { parts: [0, 2], seed: 7 },
  ])
  expect(shareParts([8], 3, 1)).toEqual([
    { parts: [0], seed: 1 },
    { parts: [0], seed: 2 },
    { parts: [0], seed: 3 },
  ])
})
