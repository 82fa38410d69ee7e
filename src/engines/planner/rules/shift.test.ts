import { expect, it } from 'vitest'
import { brokenIn, exampleProblem, visit, withoutBudgets } from './example-problem.ts'

it('reach, wait and be back', () => {
  expect(brokenIn([visit('y2', 'a', 0, 660), visit('x1', 'a', 0, 709)], withoutBudgets)).toContain(
    'shift TOO_SOON_AFTER x1',
  )
  expect(brokenIn([visit('x1', 'a', 0, 660), visit('y2', 'a', 0, 730)], withoutBudgets)).toEqual([])
  const short = {
    ...withoutBudgets,
    teams: [{ ...exampleProblem.teams[0]!, shifts: [{ day: 0, from: 625, to: 730 }] }],
  }
  expect(brokenIn([visit('y2', 'a', 0, 661)], short)).toEqual(['shift BEFORE_SHIFT y2', 'shift BACK_TOO_LATE y2'])
  expect(brokenIn([visit('y2', 'a', 3, 660)])).toContain('shift NO_SHIFT y2')
})
