import { addDays, type CivilDate } from '../../../platform/base/civil-date.ts'
import { newId } from '../../../platform/base/ids.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import type { GapKind, GapPattern } from '../domain/gaps.ts'

export interface PatternRow {
  kind: GapKind
  weekdays: number[]
  from: number
  to: number
  shiftName: string | null
}

export const patternsOf = async ({ tx, scope }: Context, id: string): Promise<PatternRow[]> => {
  const rows = await tx
    .selectFrom('gap_patterns')
    .select(['kind', 'weekdays', 'from_minute', 'to_minute', 'shift_name'])
    .where('org_id', '=', scope.orgId)
    .where('enterprise_id', '=', id)
    .orderBy('from_minute')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    kind: row.kind,
    weekdays: row.weekdays,
    from: row.from_minute,
    to: row.to_minute,
    shiftName: row.shift_name,
  }))
}

export const replacePatterns = async (
  { tx, scope }: Context,
  enterpriseId: string,
  patterns: readonly GapPattern[],
): Promise<void> => {
  await tx
    .deleteFrom('gap_patterns')
    .where('org_id', '=', scope.orgId)
    .where('enterprise_id', '=', enterpriseId)
    .execute()
  if (patterns.length > 0)
    await insertPatterns(
      { tx, scope } as Context,
      patterns.map((it) => ({ ...it, enterpriseId })),
    )
}

// Parameters of one statement are limited to 65,535; a pattern has eight.
const PATTERNS_A_STATEMENT = 5_000

export const insertPatterns = async (
  { tx, scope }: Context,
  patterns: readonly (GapPattern & { enterpriseId: string })[],
): Promise<void> => {
  for (let at = 0; at < patterns.length; at += PATTERNS_A_STATEMENT)
    await tx
      .insertInto('gap_patterns')
      .values(
        patterns.slice(at, at + PATTERNS_A_STATEMENT).map((it) => ({
          org_id: scope.orgId,
          id: newId(),
          enterprise_id: it.enterpriseId,
          kind: it.kind,
          weekdays: [...it.weekdays],
          from_minute: it.from,
          to_minute: it.to,
          shift_name: it.shiftName ?? null,
        })),
      )
      .execute()
}

export const exceptionsOf = ({ tx, scope }: Context, id: string) =>
  tx
    .selectFrom('gap_exceptions')
    .select(['id', 'date', 'effect', 'kind', 'from_minute as from', 'to_minute as to', 'note'])
    .where('org_id', '=', scope.orgId)
    .where('enterprise_id', '=', id)
    .where('date', '>=', addDays(scope.today, -31))
    .orderBy('date')
    .orderBy('id')
    .execute()

export const insertException = async (
  { tx, scope }: Context,
  enterpriseId: string,
  it: {
    date: CivilDate
    effect: 'closed' | 'added' | 'replaced'
    kind?: GapKind
    from?: number
    to?: number
    note: string
  },
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('gap_exceptions')
    .values({
      org_id: scope.orgId,
      id,
      enterprise_id: enterpriseId,
      date: it.date,
      effect: it.effect,
      kind: it.kind ?? null,
      from_minute: it.from ?? null,
      to_minute: it.to ?? null,
      note: it.note,
    })
    .execute()
  return id
}

export const deleteException = async ({ tx, scope }: Context, enterpriseId: string, id: string): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom('gap_exceptions')
    .where('org_id', '=', scope.orgId)
    .where('enterprise_id', '=', enterpriseId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

export const quietOf = ({ tx, scope }: Context, id: string) =>
  tx
    .selectFrom('quiet_seasons')
    .select(['id', 'from_date as from', 'to_date as to', 'reason', 'kind'])
    .where('org_id', '=', scope.orgId)
    .where('enterprise_id', '=', id)
    .orderBy('from_date')
    .execute()

export const insertQuiet = async (
  { tx, scope }: Context,
  enterpriseId: string,
  it: { from: CivilDate; to: CivilDate; reason: string; kind: 'quiet' | 'freeze' },
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('quiet_seasons')
    .values({
      org_id: scope.orgId,
      id,
      enterprise_id: enterpriseId,
      from_date: it.from,
      to_date: it.to,
      reason: it.reason,
      kind: it.kind,
    })
    .execute()
  return id
}

export const deleteQuiet = async ({ tx, scope }: Context, enterpriseId: string, id: string): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom('quiet_seasons')
    .where('org_id', '=', scope.orgId)
    .where('enterprise_id', '=', enterpriseId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Years an administrator has entered beside the shipped ones. */
export const enteredYears = ({ tx }: Context) => tx.selectFrom('calendar_years').selectAll().orderBy('year').execute()
