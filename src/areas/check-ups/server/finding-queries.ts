import { sql, type SqlBool } from 'kysely'
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import { newId } from '../../../platform/base/ids.ts'
import { has, type Context } from '../../../platform/server/db/scope.ts'
import { updateRow } from '../../../platform/server/db/update-row.ts'
import type { CheckUp } from '../../../engines/checkup/index.ts'
import type { FindingState } from '../domain/states.ts'
import { seesAll } from './check-up-queries.ts'

const NOBODY = '00000000-0000-0000-0000-000000000000'

const OVERDUE = (today: CivilDate) =>
  sql<SqlBool>`check_up_findings.status IN ('open', 'returned') AND check_up_findings.due_on < ${today}::date`

/** Findings that this person may see; an enterprise sees its own once the report is out. */
const visible = (context: Context) => {
  const { tx, scope } = context
  const query = tx
    .selectFrom('check_up_findings')
    .innerJoin('check_ups', (join) =>
      join
        .onRef('check_ups.org_id', '=', 'check_up_findings.org_id')
        .onRef('check_ups.id', '=', 'check_up_findings.check_up_id'),
    )
    .innerJoin('enterprises', (join) =>
      join
        .onRef('enterprises.org_id', '=', 'check_up_findings.org_id')
        .onRef('enterprises.id', '=', 'check_up_findings.enterprise_id'),
    )
    .where('check_up_findings.org_id', '=', scope.orgId)
  if (seesAll(context)) return query
  return query.where((eb) =>
    eb.or([
      eb.exists(
        eb
          .selectFrom('check_up_inspectors')
          .select('check_up_inspectors.place')
          .where('check_up_inspectors.org_id', '=', scope.orgId)
          .whereRef('check_up_inspectors.check_up_id', '=', 'check_up_findings.check_up_id')
          .where('check_up_inspectors.person_id', '=', (has(scope, 'member') && scope.personId) || NOBODY),
      ),
      eb.and([
        eb('check_up_findings.enterprise_id', 'in', [...(has(scope, 'contact') ? scope.enterpriseIds : []), NOBODY]),
        eb('check_ups.status', '=', 'reported'),
      ]),
    ]),
  )
}

const withColumns = (query: ReturnType<typeof visible>) =>
  query.select([
    'check_up_findings.id',
    'check_up_findings.check_up_id as checkUpId',
    'check_up_findings.enterprise_id as enterpriseId',
    'enterprises.name as enterpriseName',
    'check_up_findings.item_id as itemId',
    'check_up_findings.title',
    'check_up_findings.detail',
    'check_up_findings.severity',
    'check_up_findings.status',
    'check_ups.status as checkUpStatus',
    sql<CivilDate>`check_ups.checked_on`.as('foundOn'),
    'check_up_findings.due_on as dueOn',
    'check_up_findings.proof',
    'check_up_findings.returned_reason as returnedReason',
    'check_up_findings.passed_on as passedOn',
    'check_up_findings.overdue_since as overdueSince',
    sql<number>`(SELECT count(*) FROM check_up_photos
      WHERE check_up_photos.org_id = check_up_findings.org_id AND check_up_photos.finding_id = check_up_findings.id)`.as(
      'photos',
    ),
    'check_up_findings.version',
  ])

export interface FindingFilter {
  readonly ids?: readonly string[]
  readonly checkUpId?: string
  readonly enterpriseId?: string
  readonly status?: FindingState
  readonly overdue?: boolean
  readonly year?: number
  readonly itemId?: string
  readonly severity?: 'red_line' | 'major' | 'general'
  readonly limit: number
  readonly offset: number
}

export const findingsPage = async (context: Context, filter: FindingFilter) => {
  let query = visible(context)
  if (filter.ids) query = query.where('check_up_findings.id', 'in', [...filter.ids, NOBODY])
  if (filter.checkUpId) query = query.where('check_up_findings.check_up_id', '=', filter.checkUpId)
  if (filter.enterpriseId) query = query.where('check_up_findings.enterprise_id', '=', filter.enterpriseId)
  if (filter.status) query = query.where('check_up_findings.status', '=', filter.status)
  if (filter.itemId) query = query.where('check_up_findings.item_id', '=', filter.itemId)
  if (filter.severity) query = query.where('check_up_findings.severity', '=', filter.severity)
  if (filter.year)
    query = query
      .where('check_ups.checked_on', '>=', `${filter.year}-01-01`)
      .where('check_ups.checked_on', '<=', `${filter.year}-12-31`)
  if (filter.overdue !== undefined) {
    const overdue = OVERDUE(context.scope.today)
    query = query.where(filter.overdue ? overdue : sql<SqlBool>`(${overdue}) IS NOT TRUE`)
  }
  const { total } = await query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const rows = await withColumns(query)
    .orderBy('check_up_findings.due_on')
    .orderBy('check_up_findings.place')
    .orderBy('check_up_findings.id')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  return { total, rows }
}

export const findingRow = (context: Context, id: string) =>
  withColumns(visible(context)).where('check_up_findings.id', '=', id).executeTakeFirst()
export type FindingRecord = NonNullable<Awaited<ReturnType<typeof findingRow>>>

/** Files that prove these repairs, in the order they came. */
export const proofFilesOf = async ({ tx, scope }: Context, findingIds: readonly string[]) =>
  findingIds.length === 0
    ? []
    : tx
        .selectFrom('check_up_proof_files')
        .innerJoin('files', (join) =>
          join
            .onRef('files.org_id', '=', 'check_up_proof_files.org_id')
            .onRef('files.id', '=', 'check_up_proof_files.file_id'),
        )
        .select([
          'check_up_proof_files.id',
          'check_up_proof_files.finding_id as findingId',
          'files.id as fileId',
          'files.name',
          'files.bytes',
          'files.media_type as mediaType',
        ])
        .where('check_up_proof_files.org_id', '=', scope.orgId)
        .where('check_up_proof_files.finding_id', 'in', [...findingIds])
        .orderBy('check_up_proof_files.id')
        .execute()

/** Letters written of these findings, each with the verdict on its newest answer. */
export const lettersOf = async ({ tx, scope }: Context, findingIds: readonly string[]) =>
  findingIds.length === 0
    ? []
    : tx
        .selectFrom('letters')
        .select((eb) => [
          'kind',
          'state',
          'due_on as dueOn',
          'source_finding_ids as findingIds',
          eb
            .selectFrom('letter_answers')
            .select('obeyed')
            .where('letter_answers.org_id', '=', scope.orgId)
            .whereRef('letter_answers.letter_id', '=', 'letters.id')
            .orderBy('letter_answers.id', 'desc')
            .limit(1)
            .as('obeyed'),
        ])
        .where('letters.org_id', '=', scope.orgId)
        .where(sql<SqlBool>`letters.source_finding_ids && ${[...findingIds]}::uuid[]`)
        .orderBy('letters.id')
        .execute()

export const insertProofFile = async ({ tx, scope }: Context, findingId: string, fileId: string): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('check_up_proof_files')
    .values({ org_id: scope.orgId, id, finding_id: findingId, file_id: fileId })
    .execute()
  return id
}

/** One row for each finding of a result, in its order. */
export const insertFindings = async (
  { tx, scope }: Context,
  it: { checkUpId: string; enterpriseId: string; result: CheckUp },
): Promise<void> => {
  const { findings, prescriptions } = it.result
  if (findings.length === 0) return
  await tx
    .insertInto('check_up_findings')
    .values(
      findings.map((finding, place) => ({
        org_id: scope.orgId,
        id: newId(),
        check_up_id: it.checkUpId,
        enterprise_id: it.enterpriseId,
        item_id: finding.itemId,
        place,
        title: finding.title,
        detail: JSON.stringify({ finding, prescription: prescriptions[place] }),
        severity: finding.severity,
        status: 'open' as const,
        due_on: prescriptions[place]?.dueOn ?? null,
      })),
    )
    .execute()
}

/** Changes a finding made on a version. @returns false where another change came before */
export const updateFinding = (
  context: Context,
  id: string,
  version: number,
  change: { status: FindingState; proof?: string; returnedReason?: string | null; passed?: boolean },
): Promise<boolean> =>
  updateRow(context, 'check_up_findings', id, version, {
    status: change.status,
    returned_reason: change.returnedReason,
    ...(change.proof !== undefined && { proof: change.proof, proved_at: context.scope.now }),
    ...(change.passed && { passed_on: context.scope.today }),
  })

export const insertRecheck = async (
  { tx, scope }: Context,
  it: { findingId: string; checkUpId: string; itemId: string; passed: boolean; remark: string },
): Promise<void> => {
  await tx
    .insertInto('check_up_rechecks')
    .values({
      org_id: scope.orgId,
      id: newId(),
      finding_id: it.findingId,
      check_up_id: it.checkUpId,
      item_id: it.itemId,
      rechecked_on: scope.today,
      passed: it.passed,
      remark: it.remark,
      rechecked_by: scope.personId ?? null,
    })
    .execute()
}

/** Re-checks that passed, in the order of time. */
export const passedRechecks = ({ tx, scope }: Context, checkUpId: string) =>
  tx
    .selectFrom('check_up_rechecks')
    .select(['item_id as itemId', 'rechecked_on as date', 'remark'])
    .where('org_id', '=', scope.orgId)
    .where('check_up_id', '=', checkUpId)
    .where('passed', '=', true)
    .orderBy('rechecked_on')
    .orderBy('id')
    .execute()

/** Findings whose last day has passed and nobody was told of. */
export const newlyOverdue = (context: Context) =>
  withColumns(visible(context))
    .where(OVERDUE(context.scope.today))
    .where('check_up_findings.overdue_since', 'is', null)
    .where('check_ups.status', '=', 'reported')
    .orderBy('check_up_findings.id')
    .execute()

export const markOverdue = async ({ tx, scope }: Context, ids: readonly string[]): Promise<void> => {
  await tx
    .updateTable('check_up_findings')
    .set({ overdue_since: scope.today })
    .where('org_id', '=', scope.orgId)
    .where('id', 'in', [...ids])
    .execute()
}

/** Check-ups with a finding whose last day could not be told. */
export const undatedCheckUps = async ({ tx, scope }: Context): Promise<string[]> =>
  (
    await tx
      .selectFrom('check_up_findings')
      .select('check_up_id')
      .distinct()
      .where('org_id', '=', scope.orgId)
      .where('due_on', 'is', null)
      .where('status', '!=', 'passed')
      .execute()
  ).map((row) => row.check_up_id)

export const setDueOn = async (
  { tx, scope }: Context,
  checkUpId: string,
  itemId: string,
  dueOn: CivilDate,
): Promise<void> => {
  await tx
    .updateTable('check_up_findings')
    .set({ due_on: dueOn, version: sql`version + 1` })
    .where('org_id', '=', scope.orgId)
    .where('check_up_id', '=', checkUpId)
    .where('item_id', '=', itemId)
    .where('due_on', 'is', null)
    .execute()
}

/** Findings of check-ups made in a year, from January to December. */
export const findingsOfYear = ({ tx, scope }: Context, year: number) =>
  tx
    .selectFrom('check_up_findings')
    .innerJoin('check_ups', (join) =>
      join
        .onRef('check_ups.org_id', '=', 'check_up_findings.org_id')
        .onRef('check_ups.id', '=', 'check_up_findings.check_up_id'),
    )
    .select([
      'check_up_findings.item_id as itemId',
      'check_up_findings.title',
      'check_up_findings.severity',
      'check_up_findings.enterprise_id as enterpriseId',
      sql<CivilDate>`check_ups.checked_on`.as('foundOn'),
      'check_up_findings.passed_on as passedOn',
      sql<boolean>`coalesce(${OVERDUE(scope.today)}, false)`.as('overdue'),
    ])
    .where('check_up_findings.org_id', '=', scope.orgId)
    .where('check_ups.checked_on', '>=', `${year}-01-01`)
    .where('check_ups.checked_on', '<=', `${year}-12-31`)
    .orderBy('check_up_findings.id')
    .execute()

export const gradesOfYear = ({ tx, scope }: Context, year: number) =>
  tx
    .selectFrom('check_ups')
    .select(['color', sql<number>`count(*)`.as('count')])
    .where('org_id', '=', scope.orgId)
    .where('status', 'in', ['submitted', 'reported'])
    .where('checked_on', '>=', `${year}-01-01`)
    .where('checked_on', '<=', `${year}-12-31`)
    .groupBy('color')
    .execute()
