import { sql } from 'kysely'
import type { Context } from '../../../platform/server/db/scope.ts'

/** Deliveries by way and state; sent ones are not counted. */
export const outboxCounts = ({ tx, scope }: Context) =>
  tx
    .selectFrom('notice_deliveries')
    .select(['channel', 'status', sql<number>`count(*)::int`.as('count')])
    .where('org_id', '=', scope.orgId)
    .where('status', 'in', ['waiting', 'sending', 'failed'])
    .groupBy(['channel', 'status'])
    .execute()

/** Failed deliveries, newest first, older than `before`. */
export const failedDeliveries = ({ tx, scope }: Context, page: { before?: string; limit: number }) => {
  let query = tx
    .selectFrom('notice_deliveries')
    .innerJoin('notices', (join) =>
      join
        .onRef('notices.org_id', '=', 'notice_deliveries.org_id')
        .onRef('notices.id', '=', 'notice_deliveries.notice_id'),
    )
    .leftJoin('people', (join) =>
      join
        .onRef('people.org_id', '=', 'notice_deliveries.org_id')
        .onRef('people.id', '=', 'notice_deliveries.person_id'),
    )
    .leftJoin('chat_robots', (join) =>
      join
        .onRef('chat_robots.org_id', '=', 'notice_deliveries.org_id')
        .onRef('chat_robots.id', '=', 'notice_deliveries.robot_id'),
    )
    .select([
      'notice_deliveries.id',
      'notice_deliveries.channel',
      'notices.title',
      sql<string>`coalesce(people.name, chat_robots.name, '')`.as('to'),
      sql<string>`coalesce(notice_deliveries.last_error, '')`.as('reason'),
      'notice_deliveries.may_have_arrived as mayHaveArrived',
      'notice_deliveries.attempts',
      'notices.created_at as createdAt',
    ])
    .where('notice_deliveries.org_id', '=', scope.orgId)
    .where('notice_deliveries.status', '=', 'failed')
  if (page.before) query = query.where('notice_deliveries.id', '<', page.before)
  return query.orderBy('notice_deliveries.id', 'desc').limit(page.limit).execute()
}

/** Puts a failed delivery back into the outbox with all attempts ahead of it; false where it is not failed. */
export const retryFailed = async ({ tx, scope }: Context, id: string): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('notice_deliveries')
    .set({ status: 'waiting', attempts: 0, next_attempt_at: sql`now()` })
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .where('status', '=', 'failed')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
