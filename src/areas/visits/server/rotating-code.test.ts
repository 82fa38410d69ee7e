import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { checkCode, issueCode } from './rotating-code.ts'

const secret = randomBytes(32)
const now = Date.UTC(2026, 10, 30, 4, 0, 3)
const { code } = issueCode(secret, 'visit', now)
const outcome = (given: string, scanned: number, received = scanned, visit = 'visit') => {
  const result = checkCode(secret, visit, given, scanned, received)
  return result.ok ? 'ok' : result.code
}

describe('the code on the wall', () => {
  it('is taken at once and a little later', () => {
    expect(outcome(code, now)).toBe('ok')
    expect(outcome(code, now + 20_000)).toBe('ok')
  })
  it('is worth nothing as a screenshot after a minute', () => {
    expect(outcome(code, now + 60_000)).toBe('CODE_EXPIRED')
  })
  it('is of one visit, and cannot be guessed', () => {
    expect(outcome(code, now, now, 'another')).toBe('CODE_WRONG')
    expect(outcome('A'.repeat(24), now)).toBe('CODE_WRONG')
    expect(outcome('', now)).toBe('CODE_WRONG')
    expect(checkCode(randomBytes(32), 'visit', code, now, now)).toMatchObject({ code: 'CODE_WRONG' })
  })
  it('may wait in a phone’s queue for a day, not longer, and not come from the future', () => {
    expect(outcome(code, now, now + 23 * 3_600_000)).toBe('ok')
    expect(outcome(code, now, now + 25 * 3_600_000)).toBe('CODE_EXPIRED')
    expect(outcome(code, now + 10_000, now)).toBe('CODE_EXPIRED')
  })
})
