import { randomUUID } from 'node:crypto'
import { readInstrument, shippedInstruments, type Instrument } from '../../../engines/checkup/index.ts'
import type { BodyOf } from '../../../platform/base/operation.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import type * as contract from '../contract.ts'
import { drawHolding } from '../domain/draw.ts'
import * as queries from './draw-queries.ts'

/** What may be begun with, the newest first: the county's own, then those that come with the program. */
export const offeredInstruments = async (context: Context): Promise<Instrument[]> => {
  const own = (await queries.keptInstruments(context)).filter((it) => !it.shipped).map((it) => it.instrument)
  return [...own, ...shippedInstruments.toReversed()].filter((it) => it.status !== 'withdrawn')
}

/** Takes in an instrument of the county's own. It is never changed; another goes in under another version. */
export const addInstrument = async (
  context: Context,
  json: unknown,
): Promise<Result<{ version: string }, 'INSTRUMENT_INVALID' | 'INSTRUMENT_VERSION_TAKEN'>> => {
  const read = readInstrument(json)
  if (!read.ok) return read
  const { version } = read.value
  const shipped = shippedInstruments.some((it) => it.version === version)
  return !shipped && (await queries.keepInstrument(context, read.value, false))
    ? ok({ version })
    : fail('INSTRUMENT_VERSION_TAKEN', { version })
}

/**
 * Draws enterprises at random. Seed and candidates are kept, so anyone can draw again and finds the same; which
 * enterprises had to be among them is kept nowhere, and the kept draw does not tell it.
 */
export const drawCheckUps = async (
  context: Context,
  { size, include }: BodyOf<typeof contract.drawCheckUps>,
): Promise<Result<{ id: string; enterprises: number }, 'DRAW_TOO_LARGE' | 'DRAW_TOO_NARROW' | 'NOT_A_CANDIDATE'>> => {
  const candidates = await queries.candidates(context)
  if (size > candidates.length) return fail('DRAW_TOO_LARGE', { most: candidates.length })
  const included = [...new Set(include)]
  if (included.some((id) => !candidates.includes(id))) return fail('NOT_A_CANDIDATE')
  // An enterprise that fills the draw by itself would be told by it.
  if (included.length > 0 && size < 2 * included.length) return fail('DRAW_TOO_NARROW')
  const drawn = drawHolding(candidates, size, included, () => randomUUID())
  if (!drawn.ok) return drawn
  return ok({ id: await queries.insertDraw(context, { ...drawn.value, candidates }), enterprises: size })
}

export const readDraw = async (context: Context, id: string) => {
  const draw = await queries.drawById(context, id)
  if (!draw) return fail('NOT_FOUND')
  return ok({ ...draw, drawn: await queries.drawnIn(context, id) })
}
