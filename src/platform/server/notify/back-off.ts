/** Attempts in all, the first included. With the delays below the last one starts 13 to 27 h after the first. */
export const maxAttempts = 10

const FIRST_DELAY = 30
const LONGEST_DELAY = 6 * 3600

/**
 * Seconds until the next attempt, or 'give-up'.
 * @param attempts how many were made, 1 or more
 * @param random in [0, 1): half of each delay is spread, so that many rows do not come back in one second
 * @param atLeast seconds the service asked for
 */
export const nextDelay = (attempts: number, random: number, atLeast = 0): number | 'give-up' => {
  if (attempts >= maxAttempts) return 'give-up'
  const full = Math.min(FIRST_DELAY * 4 ** (attempts - 1), LONGEST_DELAY)
  const spread = full / 2 + (full / 2) * random
  // Spread on top of what was asked for too: all waiting rows were told the same second.
  return Math.round(Math.max(spread, atLeast + (atLeast / 4) * random))
}

/** RFC 5321 4.2.1: 5yz is a refusal that stands, 4yz one that may pass. */
export const smtpRefusal = (code: number): 'PERMANENT' | 'TRANSIENT' =>
  code >= 500 && code < 600 ? 'PERMANENT' : 'TRANSIENT'

/** 408, 425, 429 and 5xx may pass; every other 3xx and 4xx stands. */
export const httpRefusal = (status: number): 'PERMANENT' | 'TRANSIENT' =>
  status >= 500 || status === 408 || status === 425 || status === 429 ? 'TRANSIENT' : 'PERMANENT'
