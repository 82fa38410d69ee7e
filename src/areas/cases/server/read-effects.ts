import type { OutputOf } from '../../../platform/base/operation.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import { has, withScope, type Context } from '../../../platform/server/db/scope.ts'
import type { Services } from '../../../platform/server/services.ts'
import { entitlementsOf, readClaim } from '../../../engines/entitlements/index.ts'
import { parametersIfDecided, parametersInForce } from '../../entitlements/server/index.ts'
import type * as contract from '../contract.ts'
import { effectsOf } from '../domain/index.ts'
import * as cases from './case-queries.ts'
import * as claimants from './claimant-queries.ts'
import { numberOf } from './reach-case.ts'
import { openSeal } from './sealed-case.ts'

type Effects = OutputOf<typeof contract.readEffects>

/**
 * The open cases whose figures would change if a version that waits were decided. Who may not open cases is told how
 * many they are. Nothing of the computation is kept.
 */
export const readEffects = async (
  context: Context,
  parameterId: string,
  services: Services,
): Promise<Result<Effects, 'NOT_FOUND'>> => {
  const then = await parametersIfDecided(context, parameterId)
  if (!then) return fail('NOT_FOUND')
  const now = await parametersInForce(context)
  const all = withScope(context, { roles: ['admin'] })
  const rows: Effects['rows'] = []
  let computed = 0
  for (const row of [
    ...(await cases.casesBy(all, { status: 'open' })),
    ...(await cases.casesBy(all, { status: 'received' })),
  ]) {
    const seal = openSeal(services, row.id, row.wrappedKey)
    for (const person of await claimants.claimantsOf(all, row.id)) {
      const claim = readClaim(seal.open('claimant', person.id, person.sealed).claim)
      if (!claim.ok) continue
      computed++
      const lines = effectsOf(entitlementsOf(claim.value, now), entitlementsOf(claim.value, then))
      if (lines.length > 0) rows.push({ caseId: row.id, number: numberOf(row), ordinal: person.ordinal, lines })
    }
  }
  return ok({ computed, changed: rows.length, rows: has(context.scope, 'admin', 'staff') ? rows : [] })
}
