import { sql, type ExpressionBuilder } from 'kysely'
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import type { DB } from '../../../platform/server/db/schema.generated.ts'
import { has, type Context } from '../../../platform/server/db/scope.ts'
import { updateRow } from '../../../platform/server/db/update-row.ts'
import { SEVERAL_UNPAID, type CaseState, type Path, type StepKind, type Topic } from '../domain/index.ts'

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Cases this person reaches: all for the office, for a lawyer those they are on now. */
const visible = ({ tx, scope }: Context) => {
  const query = tx.selectFrom('cases').where('cases.org_id', '=', scope.orgId)
  if (has(scope, 'admin', 'staff')) return query
  return query.where((eb) =>
    eb.exists(
      eb
        .selectFrom('case_people')
        .select('case_people.id')
        .where('case_people.org_id', '=', scope.orgId)
        .whereRef('case_people.case_id', '=', 'cases.id')
        .where('case_people.person_id', '=', scope.personId ?? NOBODY)
        .where('case_people.removed_at', 'is', null),
    ),
  )
}

const columns = [
  'cases.id',
  'cases.year',
  'cases.ordinal',
  'cases.status',
  'cases.channel',
  'cases.path',
  'cases.topic',
  'cases.employer',
  'cases.enterprise_id as enterpriseId',
  'cases.clinic_visit_id as clinicVisitId',
  'cases.still_employed as stillEmployed',
  'cases.left_on as leftOn',
  'cases.written_contract as writtenContract',
  'cases.injured',
  'cases.pregnant',
  'cases.people_unpaid as peopleUnpaid',
  'cases.received_on as receivedOn',
  'cases.accepted_on as acceptedOn',
  'cases.closed_on as closedOn',
  'cases.wrapped_key as wrappedKey',
  'cases.sealed',
  'cases.version',
] as const

export interface CaseFilter {
  readonly status?: CaseState
  readonly callbackDue?: boolean
  readonly enterpriseId?: string
  readonly year?: number
  readonly topic?: Topic
  readonly path?: Path | 'none'
  readonly groupWage?: boolean
}

/** How many people are in a case. */
const peopleIn = (orgId: string) => (eb: ExpressionBuilder<DB, 'cases'>) =>
  eb
    .selectFrom('case_claimants')
    .select(sql<number>`count(*)`.as('n'))
    .where('case_claimants.org_id', '=', orgId)
    .whereRef('case_claimants.case_id', '=', 'cases.id')

/** Every case of the filter that this person reaches, newest first; a county has tens of them, not thousands. */
export const casesBy = async (context: Context, filter: CaseFilter) => {
  const { scope } = context
  let query = visible(context)
  if (filter.status) query = query.where('cases.status', '=', filter.status)
  if (filter.enterpriseId) query = query.where('cases.enterprise_id', '=', filter.enterpriseId)
  if (filter.year) query = query.where('cases.year', '=', filter.year)
  if (filter.topic) query = query.where('cases.topic', '=', filter.topic)
  if (filter.path === 'none') query = query.where('cases.path', 'is', null)
  else if (filter.path) query = query.where('cases.path', '=', filter.path)
  if (filter.groupWage)
    query = query
      .where('cases.topic', '=', 'wages')
      .where((eb) => eb(sql`greatest(cases.people_unpaid, ${peopleIn(scope.orgId)(eb)})`, '>=', SEVERAL_UNPAID))
  if (filter.callbackDue)
    query = query
      .where('cases.status', '=', 'closed')
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('case_claimants')
            .select('case_claimants.id')
            .where('case_claimants.org_id', '=', scope.orgId)
            .whereRef('case_claimants.case_id', '=', 'cases.id')
            .where('case_claimants.callback_due_on', '<=', scope.today),
        ),
      )
  return query
    .select([...columns, (eb) => peopleIn(scope.orgId)(eb).as('claimants')])
    .orderBy('cases.year', 'desc')
    .orderBy('cases.ordinal', 'desc')
    .execute()
}
export type CaseRecord = Awaited<ReturnType<typeof casesBy>>[number]

/** The row, locked until the transaction ends, where this person reaches it. */
export const lockCase = (context: Context, id: string) =>
  visible(context).select(columns).where('cases.id', '=', id).forUpdate('cases').executeTakeFirst()
export type LockedCase = NonNullable<Awaited<ReturnType<typeof lockCase>>>

export const caseById = (context: Context, id: string) =>
  visible(context).select(columns).where('cases.id', '=', id).executeTakeFirst()

/** Whether there is such a case at all, whoever reaches it. */
export const caseExists = async ({ tx, scope }: Context, id: string): Promise<boolean> =>
  (await tx
    .selectFrom('cases')
    .select('id')
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .executeTakeFirst()) !== undefined

/** Of a code's hash, for somebody without a session. */
export const caseByFollowHash = ({ tx, scope }: Context, followHash: string, lock: boolean) => {
  const query = tx
    .selectFrom('cases')
    .select(columns)
    .where('cases.org_id', '=', scope.orgId)
    .where('cases.follow_hash', '=', followHash)
  return (lock ? query.forUpdate('cases') : query).executeTakeFirst()
}

/** The next number of a year; the row of the year is locked until the transaction ends, so none is lost or twice. */
export const nextOrdinal = async ({ tx, scope }: Context, year: number): Promise<number> =>
  (
    await tx
      .insertInto('case_years')
      .values({ org_id: scope.orgId, year, last: 1 })
      .onConflict((conflict) =>
        conflict.columns(['org_id', 'year']).doUpdateSet({ last: sql<number>`case_years.last + 1` }),
      )
      .returning('last')
      .executeTakeFirstOrThrow()
  ).last

/** What is asked about the work; told when the case comes in or later. */
interface CaseFacts {
  readonly enterpriseId: string | null
  readonly stillEmployed: boolean | null
  readonly leftOn: CivilDate | null
  readonly writtenContract: boolean | null
  readonly injured: boolean
  readonly pregnant: boolean
  readonly peopleUnpaid: number
}

export interface NewCase extends CaseFacts {
  readonly id: string
  readonly year: number
  readonly ordinal: number
  readonly channel: 'phone' | 'clinic' | 'console' | 'paper' | 'import'
  readonly topic: Topic
  readonly employer: string
  readonly clinicVisitId: string | null
  readonly receivedOn: CivilDate
  readonly wrappedKey: Buffer
  readonly sealed: Buffer
  readonly followHash: string
}

/** What a change leaves undefined stays as it is. */
const factColumns = (it: Partial<CaseFacts>) => ({
  enterprise_id: it.enterpriseId,
  still_employed: it.stillEmployed,
  left_on: it.leftOn,
  written_contract: it.writtenContract,
  injured: it.injured,
  pregnant: it.pregnant,
  people_unpaid: it.peopleUnpaid,
})

export const insertCase = async ({ tx, scope }: Context, it: NewCase): Promise<void> => {
  await tx
    .insertInto('cases')
    .values({
      org_id: scope.orgId,
      id: it.id,
      year: it.year,
      ordinal: it.ordinal,
      status: 'received',
      channel: it.channel,
      topic: it.topic,
      employer: it.employer,
      clinic_visit_id: it.clinicVisitId,
      ...factColumns(it),
      received_on: it.receivedOn,
      wrapped_key: it.wrappedKey,
      sealed: it.sealed,
      follow_hash: it.followHash,
    })
    .execute()
}

export interface CaseChange extends Partial<CaseFacts> {
  readonly topic?: Topic
  readonly path?: Path
  readonly employer?: string
}

export const updateCase = (context: Context, id: string, version: number, it: CaseChange): Promise<boolean> =>
  updateRow(context, 'cases', id, version, {
    topic: it.topic,
    path: it.path,
    employer: it.employer,
    ...factColumns(it),
  })

/** The state of a case as each person in it carries it; the rows' own wall compares the two when the work is kept. */
const carryState = ({ tx, scope }: Context, caseId: string, status: CaseState) =>
  tx
    .updateTable('case_claimants')
    .set({ case_status: status })
    .where('org_id', '=', scope.orgId)
    .where('case_id', '=', caseId)
    .execute()

/** `closed` goes through `closeRow` alone. */
export const setCaseState = async (
  context: Context,
  id: string,
  status: Exclude<CaseState, 'closed'>,
  more: { readonly path?: Path; readonly accepted_on?: CivilDate } = {},
): Promise<void> => {
  const { tx, scope } = context
  await tx
    .updateTable('cases')
    .set({
      status,
      closed_on: null,
      closed_with: null,
      ...more,
      version: sql<number>`version + 1`,
      updated_at: sql`now()`,
    })
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .execute()
  await carryState(context, id, status)
}

/**
 * Closes a case: the one statement that does. The database refuses it where nobody is in the case, or where somebody
 * has no outcome, no stated money or no delivered answer of the present round: the second wall behind the gate.
 * @throws what the database says
 */
export const closeRow = async (context: Context, id: string): Promise<void> => {
  const { tx, scope } = context
  await tx
    .updateTable('cases')
    .set((eb) => ({
      status: 'closed',
      closed_on: scope.today,
      closed_with: eb
        .selectFrom('case_claimants')
        .select((of) => of.fn.min('case_claimants.ordinal').as('first'))
        .where('case_claimants.org_id', '=', scope.orgId)
        .where('case_claimants.case_id', '=', id),
      version: sql<number>`version + 1`,
      updated_at: sql`now()`,
    }))
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .execute()
  await carryState(context, id, 'closed')
}

export const insertStep = async (
  { tx, scope }: Context,
  it: { id: string; caseId: string; kind: StepKind; on: CivilDate; sealed: Buffer },
): Promise<void> => {
  await tx
    .insertInto('case_steps')
    .values({
      org_id: scope.orgId,
      id: it.id,
      case_id: it.caseId,
      kind: it.kind,
      happened_on: it.on,
      sealed: it.sealed,
      recorded_by: scope.personId ?? null,
    })
    .execute()
}

export const stepsOf = async ({ tx, scope }: Context, caseIds: readonly string[]) =>
  caseIds.length === 0
    ? []
    : tx
        .selectFrom('case_steps')
        .select(['id', 'case_id as caseId', 'kind', 'happened_on as on', 'sealed'])
        .where('org_id', '=', scope.orgId)
        .where('case_id', 'in', [...caseIds])
        .orderBy('happened_on')
        .orderBy('id')
        .execute()

/** Cases that came by phone since an instant, ISO 8601. */
export const phonedSince = async ({ tx, scope }: Context, since: string): Promise<number> =>
  (
    await tx
      .selectFrom('cases')
      .select(sql<number>`count(*)`.as('n'))
      .where('org_id', '=', scope.orgId)
      .where('channel', '=', 'phone')
      .where('created_at', '>', since)
      .executeTakeFirstOrThrow()
  ).n

export const clinicVisitExists = async ({ tx, scope }: Context, id: string): Promise<boolean> =>
  (await tx
    .selectFrom('visits')
    .select('id')
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .executeTakeFirst()) !== undefined

/** When the last answer of the present rounds was delivered; null where none was. */
export const lastDelivery = async ({ tx, scope }: Context, caseId: string): Promise<CivilDate | null> =>
  (
    await tx
      .selectFrom('case_answers')
      .innerJoin('case_claimants', (join) =>
        join
          .onRef('case_claimants.org_id', '=', 'case_answers.org_id')
          .onRef('case_claimants.id', '=', 'case_answers.claimant_id')
          .onRef('case_claimants.round', '=', 'case_answers.round'),
      )
      .select(sql<CivilDate | null>`max(case_answers.delivered_on)`.as('on'))
      .where('case_answers.org_id', '=', scope.orgId)
      .where('case_claimants.case_id', '=', caseId)
      .executeTakeFirstOrThrow()
  ).on

export const unionName = async ({ tx, scope }: Context): Promise<string> =>
  (await tx.selectFrom('orgs').select('union_name').where('id', '=', scope.orgId).executeTakeFirstOrThrow()).union_name
