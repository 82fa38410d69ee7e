import { createHmac, timingSafeEqual } from 'node:crypto'
import { fail, ok, type Result } from '../../../platform/base/result.ts'

/** A code is shown for this long. */
export const STEP_MS = 20_000
/** The step before is still taken, so a photographed code dies within 40 s of being shown first. */
const STEPS_KEPT = 2
// A queued sign-in comes when the phone is back on the network.
export const QUEUE_MAX_MS = 24 * 3_600_000

/** 24 base64url characters of the HMAC: 144 bits. */
const MAC_LENGTH = 24
const macOf = (secret: Buffer, visitId: string, step: number): string =>
  createHmac('sha256', secret).update(`sign-in ${visitId} ${step}`).digest('base64url').slice(0, MAC_LENGTH)

/**
 * The code of this moment, bound to the visit: its step in base 36 and the step's MAC, `ti2r1k.kZ…`, 31 characters.
 * With the step in it a wrong code costs one HMAC to refuse, whatever was sent: anyone may send one.
 */
export const issueCode = (secret: Buffer, visitId: string, nowMs: number): { code: string; expiresInMs: number } => {
  const step = Math.floor(nowMs / STEP_MS)
  return { code: `${step.toString(36)}.${macOf(secret, visitId, step)}`, expiresInMs: STEP_MS - (nowMs % STEP_MS) }
}

const CODE = /^([0-9a-z]{1,8})\.([\w-]{24})$/

/** The step of a code that this server made for the visit; undefined for any other text. Constant time over the MAC. */
const stepOf = (secret: Buffer, visitId: string, code: string): number | undefined => {
  const parts = CODE.exec(code)
  if (!parts) return undefined
  const step = Number.parseInt(parts[1]!, 36)
  const expected = Buffer.from(macOf(secret, visitId, step))
  return timingSafeEqual(expected, Buffer.from(parts[2]!)) ? step : undefined
}

/** A code of `step` is on show, or was a moment ago. False for an instant that is none (NaN). */
const fits = (step: number, atMs: number): boolean => {
  const age = Math.floor(atMs / STEP_MS) - step
  return age >= 0 && age < STEPS_KEPT
}

/**
 * Checks a code read at `scannedAtMs` by the phone's clock and received at `receivedAtMs` by the server's; gives the
 * instant that the sign-in counts for.
 * - A code that is on show now is taken whatever the phone's clock says: phones run minutes early or late.
 * - A sign-in that waited in a phone's queue is taken up to a day late, if its code was on show when it was read.
 * CODE_EXPIRED for a code of this visit at another time, CODE_WRONG for anything else.
 *
 * What this does not stop: who has seen a code can, with a program of their own, name the time at which it was on
 * show and hand it in within the day. The phone page itself names the real time, so a picture passed on and opened
 * there is refused after 40 s. A queue and a proof of presence exclude each other; head counts are the cross-check.
 */
export const checkCode = (
  secret: Buffer,
  visitId: string,
  code: string,
  scannedAtMs: number,
  receivedAtMs: number,
): Result<{ readonly atMs: number }, 'CODE_EXPIRED' | 'CODE_WRONG'> => {
  const step = stepOf(secret, visitId, code)
  if (step === undefined) return fail('CODE_WRONG')
  if (fits(step, receivedAtMs)) return ok({ atMs: receivedAtMs })
  const waitedMs = receivedAtMs - scannedAtMs
  if (!(waitedMs >= 0 && waitedMs <= QUEUE_MAX_MS) || !fits(step, scannedAtMs)) return fail('CODE_EXPIRED')
  return ok({ atMs: scannedAtMs })
}
