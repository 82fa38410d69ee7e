import { sql } from 'kysely'
import { has, type Context } from '../../../platform/server/db/scope.ts'

const NOBODY = '00000000-0000-0000-0000-000000000000'
const HELD = ['arrived', 'delivered', 'answered', 'settled'] as const
const COMING = ['dispatched', 'accepted'] as const

export interface ClinicFilter {
  readonly id?: string
  readonly year?: number
  /** Both inclusive. */
  readonly from?: string
  readonly to?: string
  readonly own?: boolean
  readonly coming?: boolean
}

/** Visits of kinds that count as a clinic, which this person reaches: all for the office, a member's own teams'. */
const clinicVisits = ({ tx, scope }: Context) => {
  const query = tx
    .selectFrom('visits')
    .innerJoin('activity_kinds', (join) =>
      join
        .onRef('activity_kinds.org_id', '=', 'visits.org_id')
        .onRef('activity_kinds.id', '=', 'visits.activity_kind_id'),
    )
    .where('visits.org_id', '=', scope.orgId)
    .where('activity_kinds.counts_as', '=', 'clinic')
  if (has(scope, 'admin', 'chair', 'staff', 'leader')) return query
  return query.where('visits.team_id', 'in', [...scope.teamIds, NOBODY])
}

export const clinics = (context: Context, filter: ClinicFilter) => {
  const { scope } = context
  let query = clinicVisits(context)
    .innerJoin('enterprises', (join) =>
      join.onRef('enterprises.org_id', '=', 'visits.org_id').onRef('enterprises.id', '=', 'visits.enterprise_id'),
    )
    .innerJoin('teams', (join) =>
      join.onRef('teams.org_id', '=', 'visits.org_id').onRef('teams.id', '=', 'visits.team_id'),
    )
    .leftJoin('clinics', (join) =>
      join.onRef('clinics.org_id', '=', 'visits.org_id').onRef('clinics.visit_id', '=', 'visits.id'),
    )
    .where('visits.status', 'in', filter.coming ? [...HELD, ...COMING] : [...HELD])
  const { id, year, from, to } = filter
  if (id) query = query.where('visits.id', '=', id)
  if (year) query = query.where('visits.date', '>=', `${year}-01-01`).where('visits.date', '<=', `${year}-12-31`)
  if (from) query = query.where('visits.date', '>=', from)
  if (to) query = query.where('visits.date', '<=', to)
  if (filter.own) query = query.where('visits.team_id', 'in', [...scope.teamIds, NOBODY])
  return query
    .select([
      'visits.id as visitId',
      'visits.date',
      'visits.start_minute as startMinute',
      'visits.end_minute as endMinute',
      'visits.status',
      'enterprises.name as enterpriseName',
      'teams.name as teamName',
      sql<boolean>`clinics.visit_id IS NOT NULL`.as('recorded'),
      sql<number>`coalesce(clinics.version, 0)`.as('version'),
      (eb) =>
        eb
          .selectFrom('cases')
          .select(sql<number>`count(*)`.as('n'))
          .where('cases.org_id', '=', scope.orgId)
          .whereRef('cases.clinic_visit_id', '=', 'visits.id')
          .as('cases'),
    ])
    .orderBy('visits.date', 'desc')
    .orderBy('visits.id')
    .execute()
}

/** A visit this person reaches, locked, with what kind it is. */
export const lockVisit = ({ tx, scope }: Context, id: string) => {
  const query = tx
    .selectFrom('visits')
    .innerJoin('activity_kinds', (join) =>
      join
        .onRef('activity_kinds.org_id', '=', 'visits.org_id')
        .onRef('activity_kinds.id', '=', 'visits.activity_kind_id'),
    )
    .select(['visits.status', 'activity_kinds.counts_as as countsAs'])
    .where('visits.org_id', '=', scope.orgId)
    .where('visits.id', '=', id)
    .forUpdate('visits')
  const own = has(scope, 'admin', 'staff', 'leader')
    ? query
    : query.where('visits.team_id', 'in', [...scope.teamIds, NOBODY])
  return own.executeTakeFirst()
}

/** The version of what is recorded about a visit, 0 where nothing is; the visit's lock guards it. */
export const versionOf = async ({ tx, scope }: Context, visitId: string): Promise<number> =>
  (
    await tx
      .selectFrom('clinics')
      .select('version')
      .where('org_id', '=', scope.orgId)
      .where('visit_id', '=', visitId)
      .executeTakeFirst()
  )?.version ?? 0

/** Topics and titles the county has written, by how many clinics wrote them; at most `limit` of each. */
export const knownNames = async ({ tx, scope }: Context, limit: number) => ({
  topics: (
    await tx
      .selectFrom('clinic_questions')
      .select('topic')
      .where('org_id', '=', scope.orgId)
      .groupBy('topic')
      .orderBy(sql`count(*)`, 'desc')
      .orderBy('topic')
      .limit(limit)
      .execute()
  ).map((it) => it.topic),
  titles: (
    await tx
      .selectFrom('clinic_pamphlets')
      .select('title')
      .where('org_id', '=', scope.orgId)
      .groupBy('title')
      .orderBy(sql`count(*)`, 'desc')
      .orderBy('title')
      .limit(limit)
      .execute()
  ).map((it) => it.title),
})

export const isHeld = (status: string): boolean => HELD.some((it) => it === status)

export const questionsOf = ({ tx, scope }: Context, visitIds: readonly string[]) =>
  tx
    .selectFrom('clinic_questions')
    .select(['visit_id as visitId', 'topic', 'asked', 'answered'])
    .where('org_id', '=', scope.orgId)
    .where('visit_id', 'in', [...visitIds, NOBODY])
    .orderBy('topic')
    .execute()

export const pamphletsOf = ({ tx, scope }: Context, visitIds: readonly string[]) =>
  tx
    .selectFrom('clinic_pamphlets')
    .select(['visit_id as visitId', 'title', 'copies'])
    .where('org_id', '=', scope.orgId)
    .where('visit_id', 'in', [...visitIds, NOBODY])
    .orderBy('title')
    .execute()

export interface ClinicRecord {
  readonly questions: readonly { readonly topic: string; readonly asked: number; readonly answered: number }[]
  readonly pamphlets: readonly { readonly title: string; readonly copies: number }[]
}

/** Puts this record in place of the one that stood. @returns its version */
export const putClinic = async ({ tx, scope }: Context, visitId: string, it: ClinicRecord): Promise<number> => {
  const { version } = await tx
    .insertInto('clinics')
    .values({ org_id: scope.orgId, visit_id: visitId, recorded_by: scope.personId ?? null })
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'visit_id']).doUpdateSet({
        recorded_by: scope.personId ?? null,
        version: sql<number>`clinics.version + 1`,
        updated_at: sql`now()`,
      }),
    )
    .returning('version')
    .executeTakeFirstOrThrow()
  await tx.deleteFrom('clinic_questions').where('org_id', '=', scope.orgId).where('visit_id', '=', visitId).execute()
  await tx.deleteFrom('clinic_pamphlets').where('org_id', '=', scope.orgId).where('visit_id', '=', visitId).execute()
  const key = { org_id: scope.orgId, visit_id: visitId }
  if (it.questions.length > 0)
    await tx
      .insertInto('clinic_questions')
      .values(it.questions.map((one) => ({ ...key, ...one })))
      .execute()
  if (it.pamphlets.length > 0)
    await tx
      .insertInto('clinic_pamphlets')
      .values(it.pamphlets.map((one) => ({ ...key, ...one })))
      .execute()
  return version
}
