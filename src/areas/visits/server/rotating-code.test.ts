import type * as crypto from 'node:crypto'
import { createHmac, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { checkCode, issueCode, STEP_MS } from './rotating-code.ts'

// The real one, counted.
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof crypto>()
  return { ...real, createHmac: vi.fn(real.createHmac) }
})

const secret = randomBytes(32)
const now = Date.UTC(2026, 10, 30, 4, 0, 3)
const hour = 3_600_000
const { code, expiresInMs } = issueCode(secret, 'visit', now)
const outcome = (given: string, scanned: number, received = scanned, visit = 'visit') => {
  const result = checkCode(secret, visit, given, scanned, received)
  return result.ok ? 'ok' : result.code
}

describe('the code on the wall', () => {
  it('is taken at once and a little later', () => {
    expect(outcome(code, now)).toBe('ok')
    expect(outcome(code, now + STEP_MS)).toBe('ok')
    expect(expiresInMs).toBe(17_000)
  })
  it('is worth nothing as a screenshot after a minute, nor before its time', () => {
    expect(outcome(code, now + 60_000)).toBe('CODE_EXPIRED')
    expect(outcome(code, now - STEP_MS)).toBe('CODE_EXPIRED')
  })
  it('is taken for 20 to 40 seconds, whenever it is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 0, max: 120_000 }), (shown, later) => {
        const own = issueCode(secret, 'visit', shown).code
        const taken = outcome(own, shown + later) === 'ok'
        expect(later <= STEP_MS ? taken : later >= 2 * STEP_MS ? !taken : true).toBe(true)
        expect(own.length).toBeLessThanOrEqual(64)
      }),
    )
  })
  it('is of one visit, and cannot be guessed', () => {
    const [step, mac] = code.split('.') as [string, string]
    expect(mac).toHaveLength(24)
    expect(outcome(code, now, now, 'another')).toBe('CODE_WRONG')
    expect(checkCode(randomBytes(32), 'visit', code, now, now)).toMatchObject({ code: 'CODE_WRONG' })
    const later = (Number.parseInt(step, 36) + 6).toString(36)
    const foreign = [
      '',
      '.',
      mac,
      `${step}.`,
      `${step}.${'A'.repeat(24)}`,
      `${later}.${mac}`,
      `${code}A`,
      `劳模.${mac}`,
    ]
    for (const given of foreign) expect([given, outcome(given, now + 120_000)]).toEqual([given, 'CODE_WRONG'])
    for (let at = 0; at < mac.length; at++) {
      const changed = `${mac.slice(0, at)}${mac[at] === 'A' ? 'B' : 'A'}${mac.slice(at + 1)}`
      expect(outcome(`${step}.${changed}`, now)).toBe('CODE_WRONG')
    }
  })
})

describe('a sign-in that waited in a phone’s queue', () => {
  it('is taken for a day, not longer, and counts for the time of reading', () => {
    expect(checkCode(secret, 'visit', code, now, now + 23 * hour)).toEqual({ ok: true, value: { atMs: now } })
    expect(outcome(code, now, now + 24 * hour)).toBe('ok')
    expect(outcome(code, now, now + 24 * hour + 1)).toBe('CODE_EXPIRED')
  })
  it('needs a code that was on show when it was read', () => {
    expect(outcome(code, now + 60_000, now + hour)).toBe('CODE_EXPIRED')
    expect(outcome(code, now - STEP_MS, now + hour)).toBe('CODE_EXPIRED')
    const tomorrow = issueCode(secret, 'visit', now + 5 * hour).code
    expect(outcome(tomorrow, now + 5 * hour, now)).toBe('CODE_EXPIRED')
    expect(outcome(code, Number.NaN, now + hour)).toBe('CODE_EXPIRED')
  })
})

it('does not need the phone’s clock while the code is on show', () => {
  for (const wrongBy of [-26 * hour, -30_000, 10_000, 30 * hour])
    expect(checkCode(secret, 'visit', code, now + wrongBy, now)).toEqual({ ok: true, value: { atMs: now } })
})

it('refuses a foreign code as cheaply as it takes a right one: by one MAC', () => {
  for (const given of [code, `${code.split('.')[0]}.${'A'.repeat(24)}`]) {
    vi.mocked(createHmac).mockClear()
    outcome(given, now)
    expect(createHmac).toHaveBeenCalledTimes(1)
  }
})
