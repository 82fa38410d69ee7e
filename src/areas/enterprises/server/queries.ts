import { sql, type Expression, type SqlBool } from 'kysely'
import { addDays, monthOf, yearOf, type CivilDate } from '../../../platform/base/civil-date.ts'
import { newId } from '../../../platform/base/ids.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import type { BurdenBudget } from '../domain/burden-budget.ts'
import type { GapException, GapKind, GapPattern, GapRules, QuietSeason } from '../domain/gaps.ts'
import type { PilotLevel } from '../domain/pilot-levels.ts'

/** Visits that count for the burden: planned or given, not declined or cancelled. */
const STANDING = sql<SqlBool>`visits.status NOT IN ('cancelled', 'declined')`

export interface ListFilter {
  readonly search?: string
  readonly townshipId?: string
  readonly pilotLevel?: PilotLevel
  readonly covered?: 'yes' | 'no'
}

export interface ListPage {
  readonly sort: 'name' | 'headcount' | 'used' | 'delivered' | 'lastVisit'
  readonly descending: boolean
  readonly limit: number
  readonly offset: number
}

const escapeLike = (text: string): string => text.replaceAll(/[%_\\]/g, '\\$&')

const register = ({ tx, scope }: Context) => {
  const month = monthOf(scope.today)
  const monthEnd = addDays(`${month}-28`, 4).slice(0, 7)
  return tx
    .selectFrom('enterprises')
    .innerJoin('townships', (join) =>
      join.onRef('townships.org_id', '=', 'enterprises.org_id').onRef('townships.id', '=', 'enterprises.township_id'),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('visits')
          .select([
            sql<number>`count(*) FILTER (WHERE ${STANDING} AND date >= ${`${month}-01`}::date AND date < ${`${monthEnd}-01`}::date)`.as(
              'used',
            ),
            sql<number>`count(*) FILTER (WHERE delivered_at IS NOT NULL AND date >= ${`${yearOf(scope.today)}-01-01`}::date)`.as(
              'delivered',
            ),
            sql<CivilDate | null>`max(date) FILTER (WHERE delivered_at IS NOT NULL)`.as('last_on'),
          ])
          .where('visits.org_id', '=', scope.orgId)
          .whereRef('visits.enterprise_id', '=', 'enterprises.id')
          .as('counts'),
      (join) => join.onTrue(),
    )
    .where('enterprises.org_id', '=', scope.orgId)
    .where('enterprises.archived_at', 'is', null)
}

type Register = ReturnType<typeof register>

const filtered = (query: Register, filter: ListFilter): Register => {
  let it = query
  if (filter.search) {
    const pattern = `%${escapeLike(filter.search)}%`
    it = it.where((eb): Expression<SqlBool> =>
      eb.or([
        eb('enterprises.name', 'like', pattern),
        eb('enterprises.credit_code', 'like', pattern),
        eb('enterprises.contact_name', 'like', pattern),
      ]),
    )
  }
  if (filter.townshipId) it = it.where('enterprises.township_id', '=', filter.townshipId)
  if (filter.pilotLevel) it = it.where('enterprises.pilot_level', '=', filter.pilotLevel)
  if (filter.covered) it = it.where('counts.delivered', filter.covered === 'yes' ? '>' : '=', 0)
  return it
}

const columns = (query: Register) =>
  query.select((eb) => [
    'enterprises.id',
    'enterprises.name',
    'enterprises.credit_code as creditCode',
    'enterprises.township_id as townshipId',
    'townships.name as townshipName',
    'enterprises.industry',
    'enterprises.headcount',
    'enterprises.pilot_level as pilotLevel',
    'enterprises.contact_name as contactName',
    'enterprises.contact_phone as contactPhone',
    'enterprises.longitude',
    'enterprises.latitude',
    'enterprises.point_source as pointSource',
    'enterprises.visits_per_month as visitsPerMonth',
    'enterprises.min_days_between as minDaysBetween',
    'enterprises.version',
    'enterprises.shift_text as shiftText',
    'enterprises.phones_allowed as phonesAllowed',
    eb.fn.coalesce('counts.used', sql<number>`0`).as('usedThisMonth'),
    eb.fn.coalesce('counts.delivered', sql<number>`0`).as('deliveredThisYear'),
    'counts.last_on as lastVisitOn',
    eb
      .exists(
        eb
          .selectFrom('gap_patterns')
          .select('gap_patterns.id')
          .whereRef('gap_patterns.org_id', '=', 'enterprises.org_id')
          .whereRef('gap_patterns.enterprise_id', '=', 'enterprises.id'),
      )
      .$castTo<boolean>()
      .as('hasGaps'),
  ])

const SORTS = {
  name: sql`enterprises.name`,
  headcount: sql`enterprises.headcount`,
  used: sql`counts.used`,
  delivered: sql`counts.delivered`,
  lastVisit: sql`counts.last_on`,
} as const

export const enterprisesPage = async (context: Context, filter: ListFilter, page: ListPage) => {
  const { total } = await filtered(register(context), filter)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await columns(filtered(register(context), filter))
    .orderBy(SORTS[page.sort], (order) => (page.descending ? order.desc().nullsLast() : order.asc().nullsFirst()))
    .orderBy('enterprises.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return { total, rows }
}

export const enterpriseRow = (context: Context, id: string) =>
  columns(register(context)).where('enterprises.id', '=', id).executeTakeFirst()

export const townships = ({ tx, scope }: Context) =>
  tx
    .selectFrom('townships')
    .select(['id', 'name', 'longitude', 'latitude', 'point_source as pointSource'])
    .where('org_id', '=', scope.orgId)
    .orderBy('id')
    .execute()

export interface EnterpriseChanges {
  name?: string
  industry?: string
  headcount?: number
  pilot_level?: PilotLevel
  contact_name?: string
  contact_phone?: string
  longitude?: number
  latitude?: number
  point_source?: 'township' | 'import' | 'operator'
  visits_per_month?: number
  min_days_between?: number
  phones_allowed?: boolean
  township_id?: string
  shift_text?: string
}

/** Writes the changes if the row still has the version; false where it has moved on. */
export const updateEnterprise = async (
  { tx, scope }: Context,
  id: string,
  version: number,
  changes: EnterpriseChanges,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('enterprises')
    .set({ ...changes, version: version + 1, updated_at: scope.now })
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export interface PatternRow {
  kind: GapKind
  weekdays: number[]
  from: number
  to: number
  shiftName: string | null
}

export const patternsOf = async ({ tx, scope }: Context, id: string): Promise<PatternRow[]> => {
  const rows = await tx
    .selectFrom('gap_patterns')
    .select(['kind', 'weekdays', 'from_minute', 'to_minute', 'shift_name'])
    .where('org_id', '=', scope.orgId)
    .where('enterprise_id', '=', id)
    .orderBy('from_minute')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    kind: row.kind,
    weekdays: row.weekdays,
    from: row.from_minute,
    to: row.to_minute,
    shiftName: row.shift_name,
  }))
}

export const replacePatterns = async (
  { tx, scope }: Context,
  enterpriseId: string,
  patterns: readonly GapPattern[],
): Promise<void> => {
  await tx
    .deleteFrom('gap_patterns')
    .where('org_id', '=', scope.orgId)
    .where('enterprise_id', '=', enterpriseId)
    .execute()
  if (patterns.length > 0)
    await insertPatterns(
      { tx, scope } as Context,
      patterns.map((it) => ({ ...it, enterpriseId })),
    )
}

// Parameters of one statement are limited to 65,535; a pattern has eight.
const PATTERNS_A_STATEMENT = 5_000

export const insertPatterns = async (
  { tx, scope }: Context,
  patterns: readonly (GapPattern & { enterpriseId: string })[],
): Promise<void> => {
  for (let at = 0; at < patterns.length; at += PATTERNS_A_STATEMENT)
    await tx
      .insertInto('gap_patterns')
      .values(
        patterns.slice(at, at + PATTERNS_A_STATEMENT).map((it) => ({
          org_id: scope.orgId,
          id: newId(),
          enterprise_id: it.enterpriseId,
          kind: it.kind,
          weekdays: [...it.weekdays],
          from_minute: it.from,
          to_minute: it.to,
          shift_name: it.shiftName ?? null,
        })),
      )
      .execute()
}

export const exceptionsOf = ({ tx, scope }: Context, id: string) =>
  tx
    .selectFrom('gap_exceptions')
    .select(['id', 'date', 'effect', 'kind', 'from_minute as from', 'to_minute as to', 'note'])
    .where('org_id', '=', scope.orgId)
    .where('enterprise_id', '=', id)
    .where('date', '>=', addDays(scope.today, -31))
    .orderBy('date')
    .orderBy('id')
    .execute()

export const insertException = async (
  { tx, scope }: Context,
  enterpriseId: string,
  it: {
    date: CivilDate
    effect: 'closed' | 'added' | 'replaced'
    kind?: GapKind
    from?: number
    to?: number
    note: string
  },
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('gap_exceptions')
    .values({
      org_id: scope.orgId,
      id,
      enterprise_id: enterpriseId,
      date: it.date,
      effect: it.effect,
      kind: it.kind ?? null,
      from_minute: it.from ?? null,
      to_minute: it.to ?? null,
      note: it.note,
    })
    .execute()
  return id
}

export const deleteException = async ({ tx, scope }: Context, enterpriseId: string, id: string): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom('gap_exceptions')
    .where('org_id', '=', scope.orgId)
    .where('enterprise_id', '=', enterpriseId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

export const quietOf = ({ tx, scope }: Context, id: string) =>
  tx
    .selectFrom('quiet_seasons')
    .select(['id', 'from_date as from', 'to_date as to', 'reason', 'kind'])
    .where('org_id', '=', scope.orgId)
    .where('enterprise_id', '=', id)
    .orderBy('from_date')
    .execute()

export const insertQuiet = async (
  { tx, scope }: Context,
  enterpriseId: string,
  it: { from: CivilDate; to: CivilDate; reason: string; kind: 'quiet' | 'freeze' },
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('quiet_seasons')
    .values({
      org_id: scope.orgId,
      id,
      enterprise_id: enterpriseId,
      from_date: it.from,
      to_date: it.to,
      reason: it.reason,
      kind: it.kind,
    })
    .execute()
  return id
}

export const deleteQuiet = async ({ tx, scope }: Context, enterpriseId: string, id: string): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom('quiet_seasons')
    .where('org_id', '=', scope.orgId)
    .where('enterprise_id', '=', enterpriseId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Dates of the visits that stand, 45 days back and all ahead. */
export const standingVisits = ({ tx, scope }: Context, enterpriseId: string) =>
  tx
    .selectFrom('visits')
    .innerJoin('activity_kinds', (join) =>
      join
        .onRef('activity_kinds.org_id', '=', 'visits.org_id')
        .onRef('activity_kinds.id', '=', 'visits.activity_kind_id'),
    )
    .select(['visits.id', 'visits.date', 'activity_kinds.name as activity'])
    .where('visits.org_id', '=', scope.orgId)
    .where('visits.enterprise_id', '=', enterpriseId)
    .where('visits.date', '>=', addDays(scope.today, -45))
    .where(STANDING)
    .orderBy('visits.date')
    .execute()

export interface EnterpriseForPlan {
  readonly id: string
  readonly name: string
  readonly longitude: number
  readonly latitude: number
  readonly coverage: number
  readonly budget: BurdenBudget
  readonly rules: GapRules
}

/** Everything the planner needs of enterprises, in four statements whatever their number. */
export const enterprisesForPlan = async (
  { tx, scope }: Context,
  ids: readonly string[],
): Promise<EnterpriseForPlan[]> => {
  if (ids.length === 0) return []
  const enterprises = await tx
    .selectFrom('enterprises')
    .select(['id', 'name', 'longitude', 'latitude', 'coverage_value', 'visits_per_month', 'min_days_between'])
    .where('org_id', '=', scope.orgId)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute()
  const patterns = await tx
    .selectFrom('gap_patterns')
    .select(['enterprise_id', 'kind', 'weekdays', 'from_minute', 'to_minute'])
    .where('org_id', '=', scope.orgId)
    .where('enterprise_id', 'in', [...ids])
    .execute()
  const exceptions = await tx
    .selectFrom('gap_exceptions')
    .select(['enterprise_id', 'date', 'effect', 'kind', 'from_minute', 'to_minute'])
    .where('org_id', '=', scope.orgId)
    .where('enterprise_id', 'in', [...ids])
    .execute()
  const quiet = await tx
    .selectFrom('quiet_seasons')
    .select(['enterprise_id', 'from_date', 'to_date', 'kind'])
    .where('org_id', '=', scope.orgId)
    .where('enterprise_id', 'in', [...ids])
    .execute()
  const patternsBy = Map.groupBy(patterns, (it) => it.enterprise_id)
  const exceptionsBy = Map.groupBy(exceptions, (it) => it.enterprise_id)
  const quietBy = Map.groupBy(quiet, (it) => it.enterprise_id)
  return enterprises.map((row) => ({
    id: row.id,
    name: row.name,
    longitude: row.longitude,
    latitude: row.latitude,
    coverage: row.coverage_value,
    budget: { visitsPerMonth: row.visits_per_month, minDaysBetween: row.min_days_between },
    rules: {
      patterns: (patternsBy.get(row.id) ?? []).map((it) => ({
        kind: it.kind,
        weekdays: it.weekdays,
        from: it.from_minute,
        to: it.to_minute,
      })),
      exceptions: (exceptionsBy.get(row.id) ?? []).map((it): GapException => ({
        date: it.date,
        effect: it.effect,
        ...(it.kind && it.from_minute !== null && it.to_minute !== null
          ? { gap: { kind: it.kind, from: it.from_minute, to: it.to_minute } }
          : {}),
      })),
      quiet: (quietBy.get(row.id) ?? []).map((it): QuietSeason => ({
        from: it.from_date,
        to: it.to_date,
        kind: it.kind,
      })),
    },
  }))
}

/** Years an administrator has entered beside the shipped ones. */
export const enteredYears = ({ tx }: Context) => tx.selectFrom('calendar_years').selectAll().orderBy('year').execute()
