import { plainReason } from './check.ts'
import { indexProblem } from './index-problem.ts'
import type { Unserved } from './model.ts'
import { rivals, trySwap } from './moves/swap.ts'
import type { PlanState } from './plan-state.ts'
import { routesByTeamDay, wouldFit } from './would-fit.ts'

/** True where a team could take the request in the plan as it stands, were it not for the enterprise's budget. */
const onlyBudgetBars = (state: PlanState, request: number): boolean => {
  const { c } = state
  state.foundGain = -Infinity
  state.foundOption = -1
  for (let option = c.optionStart[request]!; option < c.optionStart[request + 1]!; option++) {
    const route = c.optionRoute[option]!
    const team = c.routeTeam[route]!
    if (state.length[route]! >= c.routeMost[route]! || state.teamCount[team]! >= c.teamMost[team]!) continue
    if (state.chainAllows(request, c.routeDay[route]!)) state.tryRoute(request, option, route)
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

/** Why each request without a visit has none, and the smallest change that would place it. */
export const explain = (state: PlanState): Unserved[] => {
  const { c } = state
  const index = indexProblem(c.problem)
  const routes = routesByTeamDay(state)
  const visits = state.visits()
  const unserved: Unserved[] = []
  for (let at = 0; at < c.requests; at++) {
    if (state.routeOf[at]! >= 0) continue
    const request = c.problem.requests[at]!
    const fact = plainReason(index, request)
    const fit = wouldFit(state, index, routes, visits, at)
    const told = { request: request.id, ...(fit ? { wouldFit: fit } : {}) }
    const before = c.after[at]!
    if (fact) unserved.push({ ...told, reason: fact })
    else if (before !== -1 && (before < 0 || state.routeOf[before]! < 0))
      unserved.push({ ...told, reason: 'predecessor' })
    else {
      const burden = budgetBarsAll(state, at) || onlyBudgetBars(state, at)
      const all = rivals(state, at)
      const alone = all.filter((visited) => trySwap(state, at, visited).fits)
      const mine = all.filter((visited) => c.enterpriseOf[visited] === c.enterpriseOf[at])
      const holders = alone.length > 0 ? alone : burden ? mine : all
      unserved.push({
        ...told,
        reason: burden ? 'burden' : 'capacity',
        displacedBy: holders.slice(0, 12).map((visited) => c.problem.requests[visited]!.id),
      })
    }
  }
  return unserved
}
