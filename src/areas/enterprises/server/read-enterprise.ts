import type { z } from 'zod'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import { has, type Context } from '../../../platform/server/db/scope.ts'
import type { enterpriseSchema } from '../contract.ts'
import { meterOf } from '../domain/burden-budget.ts'
import * as gaps from './gap-queries.ts'
import * as register from './register-queries.ts'

type EnterpriseOut = z.input<typeof enterpriseSchema>

/** The office reaches every enterprise, a contact only those they are contact of. */
export const reaches = ({ scope }: Context, enterpriseId: string): boolean =>
  has(scope, 'admin', 'chair', 'staff', 'leader') ||
  (has(scope, 'contact') && scope.enterpriseIds.includes(enterpriseId))

/** NOT_FOUND also where it is there but out of reach, so that ids of others tell nothing. */
export const readEnterprise = async (context: Context, id: string): Promise<Result<EnterpriseOut, 'NOT_FOUND'>> => {
  if (!reaches(context, id)) return fail('NOT_FOUND')
  const row = await register.enterpriseRow(context, id)
  if (!row) return fail('NOT_FOUND')
  const visits = await register.standingVisits(context, id)
  return ok({
    ...row,
    patterns: await gaps.patternsOf(context, id),
    exceptions: await gaps.exceptionsOf(context, id),
    quiet: await gaps.quietOf(context, id),
    meter: meterOf(
      visits.map((visit) => visit.date),
      { visitsPerMonth: row.visitsPerMonth, minDaysBetween: row.minDaysBetween },
      context.scope.today,
    ),
  })
}
