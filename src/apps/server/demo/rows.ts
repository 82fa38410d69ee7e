import type { Insertable } from 'kysely'
import type { DB } from '../../../platform/server/db/schema.generated.ts'

type RowOf<Table extends keyof DB> = Omit<Insertable<DB[Table]>, 'org_id'>

/** Rows of one county by table, without the county's id; written in the order of `tableOrder`. */
export type CountyRows = { [Table in (typeof tableOrder)[number]]: RowOf<Table>[] }

/** Parents before children. */
export const tableOrder = [
  'people',
  'townships',
  'enterprises',
  'gap_patterns',
  'gap_exceptions',
  'quiet_seasons',
  'squads',
  'teams',
  'activity_kinds',
  'team_kinds',
  'team_shifts',
  'team_shift_exceptions',
  'members',
  'member_availability',
  'member_absences',
  'partner_orgs',
  'role_grants',
  'standing_needs',
  'requests',
  'plans',
  'visits',
  'plan_visits',
  'visit_records',
  'visit_answers',
  'worker_lines',
  'follow_ups',
  'check_up_instruments',
  'check_up_draws',
  'check_ups',
  'check_up_inspectors',
  'check_up_findings',
  'check_up_rechecks',
] as const

export const emptyRows = (): CountyRows =>
  Object.fromEntries(tableOrder.map((table) => [table, []])) as unknown as CountyRows
