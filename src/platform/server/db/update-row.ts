import type { Kysely, Updateable } from 'kysely'
import type { DB } from './schema.generated.ts'
import type { Context } from './scope.ts'

type Kept = 'org_id' | 'id' | 'version' | 'updated_at'

/** Tables of a county whose rows count their versions. */
type VersionedTable = { [Table in keyof DB]: Kept extends keyof DB[Table] ? Table : never }[keyof DB]

/**
 * Writes changes made on a version of a row, and counts the version up. What is undefined stays as it is.
 * @returns false where the row has moved on since, is gone or is none of this county; nothing is written then
 */
export const updateRow = async <Table extends VersionedTable>(
  { tx, scope }: Context,
  table: Table,
  id: string,
  version: number,
  changes: Omit<Updateable<DB[Table]>, Kept>,
): Promise<boolean> => {
  // The columns named here are the same in each of these tables; TypeScript follows them in one table only.
  const { numUpdatedRows } = await (tx as Kysely<DB>)
    .updateTable(table as 'teams')
    .set({ ...changes, version: version + 1, updated_at: scope.now })
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
