import { expect, it } from 'vitest'
import { brokenIn, visit, withoutBudgets } from './example-problem.ts'

it('whole within one of its type', () => {
  expect(brokenIn([visit('y2', 'a', 0, 731)])).toContain('gap OUTSIDE_GAP y2')
  expect(brokenIn([visit('y2', 'a', 0, 730)])).toEqual([])
  expect(brokenIn([visit('x1', 'a', 1, 725)], withoutBudgets)).toContain('gap GAP_OF_OTHER_TYPE x1')
  expect(brokenIn([visit('x1', 'a', 1, 710)], withoutBudgets)).toContain('gap OUTSIDE_GAP x1')
})
