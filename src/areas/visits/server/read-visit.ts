import type { z } from 'zod'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import { has, type Context } from '../../../platform/server/db/scope.ts'
import type { visitRowSchema, visitSchema } from '../contract.ts'
import { decide, held, lacking } from '../domain/states.ts'
import { isOfTeam } from './answer-dispatch.ts'
import * as delivery from './delivery-queries.ts'
import * as queries from './visit-queries.ts'

type VisitOut = z.input<typeof visitSchema>
type RowOut = z.input<typeof visitRowSchema>

/** What a visit of the past still lacks; nothing for one to come, one that is off, and one that is settled. */
const missingOf = ({ scope }: Context, row: queries.VisitRow): RowOut['missing'] => {
  if (['planned', 'declined', 'cancelled', 'settled'].includes(row.status)) return []
  if (row.date >= scope.today && !held.includes(row.status)) return []
  return lacking({ delivered: row.recorded, answered: row.answered, openFollowUps: row.openFollowUps })
}

export const listVisits = async (
  context: Context,
  filter: queries.VisitFilter,
): Promise<{ total: number; rows: RowOut[] }> => {
  const { total, rows } = await queries.visitsPage(context, filter)
  return { total, rows: rows.map((row) => ({ ...row, missing: missingOf(context, row) })) }
}

export const readVisit = async (context: Context, id: string): Promise<Result<VisitOut, 'NOT_FOUND'>> => {
  const row = await queries.visitRow(context, id)
  if (!row) return fail('NOT_FOUND')
  const { scope } = context
  const ofTeam = isOfTeam(context, row.teamId)
  const ofEnterprise = has(scope, 'contact') && scope.enterpriseIds.includes(row.enterpriseId)
  const office = has(scope, 'admin', 'chair', 'staff')
  const may = (action: Parameters<typeof decide>[1]): boolean => decide(row.status, action).ok
  const can: VisitOut['can'] = [
    ...(ofTeam && may('accept') ? (['accept'] as const) : []),
    ...(ofTeam && may('decline') ? (['decline'] as const) : []),
    ...((ofEnterprise || has(scope, 'admin', 'staff')) && may('cancel') ? (['cancel'] as const) : []),
    ...(ofTeam && may('arrive') && scope.today >= row.date ? (['arrive'] as const) : []),
    ...(ofTeam && may('record') && scope.today >= row.date ? (['record'] as const) : []),
    ...(ofEnterprise && may('answer') ? (['answer'] as const) : []),
  ]
  return ok({
    ...row,
    missing: missingOf(context, row),
    members: await delivery.visitMembers(context, row.teamId),
    signedIn: await delivery.signedIn(context, id),
    record: (await delivery.recordOf(context, id)) ?? null,
    photos: await delivery.photosOf(context, id),
    followUps: await delivery.followUpsOf(context, id),
    // The office and the enterprise itself read the answer; the team learns only that there is one.
    answer: office || ofEnterprise ? ((await delivery.answerOf(context, id)) ?? null) : null,
    workerLines: await delivery.linesOf(context, id),
    can,
  })
}
