import { expect, it } from 'vitest'
import { check } from './check.ts'
import { explainVisit } from './explain-visit.ts'
import { plan } from './plan.ts'
import { smallProblem } from './small-problem.ts'

it('names other places that keep the rules and cost what they are said to', () => {
  let others = 0
  let widths = 0
  for (const seed of [1, 2, 3]) {
    const problem = smallProblem(seed, { enterprises: 20, teams: 4, requests: 50, days: 10 })
    const { visits, score } = plan(problem, { iterations: 3_000, seed })
    for (const visit of visits) {
      const why = explainVisit(problem, visits, visit.request)!
      expect(why.from).toBeLessThanOrEqual(visit.start)
      expect(why.to).toBeGreaterThanOrEqual(visit.start)
      const rest = visits.filter((it) => it.request !== visit.request)
      const days = new Set<string>()
      for (const { visit: other, cost } of why.others) {
        const key = `${other.team} ${other.day}`
        expect(days.has(key) || key === `${visit.team} ${visit.day}`).toBe(false)
        days.add(key)
        const all = check(problem, { visits: [...rest, other] })
        expect(all.broken).toEqual([])
        expect(score - all.score).toBeCloseTo(cost, 6)
        // A plan that was searched leaves no visit a better place of its own.
        expect(cost).toBeGreaterThan(-1e-6)
        others++
      }
      if (why.to > why.from) widths++
    }
  }
  expect(others).toBeGreaterThan(20)
  expect(widths).toBeGreaterThan(5)
})

it('says nothing of a request without a visit', () => {
  const problem = smallProblem(1, { enterprises: 20, teams: 4, requests: 50, days: 10 })
  const { visits, unserved } = plan(problem, { iterations: 500 })
  expect(explainVisit(problem, visits, unserved[0]!.request)).toBeUndefined()
})
