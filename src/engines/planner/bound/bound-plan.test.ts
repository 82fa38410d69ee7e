import fc from 'fast-check'
import { expect, it } from 'vitest'
import { check } from '../check.ts'
import type { Problem, Visit } from '../model.ts'
import { partsOf } from '../parts.ts'
import { plan } from '../plan.ts'
import { smallProblem } from '../small-problem.ts'
import { boundPlan } from './bound-plan.ts'

/** The best of all plans, by trying every set of visits at every fitting start; for two or three requests. */
const bestByHand = (problem: Problem): number => {
  const choices = problem.requests.map((request): (Visit | undefined)[] => {
    const enterprise = problem.enterprises.find((it) => it.id === request.enterprise)!
    const places = problem.teams.flatMap((team) =>
      enterprise.gaps.flatMap((gap) => {
        const starts: Visit[] = []
        // Every fifth minute and the last one: gaps and shifts of these problems begin on the fifth.
        for (let start = gap.from; start + request.minutes <= gap.to; start += 5)
          starts.push({ request: request.id, team: team.id, day: gap.day, start })
        return starts
      }),
    )
    return [
      undefined,
      ...places.filter((it) => check(problem, { visits: [it!] }).broken.every((one) => one.rule === 'predecessor')),
    ]
  })
  let best = 0
  const choose = (at: number, visits: Visit[]): void => {
    if (at === choices.length) {
      const verdict = check(problem, { visits })
      if (verdict.feasible) best = Math.max(best, verdict.score)
      return
    }
    for (const choice of choices[at]!) choose(at + 1, choice ? [...visits, choice] : visits)
  }
  choose(0, [])
  return best
}

it('is never below the best of all plans', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
      const problem = smallProblem(seed, { enterprises: 2, teams: 2, requests: 3, days: 2 })
      const best = bestByHand(problem)
      const { bound } = boundPlan(problem, { rounds: 60, visits: [] })
      expect(bound).toBeGreaterThanOrEqual(best)
    }),
    { numRuns: 60 },
  )
})

it('is never below what is found in a county, published visits and their weight included, and comes near it', () => {
  let near = 0
  for (let seed = 1; seed <= 12; seed++) {
    const first = smallProblem(seed, { enterprises: 25, teams: 4, requests: 70, days: 10 })
    const published = plan(first, { iterations: 200, seed }).visits
    const problem = { ...first, published, weights: { ...first.weights, change: 6 } }
    const solution = plan(problem, { iterations: 8_000, seed, start: published })
    const { bound } = boundPlan(problem, { rounds: 400, visits: solution.visits })
    expect(bound).toBeGreaterThanOrEqual(solution.score)
    if (solution.score >= 0.88 * bound) near++
  }
  expect(near).toBeGreaterThanOrEqual(6)
})

it('counts a visit that is possible only by a detour shorter than the straight way', () => {
  const problem: Problem = {
    name: 'detour',
    horizon: { start: '2026-12-01', days: 1 },
    travel: {
      minutes: [
        [0, 10, 500],
        [10, 0, 10],
        [500, 10, 0],
      ],
    },
    teams: [{ id: 't', kinds: ['talk'], base: 0, shifts: [{ day: 0, from: 600, to: 900 }] }],
    enterprises: [1, 2, 3].map((at) => ({
      id: `e${at}`,
      place: at === 2 ? 2 : 1,
      gaps: [{ day: 0, type: 'break', from: 600, to: 900 }],
    })),
    requests: [1, 2, 3].map((at) => ({
      id: `r${at}`,
      enterprise: `e${at}`,
      kind: 'talk',
      minutes: 20,
      value: 10,
      gapTypes: ['break'],
    })),
    weights: { travel: 0, change: 0 },
  }
  const visits = [610, 640, 670].map((start, at) => ({ request: `r${at + 1}`, team: 't', day: 0, start }))
  expect(check(problem, { visits })).toMatchObject({ feasible: true, score: 30 })
  expect(boundPlan(problem, { rounds: 20 }).bound).toBeGreaterThanOrEqual(30)
})

it('holds whatever it is seen from, and falls with the rounds', () => {
  const problem = smallProblem(3, { enterprises: 25, teams: 4, requests: 70, days: 10 })
  const { visits, score } = plan(problem, { iterations: 8_000 })
  const few = boundPlan(problem, { rounds: 3, visits }).bound
  const many = boundPlan(problem, { rounds: 300, visits }).bound
  expect(many).toBeLessThan(few)
  expect(boundPlan(problem, { rounds: 300 }).bound).toBeGreaterThanOrEqual(score)
  expect(many).toBeGreaterThanOrEqual(score)
})

it('takes a problem apart where teams and enterprises never meet, and puts it together again', () => {
  const one = smallProblem(5, { enterprises: 12, teams: 3, requests: 30, days: 6 })
  const two = smallProblem(6, { enterprises: 12, teams: 3, requests: 30, days: 6 })
  const named = (problem: Problem, mark: string, from: number): Problem => ({
    ...problem,
    teams: problem.teams.map((it) => ({
      ...it,
      id: mark + it.id,
      base: it.base + from,
      kinds: it.kinds.map((kind) => mark + kind),
    })),
    enterprises: problem.enterprises.map((it) => ({ ...it, id: mark + it.id, place: it.place + from })),
    requests: problem.requests.map((it) => ({
      ...it,
      id: mark + it.id,
      enterprise: mark + it.enterprise,
      kind: mark + it.kind,
      teams: it.teams?.map((team) => mark + team),
      after: it.after && { ...it.after, request: mark + it.after.request },
    })),
  })
  const size = one.travel.minutes.length
  const both = {
    ...one,
    travel: {
      minutes: Array.from({ length: 2 * size }, (_, a) =>
        Array.from({ length: 2 * size }, (_it, b) =>
          a < size === b < size ? (a < size ? one : two).travel.minutes[a % size]![b % size]! : 900,
        ),
      ),
    },
    teams: [...named(one, 'a', 0).teams, ...named(two, 'b', size).teams],
    enterprises: [...named(one, 'a', 0).enterprises, ...named(two, 'b', size).enterprises],
    requests: [...named(one, 'a', 0).requests, ...named(two, 'b', size).requests],
  }
  const parts = partsOf(both)
  expect(parts.length).toBeGreaterThanOrEqual(2)
  const solution = plan(both, { iterations: 6_000, seed: 2 })
  expect(check(both, solution)).toMatchObject({ feasible: true, broken: [] })
  // Every request has a visit or a reason.
  expect(solution.visits.length + solution.unserved.length).toBe(both.requests.length)
  const alone = [one, two].map((it) => boundPlan(it, { rounds: 300 }).bound)
  const together = boundPlan(both, { rounds: 300 }).bound
  expect(Math.abs(together - alone[0]! - alone[1]!)).toBeLessThan(0.01 * together)
})
