import { daysBetween, formatMinute, weekdayOf, yearOf } from '../base/civil-date.ts'
import type { CivilDate } from '../base/civil-date.ts'

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const

export const weekdayName = (date: CivilDate): string => `周${weekdays[weekdayOf(date) - 1]}`

/** 11月30日 周一; with its year in front where that differs from the year of `today`. */
export const dateText = (date: CivilDate, today?: CivilDate): string => {
  const [year, month, day] = date.split('-').map(Number)
  const front = today !== undefined && yearOf(today) !== year ? `${year}年` : ''
  return `${front}${month}月${day}日 ${weekdayName(date)}`
}

/** 11-30, for narrow columns. */
export const shortDate = (date: CivilDate): string => date.slice(5)

/** 今天, 明天, 昨天, otherwise the date. */
export const nearDate = (date: CivilDate, today: CivilDate): string => {
  const near: Record<string, string> = { '-1': '昨天', '0': '今天', '1': '明天' }
  return near[daysBetween(today, date)] ?? dateText(date, today)
}

/** 11:40–12:10, minutes after 00:00. */
export const minutesText = (start: number, end: number): string => `${formatMinute(start)}–${formatMinute(end)}`

/** 1小时30分, from a number of minutes. */
export const durationText = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest}分钟`
  return rest === 0 ? `${hours}小时` : `${hours}小时${rest}分`
}

/** 2,500; no unit. */
export const numberText = (value: number): string => value.toLocaleString('zh-CN')

/** 1.2 MB, 340 KB; the size of a file given in bytes. */
export const sizeText = (bytes: number): string =>
  bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} KB`
