import { civilDateAt, formatMinute, minuteOfDayAt, type CivilDate } from '../../platform/base/civil-date.ts'
import { nearDate } from '../../platform/web/format.ts'

/** 今天 09:05, 昨天 17:30, 11月30日 周一 08:00; in Shanghai. */
export const timeText = (instant: string, today: CivilDate): string => {
  const at = new Date(instant)
  return `${nearDate(civilDateAt(at), today)} ${formatMinute(minuteOfDayAt(at))}`
}
