import { indexProblem, routeKey, viewPlan, type IndexedProblem, type PlanView } from './index-problem.ts'
import type { Problem, Reason, Request, ScoreParts, Visit } from './model.ts'
import { rules, type Broken } from './rules/index.ts'

export interface Verdict {
  readonly feasible: boolean
  readonly broken: readonly Broken[]
  readonly score: number
  readonly parts: ScoreParts
}

export interface Totals {
  readonly score: number
  readonly parts: ScoreParts
}

const sameVisit = (a: Visit | undefined, b: Visit): boolean =>
  a !== undefined && a.team === b.team && a.day === b.day && a.start === b.start

export const scoreOf = (view: PlanView): Totals => {
  const travel = view.problem.travel.minutes
  let value = 0
  let coverage = 0
  let travelMinutes = 0
  let changes = 0
  for (const request of view.ofRequest.keys()) value += view.requests.get(request)?.value ?? 0
  for (const id of view.ofEnterprise.keys()) coverage += view.enterprises.get(id)!.coverage ?? 0
  for (const list of view.routes.values()) {
    const base = view.teams.get(list[0]!.team)!.base
    let place = base
    for (const visit of list) {
      const to = view.enterprises.get(view.requests.get(visit.request)!.enterprise)!.place
      travelMinutes += travel[place]![to]!
      place = to
    }
    travelMinutes += travel[place]![base]!
  }
  for (const visit of view.problem.published ?? [])
    if (!sameVisit(view.ofRequest.get(visit.request)?.[0], visit)) changes++
  const { weights } = view.problem
  const score = value + coverage - weights.travel * travelMinutes - weights.change * changes
  return { score, parts: { value, coverage, travelMinutes, changes } }
}

/** Judges any plan, also one made by hand, from the problem alone. */
export const check = (problem: Problem, visits: readonly Visit[]): Verdict => {
  const view = viewPlan(indexProblem(problem), visits)
  const broken = rules.flatMap((rule) => rule(view))
  return { feasible: broken.length === 0, broken, ...scoreOf(view) }
}

/**
 * Every rule that one visit would break if it were put among the others (in place of its request's own visit).
 * Looks only at its team's and its enterprise's visits and its chain, so it keeps up with a mouse.
 */
export const brokenBy = (index: IndexedProblem, visits: readonly Visit[], candidate: Visit): Broken[] => {
  const request = index.requests.get(candidate.request)
  const chain = new Set([candidate.request, request?.after?.request])
  const others = visits.filter((visit) => {
    if (visit.request === candidate.request) return false
    const it = index.requests.get(visit.request)
    return (
      visit.team === candidate.team ||
      it?.enterprise === request?.enterprise ||
      chain.has(visit.request) ||
      it?.after?.request === candidate.request
    )
  })
  const pinned = index.problem.pinned?.filter((pin) => pin.request === candidate.request)
  const local = { ...index, problem: { ...index.problem, pinned } }
  const view = viewPlan(local, [...others, candidate])
  const mine = routeKey(candidate.team, candidate.day)
  return rules
    .flatMap((rule) => rule(view))
    .filter(
      (it) =>
        it.request === candidate.request ||
        (it.rule === 'shift' && it.team !== undefined && it.day !== undefined && routeKey(it.team, it.day) === mine) ||
        (it.rule === 'predecessor' && it.others?.includes(candidate.request)),
    )
}

/** The reasons that hold for a request whatever else is planned: no gap long enough, or no team that can be there. */
export const plainReason = (index: IndexedProblem, request: Request): Reason | undefined => {
  const { problem, enterprises } = index
  const enterprise = enterprises.get(request.enterprise)!
  const first = request.earliestDay ?? 0
  const last = request.latestDay ?? problem.horizon.days - 1
  const gaps = enterprise.gaps.filter(
    (gap) =>
      request.gapTypes.includes(gap.type) &&
      first <= gap.day &&
      gap.day <= last &&
      gap.to - gap.from >= request.minutes,
  )
  if (gaps.length === 0) return 'no-gap'
  const travel = problem.travel.minutes
  const reachable = problem.teams.some(
    (team) =>
      team.kinds.includes(request.kind) &&
      (request.teams?.includes(team.id) ?? true) &&
      gaps.some((gap) =>
        team.shifts.some((shift) => {
          if (shift.day !== gap.day) return false
          const start = Math.max(gap.from, shift.from + travel[team.base]![enterprise.place]!)
          const end = start + request.minutes
          return end <= gap.to && end + travel[enterprise.place]![team.base]! <= shift.to
        }),
      ),
  )
  return reachable ? undefined : 'no-team'
}
