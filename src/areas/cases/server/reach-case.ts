import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import type { Services } from '../../../platform/server/services.ts'
import { decide, type CaseAction, type CaseState } from '../domain/index.ts'
import * as cases from './case-queries.ts'
import { openSeal, type CaseSeal } from './sealed-case.ts'

export interface ReachedCase {
  readonly row: cases.LockedCase
  readonly seal: CaseSeal
  readonly next: CaseState
}

/** Locks a case this person reaches for an action its state allows, and opens its key. */
export const reachCase = async (
  context: Context,
  id: string,
  action: CaseAction,
  services: Services,
): Promise<Result<ReachedCase, 'NOT_FOUND' | 'CASE_STATE'>> => {
  const row = await cases.lockCase(context, id)
  if (!row) return fail('NOT_FOUND')
  const next = decide(row.status, action)
  return next.ok ? ok({ row, seal: openSeal(services, id, row.wrappedKey), next: next.value }) : next
}

/** As it is told and filed: the year and at least three digits. */
export const numberOf = (it: { readonly year: number; readonly ordinal: number }): string =>
  `${it.year}-${String(it.ordinal).padStart(3, '0')}`

/** Where whoever works on a case reads it. */
export const phoneLinkOf = (id: string): string => `/m/cases/${id}`
