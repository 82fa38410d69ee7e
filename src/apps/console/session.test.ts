import { expect, test } from 'vitest'
import { nextPath } from './session.ts'

test.each([
  ['/console/plan?month=2026-12', '/console/plan?month=2026-12'],
  ['/console', '/console'],
  ['https://evil.example/console', '/console'],
  ['//evil.example', '/console'],
  ['/console//evil.example', '/console'],
  ['/consoleevil', '/console'],
  [undefined, '/console'],
])('after signing in %s leads to %s', (wanted, led) => {
  expect(nextPath(wanted)).toBe(led)
})
