import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, weekdayOf } from '../../../platform/base/civil-date.ts'
import { calendarOf } from '../../../platform/base/workdays.ts'
import {
  gapKinds,
  gapsBetween,
  gapsOn,
  mergeGaps,
  moveGap,
  resizeGap,
  weekProblems,
  type GapPattern,
  type GapRules,
} from './gaps.ts'

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

describe('a pattern', () => {
  it('holds from its first to its last date', () => {
    const patterns = [{ ...lunch, validFrom: '2026-11-24', validTo: '2026-11-26' }]
    const days = ['2026-11-23', '2026-11-24', '2026-11-26', '2026-11-27'].map((date) => on(date, { patterns }).length)
    expect(days).toEqual([0, 1, 1, 0])
  })
  it('of worked days only leaves plain weekends out and keeps worked ones', () => {
    const saturdays = { ...lunch, weekdays: [6] }
    const worked = { patterns: [{ ...saturdays, workdaysOnly: true }] }
    expect(on('2026-11-28', { patterns: [saturdays] })).toEqual(['break 690-750'])
    expect(on('2026-11-28', worked)).toEqual([])
    expect(on('2026-10-10', worked)).toEqual(['break 690-750'])
  })
})

describe('a gap over midnight', () => {
  const night = { kind: 'handover', from: 1410, to: 1470, weekdays: [1, 2, 3, 4, 5] } as const
  const nights = { patterns: [night] }
  it('is split over its two days', () => {
    expect(on('2026-11-30', nights)).toEqual(['handover 1410-1440'])
    expect(on('2026-12-01', nights)).toEqual(['handover 0-30', 'handover 1410-1440'])
    expect(on('2026-11-28', nights)).toEqual(['handover 0-30'])
    expect(on('2026-11-29', nights)).toEqual([])
  })
  it('does not begin on a day that is closed, nor reach into one', () => {
    const closed = [{ date: '2026-12-01', effect: 'closed' }] as const
    expect(on('2026-12-02', { ...nights, exceptions: closed })).toEqual(['handover 1410-1440'])
    expect(on('2026-12-01', { ...nights, exceptions: closed })).toEqual([])
    const quiet = [{ from: '2026-12-01', to: '2026-12-01', kind: 'quiet' }] as const
    expect(on('2026-12-01', { ...nights, quiet })).toEqual([])
    expect(on('2026-12-02', { ...nights, quiet })).toEqual(['handover 1410-1440'])
    const gap = { kind: 'break', from: 600, to: 660 } as const
    expect(on('2026-12-01', { ...nights, exceptions: [{ date: '2026-12-01', effect: 'replaced', gap }] })).toEqual([
      'break 600-660',
    ])
  })
  it('stops at a holiday on either side', () => {
    expect(on('2026-10-01', nights)).toEqual([])
    // 2026-10-07 is the last day off.
    expect(on('2026-10-08', nights)).toEqual(['handover 1410-1440'])
  })
  it('asks for the year before only where one is there', () => {
    const first = { year: 2030, holidays: [], workdays: [], source: '通知' }
    const own = calendarOf([first])
    expect(gapsOn('2030-01-01', rules, own)).toMatchObject({ ok: true })
    expect(gapsOn('2030-01-01', { ...rules, ...nights }, own)).toMatchObject({
      code: 'YEAR_NOT_ANNOUNCED',
      detail: { year: 2029 },
    })
  })
  it('overlaps with the next morning, also from Sunday to Monday', () => {
    const morning = { ...night, from: 0, to: 40, weekdays: [1] }
    expect(weekProblems([night, morning])).toEqual([])
    expect(weekProblems([{ ...night, weekdays: [7] }, morning])).toEqual([{ at: 1, problem: 'GAP_OVERLAP', other: 0 }])
    expect(weekProblems([night, { ...morning, weekdays: [2] }])).toMatchObject([{ problem: 'GAP_OVERLAP' }])
  })
})

it('opens exactly the minutes that some pattern names', () => {
  const pattern = fc
    .record({
      kind: fc.constantFrom(...gapKinds),
      from: fc.integer({ min: 0, max: 1439 }),
      length: fc.integer({ min: 1, max: 600 }),
      weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
    })
    .map(({ length, ...it }): GapPattern => ({ ...it, to: it.from + length }))
  fc.assert(
    fc.property(fc.array(pattern, { maxLength: 6 }), fc.integer({ min: 0, max: 13 }), (patterns, ahead) => {
      // Two weeks without a holiday or a worked weekend.
      const date = addDays('2026-11-16', ahead)
      const result = gapsOn(date, { patterns, exceptions: [], quiet: [] }, calendar)
      if (!result.ok) throw new Error(result.code)
      const [today, eve] = [weekdayOf(date), weekdayOf(addDays(date, -1))]
      for (const kind of gapKinds) {
        const gaps = result.value.filter((it) => it.kind === kind)
        for (let minute = 0; minute < 1440; minute++) {
          const named = patterns.some(
            (it) =>
              it.kind === kind &&
              ((it.weekdays.includes(today) && it.from <= minute && minute < it.to) ||
                (it.weekdays.includes(eve) && it.from <= minute + 1440 && minute + 1440 < it.to)),
          )
          if (gaps.filter((it) => it.from <= minute && minute < it.to).length !== (named ? 1 : 0))
            throw new Error(`${kind} ${minute} ${named}`)
        }
        expect(gaps.every((it, at) => it.to <= 1440 && (at === 0 || gaps[at - 1]!.to < it.from))).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
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
  it('lets patterns of different dates lie over each other', () => {
    const spring = { ...lunch, validTo: '2026-05-31' }
    expect(weekProblems([spring, { ...lunch, validFrom: '2026-06-01' }])).toEqual([])
    expect(weekProblems([spring, { ...lunch, validFrom: '2026-05-31' }])).toMatchObject([{ problem: 'GAP_OVERLAP' }])
  })
  it('leaves a gap alone where the pointer hardly moved', () => {
    const typed = { kind: 'break', from: 692, to: 737 } as const
    expect([moveGap(typed, 2), resizeGap(typed, 'from', -2), resizeGap(typed, 'to', 0)]).toEqual([typed, typed, typed])
    expect(moveGap(typed, 5)).toMatchObject({ from: 695, to: 740 })
  })
  it('keeps a gap over midnight when it is dragged', () => {
    const night = { kind: 'handover', from: 1410, to: 1470 } as const
    expect(moveGap(night, 15)).toMatchObject({ from: 1425, to: 1485 })
    expect(moveGap(night, 300)).toMatchObject({ from: 1435, to: 1495 })
    expect(resizeGap(night, 'to', 20)).toMatchObject({ from: 1410, to: 1490 })
  })
  it('keeps a dragged gap whole, on the grid and within the day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1400 }),
        fc.integer({ min: 10, max: 1000 }),
        fc.integer(),
        (start, length, by) => {
          const gap = { kind: 'break' as const, from: start, to: Math.min(1440, start + length) }
          const still = Math.abs(by % 3000) < 2.5
          const moved = moveGap(gap, by % 3000)
          expect(moved.to - moved.from).toBe(gap.to - gap.from)
          expect(still || moved.from % 5 === 0).toBe(true)
          expect(moved.from).toBeGreaterThanOrEqual(0)
          expect(moved.to).toBeLessThanOrEqual(1440)
          for (const edge of ['from', 'to'] as const) {
            const sized = resizeGap(gap, edge, by % 3000)
            expect(sized.to - sized.from).toBeGreaterThanOrEqual(10)
            expect(still || sized[edge] % 5 === 0).toBe(true)
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
