/** Exact fractions, so that no figure in yuan meets binary rounding. `d` is above 0; fractions are not always in lowest terms. */
export interface Ratio {
  readonly n: bigint
  readonly d: bigint
}

/** Beyond this a denominator is reduced; sums of many lines would grow without end. */
const WIDE = 1n << 64n

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b]
  while (y > 0n) [x, y] = [y, x % y]
  return x
}

const made = (n: bigint, d: bigint): Ratio => {
  if (d < WIDE) return { n, d }
  const by = gcd(n, d)
  return by > 1n ? { n: n / by, d: d / by } : { n, d }
}

export const ZERO: Ratio = { n: 0n, d: 1n }

/** The exact value of a decimal number as it is written (0.1 is one tenth). Takes up to nine decimals. */
export const ratio = (value: number): Ratio => {
  if (Number.isInteger(value)) return { n: BigInt(value), d: 1n }
  const cents = Math.round(value * 100)
  if (cents / 100 === value && Math.abs(cents) <= Number.MAX_SAFE_INTEGER) return { n: BigInt(cents), d: 100n }
  const [whole = '0', decimals = ''] = value.toFixed(9).split('.')
  return { n: BigInt(whole + decimals), d: 1_000_000_000n }
}

export const add = (a: Ratio, b: Ratio): Ratio =>
  a.d === b.d ? { n: a.n + b.n, d: a.d } : made(a.n * b.d + b.n * a.d, a.d * b.d)

export const subtract = (a: Ratio, b: Ratio): Ratio => add(a, { n: -b.n, d: b.d })

export const multiply = (a: Ratio, b: Ratio): Ratio => made(a.n * b.n, a.d * b.d)

/** @throws where `b` is 0 or below: callers divide by months, days and years only. */
export const divide = (a: Ratio, b: Ratio): Ratio => {
  if (b.n <= 0n) throw new RangeError('divide needs a divisor above 0')
  return made(a.n * b.d, a.d * b.n)
}

/** Below 0 where a is less, 0 where equal, above 0 where more. */
export const compare = (a: Ratio, b: Ratio): number => {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export const larger = (a: Ratio, b: Ratio): Ratio => (compare(a, b) >= 0 ? a : b)
export const smaller = (a: Ratio, b: Ratio): Ratio => (compare(a, b) <= 0 ? a : b)

/** The whole number at or below. */
export const floor = (a: Ratio): Ratio => {
  const whole = a.n / a.d
  return { n: a.n < 0n && whole * a.d !== a.n ? whole - 1n : whole, d: 1n }
}

/** Rounded to the cent, half up, for amounts from 0 up. */
export const toCent = (a: Ratio): Ratio => ({ n: (a.n * 200n + a.d) / (a.d * 2n), d: 100n })

/** As a number of yuan with two decimals; the nearest double, which prints as written. */
export const toNumber = (a: Ratio): number => Number(toCent(a).n) / 100

/** As people write it: up to four decimals, no trailing zeros. */
export const written = (a: Ratio): string => {
  const scaled = (a.n * 20_000n + a.d) / (a.d * 2n)
  const decimals = String(scaled % 10_000n)
    .padStart(4, '0')
    .replace(/0+$/, '')
  return decimals ? `${scaled / 10_000n}.${decimals}` : String(scaled / 10_000n)
}
