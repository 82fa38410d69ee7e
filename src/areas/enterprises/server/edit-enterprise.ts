import { fail, type Result } from '../../../platform/base/result.ts'
import type { BodyOf } from '../../../platform/base/operation.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { stale } from '../../../platform/server/http/stale.ts'
import type * as contract from '../contract.ts'
import { weekProblems } from '../domain/gaps.ts'
import * as gaps from './gap-queries.ts'
import * as register from './register-queries.ts'
import { readEnterprise } from './read-enterprise.ts'

type Read = Awaited<ReturnType<typeof readEnterprise>>

/** Changes the register's facts; a point moved by hand is no placeholder any more. */
export const editEnterprise = async (
  context: Context,
  id: string,
  version: number,
  changes: BodyOf<typeof contract.editEnterprise>,
): Promise<Read | Result<never, 'STALE' | 'NOT_FOUND'>> => {
  const before = await readEnterprise(context, id)
  if (!before.ok) return before
  const moved = changes.longitude !== undefined || changes.latitude !== undefined
  const written = await register.updateEnterprise(context, id, version, {
    name: changes.name,
    industry: changes.industry,
    headcount: changes.headcount,
    pilot_level: changes.pilotLevel,
    contact_name: changes.contactName,
    contact_phone: changes.contactPhone,
    longitude: changes.longitude,
    latitude: changes.latitude,
    visits_per_month: changes.visitsPerMonth,
    min_days_between: changes.minDaysBetween,
    phones_allowed: changes.phonesAllowed,
    ...(moved ? { point_source: 'operator' as const } : {}),
  })
  return written ? readEnterprise(context, id) : stale(changes, before.value)
}

/** Replaces the week's patterns as a whole; the enterprise's version guards them too. */
export const setWeek = async (
  context: Context,
  id: string,
  version: number,
  patterns: BodyOf<typeof contract.setWeek>['patterns'],
): Promise<Read | Result<never, 'STALE' | 'NOT_FOUND' | 'WEEK_INVALID'>> => {
  const before = await readEnterprise(context, id)
  if (!before.ok) return before
  const problems = weekProblems(patterns)
  if (problems.length > 0) return fail('WEEK_INVALID', { problems })
  if (!(await register.updateEnterprise(context, id, version, {}))) return stale({ patterns }, before.value)
  await gaps.replacePatterns(context, id, patterns)
  return readEnterprise(context, id)
}
