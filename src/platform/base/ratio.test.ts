import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, divide, floor, multiply, ratio, subtract, toCent, toNumber, written } from './ratio.ts'

describe('exact fractions', () => {
  it('take decimals as written and round half up to the cent', () => {
    expect(toNumber(multiply(ratio(2761.37), ratio(1.5)))).toBe(4142.06)
    expect(toNumber(multiply(ratio(1.005), ratio(1)))).toBe(1.01)
    expect(toNumber(divide(multiply(ratio(4500), ratio(5)), ratio(21.75)))).toBe(1034.48)
    expect(written(divide(ratio(2), ratio(3)))).toBe('0.6667')
    expect(written(add(ratio(0.1), ratio(0.2)))).toBe('0.3')
    expect(floor(subtract(ratio(1), ratio(2.5))).n).toBe(-2n)
  })

  it('undo what they do', () => {
    const decimal = fc.integer({ min: 1, max: 1e9 }).map((it) => it / 1000)
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const back = divide(multiply(ratio(a), ratio(b)), ratio(b))
        expect(back.n * ratio(a).d).toBe(ratio(a).n * back.d)
        expect(toCent(subtract(add(ratio(a), ratio(b)), ratio(b)))).toEqual(toCent(ratio(a)))
      }),
    )
  })
})
