import type { PlanState } from '../plan-state.ts'
import type { Random } from '../random.ts'

// An option is overlooked now and then, which lets the greedy choice vary (SISR's blinks).
const BLINK = 0.01

/** Orders in which requests are offered a place. */
type Order = (state: PlanState, request: number, random: Random) => number

const orders: readonly Order[] = [
  (_state, _request, random) => random.next(),
  ({ c }, request) => -c.value[request]!,
  ({ c }, request, random) => (-c.value[request]! / (10 + c.duration[request]!)) * (0.7 + 0.6 * random.next()),
  ({ c }, request) => c.optionStart[request + 1]! - c.optionStart[request]!,
  ({ c }, request, random) => -c.value[request]! * random.next(),
]

/** Puts requests back one by one, each at its best place; one that gains nothing stays out, except those of `first`. */
export const recreate = (
  state: PlanState,
  candidates: number[],
  first: readonly number[],
  random: Random,
  touch: (route: number) => void,
): void => {
  const order = orders[random.below(orders.length)]!
  const keys = new Map(candidates.map((request) => [request, order(state, request, random)]))
  candidates.sort((a, b) => keys.get(a)! - keys.get(b)! || a - b)
  const place = (request: number, least: number): void => {
    if (state.routeOf[request]! >= 0) return
    state.findBest(request, BLINK, random.next)
    if (state.foundOption < 0 || state.foundGain <= least) return
    touch(state.c.optionRoute[state.foundOption]!)
    state.insertFound(request)
  }
  // Also at a loss: a long way may pay for two visits, or for what comes after; the search judges the whole.
  for (const request of first) place(request, -Infinity)
  const waiting: number[] = []
  for (const request of candidates) {
    const before = state.c.after[request]!
    if (before >= 0 && state.routeOf[before]! < 0) waiting.push(request)
    else place(request, 1e-9)
  }
  // Followers whose predecessor came in meanwhile.
  for (const request of waiting) place(request, 1e-9)
}
