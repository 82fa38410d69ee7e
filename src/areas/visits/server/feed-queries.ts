import { addDays } from '../../../platform/base/civil-date.ts'
import { newId } from '../../../platform/base/ids.ts'
import type { Context } from '../../../platform/server/db/scope.ts'

/** Visits of a calendar's subject from 60 days back, cancelled ones included. */
export const feedVisits = ({ tx, scope }: Context, subject: { kind: 'member' | 'team' | 'enterprise'; id: string }) => {
  let query = tx
    .selectFrom('visits')
    .innerJoin('enterprises', (join) =>
      join.onRef('enterprises.org_id', '=', 'visits.org_id').onRef('enterprises.id', '=', 'visits.enterprise_id'),
    )
    .innerJoin('activity_kinds', (join) =>
      join
        .onRef('activity_kinds.org_id', '=', 'visits.org_id')
        .onRef('activity_kinds.id', '=', 'visits.activity_kind_id'),
    )
    .innerJoin('teams', (join) =>
      join.onRef('teams.org_id', '=', 'visits.org_id').onRef('teams.id', '=', 'visits.team_id'),
    )
    .select([
      'visits.id',
      'visits.sequence',
      'visits.updated_at as updatedAt',
      'visits.date',
      'visits.start_minute as from',
      'visits.end_minute as to',
      'visits.status',
      'enterprises.name as enterpriseName',
      'enterprises.longitude',
      'enterprises.latitude',
      'teams.name as teamName',
      'activity_kinds.name as activityName',
    ])
    .where('visits.org_id', '=', scope.orgId)
    .where('visits.status', '!=', 'planned')
    .where('visits.date', '>=', addDays(scope.today, -60))
  if (subject.kind === 'enterprise') query = query.where('visits.enterprise_id', '=', subject.id)
  else if (subject.kind === 'team') query = query.where('visits.team_id', '=', subject.id)
  else
    query = query.where('visits.team_id', 'in', (eb) =>
      eb
        .selectFrom('members')
        .select('members.team_id')
        .where('members.org_id', '=', scope.orgId)
        .where('members.person_id', '=', subject.id)
        .where('members.active', '=', true),
    )
  return query.orderBy('visits.date').execute()
}

export const feedSubjectName = async (
  { tx, scope }: Context,
  subject: { kind: 'member' | 'team' | 'enterprise'; id: string },
): Promise<string | undefined> => {
  const table = { member: 'people', team: 'teams', enterprise: 'enterprises' } as const
  const row = await tx
    .selectFrom(table[subject.kind])
    .select('name')
    .where('org_id', '=', scope.orgId)
    .where('id', '=', subject.id)
    .executeTakeFirst()
  return row?.name
}

/** Replaces a subject's token by a new one; only its hash is kept. */
export const replaceFeedToken = async (
  { tx, scope }: Context,
  subject: { kind: 'member' | 'team' | 'enterprise'; id: string },
  tokenHash: string,
): Promise<void> => {
  const old = await tx
    .updateTable('calendar_tokens')
    .set({ revoked_at: scope.now })
    .where('org_id', '=', scope.orgId)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('revoked_at', 'is', null)
    .returning('token_hash')
    .execute()
  if (old.length > 0)
    await tx
      .deleteFrom('calendar_token_directory')
      .where(
        'token_hash',
        'in',
        old.map((row) => row.token_hash),
      )
      .execute()
  await tx
    .insertInto('calendar_tokens')
    .values({
      org_id: scope.orgId,
      id: newId(),
      subject_kind: subject.kind,
      subject_id: subject.id,
      token_hash: tokenHash,
    })
    .execute()
  await tx.insertInto('calendar_token_directory').values({ token_hash: tokenHash, org_id: scope.orgId }).execute()
}

export const feedSubject = ({ tx, scope }: Context, tokenHash: string) =>
  tx
    .selectFrom('calendar_tokens')
    .select(['subject_kind as kind', 'subject_id as id'])
    .where('org_id', '=', scope.orgId)
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
