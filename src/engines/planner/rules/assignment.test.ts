import { expect, it } from 'vitest'
import { brokenIn, visit } from './example-problem.ts'

it('kind, wanted team, once', () => {
  expect(brokenIn([visit('y2', 'b', 0, 660)])).toEqual(['assignment KIND_NOT_GIVEN y2'])
  expect(brokenIn([visit('y3', 'a', 0, 660)])).toEqual(['assignment TEAM_NOT_WANTED y3'])
  expect(brokenIn([visit('y2', 'a', 0, 660), visit('y2', 'a', 1, 660)])).toContain('assignment VISITED_TWICE y2')
  expect(brokenIn([visit('zz', 'a', 0, 660)])).toContain('assignment UNKNOWN_REQUEST zz')
})
