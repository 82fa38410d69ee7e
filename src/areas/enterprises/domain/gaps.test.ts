import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarOf } from '../../../platform/base/workdays.ts'
import { gapsBetween, gapsOn, mergeGaps, moveGap, resizeGap, weekProblems, type GapRules } from './gaps.ts'

const calendar = calendarOf()
const lunch = { kind: 'break', from: 690, to: 750, weekdays: [1, 2, 3, 4, 5] } as const
const rules: GapRules = { patterns: [lunch], exceptions: [], quiet: [] }
const on = (date: string, changed: Partial<GapRules> = {}) => {
  const result = gapsOn(date, { ...rules, ...changed }, calendar)
  return result.ok ? result.value.map((gap) => `${gap.kind} ${gap.from}-${gap.to}`) : result.code
}

describe('the gaps of a date', () => {
  it('follow the week', () => {
    expect(on('2026-11-30')).toEqual(['break 690-750'])
    expect(on('2026-11-29')).toEqual([])
  })
  it('are none on a State Council holiday, and Friday’s on a worked weekend', () => {
    expect(on('2026-10-01')).toEqual([])
    expect(on('2026-10-10')).toEqual(['break 690-750'])
  })
  it('keep a Saturday pattern on a worked Saturday', () => {
    const patterns = [lunch, { kind: 'office', from: 540, to: 600, weekdays: [6] } as const]
    expect(on('2026-10-10', { patterns })).toEqual(['office 540-600'])
  })
  it('give way to exceptions, and all to a freeze', () => {
    const added = { date: '2026-10-01', effect: 'added', gap: { kind: 'break', from: 600, to: 660 } } as const
    expect(on('2026-10-01', { exceptions: [added] })).toEqual(['break 600-660'])
    expect(on('2026-11-30', { exceptions: [{ date: '2026-11-30', effect: 'closed' }] })).toEqual([])
    const replaced = { date: '2026-11-30', effect: 'replaced', gap: { kind: 'office', from: 900, to: 960 } } as const
    expect(on('2026-11-30', { exceptions: [replaced] })).toEqual(['office 900-960'])
    const freeze = { from: '2026-11-30', to: '2026-11-30', kind: 'freeze' } as const
    expect(on('2026-11-30', { exceptions: [replaced], quiet: [freeze] })).toEqual([])
  })
  it('are refused in a year that has not been announced', () => {
    expect(on('2027-01-04')).toBe('YEAR_NOT_ANNOUNCED')
    expect(gapsBetween('2026-12-30', '2027-01-02', rules, calendar)).toMatchObject({ code: 'YEAR_NOT_ANNOUNCED' })
  })
})

describe('editing', () => {
  it('names what is wrong with a week', () => {
    const week = [
      lunch,
      { ...lunch, from: 740, to: 800 },
      { ...lunch, from: 900, to: 905 },
      { ...lunch, from: 5, to: 5 },
    ]
    expect(weekProblems(week).map((it) => it.problem)).toEqual(['GAP_OVERLAP', 'GAP_TOO_SHORT', 'GAP_REVERSED'])
    expect(weekProblems([{ ...lunch, weekdays: [] }])[0]?.problem).toBe('GAP_NO_DAY')
  })
  it('keeps a dragged gap whole, on the grid and within the day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 143 }),
        fc.integer({ min: 10, max: 200 }),
        fc.integer(),
        (start, length, by) => {
          const gap = { kind: 'break' as const, from: start * 5, to: Math.min(1440, start * 5 + length * 5) }
          const moved = moveGap(gap, by % 3000)
          expect(moved.to - moved.from).toBe(gap.to - gap.from)
          expect(moved.from).toBeGreaterThanOrEqual(0)
          expect(moved.to).toBeLessThanOrEqual(1440)
          for (const edge of ['from', 'to'] as const) {
            const sized = resizeGap(gap, edge, by % 3000)
            expect(sized.to - sized.from).toBeGreaterThanOrEqual(10)
            expect(sized.from >= 0 && sized.to <= 1440).toBe(true)
          }
        },
      ),
    )
  })
  it('merges gaps of one kind only', () => {
    const of = (kind: 'break' | 'office', from: number, to: number) => ({ kind, from, to })
    expect(mergeGaps([of('break', 10, 20), of('break', 20, 30), of('office', 15, 40)])).toEqual([
      of('break', 10, 30),
      of('office', 15, 40),
    ])
  })
})
