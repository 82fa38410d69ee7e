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
  /** First date from `today` on that neither rule bars, or null where the next 62 days are barred. */
  readonly nextAllowedOn: CivilDate | null
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

/** The meter of the month that `today` lies in; `visits` are the dates of all visits that stand. */
export const meterOf = (visits: readonly CivilDate[], budget: BurdenBudget, today: CivilDate): Meter => {
  const month = monthOf(today)
  let nextAllowedOn: CivilDate | null = null
  for (let ahead = 0; ahead <= 62 && !nextAllowedOn; ahead++) {
    const date = addDays(today, ahead)
    if (!burdenBroken(date, visits, budget)) nextAllowedOn = date
  }
  return {
    month,
    used: visits.filter((it) => monthOf(it) === month).length,
    allowed: budget.visitsPerMonth,
    nextAllowedOn,
  }
}

/**
 * The visits a planning horizon may still add: the horizon lies in one calendar month, and visits of that month
 * outside the horizon or already under way are taken off. Never negative.
 */
export const budgetForHorizon = (
  budget: BurdenBudget,
  horizon: { readonly from: CivilDate; readonly to: CivilDate },
  standing: readonly CivilDate[],
): number =>
  Math.max(0, budget.visitsPerMonth - standing.filter((date) => monthOf(date) === monthOf(horizon.from)).length)
