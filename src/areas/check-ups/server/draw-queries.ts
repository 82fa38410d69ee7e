import { sql } from 'kysely'
import { newId } from '../../../platform/base/ids.ts'
import type { Context } from '../../../platform/server/db/scope.ts'

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

const draws = ({ tx, scope }: Context) =>
  tx
    .selectFrom('check_up_draws')
    .leftJoin('people', (join) =>
      join.onRef('people.org_id', '=', 'check_up_draws.org_id').onRef('people.id', '=', 'check_up_draws.drawn_by'),
    )
    .where('check_up_draws.org_id', '=', scope.orgId)

const withColumns = (query: ReturnType<typeof draws>) =>
  query.select([
    'check_up_draws.id',
    'check_up_draws.size',
    'check_up_draws.drawn_on as drawnOn',
    'people.name as drawnBy',
    sql<number>`(SELECT count(*) FROM check_ups WHERE check_ups.org_id = check_up_draws.org_id
      AND check_ups.draw_id = check_up_draws.id AND check_ups.status = 'reported')`.as('reported'),
  ])

export const drawsPage = async (context: Context, { limit, offset }: { limit: number; offset: number }) => {
  const { total } = await draws(context)
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow()
  const rows = await withColumns(draws(context))
    .orderBy('check_up_draws.drawn_on', 'desc')
    .orderBy('check_up_draws.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return { total, rows }
}

export const drawById = (context: Context, id: string) =>
  withColumns(draws(context))
    .select(['check_up_draws.seed', 'check_up_draws.candidates'])
    .where('check_up_draws.id', '=', id)
    .executeTakeFirst()

/** The check-ups that a draw made. */
export const checkUpsOfDraw = ({ tx, scope }: Context, drawId: string) =>
  tx
    .selectFrom('check_ups')
    .select(['id', 'enterprise_id as enterpriseId', 'status'])
    .where('org_id', '=', scope.orgId)
    .where('draw_id', '=', drawId)
    .orderBy('id')
    .execute()

/** Names of enterprises by id; unknown ones are left out. */
export const namesOf = async ({ tx, scope }: Context, ids: readonly string[]): Promise<Record<string, string>> => {
  if (ids.length === 0) return {}
  const rows = await tx
    .selectFrom('enterprises')
    .select(['id', 'name'])
    .where('org_id', '=', scope.orgId)
    .where('id', 'in', [...ids])
    .execute()
  return Object.fromEntries(rows.map((it) => [it.id, it.name]))
}
