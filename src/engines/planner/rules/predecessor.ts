import type { Rule } from './rule.ts'

/** A request that comes after another is visited only if that one is, and minDays later at the earliest. */
export const predecessor: Rule = (view) =>
  view.visits.flatMap((visit) => {
    const after = view.requests.get(visit.request)?.after
    if (!after) return []
    const at = {
      rule: 'predecessor',
      request: visit.request,
      team: visit.team,
      day: visit.day,
      others: [after.request],
    } as const
    const first = view.ofRequest.get(after.request)?.[0]
    if (!first) return [{ ...at, code: 'PREDECESSOR_MISSING' }]
    const earliest = first.day + after.minDays
    return visit.day < earliest ? [{ ...at, code: 'TOO_SOON_AFTER_PREDECESSOR', detail: { earliest } }] : []
  })
