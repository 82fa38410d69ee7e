import { describe, expect, it } from 'vitest'
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

  it('counts working days over a holiday', () => {
    // 2026-10-01 to 10-07 are off; 10-10 (Saturday) is worked.
    expect(calendar.addWorkdays('2026-09-30', 1)).toMatchObject({ value: '2026-10-08' })
    expect(calendar.addWorkdays('2026-09-30', 3)).toMatchObject({ value: '2026-10-10' })
  })
})
