import type { Transaction } from 'kysely'
import type { Database } from '../../../platform/server/db/database.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import type { DB } from '../../../platform/server/db/schema.generated.ts'
import { tableOrder, type CountyRows } from './rows.ts'

// PostgreSQL takes at most 65,535 parameters a statement; the widest table has under 30 columns.
const ROWS_A_STATEMENT = 1_000

export const insertOrg = async (
  database: Database,
  org: { id: string; name: string; unionName: string; demo: boolean; demoDate: string | null },
): Promise<void> => {
  await database.kysely
    .insertInto('orgs')
    .values({
      id: org.id,
      name: org.name,
      union_name: org.unionName,
      level: 'county',
      path: '32.3213.321324',
      demo: org.demo,
      demo_date: org.demoDate,
    })
    .execute()
}

export const deleteOrg = async (database: Database, orgId: string): Promise<void> => {
  await database.kysely.deleteFrom('orgs').where('id', '=', orgId).execute()
}

export const insertRows = async ({ tx, scope }: Context, rows: CountyRows): Promise<void> => {
  for (const table of tableOrder) {
    // Rows of one statement need the same columns; absent ones take the default.
    const byShape = Map.groupBy(rows[table] as readonly object[], (row) => Object.keys(row).toSorted().join())
    for (const group of byShape.values())
      for (let at = 0; at < group.length; at += ROWS_A_STATEMENT)
        await (tx as unknown as Transaction<Record<string, object>> & Transaction<DB>)
          .insertInto(table as 'people')
          .values(group.slice(at, at + ROWS_A_STATEMENT).map((row) => ({ ...row, org_id: scope.orgId })) as never)
          .execute()
  }
}
