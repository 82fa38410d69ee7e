import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { BodyOf } from '../../../platform/base/operation.ts'
import { has, type Context } from '../../../platform/server/db/scope.ts'
import { stale } from '../../../platform/server/http/stale.ts'
import type * as contract from '../contract.ts'
import { decide, lacking, type VisitState } from '../domain/states.ts'
import { isOfTeam, lockFor } from './answer-dispatch.ts'
import * as delivery from './delivery-queries.ts'
import * as queries from './visit-queries.ts'

/** Settles an answered visit whose follow-ups are closed; the one place where a visit becomes settled. */
const settleIfWhole = async (context: Context, id: string, state: VisitState): Promise<VisitState> => {
  const row = await queries.visitRow(context, id)
  const open = (await delivery.followUpsOf(context, id)).filter((it) => it.status === 'open').length
  const answered = (await delivery.answerOf(context, id)) !== undefined
  if (lacking({ delivered: row?.recorded ?? true, answered, openFollowUps: open }).length > 0) return state
  const next = decide(state, 'settle')
  if (!next.ok) return state
  await queries.setVisitState(context, id, next.value, { settled_at: context.scope.now })
  return next.value
}

/** The enterprise's two facts. The team sees that there is an answer, never what it says. */
export const answerVisit = async (
  context: Context,
  id: string,
  body: BodyOf<typeof contract.answerVisit>,
): Promise<Result<{ status: VisitState }, 'NOT_FOUND' | 'VISIT_STATE'>> => {
  const own = (visit: { enterpriseId: string }): boolean =>
    has(context.scope, 'contact') && context.scope.enterpriseIds.includes(visit.enterpriseId)
  const locked = await lockFor(context, id, 'answer', own)
  if (!locked.ok) return locked
  await delivery.putAnswer(context, id, body)
  await queries.setVisitState(context, id, locked.value.next)
  return ok({ status: await settleIfWhole(context, id, locked.value.next) })
}

/** A worker who signed in by the code may leave one line, without a name. */
export const addWorkerLine = async (
  context: Context,
  id: string,
  body: BodyOf<typeof contract.addWorkerLine>,
): Promise<Result<undefined, 'NOT_FOUND' | 'SIGN_IN_FIRST'>> => {
  if (!(await queries.lockVisit(context, id))) return fail('NOT_FOUND')
  if (!(await delivery.hasSignedIn(context, id, body.key))) return fail('SIGN_IN_FIRST')
  await delivery.insertLine(context, id, body.line)
  return ok(undefined)
}

export const closeFollowUp = async (
  context: Context,
  id: string,
  version: number,
  outcome: string,
): Promise<Result<{ visitStatus: VisitState }, 'NOT_FOUND' | 'STALE' | 'ALREADY_CLOSED'>> => {
  const followUp = await delivery.followUpById(context, id)
  const visit = followUp && (await queries.lockVisit(context, followUp.visitId))
  if (!followUp || !visit || !isOfTeam(context, visit.teamId)) return fail('NOT_FOUND')
  if (followUp.status === 'closed') return fail('ALREADY_CLOSED')
  if (!(await delivery.closeFollowUp(context, id, version, outcome))) return stale({ outcome }, followUp)
  return ok({ visitStatus: await settleIfWhole(context, visit.id, visit.status) })
}
