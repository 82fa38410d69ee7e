import { sql } from 'kysely'
import { newId } from '../../../platform/base/ids.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { updateRow } from '../../../platform/server/db/update-row.ts'

export type GapKind = 'break' | 'handover' | 'office'

/** The whole menu with the teams that give each activity. */
export const kinds = async ({ tx, scope }: Context) => {
  const rows = await tx
    .selectFrom('activity_kinds')
    .select([
      'id',
      'squad_kind as squadKind',
      'name',
      'description',
      'counts_as as countsAs',
      'minutes',
      'setup_minutes as setupMinutes',
      'gap_kinds as gapKinds',
      'value',
      'active',
      'version',
    ])
    .where('org_id', '=', scope.orgId)
    .orderBy('id')
    .execute()
  const teams = await tx
    .selectFrom('team_kinds')
    .innerJoin('teams', (join) =>
      join.onRef('teams.org_id', '=', 'team_kinds.org_id').onRef('teams.id', '=', 'team_kinds.team_id'),
    )
    .select(['team_kinds.activity_kind_id as kindId', 'teams.id', 'teams.name'])
    .where('team_kinds.org_id', '=', scope.orgId)
    .where('teams.active', '=', true)
    .orderBy('teams.id')
    .execute()
  const by = Map.groupBy(teams, (it) => it.kindId)
  return rows.map((row) => ({ ...row, gapKinds: row.gapKinds as GapKind[], teams: by.get(row.id) ?? [] }))
}

export const kindNamed = async ({ tx, scope }: Context, name: string, except?: string): Promise<boolean> => {
  let query = tx.selectFrom('activity_kinds').select('id').where('org_id', '=', scope.orgId).where('name', '=', name)
  if (except) query = query.where('id', '!=', except)
  return (await query.executeTakeFirst()) !== undefined
}

export const insertKind = async (
  { tx, scope }: Context,
  it: {
    squadKind: 'culture' | 'skills' | 'rights'
    countsAs: 'talk' | 'show' | 'reading' | 'advice' | 'clinic' | 'training' | 'other'
    name: string
    description: string
    minutes: number
    setupMinutes: number
    gapKinds: readonly GapKind[]
    value: number
  },
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('activity_kinds')
    .values({
      org_id: scope.orgId,
      id,
      squad_kind: it.squadKind,
      counts_as: it.countsAs,
      name: it.name,
      description: it.description,
      minutes: it.minutes,
      setup_minutes: it.setupMinutes,
      gap_kinds: [...it.gapKinds],
      value: it.value,
    })
    .execute()
  return id
}

export const updateKind = (
  context: Context,
  id: string,
  version: number,
  it: {
    name?: string
    description?: string
    minutes?: number
    setupMinutes?: number
    gapKinds?: readonly GapKind[]
    value?: number
    active?: boolean
  },
): Promise<boolean> =>
  updateRow(context, 'activity_kinds', id, version, {
    name: it.name,
    description: it.description,
    minutes: it.minutes,
    setup_minutes: it.setupMinutes,
    gap_kinds: it.gapKinds && [...it.gapKinds],
    value: it.value,
    active: it.active,
  })

export const needs = ({ tx, scope }: Context) =>
  tx
    .selectFrom('standing_needs')
    .innerJoin('activity_kinds', (join) =>
      join
        .onRef('activity_kinds.org_id', '=', 'standing_needs.org_id')
        .onRef('activity_kinds.id', '=', 'standing_needs.activity_kind_id'),
    )
    .select([
      'standing_needs.id',
      'standing_needs.activity_kind_id as activityKindId',
      'activity_kinds.name as activityName',
      sql<number>`activity_kinds.minutes + activity_kinds.setup_minutes`.as('minutes'),
      'standing_needs.enterprise_id as enterpriseId',
      'standing_needs.pilot_level as pilotLevel',
      'standing_needs.every_months as everyMonths',
      'standing_needs.value',
    ])
    .where('standing_needs.org_id', '=', scope.orgId)
    .where('standing_needs.active', '=', true)
    .orderBy('standing_needs.id')
    .execute()

/** Per enterprise: its level, when each kind was last held or stands, and which kinds wait for a place. */
export const needTargets = async ({ tx, scope }: Context) => {
  const enterprises = await tx
    .selectFrom('enterprises')
    .select(['id', 'pilot_level as pilotLevel'])
    .where('org_id', '=', scope.orgId)
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute()
  const last = await tx
    .selectFrom('visits')
    .select(['enterprise_id', 'activity_kind_id', sql<string>`max(date)`.as('on')])
    .where('org_id', '=', scope.orgId)
    .where('status', 'not in', ['cancelled', 'declined'])
    .groupBy(['enterprise_id', 'activity_kind_id'])
    .execute()
  const waiting = await tx
    .selectFrom('requests')
    .select(['enterprise_id', 'activity_kind_id'])
    .where('org_id', '=', scope.orgId)
    // An open request whose days are over will never be planned.
    .where((eb) =>
      eb.or([eb('status', '=', 'planned'), eb.and([eb('status', '=', 'open'), eb('latest_on', '>=', scope.today)])]),
    )
    .execute()
  const lastBy = Map.groupBy(last, (it) => it.enterprise_id)
  const waitingBy = Map.groupBy(waiting, (it) => it.enterprise_id)
  return enterprises.map((it) => ({
    ...it,
    lastOn: new Map((lastBy.get(it.id) ?? []).map((row) => [row.activity_kind_id, row.on])),
    waiting: new Set((waitingBy.get(it.id) ?? []).map((row) => row.activity_kind_id)),
  }))
}
