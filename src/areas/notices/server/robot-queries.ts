import { newId } from '../../../platform/base/ids.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { updateRow } from '../../../platform/server/db/update-row.ts'

/** Whole rows, with what must never be given out: the webhook and the secret. */
export const robots = ({ tx, scope }: Context) =>
  tx.selectFrom('chat_robots').selectAll().where('org_id', '=', scope.orgId).orderBy('id').execute()
export type RobotRow = Awaited<ReturnType<typeof robots>>[number]

export const robotById = ({ tx, scope }: Context, id: string) =>
  tx.selectFrom('chat_robots').selectAll().where('org_id', '=', scope.orgId).where('id', '=', id).executeTakeFirst()

export const robotNamed = async ({ tx, scope }: Context, name: string, except: string): Promise<boolean> =>
  (await tx
    .selectFrom('chat_robots')
    .select('id')
    .where('org_id', '=', scope.orgId)
    .where('name', '=', name)
    .where('id', '!=', except)
    .executeTakeFirst()) !== undefined

/** Undefined where the name is taken. */
export const insertRobot = async (
  { tx, scope }: Context,
  robot: Pick<RobotRow, 'kind' | 'name' | 'address' | 'secret' | 'squad_kind' | 'notice_kinds'>,
): Promise<string | undefined> => {
  const row = await tx
    .insertInto('chat_robots')
    .values({ ...robot, org_id: scope.orgId, id: newId() })
    .onConflict((conflict) => conflict.columns(['org_id', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** False where the version is not the one read. What is undefined stays as it is. */
export const updateRobot = (
  context: Context,
  id: string,
  version: number,
  changes: Partial<Pick<RobotRow, 'name' | 'address' | 'secret' | 'squad_kind' | 'notice_kinds' | 'active'>>,
): Promise<boolean> => updateRow(context, 'chat_robots', id, version, changes)

/** Its deliveries go with it. */
export const deleteRobot = async ({ tx, scope }: Context, id: string): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom('chat_robots')
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
