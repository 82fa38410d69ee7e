import { sql } from 'kysely'
import { newId } from '../../base/ids.ts'
import type { Context } from '../db/scope.ts'

export interface NewNotice {
  readonly kind: string
  readonly title: string
  readonly lines: readonly string[]
  readonly link?: string
  /** A second notice with the same key is not made. */
  readonly onceKey: string
}

/** Undefined where a notice with this key is there already. */
export const insertNotice = async ({ tx, scope }: Context, notice: NewNotice): Promise<string | undefined> => {
  const row = await tx
    .insertInto('notices')
    .values({
      org_id: scope.orgId,
      id: newId(),
      kind: notice.kind,
      title: notice.title,
      lines: [...notice.lines],
      link: notice.link ?? null,
      once_key: notice.onceKey,
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'once_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export const insertRecipients = async (
  { tx, scope }: Context,
  noticeId: string,
  personIds: readonly string[],
): Promise<void> => {
  if (personIds.length === 0) return
  await tx
    .insertInto('notice_recipients')
    .values(
      personIds.map((personId) => ({ org_id: scope.orgId, id: newId(), notice_id: noticeId, person_id: personId })),
    )
    .onConflict((conflict) => conflict.columns(['org_id', 'notice_id', 'person_id']).doNothing())
    .execute()
}

/** Of these people, those who have an address and want mail. */
export const mailPeople = async ({ tx, scope }: Context, personIds: readonly string[]): Promise<string[]> =>
  personIds.length === 0
    ? []
    : (
        await tx
          .selectFrom('people')
          .select('id')
          .where('org_id', '=', scope.orgId)
          .where('id', 'in', [...personIds])
          .where('email', 'is not', null)
          .where('wants_mail', '=', true)
          .execute()
      ).map((row) => row.id)

export const activeRobots = ({ tx, scope }: Context, squadKind: 'culture' | 'skills' | 'rights' | undefined) =>
  tx
    .selectFrom('chat_robots')
    .select('id')
    .where('org_id', '=', scope.orgId)
    .where('active', '=', true)
    .where((eb) => eb.or([eb('squad_kind', 'is', null), ...(squadKind ? [eb('squad_kind', '=', squadKind)] : [])]))
    .execute()

export const insertDeliveries = async (
  { tx, scope }: Context,
  noticeId: string,
  list: readonly { channel: 'mail' | 'robot'; target: string }[],
): Promise<void> => {
  if (list.length === 0) return
  await tx
    .insertInto('notice_deliveries')
    .values(
      list.map((it) => ({
        org_id: scope.orgId,
        id: newId(),
        notice_id: noticeId,
        channel: it.channel,
        person_id: it.channel === 'mail' ? it.target : null,
        robot_id: it.channel === 'robot' ? it.target : null,
        target: it.target,
        status: 'waiting' as const,
        next_attempt_at: new Date(),
      })),
    )
    .onConflict((conflict) => conflict.columns(['org_id', 'notice_id', 'channel', 'target']).doNothing())
    .execute()
}

/** A lease of this long is longer than any attempt; a delivery whose server died in it is tried again. */
const LEASE = sql`interval '2 minutes'`

/** Takes due deliveries for this server; another server skips them. */
export const leaseDeliveries = async ({ tx, scope }: Context, limit: number) => {
  const due = await tx
    .selectFrom('notice_deliveries')
    .select('id')
    .where('org_id', '=', scope.orgId)
    .where('status', 'in', ['waiting', 'sending'])
    .where('next_attempt_at', '<=', sql<string>`now()`)
    .orderBy('next_attempt_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  if (due.length === 0) return []
  const ids = due.map((row) => row.id)
  await tx
    .updateTable('notice_deliveries')
    .set({ status: 'sending', attempts: sql`attempts + 1`, next_attempt_at: sql`now() + ${LEASE}` })
    .where('org_id', '=', scope.orgId)
    .where('id', 'in', ids)
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
      'chat_robots.kind as robotKind',
      'chat_robots.address as robotAddress',
      'chat_robots.secret as robotSecret',
    ])
    .where('notice_deliveries.org_id', '=', scope.orgId)
    .where('notice_deliveries.id', 'in', ids)
    .execute()
}
export type LeasedDelivery = Awaited<ReturnType<typeof leaseDeliveries>>[number]

export const endDelivery = async (
  { tx, scope }: Context,
  id: string,
  end:
    | { status: 'sent'; providerId?: string }
    | { status: 'failed'; error: string }
    | { status: 'waiting'; error: string; inSeconds: number },
): Promise<void> => {
  await tx
    .updateTable('notice_deliveries')
    .set({
      status: end.status,
      ...(end.status === 'sent'
        ? { sent_at: sql`now()`, provider_id: end.providerId ?? null, last_error: null }
        : { last_error: end.error }),
      ...(end.status === 'waiting' ? { next_attempt_at: sql`now() + make_interval(secs => ${end.inSeconds})` } : {}),
    })
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .execute()
}

export const inboxOf = ({ tx, scope }: Context, personId: string) =>
  tx
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
    .where('notice_recipients.person_id', '=', personId)
    .orderBy('notice_recipients.created_at', 'desc')
    .orderBy('notice_recipients.id', 'desc')
    .limit(100)
    .execute()

export const markRead = async ({ tx, scope }: Context, personId: string): Promise<void> => {
  await tx
    .updateTable('notice_recipients')
    .set({ read_at: sql`now()` })
    .where('org_id', '=', scope.orgId)
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .execute()
}
