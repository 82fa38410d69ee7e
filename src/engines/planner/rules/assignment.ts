import type { Rule } from './rule.ts'

/** Each request at most once, by a known team that gives its kind and is among its teams where it names any. */
export const assignment: Rule = (view) =>
  view.visits.flatMap((visit) => {
    const request = view.requests.get(visit.request)
    const team = view.teams.get(visit.team)
    const at = { rule: 'assignment', request: visit.request, team: visit.team, day: visit.day } as const
    if (!request) return [{ ...at, code: 'UNKNOWN_REQUEST' }]
    if (!team) return [{ ...at, code: 'UNKNOWN_TEAM' }]
    const twice = view.ofRequest.get(visit.request)!.indexOf(visit) > 0
    return [
      ...(twice ? [{ ...at, code: 'VISITED_TWICE' }] : []),
      ...(team.kinds.includes(request.kind) ? [] : [{ ...at, code: 'KIND_NOT_GIVEN', detail: { kind: request.kind } }]),
      ...(request.teams && !request.teams.includes(team.id) ? [{ ...at, code: 'TEAM_NOT_WANTED' }] : []),
    ]
  })
