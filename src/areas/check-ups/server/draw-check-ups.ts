import { randomUUID } from 'node:crypto'
import type { BodyOf } from '../../../platform/base/operation.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import type * as contract from '../contract.ts'
import { leastSize } from '../domain/draw-size.ts'
import { drawHolding } from '../domain/draw.ts'
import * as queries from './draw-queries.ts'

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
  const others = included.filter((id) => !candidates.includes(id))
  if (others.length > 0) return fail('NOT_A_CANDIDATE', { names: await queries.namesOf(context, others) })
  const narrow = { included: included.length, least: leastSize(included.length) }
  if (size < narrow.least) return fail('DRAW_TOO_NARROW', narrow)
  const drawn = drawHolding(candidates, size, included, () => randomUUID())
  if (!drawn.ok) return fail('DRAW_TOO_NARROW', { included: included.length, least: size + 1 })
  return ok({ id: await queries.insertDraw(context, { ...drawn.value, candidates }), enterprises: size })
}

export const listCandidates = async (context: Context): Promise<{ id: string; name: string }[]> => {
  const names = await queries.namesOf(context, await queries.candidates(context))
  return Object.entries(names)
    .map(([id, name]) => ({ id, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
}

/** One draw with all that is needed to draw it again. */
export const readDraw = async (context: Context, id: string) => {
  const draw = await queries.drawById(context, id)
  if (!draw) return fail('NOT_FOUND')
  const numbers = new Map(draw.candidates.map((it, at) => [it, at]))
  const checkUps = (await queries.checkUpsOfDraw(context, id)).toSorted(
    (a, b) => numbers.get(a.enterpriseId)! - numbers.get(b.enterpriseId)!,
  )
  return ok({
    ...draw,
    checkUps,
    drawn: checkUps.map((it) => it.enterpriseId),
    names: await queries.namesOf(context, draw.candidates),
  })
}
