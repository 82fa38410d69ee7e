import { sql } from 'kysely'
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import { newId } from '../../../platform/base/ids.ts'
import { has, type Context } from '../../../platform/server/db/scope.ts'
import type { CheckUp, ItemAnswer, SelfCheck } from '../../../engines/checkup/index.ts'
import type { CheckUpState } from '../domain/states.ts'

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Sees every check-up of the county, not own ones alone. */
export const seesAll = ({ scope }: Context): boolean => has(scope, 'admin', 'chair', 'staff', 'leader')

/** Check-ups that this person may see: all for the office, own ones for an inspector, own enterprises' for a contact. */
const visible = (context: Context) => {
  const { tx, scope } = context
  const query = tx
    .selectFrom('check_ups')
    .innerJoin('enterprises', (join) =>
      join.onRef('enterprises.org_id', '=', 'check_ups.org_id').onRef('enterprises.id', '=', 'check_ups.enterprise_id'),
    )
    .innerJoin('townships', (join) =>
      join.onRef('townships.org_id', '=', 'enterprises.org_id').onRef('townships.id', '=', 'enterprises.township_id'),
    )
    .where('check_ups.org_id', '=', scope.orgId)
  if (seesAll(context)) return query
  return query.where((eb) =>
    eb.or([
      eb.exists(
        eb
          .selectFrom('check_up_inspectors')
          .select('check_up_inspectors.place')
          .where('check_up_inspectors.org_id', '=', scope.orgId)
          .whereRef('check_up_inspectors.check_up_id', '=', 'check_ups.id')
          .where('check_up_inspectors.person_id', '=', (has(scope, 'member') && scope.personId) || NOBODY),
      ),
      // An enterprise hears of a check-up once its day is set.
      eb.and([
        eb('check_ups.enterprise_id', 'in', [...(has(scope, 'contact') ? scope.enterpriseIds : []), NOBODY]),
        eb('check_ups.planned_on', 'is not', null),
      ]),
    ]),
  )
}

const withColumns = (query: ReturnType<typeof visible>) =>
  query.select([
    'check_ups.id',
    'check_ups.enterprise_id as enterpriseId',
    'enterprises.name as enterpriseName',
    'townships.name as townshipName',
    'check_ups.status',
    'check_ups.planned_on as plannedOn',
    'check_ups.checked_on as checkedOn',
    'check_ups.instrument_version as instrumentVersion',
    sql<number>`coalesce(check_ups.headcount, enterprises.headcount)`.as('headcount'),
    'check_ups.facts',
    'check_ups.answers',
    'check_ups.result',
    'check_ups.score',
    'check_ups.grade',
    'check_ups.color',
    sql<CivilDate | null>`(check_ups.reported_at AT TIME ZONE 'Asia/Shanghai')::date::text`.as('reportedOn'),
    'check_ups.version',
  ])

export interface CheckUpFilter {
  readonly status?: CheckUpState
  readonly enterpriseId?: string
  readonly year?: number
  readonly done?: boolean
  readonly color?: 'green' | 'yellow' | 'orange' | 'red' | 'none'
  readonly limit: number
  readonly offset: number
}

export const checkUpsPage = async (context: Context, filter: CheckUpFilter) => {
  let query = visible(context)
  if (filter.status) query = query.where('check_ups.status', '=', filter.status)
  if (filter.enterpriseId) query = query.where('check_ups.enterprise_id', '=', filter.enterpriseId)
  if (filter.year)
    query = query
      .where('check_ups.checked_on', '>=', `${filter.year}-01-01`)
      .where('check_ups.checked_on', '<=', `${filter.year}-12-31`)
  if (filter.done !== undefined)
    query = query.where('check_ups.status', filter.done ? 'in' : 'not in', ['submitted', 'reported'])
  if (filter.color === 'none') query = query.where('check_ups.color', 'is', null)
  else if (filter.color) query = query.where('check_ups.color', '=', filter.color)
  const { total } = await query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const rows = await withColumns(query)
    .orderBy('check_ups.planned_on')
    .orderBy('enterprises.name')
    .orderBy('check_ups.id')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  return { total, rows }
}

export const checkUpRow = (context: Context, id: string) =>
  withColumns(visible(context)).where('check_ups.id', '=', id).executeTakeFirst()
export type CheckUpRecord = NonNullable<Awaited<ReturnType<typeof checkUpRow>>>

/** Waits for whoever changes this check-up now, so that what is read next is what stands. */
export const lockCheckUp = async ({ tx, scope }: Context, id: string): Promise<void> => {
  await tx
    .selectFrom('check_ups')
    .select('id')
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

export interface CheckUpChange {
  readonly status?: CheckUpState
  readonly plannedOn?: CivilDate
  readonly instrumentVersion?: string
  readonly submitted?: boolean
  readonly reported?: boolean
  readonly answers?: {
    readonly checkedOn: CivilDate
    readonly headcount: number
    readonly facts: Readonly<Record<string, boolean>>
    readonly items: readonly ItemAnswer[]
  }
  readonly result?: CheckUp
}

/** Changes a locked check-up; its version rises by one. */
export const updateCheckUp = async ({ tx, scope }: Context, id: string, change: CheckUpChange): Promise<void> => {
  const { answers, result } = change
  await tx
    .updateTable('check_ups')
    .set({
      status: change.status,
      planned_on: change.plannedOn,
      instrument_version: change.instrumentVersion,
      ...(answers && {
        checked_on: answers.checkedOn,
        headcount: answers.headcount,
        facts: JSON.stringify(answers.facts),
        answers: JSON.stringify(answers.items),
      }),
      ...(result && {
        result: JSON.stringify(result),
        score: result.score,
        grade: result.grade,
        color: result.color,
      }),
      ...(change.submitted && { submitted_at: scope.now }),
      ...(change.reported && { reported_at: scope.now }),
      version: sql`version + 1`,
      updated_at: scope.now,
    })
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .execute()
}

/** The two who check, in their order. */
export const inspectorsOf = ({ tx, scope }: Context, checkUpId: string) =>
  tx
    .selectFrom('check_up_inspectors')
    .innerJoin('people', (join) =>
      join
        .onRef('people.org_id', '=', 'check_up_inspectors.org_id')
        .onRef('people.id', '=', 'check_up_inspectors.person_id'),
    )
    .select(['people.id as personId', 'people.name', 'check_up_inspectors.certificate'])
    .where('check_up_inspectors.org_id', '=', scope.orgId)
    .where('check_up_inspectors.check_up_id', '=', checkUpId)
    .orderBy('check_up_inspectors.place')
    .execute()

export const replaceInspectors = async (
  { tx, scope }: Context,
  checkUpId: string,
  list: readonly { personId: string; certificate: string }[],
): Promise<void> => {
  await tx
    .deleteFrom('check_up_inspectors')
    .where('org_id', '=', scope.orgId)
    .where('check_up_id', '=', checkUpId)
    .execute()
  await tx
    .insertInto('check_up_inspectors')
    .values(
      list.map((it, at) => ({
        org_id: scope.orgId,
        check_up_id: checkUpId,
        person_id: it.personId,
        certificate: it.certificate,
        place: at === 0 ? (1 as const) : (2 as const),
      })),
    )
    .execute()
}

export const selfCheckOf = async ({ tx, scope }: Context, checkUpId: string) => {
  const row = await tx
    .selectFrom('check_up_self_checks')
    .select(['answers', 'version'])
    .where('org_id', '=', scope.orgId)
    .where('check_up_id', '=', checkUpId)
    .executeTakeFirst()
  return row && { answers: row.answers as Record<string, SelfCheck>, version: row.version }
}

/** @returns the new version */
export const putSelfCheck = async (
  { tx, scope }: Context,
  checkUpId: string,
  answers: Readonly<Record<string, SelfCheck>>,
): Promise<number> => {
  const values = { answers: JSON.stringify(answers), answered_by: scope.personId ?? null, updated_at: scope.now }
  const row = await tx
    .insertInto('check_up_self_checks')
    .values({ org_id: scope.orgId, check_up_id: checkUpId, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['org_id', 'check_up_id'])
        .doUpdateSet({ ...values, version: sql`check_up_self_checks.version + 1` }),
    )
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

export const photosOf = ({ tx, scope }: Context, checkUpId: string) =>
  tx
    .selectFrom('check_up_photos')
    .select([
      'id',
      'item_id as itemId',
      'finding_id as findingId',
      'caption',
      'width',
      'height',
      'file_id as fileId',
      'thumbnail_file_id as thumbnailFileId',
    ])
    .where('org_id', '=', scope.orgId)
    .where('check_up_id', '=', checkUpId)
    .orderBy('id')
    .execute()

export interface NewPhoto {
  readonly checkUpId: string
  readonly itemId: string
  readonly findingId: string | null
  readonly fileId: string
  readonly thumbnailFileId: string
  readonly width: number
  readonly height: number
  readonly caption: string
}

export const insertPhoto = async ({ tx, scope }: Context, it: NewPhoto): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('check_up_photos')
    .values({
      org_id: scope.orgId,
      id,
      check_up_id: it.checkUpId,
      item_id: it.itemId,
      finding_id: it.findingId,
      file_id: it.fileId,
      thumbnail_file_id: it.thumbnailFileId,
      width: it.width,
      height: it.height,
      caption: it.caption,
    })
    .execute()
  return id
}
