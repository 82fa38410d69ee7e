import { sql } from 'kysely'
import type { Context } from '../../../platform/server/db/scope.ts'
import { updateRow } from '../../../platform/server/db/update-row.ts'

/** Entries of one person's inbox, newest first, older than `before`. */
export const inboxOf = ({ tx, scope }: Context, page: { before?: string; unread?: boolean; limit: number }) => {
  let query = tx
    .selectFrom('notice_recipients')
    .innerJoin('notices', (join) =>
      join
        .onRef('notices.org_id', '=', 'notice_recipients.org_id')
        .onRef('notices.id', '=', 'notice_recipients.notice_id'),
    )
    .select([
      'notice_recipients.id',
      'notices.kind',
      'notices.title',
      'notices.lines',
      'notices.link',
      'notice_recipients.created_at as createdAt',
      'notice_recipients.read_at as readAt',
    ])
    .where('notice_recipients.org_id', '=', scope.orgId)
    .where('notice_recipients.person_id', '=', scope.personId!)
  if (page.before) query = query.where('notice_recipients.id', '<', page.before)
  if (page.unread) query = query.where('notice_recipients.read_at', 'is', null)
  return query.orderBy('notice_recipients.id', 'desc').limit(page.limit).execute()
}

export const unreadCount = async ({ tx, scope }: Context): Promise<number> => {
  const row = await tx
    .selectFrom('notice_recipients')
    .select(sql<number>`count(*)::int`.as('unread'))
    .where('org_id', '=', scope.orgId)
    .where('person_id', '=', scope.personId!)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.unread
}

/** False where there is no such entry in the person's own inbox. An entry read before keeps its time. */
export const markRead = async ({ tx, scope }: Context, id: string): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('notice_recipients')
    .set({ read_at: sql`coalesce(read_at, now())` })
    .where('org_id', '=', scope.orgId)
    .where('person_id', '=', scope.personId!)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Marks the person's entries up to and including `upTo`. */
export const markAllRead = async ({ tx, scope }: Context, upTo: string): Promise<void> => {
  await tx
    .updateTable('notice_recipients')
    .set({ read_at: sql`now()` })
    .where('org_id', '=', scope.orgId)
    .where('person_id', '=', scope.personId!)
    .where('read_at', 'is', null)
    .where('id', '<=', upTo)
    .execute()
}

export const mailChoice = ({ tx, scope }: Context) =>
  tx
    .selectFrom('people')
    .select(['email', 'wants_mail as wantsMail', 'version'])
    .where('org_id', '=', scope.orgId)
    .where('id', '=', scope.personId!)
    .executeTakeFirstOrThrow()

/** False where the version is not the one read. */
export const updateMailChoice = (
  context: Context,
  version: number,
  choice: { email: string | null; wantsMail: boolean },
): Promise<boolean> =>
  updateRow(context, 'people', context.scope.personId!, version, { email: choice.email, wants_mail: choice.wantsMail })
