import { weekdayOf, type CivilDate } from '../../../platform/base/civil-date.ts'
import type { DayKind } from '../../../platform/base/workdays.ts'

/** Hours of every week; minutes after 00:00, `from` inclusive, `to` exclusive. */
export interface Hours {
  readonly weekdays: readonly number[]
  readonly from: number
  readonly to: number
}

export interface ShiftException {
  readonly date: CivilDate
  readonly off: boolean
  readonly from: number | null
  readonly to: number | null
}

export interface MemberTimes {
  readonly availability: readonly Hours[]
  /** Both dates inclusive. */
  readonly absences: readonly { readonly from: CivilDate; readonly to: CivilDate }[]
}

export interface Interval {
  readonly from: number
  readonly to: number
}

const hoursOn = (hours: readonly Hours[], weekday: number): Interval | undefined => {
  const of = hours.filter((it) => it.weekdays.includes(weekday))
  return of.length === 0
    ? undefined
    : { from: Math.min(...of.map((it) => it.from)), to: Math.max(...of.map((it) => it.to)) }
}

/**
 * When a team is out on a date, or undefined. It needs at least one member who can come; where nobody can come for
 * the whole shift, the longest part that one member can cover. Teams stay home on State Council holidays unless a
 * date of their own says otherwise; on a worked weekend day they keep Friday's hours.
 */
export const teamShiftOn = (
  date: CivilDate,
  day: DayKind,
  shifts: readonly Hours[],
  exceptions: readonly ShiftException[],
  members: readonly MemberTimes[],
): Interval | undefined => {
  const exception = exceptions.find((it) => it.date === date)
  if (exception?.off) return undefined
  const weekday = day === 'makeup' ? 5 : weekdayOf(date)
  const plain = day === 'holiday' ? undefined : hoursOn(shifts, weekday)
  const shift =
    exception && exception.from !== null && exception.to !== null ? { from: exception.from, to: exception.to } : plain
  if (!shift || members.length === 0) return undefined
  const parts = members
    .filter((member) => !member.absences.some((it) => it.from <= date && date <= it.to))
    .flatMap((member) => {
      // A member who has told nothing comes whenever the team goes.
      const can = member.availability.length === 0 ? shift : hoursOn(member.availability, weekday)
      // A date set for the whole team was agreed with its members.
      const part = exception ? shift : can && { from: Math.max(can.from, shift.from), to: Math.min(can.to, shift.to) }
      return part && part.from < part.to ? [part] : []
    })
  return parts.toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)[0]
}
