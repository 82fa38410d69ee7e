/** Repeatable numbers for the search: the same seed, the same plan. */
export interface Random {
  /** 0 inclusive to 1 exclusive. */
  next(): number
  /** Whole, 0 inclusive to `limit` exclusive. */
  below(limit: number): number
}

/** xoshiro128** seeded by splitmix32. The state stays in signed 32 bits, which V8 keeps off the heap. */
export const createRandom = (seed: number): Random => {
  let s = seed | 0
  const mix = (): number => {
    s = (s + 0x9e3779b9) | 0
    let z = s
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b)
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
    return z ^ (z >>> 16)
  }
  let a = mix()
  let b = mix()
  let c = mix()
  let d = mix()
  const next = (): number => {
    const t = Math.imul(b, 5)
    const result = Math.imul((t << 7) | (t >>> 25), 9)
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    return (result >>> 0) / 4_294_967_296
  }
  return { next, below: (limit) => Math.floor(next() * limit) }
}
