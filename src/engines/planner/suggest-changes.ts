import type { Change } from './apply-change.ts'
import type { Enterprise, Gap, Request, Team, Visit } from './model.ts'
import type { PlanState } from './plan-state.ts'

// What a change that is no minutes counts as when changes are compared, in minutes.
export const ONE_MORE_VISIT = 25
export const ONE_DAY_CLOSER = 30

export interface Candidate {
  readonly cost: number
  readonly change: Change
}

/** Places one request could take between the stops of one team's day: start interval, both ends inclusive. */
interface Room {
  readonly from: number
  readonly to: number
  /** True for the first and the last place of the day. */
  readonly opens: boolean
  readonly closes: boolean
  readonly travelIn: number
  readonly travelOut: number
}

const roomsOf = (state: PlanState, route: number, place: number, duration: number): Room[] => {
  const { c } = state
  const first = route * c.stride
  const end = first + state.length[route]!
  const rooms: Room[] = []
  let here = c.routeBase[route]!
  let free = c.routeFrom[route]!
  for (let at = first; at <= end; at++) {
    const next = at < end ? c.place[state.stop[at]!]! : c.routeBase[route]!
    const due = at < end ? state.latest[at]! : c.routeTo[route]!
    const travelIn = c.travel[here * c.places + place]!
    const travelOut = c.travel[place * c.places + next]!
    rooms.push({
      from: free + travelIn,
      to: due - travelOut - duration,
      opens: at === first,
      closes: at === end,
      travelIn,
      travelOut,
    })
    if (at === end) return rooms
    here = next
    free = state.earliest[at]! + c.duration[state.stop[at]!]!
  }
  return rooms
}

const budgetCandidate = (
  state: PlanState,
  request: number,
  enterprise: Enterprise,
  visit: Visit,
): Candidate | undefined => {
  const { c } = state
  const at = c.enterpriseOf[request]!
  const most = enterprise.budget?.visits
  const apart = enterprise.budget?.minDaysBetween ?? 0
  const days: number[] = [...(enterprise.recentVisits ?? [])]
  for (let day = 0; day < c.days; day++) if (state.enterpriseDay[at * c.days + day]) days.push(day)
  const nearest = Math.min(...days.map((day) => Math.abs(day - visit.day)), Infinity)
  const full = most !== undefined && state.enterpriseCount[at]! >= most
  if (full && nearest >= apart)
    return { cost: ONE_MORE_VISIT, change: { kind: 'budget-visits', visits: most + 1, visit } }
  if (!full && nearest > 0 && nearest < apart)
    return { cost: ONE_DAY_CLOSER * (apart - nearest), change: { kind: 'budget-days', minDaysBetween: nearest, visit } }
  return undefined
}

/** Every single change that could place a request with a team on a day, all other visits standing; not yet tried. */
export const suggestChanges = (
  state: PlanState,
  request: number,
  it: { request: Request; enterprise: Enterprise; team: Team; teamAt: number; day: number; route: number | undefined },
): Candidate[] => {
  const { c } = state
  const { enterprise, team, teamAt, day, route } = it
  const { minutes, gapTypes } = it.request
  const gaps = enterprise.gaps.filter((gap) => gap.day === day && gapTypes.includes(gap.type))
  const visitAt = (start: number): Visit => ({ request: it.request.id, team: team.id, day, start })
  const budgetOk = state.budgetAllows(request, day)
  const found: Candidate[] = []
  const add = (cost: number, change: Change): void => void found.push({ cost, change })

  if (route === undefined) {
    if (!budgetOk || (team.maxVisits !== undefined && state.teamCount[teamAt]! >= team.maxVisits)) return []
    const there = c.travel[team.base * c.places + enterprise.place]!
    const back = c.travel[enterprise.place * c.places + team.base]!
    for (const gap of gaps)
      if (gap.to - gap.from >= minutes) {
        const from = gap.from - there
        const to = gap.from + minutes + back
        if (from >= 0 && to <= 1440)
          add(to - from, {
            kind: 'shift',
            team: team.id,
            day,
            from,
            to,
            extraMinutes: to - from,
            visit: visitAt(gap.from),
          })
      }
    return found
  }
  const limitOk = state.length[route]! < c.routeMost[route]! && state.teamCount[teamAt]! < c.teamMost[teamAt]!
  const shift = { from: c.routeFrom[route]!, to: c.routeTo[route]! }
  for (const room of roomsOf(state, route, enterprise.place, minutes)) {
    const inGap = (gap: Gap): number | undefined => {
      const start = Math.max(gap.from, room.from)
      return start <= Math.min(gap.to - minutes, room.to) ? start : undefined
    }
    for (const gap of gaps) {
      const start = inGap(gap)
      if (start !== undefined) {
        if (!budgetOk && limitOk) {
          const budget = budgetCandidate(state, request, enterprise, visitAt(start))
          if (budget) found.push(budget)
        }
        if (budgetOk && !limitOk) add(ONE_MORE_VISIT, { kind: 'team-limit', team: team.id, visit: visitAt(start) })
        continue
      }
      if (!budgetOk || !limitOk) continue
      if (room.from <= room.to) {
        const at = Math.min(Math.max(gap.from, room.from), room.to)
        const from = Math.min(gap.from, at)
        const to = Math.max(gap.to, at + minutes)
        const extraMinutes = gap.from - from + (to - gap.to)
        add(extraMinutes, { kind: 'longer-gap', type: gap.type, day, from, to, extraMinutes, visit: visitAt(at) })
      }
      if (room.closes) {
        const at = Math.max(gap.from, room.from)
        const to = at + minutes + room.travelOut
        if (at + minutes <= gap.to && to > shift.to && to <= 1440)
          add(to - shift.to, {
            kind: 'shift',
            team: team.id,
            day,
            from: shift.from,
            to,
            extraMinutes: to - shift.to,
            visit: visitAt(at),
          })
      }
      if (room.opens) {
        const at = Math.min(gap.to - minutes, room.to)
        const from = at - room.travelIn
        if (at >= gap.from && from < shift.from && from >= 0)
          add(shift.from - from, {
            kind: 'shift',
            team: team.id,
            day,
            from,
            to: shift.to,
            extraMinutes: shift.from - from,
            visit: visitAt(at),
          })
      }
    }
    if (gaps.length === 0 && budgetOk && limitOk && room.from <= room.to) {
      const type = gapTypes[0]!
      // A little over its length, so that a gap is preferred where one is nearly long enough.
      add(minutes + 5, {
        kind: 'new-gap',
        type,
        day,
        from: room.from,
        to: room.from + minutes,
        extraMinutes: minutes,
        visit: visitAt(room.from),
      })
    }
  }
  return found
}
