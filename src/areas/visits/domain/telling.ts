import { formatMinute, weekdayOf, type CivilDate } from '../../../platform/base/civil-date.ts'

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

/** 12月3日（周四） */
export const dateOf = (date: CivilDate): string => {
  const [, month, day] = date.split('-').map(Number)
  return `${month}月${day}日（${WEEKDAYS[weekdayOf(date) - 1]}）`
}

export const minuteOf = (minute: number): string => formatMinute(minute)
