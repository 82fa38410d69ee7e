import { sql } from 'kysely'
import { newId } from '../../../platform/base/ids.ts'
import type { Context } from '../../../platform/server/db/scope.ts'

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Who is on the cases now. */
export const peopleOf = async ({ tx, scope }: Context, caseIds: readonly string[]) =>
  caseIds.length === 0
    ? []
    : tx
        .selectFrom('case_people')
        .innerJoin('people', (join) =>
          join.onRef('people.org_id', '=', 'case_people.org_id').onRef('people.id', '=', 'case_people.person_id'),
        )
        .select([
          'case_people.id',
          'case_people.case_id as caseId',
          'case_people.person_id as personId',
          'case_people.duty',
          'case_people.assigned_at as assignedAt',
          'people.name',
        ])
        .where('case_people.org_id', '=', scope.orgId)
        .where('case_people.case_id', 'in', [...caseIds])
        .where('case_people.removed_at', 'is', null)
        .orderBy('case_people.id')
        .execute()

export const insertPerson = async (
  { tx, scope }: Context,
  it: { caseId: string; personId: string; duty: 'lawyer' | 'mediator' | 'clerk' },
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('case_people')
    .values({
      org_id: scope.orgId,
      id,
      case_id: it.caseId,
      person_id: it.personId,
      duty: it.duty,
      assigned_at: scope.now,
    })
    .execute()
  return id
}

export const removePerson = async ({ tx, scope }: Context, caseId: string, personId: string): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('case_people')
    .set({ removed_at: scope.now })
    .where('org_id', '=', scope.orgId)
    .where('case_id', '=', caseId)
    .where('person_id', '=', personId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whether somebody works for the union here: holds a role of the office or is a member of a team. */
export const worksHere = async ({ tx, scope }: Context, personId: string): Promise<boolean> =>
  (await tx
    .selectFrom('role_grants')
    .select('id')
    .where('org_id', '=', scope.orgId)
    .where('person_id', '=', personId)
    .where('role', 'in', ['admin', 'staff', 'leader', 'member'])
    .where('revoked_at', 'is', null)
    .executeTakeFirst()) !== undefined

/** The enterprise a person is contact of, as ties to it. */
export const contactTies = async ({ tx, scope }: Context, personId: string) =>
  tx
    .selectFrom('role_grants')
    .innerJoin('enterprises', (join) =>
      join
        .onRef('enterprises.org_id', '=', 'role_grants.org_id')
        .onRef('enterprises.id', '=', 'role_grants.enterprise_id'),
    )
    .select(['enterprises.name as employer', 'enterprises.id as enterpriseId'])
    .where('role_grants.org_id', '=', scope.orgId)
    .where('role_grants.person_id', '=', personId)
    .where('role_grants.role', '=', 'contact')
    .where('role_grants.revoked_at', 'is', null)
    .execute()

export const ties = ({ tx, scope }: Context, personId?: string) => {
  const query = tx
    .selectFrom('lawyer_ties')
    .innerJoin('people', (join) =>
      join.onRef('people.org_id', '=', 'lawyer_ties.org_id').onRef('people.id', '=', 'lawyer_ties.person_id'),
    )
    .select([
      'lawyer_ties.id',
      'lawyer_ties.person_id as personId',
      'people.name as personName',
      'lawyer_ties.employer',
      'lawyer_ties.enterprise_id as enterpriseId',
      'lawyer_ties.note',
    ])
    .where('lawyer_ties.org_id', '=', scope.orgId)
    .orderBy('lawyer_ties.id')
  return (personId ? query.where('lawyer_ties.person_id', '=', personId) : query).execute()
}

export const insertTie = async (
  { tx, scope }: Context,
  it: { personId: string; employer: string; enterpriseId?: string; note: string },
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('lawyer_ties')
    .values({
      org_id: scope.orgId,
      id,
      person_id: it.personId,
      employer: it.employer,
      enterprise_id: it.enterpriseId ?? null,
      note: it.note,
    })
    .execute()
  return id
}

/** Cases not closed that this person is on now. */
export const openCasesOf = ({ tx, scope }: Context, personId: string) =>
  tx
    .selectFrom('case_people')
    .innerJoin('cases', (join) =>
      join.onRef('cases.org_id', '=', 'case_people.org_id').onRef('cases.id', '=', 'case_people.case_id'),
    )
    .select(['cases.id', 'cases.year', 'cases.ordinal', 'cases.employer', 'cases.enterprise_id as enterpriseId'])
    .where('case_people.org_id', '=', scope.orgId)
    .where('case_people.person_id', '=', personId)
    .where('case_people.removed_at', 'is', null)
    .where('cases.status', '!=', 'closed')
    .orderBy('cases.id')
    .execute()

export const deleteTie = async ({ tx, scope }: Context, id: string): Promise<boolean> =>
  (await tx.deleteFrom('lawyer_ties').where('org_id', '=', scope.orgId).where('id', '=', id).executeTakeFirst())
    .numDeletedRows > 0n

export const enterpriseExists = async ({ tx, scope }: Context, id: string): Promise<boolean> =>
  (await tx
    .selectFrom('enterprises')
    .select('id')
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .executeTakeFirst()) !== undefined

export const insertView = async (
  { tx, scope }: Context,
  caseId: string,
  what: 'case' | 'file' | 'document',
  refused = false,
): Promise<void> => {
  await tx
    .insertInto('case_views')
    .values({
      org_id: scope.orgId,
      id: newId(),
      case_id: caseId,
      person_id: scope.personId ?? NOBODY,
      what,
      refused,
      seen_at: scope.now,
    })
    .execute()
}

export const viewsOf = ({ tx, scope }: Context, caseId: string) =>
  tx
    .selectFrom('case_views')
    .leftJoin('people', (join) =>
      join.onRef('people.org_id', '=', 'case_views.org_id').onRef('people.id', '=', 'case_views.person_id'),
    )
    .select([
      sql<string>`coalesce(people.name, '没有登录的人')`.as('personName'),
      'case_views.what',
      'case_views.refused',
      'case_views.seen_at as at',
    ])
    .where('case_views.org_id', '=', scope.orgId)
    .where('case_views.case_id', '=', caseId)
    .orderBy('case_views.id', 'desc')
    .limit(500)
    .execute()

/** Those who run cases and are told of new ones. */
export const clerks = async ({ tx, scope }: Context): Promise<string[]> =>
  (
    await tx
      .selectFrom('role_grants')
      .select('person_id')
      .where('org_id', '=', scope.orgId)
      .where('role', '=', 'staff')
      .where('revoked_at', 'is', null)
      .execute()
  ).map((row) => row.person_id)
