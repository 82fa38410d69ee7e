import { expect, it } from 'vitest'
import { brokenIn, exampleProblem, visit } from './example-problem.ts'

it('visits, days apart, recent ones too', () => {
  expect(brokenIn([visit('x1', 'a', 0, 660)])).toEqual(['burden TOO_CLOSE_TO_RECENT x1'])
  expect(brokenIn([visit('x1', 'a', 1, 660)])).toEqual([])
  const two = brokenIn([visit('x1', 'a', 0, 660), visit('x2', 'a', 1, 660)], {
    enterprises: exampleProblem.enterprises.map((it) => ({ ...it, recentVisits: [] })),
  })
  expect(two).toContain('burden BUDGET_USED_UP x2')
  expect(two).toContain('burden TOO_CLOSE x1')
})
