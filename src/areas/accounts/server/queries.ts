import { sql } from 'kysely'
import { newId } from '../../../platform/base/ids.ts'
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import type { Role } from '../../../platform/base/operation.ts'
import type { Database } from '../../../platform/server/db/database.ts'
import type { Context } from '../../../platform/server/db/scope.ts'

export const orgOf = ({ tx, scope }: Context) =>
  tx.selectFrom('orgs').select(['id', 'name', 'demo']).where('id', '=', scope.orgId).executeTakeFirstOrThrow()

/** Lets only one transaction of the county past here at a time. */
export const lockSetUp = async ({ tx, scope }: Context): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`set up ${scope.orgId}`}, 0))`.execute(tx)
}

export const personName = async ({ tx, scope }: Context, id: string): Promise<string | undefined> =>
  (
    await tx
      .selectFrom('people')
      .select('name')
      .where('org_id', '=', scope.orgId)
      .where('id', '=', id)
      .executeTakeFirst()
  )?.name

/** Names behind login names, of one county. */
export const namesBehind = async (
  database: Database,
  orgId: string,
  usernames: readonly string[],
): Promise<Map<string, string>> => {
  const rows = await database.kysely
    .selectFrom('auth_users')
    .select(['username', 'name'])
    .where('orgId', '=', orgId)
    .where('username', 'in', [...usernames])
    .execute()
  return new Map(rows.map((row) => [row.username ?? '', row.name]))
}

export const insertPerson = async ({ tx, scope }: Context, name: string): Promise<string> => {
  const id = newId()
  await tx.insertInto('people').values({ org_id: scope.orgId, id, name }).execute()
  return id
}

export const insertGrant = async (
  { tx, scope }: Context,
  grant: { personId: string; role: Role; enterpriseId?: string; teamId?: string },
): Promise<void> => {
  await tx
    .insertInto('role_grants')
    .values({
      org_id: scope.orgId,
      id: newId(),
      person_id: grant.personId,
      role: grant.role,
      enterprise_id: grant.enterpriseId ?? null,
      team_id: grant.teamId ?? null,
      granted_by: scope.personId ?? null,
    })
    .execute()
}

export const countGrants = async ({ tx, scope }: Context, role?: Role): Promise<number> => {
  let query = tx
    .selectFrom('role_grants')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('org_id', '=', scope.orgId)
    .where('revoked_at', 'is', null)
  if (role) query = query.where('role', '=', role)
  return (await query.executeTakeFirstOrThrow()).count
}

export const revokeGrants = async ({ tx, scope }: Context, personId: string, role: Role): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('role_grants')
    .set({ revoked_at: scope.now })
    .where('org_id', '=', scope.orgId)
    .where('person_id', '=', personId)
    .where('role', '=', role)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const accountsPage = async (
  { tx, scope }: Context,
  page: { search?: string; limit: number; offset: number },
) => {
  let base = tx
    .selectFrom('people')
    .innerJoin('role_grants', (join) =>
      join
        .onRef('role_grants.org_id', '=', 'people.org_id')
        .onRef('role_grants.person_id', '=', 'people.id')
        .on('role_grants.revoked_at', 'is', null),
    )
    .where('people.org_id', '=', scope.orgId)
  if (page.search) base = base.where('people.name', 'like', `%${page.search.replaceAll(/[%_\\]/g, '\\$&')}%`)
  const { total } = await base
    .select((eb) => eb.fn.count<number>('people.id').distinct().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await base
    .leftJoin('enterprises', (join) =>
      join
        .onRef('enterprises.org_id', '=', 'role_grants.org_id')
        .onRef('enterprises.id', '=', 'role_grants.enterprise_id'),
    )
    .leftJoin('teams', (join) =>
      join.onRef('teams.org_id', '=', 'role_grants.org_id').onRef('teams.id', '=', 'role_grants.team_id'),
    )
    .select((eb) => [
      'people.id as personId',
      'people.name',
      eb.fn.agg<Role[]>('array_agg', ['role_grants.role']).distinct().as('roles'),
      eb.fn.max('enterprises.name').as('enterpriseName'),
      eb.fn.max('teams.name').as('teamName'),
    ])
    .groupBy(['people.id', 'people.name'])
    .orderBy('people.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return { total, rows }
}

/** Login names are unique over all counties, so they live beside them; only of the people asked for. */
export const usernamesOf = async (database: Database, personIds: readonly string[]): Promise<Map<string, string>> => {
  if (personIds.length === 0) return new Map()
  const rows = await database.kysely
    .selectFrom('auth_users')
    .select(['personId', 'username'])
    .where('personId', 'in', [...personIds])
    .execute()
  return new Map(rows.map((row) => [row.personId, row.username ?? '']))
}

export const usernameExists = async (database: Database, username: string): Promise<boolean> =>
  (await database.kysely
    .selectFrom('auth_users')
    .select('id')
    .where('username', '=', username.toLowerCase())
    .executeTakeFirst()) !== undefined

export const setDemoDate = async (database: Database, orgId: string, date: CivilDate): Promise<void> => {
  await database.kysely
    .updateTable('orgs')
    .set({ demo_date: date })
    .where('id', '=', orgId)
    .where('demo', '=', true)
    .execute()
}
