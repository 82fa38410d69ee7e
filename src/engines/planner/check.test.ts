import { expect, it } from 'vitest'
import { brokenBy, check } from './check.ts'
import { plan } from './plan.ts'
import { brokenIn, exampleProblem as problem, visit } from './rules/example-problem.ts'
import { smallProblem } from './small-problem.ts'

it('accepts a plan that keeps all rules', () => {
  expect(brokenIn([visit('y2', 'a', 0, 660)])).toEqual([])
})

it('adds value and coverage, takes off travel and changes', () => {
  const published = [visit('y2', 'a', 1, 660)]
  const verdict = check({ ...problem, published }, { visits: [visit('x1', 'a', 1, 660)] })
  // There and back is 2 × 30 minutes at 0.1; one published visit is gone at 3.
  expect(verdict.parts).toEqual({ value: 20, coverage: 10, travel: 6, change: 3, travelMinutes: 60, changes: 1 })
  expect(verdict.score).toBeCloseTo(20 + 10 - 6 - 3)
})

it('sees a wrong score, a wrong reason and what nothing is said of', () => {
  const verdict = check(problem, {
    visits: [visit('y2', 'a', 1, 660)],
    score: 99,
    unserved: [
      { request: 'x1', reason: 'no-gap' },
      { request: 'x2', reason: 'capacity', displacedBy: ['y2'] },
      { request: 'y1', reason: 'capacity', displacedBy: [] },
    ],
  })
  expect(verdict.honest).toBe(false)
  // x1 has gaps; y1 waits for x1, which has no visit. y3 wants team b, which does not give talks.
  expect(verdict.wrongReason).toEqual(['x1', 'y1'])
  expect(verdict.untold).toEqual(['y3'])
  expect(
    check(problem, { visits: [], unserved: [{ request: 'x2', reason: 'burden', displacedBy: ['y2'] }] }).wrongReason,
  ).toEqual(['x2'])
})

it('names all that a dragged visit breaks, and nothing it does not', () => {
  const broken = brokenBy(problem, [visit('y2', 'a', 1, 660)], visit('x1', 'a', 1, 690))
  expect(broken.map((it) => it.code)).toEqual(['TOO_SOON_AFTER'])
  expect(brokenBy(problem, [visit('x1', 'a', 1, 660)], visit('x1', 'a', 1, 670))).toEqual([])
})

it('says of a dragged visit what a check of the whole plan says', () => {
  const county = smallProblem(3, { enterprises: 136, teams: 12, requests: 420, days: 28 })
  const { visits } = plan(county, { iterations: 500 })
  let refused = 0
  const dragged = visits.map((it, at) => ({ ...it, day: (it.day + at) % 28, start: it.start + (at % 3) * 10 }))
  const answers = dragged.map((candidate) => brokenBy(county, visits, candidate))
  dragged.forEach((candidate, at) => {
    const whole = check(county, { visits: [...visits.filter((it) => it.request !== candidate.request), candidate] })
    expect(answers[at]!.length === 0).toBe(whole.feasible)
    if (!whole.feasible) refused++
  })
  expect(refused).toBeGreaterThan(20)
  expect(refused).toBeLessThan(dragged.length)
})
