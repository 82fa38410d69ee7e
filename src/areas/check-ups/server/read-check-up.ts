import type { z } from 'zod'
import { samplingPlan } from '../../../engines/checkup/index.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import type * as contract from '../contract.ts'
import * as queries from './check-up-queries.ts'
import { offeredInstruments } from './keep-instruments.ts'
import { frozenInstrument } from './judge-check-up.ts'
import { allowedActions, inspects, lockFor, seesResults, speaksFor } from './reach-check-up.ts'

type View = z.input<typeof contract.checkUpSchema>
type Row = z.input<typeof contract.checkUpRowSchema>

const withoutResult = <It extends Row>(it: It): It => ({ ...it, score: null, grade: null, color: null })

export const listCheckUps = async (
  context: Context,
  filter: queries.CheckUpFilter,
): Promise<{ total: number; rows: Row[] }> => {
  const { total, rows } = await queries.checkUpsPage(context, filter)
  return {
    total,
    rows: rows.map((row) =>
      row.status !== 'reported' && speaksFor(context, row.enterpriseId) ? withoutResult(row) : row,
    ),
  }
}

const viewOf = async (context: Context, row: queries.CheckUpRecord): Promise<View> => {
  const inspectors = await queries.inspectorsOf(context, row.id)
  const open = seesResults(context, inspectors) || row.status === 'reported'
  return {
    ...(open ? row : withoutResult(row)),
    result: open ? row.result : null,
    facts: row.facts as Record<string, boolean>,
    items: open ? (row.answers as View['items']) : [],
    inspectors,
    selfCheck: (await queries.selfCheckOf(context, row.id)) ?? null,
    photos: open ? await queries.photosOf(context, row.id) : [],
    can: allowedActions(context, row, inspectors),
  }
}

export const readCheckUp = async (context: Context, id: string): Promise<Result<View, 'NOT_FOUND'>> => {
  const row = await queries.checkUpRow(context, id)
  return row ? ok(await viewOf(context, row)) : fail('NOT_FOUND')
}

/** Everything that is needed to fill in a check-up without a network. */
export const readKit = async (context: Context, id: string) => {
  const row = await queries.checkUpRow(context, id)
  if (!row || !inspects(context, await queries.inspectorsOf(context, id))) return fail('NOT_FOUND')
  if (row.status === 'planned') return fail('CHECK_UP_STATE', { state: row.status })
  const instrument = await frozenInstrument(context, row)
  const sampling = samplingPlan(instrument, row.headcount, row.id)
  return ok({
    checkUp: await viewOf(context, row),
    instrument,
    sampling: { ...sampling, places: [...sampling.places] },
  })
}

/** What the enterprise is asked of itself: the items without the sample, by the instrument that is or will be used. */
export const readSelfCheck = async (context: Context, id: string) => {
  const row = await queries.checkUpRow(context, id)
  if (!row || !speaksFor(context, row.enterpriseId)) return fail('NOT_FOUND')
  const instrument =
    row.instrumentVersion === null ? (await offeredInstruments(context))[0]! : await frozenInstrument(context, row)
  const own = await queries.selfCheckOf(context, id)
  return ok({
    status: row.status,
    statement: instrument.statement,
    items: instrument.items.map(({ id: itemId, group, title, question, scoring, evidence }) => ({
      id: itemId,
      group,
      title,
      question,
      scoring,
      evidence: [...evidence],
    })),
    answers: own?.answers ?? {},
    version: own?.version ?? 0,
  })
}

/** Replaces the enterprise's own answers as a whole. */
export const saveSelfCheck = async (
  context: Context,
  id: string,
  answers: Parameters<typeof queries.putSelfCheck>[2],
): Promise<Result<{ version: number }, 'NOT_FOUND' | 'CHECK_UP_STATE' | 'ITEM_UNKNOWN'>> => {
  const reached = await lockFor(context, id, 'self_check', 'contact')
  if (!reached.ok) return reached
  const { row } = reached.value
  const instrument =
    row.instrumentVersion === null ? (await offeredInstruments(context))[0]! : await frozenInstrument(context, row)
  const known = new Set(instrument.items.map((it) => it.id))
  const unknown = Object.keys(answers).filter((it) => !known.has(it))
  if (unknown.length > 0) return fail('ITEM_UNKNOWN', { items: unknown })
  return ok({ version: await queries.putSelfCheck(context, id, answers) })
}
