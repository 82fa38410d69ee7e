import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import type { Context } from '../db/scope.ts'
import { maxAttempts } from './back-off.ts'

export type DeliveryWay = 'mail' | 'robot'

/** A lease is renewed while its attempt runs: it lapses only where the server died, and this long after that. */
const LEASE = sql`interval '2 minutes'`

/** How often a running attempt renews its lease; several times within one. */
export const renewEveryMs = 30_000

/** Counties of this database, one after the other. */
export const orgIds = async (database: Database): Promise<string[]> =>
  (await database.kysely.selectFrom('orgs').select('id').orderBy('id').execute()).map((row) => row.id)

/** True where something is due on this way now. */
export const anyDue = async ({ tx, scope }: Context, way: DeliveryWay): Promise<boolean> =>
  (await tx
    .selectFrom('notice_deliveries')
    .select('id')
    .where('org_id', '=', scope.orgId)
    .where('status', 'in', ['waiting', 'sending'])
    .where('next_attempt_at', '<=', sql<string>`now()`)
    .where('channel', '=', way)
    .limit(1)
    .executeTakeFirst()) !== undefined

/**
 * Ends what a server was sending when it died and what must not be sent again: messages to robots, which have no key
 * against a second copy, and mails whose last attempt it was. Mails with attempts left are leased anew.
 */
export const endLapsed = async ({ tx, scope }: Context, way: DeliveryWay): Promise<void> => {
  let query = tx
    .updateTable('notice_deliveries')
    .set({ status: 'failed', last_error: 'SERVER_STOPPED', may_have_arrived: true })
    .where('org_id', '=', scope.orgId)
    .where('status', '=', 'sending')
    .where('next_attempt_at', '<=', sql<string>`now()`)
    .where('channel', '=', way)
  if (way === 'mail') query = query.where('attempts', '>=', maxAttempts)
  await query.execute()
}

/**
 * Takes the delivery due longest for this server; rows that another server is taking are skipped.
 * `attempts` counts this one and is the token by which the lease is renewed and ended.
 */
export const leaseDelivery = async ({ tx, scope }: Context, way: DeliveryWay) => {
  const due = await tx
    .selectFrom('notice_deliveries')
    .select('id')
    .where('org_id', '=', scope.orgId)
    .where('status', 'in', ['waiting', 'sending'])
    .where('next_attempt_at', '<=', sql<string>`now()`)
    .where('channel', '=', way)
    .orderBy('next_attempt_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!due) return undefined
  await tx
    .updateTable('notice_deliveries')
    .set({ status: 'sending', attempts: sql`attempts + 1`, next_attempt_at: sql`now() + ${LEASE}` })
    .where('org_id', '=', scope.orgId)
    .where('id', '=', due.id)
    .execute()
  return tx
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
      'notice_deliveries.attempts',
      'notices.id as noticeId',
      'notices.title',
      'notices.lines',
      'notices.link',
      'people.email',
      'people.wants_mail as wantsMail',
      'chat_robots.active as robotActive',
      'chat_robots.kind as robotKind',
      'chat_robots.address as robotAddress',
      'chat_robots.secret as robotSecret',
    ])
    .where('notice_deliveries.org_id', '=', scope.orgId)
    .where('notice_deliveries.id', '=', due.id)
    .executeTakeFirst()
}
export type LeasedDelivery = NonNullable<Awaited<ReturnType<typeof leaseDelivery>>>

/** What was leased by this very attempt; nothing where the lease was lost meanwhile. */
const leasedRow = ({ tx, scope }: Context, { id, attempts }: Pick<LeasedDelivery, 'id' | 'attempts'>) =>
  tx
    .updateTable('notice_deliveries')
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .where('status', '=', 'sending')
    .where('attempts', '=', attempts)

export const renewLease = async (context: Context, leased: LeasedDelivery): Promise<void> => {
  await leasedRow(context, leased)
    .set({ next_attempt_at: sql`now() + ${LEASE}` })
    .execute()
}

export type DeliveryEnd =
  | { readonly status: 'sent'; readonly providerId?: string }
  | { readonly status: 'failed'; readonly error: string; readonly mayHaveArrived: boolean }
  | { readonly status: 'waiting'; readonly error: string; readonly mayHaveArrived: boolean; readonly inSeconds: number }

/** Ends an attempt: sent, failed for good, or waiting for the next one. */
export const endDelivery = async (context: Context, leased: LeasedDelivery, end: DeliveryEnd): Promise<void> => {
  const changes =
    end.status === 'sent'
      ? { sent_at: sql<string>`now()`, provider_id: end.providerId ?? null, last_error: null, may_have_arrived: false }
      : { last_error: end.error, may_have_arrived: end.mayHaveArrived }
  await leasedRow(context, leased)
    .set({
      status: end.status,
      ...changes,
      ...(end.status === 'waiting' ? { next_attempt_at: sql`now() + make_interval(secs => ${end.inSeconds})` } : {}),
    })
    .execute()
}
