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
      created_at: scope.now,
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
      personIds.map((personId) => ({
        org_id: scope.orgId,
        id: newId(),
        notice_id: noticeId,
        person_id: personId,
        created_at: scope.now,
      })),
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

/** Robots that are on, of this squad or of all, and told this kind of notice. */
export const activeRobots = ({ tx, scope }: Context, squadKind: 'culture' | 'skills' | 'rights', noticeKind: string) =>
  tx
    .selectFrom('chat_robots')
    .select('id')
    .where('org_id', '=', scope.orgId)
    .where('active', '=', true)
    .where((eb) => eb.or([eb('squad_kind', 'is', null), eb('squad_kind', '=', squadKind)]))
    .where((eb) => eb.or([eb('notice_kinds', 'is', null), eb(sql`${noticeKind}`, '=', sql`ANY (notice_kinds)`)]))
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
        // The database's clock: servers' own clocks differ, and a county's may stand still.
        next_attempt_at: sql<string>`now()`,
      })),
    )
    .onConflict((conflict) => conflict.columns(['org_id', 'notice_id', 'channel', 'target']).doNothing())
    .execute()
}

/** Removes one person from the notices of a link, with the mails to them that wait. */
export const deleteRecipient = async ({ tx, scope }: Context, personId: string, link: string): Promise<void> => {
  const notices = tx.selectFrom('notices').select('id').where('org_id', '=', scope.orgId).where('link', '=', link)
  await tx
    .deleteFrom('notice_deliveries')
    .where('org_id', '=', scope.orgId)
    .where('person_id', '=', personId)
    .where('status', '=', 'waiting')
    .where('notice_id', 'in', notices)
    .execute()
  await tx
    .deleteFrom('notice_recipients')
    .where('org_id', '=', scope.orgId)
    .where('person_id', '=', personId)
    .where('notice_id', 'in', notices)
    .execute()
}
