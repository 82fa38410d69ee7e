import { sql } from 'kysely'
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import { newId } from '../../../platform/base/ids.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import type { ScoreParts, Unserved } from '../../../engines/planner/index.ts'

export interface PlacedVisit {
  readonly requestId: string
  readonly teamId: string
  readonly date: CivilDate
  readonly startMinute: number
}

const CHUNK = 2_000

/** Keeps a plan as a draft with its visits and the reasons for what is left out. */
export const insertPlan = async (
  { tx, scope }: Context,
  plan: {
    from: CivilDate
    to: CivilDate
    basedOn?: string
    score: number
    parts: ScoreParts
    run: object
    visits: readonly (PlacedVisit & { endMinute: number; pinned: boolean })[]
    unserved: readonly Unserved[]
  },
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('plans')
    .values({
      org_id: scope.orgId,
      id,
      from_date: plan.from,
      to_date: plan.to,
      status: 'draft',
      based_on_plan_id: plan.basedOn ?? null,
      score: plan.score,
      parts: JSON.stringify(plan.parts),
      run: JSON.stringify(plan.run),
      created_by: scope.personId ?? null,
    })
    .execute()
  for (let at = 0; at < plan.visits.length; at += CHUNK)
    await tx
      .insertInto('plan_visits')
      .values(
        plan.visits.slice(at, at + CHUNK).map((it) => ({
          org_id: scope.orgId,
          id: newId(),
          plan_id: id,
          request_id: it.requestId,
          team_id: it.teamId,
          date: it.date,
          start_minute: it.startMinute,
          end_minute: it.endMinute,
          pinned: it.pinned,
        })),
      )
      .execute()
  await replaceUnserved({ tx, scope } as Context, id, plan.unserved)
  return id
}

export const replaceUnserved = async (
  { tx, scope }: Context,
  planId: string,
  unserved: readonly Unserved[],
): Promise<void> => {
  await tx.deleteFrom('plan_unserved').where('org_id', '=', scope.orgId).where('plan_id', '=', planId).execute()
  for (let at = 0; at < unserved.length; at += CHUNK)
    await tx
      .insertInto('plan_unserved')
      .values(
        unserved.slice(at, at + CHUNK).map((it) => ({
          org_id: scope.orgId,
          id: newId(),
          plan_id: planId,
          request_id: it.request,
          reason: it.reason,
          displaced_by: [...(it.displacedBy ?? [])],
          would_fit: it.wouldFit ? JSON.stringify(it.wouldFit) : null,
        })),
      )
      .execute()
}

const summaries = ({ tx, scope }: Context) =>
  tx
    .selectFrom('plans')
    .select((eb) => [
      'plans.id',
      'plans.from_date as from',
      'plans.to_date as to',
      'plans.status',
      'plans.score',
      'plans.parts',
      'plans.run',
      'plans.created_at as createdAt',
      'plans.published_at as publishedAt',
      'plans.version',
      eb
        .selectFrom('plan_visits')
        .select(sql<number>`count(*)`.as('n'))
        .where('plan_visits.org_id', '=', scope.orgId)
        .whereRef('plan_visits.plan_id', '=', 'plans.id')
        .as('visits'),
      eb
        .selectFrom('plan_unserved')
        .select(sql<number>`count(*)`.as('n'))
        .where('plan_unserved.org_id', '=', scope.orgId)
        .whereRef('plan_unserved.plan_id', '=', 'plans.id')
        .as('unserved'),
    ])
    .where('plans.org_id', '=', scope.orgId)

const withCounts = <Row extends { visits: number | null; unserved: number | null }>(row: Row) => ({
  ...row,
  visits: row.visits ?? 0,
  unserved: row.unserved ?? 0,
})

export const planSummaries = async (context: Context) =>
  (await summaries(context).orderBy('plans.created_at', 'desc').limit(60).execute()).map(withCounts)

export const planSummary = async (context: Context, id: string) => {
  const row = await summaries(context).where('plans.id', '=', id).executeTakeFirst()
  return row && withCounts(row)
}

export const planVisits = ({ tx, scope }: Context, planId: string) =>
  tx
    .selectFrom('plan_visits')
    .innerJoin('requests', (join) =>
      join.onRef('requests.org_id', '=', 'plan_visits.org_id').onRef('requests.id', '=', 'plan_visits.request_id'),
    )
    .innerJoin('enterprises', (join) =>
      join.onRef('enterprises.org_id', '=', 'requests.org_id').onRef('enterprises.id', '=', 'requests.enterprise_id'),
    )
    .innerJoin('activity_kinds', (join) =>
      join
        .onRef('activity_kinds.org_id', '=', 'requests.org_id')
        .onRef('activity_kinds.id', '=', 'requests.activity_kind_id'),
    )
    .select([
      'plan_visits.request_id as requestId',
      'plan_visits.team_id as teamId',
      'plan_visits.date',
      'plan_visits.start_minute as startMinute',
      'plan_visits.end_minute as endMinute',
      'plan_visits.pinned',
      'plan_visits.version',
      'requests.enterprise_id as enterpriseId',
      'requests.activity_kind_id as activityKindId',
      'requests.status as requestStatus',
      'requests.value',
      'enterprises.name as enterpriseName',
      'activity_kinds.name as activityName',
      'activity_kinds.squad_kind as squadKind',
    ])
    .where('plan_visits.org_id', '=', scope.orgId)
    .where('plan_visits.plan_id', '=', planId)
    .orderBy('plan_visits.date')
    .orderBy('plan_visits.start_minute')
    .execute()

export const planUnserved = ({ tx, scope }: Context, planId: string) =>
  tx
    .selectFrom('plan_unserved')
    .innerJoin('requests', (join) =>
      join.onRef('requests.org_id', '=', 'plan_unserved.org_id').onRef('requests.id', '=', 'plan_unserved.request_id'),
    )
    .innerJoin('enterprises', (join) =>
      join.onRef('enterprises.org_id', '=', 'requests.org_id').onRef('enterprises.id', '=', 'requests.enterprise_id'),
    )
    .innerJoin('activity_kinds', (join) =>
      join
        .onRef('activity_kinds.org_id', '=', 'requests.org_id')
        .onRef('activity_kinds.id', '=', 'requests.activity_kind_id'),
    )
    .select([
      'plan_unserved.request_id as requestId',
      'plan_unserved.reason',
      'plan_unserved.displaced_by as displacedBy',
      'plan_unserved.would_fit as wouldFit',
      'requests.enterprise_id as enterpriseId',
      'requests.value',
      'enterprises.name as enterpriseName',
      'activity_kinds.name as activityName',
      'activity_kinds.squad_kind as squadKind',
    ])
    .where('plan_unserved.org_id', '=', scope.orgId)
    .where('plan_unserved.plan_id', '=', planId)
    .orderBy('requests.value', 'desc')
    .orderBy('requests.id')
    .execute()

/** Locks a plan for a change of its visits, so that two changes of one plan come after each other. */
export const lockPlan = ({ tx, scope }: Context, id: string) =>
  tx
    .selectFrom('plans')
    .select(['id', 'status', 'from_date as from', 'to_date as to', 'score', 'version'])
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** Locks all plans that meet these dates, so that two publishings come after each other. */
export const lockPlansOver = async ({ tx, scope }: Context, from: CivilDate, to: CivilDate): Promise<void> => {
  await tx
    .selectFrom('plans')
    .select('id')
    .where('org_id', '=', scope.orgId)
    .where('from_date', '<=', to)
    .where('to_date', '>=', from)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Drops a draft and its visits. */
export const deleteDraft = async ({ tx, scope }: Context, id: string): Promise<void> => {
  await tx
    .deleteFrom('plans')
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .execute()
}

/** Puts one visit where it shall be; version 0 for one that was left out. False where the version has moved on. */
export const putPlanVisit = async (
  { tx, scope }: Context,
  planId: string,
  visit: PlacedVisit & { endMinute: number; pinned: boolean },
  version: number,
): Promise<boolean> => {
  const values = {
    team_id: visit.teamId,
    date: visit.date,
    start_minute: visit.startMinute,
    end_minute: visit.endMinute,
    pinned: visit.pinned,
  }
  if (version === 0) {
    const row = await tx
      .insertInto('plan_visits')
      .values({ org_id: scope.orgId, id: newId(), plan_id: planId, request_id: visit.requestId, ...values })
      .onConflict((conflict) => conflict.columns(['org_id', 'plan_id', 'request_id']).doNothing())
      .returning('id')
      .executeTakeFirst()
    return row !== undefined
  }
  const { numUpdatedRows } = await tx
    .updateTable('plan_visits')
    .set({ ...values, version: version + 1, updated_at: scope.now })
    .where('org_id', '=', scope.orgId)
    .where('plan_id', '=', planId)
    .where('request_id', '=', visit.requestId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const deletePlanVisit = async (
  { tx, scope }: Context,
  planId: string,
  requestId: string,
  version: number,
): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom('plan_visits')
    .where('org_id', '=', scope.orgId)
    .where('plan_id', '=', planId)
    .where('request_id', '=', requestId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

export const updatePlanScore = async (
  { tx, scope }: Context,
  id: string,
  score: number,
  parts: ScoreParts,
): Promise<void> => {
  await tx
    .updateTable('plans')
    .set({ score, parts: JSON.stringify(parts), version: sql`version + 1`, updated_at: scope.now })
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .execute()
}

export const markPublished = async (
  { tx, scope }: Context,
  id: string,
  from: CivilDate,
  to: CivilDate,
): Promise<void> => {
  await tx
    .updateTable('plans')
    .set({ status: 'superseded' })
    .where('org_id', '=', scope.orgId)
    .where('status', '=', 'published')
    .where('id', '!=', id)
    .where('from_date', '<=', to)
    .where('to_date', '>=', from)
    .execute()
  await tx
    .updateTable('plans')
    .set({
      status: 'published',
      published_at: scope.now,
      published_by: scope.personId ?? null,
      version: sql`version + 1`,
    })
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .execute()
}
