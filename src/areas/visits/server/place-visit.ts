import { addDays, daysBetween } from '../../../platform/base/civil-date.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { BodyOf } from '../../../platform/base/operation.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { stale } from '../../../platform/server/http/stale.ts'
import { brokenBy, check, explain, explainVisit, type Visit } from '../../../engines/planner/index.ts'
import type * as contract from '../contract.ts'
import * as queries from './plan-queries.ts'
import { tellBroken } from './plan-telling.ts'
import { problemOfPlan, type PlanProblem } from './read-board.ts'

interface Draft extends PlanProblem {
  readonly status: string
  readonly score: number
  readonly visits: readonly Visit[]
  readonly rows: Awaited<ReturnType<typeof queries.planVisits>>
}

/** The plan's visits as the engine sees them; visits whose request is no longer to be planned are left aside. */
const open = async (context: Context, id: string): Promise<Result<Draft, 'NOT_FOUND' | 'YEAR_NOT_ANNOUNCED'>> => {
  const plan = await queries.lockPlan(context, id)
  if (!plan) return fail('NOT_FOUND')
  const rows = await queries.planVisits(context, id)
  const built = await problemOfPlan(context, plan, rows)
  if (!built.ok) return built
  const known = new Set(built.value.problem.requests.map((it) => it.id))
  const visits = rows
    .filter((it) => known.has(it.requestId))
    .map((it) => ({
      request: it.requestId,
      team: it.teamId,
      day: daysBetween(plan.from, it.date),
      start: it.startMinute,
    }))
  return ok({ ...built.value, status: plan.status, score: check(built.value.problem, { visits }).score, visits, rows })
}

type Place = Pick<BodyOf<typeof contract.judgeMove>, 'requestId' | 'teamId' | 'date' | 'startMinute'>

const judge = (draft: Draft, place: Place) => {
  const candidate: Visit = {
    request: place.requestId,
    team: place.teamId,
    day: daysBetween(draft.horizon.from, place.date),
    start: place.startMinute,
  }
  // A pin follows the hand that moves it.
  const unpinned = { ...draft.problem, pinned: [] }
  const after = [...draft.visits.filter((it) => it.request !== place.requestId), candidate]
  const verdict = check(unpinned, { visits: after })
  const broken = brokenBy(unpinned, draft.visits, candidate).map((it) =>
    tellBroken(it, draft.horizon.from, draft.names),
  )
  return { broken, verdict, after }
}

/** The reasons of what is left out, told anew: a change by hand makes room for some and takes it from others. */
const explainAnew = (context: Context, id: string, draft: Draft, visits: readonly Visit[]): Promise<void> =>
  queries.replaceUnserved(
    context,
    id,
    explain({ ...draft.problem, pinned: [] }, visits).filter((it) => !draft.absent.has(it.request)),
  )

const score = (value: number): number => Math.round(value * 100) / 100

// More places than these help nobody.
const MOST_OTHERS = 3

/** Why a visit of the plan stands where it does, all others standing. */
export const whyHere = async (context: Context, id: string, requestId: string) => {
  const draft = await open(context, id)
  if (!draft.ok) return draft
  const { problem, visits, horizon } = draft.value
  const why = explainVisit(problem, visits, requestId)
  if (!why) return fail('NOT_FOUND')
  return ok({
    from: why.from,
    to: why.to,
    teams: why.teams,
    elsewhere: why.others.length,
    others: why.others.slice(0, MOST_OTHERS).map(({ visit, cost }) => ({
      teamId: visit.team,
      date: addDays(horizon.from, visit.day),
      startMinute: visit.start,
      cost: score(cost),
    })),
  })
}

/** What a place would break and what it would do to the score; asked again and again while a visit is dragged. */
export const judgeMove = async (
  context: Context,
  id: string,
  body: BodyOf<typeof contract.judgeMove>,
): Promise<
  Result<{ broken: ReturnType<typeof tellBroken>[]; scoreChange: number }, 'NOT_FOUND' | 'YEAR_NOT_ANNOUNCED'>
> => {
  const draft = await open(context, id)
  if (!draft.ok) return draft
  const { broken, verdict } = judge(draft.value, body)
  return ok({ broken, scoreChange: score(verdict.score - draft.value.score) })
}

type Codes = 'NOT_FOUND' | 'STALE' | 'PLAN_NOT_DRAFT' | 'RULES_BROKEN' | 'YEAR_NOT_ANNOUNCED'

/** Moves, pins or puts in one visit. The version is that visit's; 0 for a request that was left out. */
export const placeVisit = async (
  context: Context,
  id: string,
  requestId: string,
  version: number,
  body: BodyOf<typeof contract.placeVisit>,
): Promise<Result<{ score: number; scoreChange: number; version: number }, Codes>> => {
  const opened = await open(context, id)
  if (!opened.ok) return opened
  const draft = opened.value
  if (draft.status !== 'draft') return fail('PLAN_NOT_DRAFT')
  const request = draft.problem.requests.find((it) => it.id === requestId)
  if (!request) return fail('NOT_FOUND')
  const row = draft.rows.find((it) => it.requestId === requestId)
  if ((row?.version ?? 0) !== version)
    return stale(
      { ...body },
      {
        teamId: row?.teamId ?? null,
        date: row?.date ?? null,
        startMinute: row?.startMinute ?? null,
        pinned: row?.pinned ?? false,
        version: row?.version ?? 0,
      },
    )
  const { broken, verdict, after } = judge(draft, { ...body, requestId })
  if (broken.length > 0) return fail('RULES_BROKEN', { broken })
  const placed = { ...body, requestId, endMinute: body.startMinute + request.minutes }
  if (!(await queries.putPlanVisit(context, id, placed, version))) return stale({ ...body }, { version: version + 1 })
  await queries.updatePlanScore(context, id, verdict.score, verdict.parts)
  await explainAnew(context, id, draft, after)
  return ok({ score: verdict.score, scoreChange: score(verdict.score - draft.score), version: version + 1 })
}

/** Takes one visit out of a draft; refused where another visit comes after it. */
export const removeVisit = async (
  context: Context,
  id: string,
  requestId: string,
  version: number,
): Promise<Result<{ score: number; scoreChange: number }, Codes>> => {
  const opened = await open(context, id)
  if (!opened.ok) return opened
  const draft = opened.value
  if (draft.status !== 'draft') return fail('PLAN_NOT_DRAFT')
  const row = draft.rows.find((it) => it.requestId === requestId)
  if (!row) return fail('NOT_FOUND')
  if (row.version !== version) return stale({}, { version: row.version })
  const rest = draft.visits.filter((it) => it.request !== requestId)
  const verdict = check({ ...draft.problem, pinned: [] }, { visits: rest })
  const broken = verdict.broken
    .filter((it) => it.others?.includes(requestId))
    .map((it) => tellBroken(it, draft.horizon.from, draft.names))
  if (broken.length > 0) return fail('RULES_BROKEN', { broken })
  await queries.deletePlanVisit(context, id, requestId, version)
  await queries.updatePlanScore(context, id, verdict.score, verdict.parts)
  await explainAnew(context, id, draft, rest)
  return ok({ score: verdict.score, scoreChange: score(verdict.score - draft.score) })
}

/** The whole draft judged by the rows as they are now: what must hold before it is published. */
export const judgeWhole = async (context: Context, id: string) => {
  const opened = await open(context, id)
  if (!opened.ok) return opened
  const draft = opened.value
  const outdated = draft.rows.length !== draft.visits.length
  const broken = check(draft.problem, { visits: draft.visits }).broken.map((it) =>
    tellBroken(it, draft.horizon.from, draft.names),
  )
  return ok({ ...draft, outdated, broken })
}
