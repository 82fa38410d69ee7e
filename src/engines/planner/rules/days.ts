import type { Rule } from './rule.ts'

/** earliestDay ≤ day ≤ latestDay, and within the horizon. */
export const days: Rule = (view) =>
  view.visits.flatMap((visit) => {
    const request = view.requests.get(visit.request)
    if (!request) return []
    const first = request.earliestDay ?? 0
    const last = request.latestDay ?? view.problem.horizon.days - 1
    if (first <= visit.day && visit.day <= last) return []
    return [
      {
        rule: 'days',
        code: 'DAY_NOT_WANTED',
        request: visit.request,
        team: visit.team,
        day: visit.day,
        detail: { first, last },
      },
    ]
  })
