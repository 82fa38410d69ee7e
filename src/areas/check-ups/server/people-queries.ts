import type { Role } from '../../../platform/base/operation.ts'
import type { Context } from '../../../platform/server/db/scope.ts'

/** Names of those of these people who may inspect: staff, leaders, members of teams. */
export const possibleInspectors = ({ tx, scope }: Context, personIds: readonly string[]) =>
  tx
    .selectFrom('people')
    .innerJoin('role_grants', (join) =>
      join.onRef('role_grants.org_id', '=', 'people.org_id').onRef('role_grants.person_id', '=', 'people.id'),
    )
    .select(['people.id', 'people.name'])
    .distinct()
    .where('people.org_id', '=', scope.orgId)
    .where('people.id', 'in', [...personIds])
    .where('role_grants.revoked_at', 'is', null)
    .where('role_grants.role', 'in', ['admin', 'staff', 'leader', 'member'])
    .execute()

const withRole = async ({ tx, scope }: Context, roles: readonly Role[], enterpriseId?: string): Promise<string[]> => {
  let query = tx
    .selectFrom('role_grants')
    .select('person_id')
    .distinct()
    .where('org_id', '=', scope.orgId)
    .where('role', 'in', [...roles])
    .where('revoked_at', 'is', null)
  if (enterpriseId) query = query.where('enterprise_id', '=', enterpriseId)
  return (await query.execute()).map((row) => row.person_id)
}

export const staffAndChair = (context: Context): Promise<string[]> => withRole(context, ['staff', 'chair'])
export const staff = (context: Context): Promise<string[]> => withRole(context, ['staff'])
export const contactsOf = (context: Context, enterpriseId: string): Promise<string[]> =>
  withRole(context, ['contact'], enterpriseId)

export const unionName = async ({ tx, scope }: Context): Promise<string> =>
  (await tx.selectFrom('orgs').select('union_name').where('id', '=', scope.orgId).executeTakeFirstOrThrow()).union_name
