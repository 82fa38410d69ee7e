import { sql } from 'kysely'
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import type { Instrument } from '../../../engines/checkup/index.ts'

export interface KeptInstrument {
  readonly instrument: Instrument
  readonly shipped: boolean
  readonly offeredFrom: CivilDate
  readonly withdrawnOn: CivilDate | null
}

/** Instruments that the county has: its own and those that a check-up was begun with, the newest first. */
export const keptInstruments = async ({ tx, scope }: Context): Promise<KeptInstrument[]> =>
  (
    await tx
      .selectFrom('check_up_instruments')
      .select([
        'body',
        'shipped',
        'withdrawn_on as withdrawnOn',
        // Older rows have no day of their own.
        sql<CivilDate>`coalesce(offered_from, (created_at AT TIME ZONE 'Asia/Shanghai')::date)`.as('offeredFrom'),
      ])
      .where('org_id', '=', scope.orgId)
      .orderBy('created_at', 'desc')
      .orderBy('version', 'desc')
      .execute()
  ).map(({ body, ...row }) => ({ ...row, instrument: body as Instrument }))

export const instrumentBy = async ({ tx, scope }: Context, version: string): Promise<Instrument | undefined> =>
  (
    await tx
      .selectFrom('check_up_instruments')
      .select('body')
      .where('org_id', '=', scope.orgId)
      .where('version', '=', version)
      .executeTakeFirst()
  )?.body as Instrument | undefined

/** @returns false where the version is there already; what is there stays. */
export const keepInstrument = async (
  { tx, scope }: Context,
  instrument: Instrument,
  shipped: boolean,
): Promise<boolean> => {
  const row = await tx
    .insertInto('check_up_instruments')
    .values({
      org_id: scope.orgId,
      version: instrument.version,
      body: JSON.stringify(instrument),
      shipped,
      offered_from: scope.today,
      created_by: scope.personId ?? null,
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'version']).doNothing())
    .returning('version')
    .executeTakeFirst()
  return row !== undefined
}

/** Waits for whoever withdraws one now, so that no two take the last two. */
export const lockInstruments = async ({ tx, scope }: Context): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`instruments ${scope.orgId}`}, 0))`.execute(tx)
}

/** Its text stays as it is. */
export const setWithdrawn = async ({ tx, scope }: Context, version: string, on: CivilDate | null): Promise<void> => {
  await tx
    .updateTable('check_up_instruments')
    .set({ withdrawn_on: on })
    .where('org_id', '=', scope.orgId)
    .where('version', '=', version)
    .execute()
}

/** How many check-ups were begun with each version. */
export const usesOfInstruments = async ({ tx, scope }: Context): Promise<ReadonlyMap<string, number>> => {
  const rows = await tx
    .selectFrom('check_ups')
    .select(['instrument_version as version', sql<number>`count(*)`.as('count')])
    .where('org_id', '=', scope.orgId)
    .where('instrument_version', 'is not', null)
    .groupBy('instrument_version')
    .execute()
  return new Map(rows.map((it) => [it.version!, it.count]))
}
