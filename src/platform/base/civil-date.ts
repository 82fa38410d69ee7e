/**
 * Civil dates and minutes of the day in Asia/Shanghai.
 * A civil date is a string YYYY-MM-DD; a minute is a whole number after 00:00, 0 to 1440.
 * Shanghai has had no daylight saving since 1991, so the offset is a constant +08:00.
 */
export type CivilDate = string

const DAY_MS = 86_400_000
const SHANGHAI_OFFSET_MS = 8 * 3_600_000

const toUtcMs = (date: CivilDate): number => Date.parse(`${date}T00:00:00Z`)
const fromUtcMs = (ms: number): CivilDate => new Date(ms).toISOString().slice(0, 10)

/** True for a date that exists in the calendar, written YYYY-MM-DD. */
export const isCivilDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(toUtcMs(text)) && fromUtcMs(toUtcMs(text)) === text

/** The civil date in Shanghai at an instant. */
export const civilDateAt = (instant: Date): CivilDate => fromUtcMs(instant.getTime() + SHANGHAI_OFFSET_MS)

/** Minutes after 00:00 in Shanghai at an instant, 0 to 1439. */
export const minuteOfDayAt = (instant: Date): number =>
  Math.floor(((instant.getTime() + SHANGHAI_OFFSET_MS) % DAY_MS) / 60_000)

/** The instant of a civil date and minute in Shanghai. */
export const instantOf = (date: CivilDate, minute = 0): Date =>
  new Date(toUtcMs(date) - SHANGHAI_OFFSET_MS + minute * 60_000)

/** The date `days` later; negative goes back. */
export const addDays = (date: CivilDate, days: number): CivilDate => fromUtcMs(toUtcMs(date) + days * DAY_MS)

/** Whole days from `from` to `to`; 0 for the same date, negative when `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  Math.round((toUtcMs(to) - toUtcMs(from)) / DAY_MS)

/** ISO weekday: 1 Monday to 7 Sunday. */
export const weekdayOf = (date: CivilDate): number => ((new Date(toUtcMs(date)).getUTCDay() + 6) % 7) + 1

export const yearOf = (date: CivilDate): number => Number(date.slice(0, 4))

/** YYYY-MM, the key of a calendar month. */
export const monthOf = (date: CivilDate): string => date.slice(0, 7)

/** 2026年1月5日: in full, without leading zeros, as documents have it. */
export const dateInFull = (date: CivilDate): string => {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** Minutes as HH:MM, 24:00 for 1440. */
export const formatMinute = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** HH:MM (also H:MM and full-width colon) as minutes; undefined where it is no time of day. */
export const parseMinute = (text: string): number | undefined => {
  const match = /^\s*(\d{1,2})[:：](\d{2})\s*$/.exec(text)
  if (!match) return undefined
  const minute = Number(match[1]) * 60 + Number(match[2])
  return Number(match[2]) < 60 && minute <= 1440 ? minute : undefined
}
