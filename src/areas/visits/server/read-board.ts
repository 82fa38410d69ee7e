import type { z } from 'zod'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import { addDays, monthOf } from '../../../platform/base/civil-date.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import type { WouldFit } from '../../../engines/planner/index.ts'
import type { boardSchema } from '../contract.ts'
import { reasonNames } from '../texts.zh.ts'
import { buildProblem, type BuiltProblem } from './build-problem.ts'
import * as menu from './menu-queries.ts'
import * as queries from './plan-queries.ts'
import { namesOf, tellWouldFit, type Names } from './plan-telling.ts'
import * as visitQueries from './visit-queries.ts'

type BoardOut = z.input<typeof boardSchema>

export interface PlanProblem extends BuiltProblem {
  readonly names: Names
}

/** The problem that a plan is judged by: the rows as they are now, with the plan's own pins. */
export const problemOfPlan = async (
  context: Context,
  plan: { from: string; to: string },
  visits: readonly (queries.PlacedVisit & { pinned: boolean })[],
): Promise<Result<PlanProblem, 'YEAR_NOT_ANNOUNCED'>> => {
  const built = await buildProblem(
    context,
    { from: plan.from, to: plan.to },
    visits.filter((it) => it.pinned),
  )
  if (!built.ok) return built
  const activities = new Map((await menu.kinds(context)).map((it) => [it.id, it.name]))
  return ok({ ...built.value, names: namesOf(built.value.problem, activities) })
}

const changeOf = (
  visit: queries.PlacedVisit,
  before: ReadonlyMap<string, queries.PlacedVisit>,
): 'new' | 'moved' | 'same' => {
  const was = before.get(visit.requestId)
  if (!was) return 'new'
  const same = was.teamId === visit.teamId && was.date === visit.date && was.startMinute === visit.startMinute
  return same ? 'same' : 'moved'
}

// A plan that no search has made, such as that of an imported past, tells no parts.
const NO_PARTS: BoardOut['parts'] = { value: 0, coverage: 0, travel: 0, change: 0, travelMinutes: 0, changes: 0 }

/** Everything the board shows of one plan. */
export const readBoard = async (
  context: Context,
  id: string,
): Promise<Result<BoardOut, 'NOT_FOUND' | 'YEAR_NOT_ANNOUNCED'>> => {
  const plan = await queries.planSummary(context, id)
  if (!plan) return fail('NOT_FOUND')
  const visits = await queries.planVisits(context, id)
  const built = await problemOfPlan(context, plan, visits)
  if (!built.ok) return built
  const { problem, days, names } = built.value
  const unserved = await queries.planUnserved(context, id)
  const published = new Map(
    (problem.published ?? []).map((it) => [
      it.request,
      { requestId: it.request, teamId: it.team, date: addDays(plan.from, it.day), startMinute: it.start },
    ]),
  )
  const covered = new Set(visits.map((it) => it.enterpriseId))
  const touched = new Set([...covered, ...unserved.map((it) => it.enterpriseId)])
  const points = await visitQueries.enterprisePoints(context, [...touched])
  const held = await visitQueries.heldInMonth(context, monthOf(plan.from), plan.from)
  const planned = new Map<string, number>()
  for (const visit of visits) planned.set(visit.enterpriseId, (planned.get(visit.enterpriseId) ?? 0) + 1)
  const bases = new Map((await visitQueries.teamBases(context)).map((it) => [it.id, it]))
  return ok({
    ...plan,
    parts: { ...NO_PARTS, ...(plan.parts as Partial<BoardOut['parts']>) },
    run: plan.run as BoardOut['run'],
    days: [...days],
    teams: problem.teams.map((team) => {
      const base = bases.get(team.id)!
      return {
        id: team.id,
        name: team.name ?? '',
        squadKind: team.squad ?? 'culture',
        baseName: base.baseName,
        baseLongitude: base.longitude,
        baseLatitude: base.latitude,
        shifts: team.shifts.map((it) => ({ date: addDays(plan.from, it.day), from: it.from, to: it.to })),
      }
    }),
    enterprises: points.map(({ id: enterpriseId, visitsPerMonth, ...it }) => ({
      ...it,
      id: enterpriseId,
      used: (planned.get(enterpriseId) ?? 0) + (held.get(enterpriseId) ?? 0),
      allowed: visitsPerMonth,
    })),
    planned: visits.map((it) => ({ ...it, change: changeOf(it, published) })),
    left: unserved.map((it) => ({
      ...it,
      reasonText: reasonNames[it.reason] ?? '',
      displacedBy: it.displacedBy.map((requestId) => ({ requestId, text: names.request(requestId) })),
      wouldFit: it.wouldFit ? tellWouldFit(it.wouldFit as WouldFit, plan.from, names) : null,
    })),
    coverage: {
      covered: covered.size,
      enterprises: touched.size,
      pilots: await visitQueries.countPilots(context),
    },
  })
}
