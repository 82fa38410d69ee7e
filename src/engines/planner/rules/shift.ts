import type { Broken, Rule } from './rule.ts'

/** A team leaves its base within its shift, reaches each visit in time and is back by the shift's end. */
export const shift: Rule = (view) => {
  const broken: Broken[] = []
  const travel = view.problem.travel.minutes
  for (const list of view.routes.values()) {
    const { team: teamId, day } = list[0]!
    const team = view.teams.get(teamId)!
    const hours = team.shifts.find((it) => it.day === day)
    if (!hours) {
      for (const visit of list)
        broken.push({ rule: 'shift', code: 'NO_SHIFT', request: visit.request, team: teamId, day })
      continue
    }
    let place = team.base
    let free = hours.from
    let before: string | undefined
    for (const visit of list) {
      const request = view.requests.get(visit.request)!
      const to = view.enterprises.get(request.enterprise)!.place
      const arrival = free + travel[place]![to]!
      if (visit.start < arrival)
        broken.push({
          rule: 'shift',
          code: before ? 'TOO_SOON_AFTER' : 'BEFORE_SHIFT',
          request: visit.request,
          team: teamId,
          day,
          ...(before ? { others: [before] } : {}),
          detail: { arrival, start: visit.start },
        })
      free = visit.start + request.minutes
      place = to
      before = visit.request
    }
    const back = free + travel[place]![team.base]!
    if (back > hours.to)
      broken.push({
        rule: 'shift',
        code: 'BACK_TOO_LATE',
        request: before!,
        team: teamId,
        day,
        detail: { back, shiftEnd: hours.to },
      })
  }
  return broken
}
