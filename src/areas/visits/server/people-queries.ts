import type { Context } from '../../../platform/server/db/scope.ts'

/** Contacts of enterprises. */
export const contactsOf = async ({ tx, scope }: Context, enterpriseIds: readonly string[]): Promise<string[]> =>
  enterpriseIds.length === 0
    ? []
    : (
        await tx
          .selectFrom('role_grants')
          .select('person_id')
          .where('org_id', '=', scope.orgId)
          .where('role', '=', 'contact')
          .where('enterprise_id', 'in', [...enterpriseIds])
          .where('revoked_at', 'is', null)
          .execute()
      ).map((row) => row.person_id)

export const peopleOfTeams = async ({ tx, scope }: Context, teamIds: readonly string[]): Promise<string[]> =>
  teamIds.length === 0
    ? []
    : (
        await tx
          .selectFrom('members')
          .select('person_id')
          .where('org_id', '=', scope.orgId)
          .where('team_id', 'in', [...teamIds])
          .where('active', '=', true)
          .execute()
      ).map((row) => row.person_id)

export const staffPeople = async ({ tx, scope }: Context): Promise<string[]> =>
  (
    await tx
      .selectFrom('role_grants')
      .select('person_id')
      .where('org_id', '=', scope.orgId)
      .where('role', '=', 'staff')
      .where('revoked_at', 'is', null)
      .execute()
  ).map((row) => row.person_id)
