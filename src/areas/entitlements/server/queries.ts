import { sql } from 'kysely'
import { newId } from '../../../platform/base/ids.ts'
import type { Context } from '../../../platform/server/db/scope.ts'

/** Own versions with the names of those who acted, oldest first. */
export const versions = (
  { tx, scope }: Context,
  filter: { readonly id?: string; readonly concept?: string; readonly region?: string } = {},
) => {
  const name = (column: 'proposed_by' | 'confirmed_by' | 'withdrawal_by' | 'withdrawn_by') =>
    sql<
      string | null
    >`(SELECT people.name FROM people WHERE people.org_id = ${scope.orgId} AND people.id = parameter_versions.${sql.ref(column)})`
  let query = tx
    .selectFrom('parameter_versions')
    .select([
      'id',
      'concept',
      'region',
      'effective_on as effective',
      'value',
      'trust',
      'source',
      'link',
      'proposed_by as proposedById',
      name('proposed_by').as('proposedBy'),
      'proposed_at as proposedAt',
      name('confirmed_by').as('confirmedBy'),
      'confirmed_at as confirmedAt',
      'withdrawal_by as withdrawalById',
      name('withdrawal_by').as('withdrawalBy'),
      'withdrawal_reason as withdrawalReason',
      name('withdrawn_by').as('withdrawnBy'),
      'withdrawn_at as withdrawnAt',
    ])
    .where('org_id', '=', scope.orgId)
    .orderBy('effective_on')
    .orderBy('proposed_at')
  if (filter.id !== undefined) query = query.where('id', '=', filter.id)
  if (filter.concept !== undefined) query = query.where('concept', '=', filter.concept)
  if (filter.region !== undefined) query = query.where('region', '=', filter.region)
  return query.execute()
}
export type VersionRow = Awaited<ReturnType<typeof versions>>[number]

/** The row as it stands, held until the transaction ends, so that two who act at once come one after another. */
export const lockVersion = ({ tx, scope }: Context, id: string) =>
  tx
    .selectFrom('parameter_versions')
    .select([
      'proposed_by as proposedBy',
      'confirmed_by as confirmedBy',
      'withdrawal_by as withdrawalBy',
      'withdrawn_at as withdrawnAt',
    ])
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** The new row's id; undefined where a version of that place and day stands. */
export const insertVersion = async (
  { tx, scope }: Context,
  it: {
    readonly concept: string
    readonly region: string
    readonly effective: string
    readonly value: unknown
    readonly trust: 'CONFIRMED' | 'CORROBORATED' | 'UNVERIFIED'
    readonly source: string
    readonly link: string
    readonly proposedBy: string
  },
): Promise<string | undefined> => {
  const row = await tx
    .insertInto('parameter_versions')
    .values({
      org_id: scope.orgId,
      id: newId(),
      concept: it.concept,
      region: it.region,
      effective_on: it.effective,
      value: JSON.stringify(it.value),
      trust: it.trust,
      source: it.source,
      link: it.link,
      proposed_by: it.proposedBy,
      proposed_at: scope.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'concept', 'region', 'effective_on']).where('withdrawn_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export const setConfirmed = async ({ tx, scope }: Context, id: string, personId: string): Promise<void> => {
  await tx
    .updateTable('parameter_versions')
    .set({ confirmed_by: personId, confirmed_at: scope.now })
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .execute()
}

export const setWithdrawal = async (
  { tx, scope }: Context,
  id: string,
  change: { readonly askedBy?: string; readonly reason?: string; readonly withdrawnBy?: string },
): Promise<void> => {
  await tx
    .updateTable('parameter_versions')
    .set({
      ...(change.askedBy === undefined
        ? {}
        : { withdrawal_by: change.askedBy, withdrawal_reason: change.reason ?? '' }),
      ...(change.withdrawnBy === undefined ? {} : { withdrawn_by: change.withdrawnBy, withdrawn_at: scope.now }),
    })
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .execute()
}
