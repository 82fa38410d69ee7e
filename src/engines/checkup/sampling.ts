import type { Instrument } from './model.ts'

export interface SamplingPlan {
  /** Head count drawn from. */
  readonly of: number
  readonly size: number
  readonly everybody: boolean
  readonly seed: string
  /** Places in the roster, from 1, in rising order. */
  readonly places: readonly number[]
}

/** FNV-1a over UTF-16 code units; the same text gives the same whole number everywhere. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** Numbers from 0 inclusive to 1 exclusive that repeat under the same seed (mulberry32). */
const numbersOf = (seed: string): (() => number) => {
  let state = hashOf(seed)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * Draws `size` different places out of 1 to `of`, each as likely as another; the same seed draws the same.
 * @returns the places in rising order; all of them where `size` is not below `of`
 */
export const drawPlaces = (of: number, size: number, seed: string): number[] => {
  const next = numbersOf(seed)
  const drawn = new Set<number>()
  // Floyd's way: as many numbers as places drawn, however many there are to draw from.
  for (let last = Math.max(of - size, 0) + 1; last <= of; last++) {
    const place = Math.floor(next() * last) + 1
    drawn.add(drawn.has(place) ? last : place)
  }
  return [...drawn].toSorted((a, b) => a - b)
}

/** How many people of an enterprise are looked at. */
export const sampleSize = ({ sampling }: Pick<Instrument, 'sampling'>, headcount: number): number =>
  headcount <= sampling.allUpTo
    ? headcount
    : (sampling.sizes.find(({ upTo }) => upTo === null || headcount <= upTo)?.size ?? headcount)

/** Whose papers are looked at: everybody in a small enterprise, else places of the roster drawn by seed. */
export const samplingPlan = (
  instrument: Pick<Instrument, 'sampling'>,
  headcount: number,
  seed: string,
): SamplingPlan => {
  const size = sampleSize(instrument, headcount)
  return { of: headcount, size, everybody: size === headcount, seed, places: drawPlaces(headcount, size, seed) }
}
