import { newId } from '../../../platform/base/ids.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import type { Instrument } from '../../../engines/checkup/index.ts'

/** Instruments that the county has: its own and those that a check-up was begun with, the newest first. */
export const keptInstruments = async ({
  tx,
  scope,
}: Context): Promise<{ instrument: Instrument; shipped: boolean }[]> =>
  (
    await tx
      .selectFrom('check_up_instruments')
      .select(['body', 'shipped'])
      .where('org_id', '=', scope.orgId)
      .orderBy('created_at', 'desc')
      .orderBy('version', 'desc')
      .execute()
  ).map((row) => ({ instrument: row.body as Instrument, shipped: row.shipped }))

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
      created_by: scope.personId ?? null,
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'version']).doNothing())
    .returning('version')
    .executeTakeFirst()
  return row !== undefined
}

/** Enterprises without a check-up that is under way, by id, so that the order tells nothing. */
export const candidates = async ({ tx, scope }: Context): Promise<string[]> =>
  (
    await tx
      .selectFrom('enterprises')
      .select('id')
      .where('org_id', '=', scope.orgId)
      .where('archived_at', 'is', null)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('check_ups')
              .select('check_ups.id')
              .where('check_ups.org_id', '=', scope.orgId)
              .whereRef('check_ups.enterprise_id', '=', 'enterprises.id')
              .where('check_ups.status', '!=', 'reported'),
          ),
        ),
      )
      .orderBy('id')
      .execute()
  ).map((row) => row.id)

export const insertDraw = async (
  { tx, scope }: Context,
  it: { seed: string; candidates: readonly string[]; drawn: readonly string[] },
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('check_up_draws')
    .values({
      org_id: scope.orgId,
      id,
      seed: it.seed,
      candidates: [...it.candidates],
      size: it.drawn.length,
      drawn_on: scope.today,
      drawn_by: scope.personId ?? null,
    })
    .execute()
  await tx
    .insertInto('check_ups')
    .values(
      it.drawn.map((enterpriseId) => ({
        org_id: scope.orgId,
        id: newId(),
        enterprise_id: enterpriseId,
        draw_id: id,
        status: 'planned' as const,
      })),
    )
    .execute()
  return id
}

export const drawById = ({ tx, scope }: Context, id: string) =>
  tx
    .selectFrom('check_up_draws')
    .select(['id', 'seed', 'size', 'candidates', 'drawn_on as drawnOn'])
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .executeTakeFirst()

export const drawnIn = async ({ tx, scope }: Context, drawId: string): Promise<string[]> =>
  (
    await tx
      .selectFrom('check_ups')
      .select('enterprise_id')
      .where('org_id', '=', scope.orgId)
      .where('draw_id', '=', drawId)
      .orderBy('id')
      .execute()
  ).map((row) => row.enterprise_id)
