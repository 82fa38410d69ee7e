import type { Broken, Rule } from './rule.ts'

/** The enterprise's budget: visits in the horizon, and days between any two, recent ones before the horizon included. */
export const burden: Rule = (view) => {
  const broken: Broken[] = []
  for (const [id, list] of view.ofEnterprise) {
    const { budget = {}, recentVisits = [] } = view.enterprises.get(id)!
    if (budget.visits !== undefined && list.length > budget.visits)
      for (const visit of list)
        broken.push({
          rule: 'burden',
          code: 'BUDGET_USED_UP',
          request: visit.request,
          team: visit.team,
          day: visit.day,
          others: list.filter((it) => it !== visit).map((it) => it.request),
          detail: { visits: list.length, most: budget.visits },
        })
    const apart = budget.minDaysBetween ?? 0
    for (const visit of list) {
      const near = list.filter((it) => it !== visit && Math.abs(it.day - visit.day) < apart)
      const recent = recentVisits.find((day) => visit.day - day < apart)
      if (near.length > 0 || recent !== undefined)
        broken.push({
          rule: 'burden',
          code: near.length > 0 ? 'TOO_CLOSE' : 'TOO_CLOSE_TO_RECENT',
          request: visit.request,
          team: visit.team,
          day: visit.day,
          others: near.map((it) => it.request),
          detail: { apart, ...(recent === undefined ? {} : { recent }) },
        })
    }
  }
  return broken
}
