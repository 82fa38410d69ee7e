import { expect, it } from 'vitest'
import { entitlementsOf, readClaim, type Claim, type Ground, type Line, type LineCode } from '../index.ts'

export type Facts = Omit<Claim, 'region'>
/** What the case is, its facts, the line looked at, its amount or what else it must show, and the place. */
export type Row = readonly [
  what: string,
  facts: Facts,
  code: LineCode,
  expected: number | Partial<Line>,
  region?: string,
]

/** A test for each row. */
export const holds = (rows: readonly Row[]): void => {
  for (const [what, facts, code, expected, region = '000000'] of rows)
    it(what, () => {
      const claim = readClaim({ region, ...facts })
      if (!claim.ok) throw new Error(JSON.stringify(claim.detail))
      const line = entitlementsOf(claim.value).lines.find((it) => it.code === code)
      expect(line).toMatchObject(typeof expected === 'number' ? { status: 'ok', amount: expected } : expected)
    })
}

export const warningsOf = (facts: Facts, region = '000000'): readonly string[] =>
  entitlementsOf({ region, ...facts }).warnings

/** Left on the given ground after service from `start` to `end`. */
export const left = (start: string, end: string, ground: Ground, wages: NonNullable<Claim['wages']>): Facts => ({
  employment: { start, end },
  termination: { ground, noticeGiven: true },
  wages,
})

/** Laid off after so many years. */
export const after = (serviceYears: number, wages: NonNullable<Claim['wages']>): Facts => ({
  employment: { serviceYears },
  termination: { ground: 'art41_layoff' },
  wages,
})
