import { sql, type Expression, type SqlBool } from 'kysely'
import { addDays, monthOf, yearOf, type CivilDate } from '../../../platform/base/civil-date.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { updateRow } from '../../../platform/server/db/update-row.ts'
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
export const updateEnterprise = (
  context: Context,
  id: string,
  version: number,
  changes: EnterpriseChanges,
): Promise<boolean> => updateRow(context, 'enterprises', id, version, changes)

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
