import { compile } from './compile.ts'
import { load } from './construct.ts'
import type { Problem, Visit } from './model.ts'
import { PlanState } from './plan-state.ts'

export interface OtherPlace {
  readonly visit: Visit
  /** What the score would fall by, all other visits standing; below 0 where the place would be better. */
  readonly cost: number
}

export interface WhyHere {
  /** First and last minute at which the visit could start, with this team on this day, all others standing. */
  readonly from: number
  readonly to: number
  /** Teams that may give the request. */
  readonly teams: number
  /** The best place with each other team and day where there is one, cheapest first. */
  readonly others: readonly OtherPlace[]
}

/**
 * Why a visit stands where it does: what else was possible with all other visits standing, and what it would cost.
 * @returns undefined where the request has no visit, or the visits break the rules.
 */
export const explainVisit = (problem: Problem, visits: readonly Visit[], request: string): WhyHere | undefined => {
  const unpinned = { ...problem, pinned: problem.pinned?.filter((it) => it.request !== request) }
  const c = compile(unpinned, visits)
  const state = new PlanState(c)
  load(state, visits)
  const at = c.requestIndex.get(request)
  const here = visits.find((it) => it.request === request)
  if (at === undefined || !here || state.routeOf[at]! < 0 || state.visits().length < visits.length) return undefined
  const own = state.routeOf[at]!
  const score = state.score
  state.remove(at)
  if (!state.sound) return undefined
  const places = new Map<number, OtherPlace & { readonly latest: number }>()
  for (let option = c.optionStart[at]!; option < c.optionStart[at + 1]!; option++) {
    const route = c.optionRoute[option]!
    const window = c.optionWindow[option]!
    // The options of a very minute are there to keep what stands.
    const isPoint = c.windowFrom[window] === c.windowTo[c.optionWindowEnd[option]! - 1]
    if (!state.allows(at, route) || (isPoint && route === own)) continue
    state.clearFound()
    state.tryRoute(at, option, route)
    if (state.foundOption < 0) continue
    const { worth, travel, foundGain } = state
    const before = state.score
    state.insertFound(at)
    let stop = route * c.stride
    while (state.stop[stop] !== at) stop++
    const place = {
      visit: {
        request,
        team: problem.teams[c.routeTeam[route]!]!.id,
        day: c.routeDay[route]!,
        start: state.earliest[stop]!,
      },
      cost: score - before - foundGain,
      latest: state.latest[stop]!,
    }
    state.remove(at)
    state.worth = worth
    state.travel = travel
    const known = places.get(route)
    if (!known || place.cost < known.cost) places.set(route, place)
  }
  const mine = places.get(own)
  places.delete(own)
  const wanted = problem.requests.find((it) => it.id === request)!
  const able = problem.teams.filter(
    (it) => it.kinds.includes(wanted.kind) && (wanted.teams?.includes(it.id) ?? true),
  ).length
  return {
    from: Math.min(mine?.visit.start ?? here.start, here.start),
    to: Math.max(mine?.latest ?? here.start, here.start),
    teams: able,
    others: [...places.values()]
      .map(({ visit, cost }) => ({ visit, cost }))
      .toSorted((a, b) => a.cost - b.cost || a.visit.day - b.visit.day),
  }
}
