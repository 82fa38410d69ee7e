import type { BodyOf, OutputOf } from '../../../platform/base/operation.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import type * as contract from '../contract.ts'
import * as queries from './clinic-queries.ts'

/** Clinics held, with their counts added up from their rows. */
export const listClinics = async (
  context: Context,
  year?: number,
): Promise<Result<OutputOf<typeof contract.listClinics>, never>> => {
  const rows = await queries.clinics(context, year)
  const ids = rows.map((it) => it.visitId)
  const questions = Map.groupBy(await queries.questionsOf(context, ids), (it) => it.visitId)
  const pamphlets = Map.groupBy(await queries.pamphletsOf(context, ids), (it) => it.visitId)
  return ok({
    rows: rows.map((row) => {
      const asked = questions.get(row.visitId) ?? []
      const given = pamphlets.get(row.visitId) ?? []
      return {
        ...row,
        cases: row.cases ?? 0,
        asked: asked.reduce((sum, it) => sum + it.asked, 0),
        answered: asked.reduce((sum, it) => sum + it.answered, 0),
        copies: given.reduce((sum, it) => sum + it.copies, 0),
        questions: asked,
        pamphlets: given,
      }
    }),
  })
}

type Codes = 'NOT_FOUND' | 'NOT_A_CLINIC' | 'CLINIC_NOT_HELD' | 'ANSWERED_OVER_ASKED' | 'NAMED_TWICE'

export const recordClinic = async (
  context: Context,
  id: string,
  body: BodyOf<typeof contract.recordClinic>,
): Promise<Result<{ version: number }, Codes>> => {
  const visit = await queries.lockVisit(context, id)
  if (!visit) return fail('NOT_FOUND')
  if (visit.countsAs !== 'clinic') return fail('NOT_A_CLINIC')
  if (!queries.isHeld(visit.status)) return fail('CLINIC_NOT_HELD')
  const over = body.questions.find((it) => it.answered > it.asked)
  if (over) return fail('ANSWERED_OVER_ASKED', { topic: over.topic })
  const names = [...body.questions.map((it) => `题 ${it.topic}`), ...body.pamphlets.map((it) => `册 ${it.title}`)]
  const twice = names.find((it, at) => names.indexOf(it) !== at)
  if (twice) return fail('NAMED_TWICE', { name: twice.slice(2) })
  return ok({ version: await queries.putClinic(context, id, body) })
}
