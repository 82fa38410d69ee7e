import { expect, it } from 'vitest'
import { brokenIn, exampleProblem, visit, withoutBudgets } from './example-problem.ts'

it('a day and the horizon', () => {
  const one = { ...withoutBudgets, teams: [{ ...exampleProblem.teams[0]!, maxVisitsPerDay: 1, maxVisits: 1 }] }
  const broken = brokenIn([visit('x1', 'a', 0, 660), visit('y2', 'a', 0, 730)], one)
  expect(broken).toContain('limits DAY_FULL y2')
  expect(broken).toContain('limits TEAM_FULL x1')
})
