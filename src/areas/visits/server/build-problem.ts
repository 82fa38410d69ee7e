import { addDays, daysBetween, monthOf, type CivilDate } from '../../../platform/base/civil-date.ts'
import { ok, type Result } from '../../../platform/base/result.ts'
import type { DayKind } from '../../../platform/base/workdays.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import type { GapType, Problem, Visit } from '../../../engines/planner/index.ts'
import { budgetForHorizon, gapsBetween } from '../../enterprises/domain/index.ts'
import { calendarFor, enterprisesForPlan } from '../../enterprises/server/index.ts'
import { teamShiftOn } from '../../squads/domain/index.ts'
import { teams as readTeams } from '../../squads/server/index.ts'
import { travelMinutes, type Point } from '../domain/travel-minutes.ts'
import type { PlacedVisit } from './plan-queries.ts'
import * as queries from './problem-queries.ts'

// What a minute on the road and a moved visit cost, in the same unit as a request's value (a talk is about 24).
const WEIGHTS = { travel: 0.1, change: 15 }
// Visits up to this long before the horizon are looked at for the days between two of them; the longest rule is 90.
const LOOK_BACK_DAYS = 90

export interface Horizon {
  /** Both inclusive, within one calendar month. */
  readonly from: CivilDate
  readonly to: CivilDate
}

export interface BuiltProblem {
  readonly problem: Problem
  readonly horizon: Horizon
  readonly days: readonly { readonly date: CivilDate; readonly kind: DayKind }[]
  /**
   * Requests that stand in the problem only because another comes after them, without a place of their own: withdrawn,
   * refused, or with days before the horizon. They are no one's to plan or to explain.
   */
  readonly absent: ReadonlySet<string>
}

const datesOf = ({ from, to }: Horizon): CivilDate[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at))

/** The days of a month that can still be planned: from tomorrow on. Undefined where none is left. */
export const horizonOf = (month: string, today: CivilDate): Horizon | undefined => {
  const first = `${month}-01`
  const last = addDays(`${addDays(`${month}-28`, 4).slice(0, 7)}-01`, -1)
  const from = first > today ? first : addDays(today, 1)
  return from <= last ? { from, to: last } : undefined
}

/**
 * The planning problem of a horizon from the county's rows: open requests and visits that may still be moved, teams
 * with the hours in which a member can come, gaps of each date, what is left of each budget, and the plan in force.
 */
export const buildProblem = async (
  context: Context,
  horizon: Horizon,
  pinned: readonly PlacedVisit[] = [],
): Promise<Result<BuiltProblem, 'YEAR_NOT_ANNOUNCED'>> => {
  const calendar = await calendarFor(context)
  const dates = datesOf(horizon)
  const days: { date: CivilDate; kind: DayKind }[] = []
  for (const date of dates) {
    const kind = calendar.kindOf(date)
    if (!kind.ok) return kind
    days.push({ date, kind: kind.value })
  }
  const dayOf = (date: CivilDate): number => daysBetween(horizon.from, date)

  const requests = await queries.plannableRequests(context, horizon)
  const requestIds = new Set(requests.map((it) => it.id))
  const absent = new Map(
    requests.flatMap((it) =>
      it.afterRequestId && !requestIds.has(it.afterRequestId) && !it.afterHeldOn
        ? [[it.afterRequestId, { ...it, id: it.afterRequestId }] as const]
        : [],
    ),
  )
  const enterpriseIds = [...new Set(requests.map((it) => it.enterpriseId))]
  const enterprises = await enterprisesForPlan(context, enterpriseIds)
  const standing = await queries.standingVisits(context, enterpriseIds, addDays(horizon.from, -LOOK_BACK_DAYS))
  const movable = standing.filter(
    (it) => requestIds.has(it.requestId) && it.date >= horizon.from && it.date <= horizon.to,
  )
  const firm = standing.filter((it) => !movable.includes(it))
  const firmBy = Map.groupBy(firm, (it) => it.enterpriseId)

  const teams = await readTeams(context)
  const teamDays = await queries.firmTeamDays(
    context,
    horizon,
    movable.map((it) => it.id),
  )
  const monthlyOf = await queries.firmVisitsOfTeams(
    context,
    { from: `${monthOf(horizon.from)}-01`, to: horizon.to },
    movable.map((it) => it.id),
  )
  const points: Point[] = []
  const placeOf = (point: Point): number => {
    const known = points.findIndex((it) => it.longitude === point.longitude && it.latitude === point.latitude)
    if (known >= 0) return known
    points.push({ longitude: point.longitude, latitude: point.latitude })
    return points.length - 1
  }

  const problemTeams = teams.map((team) => ({
    id: team.id,
    name: team.name,
    squad: team.squadKind,
    kinds: team.kinds.map((kind) => kind.id),
    base: placeOf({ longitude: team.baseLongitude, latitude: team.baseLatitude }),
    shifts: days.flatMap(({ date, kind }) => {
      // A day on which the team has a visit that the plan may not touch is left to that visit.
      if (teamDays.has(`${team.id} ${date}`)) return []
      const shift = teamShiftOn(date, kind, team.shifts, team.shiftExceptions, team.members)
      return shift ? [{ day: dayOf(date), ...shift }] : []
    }),
    maxVisitsPerDay: team.maxVisitsPerDay,
    ...(team.maxVisitsPerMonth === null
      ? {}
      : { maxVisits: Math.max(0, team.maxVisitsPerMonth - (monthlyOf.get(team.id) ?? 0)) }),
  }))

  const problemEnterprises = []
  for (const it of enterprises) {
    const gaps = gapsBetween(horizon.from, horizon.to, it.rules, calendar)
    if (!gaps.ok) return gaps
    const own = (firmBy.get(it.id) ?? []).map((visit) => visit.date)
    const barred = own.filter((date) => date >= horizon.from)
    problemEnterprises.push({
      id: it.id,
      name: it.name,
      place: placeOf(it),
      // Days around a visit that the plan may not touch are closed: it is no part of the problem.
      gaps: gaps.value
        .filter(
          ({ date }) => !barred.some((on) => Math.abs(daysBetween(on, date)) < Math.max(1, it.budget.minDaysBetween)),
        )
        .flatMap(({ date, gaps: list }) =>
          list.map((gap) => ({ day: dayOf(date), type: gap.kind, from: gap.from, to: gap.to })),
        ),
      budget: { visits: budgetForHorizon(it.budget, horizon, own), minDaysBetween: it.budget.minDaysBetween },
      recentVisits: own.filter((date) => date < horizon.from).map(dayOf),
      coverage: own.some((date) => monthOf(date) === monthOf(horizon.from)) ? 0 : it.coverage,
    })
  }

  const toVisit = (it: PlacedVisit): Visit => ({
    request: it.requestId,
    team: it.teamId,
    day: dayOf(it.date),
    start: it.startMinute,
  })
  const minutes = points.map((a) => points.map((b) => travelMinutes(a, b)))
  return ok({
    horizon,
    days,
    absent: new Set(absent.keys()),
    problem: {
      name: `${horizon.from} ${horizon.to}`,
      horizon: { start: horizon.from, days: dates.length },
      travel: { minutes },
      teams: problemTeams,
      enterprises: problemEnterprises,
      requests: [
        ...requests.map((it) => ({
          id: it.id,
          enterprise: it.enterpriseId,
          kind: it.activityKindId,
          minutes: it.minutes,
          value: it.value,
          gapTypes: it.gapKinds as GapType[],
          earliestDay: Math.max(0, dayOf(it.earliestOn)),
          latestDay: Math.min(dates.length - 1, dayOf(it.latestOn)),
          ...(it.teamId ? { teams: [it.teamId] } : {}),
          ...afterOf(it, requestIds, horizon),
        })),
        ...[...absent.values()].map((it) => ({
          id: it.id,
          enterprise: it.enterpriseId,
          kind: it.activityKindId,
          minutes: it.minutes,
          value: it.value,
          gapTypes: [],
          teams: [],
        })),
      ],
      pinned: pinned.filter((it) => requestIds.has(it.requestId)).map(toVisit),
      published: movable.map(toVisit),
      weights: WEIGHTS,
    },
  })
}

/** The chain within the problem. What it comes after may lie before the horizon: then it only bars the first days. */
const afterOf = (it: queries.PlannableRequest, known: ReadonlySet<string>, horizon: Horizon): object => {
  if (it.afterRequestId && (known.has(it.afterRequestId) || !it.afterHeldOn))
    return { after: { request: it.afterRequestId, minDays: it.afterMinDays } }
  if (!it.afterHeldOn) return {}
  const earliest = daysBetween(horizon.from, addDays(it.afterHeldOn, it.afterMinDays))
  return { earliestDay: Math.max(0, earliest, daysBetween(horizon.from, it.earliestOn)) }
}
