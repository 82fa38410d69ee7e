import { civilDateAt, instantOf, minuteOfDayAt } from '../../base/civil-date.ts'
import type { Database } from '../db/database.ts'
import type { Scope } from '../db/scope.ts'

interface OrgRow {
  readonly id: string
  readonly demo: boolean
  readonly demo_date: string | null
}

/** The county's clock: real, or the demo county's fixed day at the real time of day. */
const clockOf = (org: OrgRow): Pick<Scope, 'now' | 'today' | 'demo'> => {
  const real = new Date()
  if (!org.demo_date) return { now: real, today: civilDateAt(real), demo: org.demo }
  const now = instantOf(org.demo_date, minuteOfDayAt(real))
  return { now: new Date(now.getTime() + (real.getTime() % 60_000)), today: org.demo_date, demo: org.demo }
}

/**
 * A scope of one county without a person: for the public and for jobs.
 * Without an id it is the oldest county of this database.
 * @returns undefined where there is no such county.
 */
export const scopeOfOrg = async (database: Database, orgId?: string): Promise<Scope | undefined> => {
  let query = database.kysely.selectFrom('orgs').select(['id', 'demo', 'demo_date'])
  if (orgId) query = query.where('id', '=', orgId)
  const org = await query.orderBy('created_at').limit(1).executeTakeFirst()
  return org && { orgId: org.id, roles: [], enterpriseIds: [], teamIds: [], ...clockOf(org) }
}

/** A scope of each county of this database, without a person: for work that comes back by itself. */
export const scopesOfAll = async (database: Database): Promise<Scope[]> => {
  const orgs = await database.kysely.selectFrom('orgs').select(['id', 'demo', 'demo_date']).orderBy('id').execute()
  return orgs.map((org) => ({ orgId: org.id, roles: [], enterpriseIds: [], teamIds: [], ...clockOf(org) }))
}
