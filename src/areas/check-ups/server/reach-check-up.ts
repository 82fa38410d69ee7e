import { fail, ok, type Result } from '../../../platform/base/result.ts'
import { has, type Context } from '../../../platform/server/db/scope.ts'
import { decide, type CheckUpAction, type CheckUpState } from '../domain/states.ts'
import * as queries from './check-up-queries.ts'

export type Who = 'office' | 'inspector' | 'contact'

/** Staff stand in for inspectors; a leader or member inspects where named. */
export const inspects = ({ scope }: Context, inspectors: readonly { personId: string }[]): boolean =>
  has(scope, 'admin', 'staff') ||
  (has(scope, 'leader', 'member') && inspectors.some((it) => it.personId === scope.personId))

export const speaksFor = ({ scope }: Context, enterpriseId: string): boolean =>
  has(scope, 'contact') && scope.enterpriseIds.includes(enterpriseId)

/** Whether this person acts here on the union's side, and so sees results before the report. */
export const seesResults = (context: Context, inspectors: readonly { personId: string }[]): boolean =>
  queries.seesAll(context) || inspectors.some((it) => it.personId === context.scope.personId)

const may = (
  context: Context,
  who: Who,
  row: queries.CheckUpRecord,
  inspectors: readonly { personId: string }[],
): boolean => {
  if (who === 'contact') return speaksFor(context, row.enterpriseId)
  return who === 'office' ? has(context.scope, 'admin', 'staff') : inspects(context, inspectors)
}

export interface Reached {
  readonly row: queries.CheckUpRecord
  readonly inspectors: Awaited<ReturnType<typeof queries.inspectorsOf>>
  readonly next: CheckUpState
}

/** Locks a check-up and decides on an action; NOT_FOUND also where the person may not. */
export const lockFor = async (
  context: Context,
  id: string,
  action: CheckUpAction,
  who: Who,
): Promise<Result<Reached, 'NOT_FOUND' | 'CHECK_UP_STATE'>> => {
  await queries.lockCheckUp(context, id)
  const row = await queries.checkUpRow(context, id)
  if (!row) return fail('NOT_FOUND')
  const inspectors = await queries.inspectorsOf(context, id)
  if (!may(context, who, row, inspectors)) return fail('NOT_FOUND')
  const next = decide(row.status, action)
  return next.ok ? ok({ row, inspectors, next: next.value }) : next
}

/** What this person may do now; the same decisions as the actions themselves take. */
export const allowedActions = (
  context: Context,
  row: queries.CheckUpRecord,
  inspectors: readonly { personId: string }[],
): CheckUpAction[] => {
  const by: Readonly<Record<CheckUpAction, Who>> = {
    assign: 'office',
    start: 'inspector',
    save: 'inspector',
    submit: 'inspector',
    self_check: 'contact',
    photograph: 'inspector',
    report: 'office',
  }
  return (Object.keys(by) as CheckUpAction[]).filter(
    (action) => may(context, by[action], row, inspectors) && decide(row.status, action).ok,
  )
}
