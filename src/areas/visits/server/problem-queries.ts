import { sql } from 'kysely'
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { movable, standing } from '../domain/states.ts'

/** Open requests whose days meet the horizon, and those whose visit in it may still be moved. */
export const plannableRequests = async ({ tx, scope }: Context, horizon: { from: CivilDate; to: CivilDate }) =>
  tx
    .selectFrom('requests')
    .innerJoin('activity_kinds', (join) =>
      join
        .onRef('activity_kinds.org_id', '=', 'requests.org_id')
        .onRef('activity_kinds.id', '=', 'requests.activity_kind_id'),
    )
    .innerJoin('enterprises', (join) =>
      join.onRef('enterprises.org_id', '=', 'requests.org_id').onRef('enterprises.id', '=', 'requests.enterprise_id'),
    )
    .leftJoin('visits', (join) =>
      join
        .onRef('visits.org_id', '=', 'requests.org_id')
        .onRef('visits.request_id', '=', 'requests.id')
        .on('visits.status', 'in', [...standing]),
    )
    .leftJoin('visits as before', (join) =>
      join
        .onRef('before.org_id', '=', 'requests.org_id')
        .onRef('before.request_id', '=', 'requests.after_request_id')
        .on('before.status', 'in', [...standing]),
    )
    .select([
      'requests.id',
      'requests.enterprise_id as enterpriseId',
      'requests.activity_kind_id as activityKindId',
      'requests.minutes',
      'requests.value',
      'requests.earliest_on as earliestOn',
      'requests.latest_on as latestOn',
      'requests.team_id as teamId',
      'requests.after_request_id as afterRequestId',
      'requests.after_min_days as afterMinDays',
      'before.date as afterHeldOn',
      'activity_kinds.gap_kinds as gapKinds',
      'activity_kinds.name as activityName',
      'activity_kinds.squad_kind as squadKind',
      'enterprises.name as enterpriseName',
    ])
    .where('requests.org_id', '=', scope.orgId)
    .where('enterprises.archived_at', 'is', null)
    .where('requests.earliest_on', '<=', horizon.to)
    .where('requests.latest_on', '>=', horizon.from)
    .where((eb) =>
      eb.or([
        eb.and([eb('requests.status', '=', 'open'), eb('visits.id', 'is', null)]),
        eb.and([
          eb('requests.status', '=', 'planned'),
          eb('visits.status', 'in', [...movable]),
          eb('visits.date', '>=', horizon.from),
          eb('visits.date', '<=', horizon.to),
        ]),
      ]),
    )
    .orderBy('requests.id')
    .execute()
export type PlannableRequest = Awaited<ReturnType<typeof plannableRequests>>[number]

/** Visits of some enterprises that stand, from a date on. */
export const standingVisits = async ({ tx, scope }: Context, enterpriseIds: readonly string[], from: CivilDate) =>
  enterpriseIds.length === 0
    ? []
    : tx
        .selectFrom('visits')
        .select([
          'id',
          'request_id as requestId',
          'enterprise_id as enterpriseId',
          'team_id as teamId',
          'date',
          'start_minute as startMinute',
          'status',
        ])
        .where('org_id', '=', scope.orgId)
        .where('enterprise_id', 'in', [...enterpriseIds])
        .where('date', '>=', from)
        .where('status', 'in', [...standing])
        .execute()

/** Team and date of visits in the horizon that the plan may not touch. */
export const firmTeamDays = async (
  { tx, scope }: Context,
  horizon: { from: CivilDate; to: CivilDate },
  movableIds: readonly string[],
): Promise<Set<string>> => {
  let query = tx
    .selectFrom('visits')
    .select(['team_id', 'date'])
    .where('org_id', '=', scope.orgId)
    .where('date', '>=', horizon.from)
    .where('date', '<=', horizon.to)
    .where('status', 'in', [...standing])
  if (movableIds.length > 0) query = query.where('id', 'not in', [...movableIds])
  return new Set((await query.execute()).map((row) => `${row.team_id} ${row.date}`))
}

/** How many visits between two dates, both inclusive, stand for each team that the plan may not touch. */
export const firmVisitsOfTeams = async (
  { tx, scope }: Context,
  dates: { from: CivilDate; to: CivilDate },
  movableIds: readonly string[],
): Promise<Map<string, number>> => {
  let query = tx
    .selectFrom('visits')
    .select(['team_id', sql<number>`count(*)`.as('count')])
    .where('org_id', '=', scope.orgId)
    .where('date', '>=', dates.from)
    .where('date', '<=', dates.to)
    .where('status', 'in', [...standing])
  if (movableIds.length > 0) query = query.where('id', 'not in', [...movableIds])
  return new Map((await query.groupBy('team_id').execute()).map((row) => [row.team_id, row.count]))
}

/** Visits of the plan in force that were pinned in it and stand where it put them. */
export const pinnedInForce = ({ tx, scope }: Context, horizon: { from: CivilDate; to: CivilDate }) =>
  tx
    .selectFrom('plan_visits')
    .innerJoin('plans', (join) =>
      join.onRef('plans.org_id', '=', 'plan_visits.org_id').onRef('plans.id', '=', 'plan_visits.plan_id'),
    )
    .innerJoin('visits', (join) =>
      join
        .onRef('visits.org_id', '=', 'plan_visits.org_id')
        .onRef('visits.request_id', '=', 'plan_visits.request_id')
        .onRef('visits.team_id', '=', 'plan_visits.team_id')
        .onRef('visits.date', '=', 'plan_visits.date')
        .onRef('visits.start_minute', '=', 'plan_visits.start_minute')
        .on('visits.status', 'in', [...movable]),
    )
    .select([
      'plan_visits.request_id as requestId',
      'plan_visits.team_id as teamId',
      'plan_visits.date',
      'plan_visits.start_minute as startMinute',
    ])
    .where('plan_visits.org_id', '=', scope.orgId)
    .where('plan_visits.pinned', '=', true)
    .where('plans.status', '=', 'published')
    .where('plan_visits.date', '>=', horizon.from)
    .where('plan_visits.date', '<=', horizon.to)
    .execute()
