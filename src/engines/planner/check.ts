import { indexProblem, routeKey, viewPlan, type IndexedProblem, type PlanView } from './index-problem.ts'
import type { Problem, Reason, Request, ScoreParts, Unserved, Visit } from './model.ts'
import { rules, type Broken } from './rules/index.ts'

/** A plan as it is judged; a hand-made one may say nothing of what it leaves out. */
export interface Plan {
  readonly visits: readonly Visit[]
  readonly unserved?: readonly Unserved[]
  readonly score?: number
}

export interface Verdict extends Totals {
  readonly feasible: boolean
  readonly broken: readonly Broken[]
  /** Requests left out whose reason is not true. */
  readonly wrongReason: readonly string[]
  /** Requests left out of which nothing is said. */
  readonly untold: readonly string[]
  /** True where the plan tells no score, or the right one. */
  readonly honest: boolean
}

export interface Totals {
  readonly score: number
  readonly parts: ScoreParts
}

const sameVisit = (a: Visit | undefined, b: Visit): boolean =>
  a !== undefined && a.team === b.team && a.day === b.day && a.start === b.start

export const scoreOf = (view: PlanView): Totals => {
  const { minutes } = view.problem.travel
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
      travelMinutes += minutes[place]![to]!
      place = to
    }
    travelMinutes += minutes[place]![base]!
  }
  for (const visit of view.problem.published ?? [])
    if (!sameVisit(view.ofRequest.get(visit.request)?.[0], visit)) changes++
  const { weights } = view.problem
  const travel = weights.travel * travelMinutes
  const change = weights.change * changes
  return {
    score: value + coverage - travel - change,
    parts: { value, coverage, travel, change, travelMinutes, changes },
  }
}

/** Judges any plan, also one made by hand, from the problem alone. */
export const check = (problem: Problem, plan: Plan): Verdict => {
  const index = indexProblem(problem)
  const view = viewPlan(index, plan.visits)
  const broken = rules.flatMap((rule) => rule(view))
  const totals = scoreOf(view)
  const told = new Map(plan.unserved?.map((it) => [it.request, it]))
  const left = problem.requests.filter((it) => !view.ofRequest.has(it.id))
  return {
    feasible: broken.length === 0,
    broken,
    ...totals,
    wrongReason: left.filter((it) => told.has(it.id) && !isTrue(view, it, told.get(it.id)!)).map((it) => it.id),
    untold: left.filter((it) => !told.has(it.id)).map((it) => it.id),
    honest:
      plan.score === undefined || Math.abs(totals.score - plan.score) < 1e-6 * Math.max(1, Math.abs(totals.score)),
  }
}

/** Whether a told reason can be true: facts are facts, and whoever holds a place is visited. */
const isTrue = (view: PlanView, request: Request, told: Unserved): boolean => {
  const fact = plainReason(view, request)
  if (fact) return told.reason === fact
  if (told.reason === 'no-gap' || told.reason === 'no-team') return false
  const waits = request.after !== undefined && !view.ofRequest.has(request.after.request)
  if (waits !== (told.reason === 'predecessor')) return false
  return (told.displacedBy ?? []).every((it) => view.ofRequest.has(it))
}

/**
 * Every rule that one visit would break if it were put among the others (in place of its request's own visit).
 * Looks only at its team's and its enterprise's visits and its chain, so it keeps up with a mouse.
 */
export const brokenBy = (problem: Problem, visits: readonly Visit[], candidate: Visit): Broken[] => {
  const index = indexProblem(problem)
  const request = index.requests.get(candidate.request)
  const near = visits.filter((visit) => {
    const it = index.requests.get(visit.request)
    return (
      visit.team === candidate.team ||
      it?.enterprise === request?.enterprise ||
      visit.request === request?.after?.request ||
      it?.after?.request === candidate.request
    )
  })
  return brokenAmong(index, near, candidate)
}

/** As `brokenBy`, given at least the visits of the candidate's team, enterprise and chain. */
export const brokenAmong = (index: IndexedProblem, near: readonly Visit[], candidate: Visit): Broken[] => {
  const others = near.filter((it) => it.request !== candidate.request)
  const pinned = index.problem.pinned?.filter((pin) => pin.request === candidate.request)
  const view = viewPlan({ ...index, problem: { ...index.problem, pinned } }, [...others, candidate])
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
