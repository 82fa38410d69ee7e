import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { countRoutes } from './count-routes.ts'

const text = readFileSync(new URL('solomon/c101.txt', import.meta.url), 'utf8')

it('counts what a feasible route is worth', () => {
  // 20 opens at 10 and brings 10; 24 and 25 follow within their windows.
  expect(countRoutes(text, [[20, 24, 25]], 1)).toBe(10 + 10 + 40)
})

it('refuses what breaks a rule, naming where', () => {
  expect(() => countRoutes(text, [[25, 20]], 1)).toThrow('route 1: too late at 20')
  expect(() => countRoutes(text, [[20], [20]], 1)).toThrow('route 2: 20 is unknown or visited twice')
  expect(() => countRoutes(text, [[101]], 1)).toThrow('101 is unknown')
})
