import type { Rule } from './rule.ts'

/** A visit lies whole within one gap of its enterprise on that day, of a type that suits the request. */
export const gap: Rule = (view) =>
  view.visits.flatMap((visit) => {
    const request = view.requests.get(visit.request)
    if (!request) return []
    const at = { rule: 'gap', request: visit.request, team: visit.team, day: visit.day } as const
    if (!Number.isInteger(visit.day) || !Number.isInteger(visit.start)) return [{ ...at, code: 'NOT_WHOLE' }]
    const today = view.enterprises.get(request.enterprise)!.gaps.filter((it) => it.day === visit.day)
    const end = visit.start + request.minutes
    const covering = today.filter((it) => it.from <= visit.start && end <= it.to)
    if (covering.some((it) => request.gapTypes.includes(it.type))) return []
    const code = today.length === 0 ? 'NO_GAP_THAT_DAY' : covering.length > 0 ? 'GAP_OF_OTHER_TYPE' : 'OUTSIDE_GAP'
    return [{ ...at, code, detail: { start: visit.start, end } }]
  })
