import { inScope, type Context } from '../../../platform/server/db/scope.ts'
import { scopeOfOrg } from '../../../platform/server/http/orgs-queries.ts'
import type { Repeated } from '../../../platform/server/jobs/repeated.ts'
import { notify } from '../../../platform/server/notify/notify.ts'
import { orgIds } from '../../../platform/server/notify/outbox-queries.ts'
import { calendarFor } from '../../enterprises/server/index.ts'
import { decide, isOverdue, terms, withDue } from '../domain/index.ts'
import { letterKindNames } from '../texts.zh.ts'
import * as queries from './queries.ts'
import * as way from './way-queries.ts'

/** Gives last days to letters whose year has been announced since, and tells whoever has to answer by then. */
const dateLetters = async (context: Context): Promise<void> => {
  const list = await queries.undated(context)
  if (list.length === 0) return
  const calendar = await calendarFor(context)
  for (const { id } of list) {
    const letter = withDue((await queries.letterById(context, id))!, calendar)
    const { dueOn, kind, state } = letter
    if (dueOn === null) continue
    await queries.setState(context, id, state, { due_on: dueOn })
    // What has passed meanwhile is told as overdue.
    if (state !== 'delivered' || kind === 'recommendation' || isOverdue(dueOn, context.scope.today)) continue
    await notify(context, {
      kind: 'letter-delivered',
      title: `${letterKindNames[kind]}请在 ${dueOn} 前书面答复`,
      lines: [letter.number!, '放假安排已公布，答复期已算出', terms[kind].basis],
      link: `/m/letters/${id}`,
      onceKey: `letter-dated ${id}`,
      personIds: await way.contactsOf(context, letter.enterpriseId),
    })
  }
}

/** Dates what can be dated, marks letters whose term passed before today and tells those who wrote them, those who sign, and the enterprise. */
export const markOverdue = async (context: Context): Promise<number> => {
  await dateLetters(context)
  const list = await queries.lapsed(context)
  for (const { id } of list) {
    const letter = (await queries.letterById(context, id))!
    const next = decide(letter.state, 'lapse')
    if (!next.ok) continue
    await queries.setState(context, id, next.value)
    await way.insertStep(context, { letterId: id, action: 'lapse', state: next.value })
    const onceKey = `letter-overdue ${id}`
    await notify(context, {
      kind: 'letter-overdue',
      title: `${letterKindNames[letter.kind]}逾期未答复`,
      lines: [letter.addressee, `${letter.number!}，答复期到 ${letter.dueOn!}`],
      link: `/console/letters/${id}`,
      onceKey,
      personIds: [...letter.authorIds, ...(letter.issuerId ? [letter.issuerId] : [])],
    })
    if (letter.kind === 'recommendation') continue
    await notify(context, {
      kind: 'letter-overdue',
      title: `${letterKindNames[letter.kind]}的答复期已过，请尽快书面答复`,
      lines: [letter.number!, `答复期到 ${letter.dueOn!}`],
      link: `/m/letters/${id}`,
      onceKey: `${onceKey} enterprise`,
      personIds: await way.contactsOf(context, letter.enterpriseId),
    })
  }
  return list.length
}

const QUARTER_HOUR = 900

/** Over all counties; a letter that another server has locked is left to it. */
export const overdueLetters: Repeated = {
  name: 'overdue letters',
  seconds: QUARTER_HOUR,
  start: ({ database }) => ({
    round: async (stopping) => {
      for (const orgId of await orgIds(database)) {
        if (stopping.aborted) return
        const scope = await scopeOfOrg(database, orgId)
        if (scope) await inScope(database, scope, markOverdue)
      }
    },
  }),
}
