/** Repeatable chance: the same seed gives the same county, row ids included. */
export interface Seeded {
  /** 0 inclusive to 1 exclusive. */
  next(): number
  /** Whole number from `low` to `high`, both inclusive. */
  int(low: number, high: number): number
  chance(share: number): boolean
  pick<T>(list: readonly T[]): T
  shuffled<T>(list: readonly T[]): T[]
  /** An id in the form of UUID version 7, rising with each call. */
  id(): string
}

/** Mulberry32 on a 32-bit seed. */
export const seeded = (seed: number): Seeded => {
  let state = seed >>> 0
  // Ids count up from a moment before the county's history begins, 2026-01-01.
  let moment = Date.UTC(2026, 0, 1)
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const hex = (digits: number): string =>
    Math.floor(next() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0')
  return {
    next,
    int,
    chance: (share) => next() < share,
    pick: (list) => list[int(0, list.length - 1)]!,
    shuffled: (list) =>
      list
        .map((item) => ({ item, key: next() }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ item }) => item),
    id: () => {
      moment += 1
      const time = moment.toString(16).padStart(12, '0')
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(6)}${hex(6)}`
    },
  }
}
