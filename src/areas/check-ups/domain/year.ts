import { daysBetween, type CivilDate } from '../../../platform/base/civil-date.ts'

/** Figures over fewer enterprises than this could point at one, and are hidden from those who may not see check-ups. */
export const FEWEST_ENTERPRISES = 3

/** The middle value; the mean of the two middle ones; null of nothing. */
export const medianOf = (values: readonly number[]): number | null => {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

export interface YearFinding {
  readonly itemId: string
  readonly title: string
  readonly severity: string
  readonly enterpriseId: string
  readonly foundOn: CivilDate
  readonly passedOn: CivilDate | null
  readonly overdue: boolean
}

/** Last days of the steps in which the time to repair is told, inclusive; the last step has no end. */
export const REPAIR_STEPS = [7, 15, 30, null] as const

/** All null where the figures are hidden. */
export interface Repaired {
  readonly enterprises: number | null
  readonly found: number | null
  readonly repaired: number | null
  /** 0 to 1; null where nothing was found. */
  readonly share: number | null
  readonly overdue: number | null
  /** From the check-up to the re-check that passed, over those repaired. */
  readonly medianDays: number | null
  readonly longestDays: number | null
  /** How many took so long, by REPAIR_STEPS; empty where hidden. */
  readonly steps: readonly number[]
}

const HIDDEN: Repaired = {
  enterprises: null,
  found: null,
  repaired: null,
  share: null,
  overdue: null,
  medianDays: null,
  longestDays: null,
  steps: [],
}

const enterprisesOf = (list: readonly { readonly enterpriseId: string }[]): number =>
  new Set(list.map((it) => it.enterpriseId)).size

export const repairedOf = (findings: readonly YearFinding[]): Repaired => {
  const days = findings.flatMap((it) => (it.passedOn === null ? [] : [daysBetween(it.foundOn, it.passedOn)]))
  const stepOf = (length: number): number => REPAIR_STEPS.findIndex((most) => most === null || length <= most)
  return {
    enterprises: enterprisesOf(findings),
    found: findings.length,
    repaired: days.length,
    share: findings.length === 0 ? null : days.length / findings.length,
    overdue: findings.filter((it) => it.overdue).length,
    medianDays: medianOf(days),
    longestDays: days.length === 0 ? null : Math.max(...days),
    steps: REPAIR_STEPS.map((_, step) => days.filter((it) => stepOf(it) === step).length),
  }
}

/** A count as it may be shown: none is none, few are hidden. */
export const shownCount = (count: number, mayOpen: boolean): number | null =>
  mayOpen || count === 0 || count >= FEWEST_ENTERPRISES ? count : null

/**
 * A year's findings by item and by severity. Who may not open check-ups is not told of what few enterprises have,
 * nor of any sum from which it could be taken back.
 */
export const yearOf = (findings: readonly YearFinding[], mayOpen: boolean) => {
  const isFew = (list: readonly YearFinding[]): boolean =>
    !mayOpen && list.length > 0 && enterprisesOf(list) < FEWEST_ENTERPRISES
  const byItem = [...Map.groupBy(findings, (it) => it.itemId)].map(([itemId, list]) => ({
    itemId,
    title: list[0]!.title,
    severity: list[0]!.severity,
    few: isFew(list),
    list,
  }))
  const few = new Set(byItem.filter((it) => it.few).map((it) => it.itemId))
  const told = (list: readonly YearFinding[]): Repaired =>
    isFew(list) || list.some((it) => few.has(it.itemId)) ? HIDDEN : repairedOf(list)
  return {
    all: told(findings),
    severities: ['red_line', 'major', 'general']
      .map((severity) => ({ severity, list: findings.filter((it) => it.severity === severity) }))
      .filter(({ list }) => list.length > 0)
      .map(({ severity, list }) => ({ severity, ...told(list) })),
    items: byItem
      .map(({ itemId, title, severity, list }) => ({ itemId, title, severity, ...told(list) }))
      .toSorted((a, b) => (b.found ?? 0) - (a.found ?? 0) || a.itemId.localeCompare(b.itemId)),
    hidden: few.size > 0,
  }
}
