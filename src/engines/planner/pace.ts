import type { Problem } from './model.ts'

/** Milliseconds of any steady clock. */
export type Clock = () => number

export const requestsIn = (parts: readonly Problem[]): number => parts.reduce((sum, it) => sum + it.requests.length, 0)

export interface Turn {
  readonly part: Problem
  /** Share of all requests in the parts before: 0 inclusive to 1 exclusive. */
  readonly before: number
  /** Of this part among all requests: 0 to 1 inclusive. */
  readonly share: number
  /** From now on; Infinity where all have. */
  readonly milliseconds: number
}

/** Parts one after the other; time goes to them by their requests, and what one leaves over is the next ones'. */
export function* takeTurns(parts: readonly Problem[], milliseconds: number, clock: Clock): Generator<Turn> {
  const deadline = clock() + milliseconds
  const whole = Math.max(1, requestsIn(parts))
  let toDo = whole
  for (const part of parts) {
    const own = part.requests.length
    // 0 × Infinity is no number.
    const time = own === 0 ? 0 : (own / toDo) * (deadline - clock())
    yield { part, before: 1 - toDo / whole, share: own / whole, milliseconds: time }
    toDo -= own
  }
}

const TELL_EVERY_MS = 100

/** @returns whether it is time to tell of progress: at the first call, and then at most ten times a second. */
export const createTicker = (clock: Clock): (() => boolean) => {
  let last = -Infinity
  return () => {
    const now = clock()
    if (now - last < TELL_EVERY_MS) return false
    last = now
    return true
  }
}
