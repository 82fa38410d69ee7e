import { changeEnterprise, changeTeam, type Change } from './apply-change.ts'
import { brokenAmong, check } from './check.ts'
import { compile, NEVER } from './compile.ts'
import { load } from './construct.ts'
import { routeKey, type PlanView } from './index-problem.ts'
import type { Enterprise, Visit, WouldFit } from './model.ts'
import { placeByShifting } from './moves/shift-one.ts'
import { PlanState } from './plan-state.ts'
import { ONE_DAY_CLOSER, ONE_MORE_VISIT, suggestChanges, type Candidate } from './suggest-changes.ts'

const GAINS = 1e-6
// Changes tried in full before the smallest is shown as uncertain.
const MOST_TRIED = 8
// A plan without one pin is laid out anew for each pin, which takes milliseconds.
const MOST_PINS = 12

/** A plan as the explanations need it; made once for all requests left out. */
export interface Standing {
  readonly state: PlanState
  readonly view: PlanView
  /** Route of team × days + day. */
  readonly routes: ReadonlyMap<number, number>
  readonly withoutPin: Map<string, PlanState | undefined>
}

export const standingOf = (state: PlanState, view: PlanView): Standing => {
  const { c } = state
  const routes = new Map<number, number>()
  for (let route = 0; route < c.routes; route++) routes.set(c.routeTeam[route]! * c.days + c.routeDay[route]!, route)
  return { state, view, routes, withoutPin: new Map() }
}

/**
 * The smallest single change that lets a request in: with every other visit standing, else with one other moved
 * elsewhere. Undefined where no single change of the kinds known does. `rivals` are visits that may hold its place.
 */
export const wouldFit = (it: Standing, request: number, rivals: readonly number[]): WouldFit | undefined => {
  const candidates = collect(it, request)
  for (const { change } of candidates.slice(0, MOST_TRIED))
    if (holds(it.view, change)) return { ...change, certain: !isOutbid(it, request, change) } as WouldFit
  const shifted = byShifting(it, request, rivals) ?? byUnpinning(it, request, rivals)
  // With a visit moved for it, planning anew often finds a better use of a larger budget: not certain.
  if (shifted) return { ...shifted, certain: shifted.kind === 'unpin' } as WouldFit
  return undefined
}

const collect = ({ state, view, routes }: Standing, at: number): Candidate[] => {
  const { c } = state
  const request = c.problem.requests[at]!
  const enterprise = view.enterprises.get(request.enterprise)!
  const last = Math.min(request.latestDay ?? c.days - 1, c.days - 1)
  const candidates: Candidate[] = []
  c.problem.teams.forEach((team, teamAt) => {
    if (!team.kinds.includes(request.kind) || (request.teams && !request.teams.includes(team.id))) return
    for (let day = request.earliestDay ?? 0; day <= last; day++) {
      if (!state.chainAllows(at, day)) continue
      const route = routes.get(teamAt * c.days + day)
      candidates.push(...suggestChanges(state, at, { request, enterprise, team, teamAt, day, route }))
    }
  })
  return candidates.sort((a, b) => a.cost - b.cost || a.change.visit.day - b.change.visit.day)
}

/** True where the changed problem lets the visit in among the others, and the score rises by it. */
const holds = (view: PlanView, change: Change): boolean => {
  const { visit } = change
  const request = view.requests.get(visit.request)!
  const enterprise = changeEnterprise(view.enterprises.get(request.enterprise)!, change)
  const team = changeTeam(view.teams.get(visit.team)!, change)
  const near = new Set([
    ...(view.ofTeam.get(team.id) ?? []),
    ...(view.ofEnterprise.get(enterprise.id) ?? []),
    ...(request.after ? (view.ofRequest.get(request.after.request) ?? []) : []),
  ])
  const changed = {
    problem: view.problem,
    requests: view.requests,
    enterprises: {
      ...lookup(view.enterprises),
      get: (id: string) => (id === enterprise.id ? enterprise : view.enterprises.get(id)),
    },
    teams: { ...lookup(view.teams), get: (id: string) => (id === team.id ? team : view.teams.get(id)) },
  }
  return gainOf(view, visit, enterprise) > GAINS && brokenAmong(changed, [...near], visit).length === 0
}

const lookup = (map: { has(id: string): boolean }) => ({ has: (id: string) => map.has(id) })

/**
 * True where another request that is left out as well would gain more from the change: planned again, that one would
 * take the place.
 */
const isOutbid = ({ state, routes }: Standing, request: number, change: Change): boolean => {
  const { c } = state
  // A higher limit makes room on all days of the team; who takes it is not known.
  if (change.kind === 'team-limit') return true
  if (change.kind !== 'budget-visits' && change.kind !== 'budget-days') {
    // More room on a team's day, or in a gap: any worthier request that could be with the team that day.
    const team = c.problem.teams.findIndex((it) => it.id === change.visit.team)
    const route = routes.get(team * c.days + change.visit.day)
    if (route === undefined) return false
    for (let n = c.routeOptionStart[route]!; n < c.routeOptionStart[route + 1]!; n++) {
      const other = c.optionRequest[c.routeOption[n]!]!
      if (other === request || state.routeOf[other]! >= 0 || c.value[other]! <= c.value[request]!) continue
      if (state.allowsDay(other, change.visit.day)) return true
    }
    return false
  }
  const at = c.enterpriseOf[request]!
  const most = c.enterpriseMost[at]!
  const apart = c.enterpriseApart[at]!
  if (change.kind === 'budget-visits') c.enterpriseMost[at] = change.visits
  else c.enterpriseApart[at] = change.minDaysBetween
  const gainFor = (one: number): number => {
    state.findBest(one)
    return state.foundOption < 0 ? -Infinity : state.foundGain
  }
  const own = Math.min(c.value[request]!, gainFor(request))
  let outbid = false
  for (let n = c.enterpriseRequestStart[at]!; n < c.enterpriseRequestStart[at + 1]! && !outbid; n++) {
    const other = c.enterpriseRequest[n]!
    if (other === request || state.routeOf[other]! >= 0) continue
    // Also one that has no place yet but is worth more may find one when all is planned anew.
    outbid = c.optionStart[other] !== c.optionStart[other + 1] && Math.max(gainFor(other), c.value[other]!) > own
  }
  c.enterpriseMost[at] = most
  c.enterpriseApart[at] = apart
  return outbid
}

/** What the score would change by with one more visit. */
const gainOf = (view: PlanView, visit: Visit, enterprise: Enterprise): number => {
  const { travel, weights, published } = view.problem
  const placeOf = (it: Visit | undefined, base: number): number =>
    it ? view.enterprises.get(view.requests.get(it.request)!.enterprise)!.place : base
  const { base } = view.teams.get(visit.team)!
  const route = view.routes.get(routeKey(visit.team, visit.day)) ?? []
  const before = placeOf(
    route.findLast((it) => it.start <= visit.start),
    base,
  )
  const next = placeOf(
    route.find((it) => it.start > visit.start),
    base,
  )
  const minutes = travel.minutes
  const detour =
    minutes[before]![enterprise.place]! +
    minutes[enterprise.place]![next]! -
    (route.length > 0 ? minutes[before]![next]! : 0)
  const back = published?.some(
    (it) => it.request === visit.request && it.team === visit.team && it.day === visit.day && it.start === visit.start,
  )
  return (
    view.requests.get(visit.request)!.value +
    (view.ofEnterprise.has(enterprise.id) ? 0 : (enterprise.coverage ?? 0)) -
    weights.travel * detour +
    (back ? weights.change : 0)
  )
}

/** One more visit in the budget, or visits closer together, with one other visit moved to make it possible. */
const byShifting = ({ state }: Standing, request: number, rivals: readonly number[]): Change | undefined => {
  const { c } = state
  const at = c.enterpriseOf[request]!
  const most = c.enterpriseMost[at]!
  const apart = c.enterpriseApart[at]!
  const before = c.after[request]!
  if (before === -2 || (before >= 0 && state.routeOf[before]! < 0)) return undefined
  const found: Candidate[] = []
  if (most < NEVER) {
    c.enterpriseMost[at] = most + 1
    const it = placeByShifting(state, request, rivals)
    c.enterpriseMost[at] = most
    if (it)
      found.push({
        cost: ONE_MORE_VISIT,
        change: { kind: 'budget-visits', visits: most + 1, visit: it.visit, moved: it.moved },
      })
  }
  if (apart > 1 && found.length === 0) {
    c.enterpriseApart[at] = apart - 1
    const it = placeByShifting(state, request, rivals)
    c.enterpriseApart[at] = apart
    if (it)
      found.push({
        cost: ONE_DAY_CLOSER,
        change: { kind: 'budget-days', minDaysBetween: apart - 1, visit: it.visit, moved: it.moved },
      })
  }
  return found[0]?.change
}

/** A pinned visit set free to move, so that both have a place. */
const byUnpinning = (it: Standing, request: number, rivals: readonly number[]): Change | undefined => {
  const { problem } = it.view
  const pins = new Set((problem.pinned ?? []).map((pin) => pin.request))
  for (const rival of rivals) {
    const { id } = problem.requests[rival]!
    if (!pins.has(id)) continue
    const state = stateWithout(it, id)
    const shifted = state && placeByShifting(state, request, [rival])
    if (shifted?.moved) return { kind: 'unpin', request: id, visit: shifted.visit, moved: shifted.moved }
  }
  return undefined
}

/** The same plan laid out with one pin less; undefined where it cannot stand so, or enough were tried. */
const stateWithout = ({ view, withoutPin }: Standing, pin: string): PlanState | undefined => {
  if (withoutPin.has(pin)) return withoutPin.get(pin)
  let state: PlanState | undefined
  if (withoutPin.size < MOST_PINS) {
    const { problem, visits } = view
    const pinned = (problem.pinned ?? []).filter((it) => it.request !== pin)
    state = new PlanState(compile({ ...problem, pinned }, visits))
    load(state, visits)
    if (!check(problem, { visits: state.visits() }).feasible || state.visits().length < visits.length) state = undefined
  }
  withoutPin.set(pin, state)
  return state
}
