import { formatMinute } from '../../platform/base/civil-date.ts'
import type { Hours } from './domain/team-shift.ts'

export const weekdayNames = ['一', '二', '三', '四', '五', '六', '日'] as const

/** 周一、三、五 10:30–14:30; runs of three and more days as 至. */
export const hoursText = ({ weekdays, from, to }: Hours): string => {
  const days = weekdays.toSorted((one, other) => one - other)
  const runs: number[][] = []
  for (const day of days) {
    const last = runs.at(-1)
    if (last && last.at(-1) === day - 1) last.push(day)
    else runs.push([day])
  }
  const name = (day: number): string => weekdayNames[day - 1] ?? ''
  const parts = runs.flatMap((run) =>
    run.length >= 3 ? [`${name(run[0]!)}至${name(run.at(-1)!)}`] : run.map((day) => name(day)),
  )
  return `周${parts.join('、')} ${formatMinute(from)}–${formatMinute(to)}`
}

export const allHoursText = (hours: readonly Hours[]): string => hours.map(hoursText).join('；')
