import type { Context } from '../../../platform/server/db/scope.ts'
import type { BurdenBudget } from '../domain/burden-budget.ts'
import type { GapException, GapRules, QuietSeason } from '../domain/gaps.ts'

export interface EnterpriseForPlan {
  readonly id: string
  readonly name: string
  readonly longitude: number
  readonly latitude: number
  readonly coverage: number
  readonly budget: BurdenBudget
  readonly rules: GapRules
}

/** Everything the planner needs of enterprises, in four statements whatever their number. */
export const enterprisesForPlan = async (
  { tx, scope }: Context,
  ids: readonly string[],
): Promise<EnterpriseForPlan[]> => {
  if (ids.length === 0) return []
  const enterprises = await tx
    .selectFrom('enterprises')
    .select(['id', 'name', 'longitude', 'latitude', 'coverage_value', 'visits_per_month', 'min_days_between'])
    .where('org_id', '=', scope.orgId)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute()
  const patterns = await tx
    .selectFrom('gap_patterns')
    .select(['enterprise_id', 'kind', 'weekdays', 'from_minute', 'to_minute'])
    .where('org_id', '=', scope.orgId)
    .where('enterprise_id', 'in', [...ids])
    .execute()
  const exceptions = await tx
    .selectFrom('gap_exceptions')
    .select(['enterprise_id', 'date', 'effect', 'kind', 'from_minute', 'to_minute'])
    .where('org_id', '=', scope.orgId)
    .where('enterprise_id', 'in', [...ids])
    .execute()
  const quiet = await tx
    .selectFrom('quiet_seasons')
    .select(['enterprise_id', 'from_date', 'to_date', 'kind'])
    .where('org_id', '=', scope.orgId)
    .where('enterprise_id', 'in', [...ids])
    .execute()
  const patternsBy = Map.groupBy(patterns, (it) => it.enterprise_id)
  const exceptionsBy = Map.groupBy(exceptions, (it) => it.enterprise_id)
  const quietBy = Map.groupBy(quiet, (it) => it.enterprise_id)
  return enterprises.map((row) => ({
    id: row.id,
    name: row.name,
    longitude: row.longitude,
    latitude: row.latitude,
    coverage: row.coverage_value,
    budget: { visitsPerMonth: row.visits_per_month, minDaysBetween: row.min_days_between },
    rules: {
      patterns: (patternsBy.get(row.id) ?? []).map((it) => ({
        kind: it.kind,
        weekdays: it.weekdays,
        from: it.from_minute,
        to: it.to_minute,
      })),
      exceptions: (exceptionsBy.get(row.id) ?? []).map((it): GapException => ({
        date: it.date,
        effect: it.effect,
        ...(it.kind && it.from_minute !== null && it.to_minute !== null
          ? { gap: { kind: it.kind, from: it.from_minute, to: it.to_minute } }
          : {}),
      })),
      quiet: (quietBy.get(row.id) ?? []).map((it): QuietSeason => ({
        from: it.from_date,
        to: it.to_date,
        kind: it.kind,
      })),
    },
  }))
}
