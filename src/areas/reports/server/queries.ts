import { sql, type RawBuilder } from 'kysely'
import { addDays, monthOf, type CivilDate } from '../../../platform/base/civil-date.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { measures, type MeasureKey } from '../domain/measures.ts'

export interface Period {
  /** Both inclusive. */
  readonly from: CivilDate
  readonly to: CivilDate
  readonly squadKind?: 'culture' | 'skills' | 'rights'
  readonly townshipId?: string
}

/** Visits of a period that have taken place, each with its record: the ground of every figure. */
const held = ({ tx, scope }: Context, period: Period) => {
  let query = tx
    .selectFrom('visits')
    .innerJoin('visit_records', (join) =>
      join.onRef('visit_records.org_id', '=', 'visits.org_id').onRef('visit_records.visit_id', '=', 'visits.id'),
    )
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
    .where('visits.org_id', '=', scope.orgId)
    .where('visits.delivered_at', 'is not', null)
    .where('visits.status', 'in', ['delivered', 'answered', 'settled'])
    .where('visits.date', '>=', period.from)
    .where('visits.date', '<=', period.to)
  if (period.squadKind) query = query.where('activity_kinds.squad_kind', '=', period.squadKind)
  if (period.townshipId) query = query.where('enterprises.township_id', '=', period.townshipId)
  return query
}

const countsAs = (key: MeasureKey) => {
  const measure = measures.find((it) => it.key === key)!
  return 'countsAs' in measure ? measure.countsAs : undefined
}

/** The rows behind one measure: those that its number is counted from. */
const rowsOf = (context: Context, key: MeasureKey, period: Period) => {
  const kind = countsAs(key)
  const query = held(context, period)
  if (kind) return query.where('activity_kinds.counts_as', '=', kind)
  return key === 'trained' ? query.where('visit_records.trained', '>', 0) : query
}

/** How a measure's rows make its number. */
const VALUE: Readonly<Record<MeasureKey, RawBuilder<number>>> = {
  visits: sql<number>`count(*)`,
  heads: sql<number>`coalesce(sum(visit_records.heads), 0)`,
  enterprises: sql<number>`count(DISTINCT visits.enterprise_id)`,
  talks: sql<number>`count(*)`,
  shows: sql<number>`count(*)`,
  readings: sql<number>`count(*)`,
  advices: sql<number>`count(*)`,
  clinics: sql<number>`count(*)`,
  trained: sql<number>`coalesce(sum(visit_records.trained), 0)`,
}

/** A measure's number, counted by the database from exactly the rows that `figureRows` gives. */
export const figureValue = async (context: Context, key: MeasureKey, period: Period): Promise<number> => {
  const row = await rowsOf(context, key, period).select(VALUE[key].as('value')).executeTakeFirstOrThrow()
  return Number(row.value)
}

export const countFigureRows = async (context: Context, key: MeasureKey, period: Period): Promise<number> => {
  const row = await rowsOf(context, key, period)
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow()
  return row.total
}

export const figureRows = async (
  context: Context,
  key: MeasureKey,
  period: Period,
  page?: { limit: number; offset: number },
) => {
  const query = rowsOf(context, key, period)
    .select([
      'visits.id as visitId',
      'visits.date',
      'visits.enterprise_id as enterpriseId',
      'enterprises.name as enterpriseName',
      'townships.name as townshipName',
      'teams.name as teamName',
      'activity_kinds.name as activityName',
      'activity_kinds.squad_kind as squadKind',
      'visit_records.heads',
      'visit_records.trained',
    ])
    .orderBy('visits.date', 'desc')
    .orderBy('visits.id')
  return page ? query.limit(page.limit).offset(page.offset).execute() : query.execute()
}

/** Visits held a month, by squad. */
export const monthsOf = (context: Context, period: Period) =>
  held(context, period)
    .select([
      sql<string>`to_char(visits.date, 'YYYY-MM')`.as('month'),
      sql<number>`count(*) FILTER (WHERE activity_kinds.squad_kind = 'culture')`.as('culture'),
      sql<number>`count(*) FILTER (WHERE activity_kinds.squad_kind = 'skills')`.as('skills'),
      sql<number>`count(*) FILTER (WHERE activity_kinds.squad_kind = 'rights')`.as('rights'),
    ])
    .groupBy('month')
    .orderBy('month')
    .execute()

export const countPilots = async ({ tx, scope }: Context): Promise<number> =>
  (
    await tx
      .selectFrom('enterprises')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('org_id', '=', scope.orgId)
      .where('archived_at', 'is', null)
      .executeTakeFirstOrThrow()
  ).count

/** Townships with their pilot enterprises, how many of them had a visit in the period, and visits. */
export const townshipsOf = async (context: Context, period: Period) => {
  const { tx, scope } = context
  const totals = await tx
    .selectFrom('townships')
    .innerJoin('enterprises', (join) =>
      join.onRef('enterprises.org_id', '=', 'townships.org_id').onRef('enterprises.township_id', '=', 'townships.id'),
    )
    .select(['townships.id', 'townships.name', sql<number>`count(*)`.as('enterprises')])
    .where('townships.org_id', '=', scope.orgId)
    .where('enterprises.archived_at', 'is', null)
    .groupBy(['townships.id', 'townships.name'])
    .orderBy('enterprises', 'desc')
    .execute()
  const counts = await held(context, period)
    .select([
      'townships.id',
      sql<number>`count(*)`.as('visits'),
      sql<number>`count(DISTINCT visits.enterprise_id)`.as('covered'),
    ])
    .groupBy('townships.id')
    .execute()
  const by = new Map(counts.map((row) => [row.id, row]))
  return totals.map((row) => ({ ...row, visits: by.get(row.id)?.visits ?? 0, covered: by.get(row.id)?.covered ?? 0 }))
}

/** How many enterprises have used none, part or all of this month's budget. */
export const burdenOf = async ({ tx, scope }: Context) => {
  const month = monthOf(scope.today)
  const next = addDays(`${month}-28`, 4).slice(0, 7)
  const row = await tx
    .selectFrom('enterprises')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('visits')
          .select(sql<number>`count(*)`.as('used'))
          .where('visits.org_id', '=', scope.orgId)
          .whereRef('visits.enterprise_id', '=', 'enterprises.id')
          .where('visits.status', 'not in', ['cancelled', 'declined'])
          .where('visits.date', '>=', `${month}-01`)
          .where('visits.date', '<', `${next}-01`)
          .as('counts'),
      (join) => join.onTrue(),
    )
    .select([
      sql<number>`count(*) FILTER (WHERE counts.used = 0)`.as('none'),
      sql<number>`count(*) FILTER (WHERE counts.used > 0 AND counts.used < enterprises.visits_per_month)`.as('part'),
      sql<number>`count(*) FILTER (WHERE counts.used > 0 AND counts.used >= enterprises.visits_per_month)`.as('full'),
    ])
    .where('enterprises.org_id', '=', scope.orgId)
    .where('enterprises.archived_at', 'is', null)
    .executeTakeFirstOrThrow()
  return [
    { used: '本月未上门', enterprises: row.none },
    { used: '还有余量', enterprises: row.part },
    { used: '已用满', enterprises: row.full },
  ]
}

const visitList = ({ tx, scope }: Context) =>
  tx
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
    .select([
      'visits.id',
      'visits.date',
      'visits.start_minute as startMinute',
      'visits.end_minute as endMinute',
      'visits.status',
      'visits.enterprise_id as enterpriseId',
      'enterprises.name as enterpriseName',
      'townships.name as townshipName',
      'teams.name as teamName',
      'activity_kinds.name as activityName',
      'activity_kinds.squad_kind as squadKind',
    ])
    .where('visits.org_id', '=', scope.orgId)
    .where('visits.status', 'not in', ['cancelled', 'declined'])
    .orderBy('visits.date')
    .orderBy('visits.start_minute')

export const visitsOn = (context: Context, date: CivilDate) =>
  visitList(context).where('visits.date', '=', date).execute()

export const visitsAfter = (context: Context, date: CivilDate, limit: number) =>
  visitList(context).where('visits.date', '>', date).where('visits.status', '!=', 'planned').limit(limit).execute()

/** Counts of what waits for somebody, as of today. */
export const waitingCounts = async ({ tx, scope }: Context) => {
  const requests = await tx
    .selectFrom('requests')
    .select(sql<number>`count(*)`.as('open'))
    .where('org_id', '=', scope.orgId)
    .where('status', '=', 'open')
    .where('latest_on', '>=', scope.today)
    .executeTakeFirstOrThrow()
  const visits = await tx
    .selectFrom('visits')
    .select([
      sql<number>`count(*) FILTER (WHERE status = 'dispatched' AND date >= ${scope.today}::date)`.as('notAccepted'),
      sql<number>`count(*) FILTER (WHERE status IN ('dispatched', 'accepted', 'arrived') AND date < ${scope.today}::date)`.as(
        'notRecorded',
      ),
      sql<number>`count(*) FILTER (WHERE status = 'delivered')`.as('notAnswered'),
    ])
    .where('org_id', '=', scope.orgId)
    .executeTakeFirstOrThrow()
  const followUps = await tx
    .selectFrom('follow_ups')
    .select(sql<number>`count(*)`.as('due'))
    .where('org_id', '=', scope.orgId)
    .where('status', '=', 'open')
    .where('due_on', '<=', scope.today)
    .executeTakeFirstOrThrow()
  const draftPlans = await tx
    .selectFrom('plans')
    .select(['id', 'from_date as from', 'to_date as to'])
    .where('org_id', '=', scope.orgId)
    .where('status', '=', 'draft')
    .where('to_date', '>=', scope.today)
    .orderBy('created_at', 'desc')
    .limit(5)
    .execute()
  return { openRequests: requests.open, ...visits, followUpsDue: followUps.due, draftPlans }
}

export const orgName = async ({ tx, scope }: Context): Promise<string> =>
  (await tx.selectFrom('orgs').select('union_name').where('id', '=', scope.orgId).executeTakeFirstOrThrow()).union_name
