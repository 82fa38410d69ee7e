import { expect, it } from 'vitest'
import { brokenIn, exampleProblem, visit, withoutBudgets } from './example-problem.ts'

it('between earliest and latest', () => {
  const wide = { ...withoutBudgets, teams: [{ ...exampleProblem.teams[0]!, shifts: [{ day: 2, from: 600, to: 800 }] }] }
  expect(brokenIn([visit('x2', 'a', 2, 660)], wide)).toEqual(['days DAY_NOT_WANTED x2'])
})
