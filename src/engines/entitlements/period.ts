import { addDays, daysBetween, weekdayOf, type CivilDate } from '../../platform/base/civil-date.ts'

const two = (value: number): string => (value < 10 ? `0${value}` : String(value))

const daysIn = (year: number, month: number): number =>
  month === 2
    ? (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31

/**
 * The day on which `months` whole months from `date` on are over, so the first that no longer belongs to them.
 * Where the month has no such day they end with it: one month from 01-31 ends with February, this gives 03-01.
 */
export const addMonths = (date: CivilDate, months: number): CivilDate => {
  const [year = 0, month = 1, day = 1] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
  const at = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(at / 12), (at % 12) + 1]
  if (day <= daysIn(toYear, toMonth)) return `${String(toYear).padStart(4, '0')}-${two(toMonth)}-${two(day)}`
  return addMonths(`${String(toYear).padStart(4, '0')}-${two(toMonth)}-01`, 1)
}

/** The same day a year later; 02-29 becomes 03-01. */
export const addYears = (date: CivilDate, years: number): CivilDate => addMonths(date, years * 12)

/** Whole months from `start` to the day before `until`. 0 or more where `until` is not before `start`. */
export const wholeMonths = (start: CivilDate, until: CivilDate): number => {
  let months =
    (Number(until.slice(0, 4)) - Number(start.slice(0, 4))) * 12 + Number(until.slice(5, 7)) - Number(start.slice(5, 7))
  while (addMonths(start, months) > until) months -= 1
  return months
}

/** The next day, mostly without a calendar. */
export const dayAfter = (date: CivilDate): CivilDate => {
  const day = Number(date.slice(8))
  return day < 28 ? `${date.slice(0, 8)}${two(day + 1)}` : addDays(date, 1)
}

export const dayBefore = (date: CivilDate): CivilDate => {
  const day = Number(date.slice(8))
  return day > 1 ? `${date.slice(0, 8)}${two(day - 1)}` : addDays(date, -1)
}

/** Years, months and days of a time whose first and last day both count. */
export interface Span {
  readonly months: number
  /** True where days are left over the whole months. */
  readonly more: boolean
}

export const spanOf = (start: CivilDate, end: CivilDate): Span => {
  const until = dayAfter(end)
  const months = wholeMonths(start, until)
  return { months, more: addMonths(start, months) < until }
}

/** Service in half years: a rest of up to but not including six months is one half, from six months on two. */
export const halfYearsOf = ({ months, more }: Span): number => {
  const rest = months % 12
  const years = (months - rest) / 12
  return years * 2 + (rest >= 6 ? 2 : rest > 0 || more ? 1 : 0)
}

/** Mondays to Fridays from `from` to `to`, both included. */
export const weekdaysBetween = (from: CivilDate, to: CivilDate): number => {
  const days = daysBetween(from, to) + 1
  if (days <= 0) return 0
  const rest = days % 7
  const first = weekdayOf(from)
  let count = ((days - rest) / 7) * 5
  for (let at = 0; at < rest; at += 1) if ((first - 1 + at) % 7 < 5) count += 1
  return count
}

/** The last day of a calendar month YYYY-MM. */
export const lastOfMonth = (month: string): CivilDate =>
  `${month}-${two(daysIn(Number(month.slice(0, 4)), Number(month.slice(5, 7))))}`
