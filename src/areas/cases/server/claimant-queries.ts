import { sql } from 'kysely'
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import { newId } from '../../../platform/base/ids.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { updateRow } from '../../../platform/server/db/update-row.ts'
import type { CaseState, Outcome } from '../domain/index.ts'

export const claimantsOf = ({ tx, scope }: Context, caseId: string) =>
  tx
    .selectFrom('case_claimants')
    .select([
      'id',
      'ordinal',
      'sealed',
      'outcome',
      'no_amount_reason as noAmountReason',
      'round',
      'callback_due_on as callbackDueOn',
      'version',
    ])
    .where('org_id', '=', scope.orgId)
    .where('case_id', '=', caseId)
    .orderBy('ordinal')
    .execute()
export type ClaimantRow = Awaited<ReturnType<typeof claimantsOf>>[number]

export const insertClaimant = async (
  { tx, scope }: Context,
  it: { id: string; caseId: string; sealed: Buffer },
): Promise<number> =>
  (
    await tx
      .insertInto('case_claimants')
      .values((eb) => ({
        org_id: scope.orgId,
        id: it.id,
        case_id: it.caseId,
        sealed: it.sealed,
        case_status: sql<CaseState>`(SELECT status FROM cases WHERE cases.org_id = ${scope.orgId} AND cases.id = ${it.caseId})`,
        ordinal: eb
          .selectFrom('case_claimants')
          .select(sql<number>`coalesce(max(ordinal), 0) + 1`.as('next'))
          .where('org_id', '=', scope.orgId)
          .where('case_id', '=', it.caseId),
      }))
      .returning('ordinal')
      .executeTakeFirstOrThrow()
  ).ordinal

export interface ClaimantChange {
  readonly sealed?: Buffer
  readonly outcome?: Outcome
  readonly no_amount_reason?: string | null
}

export const updateClaimant = (
  context: Context,
  id: string,
  version: number,
  change: ClaimantChange,
): Promise<boolean> => updateRow(context, 'case_claimants', id, version, change)

export const setCallbackDue = async (
  { tx, scope }: Context,
  caseId: string,
  dueOn: CivilDate | null,
  claimantId?: string,
): Promise<void> => {
  const query = tx
    .updateTable('case_claimants')
    .set({ callback_due_on: dueOn })
    .where('org_id', '=', scope.orgId)
    .where('case_id', '=', caseId)
  await (claimantId ? query.where('id', '=', claimantId) : query).execute()
}

/** The next round of one person, or of all where none is named: what was answered before no longer closes a case. */
export const beginRound = async ({ tx, scope }: Context, caseId: string, claimantId?: string): Promise<void> => {
  const query = tx
    .updateTable('case_claimants')
    .set({
      round: sql<number>`round + 1`,
      answered_round: null,
      callback_due_on: null,
      version: sql<number>`version + 1`,
    })
    .where('org_id', '=', scope.orgId)
    .where('case_id', '=', caseId)
  await (claimantId ? query.where('id', '=', claimantId) : query).execute()
}

const NONE: readonly string[] = ['00000000-0000-0000-0000-000000000000']
const among = (ids: readonly string[]): string[] => [...(ids.length > 0 ? ids : NONE)]

export const amountsOf = ({ tx, scope }: Context, claimantIds: readonly string[]) =>
  tx
    .selectFrom('case_amounts')
    .select([
      'id',
      'claimant_id as claimantId',
      'kind',
      'payer',
      'amount_fen as amountFen',
      'basis',
      'agreed_on as agreedOn',
      'paid_on as paidOn',
    ])
    .where('org_id', '=', scope.orgId)
    .where('claimant_id', 'in', among(claimantIds))
    .orderBy('id')
    .execute()
export type AmountRow = Awaited<ReturnType<typeof amountsOf>>[number]

export type NewAmount = Omit<AmountRow, 'id' | 'claimantId'>

/** Puts these in place of what stood; the person's row points at one of them, by which a closed case is held. */
export const replaceAmounts = async (
  { tx, scope }: Context,
  claimantId: string,
  amounts: readonly NewAmount[],
): Promise<void> => {
  const rows = amounts.map((it) => ({ ...it, id: newId() }))
  await tx.deleteFrom('case_amounts').where('org_id', '=', scope.orgId).where('claimant_id', '=', claimantId).execute()
  await tx
    .updateTable('case_claimants')
    .set({ stated_amount_id: rows[0]?.id ?? null })
    .where('org_id', '=', scope.orgId)
    .where('id', '=', claimantId)
    .execute()
  if (rows.length === 0) return
  await tx
    .insertInto('case_amounts')
    .values(
      rows.map((it) => ({
        org_id: scope.orgId,
        id: it.id,
        claimant_id: claimantId,
        kind: it.kind,
        payer: it.payer,
        amount_fen: it.amountFen,
        basis: it.basis,
        agreed_on: it.agreedOn,
        paid_on: it.paidOn,
      })),
    )
    .execute()
}

export const answersOf = ({ tx, scope }: Context, claimantIds: readonly string[]) =>
  tx
    .selectFrom('case_answers')
    .select([
      'id',
      'claimant_id as claimantId',
      'round',
      'sealed',
      'delivered_on as deliveredOn',
      'delivered_by as deliveredBy',
    ])
    .where('org_id', '=', scope.orgId)
    .where('claimant_id', 'in', among(claimantIds))
    .orderBy('round')
    .execute()

export type DeliveredBy = 'in_person' | 'phone' | 'letter' | 'message'

/** The answer of a round, written or written anew; `sealOf` is given the row's id. */
export const putAnswer = async (
  { tx, scope }: Context,
  it: {
    claimantId: string
    round: number
    deliveredOn: CivilDate | null
    deliveredBy: DeliveredBy | null
  },
  sealOf: (id: string) => Buffer,
): Promise<void> => {
  const kept = await tx
    .selectFrom('case_answers')
    .select('id')
    .where('org_id', '=', scope.orgId)
    .where('claimant_id', '=', it.claimantId)
    .where('round', '=', it.round)
    .executeTakeFirst()
  const id = kept?.id ?? newId()
  const written = {
    sealed: sealOf(id),
    delivered: it.deliveredOn !== null,
    delivered_on: it.deliveredOn,
    delivered_by: it.deliveredBy,
    answered_by: scope.personId ?? null,
  }
  if (kept)
    await tx
      .updateTable('case_answers')
      .set({ ...written, version: sql<number>`version + 1`, updated_at: sql`now()` })
      .where('org_id', '=', scope.orgId)
      .where('id', '=', id)
      .execute()
  else
    await tx
      .insertInto('case_answers')
      .values({ org_id: scope.orgId, id, claimant_id: it.claimantId, round: it.round, ...written })
      .execute()
  await tx
    .updateTable('case_claimants')
    .set({ answered_round: it.deliveredOn === null ? null : it.round })
    .where('org_id', '=', scope.orgId)
    .where('id', '=', it.claimantId)
    .execute()
}

export const callbacksOf = ({ tx, scope }: Context, claimantIds: readonly string[]) =>
  tx
    .selectFrom('case_callbacks')
    .select(['id', 'claimant_id as claimantId', 'round', 'called_on as calledOn', 'reached', 'settled', 'sealed'])
    .where('org_id', '=', scope.orgId)
    .where('claimant_id', 'in', among(claimantIds))
    .orderBy('id')
    .execute()

export const insertCallback = async (
  { tx, scope }: Context,
  it: {
    id: string
    claimantId: string
    round: number
    calledOn: CivilDate
    reached: boolean
    settled: boolean | null
    sealed: Buffer
  },
): Promise<void> => {
  await tx
    .insertInto('case_callbacks')
    .values({
      org_id: scope.orgId,
      id: it.id,
      claimant_id: it.claimantId,
      round: it.round,
      called_on: it.calledOn,
      reached: it.reached,
      settled: it.settled,
      sealed: it.sealed,
      called_by: scope.personId ?? null,
    })
    .execute()
}
