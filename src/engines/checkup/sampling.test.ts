import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instrument } from './answers-sample.ts'
import { drawPlaces, sampleSize, samplingPlan } from './index.ts'

describe('the sample', () => {
  it.each([
    [1, 1],
    [29, 29],
    [30, 30],
    [31, 15],
    [100, 15],
    [101, 20],
    [300, 20],
    [301, 30],
    [1000, 30],
    [1001, 50],
    [40_000, 50],
  ])('of %i people is %i', (headcount, size) => {
    expect(sampleSize(instrument, headcount)).toBe(size)
  })

  it('is drawn the same by the same seed, otherwise by another', () => {
    const plan = samplingPlan(instrument, 500, '甲')
    expect(samplingPlan(instrument, 500, '甲')).toEqual(plan)
    expect(samplingPlan(instrument, 500, '乙').places).not.toEqual(plan.places)
    expect(plan).toMatchObject({ of: 500, size: 30, everybody: false, seed: '甲' })
    // Pinned: a sample drawn last year must still be found this year.
    expect(drawPlaces(100, 10, '甲')).toMatchInlineSnapshot(`
      [
        2,
        15,
        17,
        37,
        65,
        78,
        92,
        94,
        98,
        100,
      ]
    `)
  })

  it('takes everybody of a small enterprise', () => {
    expect(samplingPlan(instrument, 5, 'x')).toMatchObject({ everybody: true, places: [1, 2, 3, 4, 5] })
  })

  it('holds different places of the roster, as many as asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 80 }), fc.string(), (of, size, seed) => {
        const places = drawPlaces(of, size, seed)
        expect(places).toHaveLength(Math.min(of, size))
        expect(new Set(places).size).toBe(places.length)
        expect(places.every((it) => Number.isInteger(it) && it >= 1 && it <= of)).toBe(true)
        expect(places).toEqual(places.toSorted((a, b) => a - b))
      }),
    )
  })

  it('gives every place about the same chance', () => {
    const times = new Map<number, number>()
    for (let seed = 0; seed < 4000; seed++)
      for (const place of drawPlaces(20, 5, String(seed))) times.set(place, (times.get(place) ?? 0) + 1)
    // 4,000 draws of a quarter: 1,000 each; five standard deviations are 137.
    expect(Math.min(...times.values())).toBeGreaterThan(863)
    expect(Math.max(...times.values())).toBeLessThan(1137)
  })
})
