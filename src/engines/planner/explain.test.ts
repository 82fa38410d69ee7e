import { expect, it } from 'vitest'
import { applyChange } from './apply-change.ts'
import { brokenBy, check } from './check.ts'
import { explain } from './explain.ts'
import { indexProblem } from './index-problem.ts'
import type { Problem, Request, Solution, Visit, WouldFit } from './model.ts'
import { plan, replan } from './plan.ts'
import { smallProblem } from './small-problem.ts'

const county = smallProblem(7, { enterprises: 40, teams: 6, requests: 110, days: 14 })

const withSuggestion = (visits: readonly Visit[], { visit, moved }: WouldFit): Visit[] => [
  ...visits.filter((it) => !moved?.some((other) => other.request === it.request)),
  ...(moved ?? []),
  visit,
]

it('lets no single swap for a visit that is said to hold the place raise the score', () => {
  // Hardly searched: what is said must hold all the same.
  const solution = plan(county, { iterations: 1, seed: 1 })
  const index = indexProblem(county)
  let tried = 0
  for (const { request, displacedBy = [] } of solution.unserved)
    for (const other of displacedBy) {
      const rest = solution.visits.filter((it) => it.request !== other)
      const { gaps } = index.enterprises.get(index.requests.get(request)!.enterprise)!
      for (const team of county.teams)
        for (const gap of gaps) {
          const candidate = { request, team: team.id, day: gap.day, start: gap.from }
          if (brokenBy(county, rest, candidate).length > 0) continue
          const verdict = check(county, { visits: [...rest, candidate] })
          if (!verdict.feasible) continue
          tried++
          expect(verdict.score).toBeLessThanOrEqual(solution.score + 1e-6)
        }
    }
  expect(tried).toBeGreaterThan(5)
})

it('suggests changes that hold: carried out, the plan is feasible and worth more; planned again, the request has a visit', () => {
  const kinds = new Set<string>()
  const fromPlan = { tried: 0, placed: 0 }
  const anew = { tried: 0, placed: 0 }
  const sizes = [
    ...[1, 2].map((seed) => ({ seed, enterprises: 30, teams: 5, requests: 90, days: 14 })),
    { seed: 5, enterprises: 60, teams: 6, requests: 180, days: 28 },
  ]
  for (const { seed, ...size } of sizes) {
    const problem = smallProblem(seed, size)
    // Each costs more than the plan itself.
    const most = anew.tried + 10
    const solution = plan(problem, { iterations: 80 * size.requests, seed, trials: 24 })
    for (const { wouldFit, request } of solution.unserved) {
      if (!wouldFit) continue
      kinds.add(wouldFit.kind)
      const changed = applyChange(problem, wouldFit)
      const after = check(changed, { visits: withSuggestion(solution.visits, wouldFit) })
      expect(after.broken).toEqual([])
      expect(after.score).toBeGreaterThan(solution.score)
      const has = ({ visits }: Pick<Solution, 'visits'>): boolean => visits.some((it) => it.request === request)
      const again = replan({ ...changed, published: solution.visits }, { iterations: 2_000, seed: seed + 50 })
      expect(again.score).toBeGreaterThan(solution.score)
      fromPlan.tried++
      if (has(again)) fromPlan.placed++
      if (!wouldFit.certain || anew.tried >= most) continue
      anew.tried++
      if (has(plan(changed, { iterations: 200 * size.requests, seed: seed + 50 }))) anew.placed++
    }
  }
  expect(fromPlan.tried).toBeGreaterThan(40)
  expect(fromPlan.placed / fromPlan.tried).toBeGreaterThanOrEqual(0.95)
  expect(anew.tried).toBeGreaterThan(15)
  expect(anew.placed / anew.tried).toBeGreaterThanOrEqual(0.95)
  expect([...kinds]).toContain('budget-visits')
}, 180_000)

// One team, one lunch hour of 60 minutes, talks of 30: a pinned talk in the middle leaves no room.
const lunch: Problem = {
  name: 'lunch',
  horizon: { start: '2026-12-01', days: 1 },
  travel: {
    minutes: [
      [0, 0],
      [0, 0],
    ],
  },
  teams: [{ id: 't', kinds: ['talk'], base: 0, shifts: [{ day: 0, from: 600, to: 800 }] }],
  enterprises: [{ id: 'e', place: 1, gaps: [{ day: 0, type: 'break', from: 700, to: 760 }] }],
  requests: ['a', 'b'].map((id) => ({
    id,
    enterprise: 'e',
    kind: 'talk',
    minutes: 30,
    value: 10,
    gapTypes: ['break'],
  })),
  pinned: [{ request: 'a', team: 't', day: 0, start: 715 }],
  weights: { travel: 0, change: 0 },
}

it('suggests the smaller of longer gap and unpinning, and unpinning where a gap cannot grow', () => {
  const [told] = plan(lunch, { iterations: 4_000, trials: 16 }).unserved
  expect(told).toMatchObject({ request: 'b', reason: 'capacity', displacedBy: ['a'] })
  // 15 minutes before the pinned visit: 685 to 760 would hold both.
  expect(told!.wouldFit).toMatchObject({ kind: 'longer-gap', extraMinutes: 15, certain: true })
  // Ways of 100 minutes take the shift from end to end.
  const tight: Problem = {
    ...lunch,
    travel: {
      minutes: [
        [0, 100],
        [100, 0],
      ],
    },
    teams: [{ ...lunch.teams[0]!, shifts: [{ day: 0, from: 600, to: 860 }] }],
  }
  const [other] = plan(tight, { iterations: 4_000, trials: 16 }).unserved
  expect(other!.wouldFit).toMatchObject({ kind: 'unpin', request: 'a', certain: true })
  expect(
    check(applyChange(tight, other!.wouldFit!), { visits: withSuggestion(tight.pinned!, other!.wouldFit!) }).feasible,
  ).toBe(true)
})

it('calls a change certain only where planning from nothing places the request as well', () => {
  // Three days apart: p and r go together, q and t are worth more together, p alone is worth most.
  const wish = (id: string, day: number, value: number): Request => ({
    ...lunch.requests[0]!,
    id,
    value,
    earliestDay: day,
    latestDay: day,
  })
  const days = [0, 1, 2, 3, 4]
  const problem: Problem = {
    ...lunch,
    horizon: { ...lunch.horizon, days: 5 },
    teams: [{ ...lunch.teams[0]!, shifts: days.map((day) => ({ day, from: 600, to: 800 })) }],
    enterprises: [
      {
        ...lunch.enterprises[0]!,
        gaps: days.map((day) => ({ ...lunch.enterprises[0]!.gaps[0]!, day })),
        budget: { visits: 1, minDaysBetween: 3 },
      },
    ],
    requests: [wish('r', 0, 4), wish('q', 1, 8), wish('p', 3, 10), wish('t', 4, 8)],
    pinned: [],
    weights: { travel: 0, change: 15 },
  }
  const { visits, unserved } = plan(problem, { iterations: 500, trials: 60 })
  expect(visits).toMatchObject([{ request: 'p' }])
  const [r, ...rest] = unserved
  expect(r).toMatchObject({ request: 'r', wouldFit: { kind: 'budget-visits', visits: 2, certain: false } })
  // Only where p goes: that would lower the rest.
  expect(rest.map((it) => it.wouldFit)).toEqual([undefined, undefined])
  const two = applyChange(problem, r!.wouldFit!)
  expect(plan(two, { iterations: 500 }).visits.map((it) => it.request)).toEqual(['q', 't'])
  expect(replan({ ...two, published: visits }, { iterations: 500 }).visits).toHaveLength(2)
})

it('tells what keeps a request out: budget, chain, a way that does not pay', () => {
  const base: Problem = { ...lunch, pinned: [] }
  const reasonOf = (problem: Problem) => plan(problem, { iterations: 50 }).unserved
  const enterprises = [{ ...lunch.enterprises[0]!, budget: { visits: 1 } }]
  expect(reasonOf({ ...base, enterprises })).toMatchObject([
    { reason: 'burden', displacedBy: [expect.any(String)], wouldFit: { kind: 'budget-visits', visits: 2 } },
  ])
  const far: Problem = {
    ...base,
    travel: {
      minutes: [
        [0, 50],
        [50, 0],
      ],
    },
    weights: { travel: 1, change: 0 },
  }
  // Two visits are worth 20, the way is 100 minutes at 1.
  expect(reasonOf(far)).toMatchObject([
    { reason: 'capacity', displacedBy: [], wouldCost: 90 },
    { reason: 'capacity', wouldCost: 90 },
  ])
  const chained: Problem = {
    ...base,
    requests: [
      { ...base.requests[0]!, minutes: 90 },
      { ...base.requests[1]!, after: { request: 'a', minDays: 0 } },
    ],
  }
  expect(reasonOf(chained)).toMatchObject([
    { request: 'a', reason: 'no-gap' },
    { request: 'b', reason: 'predecessor' },
  ])
  expect(reasonOf({ ...base, teams: [{ ...base.teams[0]!, shifts: [] }] })[0]).toMatchObject({ reason: 'no-team' })
})

it('explains a plan made by hand, also what could simply be put in', () => {
  const told = explain({ ...lunch, pinned: [] }, [{ request: 'a', team: 't', day: 0, start: 700 }])
  expect(told).toMatchObject([
    { request: 'b', reason: 'capacity', wouldFit: { kind: 'nothing', visit: { start: 730 } } },
  ])
})
