import { yearOf, type CivilDate } from '../../../platform/base/civil-date.ts'
import { newId } from '../../../platform/base/ids.ts'
import type { BodyOf } from '../../../platform/base/operation.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { notify } from '../../../platform/server/notify/notify.ts'
import type { Services } from '../../../platform/server/services.ts'
import { readClaim } from '../../../engines/entitlements/index.ts'
import type * as contract from '../contract.ts'
import { urgenciesOf } from '../domain/index.ts'
import * as cases from './case-queries.ts'
import * as claimants from './claimant-queries.ts'
import * as people from './people-queries.ts'
import { numberOf } from './reach-case.ts'
import { hashOfCode, newFollowCode, newSeal, type CaseSeal, type SealedForms } from './sealed-case.ts'

/** Facts in the claim's form, or where they are not in it; no facts at all are fine. */
export const judgeClaim = (claim: Readonly<Record<string, unknown>>): Result<undefined, 'CLAIM_INVALID'> => {
  if (Object.keys(claim).length === 0) return ok(undefined)
  const read = readClaim(claim)
  return read.ok ? ok(undefined) : fail('CLAIM_INVALID', { faults: read.detail })
}

export const addPerson = async (
  context: Context,
  caseId: string,
  seal: CaseSeal,
  person: SealedForms['claimant'],
): Promise<{ id: string; ordinal: number }> => {
  const id = newId()
  const { name, phone, claim } = person
  const ordinal = await claimants.insertClaimant(context, {
    id,
    caseId,
    sealed: seal.seal('claimant', id, { name, phone, claim }),
  })
  return { id, ordinal }
}

type NewCase = Omit<BodyOf<typeof contract.createCase>, 'channel'> & {
  readonly channel: 'phone' | 'clinic' | 'console' | 'paper' | 'import'
}

export interface TakenIn {
  readonly id: string
  readonly number: string
  readonly followCode: string
  readonly seal: CaseSeal
}

/** Writes a case with its people, everything told in it sealed under a key of its own, and tells the office. */
export const takeIn = async (
  context: Context,
  it: NewCase,
  services: Services,
  /** Of a case that a ledger holds already: its id, what it is known by in place of a code, when it came. */
  ledger?: { readonly id: string; readonly followHash: string; readonly receivedOn: CivilDate },
): Promise<Result<TakenIn, 'CLAIM_INVALID' | 'NOT_FOUND'>> => {
  const { scope } = context
  for (const person of it.persons) {
    const judged = judgeClaim(person.claim)
    if (!judged.ok) return judged
  }
  if (it.enterpriseId && !(await people.enterpriseExists(context, it.enterpriseId))) return fail('NOT_FOUND')
  if (it.clinicVisitId && !(await cases.clinicVisitExists(context, it.clinicVisitId))) return fail('NOT_FOUND')
  const id = ledger?.id ?? newId()
  const receivedOn = ledger?.receivedOn ?? scope.today
  const year = yearOf(receivedOn)
  const { seal, wrapped } = newSeal(services, id)
  const followCode = newFollowCode()
  const ordinal = await cases.nextOrdinal(context, year)
  const { persons, message, ...facts } = it
  await cases.insertCase(context, {
    ...facts,
    id,
    year,
    ordinal,
    receivedOn,
    enterpriseId: it.enterpriseId ?? null,
    clinicVisitId: it.clinicVisitId ?? null,
    wrappedKey: wrapped,
    sealed: seal.seal('case', id, { message }),
    followHash: ledger?.followHash ?? hashOfCode(followCode),
  })
  for (const person of persons) await addPerson(context, id, seal, person)
  const number = numberOf({ year, ordinal })
  if (ledger) return ok({ id, number, followCode: '', seal })
  const urgent = urgenciesOf({ ...it, claimants: persons.length, steps: [] }, scope.today).length > 0
  await notify(context, {
    kind: 'case-received',
    title: urgent ? '有一件急的法律援助求助' : '有一件新的法律援助求助',
    // No name, employer or matter: a notice may be read over a shoulder, a mail by others.
    lines: [`案号 ${number}，请在七日内决定是否受理。`],
    link: `/console/cases/${id}`,
    onceKey: `case ${id}`,
    personIds: await people.clerks(context),
  })
  return ok({ id, number, followCode, seal })
}

/** The last day of the employment, where the facts name one. */
const endOf = (claim: Readonly<Record<string, unknown>>): CivilDate | null =>
  (claim as { readonly employment?: { readonly end?: CivilDate } }).employment?.end ?? null

const HOUR_MS = 3_600_000
/** What one county takes in by phone in an hour; more is not people. */
const PHONED_IN_AN_HOUR = 60

export const takeInByPhone = async (
  context: Context,
  body: BodyOf<typeof contract.takeIn>,
  services: Services,
): Promise<Result<TakenIn, 'CLAIM_INVALID' | 'TOO_MANY' | 'NOT_FOUND'>> => {
  const since = new Date(Date.now() - HOUR_MS).toISOString()
  if ((await cases.phonedSince(context, since)) >= PHONED_IN_AN_HOUR) return fail('TOO_MANY')
  const leftOn = body.leftOn ?? endOf(body.claim)
  return takeIn(
    context,
    {
      channel: 'phone',
      topic: body.topic,
      employer: body.employer || '未说明',
      message: body.message,
      stillEmployed: leftOn === null ? body.stillEmployed : false,
      leftOn,
      writtenContract: body.writtenContract,
      injured: body.topic === 'injury' || 'injury' in body.claim,
      pregnant: body.pregnant,
      peopleUnpaid: body.peopleUnpaid,
      persons: [{ name: body.name, phone: body.phone, claim: body.claim }],
    },
    services,
  )
}
