import fc from 'fast-check'
import { expect, it } from 'vitest'
import { httpRefusal, maxAttempts, nextDelay, smtpRefusal } from './back-off.ts'

it('waits longer after each attempt, up to six hours, and then gives up', () => {
  const delays = Array.from({ length: maxAttempts - 1 }, (_, at) => nextDelay(at + 1, 0))
  expect(delays).toEqual([15, 60, 240, 960, 3840, 10_800, 10_800, 10_800, 10_800])
  expect(nextDelay(maxAttempts, 0)).toBe('give-up')
  expect(nextDelay(maxAttempts + 5, 0.5)).toBe('give-up')
})

it('spreads each delay over half of it and never undercuts what the service asked for', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: maxAttempts - 1 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.integer({ min: 0, max: 7200 }),
      (attempts, random, asked) => {
        const delay = nextDelay(attempts, random, asked)
        const full = Math.min(30 * 4 ** (attempts - 1), 6 * 3600)
        expect(delay).toBeGreaterThanOrEqual(Math.max(asked, full / 2))
        expect(delay).toBeLessThanOrEqual(Math.max(Math.ceil(asked * 1.25), full))
      },
    ),
  )
  expect(nextDelay(1, 0)).not.toBe(nextDelay(1, 0.9))
})

it('tells refusals that stand from those that may pass', () => {
  expect([421, 450, 451, 452].map(smtpRefusal)).toEqual(Array(4).fill('TRANSIENT'))
  expect([500, 550, 552, 554].map(smtpRefusal)).toEqual(Array(4).fill('PERMANENT'))
  expect([408, 425, 429, 500, 502, 503, 504].map(httpRefusal)).toEqual(Array(7).fill('TRANSIENT'))
  expect([301, 302, 400, 401, 403, 404, 413].map(httpRefusal)).toEqual(Array(7).fill('PERMANENT'))
})
