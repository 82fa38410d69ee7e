import chineseDays from 'chinese-days'
import { addDays, weekdayOf, yearOf, type CivilDate } from './civil-date.ts'
import { fail, ok, type Result } from './result.ts'

/** Holidays and worked weekend days of one year as the State Council announced them. */
export interface CalendarYear {
  readonly year: number
  readonly holidays: readonly CivilDate[]
  /** Saturdays and Sundays that are worked (调休). */
  readonly workdays: readonly CivilDate[]
  readonly source: string
}

export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeup'

/** The notices behind the years that came along. The package answers for later years too, but by guessing. */
export const shippedYears: Readonly<Record<number, string>> = {
  2024: '国务院办公厅 2023-10-25 通知',
  2025: '国务院办公厅 2024-11-12 通知',
  2026: '国务院办公厅 2025-11-04 通知',
}

export interface Calendar {
  /** YEAR_NOT_ANNOUNCED for a year that is neither shipped nor entered: never computed. */
  kindOf(date: CivilDate): Result<DayKind, 'YEAR_NOT_ANNOUNCED'>
  /** The date `days` working days after `date`; day 1 is the first working day after it. */
  addWorkdays(date: CivilDate, days: number): Result<CivilDate, 'YEAR_NOT_ANNOUNCED'>
}

/** A calendar of the shipped years and those an administrator entered; an entered year goes before a shipped one. */
export const calendarOf = (entered: readonly CalendarYear[] = []): Calendar => {
  const years = new Map(entered.map((it) => [it.year, it]))
  const kindOf: Calendar['kindOf'] = (date) => {
    const year = yearOf(date)
    const weekend = weekdayOf(date) > 5
    const own = years.get(year)
    if (own) {
      if (own.holidays.includes(date)) return ok('holiday')
      if (own.workdays.includes(date)) return ok('makeup')
      return ok(weekend ? 'weekend' : 'workday')
    }
    if (!(year in shippedYears)) return fail('YEAR_NOT_ANNOUNCED', { year })
    if (chineseDays.isWorkday(date)) return ok(weekend ? 'makeup' : 'workday')
    return ok(
      chineseDays.isHoliday(date) && (!weekend || chineseDays.getDayDetail(date).name.includes(','))
        ? 'holiday'
        : 'weekend',
    )
  }
  return {
    kindOf,
    addWorkdays: (date, days) => {
      let at = date
      for (let left = days; left > 0;) {
        at = addDays(at, 1)
        const kind = kindOf(at)
        if (!kind.ok) return kind
        if (kind.value === 'workday' || kind.value === 'makeup') left--
      }
      return ok(at)
    },
  }
}
