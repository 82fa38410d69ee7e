import { sql } from 'kysely'
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import { newId } from '../../../platform/base/ids.ts'
import { has, type Context } from '../../../platform/server/db/scope.ts'
import type { VisitState } from '../domain/states.ts'

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Visits that this person may see: all for the office, own teams' for a member, own enterprises' for a contact. */
const visible = (context: Context) => {
  const { tx, scope } = context
  const query = tx
    .selectFrom('visits')
    .innerJoin('enterprises', (join) =>
      join.onRef('enterprises.org_id', '=', 'visits.org_id').onRef('enterprises.id', '=', 'visits.enterprise_id'),
    )
    .innerJoin('townships', (join) =>
      join.onRef('townships.org_id', '=', 'enterprises.org_id').onRef('townships.id', '=', 'enterprises.township_id'),
    )
    .innerJoin('activity_kinds', (join) =>
      join
        .onRef('activity_kinds.org_id', '=', 'visits.org_id')
        .onRef('activity_kinds.id', '=', 'visits.activity_kind_id'),
    )
    .innerJoin('teams', (join) =>
      join.onRef('teams.org_id', '=', 'visits.org_id').onRef('teams.id', '=', 'visits.team_id'),
    )
    .innerJoin('requests', (join) =>
      join.onRef('requests.org_id', '=', 'visits.org_id').onRef('requests.id', '=', 'visits.request_id'),
    )
    .leftJoin('visit_records', (join) =>
      join.onRef('visit_records.org_id', '=', 'visits.org_id').onRef('visit_records.visit_id', '=', 'visits.id'),
    )
    .leftJoin('visit_answers', (join) =>
      join.onRef('visit_answers.org_id', '=', 'visits.org_id').onRef('visit_answers.visit_id', '=', 'visits.id'),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('follow_ups')
          .select(sql<number>`count(*) FILTER (WHERE follow_ups.status = 'open')`.as('open'))
          .where('follow_ups.org_id', '=', scope.orgId)
          .whereRef('follow_ups.visit_id', '=', 'visits.id')
          .as('trail'),
      (join) => join.onTrue(),
    )
    .where('visits.org_id', '=', scope.orgId)
  if (has(scope, 'admin', 'chair', 'staff', 'leader')) return query
  const teams = has(scope, 'member') ? scope.teamIds : []
  const enterprises = has(scope, 'contact') ? scope.enterpriseIds : []
  return query.where((eb) =>
    eb.or([
      eb('visits.team_id', 'in', [...teams, NOBODY]),
      // An enterprise hears of a visit once it has been sent out.
      eb.and([eb('visits.enterprise_id', 'in', [...enterprises, NOBODY]), eb('visits.status', '!=', 'planned')]),
    ]),
  )
}

const withColumns = (query: ReturnType<typeof visible>) =>
  query.select([
    'visits.id',
    'visits.request_id as requestId',
    'visits.date',
    'visits.start_minute as startMinute',
    'visits.end_minute as endMinute',
    'visits.status',
    'visits.sequence',
    'visits.reason',
    'visits.enterprise_id as enterpriseId',
    'enterprises.name as enterpriseName',
    'enterprises.longitude',
    'enterprises.latitude',
    'enterprises.phones_allowed as phonesAllowed',
    'enterprises.contact_name as contactName',
    'enterprises.contact_phone as contactPhone',
    'townships.name as townshipName',
    'visits.team_id as teamId',
    'teams.name as teamName',
    'activity_kinds.name as activityName',
    'activity_kinds.description as activityDescription',
    'activity_kinds.squad_kind as squadKind',
    'activity_kinds.minutes',
    'activity_kinds.setup_minutes as setupMinutes',
    'requests.wish',
    'requests.expected_heads as expectedHeads',
    'visit_records.heads',
    sql<boolean>`visit_records.visit_id IS NOT NULL`.as('recorded'),
    sql<boolean>`visit_answers.visit_id IS NOT NULL`.as('answered'),
    sql<number>`coalesce(trail.open, 0)`.as('openFollowUps'),
    'visits.updated_at as updatedAt',
    'visits.version',
  ])

export interface VisitFilter {
  readonly from?: CivilDate
  readonly to?: CivilDate
  readonly status?: VisitState
  readonly unsettled: boolean
  readonly missing?: 'RECORD' | 'ANSWER' | 'FOLLOW_UPS'
  readonly enterpriseId?: string
  readonly teamId?: string
  readonly descending: boolean
  readonly limit: number
  readonly offset: number
}

export const visitsPage = async (context: Context, filter: VisitFilter) => {
  let query = visible(context)
  if (filter.from) query = query.where('visits.date', '>=', filter.from)
  if (filter.to) query = query.where('visits.date', '<=', filter.to)
  if (filter.status) query = query.where('visits.status', '=', filter.status)
  if (filter.enterpriseId) query = query.where('visits.enterprise_id', '=', filter.enterpriseId)
  if (filter.teamId) query = query.where('visits.team_id', '=', filter.teamId)
  if (filter.unsettled || filter.missing)
    query = query
      .where('visits.status', 'not in', ['cancelled', 'declined', 'settled', 'planned'])
      .where((eb) =>
        eb.or([eb('visits.date', '<', context.scope.today), eb('visits.status', 'in', ['delivered', 'answered'])]),
      )
  if (filter.missing === 'RECORD') query = query.where('visit_records.visit_id', 'is', null)
  if (filter.missing === 'ANSWER') query = query.where('visit_answers.visit_id', 'is', null)
  if (filter.missing === 'FOLLOW_UPS') query = query.where('trail.open', '>', 0)
  const { total } = await query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const direction = filter.descending ? 'desc' : 'asc'
  const rows = await withColumns(query)
    .orderBy('visits.date', direction)
    .orderBy('visits.start_minute', direction)
    .orderBy('visits.id')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  return { total, rows }
}

export const visitRow = (context: Context, id: string) =>
  withColumns(visible(context)).where('visits.id', '=', id).executeTakeFirst()
export type VisitRow = NonNullable<Awaited<ReturnType<typeof visitRow>>>

/** The visit locked for a change of its state, whoever asks; the caller checks who may. */
export const lockVisit = ({ tx, scope }: Context, id: string) =>
  tx
    .selectFrom('visits')
    .select([
      'id',
      'request_id as requestId',
      'enterprise_id as enterpriseId',
      'team_id as teamId',
      'activity_kind_id as activityKindId',
      'date',
      'start_minute as startMinute',
      'end_minute as endMinute',
      'status',
      'version',
    ])
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const setVisitState = async (
  { tx, scope }: Context,
  id: string,
  status: VisitState,
  changes: {
    reason?: string
    dispatched_at?: Date
    accepted_at?: Date
    arrived_at?: Date
    delivered_at?: Date
    settled_at?: Date | null
    cancelled_at?: Date
  } = {},
): Promise<void> => {
  // A calendar must learn of a visit that is off; other states do not change what it shows.
  const off = status === 'cancelled' || status === 'declined'
  await tx
    .updateTable('visits')
    .set({
      status,
      ...changes,
      ...(off ? { sequence: sql`sequence + 1` } : {}),
      version: sql`version + 1`,
      updated_at: scope.now,
    })
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .execute()
}

export interface NewVisit {
  readonly requestId: string
  readonly enterpriseId: string
  readonly teamId: string
  readonly activityKindId: string
  readonly planId: string
  readonly date: CivilDate
  readonly startMinute: number
  readonly endMinute: number
}

/** Answers the new visits' ids in the order given. */
export const insertVisits = async ({ tx, scope }: Context, list: readonly NewVisit[]): Promise<string[]> => {
  if (list.length === 0) return []
  const rows = list.map((it) => ({
    org_id: scope.orgId,
    id: newId(),
    request_id: it.requestId,
    enterprise_id: it.enterpriseId,
    team_id: it.teamId,
    activity_kind_id: it.activityKindId,
    plan_id: it.planId,
    date: it.date,
    start_minute: it.startMinute,
    end_minute: it.endMinute,
    status: 'dispatched' as const,
    dispatched_at: scope.now,
  }))
  await tx.insertInto('visits').values(rows).execute()
  return rows.map((row) => row.id)
}

/** Moves a visit that stands to another team or time: it has to be accepted anew, and calendars see a higher SEQUENCE. */
export const moveVisit = async ({ tx, scope }: Context, id: string, to: NewVisit): Promise<void> => {
  await tx
    .updateTable('visits')
    .set({
      team_id: to.teamId,
      plan_id: to.planId,
      date: to.date,
      start_minute: to.startMinute,
      end_minute: to.endMinute,
      status: 'dispatched',
      accepted_at: null,
      dispatched_at: scope.now,
      sequence: sql`sequence + 1`,
      version: sql`version + 1`,
      updated_at: scope.now,
    })
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .execute()
}

/** Locks the visits of a horizon that a plan may still move or drop, so that none is answered while it is published. */
export const lockMovable = async ({ tx, scope }: Context, from: CivilDate, to: CivilDate): Promise<void> => {
  await tx
    .selectFrom('visits')
    .select('id')
    .where('org_id', '=', scope.orgId)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .where('status', 'in', ['planned', 'dispatched', 'accepted'])
    .orderBy('id')
    .forUpdate()
    .execute()
}

const visitsBetween = ({ tx, scope }: Context, from: CivilDate, to: CivilDate) =>
  tx
    .selectFrom('visits')
    .innerJoin('enterprises', (join) =>
      join.onRef('enterprises.org_id', '=', 'visits.org_id').onRef('enterprises.id', '=', 'visits.enterprise_id'),
    )
    .innerJoin('activity_kinds', (join) =>
      join
        .onRef('activity_kinds.org_id', '=', 'visits.org_id')
        .onRef('activity_kinds.id', '=', 'visits.activity_kind_id'),
    )
    .select([
      'visits.id',
      'visits.request_id as requestId',
      'visits.enterprise_id as enterpriseId',
      'visits.team_id as teamId',
      'visits.activity_kind_id as activityKindId',
      'visits.date',
      'visits.start_minute as startMinute',
      'visits.end_minute as endMinute',
      'enterprises.name as enterpriseName',
      'activity_kinds.name as activityName',
      'activity_kinds.squad_kind as squadKind',
    ])
    .where('visits.org_id', '=', scope.orgId)
    .where('visits.date', '>=', from)
    .where('visits.date', '<=', to)
    .orderBy('visits.date')

/** Visits of a horizon that a plan may still move or drop. */
export const movableVisits = (context: Context, from: CivilDate, to: CivilDate) =>
  visitsBetween(context, from, to).where('visits.status', 'in', ['planned', 'dispatched', 'accepted']).execute()

/** Visits that a team declined since the plan in force was published, whose request waits for another place. */
export const declinedVisits = (context: Context, from: CivilDate, to: CivilDate) =>
  visitsBetween(context, from, to)
    .innerJoin('requests', (join) =>
      join.onRef('requests.org_id', '=', 'visits.org_id').onRef('requests.id', '=', 'visits.request_id'),
    )
    .where('visits.status', '=', 'declined')
    .where('requests.status', '=', 'open')
    .where((eb) =>
      eb(
        'visits.cancelled_at',
        '>',
        eb
          .selectFrom('plans')
          .select((one) => one.fn.max('plans.published_at').as('at'))
          .where('plans.org_id', '=', context.scope.orgId)
          .where('plans.status', '=', 'published')
          .where('plans.to_date', '>=', from)
          .where('plans.from_date', '<=', to),
      ),
    )
    .execute()

export const enterprisePoints = async ({ tx, scope }: Context, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : tx
        .selectFrom('enterprises')
        .select(['id', 'name', 'longitude', 'latitude', 'visits_per_month as visitsPerMonth'])
        .where('org_id', '=', scope.orgId)
        .where('id', 'in', [...ids])
        .orderBy('id')
        .execute()

/** Per enterprise the visits of a month before a date that stand: those no plan of the rest of the month holds. */
export const heldInMonth = async (
  { tx, scope }: Context,
  month: string,
  before: CivilDate,
): Promise<Map<string, number>> => {
  const rows = await tx
    .selectFrom('visits')
    .select(['enterprise_id', sql<number>`count(*)`.as('count')])
    .where('org_id', '=', scope.orgId)
    .where('date', '>=', `${month}-01`)
    .where('date', '<', before)
    .where('status', 'not in', ['cancelled', 'declined'])
    .groupBy('enterprise_id')
    .execute()
  return new Map(rows.map((row) => [row.enterprise_id, row.count]))
}

export const teamBases = ({ tx, scope }: Context) =>
  tx
    .selectFrom('teams')
    .select(['id', 'name', 'base_name as baseName', 'base_longitude as longitude', 'base_latitude as latitude'])
    .where('org_id', '=', scope.orgId)
    .execute()

export const countPilots = async ({ tx, scope }: Context): Promise<number> =>
  (
    await tx
      .selectFrom('enterprises')
      .select(sql<number>`count(*)`.as('count'))
      .where('org_id', '=', scope.orgId)
      .where('archived_at', 'is', null)
      .executeTakeFirstOrThrow()
  ).count

/** What a visit is called, for those without a session who stand before its code. */
export const visitTitle = ({ tx, scope }: Context, id: string) =>
  tx
    .selectFrom('visits')
    .innerJoin('enterprises', (join) =>
      join.onRef('enterprises.org_id', '=', 'visits.org_id').onRef('enterprises.id', '=', 'visits.enterprise_id'),
    )
    .innerJoin('activity_kinds', (join) =>
      join
        .onRef('activity_kinds.org_id', '=', 'visits.org_id')
        .onRef('activity_kinds.id', '=', 'visits.activity_kind_id'),
    )
    .select(['activity_kinds.name as activityName', 'enterprises.name as enterpriseName'])
    .where('visits.org_id', '=', scope.orgId)
    .where('visits.id', '=', id)
    .executeTakeFirst()
