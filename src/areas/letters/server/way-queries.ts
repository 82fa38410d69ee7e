import { newId } from '../../../platform/base/ids.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import type { LetterAction, LetterState } from '../domain/index.ts'

/** What was done with a letter; `reason` where one was given. */
export const insertStep = async (
  { tx, scope }: Context,
  it: { letterId: string; action: LetterAction | 'draft'; state: LetterState; reason?: string },
): Promise<void> => {
  await tx
    .insertInto('letter_steps')
    .values({
      org_id: scope.orgId,
      id: newId(),
      letter_id: it.letterId,
      action: it.action,
      state: it.state,
      reason: it.reason ?? '',
      person_id: scope.personId ?? null,
      at: scope.now,
    })
    .execute()
}

export const stepsOf = ({ tx, scope }: Context, letterId: string) =>
  tx
    .selectFrom('letter_steps')
    .leftJoin('people', (join) =>
      join.onRef('people.org_id', '=', 'letter_steps.org_id').onRef('people.id', '=', 'letter_steps.person_id'),
    )
    .select(['action', 'state', 'reason', 'people.name as by', 'at'])
    .where('letter_steps.org_id', '=', scope.orgId)
    .where('letter_id', '=', letterId)
    .orderBy('letter_steps.id')
    .execute()

export const personName = async ({ tx, scope }: Context, id: string | null): Promise<string | null> =>
  id === null
    ? null
    : ((
        await tx
          .selectFrom('people')
          .select('name')
          .where('org_id', '=', scope.orgId)
          .where('id', '=', id)
          .executeTakeFirst()
      )?.name ?? null)

export const insertDelivery = async (
  { tx, scope }: Context,
  it: {
    letterId: string
    way: 'direct' | 'post' | 'electronic' | 'left'
    receivedBy: string
    deliveredOn: string
    note: string
    receiptFileId?: string
  },
): Promise<void> => {
  await tx
    .insertInto('letter_deliveries')
    .values({
      org_id: scope.orgId,
      letter_id: it.letterId,
      way: it.way,
      received_by: it.receivedBy,
      delivered_on: it.deliveredOn,
      note: it.note,
      receipt_file_id: it.receiptFileId ?? null,
      recorded_by: scope.personId ?? null,
    })
    .execute()
}

export const deliveryOf = ({ tx, scope }: Context, letterId: string) =>
  tx
    .selectFrom('letter_deliveries')
    .select([
      'way',
      'received_by as receivedBy',
      'delivered_on as deliveredOn',
      'note',
      'receipt_file_id as receiptFileId',
    ])
    .where('org_id', '=', scope.orgId)
    .where('letter_id', '=', letterId)
    .executeTakeFirst()

export const insertAnswer = async (
  { tx, scope }: Context,
  it: { letterId: string; answeredOn: string; text: string; way: 'online' | 'paper' },
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('letter_answers')
    .values({
      org_id: scope.orgId,
      id,
      letter_id: it.letterId,
      answered_on: it.answeredOn,
      text: it.text,
      way: it.way,
      recorded_by: scope.personId ?? null,
    })
    .execute()
  return id
}

/** Oldest first. */
export const answersOf = ({ tx, scope }: Context, letterId: string) =>
  tx
    .selectFrom('letter_answers')
    .leftJoin('people', (join) =>
      join.onRef('people.org_id', '=', 'letter_answers.org_id').onRef('people.id', '=', 'letter_answers.verified_by'),
    )
    .select([
      'letter_answers.id',
      'answered_on as answeredOn',
      'text',
      'way',
      'obeyed',
      'verdict',
      'people.name as verifiedBy',
      'verified_at as verifiedAt',
      'letter_answers.version',
    ])
    .where('letter_answers.org_id', '=', scope.orgId)
    .where('letter_id', '=', letterId)
    .orderBy('letter_answers.id')
    .execute()

/** The verdict on an answer that has none yet; false where it has one. */
export const putVerdict = async (
  { tx, scope }: Context,
  answerId: string,
  it: { obeyed: boolean; verdict: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('letter_answers')
    .set({ ...it, verified_by: scope.personId ?? null, verified_at: scope.now })
    .where('org_id', '=', scope.orgId)
    .where('id', '=', answerId)
    .where('verified_by', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Contacts of an enterprise. */
export const contactsOf = async ({ tx, scope }: Context, enterpriseId: string): Promise<string[]> =>
  (
    await tx
      .selectFrom('role_grants')
      .select('person_id')
      .where('org_id', '=', scope.orgId)
      .where('role', '=', 'contact')
      .where('enterprise_id', '=', enterpriseId)
      .where('revoked_at', 'is', null)
      .execute()
  ).map((row) => row.person_id)

/** Those who may issue. */
export const issuers = async ({ tx, scope }: Context): Promise<string[]> =>
  (
    await tx
      .selectFrom('role_grants')
      .select('person_id')
      .where('org_id', '=', scope.orgId)
      .where('role', 'in', ['admin', 'chair'])
      .where('revoked_at', 'is', null)
      .execute()
  ).map((row) => row.person_id)
