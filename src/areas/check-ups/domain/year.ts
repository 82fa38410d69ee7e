import { daysBetween, type CivilDate } from '../../../platform/base/civil-date.ts'

/** The middle value; the mean of the two middle ones; null of nothing. */
export const medianOf = (values: readonly number[]): number | null => {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

export interface YearFinding {
  readonly itemId: string
  readonly foundOn: CivilDate
  readonly passedOn: CivilDate | null
  readonly overdue: boolean
}

export interface Repaired {
  readonly found: number
  readonly repaired: number
  /** 0 to 1; null where nothing was found. */
  readonly share: number | null
  readonly overdue: number
  /** From the check-up to the re-check that passed, over those repaired. */
  readonly medianDays: number | null
}

export const repairedOf = (findings: readonly YearFinding[]): Repaired => {
  const days = findings.flatMap((it) => (it.passedOn === null ? [] : [daysBetween(it.foundOn, it.passedOn)]))
  return {
    found: findings.length,
    repaired: days.length,
    share: findings.length === 0 ? null : days.length / findings.length,
    overdue: findings.filter((it) => it.overdue).length,
    medianDays: medianOf(days),
  }
}
