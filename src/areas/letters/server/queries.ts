import { sql } from 'kysely'
import { newId } from '../../../platform/base/ids.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import type { LetterContent, LetterKind, LetterState } from '../domain/index.ts'

const escapeLike = (text: string): string => text.replaceAll(/[%_\\]/g, '\\$&')

const register = ({ tx, scope }: Context) =>
  tx
    .selectFrom('letters')
    .innerJoin('enterprises', (join) =>
      join.onRef('enterprises.org_id', '=', 'letters.org_id').onRef('enterprises.id', '=', 'letters.enterprise_id'),
    )
    .innerJoin('people', (join) =>
      join.onRef('people.org_id', '=', 'letters.org_id').onRef('people.id', '=', 'letters.drafted_by'),
    )
    .where('letters.org_id', '=', scope.orgId)

const columns = (query: ReturnType<typeof register>) =>
  query.select([
    'letters.id',
    'letters.kind',
    'letters.state',
    'letters.number',
    'letters.enterprise_id as enterpriseId',
    'enterprises.name as enterpriseName',
    'enterprises.credit_code as creditCode',
    'letters.subject',
    sql<string>`coalesce(letters.content->>'department', enterprises.name)`.as('addressee'),
    sql<LetterContent>`letters.content`.as('content'),
    'letters.contact_name as contactName',
    'letters.contact_phone as contactPhone',
    'letters.copies',
    'letters.opinion_id as opinionId',
    'letters.replaces_id as replacesId',
    'letters.source_finding_ids as sourceFindingIds',
    'letters.source_case_id as sourceCaseId',
    'letters.author_ids as authorIds',
    'letters.drafted_by as drafterId',
    'people.name as draftedBy',
    'letters.issued_by as issuerId',
    'letters.issued_on as issuedOn',
    'letters.delivered_on as deliveredOn',
    'letters.due_on as dueOn',
    'letters.document_file_id as documentFileId',
    sql<string>`(letters.created_at AT TIME ZONE 'Asia/Shanghai')::date::text`.as('createdOn'),
    'letters.version',
  ])

export type LetterRecord = Awaited<ReturnType<typeof letterById>> & object

export const letterById = (context: Context, id: string) =>
  columns(register(context)).where('letters.id', '=', id).executeTakeFirst()

export interface LetterFilter {
  readonly kind?: LetterKind
  readonly state?: LetterState
  readonly enterpriseId?: string
  readonly search?: string
}

const filtered = (context: Context, filter: LetterFilter) => {
  let it = register(context)
  if (filter.kind) it = it.where('letters.kind', '=', filter.kind)
  if (filter.state) it = it.where('letters.state', '=', filter.state)
  if (filter.enterpriseId) it = it.where('letters.enterprise_id', '=', filter.enterpriseId)
  if (filter.search) {
    const pattern = `%${escapeLike(filter.search)}%`
    it = it.where((eb) =>
      eb.or([
        eb('enterprises.name', 'like', pattern),
        eb('letters.subject', 'like', pattern),
        eb('letters.number', 'like', pattern),
      ]),
    )
  }
  return it
}

/** Newest first. */
export const lettersPage = async (context: Context, filter: LetterFilter, page: { limit: number; offset: number }) => {
  const { total } = await filtered(context, filter)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await columns(filtered(context, filter))
    .orderBy('letters.id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return { total, rows }
}

/** What these enterprises were sent: issued reminders and opinions; a recommendation goes to a department. */
export const receivedBy = async (context: Context, enterpriseIds: readonly string[]) =>
  enterpriseIds.length === 0
    ? []
    : columns(register(context))
        .where('letters.enterprise_id', 'in', [...enterpriseIds])
        .where('letters.kind', 'in', ['reminder', 'opinion'])
        .where('letters.number', 'is not', null)
        .orderBy('letters.id', 'desc')
        .execute()

/** Locks the row until the transaction's end. */
export const lockLetter = async (context: Context, id: string): Promise<LetterRecord | undefined> => {
  const { tx, scope } = context
  const locked = await tx
    .selectFrom('letters')
    .select('id')
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return locked && letterById(context, id)
}

export const enterpriseExists = async ({ tx, scope }: Context, id: string): Promise<boolean> =>
  (await tx
    .selectFrom('enterprises')
    .select('id')
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .executeTakeFirst()) !== undefined

export interface NewLetter {
  readonly enterpriseId: string
  readonly subject: string
  readonly content: LetterContent
  readonly contactName: string
  readonly contactPhone: string
  readonly copies: readonly string[]
  readonly opinionId?: string
  readonly replacesId?: string
  readonly sourceFindingIds: readonly string[]
  readonly sourceCaseId?: string
}

export const insertLetter = async ({ tx, scope }: Context, it: NewLetter): Promise<string> => {
  const id = newId()
  const author = scope.personId!
  await tx
    .insertInto('letters')
    .values({
      org_id: scope.orgId,
      id,
      kind: it.content.kind,
      enterprise_id: it.enterpriseId,
      subject: it.subject,
      content: JSON.stringify(it.content),
      contact_name: it.contactName,
      contact_phone: it.contactPhone,
      copies: [...it.copies],
      opinion_id: it.opinionId ?? null,
      replaces_id: it.replacesId ?? null,
      source_finding_ids: [...it.sourceFindingIds],
      source_case_id: it.sourceCaseId ?? null,
      author_ids: [author],
      drafted_by: author,
      created_at: scope.now,
    })
    .execute()
  return id
}

export interface DraftChange {
  readonly subject?: string
  readonly content?: LetterContent
  readonly contactName?: string
  readonly contactPhone?: string
  readonly copies?: readonly string[]
}

/** Writes a draft on this version and adds the writer to its authors; false where it is no draft or has moved on. */
export const updateDraft = async (
  { tx, scope }: Context,
  id: string,
  version: number,
  it: DraftChange,
  authorIds: readonly string[],
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('letters')
    .set({
      ...(it.subject === undefined ? {} : { subject: it.subject }),
      ...(it.content === undefined ? {} : { content: JSON.stringify(it.content) }),
      ...(it.contactName === undefined ? {} : { contact_name: it.contactName }),
      ...(it.contactPhone === undefined ? {} : { contact_phone: it.contactPhone }),
      ...(it.copies === undefined ? {} : { copies: [...it.copies] }),
      author_ids: [...authorIds],
      version: sql`version + 1`,
      updated_at: scope.now,
    })
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const deleteDraft = async ({ tx, scope }: Context, id: string): Promise<void> => {
  await tx
    .deleteFrom('letters')
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .execute()
}

/** Columns of the letter's way, never those of its text. */
export interface WayChange {
  readonly author_ids?: string[]
  readonly submitted_by?: string
  readonly submitted_at?: Date
  readonly year?: number
  readonly sequence?: number
  readonly number?: string
  readonly issued_by?: string
  readonly issued_on?: string
  readonly issued_at?: Date
  readonly document_file_id?: string
  readonly delivered_on?: string
  readonly due_on?: string | null
}

export const setState = async (
  { tx, scope }: Context,
  id: string,
  state: LetterState,
  change: WayChange = {},
): Promise<void> => {
  await tx
    .updateTable('letters')
    .set({ ...change, state, version: sql`version + 1`, updated_at: scope.now })
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .execute()
}

/**
 * The next number of a kind and year. The row stays locked until the transaction ends: whoever comes at the same time
 * waits, and a number that is rolled back is given to the next, so there is neither a gap nor a double.
 */
export const takeNumber = async ({ tx, scope }: Context, kind: LetterKind, year: number): Promise<number> => {
  const { last } = await tx
    .insertInto('letter_numbers')
    .values({ org_id: scope.orgId, kind, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'kind', 'year']).doUpdateSet({ last: sql`letter_numbers.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

/** Delivered letters whose last day is not known yet; locked, those another server has in hand left out. */
export const undated = ({ tx, scope }: Context) =>
  tx
    .selectFrom('letters')
    .select('id')
    .where('org_id', '=', scope.orgId)
    .where('delivered_on', 'is not', null)
    .where('due_on', 'is', null)
    .where('state', '!=', 'withdrawn')
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .execute()

/** Letters whose term has passed; locked, those another server has in hand left out. */
export const lapsed = ({ tx, scope }: Context) =>
  tx
    .selectFrom('letters')
    .select('id')
    .where('org_id', '=', scope.orgId)
    .where('state', '=', 'delivered')
    .where('due_on', '<', scope.today)
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .execute()

export const unionName = async ({ tx, scope }: Context): Promise<string> =>
  (await tx.selectFrom('orgs').select('union_name').where('id', '=', scope.orgId).executeTakeFirstOrThrow()).union_name

/** The union's code in its numbers; settings key `letters`, `{"organCode": "…"}`. */
export const setOrganCode = async ({ tx, scope }: Context): Promise<string | undefined> => {
  const row = await tx
    .selectFrom('settings')
    .select(sql<string | null>`value->>'organCode'`.as('code'))
    .where('org_id', '=', scope.orgId)
    .where('key', '=', 'letters')
    .executeTakeFirst()
  return row?.code ?? undefined
}
