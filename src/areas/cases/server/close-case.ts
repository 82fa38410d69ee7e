import { addDays, type CivilDate } from '../../../platform/base/civil-date.ts'
import { fail, ok, type Failure, type Result } from '../../../platform/base/result.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import type { Services } from '../../../platform/server/services.ts'
import { CALLBACK_DAYS, lackingForClosure, type ClaimantRecord } from '../domain/index.ts'
import * as cases from './case-queries.ts'
import * as claimants from './claimant-queries.ts'
import { reachCase } from './reach-case.ts'
import type { CaseSeal } from './sealed-case.ts'

/** What the gate asks of each person in a case, in the present round. */
export const recordsOf = async (context: Context, caseId: string, seal: CaseSeal): Promise<ClaimantRecord[]> => {
  const list = await claimants.claimantsOf(context, caseId)
  const ids = list.map((it) => it.id)
  const amounts = await claimants.amountsOf(context, ids)
  const answers = await claimants.answersOf(context, ids)
  return list.map((it) => {
    const answer = answers.find((one) => one.claimantId === it.id && one.round === it.round)
    return {
      ordinal: it.ordinal,
      outcome: it.outcome,
      amounts: amounts.filter((one) => one.claimantId === it.id).length,
      noAmountReason: it.noAmountReason,
      answer: answer
        ? { text: seal.open('answer', answer.id, answer.sealed).text, deliveredOn: answer.deliveredOn }
        : null,
    }
  })
}

export type CloseCodes = 'NOT_FOUND' | 'CASE_STATE' | 'CASE_LACKS'

/** Closes a case that lacks nothing; the one place where a case becomes closed, whoever asks and however many. */
export const closeCase = async (
  context: Context,
  id: string,
  services: Services,
): Promise<Result<{ status: 'closed'; callbackDueOn: CivilDate }, CloseCodes>> => {
  const reached = await reachCase(context, id, 'close', services)
  if (!reached.ok) return reached
  const lacks = lackingForClosure(await recordsOf(context, id, reached.value.seal))
  if (lacks.length > 0) return fail('CASE_LACKS', { lacks })
  await cases.closeRow(context, id)
  const callbackDueOn = addDays(context.scope.today, CALLBACK_DAYS)
  await claimants.setCallbackDue(context, id, callbackDueOn)
  return ok({ status: 'closed', callbackDueOn })
}

/** Each by the same gate; one that lacks something stays open and says what. */
export const closeCases = async (context: Context, ids: readonly string[], services: Services) => {
  const results = []
  // In one order, so that two calls at once do not wait for each other in a ring.
  for (const id of [...new Set(ids)].toSorted()) {
    const closed = await closeCase(context, id, services)
    results.push({
      id,
      closed: closed.ok,
      code: closed.ok ? null : closed.code,
      lacks: closed.ok ? [] : lacksIn(closed),
    })
  }
  return ok({ results })
}

const lacksIn = (failure: Failure<CloseCodes>): { ordinal: number; lacks: string[] }[] =>
  (failure.detail?.lacks as { ordinal: number; lacks: string[] }[] | undefined) ?? []
