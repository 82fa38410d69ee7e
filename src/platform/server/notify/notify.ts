import type { Context } from '../db/scope.ts'
import {
  activeRobots,
  deleteRecipient,
  insertDeliveries,
  insertNotice,
  insertRecipients,
  mailPeople,
  type NewNotice,
} from './queries.ts'

export interface NoticeTo extends NewNotice {
  readonly personIds: readonly string[]
  /** Chat robots of this squad, and those of all squads, are told too; none where left out. */
  readonly robotsOf?: 'culture' | 'skills' | 'rights'
}

/**
 * Tells people: into their inbox at once, by mail and chat robot through the outbox, all in the caller's transaction,
 * so that nothing is told of what is rolled back. The same key is told once, and nobody twice in one notice.
 * @returns how many people were told.
 */
export const notify = async (context: Context, notice: NoticeTo): Promise<number> => {
  const personIds = [...new Set(notice.personIds)]
  if (personIds.length === 0 && !notice.robotsOf) return 0
  const id = await insertNotice(context, notice)
  if (!id) return 0
  await insertRecipients(context, id, personIds)
  const mails = await mailPeople(context, personIds)
  const robots = notice.robotsOf ? await activeRobots(context, notice.robotsOf, notice.kind) : []
  await insertDeliveries(context, id, [
    ...mails.map((target) => ({ channel: 'mail' as const, target })),
    ...robots.map((robot) => ({ channel: 'robot' as const, target: robot.id })),
  ])
  return personIds.length
}

/**
 * Takes what leads to this link out of one person's inbox, and what was not yet sent to them by mail: for who may no
 * longer open it. What is being sent at this moment cannot be called back.
 */
export const takeBack = (context: Context, personId: string, link: string): Promise<void> =>
  deleteRecipient(context, personId, link)
