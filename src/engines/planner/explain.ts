import type { Change } from './apply-change.ts'
import { plainReason } from './check.ts'
import { compile } from './compile.ts'
import { load } from './construct.ts'
import { indexProblem, viewPlan, type PlanView } from './index-problem.ts'
import type { Problem, Unserved, Visit } from './model.ts'
import { fitsWithout, holders, rivals } from './moves/swap.ts'
import { PlanState } from './plan-state.ts'
import { changesThatFit, standingOf, widerChanges } from './would-fit.ts'

// Names told for a request; more help nobody.
const MOST_NAMED = 12

/** True where a team could take the request in the plan as it stands, were it not for the enterprise's budget. */
const onlyBudgetBars = (state: PlanState, request: number): boolean => {
  const { c } = state
  state.clearFound()
  for (let option = c.optionStart[request]!; option < c.optionStart[request + 1]!; option++) {
    const route = c.optionRoute[option]!
    if (state.hasRoom(route) && state.chainAllows(request, c.routeDay[route]!)) state.tryRoute(request, option, route)
  }
  return state.foundOption >= 0
}

/** True where the budget alone bars every day of the request, whatever the teams do. */
const budgetBarsAll = (state: PlanState, request: number): boolean => {
  const { c } = state
  for (let option = c.optionStart[request]!; option < c.optionStart[request + 1]!; option++)
    if (state.budgetAllows(request, c.routeDay[c.optionRoute[option]!]!)) return false
  return true
}

/** A request left out, and single changes that would place it, the smallest first. */
export interface Told extends Unserved {
  /** With these its visit fits among the others. */
  readonly changes: readonly Change[]
  /** With these it may; only planning again can tell. */
  readonly wider: readonly Change[]
}

const explainState = (state: PlanState, view: PlanView): Told[] => {
  const { c } = state
  const standing = standingOf(state, view)
  const idsOf = (list: readonly number[]): string[] => list.slice(0, MOST_NAMED).map((it) => c.problem.requests[it]!.id)
  const unserved: Told[] = []
  /** What places the one before may place the one after as well, where both are of one enterprise. */
  const asFor = (before: number, at: number): Change[] => {
    if (before < 0 || c.enterpriseOf[before] !== c.enterpriseOf[at]) return []
    const visit: Visit = { request: c.problem.requests[at]!.id, team: '', day: -1, start: -1 }
    return changesThatFit(standing, before, holders(state, before)).map((it) => ({ ...it, moved: undefined, visit }))
  }
  for (let at = 0; at < c.requests; at++) {
    if (state.routeOf[at]! >= 0 || view.ofRequest.has(c.problem.requests[at]!.id)) continue
    const request = c.problem.requests[at]!
    const fact = plainReason(view, request)
    const before = c.after[at]!
    const held = holders(state, at)
    if (fact) {
      unserved.push({ request: request.id, reason: fact, changes: changesThatFit(standing, at, held), wider: [] })
      continue
    }
    if (before !== -1 && (before < 0 || state.routeOf[before]! < 0)) {
      unserved.push({ request: request.id, reason: 'predecessor', changes: [], wider: asFor(before, at) })
      continue
    }
    state.findBest(at)
    if (state.foundOption >= 0) {
      unserved.push({
        request: request.id,
        reason: 'capacity',
        displacedBy: [],
        changes: [],
        wider: [],
        ...fitsNow(state, at),
      })
      continue
    }
    const burden = budgetBarsAll(state, at) || onlyBudgetBars(state, at)
    const alone = rivals(state, at).filter((visited) => fitsWithout(state, at, visited))
    const mine = held.filter((visited) => c.enterpriseOf[visited] === c.enterpriseOf[at])
    const named = alone.length > 0 ? alone : burden ? mine : held
    const changes = changesThatFit(standing, at, held)
    unserved.push({
      request: request.id,
      reason: burden ? 'burden' : 'capacity',
      displacedBy: idsOf(named.length > 0 || before < 0 || burden ? named : [before]),
      changes,
      wider: widerChanges(standing, at, changes),
    })
  }
  return unserved
}

/** A request that has a place as things are: it does not pay, or, in a plan made by hand, nobody put it in. */
const fitsNow = (state: PlanState, request: number): Pick<Unserved, 'wouldCost' | 'wouldFit'> => {
  const { c, worth, travel } = state
  const gain = state.foundGain
  if (gain <= 1e-6) return { wouldCost: Math.max(0, -gain) }
  state.insertFound(request)
  const visit = state.visits().find((it) => it.request === c.problem.requests[request]!.id)!
  state.remove(request)
  state.worth = worth
  state.travel = travel
  state.sound = true
  return { wouldFit: { kind: 'nothing', visit, certain: true } }
}

/** Why each request without a visit has none, and every single change found that would place it, all visits standing. */
export const tell = (problem: Problem, visits: readonly Visit[]): Told[] => {
  const state = new PlanState(compile(problem, visits))
  load(state, visits)
  return explainState(state, viewPlan(indexProblem(problem), visits))
}

/**
 * Explains any plan, also one made by hand. That no single swap raises the score is sure only of plans that `plan`
 * made; visits that break a rule are left out of account. What `wouldFit` names fits while all else stands; whether
 * planning again would place the request was not tried, so none but 'nothing' is certain.
 */
export const explain = (problem: Problem, visits: readonly Visit[]): Unserved[] => tell(problem, visits).map(untried)

/** The smallest change, not tried by planning again. */
export const untried = ({ changes, wider: _wider, ...it }: Told): Unserved =>
  changes.length === 0 ? it : { ...it, wouldFit: { ...changes[0]!, certain: false } }
