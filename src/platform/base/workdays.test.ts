import chineseDays from 'chinese-days'
import { describe, expect, it } from 'vitest'
import { addDays, weekdayOf } from './civil-date.ts'
import { shippedYears } from './workdays-data.ts'
import { calendarOf } from './workdays.ts'

const calendar = calendarOf()
const kind = (date: string) => {
  const result = calendar.kindOf(date)
  return result.ok ? result.value : result.code
}

describe('the State Council calendar', () => {
  it('knows holidays, worked weekends and plain days of 2026', () => {
    expect(kind('2026-10-01')).toBe('holiday')
    expect(kind('2026-02-14')).toBe('makeup')
    expect(kind('2026-11-30')).toBe('workday')
    expect(kind('2026-11-29')).toBe('weekend')
  })

  it('refuses a year that has not been announced', () => {
    expect(kind('2027-01-01')).toBe('YEAR_NOT_ANNOUNCED')
    expect(kind('2023-12-31')).toBe('YEAR_NOT_ANNOUNCED')
    expect(calendar.addWorkdays('2026-12-30', 5)).toMatchObject({ ok: false, detail: { year: 2027 } })
  })

  it('takes a year that an administrator entered', () => {
    const own = calendarOf([{ year: 2027, holidays: ['2027-01-01'], workdays: ['2027-01-03'], source: '通知' }])
    expect(own.kindOf('2027-01-01')).toMatchObject({ value: 'holiday' })
    expect(own.kindOf('2027-01-03')).toMatchObject({ value: 'makeup' })
    expect(own.kindOf('2027-01-04')).toMatchObject({ value: 'workday' })
  })

  it('says what chinese-days says, on every day of the shipped years', () => {
    const differing: string[] = []
    for (let date = '2024-01-01'; date <= '2026-12-31'; date = addDays(date, 1)) {
      const weekend = weekdayOf(date) > 5
      const listed = chineseDays.getDayDetail(date).name.includes(',')
      const off = listed ? 'holiday' : 'weekend'
      const said = chineseDays.isWorkday(date) ? (weekend ? 'makeup' : 'workday') : off
      if (kind(date) !== said) differing.push(`${date} ${kind(date)} ${said}`)
    }
    expect(differing).toEqual([])
    // Days off and worked weekend days as the three notices list them.
    expect(shippedYears.map((it) => [it.year, it.holidays.length, it.workdays.length])).toEqual([
      [2024, 28, 8],
      [2025, 28, 5],
      [2026, 33, 6],
    ])
  })

  it('follows a notice into the December before, and lets an entered year go before a shipped one', () => {
    const next = { year: 2027, holidays: ['2026-12-31', '2027-01-01'], workdays: ['2026-12-26'], source: '通知' }
    const own = calendarOf([next])
    expect(own.kindOf('2026-12-31')).toMatchObject({ value: 'holiday' })
    expect(own.kindOf('2026-12-26')).toMatchObject({ value: 'makeup' })
    expect(own.kindOf('2026-12-30')).toMatchObject({ value: 'workday' })
    expect(calendarOf([next], []).kindOf('2026-12-31')).toMatchObject({ code: 'YEAR_NOT_ANNOUNCED' })
    const amended = calendarOf([{ year: 2026, holidays: [], workdays: [], source: '通知' }])
    expect(amended.kindOf('2026-10-01')).toMatchObject({ value: 'workday' })
  })

  it('tells working days', () => {
    const works = ['2026-10-01', '2026-10-10', '2026-11-28', '2026-11-30'].map((date) => calendar.isWorkday(date))
    expect(works).toMatchObject([{ value: false }, { value: true }, { value: false }, { value: true }])
    expect(calendar.isWorkday('2027-03-01')).toMatchObject({ code: 'YEAR_NOT_ANNOUNCED' })
  })

  it('counts working days over a holiday', () => {
    // 2026-10-01 to 10-07 are off; 10-10 (Saturday) is worked.
    expect(calendar.addWorkdays('2026-09-30', 1)).toMatchObject({ value: '2026-10-08' })
    expect(calendar.addWorkdays('2026-09-30', 3)).toMatchObject({ value: '2026-10-10' })
  })
})
