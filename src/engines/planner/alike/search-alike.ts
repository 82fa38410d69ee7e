import type { PlanState } from '../plan-state.ts'
import type { Limits } from '../search.ts'
import type { AlikeProblem } from './alike-problem.ts'
import { AlikeSearch } from './alike-search.ts'

/** Searches the short form of an empty state's problem and puts the best plan into the state. @returns steps made. */
export const searchAlike = (state: PlanState, p: AlikeProblem, seed: number, limits: Limits): number => {
  const { routes, steps } = new AlikeSearch(p, seed).run(limits)
  routes.forEach((stops, route) => {
    const options = Int32Array.from(stops, (it) => p.option[it * p.routes + route]!)
    state.restoreRoute(route, Int32Array.from(stops), options, stops.length, 0)
  })
  state.recount()
  return steps
}
