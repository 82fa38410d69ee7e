import type { z } from 'zod'
import type { OutputOf, QueryOf } from '../../../platform/base/operation.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { Calendar } from '../../../platform/base/workdays.ts'
import { has, type Context } from '../../../platform/server/db/scope.ts'
import { calendarFor } from '../../enterprises/server/index.ts'
import type * as contract from '../contract.ts'
import { decide, isOut, isOverdue, letterActions, mayIssue, withDue, type LetterAction } from '../domain/index.ts'
import { filesOf } from './file-queries.ts'
import * as queries from './queries.ts'
import type { LetterRecord } from './queries.ts'
import * as way from './way-queries.ts'

type LetterOut = z.input<typeof contract.letterSchema>
type ReceivedOut = z.input<typeof contract.receivedSchema>

/** Steps that staff take but a squad's leader does not, and those of the people who sign. */
const ofStaff: readonly LetterAction[] = ['return', 'verify', 'close', 'escalate']
const ofIssuers: readonly LetterAction[] = ['issue', 'withdraw']

const may = ({ scope }: Context, letter: LetterRecord, action: LetterAction): boolean => {
  if (action === 'lapse' || !decide(letter.state, action).ok) return false
  if (ofIssuers.includes(action) && !has(scope, 'admin', 'chair')) return false
  if (ofStaff.includes(action) && !has(scope, 'admin', 'chair', 'staff')) return false
  return action !== 'issue' || mayIssue(letter.authorIds, scope.personId ?? '').ok
}

type File = Awaited<ReturnType<typeof filesOf>>[number]
const fileOut = ({ id, name, bytes, purpose }: File) => ({ id, name, bytes, purpose })

export const listLetters = async (
  context: Context,
  query: QueryOf<typeof contract.listLetters>,
): Promise<Result<OutputOf<typeof contract.listLetters>, never>> => {
  const { total, rows } = await queries.lettersPage(context, query, query)
  const calendar = await calendarFor(context)
  return ok({ total, rows: rows.map((it) => withDue(it, calendar)) })
}

export const readLetter = async (context: Context, id: string): Promise<Result<LetterOut, 'NOT_FOUND'>> => {
  const kept = await queries.letterById(context, id)
  if (!kept) return fail('NOT_FOUND')
  const letter = withDue(kept, await calendarFor(context))
  const files = await filesOf(context, id)
  const delivery = await way.deliveryOf(context, id)
  const opinion = letter.opinionId ? await queries.letterById(context, letter.opinionId) : undefined
  const answers = await way.answersOf(context, id)
  const verified = answers.at(-1)?.obeyed
  const can = letterActions.filter((action) => may(context, letter, action))
  const sensible = (action: LetterAction): boolean => {
    if (letter.state !== 'answered' && letter.state !== 'escalated') return true
    if (action === 'verify') return answers.length > 0 && verified === null
    if (action === 'escalate') return verified === false
    return action !== 'close' || letter.state === 'escalated' || verified !== null
  }
  return ok({
    ...letter,
    content: letter.content as LetterOut['content'],
    opinionNumber: opinion?.number ?? null,
    opinionDeliveredOn: opinion?.deliveredOn ?? null,
    issuedBy: await way.personName(context, letter.issuerId),
    delivery: delivery
      ? {
          ...delivery,
          receipt: files.filter((it) => it.fileId === delivery.receiptFileId).map(fileOut)[0] ?? null,
        }
      : null,
    answers: answers.map((answer) => ({
      ...answer,
      late: isOverdue(letter.dueOn, answer.answeredOn),
      files: files.filter((it) => it.answerId === answer.id).map(fileOut),
    })),
    steps: await way.stepsOf(context, id),
    can: can.filter(sensible),
  })
}

/** A letter that was sent to an enterprise of which the caller is contact. */
export const isReceived = ({ scope }: Context, letter: LetterRecord): boolean =>
  has(scope, 'contact') &&
  scope.enterpriseIds.includes(letter.enterpriseId) &&
  letter.kind !== 'recommendation' &&
  isOut(letter.state)

/** What becomes of a letter beyond the enterprise's own part in it is not told. */
const shownState = (letter: LetterRecord, answered: boolean): ReceivedOut['state'] => {
  const { state } = letter
  if (state === 'escalated') return answered ? 'answered' : 'overdue'
  return state === 'draft' || state === 'submitted' ? 'issued' : state
}

const received = async (context: Context, kept: LetterRecord, calendar: Calendar): Promise<ReceivedOut> => {
  const letter = withDue(kept, calendar)
  const files = await filesOf(context, letter.id)
  const answers = await way.answersOf(context, letter.id)
  const { content } = letter
  if (content.kind === 'recommendation') throw new Error('a recommendation is not shown to the enterprise')
  const withdrawn =
    letter.state === 'withdrawn'
      ? (await way.stepsOf(context, letter.id)).findLast((it) => it.action === 'withdraw')?.reason
      : undefined
  return {
    id: letter.id,
    kind: letter.kind,
    state: shownState(letter, answers.length > 0),
    number: letter.number!,
    enterpriseName: letter.enterpriseName,
    subject: letter.subject,
    content: content as ReceivedOut['content'],
    contactName: letter.contactName,
    contactPhone: letter.contactPhone,
    issuedOn: letter.issuedOn!,
    deliveredOn: letter.deliveredOn,
    dueOn: letter.dueOn,
    withdrawn: withdrawn ?? null,
    answers: answers.map((answer) => ({
      answeredOn: answer.answeredOn,
      text: answer.text,
      late: isOverdue(letter.dueOn, answer.answeredOn),
      files: files.filter((it) => it.answerId === answer.id).map(fileOut),
    })),
    mayAnswer: decide(letter.state, 'answer').ok,
  }
}

export const listReceived = async (context: Context): Promise<Result<ReceivedOut[], never>> => {
  const letters = await queries.receivedBy(context, context.scope.enterpriseIds)
  const calendar = await calendarFor(context)
  const out: ReceivedOut[] = []
  for (const letter of letters) out.push(await received(context, letter, calendar))
  return ok(out)
}

export const readReceived = async (context: Context, id: string): Promise<Result<ReceivedOut, 'NOT_FOUND'>> => {
  const letter = await queries.letterById(context, id)
  if (!letter || !isReceived(context, letter)) return fail('NOT_FOUND')
  return ok(await received(context, letter, await calendarFor(context)))
}
