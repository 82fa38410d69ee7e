import { addDays, daysBetween, monthOf, type CivilDate } from '../../../platform/base/civil-date.ts'

/** How often squads may come, over all squads: visits in a calendar month, and days between two of them. */
export interface BurdenBudget {
  readonly visitsPerMonth: number
  /** 1 = not twice a day, 0 = no rule. */
  readonly minDaysBetween: number
}

export interface Meter {
  readonly month: string
  readonly used: number
  readonly allowed: number
  /** Never negative: a month may hold more visits than it allows where the budget was lowered after they were planned. */
  readonly remaining: number
  /** First date from `today` on that neither rule bars, in whatever month; null only where no visit is allowed at all. */
  readonly nextAllowedOn: CivilDate | null
  /** Visits of the month that lie closer to the one before them than the budget allows, as pairs of dates. */
  readonly tooClose: readonly (readonly [CivilDate, CivilDate])[]
}

/** Why a visit on `date` would break the budget, given the dates of the others; undefined where it would not. */
export const burdenBroken = (
  date: CivilDate,
  others: readonly CivilDate[],
  budget: BurdenBudget,
): 'MONTH_FULL' | 'TOO_CLOSE' | undefined => {
  if (others.filter((it) => monthOf(it) === monthOf(date)).length >= budget.visitsPerMonth) return 'MONTH_FULL'
  return others.some((it) => Math.abs(daysBetween(it, date)) < budget.minDaysBetween) ? 'TOO_CLOSE' : undefined
}

const inMonth = (dates: readonly CivilDate[], month: string): number =>
  dates.filter((date) => monthOf(date) === month).length

const nextAllowed = (visits: readonly CivilDate[], budget: BurdenBudget, today: CivilDate): CivilDate | null => {
  if (budget.visitsPerMonth <= 0) return null
  // Ends: behind the last visit, its days between and its month nothing is barred.
  for (let date = today; ; date = addDays(date, 1)) if (!burdenBroken(date, visits, budget)) return date
}

/** The meter of a month, `today`'s unless said otherwise; `visits` are the dates of all visits that stand. */
export const meterOf = (
  visits: readonly CivilDate[],
  budget: BurdenBudget,
  today: CivilDate,
  month: string = monthOf(today),
): Meter => {
  const used = inMonth(visits, month)
  const inOrder = visits.toSorted()
  return {
    month,
    used,
    allowed: budget.visitsPerMonth,
    remaining: Math.max(0, budget.visitsPerMonth - used),
    nextAllowedOn: nextAllowed(visits, budget, today),
    tooClose: inOrder.flatMap((date, at) => {
      const before = inOrder[at - 1]
      const close = before !== undefined && daysBetween(before, date) < budget.minDaysBetween
      return close && (monthOf(before) === month || monthOf(date) === month) ? [[before, date] as const] : []
    }),
  }
}

/**
 * The visits a planning horizon may add; both dates inclusive, never negative. The planner knows one number for the
 * whole horizon and may put all of it into any month. So visits that stand in a month are taken off that month's
 * budget, outside the horizon too, and of several months the one with the least left decides: a horizon over two
 * months may get less than both could hold together, but never more than either allows. Whole months lose nothing.
 */
export const budgetForHorizon = (
  budget: BurdenBudget,
  horizon: { readonly from: CivilDate; readonly to: CivilDate },
  standing: readonly CivilDate[],
): number => {
  const months = new Set<string>()
  for (let date = horizon.from; date <= horizon.to; date = addDays(date, 1)) months.add(monthOf(date))
  const left = [...months].map((month) => budget.visitsPerMonth - inMonth(standing, month))
  return Math.max(0, Math.min(budget.visitsPerMonth, ...left))
}
