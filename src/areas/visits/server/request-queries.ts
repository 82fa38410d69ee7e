import { sql } from 'kysely'
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import { newId } from '../../../platform/base/ids.ts'
import { has, type Context } from '../../../platform/server/db/scope.ts'

type Status = 'open' | 'planned' | 'served' | 'withdrawn' | 'refused'

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Requests that this person may see: all for the office, own enterprises' for a contact. */
const visible = (context: Context) => {
  const { tx, scope } = context
  const query = tx
    .selectFrom('requests')
    .innerJoin('enterprises', (join) =>
      join.onRef('enterprises.org_id', '=', 'requests.org_id').onRef('enterprises.id', '=', 'requests.enterprise_id'),
    )
    .innerJoin('townships', (join) =>
      join.onRef('townships.org_id', '=', 'enterprises.org_id').onRef('townships.id', '=', 'enterprises.township_id'),
    )
    .innerJoin('activity_kinds', (join) =>
      join
        .onRef('activity_kinds.org_id', '=', 'requests.org_id')
        .onRef('activity_kinds.id', '=', 'requests.activity_kind_id'),
    )
    .leftJoin('visits', (join) =>
      join
        .onRef('visits.org_id', '=', 'requests.org_id')
        .onRef('visits.request_id', '=', 'requests.id')
        .on('visits.status', 'not in', ['cancelled', 'declined']),
    )
    .where('requests.org_id', '=', scope.orgId)
  return has(scope, 'admin', 'chair', 'staff', 'leader')
    ? query
    : query.where('requests.enterprise_id', 'in', [...scope.enterpriseIds, NOBODY])
}

const withColumns = (query: ReturnType<typeof visible>) =>
  query.select([
    'requests.id',
    'requests.enterprise_id as enterpriseId',
    'enterprises.name as enterpriseName',
    'townships.name as townshipName',
    'requests.activity_kind_id as activityKindId',
    'activity_kinds.name as activityName',
    'activity_kinds.squad_kind as squadKind',
    'requests.source',
    'requests.minutes',
    'requests.earliest_on as earliestOn',
    'requests.latest_on as latestOn',
    'requests.value',
    'requests.wish',
    'requests.expected_heads as expectedHeads',
    'requests.team_id as teamId',
    'requests.follows_visit_id as followsVisitId',
    'requests.after_request_id as afterRequestId',
    'requests.status',
    'requests.refusal',
    'visits.id as visitId',
    'visits.date as visitOn',
    'requests.created_at as createdAt',
    'requests.version',
  ])

export const requestsPage = async (
  context: Context,
  filter: {
    status?: Status
    squadKind?: 'culture' | 'skills' | 'rights'
    search?: string
    limit: number
    offset: number
  },
) => {
  let query = visible(context)
  if (filter.status) query = query.where('requests.status', '=', filter.status)
  if (filter.squadKind) query = query.where('activity_kinds.squad_kind', '=', filter.squadKind)
  if (filter.search) query = query.where('enterprises.name', 'like', `%${filter.search.replaceAll(/[%_\\]/g, '\\$&')}%`)
  const { total } = await query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const rows = await withColumns(query)
    .orderBy('requests.created_at', 'desc')
    .orderBy('requests.id')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  return { total, rows }
}

export const requestById = (context: Context, id: string) =>
  withColumns(visible(context)).where('requests.id', '=', id).executeTakeFirst()

export const sameOpen = async ({ tx, scope }: Context, enterpriseId: string, kindId: string): Promise<boolean> =>
  (await tx
    .selectFrom('requests')
    .select('id')
    .where('org_id', '=', scope.orgId)
    .where('enterprise_id', '=', enterpriseId)
    .where('activity_kind_id', '=', kindId)
    .where('status', '=', 'open')
    .where('follows_visit_id', 'is', null)
    .where('after_request_id', 'is', null)
    .where('latest_on', '>=', scope.today)
    .executeTakeFirst()) !== undefined

/** Locks an enterprise in use, so that two orders of it come after each other; false where there is none. */
export const lockEnterprise = async ({ tx, scope }: Context, id: string): Promise<boolean> =>
  (await tx
    .selectFrom('enterprises')
    .select('id')
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()) !== undefined

export interface NewRequest {
  readonly enterpriseId: string
  readonly activityKindId: string
  readonly source: 'enterprise' | 'staff' | 'standing' | 'follow_up'
  readonly minutes: number
  readonly earliestOn: CivilDate
  readonly latestOn: CivilDate
  readonly value: number
  readonly wish?: string
  readonly expectedHeads?: number
  readonly teamId?: string
  readonly standingNeedId?: string
  readonly followsVisitId?: string
  readonly afterRequestId?: string
  readonly afterMinDays?: number
}

/** Writes requests; one that a standing need has raised for the same enterprise and month is left out. */
export const insertRequests = async ({ tx, scope }: Context, list: readonly NewRequest[]): Promise<string[]> => {
  const ids: string[] = []
  for (let at = 0; at < list.length; at += 1_000) {
    const rows = await tx
      .insertInto('requests')
      .values(
        list.slice(at, at + 1_000).map((it) => ({
          org_id: scope.orgId,
          id: newId(),
          enterprise_id: it.enterpriseId,
          activity_kind_id: it.activityKindId,
          source: it.source,
          minutes: it.minutes,
          earliest_on: it.earliestOn,
          latest_on: it.latestOn,
          value: it.value,
          wish: it.wish ?? '',
          expected_heads: it.expectedHeads ?? null,
          team_id: it.teamId ?? null,
          standing_need_id: it.standingNeedId ?? null,
          follows_visit_id: it.followsVisitId ?? null,
          after_request_id: it.afterRequestId ?? null,
          after_min_days: it.afterMinDays ?? 0,
          status: 'open' as const,
          requested_by: scope.personId ?? null,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute()
    ids.push(...rows.map((row) => row.id))
  }
  return ids
}

/** Changes a request's state where it is in one of the given ones; false where it is not. */
export const moveRequest = async (
  { tx, scope }: Context,
  id: string,
  from: readonly Status[],
  to: Status,
  refusal?: string,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('requests')
    .set({ status: to, ...(refusal ? { refusal } : {}), version: sql`version + 1`, updated_at: scope.now })
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .where('status', 'in', [...from])
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
