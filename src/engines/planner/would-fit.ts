import { changeEnterprise, changeTeam, type Change } from './apply-change.ts'
import { brokenAmong, check } from './check.ts'
import { compile, NEVER } from './compile.ts'
import { load } from './construct.ts'
import { routeKey, type PlanView } from './index-problem.ts'
import type { Enterprise, Visit } from './model.ts'
import { placeByShifting, type Shifted } from './moves/shift-one.ts'
import { PlanState } from './plan-state.ts'
import { ONE_DAY_CLOSER, ONE_MORE_VISIT, suggestChanges, type Candidate } from './suggest-changes.ts'

const GAINS = 1e-6
// Changes tried in full for a request, and how many of one kind are kept.
const MOST_TRIED = 24
const MOST_OF_A_KIND = 2
// More visits in a budget than one more: at most so many.
const MOST_RAISED = 4
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
 * Single changes that let a request in, the smallest first: with every other visit standing, else with one other moved
 * elsewhere. Each was tried: the visit breaks no rule of the changed problem and raises the score. A budget is also
 * raised by more than one visit, for requests of the same enterprise that would come first. `rivals` are visits that
 * may hold its place.
 */
export const changesThatFit = (it: Standing, request: number, rivals: readonly number[]): Change[] => {
  const kept: Candidate[] = []
  const ofKind = new Map<string, number>()
  for (const candidate of collect(it, request).slice(0, MOST_TRIED)) {
    const { kind } = candidate.change
    const before = ofKind.get(kind) ?? 0
    if (before === (kind === 'budget-visits' ? 1 : MOST_OF_A_KIND) || !holds(it.view, candidate.change)) continue
    ofKind.set(kind, before + 1)
    kept.push(candidate)
  }
  if (kept.length === 0) {
    const shifted = byShifting(it, request, rivals) ?? byUnpinning(it, request, rivals)
    if (shifted) kept.push(shifted)
  }
  const more = Math.min(MOST_RAISED, leftOutWith(it.state, request)) - 1
  const raised = kept.flatMap(({ cost, change }): Candidate[] =>
    change.kind !== 'budget-visits'
      ? []
      : Array.from({ length: Math.max(0, more) }, (_, by) => ({
          cost: cost + (by + 1) * ONE_MORE_VISIT,
          change: { ...change, visits: change.visits + by + 1 },
        })),
  )
  return [...kept, ...raised].toSorted((a, b) => a.cost - b.cost).map((one) => one.change)
}

/**
 * Changes of the budget that may let a request in where more than one other visit has to move. Not tried: whether and
 * where it fits, planning again has to show, so `visit` names no place yet.
 */
export const widerChanges = ({ state }: Standing, request: number, tried: readonly Change[]): Change[] => {
  const { c } = state
  const at = c.enterpriseOf[request]!
  const most = c.enterpriseMost[at]!
  const apart = c.enterpriseApart[at]!
  const visit: Visit = { request: c.problem.requests[request]!.id, team: '', day: -1, start: -1 }
  const changes: Change[] = []
  if (most < NEVER && !tried.some((it) => it.kind === 'budget-visits'))
    for (let by = 1; by <= MOST_RAISED; by++) changes.push({ kind: 'budget-visits', visits: most + by, visit })
  // While the number bars it as well, visits closer together would be a second change.
  if (state.enterpriseCount[at]! < most)
    for (let days = apart - 1; days > 0; days--) changes.push({ kind: 'budget-days', minDaysBetween: days, visit })
  return changes
}

/** Requests of the same enterprise that have no visit, this one among them. */
const leftOutWith = ({ c, routeOf }: PlanState, request: number): number => {
  const at = c.enterpriseOf[request]!
  let count = 0
  for (let n = c.enterpriseRequestStart[at]!; n < c.enterpriseRequestStart[at + 1]!; n++)
    if (routeOf[c.enterpriseRequest[n]!]! < 0) count++
  return count
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
const byShifting = ({ state }: Standing, request: number, rivals: readonly number[]): Candidate | undefined => {
  const { c } = state
  const at = c.enterpriseOf[request]!
  const most = c.enterpriseMost[at]!
  const apart = c.enterpriseApart[at]!
  const before = c.after[request]!
  if (before === -2 || (before >= 0 && state.routeOf[before]! < 0)) return undefined
  if (most < NEVER) {
    c.enterpriseMost[at] = most + 1
    const it = placeByShifting(state, request, rivals)
    c.enterpriseMost[at] = most
    if (it) return { cost: ONE_MORE_VISIT, change: { kind: 'budget-visits', visits: most + 1, ...placesOf(it) } }
  }
  if (apart > 1) {
    c.enterpriseApart[at] = apart - 1
    const it = placeByShifting(state, request, rivals)
    c.enterpriseApart[at] = apart
    if (it) return { cost: ONE_DAY_CLOSER, change: { kind: 'budget-days', minDaysBetween: apart - 1, ...placesOf(it) } }
  }
  return undefined
}

const placesOf = ({ visit, moved }: Shifted) => (moved ? { visit, moved: [moved] } : { visit })

/** A pinned visit set free to move, so that both have a place. */
const byUnpinning = (it: Standing, request: number, rivals: readonly number[]): Candidate | undefined => {
  const { problem } = it.view
  const pins = new Set((problem.pinned ?? []).map((pin) => pin.request))
  for (const rival of rivals) {
    const { id } = problem.requests[rival]!
    if (!pins.has(id)) continue
    const state = stateWithout(it, id)
    const shifted = state && placeByShifting(state, request, [rival])
    if (shifted?.moved) return { cost: ONE_MORE_VISIT, change: { kind: 'unpin', request: id, ...placesOf(shifted) } }
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
