import { check } from './check.ts'
import type { IndexedProblem } from './index-problem.ts'
import type { Enterprise, Gap, Problem, Request, Team, Visit, WouldFit } from './model.ts'
import type { PlanState } from './plan-state.ts'

// What a change that is no minutes counts as when changes are compared, in minutes.
const ONE_MORE_VISIT = 25
const ONE_DAY_CLOSER = 30

type Draft = WouldFit extends infer W ? (W extends WouldFit ? Omit<W, 'certain'> : never) : never

interface Candidate {
  readonly cost: number
  readonly change: Draft
}

/** The problem with one change carried out. */
export const applyChange = (problem: Problem, change: Draft): Problem => {
  const enterpriseId = problem.requests.find((it) => it.id === change.visit.request)!.enterprise
  const withEnterprise = (edit: (it: Enterprise) => Enterprise): Problem => ({
    ...problem,
    enterprises: problem.enterprises.map((it) => (it.id === enterpriseId ? edit(it) : it)),
  })
  const withTeam = (id: string, edit: (it: Team) => Team): Problem => ({
    ...problem,
    teams: problem.teams.map((it) => (it.id === id ? edit(it) : it)),
  })
  switch (change.kind) {
    case 'longer-gap':
    case 'new-gap': {
      const gap: Gap = { day: change.day, from: change.from, to: change.to, type: change.type }
      return withEnterprise((it) => ({ ...it, gaps: [...it.gaps, gap] }))
    }
    case 'budget-visits':
      return withEnterprise((it) => ({ ...it, budget: { ...it.budget, visits: change.visits } }))
    case 'budget-days':
      return withEnterprise((it) => ({ ...it, budget: { ...it.budget, minDaysBetween: change.minDaysBetween } }))
    case 'shift': {
      const { day, from, to } = change
      return withTeam(change.team, (it) => ({
        ...it,
        shifts: [...it.shifts.filter((shift) => shift.day !== day), { day, from, to }],
      }))
    }
    case 'team-limit':
      return withTeam(change.team, ({ maxVisits: _all, maxVisitsPerDay: _day, ...it }) => it)
  }
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

const candidatesOn = (
  state: PlanState,
  request: number,
  it: { request: Request; enterprise: Enterprise; team: Team; day: number; route: number | undefined },
): Candidate[] => {
  const { c } = state
  const { enterprise, team, day, route } = it
  const { minutes, gapTypes } = it.request
  const gaps = enterprise.gaps.filter((gap) => gap.day === day && gapTypes.includes(gap.type))
  const visitAt = (start: number): Visit => ({ request: it.request.id, team: team.id, day, start })
  const budgetOk = state.budgetAllows(request, day)
  const found: Candidate[] = []
  const add = (cost: number, change: Draft): void => void found.push({ cost, change })

  if (route === undefined) {
    if (
      !budgetOk ||
      (team.maxVisits !== undefined && state.teamCount[c.problem.teams.indexOf(team)]! >= team.maxVisits)
    )
      return []
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
  const teamAt = c.routeTeam[route]!
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

/**
 * The smallest single change that lets a request in with every other visit standing as it is, or undefined where no
 * single change of these kinds does. `certain` says that the changed problem was checked with the visit in it.
 */
export const wouldFit = (
  state: PlanState,
  index: IndexedProblem,
  routes: ReadonlyMap<number, number>,
  visits: readonly Visit[],
  at: number,
): WouldFit | undefined => {
  const { c } = state
  const request = c.problem.requests[at]!
  const enterprise = index.enterprises.get(request.enterprise)!
  const last = Math.min(request.latestDay ?? c.days - 1, c.days - 1)
  const candidates: Candidate[] = []
  c.problem.teams.forEach((team, teamAt) => {
    if (!team.kinds.includes(request.kind) || (request.teams && !request.teams.includes(team.id))) return
    for (let day = request.earliestDay ?? 0; day <= last; day++) {
      if (!state.chainAllows(at, day)) continue
      const route = routes.get(teamAt * c.days + day)
      candidates.push(...candidatesOn(state, at, { request, enterprise, team, day, route }))
    }
  })
  candidates.sort((a, b) => a.cost - b.cost || a.change.visit.day - b.change.visit.day)
  for (const { change } of candidates.slice(0, 8)) {
    const verdict = check(applyChange(c.problem, change), [...visits, change.visit])
    if (verdict.feasible) return { ...change, certain: true } as WouldFit
  }
  const [first] = candidates
  return first && ({ ...first.change, certain: false } as WouldFit)
}

/** Route of team × days + day. */
export const routesByTeamDay = ({ c }: PlanState): Map<number, number> => {
  const map = new Map<number, number>()
  for (let route = 0; route < c.routes; route++) map.set(c.routeTeam[route]! * c.days + c.routeDay[route]!, route)
  return map
}
