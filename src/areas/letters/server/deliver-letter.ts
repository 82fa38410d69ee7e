import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { BodyOf } from '../../../platform/base/operation.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { notify } from '../../../platform/server/notify/notify.ts'
import { calendarFor } from '../../enterprises/server/index.ts'
import type * as contract from '../contract.ts'
import { decide, dueOn, terms } from '../domain/index.ts'
import { dueUnknown, letterKindNames } from '../texts.zh.ts'
import { filesOf } from './file-queries.ts'
import * as queries from './queries.ts'
import * as way from './way-queries.ts'

type DeliverCode = 'NOT_FOUND' | 'LETTER_STATE' | 'DATE_AHEAD' | 'BEFORE_ISSUE' | 'FILE_UNKNOWN'

/**
 * Notes who took the letter when and how; the term runs from the next working day by the real calendar. Where it
 * reaches into a year not announced, the last day stays open and is computed once it is.
 */
export const deliverLetter = async (
  context: Context,
  id: string,
  body: BodyOf<typeof contract.deliverLetter>,
): Promise<Result<{ dueOn: string | null }, DeliverCode>> => {
  const letter = await queries.lockLetter(context, id)
  if (!letter) return fail('NOT_FOUND')
  const next = decide(letter.state, 'deliver')
  if (!next.ok) return next
  if (body.deliveredOn > context.scope.today) return fail('DATE_AHEAD')
  if (body.deliveredOn < letter.issuedOn!) return fail('BEFORE_ISSUE')
  const due = dueOn(letter.kind, body.deliveredOn, await calendarFor(context))
  const receipt = (await filesOf(context, id)).find((it) => it.id === body.receiptId && it.purpose === 'receipt')
  if (body.receiptId && !receipt) return fail('FILE_UNKNOWN')
  await way.insertDelivery(context, { ...body, letterId: id, receiptFileId: receipt?.fileId })
  await queries.setState(context, id, next.value, { delivered_on: body.deliveredOn, due_on: due })
  await way.insertStep(context, { letterId: id, action: 'deliver', state: next.value })
  if (letter.kind !== 'recommendation')
    await notify(context, {
      kind: 'letter-delivered',
      title: due
        ? `${letterKindNames[letter.kind]}请在 ${due} 前书面答复`
        : `${letterKindNames[letter.kind]}请在送达次日起 ${terms[letter.kind].workdays} 个工作日内书面答复`,
      lines: [letter.number!, ...(due ? [] : [`答复期止：${dueUnknown}`]), terms[letter.kind].basis],
      link: `/m/letters/${id}`,
      onceKey: `letter-delivered ${id}`,
      personIds: await way.contactsOf(context, letter.enterpriseId),
    })
  return ok({ dueOn: due })
}
