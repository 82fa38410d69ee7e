import type { BodyOf, OutputOf } from '../../../platform/base/operation.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { stale } from '../../../platform/server/http/stale.ts'
import type * as contract from '../contract.ts'
import * as queries from './clinic-queries.ts'

const byName = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** Both lists in one order and form, so that only what differs differs. */
const inOrder = ({ questions, pamphlets }: queries.ClinicRecord) => ({
  questions: questions
    .map(({ topic, asked, answered }) => ({ topic, asked, answered }))
    .toSorted((one, other) => byName(one.topic, other.topic)),
  pamphlets: pamphlets
    .map(({ title, copies }) => ({ title, copies }))
    .toSorted((one, other) => byName(one.title, other.title)),
})

const clinicsWith = async (context: Context, filter: queries.ClinicFilter): Promise<contract.Clinic[]> => {
  const rows = await queries.clinics(context, filter)
  const ids = rows.map((it) => it.visitId)
  const questions = Map.groupBy(await queries.questionsOf(context, ids), (it) => it.visitId)
  const pamphlets = Map.groupBy(await queries.pamphletsOf(context, ids), (it) => it.visitId)
  return rows.map(({ status, ...row }) => {
    const it = inOrder({
      questions: questions.get(row.visitId) ?? [],
      pamphlets: pamphlets.get(row.visitId) ?? [],
    })
    return {
      ...row,
      held: queries.isHeld(status),
      cases: row.cases ?? 0,
      asked: it.questions.reduce((sum, one) => sum + one.asked, 0),
      answered: it.questions.reduce((sum, one) => sum + one.answered, 0),
      copies: it.pamphlets.reduce((sum, one) => sum + one.copies, 0),
      ...it,
    }
  })
}

/** Clinics this person reaches, the latest first, with their counts added up from their rows. */
export const listClinics = async (
  context: Context,
  filter: queries.ClinicFilter,
): Promise<Result<OutputOf<typeof contract.listClinics>, never>> => ok({ rows: await clinicsWith(context, filter) })

/** How many names of earlier clinics are offered. */
const KNOWN = 12

/** One clinic, held or coming; NOT_FOUND also for a member of another team. */
export const readClinic = async (
  context: Context,
  id: string,
): Promise<Result<OutputOf<typeof contract.readClinic>, 'NOT_FOUND'>> => {
  const [clinic] = await clinicsWith(context, { id, coming: true })
  return clinic ? ok({ ...clinic, known: await queries.knownNames(context, KNOWN) }) : fail('NOT_FOUND')
}

type Codes = 'NOT_FOUND' | 'NOT_A_CLINIC' | 'CLINIC_NOT_HELD' | 'ANSWERED_OVER_ASKED' | 'NAMED_TWICE' | 'STALE'

/** Puts a clinic's counts in place of those read as `version`; STALE where somebody has written others since. */
export const recordClinic = async (
  context: Context,
  id: string,
  version: number,
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
  const now = await queries.versionOf(context, id)
  if (now !== version) {
    const [one] = await clinicsWith(context, { id })
    const [mine, theirs] = [inOrder(body), inOrder(one!)]
    // Two phones that counted the same have nothing to choose between.
    if (JSON.stringify(mine) === JSON.stringify(theirs)) return ok({ version: now })
    return stale(mine, { ...theirs, version: now })
  }
  return ok({ version: await queries.putClinic(context, id, body) })
}
