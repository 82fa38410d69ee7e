import { createHmac, timingSafeEqual } from 'node:crypto'
import { fail, ok, type Result } from '../../../platform/base/result.ts'

/** A code is shown for this long. */
export const STEP_MS = 20_000
/** The step before is still taken, so a photographed code dies within 40 s of being shown first. */
const STEPS_KEPT = 2
// A queued sign-in comes when the phone is back on the network.
const QUEUE_MAX_MS = 24 * 3_600_000
const CLOCK_SKEW_MS = 5_000

const codeOf = (secret: Buffer, visitId: string, step: number): string =>
  createHmac('sha256', secret).update(`sign-in ${visitId} ${step}`).digest('base64url').slice(0, 24)

/** The code of this moment: 144 bits, bound to the visit. */
export const issueCode = (secret: Buffer, visitId: string, nowMs: number): { code: string; expiresInMs: number } => ({
  code: codeOf(secret, visitId, Math.floor(nowMs / STEP_MS)),
  expiresInMs: STEP_MS - (nowMs % STEP_MS),
})

/**
 * Checks a code read at `scannedAtMs` and received at `receivedAtMs`. A sign-in that waited in a phone's queue is
 * taken up to a day late, if its code was right when it was read: who lies about the time of reading still needs a
 * code of that time.
 */
export const checkCode = (
  secret: Buffer,
  visitId: string,
  code: string,
  scannedAtMs: number,
  receivedAtMs: number,
): Result<undefined, 'CODE_EXPIRED' | 'CODE_WRONG'> => {
  if (scannedAtMs > receivedAtMs + CLOCK_SKEW_MS || receivedAtMs - scannedAtMs > QUEUE_MAX_MS)
    return fail('CODE_EXPIRED')
  const given = Buffer.from(code)
  const matches = (step: number): boolean => {
    const expected = Buffer.from(codeOf(secret, visitId, step))
    return expected.length === given.length && timingSafeEqual(expected, given)
  }
  const step = Math.floor(scannedAtMs / STEP_MS)
  for (let back = 0; back < STEPS_KEPT; back++) if (matches(step - back)) return ok(undefined)
  for (let back = STEPS_KEPT; back < 4320; back++) if (matches(step - back)) return fail('CODE_EXPIRED')
  return fail('CODE_WRONG')
}
