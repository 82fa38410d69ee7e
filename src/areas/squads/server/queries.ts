import type { CivilDate } from '../../../platform/base/civil-date.ts'
import { newId } from '../../../platform/base/ids.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { updateRow } from '../../../platform/server/db/update-row.ts'
import type { Hours } from '../domain/team-shift.ts'

export const squads = ({ tx, scope }: Context) =>
  tx
    .selectFrom('squads')
    .select(['id', 'kind', 'name', 'purpose'])
    .where('org_id', '=', scope.orgId)
    .orderBy('id')
    .execute()

const hours = (row: { weekdays: number[]; from_minute: number; to_minute: number }) => ({
  weekdays: row.weekdays,
  from: row.from_minute,
  to: row.to_minute,
})

/** Active members with person, availability and absences from 31 days back; of some teams or of all. */
export const members = async (
  { tx, scope }: Context,
  filter: { teamIds?: readonly string[]; personId?: string } = {},
) => {
  let query = tx
    .selectFrom('members')
    .innerJoin('people', (join) =>
      join.onRef('people.org_id', '=', 'members.org_id').onRef('people.id', '=', 'members.person_id'),
    )
    .innerJoin('teams', (join) =>
      join.onRef('teams.org_id', '=', 'members.org_id').onRef('teams.id', '=', 'members.team_id'),
    )
    .select([
      'members.id',
      'members.person_id as personId',
      'members.team_id as teamId',
      'teams.name as teamName',
      'people.name',
      'people.phone',
      'people.email',
      'members.title',
      'members.skills',
      'members.lead',
      'members.version',
    ])
    .where('members.org_id', '=', scope.orgId)
    .where('members.active', '=', true)
  if (filter.teamIds) query = query.where('members.team_id', 'in', [...filter.teamIds])
  if (filter.personId) query = query.where('members.person_id', '=', filter.personId)
  const rows = await query.orderBy('members.lead', 'desc').orderBy('members.id').execute()
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  const availability = await tx
    .selectFrom('member_availability')
    .select(['member_id', 'weekdays', 'from_minute', 'to_minute'])
    .where('org_id', '=', scope.orgId)
    .where('member_id', 'in', ids)
    .orderBy('id')
    .execute()
  const absences = await tx
    .selectFrom('member_absences')
    .select(['id', 'member_id', 'from_date as from', 'to_date as to', 'reason'])
    .where('org_id', '=', scope.orgId)
    .where('member_id', 'in', ids)
    .orderBy('from_date')
    .execute()
  const availabilityBy = Map.groupBy(availability, (it) => it.member_id)
  const absencesBy = Map.groupBy(absences, (it) => it.member_id)
  return rows.map((row) => ({
    ...row,
    availability: (availabilityBy.get(row.id) ?? []).map(hours),
    absences: absencesBy.get(row.id) ?? [],
  }))
}

/** Active teams with squad, kinds, shifts, exceptions and members, in six statements whatever their number. */
export const teams = async (context: Context) => {
  const { tx, scope } = context
  const rows = await tx
    .selectFrom('teams')
    .innerJoin('squads', (join) =>
      join.onRef('squads.org_id', '=', 'teams.org_id').onRef('squads.id', '=', 'teams.squad_id'),
    )
    .select([
      'teams.id',
      'teams.squad_id as squadId',
      'squads.kind as squadKind',
      'squads.name as squadName',
      'teams.name',
      'teams.base_name as baseName',
      'teams.base_longitude as baseLongitude',
      'teams.base_latitude as baseLatitude',
      'teams.max_visits_per_day as maxVisitsPerDay',
      'teams.max_visits_per_month as maxVisitsPerMonth',
      'teams.version',
    ])
    .where('teams.org_id', '=', scope.orgId)
    .where('teams.active', '=', true)
    .orderBy('squads.id')
    .orderBy('teams.id')
    .execute()
  const kinds = await tx
    .selectFrom('team_kinds')
    .innerJoin('activity_kinds', (join) =>
      join
        .onRef('activity_kinds.org_id', '=', 'team_kinds.org_id')
        .onRef('activity_kinds.id', '=', 'team_kinds.activity_kind_id'),
    )
    .select(['team_kinds.team_id', 'activity_kinds.id', 'activity_kinds.name'])
    .where('team_kinds.org_id', '=', scope.orgId)
    .orderBy('activity_kinds.id')
    .execute()
  const shifts = await tx
    .selectFrom('team_shifts')
    .select(['team_id', 'weekdays', 'from_minute', 'to_minute'])
    .where('org_id', '=', scope.orgId)
    .orderBy('id')
    .execute()
  const exceptions = await tx
    .selectFrom('team_shift_exceptions')
    .select(['id', 'team_id', 'date', 'off', 'from_minute as from', 'to_minute as to', 'reason'])
    .where('org_id', '=', scope.orgId)
    .orderBy('date')
    .execute()
  const people = await members(context)
  const kindsBy = Map.groupBy(kinds, (it) => it.team_id)
  const shiftsBy = Map.groupBy(shifts, (it) => it.team_id)
  const exceptionsBy = Map.groupBy(exceptions, (it) => it.team_id)
  const membersBy = Map.groupBy(people, (it) => it.teamId)
  return rows.map((row) => ({
    ...row,
    kinds: kindsBy.get(row.id) ?? [],
    shifts: (shiftsBy.get(row.id) ?? []).map(hours),
    shiftExceptions: exceptionsBy.get(row.id) ?? [],
    members: membersBy.get(row.id) ?? [],
  }))
}

export const squadExists = async ({ tx, scope }: Context, id: string): Promise<boolean> =>
  (await tx
    .selectFrom('squads')
    .select('id')
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .executeTakeFirst()) !== undefined

export const teamNamed = async ({ tx, scope }: Context, name: string, except?: string): Promise<boolean> => {
  let query = tx.selectFrom('teams').select('id').where('org_id', '=', scope.orgId).where('name', '=', name)
  if (except) query = query.where('id', '!=', except)
  return (await query.executeTakeFirst()) !== undefined
}

export const insertTeam = async (
  { tx, scope }: Context,
  team: { squadId: string; name: string; baseName: string; baseLongitude: number; baseLatitude: number },
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('teams')
    .values({
      org_id: scope.orgId,
      id,
      squad_id: team.squadId,
      name: team.name,
      base_name: team.baseName,
      base_longitude: team.baseLongitude,
      base_latitude: team.baseLatitude,
    })
    .execute()
  return id
}

export const updateTeam = (
  context: Context,
  id: string,
  version: number,
  changes: { name?: string; base_name?: string; max_visits_per_day?: number; max_visits_per_month?: number | null },
): Promise<boolean> => updateRow(context, 'teams', id, version, changes)

export const replaceKinds = async (
  { tx, scope }: Context,
  teamId: string,
  kindIds: readonly string[],
): Promise<void> => {
  await tx.deleteFrom('team_kinds').where('org_id', '=', scope.orgId).where('team_id', '=', teamId).execute()
  if (kindIds.length > 0)
    await tx
      .insertInto('team_kinds')
      .values([...new Set(kindIds)].map((id) => ({ org_id: scope.orgId, team_id: teamId, activity_kind_id: id })))
      .execute()
}

export const kindsExist = async ({ tx, scope }: Context, ids: readonly string[]): Promise<boolean> => {
  if (ids.length === 0) return true
  const rows = await tx
    .selectFrom('activity_kinds')
    .select('id')
    .where('org_id', '=', scope.orgId)
    .where('id', 'in', [...ids])
    .execute()
  return rows.length === new Set(ids).size
}

export const replaceShifts = async (
  { tx, scope }: Context,
  teamId: string,
  shifts: readonly Hours[],
): Promise<void> => {
  await tx.deleteFrom('team_shifts').where('org_id', '=', scope.orgId).where('team_id', '=', teamId).execute()
  if (shifts.length > 0)
    await tx
      .insertInto('team_shifts')
      .values(
        shifts.map((it) => ({
          org_id: scope.orgId,
          id: newId(),
          team_id: teamId,
          weekdays: [...it.weekdays],
          from_minute: it.from,
          to_minute: it.to,
        })),
      )
      .execute()
}

export const putShiftException = async (
  { tx, scope }: Context,
  teamId: string,
  date: CivilDate,
  it: { off: boolean; from?: number; to?: number; reason: string },
): Promise<void> => {
  const values = { off: it.off, from_minute: it.from ?? null, to_minute: it.to ?? null, reason: it.reason }
  await tx
    .insertInto('team_shift_exceptions')
    .values({ org_id: scope.orgId, id: newId(), team_id: teamId, date, ...values })
    .onConflict((conflict) => conflict.columns(['org_id', 'team_id', 'date']).doUpdateSet(values))
    .execute()
}

export const insertMember = async (
  { tx, scope }: Context,
  teamId: string,
  it: { name: string; phone?: string; email?: string; title: string; skills: readonly string[]; lead: boolean },
): Promise<string> => {
  const personId = newId()
  const id = newId()
  await tx
    .insertInto('people')
    .values({ org_id: scope.orgId, id: personId, name: it.name, phone: it.phone ?? null, email: it.email ?? null })
    .execute()
  await tx
    .insertInto('members')
    .values({
      org_id: scope.orgId,
      id,
      person_id: personId,
      team_id: teamId,
      title: it.title,
      skills: [...it.skills],
      lead: it.lead,
    })
    .execute()
  return id
}

export const memberById = ({ tx, scope }: Context, id: string) =>
  tx
    .selectFrom('members')
    .select(['id', 'person_id as personId', 'team_id as teamId', 'title', 'skills', 'active', 'version'])
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .executeTakeFirst()

export const updateMember = (
  context: Context,
  id: string,
  version: number,
  changes: { title?: string; skills?: string[]; active?: boolean },
): Promise<boolean> => updateRow(context, 'members', id, version, changes)

/** Ends what a person may do for a team they have left; only an administrator gives it again. */
export const revokeTeamGrants = async (
  { tx, scope }: Context,
  { personId, teamId }: { personId: string; teamId: string },
): Promise<void> => {
  await tx
    .updateTable('role_grants')
    .set({ revoked_at: scope.now })
    .where('org_id', '=', scope.orgId)
    .where('person_id', '=', personId)
    .where('team_id', '=', teamId)
    .where('revoked_at', 'is', null)
    .execute()
}

export const replaceAvailability = async (
  { tx, scope }: Context,
  memberId: string,
  list: readonly Hours[],
): Promise<void> => {
  await tx
    .deleteFrom('member_availability')
    .where('org_id', '=', scope.orgId)
    .where('member_id', '=', memberId)
    .execute()
  if (list.length > 0)
    await tx
      .insertInto('member_availability')
      .values(
        list.map((it) => ({
          org_id: scope.orgId,
          id: newId(),
          member_id: memberId,
          weekdays: [...it.weekdays],
          from_minute: it.from,
          to_minute: it.to,
        })),
      )
      .execute()
}

export const insertAbsence = async (
  { tx, scope }: Context,
  memberId: string,
  it: { from: CivilDate; to: CivilDate; reason: string },
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('member_absences')
    .values({ org_id: scope.orgId, id, member_id: memberId, from_date: it.from, to_date: it.to, reason: it.reason })
    .execute()
  return id
}

export const partners = ({ tx, scope }: Context) =>
  tx
    .selectFrom('partner_orgs')
    .innerJoin('squads', (join) =>
      join.onRef('squads.org_id', '=', 'partner_orgs.org_id').onRef('squads.id', '=', 'partner_orgs.squad_id'),
    )
    .select([
      'partner_orgs.id',
      'partner_orgs.name',
      'partner_orgs.kind',
      'partner_orgs.squad_id as squadId',
      'squads.name as squadName',
      'partner_orgs.contact_name as contactName',
      'partner_orgs.contact_phone as contactPhone',
      'partner_orgs.note',
    ])
    .where('partner_orgs.org_id', '=', scope.orgId)
    .orderBy('partner_orgs.id')
    .execute()

export const insertPartner = async (
  { tx, scope }: Context,
  it: { name: string; kind: string; squadId: string; contactName: string; contactPhone: string; note: string },
): Promise<string | undefined> => {
  const row = await tx
    .insertInto('partner_orgs')
    .values({
      org_id: scope.orgId,
      id: newId(),
      name: it.name,
      kind: it.kind,
      squad_id: it.squadId,
      contact_name: it.contactName,
      contact_phone: it.contactPhone,
      note: it.note,
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}
