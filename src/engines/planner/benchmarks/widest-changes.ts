import { changeEnterprise, changeTeam } from '../apply-change.ts'
import type { Enterprise, Problem, Request, Solution, Team } from '../model.ts'
import { plan } from '../plan.ts'

// Minutes of a day in which anybody would be asked to work.
const DAY = { from: 420, to: 1260 }
const MORE_VISITS = 4

/** Every kind of single change a request could be helped by, each as wide as anybody would ask for. */
const widestFor = (problem: Problem, request: Request): Problem[] => {
  const enterprise = problem.enterprises.find((it) => it.id === request.enterprise)!
  const teams = problem.teams.filter(
    (it) => it.kinds.includes(request.kind) && (request.teams?.includes(it.id) ?? true),
  )
  const { budget } = enterprise
  const ofEnterprise = (changed: Enterprise): Problem => ({
    ...problem,
    enterprises: problem.enterprises.map((it) => (it === enterprise ? changed : it)),
  })
  const ofTeam = (team: Team, changed: Team): Problem => ({
    ...problem,
    teams: problem.teams.map((it) => (it === team ? changed : it)),
  })
  const from = request.earliestDay ?? 0
  const days = Array.from({ length: (request.latestDay ?? problem.horizon.days - 1) - from + 1 }, (_, at) => from + at)
  const visit = { request: request.id, team: '', day: 0, start: 0 }
  return [
    ...(budget?.visits === undefined
      ? []
      : [1, MORE_VISITS].map((more) =>
          ofEnterprise({ ...enterprise, budget: { ...budget, visits: budget.visits! + more } }),
        )),
    ...(budget?.minDaysBetween ? [ofEnterprise({ ...enterprise, budget: { ...budget, minDaysBetween: 0 } })] : []),
    ...days.map((day) =>
      ofEnterprise(
        changeEnterprise(enterprise, {
          kind: 'new-gap',
          type: request.gapTypes[0]!,
          day,
          ...DAY,
          extraMinutes: request.minutes,
          visit,
        }),
      ),
    ),
    ...teams.flatMap((team) => [
      ofTeam(team, { ...team, maxVisits: undefined, maxVisitsPerDay: undefined }),
      ...days.map((day) =>
        ofTeam(team, changeTeam(team, { kind: 'shift', team: team.id, day, ...DAY, extraMinutes: 0, visit })),
      ),
    ]),
    ...(problem.pinned ?? []).map((pin) => ({
      ...problem,
      pinned: problem.pinned!.filter((it) => it !== pin),
    })),
  ]
}

export interface WidestTried {
  /** Requests left out of which no change is told. */
  readonly untold: number
  readonly changes: number
  /** Of those requests: one of the changes gives it a visit and takes nobody's. */
  readonly couldBeHelped: number
}

/** For each request of which no change is told: plans again from the plan that stands with each change by itself. */
export const tryWidest = (problem: Problem, { visits, unserved }: Solution, iterations: number): WidestTried => {
  const untold = unserved.filter((it) => !it.wouldFit && it.wouldCost === undefined)
  let changes = 0
  let couldBeHelped = 0
  for (const { request } of untold) {
    const widest = widestFor(
      { ...problem, published: visits },
      problem.requests.find((it) => it.id === request)!,
    )
    changes += widest.length
    const helps = (changed: Problem): boolean => {
      const served = new Set(plan(changed, { iterations, start: visits, seed: 3 }).visits.map((it) => it.request))
      return served.has(request) && visits.every((it) => served.has(it.request))
    }
    if (widest.some(helps)) couldBeHelped++
  }
  return { untold: untold.length, changes, couldBeHelped }
}
