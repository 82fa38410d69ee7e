import { groupBy } from '../../platform/base/group-by.ts'
import type { Enterprise, Problem, Request, Team, Visit } from './model.ts'

type Lookup<Value> = Pick<ReadonlyMap<string, Value>, 'get' | 'has'>

/** A problem with its parts by id; shared by rules, score and explanations. */
export interface IndexedProblem {
  readonly problem: Problem
  readonly teams: Lookup<Team>
  readonly enterprises: Lookup<Enterprise>
  readonly requests: Lookup<Request>
}

const known = new WeakMap<Problem, IndexedProblem>()

/** Made once for each problem object, which must not be changed afterwards. */
export const indexProblem = (problem: Problem): IndexedProblem => {
  const before = known.get(problem)
  if (before) return before
  const index = {
    problem,
    teams: new Map(problem.teams.map((it) => [it.id, it])),
    enterprises: new Map(problem.enterprises.map((it) => [it.id, it])),
    requests: new Map(problem.requests.map((it) => [it.id, it])),
  }
  known.set(problem, index)
  return index
}

/** A plan laid out for the rules: which visits a team has on a day in order of start, and an enterprise in all. */
export interface PlanView extends IndexedProblem {
  readonly visits: readonly Visit[]
  /** Key: team id and day. */
  readonly routes: ReadonlyMap<string, readonly Visit[]>
  readonly ofEnterprise: ReadonlyMap<string, readonly Visit[]>
  readonly ofTeam: ReadonlyMap<string, readonly Visit[]>
  readonly ofRequest: ReadonlyMap<string, readonly Visit[]>
}

export const routeKey = (team: string, day: number): string => `${day} ${team}`

export const viewPlan = (index: IndexedProblem, visits: readonly Visit[]): PlanView => {
  const known = visits.filter((it) => index.requests.has(it.request) && index.teams.has(it.team))
  const routes = groupBy(known, (it) => routeKey(it.team, it.day))
  for (const list of routes.values()) list.sort((a, b) => a.start - b.start)
  return {
    ...index,
    visits,
    routes,
    ofEnterprise: groupBy(known, (it) => index.requests.get(it.request)!.enterprise),
    ofTeam: groupBy(known, (it) => it.team),
    ofRequest: groupBy(visits, (it) => it.request),
  }
}
