import { expect, it } from 'vitest'
import { check } from './check.ts'
import type { Problem, Request, Team } from './model.ts'
import { plan } from './plan.ts'

// Places: 0 next to all enterprises, 1 far away.
const minutes = [
  [0, 50, 5],
  [50, 0, 50],
  [5, 50, 0],
]
const team = (id: string, base: number, kinds: string[], day: number): Team => ({
  id,
  base,
  kinds,
  shifts: [{ day, from: 480, to: 1080 }],
  maxVisitsPerDay: 1,
})
const request = (id: string, kind: string, after?: string): Request => ({
  id,
  enterprise: `of ${id}`,
  kind,
  minutes: 30,
  value: 20,
  gapTypes: ['office'],
  ...(after ? { after: { request: after, minDays: 0 } } : {}),
})
const problemOf = (teams: Team[], requests: Request[], pinned: Problem['pinned']): Problem => ({
  name: 'chains',
  horizon: { start: '2026-12-01', days: 2 },
  travel: { minutes },
  teams,
  enterprises: requests.map((it) => ({
    id: it.enterprise,
    place: 2,
    gaps: [0, 1].map((day) => ({ day, from: 600, to: 900, type: 'office' as const })),
  })),
  requests,
  pinned,
  weights: { travel: 0.1, change: 0 },
})

it('keeps a pinned visit where what it comes after would rather have its place', () => {
  const pinned = [{ request: 'second', team: 'near', day: 1, start: 600 }]
  const problem = problemOf(
    [team('near', 0, ['talk'], 1), team('far', 1, ['talk'], 0)],
    [request('first', 'talk'), request('second', 'talk', 'first')],
    pinned,
  )
  const solution = plan(problem, { iterations: 0 })
  expect(check(problem, solution).broken).toEqual([])
  expect(solution.visits).toContainEqual(pinned[0])
  expect(solution.visits.find((it) => it.request === 'first')?.team).toBe('far')
})

it('moves the first of a chain on where the second has no other place', () => {
  const problem = problemOf(
    [team('near', 0, ['talk', 'show'], 0), team('far', 1, ['talk'], 0), team('last', 0, ['advice'], 1)],
    [request('first', 'talk'), request('second', 'show', 'first'), request('third', 'advice', 'second')],
    [{ request: 'third', team: 'last', day: 1, start: 600 }],
  )
  const solution = plan(problem, { iterations: 0 })
  expect(check(problem, solution).broken).toEqual([])
  expect(solution.visits.map((it) => it.request).toSorted()).toEqual(['first', 'second', 'third'])
})

it('ends where requests come after each other in a circle', () => {
  const problem = problemOf(
    [team('near', 0, ['talk'], 0), team('far', 1, ['talk'], 1)],
    [request('first', 'talk', 'second'), request('second', 'talk', 'first')],
    [{ request: 'second', team: 'near', day: 0, start: 600 }],
  )
  expect(check(problem, plan(problem, { iterations: 20 })).feasible).toBe(false)
})
