import { expect, it } from 'vitest'
import { brokenIn, visit } from './example-problem.ts'

it('exactly', () => {
  const pinned = [visit('y2', 'a', 0, 660)]
  expect(brokenIn([visit('y2', 'a', 0, 661)], { pinned })).toEqual(['pinned PIN_MOVED y2'])
  expect(brokenIn(pinned, { pinned })).toEqual([])
})
