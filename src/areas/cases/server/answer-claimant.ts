import { newId } from '../../../platform/base/ids.ts'
import type { BodyOf } from '../../../platform/base/operation.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { stale } from '../../../platform/server/http/stale.ts'
import { notify } from '../../../platform/server/notify/notify.ts'
import type { Services } from '../../../platform/server/services.ts'
import { entitlementsOf, readClaim, warningText } from '../../../engines/entitlements/index.ts'
import { parametersInForce } from '../../entitlements/server/index.ts'
import type * as contract from '../contract.ts'
import type { CaseAction, CaseState } from '../domain/index.ts'
import * as cases from './case-queries.ts'
import * as claimants from './claimant-queries.ts'
import * as people from './people-queries.ts'
import { numberOf, reachCase } from './reach-case.ts'
import { hashOfCode, openSeal } from './sealed-case.ts'
import { addPerson, judgeClaim } from './take-in.ts'

type Reach = 'NOT_FOUND' | 'CASE_STATE'

const reachClaimant = async (
  context: Context,
  id: string,
  claimantId: string,
  services: Services,
  action: CaseAction = 'work',
) => {
  const reached = await reachCase(context, id, action, services)
  if (!reached.ok) return reached
  const claimant = (await claimants.claimantsOf(context, id)).find((it) => it.id === claimantId)
  return claimant ? ok({ ...reached.value, claimant }) : fail('NOT_FOUND')
}

export const addClaimant = async (
  context: Context,
  id: string,
  body: BodyOf<typeof contract.addClaimant>,
  services: Services,
): Promise<Result<{ id: string; ordinal: number }, Reach | 'CLAIM_INVALID'>> => {
  const judged = judgeClaim(body.claim)
  if (!judged.ok) return judged
  const reached = await reachCase(context, id, 'work', services)
  return reached.ok ? ok(await addPerson(context, id, reached.value.seal, body)) : reached
}

export const editClaimant = async (
  context: Context,
  id: string,
  claimantId: string,
  version: number,
  body: BodyOf<typeof contract.editClaimant>,
  services: Services,
): Promise<Result<{ version: number }, Reach | 'CLAIM_INVALID' | 'STALE'>> => {
  const judged = judgeClaim(body.claim ?? {})
  if (!judged.ok) return judged
  const reached = await reachClaimant(context, id, claimantId, services)
  if (!reached.ok) return reached
  const { seal, claimant } = reached.value
  const before = seal.open('claimant', claimantId, claimant.sealed)
  const sealed = seal.seal('claimant', claimantId, {
    name: body.name ?? before.name,
    phone: body.phone ?? before.phone,
    claim: body.claim ?? before.claim,
  })
  const written = await claimants.updateClaimant(context, claimantId, version, { sealed })
  return written ? ok({ version: version + 1 }) : stale(body, { ...before, version: claimant.version })
}

/** What the law computes from the person's facts; nothing of it is kept. */
export const readEntitlements = async (
  context: Context,
  id: string,
  claimantId: string,
  services: Services,
): Promise<Result<{ entitlements: unknown; warnings: string[] }, 'NOT_FOUND' | 'CLAIM_INVALID'>> => {
  const row = await cases.caseById(context, id)
  const claimant = row && (await claimants.claimantsOf(context, id)).find((it) => it.id === claimantId)
  if (!row || !claimant) return fail('NOT_FOUND')
  await people.insertView(context, id, 'case')
  const claim = readClaim(openSeal(services, id, row.wrappedKey).open('claimant', claimantId, claimant.sealed).claim)
  if (!claim.ok) return fail('CLAIM_INVALID', { faults: claim.detail })
  const entitlements = entitlementsOf(claim.value, await parametersInForce(context))
  return ok({ entitlements, warnings: entitlements.warnings.map(warningText) })
}

export const setOutcome = async (
  context: Context,
  id: string,
  claimantId: string,
  version: number,
  body: BodyOf<typeof contract.setOutcome>,
  services: Services,
): Promise<Result<{ version: number }, Reach | 'DATE_AHEAD' | 'STALE'>> => {
  const reached = await reachClaimant(context, id, claimantId, services)
  if (!reached.ok) return reached
  const { today } = context.scope
  if (body.amounts.some((it) => it.agreedOn > today || (it.paidOn ?? '') > today)) return fail('DATE_AHEAD')
  const change = { outcome: body.outcome, no_amount_reason: body.noAmountReason || null }
  if (!(await claimants.updateClaimant(context, claimantId, version, change))) {
    const { outcome, noAmountReason, version: now } = reached.value.claimant
    const amounts = (await claimants.amountsOf(context, [claimantId])).map(
      ({ kind, payer, amountFen, basis, agreedOn, paidOn }) => ({ kind, payer, amountFen, basis, agreedOn, paidOn }),
    )
    // Built alike, so that the same amounts do not differ by the order of their fields.
    const yours = body.amounts.map(({ kind, payer, amountFen, basis, agreedOn, paidOn }) => ({
      kind,
      payer,
      amountFen,
      basis,
      agreedOn,
      paidOn,
    }))
    return stale(
      { outcome: body.outcome, noAmountReason: body.noAmountReason || null, amounts: yours },
      { outcome, noAmountReason, amounts, version: now },
    )
  }
  await claimants.replaceAmounts(context, claimantId, body.amounts)
  return ok({ version: version + 1 })
}

export const answerClaimant = async (
  context: Context,
  id: string,
  claimantId: string,
  body: BodyOf<typeof contract.answerClaimant>,
  services: Services,
): Promise<Result<{ round: number }, Reach | 'DATE_AHEAD' | 'DELIVERY_HALF'>> => {
  if ((body.deliveredOn === null) !== (body.deliveredBy === null)) return fail('DELIVERY_HALF')
  if ((body.deliveredOn ?? '') > context.scope.today) return fail('DATE_AHEAD')
  const reached = await reachClaimant(context, id, claimantId, services)
  if (!reached.ok) return reached
  const { seal, claimant } = reached.value
  const { round } = claimant
  const { deliveredOn, deliveredBy } = body
  await claimants.putAnswer(context, { claimantId, round, deliveredOn, deliveredBy }, (answerId) =>
    seal.seal('answer', answerId, { text: body.text }),
  )
  return ok({ round })
}

/** Opens a case again whose person says that it is not settled, and begins their next round. */
const reopen = async (
  context: Context,
  row: { readonly id: string; readonly year: number; readonly ordinal: number },
  claimantId?: string,
): Promise<CaseState> => {
  await cases.setCaseState(context, row.id, 'open')
  await claimants.beginRound(context, row.id, claimantId)
  await notify(context, {
    kind: 'case-reopened',
    title: '有一件法律援助案件重新打开',
    lines: [`案号 ${numberOf(row)}：当事人说还没有解决。`],
    link: `/console/cases/${row.id}`,
    onceKey: `reopened ${row.id} ${context.scope.now.getTime()}`,
    personIds: await people.clerks(context),
  })
  return 'open'
}

/** The call after the closing. "No" opens the case again; nobody decides about that. */
export const callBack = async (
  context: Context,
  id: string,
  claimantId: string,
  body: BodyOf<typeof contract.callBack>,
  services: Services,
): Promise<Result<{ status: CaseState }, Reach | 'DATE_AHEAD' | 'CALLBACK_HALF'>> => {
  if (body.reached !== (body.settled !== undefined)) return fail('CALLBACK_HALF')
  if (body.calledOn > context.scope.today) return fail('DATE_AHEAD')
  const reached = await reachClaimant(context, id, claimantId, services, 'reopen')
  if (!reached.ok) return reached
  const { seal, claimant, row } = reached.value
  const callbackId = newId()
  await claimants.insertCallback(context, {
    id: callbackId,
    claimantId,
    round: claimant.round,
    calledOn: body.calledOn,
    reached: body.reached,
    settled: body.settled ?? null,
    sealed: seal.seal('callback', callbackId, { note: body.note }),
  })
  if (body.settled === false) return ok({ status: await reopen(context, row, claimantId) })
  if (body.settled === true) await claimants.setCallbackDue(context, id, null, claimantId)
  return ok({ status: row.status })
}

/** The person themselves, by their code: the same right as in a call-back. */
export const objectToClosure = async (
  context: Context,
  code: string,
  note: string,
  services: Services,
): Promise<Result<{ status: CaseState }, Reach>> => {
  const row = await cases.caseByFollowHash(context, hashOfCode(code), true)
  if (!row) return fail('NOT_FOUND')
  if (row.status !== 'closed') return fail('CASE_STATE', { state: row.status })
  const status = await reopen(context, row)
  const stepId = newId()
  const sealed = openSeal(services, row.id, row.wrappedKey).seal('step', stepId, { note: `当事人说没有解决：${note}` })
  await cases.insertStep(context, { id: stepId, caseId: row.id, kind: 'note', on: context.scope.today, sealed })
  return ok({ status })
}
