import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../platform/base/civil-date.ts'
import {
  entitlementsOf,
  lineNames,
  parameterSet,
  readClaim,
  shippedParameters,
  warningText,
  type AnyParameter,
  type Claim,
  type LineCode,
} from '../index.ts'
import { entitlementsBy } from '../entitlements.ts'
import { lineParameters } from '../parameters/of-lines.ts'
import { halfYearsOf, spanOf } from '../period.ts'
import { anyClaim } from './claim-arbitrary.ts'

const amountOf = (claim: Claim, code: LineCode): number =>
  entitlementsOf(claim).lines.find((it) => it.code === code)?.amount ?? 0

const wage = fc.integer({ min: 1, max: 5_000_000 }).map((cents) => cents / 100)
const start = fc.integer({ min: 0, max: 7000 }).map((after) => addDays('2008-01-01', after))

const severed = (ground: 'unlawful' | 'art40_no_fault', from: string, end: string, averageMonthly: number): Claim => ({
  region: '000000',
  employment: { start: from, end },
  termination: { ground, noticeGiven: true },
  wages: { averageMonthly, aboveThreeTimes: false },
})

describe('whatever the claim', { timeout: 60_000 }, () => {
  it('is read, and the answer keeps the form: nothing below 0, balance ≤ claimable ≤ amount, whole cents', () => {
    fc.assert(
      fc.property(anyClaim, (claim) => {
        expect(readClaim(claim).ok).toBe(true)
        const { lines, warnings, unverified } = entitlementsOf(claim)
        expect(new Set(lines.map((it) => it.code)).size).toBe(lines.length)
        for (const { code, status, amount, claimable, balance, missing, excludedBy, articles, parameters } of lines) {
          expect(Object.keys(lineNames)).toContain(code)
          const counted = status === 'ok' || status === 'time_barred'
          expect(amount !== undefined).toBe(counted)
          expect(missing !== undefined && missing.length > 0).toBe(status === 'needs_input')
          expect(excludedBy !== undefined).toBe(status === 'excluded_by')
          if (status === 'time_barred') expect(claimable).toBe(0)
          if (counted) {
            expect(articles.length).toBeGreaterThan(0)
            for (const it of [amount!, claimable!, balance!]) expect(Math.round(it * 100) / 100).toBe(it)
            expect(balance!).toBeGreaterThanOrEqual(0)
            expect(claimable!).toBeGreaterThanOrEqual(balance!)
            expect(amount!).toBeGreaterThanOrEqual(claimable!)
          }
          for (const it of parameters ?? []) if (it.status === 'UNVERIFIED') expect(unverified).toContain(it.key)
        }
        for (const warning of warnings) expect(warningText(warning)).not.toBe(warning)
      }),
      { numRuns: 600 },
    )
  })

  it('gives the same answer again and leaves the claim alone', () => {
    fc.assert(
      fc.property(anyClaim, (claim) => {
        const before = JSON.stringify(claim)
        expect(entitlementsOf(claim)).toEqual(entitlementsOf(claim))
        expect(JSON.stringify(claim)).toBe(before)
      }),
      { numRuns: 200 },
    )
  })

  it('rests on nothing but the parameters that a phone loads', () => {
    const lines = parameterSet(lineParameters)
    fc.assert(
      fc.property(anyClaim, (claim) => {
        expect(entitlementsBy(claim, lines)).toEqual(entitlementsOf(claim))
      }),
      { numRuns: 300 },
    )
  })

  it('never lets 2N stand beside N or a month of notice', () => {
    fc.assert(
      fc.property(anyClaim, (claim) => {
        const { lines } = entitlementsOf(claim)
        const claimable = (code: LineCode) => lines.find((it) => it.code === code)?.claimable ?? 0
        if (claimable('unlawful_termination') > 0)
          expect([claimable('economic_compensation'), claimable('notice_pay')]).toEqual([0, 0])
      }),
      { numRuns: 500 },
    )
  })
})

describe('severance', () => {
  it('rises with the wage below the cap, and is twice as much for an unlawful end', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 6000 }), wage, wage, (from, length, one, other) => {
        const end = addDays(from, length)
        const [less, more] = [Math.min(one, other), Math.max(one, other)]
        const n = (it: number) => amountOf(severed('art40_no_fault', from, end, it), 'economic_compensation')
        expect(n(less)).toBeLessThanOrEqual(n(more))
        const twice = amountOf(severed('unlawful', from, end, more), 'unlawful_termination')
        // The cent is rounded at the end of each line.
        expect(Math.abs(twice - 2 * n(more))).toBeLessThan(0.011)
      }),
    )
  })

  it('never falls with a later end', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 6000 }), fc.integer({ min: 1, max: 400 }), (from, length, more) => {
        const n = (days: number) =>
          amountOf(severed('art40_no_fault', from, addDays(from, days), 3000), 'economic_compensation')
        expect(n(length)).toBeLessThanOrEqual(n(length + more))
      }),
    )
  })

  it('with the cap never gives more than three times W for twelve years, or the uncapped sum', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 6000 }), wage, wage, (from, length, average, local) => {
        const claim = severed('art40_no_fault', from, addDays(from, length), average)
        const capped = amountOf(
          { ...claim, wages: { averageMonthly: average, localAverageMonthly: local } },
          'economic_compensation',
        )
        const plain = amountOf(claim, 'economic_compensation')
        expect(capped).toBeLessThanOrEqual(plain)
        if (average > 3 * local + 0.01) expect(capped).toBeLessThanOrEqual(36 * local + 0.01)
      }),
    )
  })

  it('steps by half a year on the very day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2008, max: 2020 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 12 }),
        (year, month, day, years) => {
          const two = (it: number) => String(it).padStart(2, '0')
          const from = `${year}-${two(month)}-${two(day)}`
          const anniversary = `${year + years}-${two(month)}-${two(day)}`
          expect(halfYearsOf(spanOf(from, addDays(anniversary, -1)))).toBe(years * 2)
          expect(halfYearsOf(spanOf(from, anniversary))).toBe(years * 2 + 1)
          expect(halfYearsOf(spanOf(from, addDays(anniversary, -2)))).toBe(years * 2)
        },
      ),
    )
  })
})

describe('a changed law', { timeout: 60_000 }, () => {
  const from = '2027-01-01'
  /** Every parameter gets a version from 2027 on that says otherwise. */
  const changed = parameterSet(
    shippedParameters.map((it) => {
      const last = it.versions.at(-1)
      if (!last || it.concept === 'statutory_holiday_dates' || it.concept === 'urban_disposable_income') return it
      const value = typeof last.value === 'number' ? last.value * 2 : last.value
      return { ...it, versions: [...it.versions, { from, value, status: 'CONFIRMED' }] } as AnyParameter
    }),
  )

  it('leaves facts before it alone', () => {
    const dated = anyClaim.filter(
      (claim) =>
        claim.employment?.start !== undefined &&
        claim.employment.end !== undefined &&
        claim.injury?.date !== undefined &&
        JSON.stringify(claim).search(/"20(2[7-9]|3)/) < 0,
    )
    fc.assert(
      fc.property(dated, (claim) => {
        const { filedOn: _, ...unfiled } = claim
        expect(entitlementsOf(unfiled, changed)).toEqual(entitlementsOf(unfiled))
      }),
      { numRuns: 200 },
    )
  })

  it('changes facts after it', () => {
    const claim: Claim = {
      region: '000000',
      overtime: [{ kind: 'weekday', baseMonthly: 4350, days: 1, date: '2027-02-03' }],
    }
    expect(entitlementsOf(claim, changed).lines[0]?.amount).toBe(150)
    expect(entitlementsOf(claim).lines[0]?.amount).toBe(300)
  })
})
