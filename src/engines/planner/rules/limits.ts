import type { Broken, Rule } from './rule.ts'

/** At most maxVisitsPerDay a team and day, and maxVisits a team in the horizon, where given. */
export const limits: Rule = (view) => {
  const broken: Broken[] = []
  for (const list of view.routes.values()) {
    const team = view.teams.get(list[0]!.team)!
    const most = team.maxVisitsPerDay
    if (most !== undefined && list.length > most)
      for (const visit of list)
        broken.push({
          rule: 'limits',
          code: 'DAY_FULL',
          request: visit.request,
          team: team.id,
          day: visit.day,
          detail: { visits: list.length, most },
        })
  }
  for (const [id, list] of view.ofTeam) {
    const most = view.teams.get(id)!.maxVisits
    if (most !== undefined && list.length > most)
      for (const visit of list)
        broken.push({
          rule: 'limits',
          code: 'TEAM_FULL',
          request: visit.request,
          team: id,
          day: visit.day,
          detail: { visits: list.length, most },
        })
  }
  return broken
}
