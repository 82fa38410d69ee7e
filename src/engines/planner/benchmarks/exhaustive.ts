import type { Problem, Request } from '../model.ts'

interface Route {
  readonly team: Problem['teams'][number]
  readonly day: number
  readonly from: number
  readonly to: number
}

/** Leaves of the search beyond which it is not tried. */
const MOST_PLANS = 200_000

/** Least travel of one team's day that visits these requests, over all orders; Infinity where none is possible. */
const leastTravel = (problem: Problem, route: Route, requests: readonly Request[]): number => {
  const { team, day } = route
  if (requests.length === 0) return 0
  if (requests.length > (team.maxVisitsPerDay ?? Infinity)) return Infinity
  const { minutes } = problem.travel
  // Whoever could not be reached after some beginning is not reached later either: there ways obey the triangle inequality.
  const after = (place: number, time: number, left: readonly Request[]): number => {
    if (left.length === 0)
      return time + minutes[place]![team.base]! <= route.to ? minutes[place]![team.base]! : Infinity
    let best = Infinity
    for (const [at, request] of left.entries()) {
      const enterprise = problem.enterprises.find((it) => it.id === request.enterprise)!
      const way = minutes[place]![enterprise.place]!
      const starts = enterprise.gaps
        .filter((gap) => gap.day === day && request.gapTypes.includes(gap.type))
        .map((gap) => ({ start: Math.max(gap.from, time + way), last: gap.to - request.minutes }))
        .filter((it) => it.start <= it.last)
        .map((it) => it.start)
      if (starts.length === 0) return Infinity
      best = Math.min(best, way + after(enterprise.place, Math.min(...starts) + request.minutes, left.toSpliced(at, 1)))
    }
    return best
  }
  return after(team.base, route.from, requests)
}

/**
 * The best score over all plans, by trying every assignment of requests to teams and days and every order of a day;
 * written from the rules alone, without the planner's code. @returns undefined where there are too many, or where
 * something is pinned or published.
 */
export const exhaustiveScore = (problem: Problem): number | undefined => {
  if ((problem.pinned?.length ?? 0) + (problem.published?.length ?? 0) > 0) return undefined
  const routes: Route[] = problem.teams.flatMap((team) =>
    team.shifts.map(({ day, from, to }) => ({ team, day, from, to })),
  )
  const options = problem.requests.map((request) => [
    -1,
    ...routes.flatMap((route, at) =>
      route.team.kinds.includes(request.kind) &&
      (!request.teams || request.teams.includes(route.team.id)) &&
      route.day >= (request.earliestDay ?? 0) &&
      route.day <= (request.latestDay ?? problem.horizon.days - 1) &&
      leastTravel(problem, route, [request]) < Infinity
        ? [at]
        : [],
    ),
  ])
  // A visit that is possible only beside another one is not among the options above.
  if (!hasShortWays(problem)) return undefined
  if (options.reduce((product, it) => product * it.length, 1) > MOST_PLANS) return undefined
  const known = new Map<string, number>()
  const travelOf = (route: number, chosen: readonly number[]): number => {
    const own = problem.requests.filter((_, at) => chosen[at] === route)
    const key = `${route} ${own.map((it) => it.id).join(' ')}`
    const found = known.get(key) ?? leastTravel(problem, routes[route]!, own)
    known.set(key, found)
    return found
  }
  let best = -Infinity
  const chosen: number[] = []
  const walk = (at: number): void => {
    if (at < options.length) {
      for (const option of options[at]!) {
        chosen[at] = option
        walk(at + 1)
      }
      return
    }
    if (!keepsCounts(problem, routes, chosen)) return
    const worth = problem.requests.reduce((sum, it, one) => sum + (chosen[one]! < 0 ? 0 : it.value), 0)
    const visited = new Set(problem.requests.filter((_, one) => chosen[one]! >= 0).map((it) => it.enterprise))
    const coverage = problem.enterprises.reduce((sum, it) => sum + (visited.has(it.id) ? (it.coverage ?? 0) : 0), 0)
    let travel = 0
    for (const route of new Set(chosen)) if (route >= 0) travel += travelOf(route, chosen)
    if (travel === Infinity) return
    best = Math.max(best, worth + coverage - problem.weights.travel * travel)
  }
  walk(0)
  return best
}

const hasShortWays = ({ travel: { minutes } }: Problem): boolean => {
  for (let a = 0; a < minutes.length; a++)
    for (let b = 0; b < minutes.length; b++)
      for (let c = 0; c < minutes.length; c++) if (minutes[a]![b]! > minutes[a]![c]! + minutes[c]![b]!) return false
  return true
}

/** Limits of teams, budgets of enterprises and chains. */
const keepsCounts = (problem: Problem, routes: readonly Route[], chosen: readonly number[]): boolean => {
  for (const team of problem.teams)
    if (chosen.filter((it) => it >= 0 && routes[it]!.team === team).length > (team.maxVisits ?? Infinity)) return false
  const dayOf = new Map(
    problem.requests.map((it, at) => [it.id, chosen[at]! < 0 ? undefined : routes[chosen[at]!]!.day]),
  )
  for (const { id, after } of problem.requests) {
    const [day, before] = [dayOf.get(id), after && dayOf.get(after.request)]
    if (day !== undefined && after && (before === undefined || day < before + after.minDays)) return false
  }
  return problem.enterprises.every(({ id, budget, recentVisits = [] }) => {
    const days = problem.requests.flatMap((it) => (it.enterprise === id ? (dayOf.get(it.id) ?? []) : []))
    if (days.length > (budget?.visits ?? Infinity)) return false
    const all = [...days, ...recentVisits].toSorted((a, b) => a - b)
    const apart = budget?.minDaysBetween ?? 0
    return all.every((day, at) => at === 0 || day - all[at - 1]! >= apart || (day < 0 && all[at - 1]! < 0))
  })
}
