import { expect, it } from 'vitest'
import { brokenIn, visit } from './example-problem.ts'

it('there, and days later', () => {
  expect(brokenIn([visit('y1', 'a', 1, 660)])).toEqual(['predecessor PREDECESSOR_MISSING y1'])
  expect(brokenIn([visit('x1', 'a', 1, 660), visit('y1', 'a', 1, 730)])).toEqual([
    'predecessor TOO_SOON_AFTER_PREDECESSOR y1',
  ])
})
