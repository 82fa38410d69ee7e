import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { BodyOf } from '../../../platform/base/operation.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { notify } from '../../../platform/server/notify/notify.ts'
import type * as contract from '../contract.ts'
import { decide, type LetterState } from '../domain/index.ts'
import { letterKindNames } from '../texts.zh.ts'
import { joinFiles } from './file-queries.ts'
import * as queries from './queries.ts'
import type { LetterRecord } from './queries.ts'
import { isReceived } from './read-letter.ts'
import * as way from './way-queries.ts'

interface Answer {
  readonly answeredOn: string
  readonly text: string
  readonly way: 'online' | 'paper'
  readonly fileIds: readonly string[]
}

const keepAnswer = async (
  context: Context,
  letter: LetterRecord,
  it: Answer,
): Promise<Result<{ id: string }, 'LETTER_STATE' | 'FILE_UNKNOWN'>> => {
  const next = decide(letter.state, 'answer')
  if (!next.ok) return next
  const id = await way.insertAnswer(context, { ...it, letterId: letter.id })
  const ids = [...new Set(it.fileIds)]
  if ((await joinFiles(context, letter.id, id, ids)) !== ids.length) return fail('FILE_UNKNOWN')
  await queries.setState(context, letter.id, next.value)
  await way.insertStep(context, { letterId: letter.id, action: 'answer', state: next.value })
  await notify(context, {
    kind: 'letter-answered',
    title: `${letterKindNames[letter.kind]}有答复，请核实`,
    lines: [letter.enterpriseName, letter.number!],
    link: `/console/letters/${letter.id}`,
    onceKey: `letter-answered ${id}`,
    personIds: letter.authorIds.filter((it2) => it2 !== context.scope.personId),
  })
  return ok({ id })
}

/** An answer that came on paper. */
export const recordAnswer = async (
  context: Context,
  id: string,
  body: BodyOf<typeof contract.recordAnswer>,
): Promise<
  Result<{ id: string }, 'NOT_FOUND' | 'LETTER_STATE' | 'FILE_UNKNOWN' | 'DATE_AHEAD' | 'BEFORE_DELIVERY'>
> => {
  const letter = await queries.lockLetter(context, id)
  if (!letter) return fail('NOT_FOUND')
  if (body.answeredOn > context.scope.today) return fail('DATE_AHEAD')
  if (letter.deliveredOn !== null && body.answeredOn < letter.deliveredOn) return fail('BEFORE_DELIVERY')
  return keepAnswer(context, letter, { ...body, way: 'paper' })
}

/** The enterprise's own answer, of the day it is filed. */
export const fileAnswer = async (
  context: Context,
  id: string,
  body: BodyOf<typeof contract.fileAnswer>,
): Promise<Result<{ id: string }, 'NOT_FOUND' | 'LETTER_STATE' | 'FILE_UNKNOWN'>> => {
  const letter = await queries.lockLetter(context, id)
  if (!letter || !isReceived(context, letter)) return fail('NOT_FOUND')
  return keepAnswer(context, letter, { ...body, answeredOn: context.scope.today, way: 'online' })
}

/** Whether what the newest answer says was done; one verdict an answer. */
export const verifyAnswer = async (
  context: Context,
  id: string,
  body: BodyOf<typeof contract.verifyAnswer>,
): Promise<Result<{ state: LetterState }, 'NOT_FOUND' | 'LETTER_STATE' | 'VERIFIED_ALREADY' | 'ANSWER_MISSING'>> => {
  const letter = await queries.lockLetter(context, id)
  if (!letter) return fail('NOT_FOUND')
  const next = decide(letter.state, 'verify')
  if (!next.ok) return next
  const newest = (await way.answersOf(context, id)).at(-1)
  if (!newest) return fail('ANSWER_MISSING')
  if (!(await way.putVerdict(context, newest.id, body))) return fail('VERIFIED_ALREADY')
  const reason = `${body.obeyed ? '已按要求办理' : '没有按要求办理'}：${body.verdict}`
  await way.insertStep(context, { letterId: id, action: 'verify', state: next.value, reason })
  return ok({ state: next.value })
}
