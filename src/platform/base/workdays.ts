import { addDays, weekdayOf, yearOf, type CivilDate } from './civil-date.ts'
import { fail, ok, type Result } from './result.ts'
import { shippedYears } from './workdays-data.ts'

/** Holidays and worked weekend days of one year as the State Council announced them. */
export interface CalendarYear {
  readonly year: number
  /** Every day off that the notice lists, weekends within a holiday included; may reach into the December before. */
  readonly holidays: readonly CivilDate[]
  /** Saturdays and Sundays that are worked (调休). */
  readonly workdays: readonly CivilDate[]
  /** Whose notice of which date. */
  readonly source: string
}

export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeup'

export interface Calendar {
  /** YEAR_NOT_ANNOUNCED (未公布) for a year that is neither shipped nor entered: never computed. */
  kindOf(date: CivilDate): Result<DayKind, 'YEAR_NOT_ANNOUNCED'>
  /** True on plain working days and on worked weekend days. */
  isWorkday(date: CivilDate): Result<boolean, 'YEAR_NOT_ANNOUNCED'>
  /** The date `days` working days after `date`; day 1 is the first working day after it. 0 gives `date` itself. */
  addWorkdays(date: CivilDate, days: number): Result<CivilDate, 'YEAR_NOT_ANNOUNCED'>
}

/**
 * A calendar of the shipped years and those an administrator entered; an entered year goes before a shipped one.
 * A notice that reaches into the December before (2022-12-31 was off by the notice for 2023) is followed there,
 * but does not make that year an announced one.
 */
export const calendarOf = (
  entered: readonly CalendarYear[] = [],
  shipped: readonly CalendarYear[] = shippedYears,
): Calendar => {
  const notices = new Map(
    [...shipped, ...entered].map((it) => [it.year, { holidays: new Set(it.holidays), workdays: new Set(it.workdays) }]),
  )
  const kindOf: Calendar['kindOf'] = (date) => {
    const year = yearOf(date)
    const own = notices.get(year)
    if (!own) return fail('YEAR_NOT_ANNOUNCED', { year })
    // The later notice knows better.
    for (const notice of [notices.get(year + 1), own]) {
      if (notice?.holidays.has(date)) return ok('holiday')
      if (notice?.workdays.has(date)) return ok('makeup')
    }
    return ok(weekdayOf(date) > 5 ? 'weekend' : 'workday')
  }
  const isWorkday: Calendar['isWorkday'] = (date) => {
    const kind = kindOf(date)
    return kind.ok ? ok(kind.value === 'workday' || kind.value === 'makeup') : kind
  }
  return {
    kindOf,
    isWorkday,
    addWorkdays: (date, days) => {
      let at = date
      for (let left = days; left > 0;) {
        at = addDays(at, 1)
        const works = isWorkday(at)
        if (!works.ok) return works
        if (works.value) left--
      }
      return ok(at)
    },
  }
}
