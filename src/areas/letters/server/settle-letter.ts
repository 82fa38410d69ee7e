import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { notify } from '../../../platform/server/notify/notify.ts'
import { decide, type LetterAction, type LetterState } from '../domain/index.ts'
import { letterKindNames } from '../texts.zh.ts'
import * as queries from './queries.ts'
import type { LetterRecord } from './queries.ts'
import * as way from './way-queries.ts'

const step = async <Code extends string>(
  context: Context,
  id: string,
  action: LetterAction,
  reason: string,
  check: (letter: LetterRecord) => Promise<Result<undefined, Code>>,
): Promise<Result<{ state: LetterState }, 'NOT_FOUND' | 'LETTER_STATE' | Code>> => {
  const letter = await queries.lockLetter(context, id)
  if (!letter) return fail('NOT_FOUND')
  const next = decide(letter.state, action)
  if (!next.ok) return next
  const checked = await check(letter)
  if (!checked.ok) return checked
  await queries.setState(context, id, next.value)
  await way.insertStep(context, { letterId: id, action, state: next.value, reason })
  return ok({ state: next.value })
}

const newestVerdict = async (context: Context, id: string): Promise<boolean | null | undefined> =>
  (await way.answersOf(context, id)).at(-1)?.obeyed

/** An answered letter is closed once its answer was verified, an overdue one with the reason alone. */
export const closeLetter = (context: Context, id: string, reason: string) =>
  step(context, id, 'close', reason, async (letter) =>
    letter.state === 'answered' && (await newestVerdict(context, letter.id)) === null
      ? fail('NOT_VERIFIED')
      : ok(undefined),
  )

/** Hands the matter on: what was not answered in time, or answered and found not done. */
export const escalateLetter = (context: Context, id: string, reason: string) =>
  step<'NOT_VERIFIED' | 'OBEYED_ALREADY'>(context, id, 'escalate', reason, async (letter) => {
    if (letter.state !== 'answered') return ok(undefined)
    const obeyed = await newestVerdict(context, letter.id)
    if (obeyed === null) return fail('NOT_VERIFIED')
    return obeyed ? fail('OBEYED_ALREADY') : ok(undefined)
  })

/** Takes an issued letter back and says so to the enterprise; its number stays with it and is not given again. */
export const withdrawLetter = (context: Context, id: string, reason: string) =>
  step<never>(context, id, 'withdraw', reason, async (letter) => {
    if (letter.kind !== 'recommendation')
      await notify(context, {
        kind: 'letter-withdrawn',
        title: `${letterKindNames[letter.kind]}已撤回，不用答复`,
        lines: [letter.number!, `原因：${reason}`],
        link: `/m/letters/${id}`,
        onceKey: `letter-withdrawn ${id}`,
        personIds: await way.contactsOf(context, letter.enterpriseId),
      })
    return ok(undefined)
  })
