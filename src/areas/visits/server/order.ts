import { addDays, type CivilDate } from '../../../platform/base/civil-date.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { BodyOf } from '../../../platform/base/operation.ts'
import { has, type Context } from '../../../platform/server/db/scope.ts'
import { notify } from '../../../platform/server/notify/notify.ts'
import { enterprisesForPlan, reaches } from '../../enterprises/server/index.ts'
import type * as contract from '../contract.ts'
import { dueNeeds } from '../domain/standing-needs.ts'
import { horizonOf } from './build-problem.ts'
import * as people from './people-queries.ts'
import * as menu from './menu-queries.ts'
import * as queries from './request-queries.ts'
import * as visitQueries from './visit-queries.ts'

type CreateCodes =
  | 'NOT_FOUND'
  | 'DATES_REVERSED'
  | 'DATE_PAST'
  | 'DATES_FROZEN'
  | 'KIND_NOT_OFFERED'
  | 'SAME_REQUEST_OPEN'
  | 'TEAM_CANNOT'

/** True where every day asked for, from today on, lies in a quiet season or a freeze of the enterprise. */
const allFrozen = async (
  context: Context,
  it: { enterpriseId: string; earliestOn: CivilDate; latestOn: CivilDate },
): Promise<boolean> => {
  const [enterprise] = await enterprisesForPlan(context, [it.enterpriseId])
  let date = it.earliestOn < context.scope.today ? context.scope.today : it.earliestOn
  // From season to season: each step leaps behind the end of one that bars the date.
  while (date <= it.latestOn) {
    const barring = enterprise?.rules.quiet.find((season) => season.from <= date && date <= season.to)
    if (!barring) return false
    date = addDays(barring.to, 1)
  }
  return true
}

/** An order: by the enterprise itself, or by staff for it. A follow-up names the visit it follows. */
export const createRequest = async (
  context: Context,
  body: BodyOf<typeof contract.createRequest>,
): Promise<Result<{ id: string }, CreateCodes>> => {
  const { scope } = context
  if (body.latestOn < body.earliestOn) return fail('DATES_REVERSED')
  if (body.latestOn < scope.today) return fail('DATE_PAST')
  if (!reaches(context, body.enterpriseId) || !(await queries.lockEnterprise(context, body.enterpriseId)))
    return fail('NOT_FOUND')
  if (await allFrozen(context, body)) return fail('DATES_FROZEN')
  const kind = (await menu.kinds(context)).find((it) => it.id === body.activityKindId)
  if (!kind?.active) return fail('KIND_NOT_OFFERED')
  if (body.teamId && !kind.teams.some((team) => team.id === body.teamId)) return fail('TEAM_CANNOT')
  if (body.followsVisitId) {
    const visit = await visitQueries.visitRow(context, body.followsVisitId)
    if (visit?.enterpriseId !== body.enterpriseId) return fail('NOT_FOUND')
  }
  if (body.afterRequestId) {
    const before = await queries.requestById(context, body.afterRequestId)
    if (before?.enterpriseId !== body.enterpriseId) return fail('NOT_FOUND')
  }
  const plain = !body.followsVisitId && !body.afterRequestId
  if (plain && (await queries.sameOpen(context, body.enterpriseId, body.activityKindId)))
    return fail('SAME_REQUEST_OPEN')
  const [id] = await queries.insertRequests(context, [
    {
      ...body,
      source: body.followsVisitId ? 'follow_up' : has(scope, 'contact') ? 'enterprise' : 'staff',
      minutes: kind.minutes + kind.setupMinutes,
      value: kind.value,
    },
  ])
  return ok({ id: id! })
}

export const withdrawRequest = async (
  context: Context,
  id: string,
): Promise<Result<undefined, 'NOT_FOUND' | 'REQUEST_STATE'>> => {
  if (!(await queries.requestById(context, id))) return fail('NOT_FOUND')
  return (await queries.moveRequest(context, id, ['open'], 'withdrawn')) ? ok(undefined) : fail('REQUEST_STATE')
}

/** Refusing tells the enterprise why: no request ends without an answer. */
export const refuseRequest = async (
  context: Context,
  id: string,
  reason: string,
): Promise<Result<undefined, 'NOT_FOUND' | 'REQUEST_STATE'>> => {
  const request = await queries.requestById(context, id)
  if (!request) return fail('NOT_FOUND')
  if (!(await queries.moveRequest(context, id, ['open'], 'refused', reason))) return fail('REQUEST_STATE')
  await notify(context, {
    kind: 'request-refused',
    title: `点单未受理：${request.activityName}`,
    lines: [`理由：${reason}`],
    link: '/m/orders',
    onceKey: `request-refused ${id}`,
    personIds: await people.contactsOf(context, [request.enterpriseId]),
  })
  return ok(undefined)
}

/** Turns the standing needs that fall due by the month's end into open requests; a second call adds none. */
export const raiseNeeds = async (
  context: Context,
  month: string,
): Promise<Result<{ created: number }, 'MONTH_PAST'>> => {
  const horizon = horizonOf(month, context.scope.today)
  if (!horizon) return fail('MONTH_PAST')
  const needs = await menu.needs(context)
  const due = dueNeeds(needs, await menu.needTargets(context), month)
  const minutes = new Map(needs.map((it) => [it.id, it.minutes]))
  const created = await queries.insertRequests(
    context,
    due.map(({ need, enterpriseId }) => ({
      enterpriseId,
      activityKindId: need.activityKindId,
      source: 'standing',
      minutes: minutes.get(need.id)!,
      earliestOn: `${month}-01`,
      latestOn: horizon.to,
      value: need.value,
      standingNeedId: need.id,
    })),
  )
  return ok({ created: created.length })
}
