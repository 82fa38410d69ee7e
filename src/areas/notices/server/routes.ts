import { fail, ok } from '../../../platform/base/result.ts'
import { implement, type Route } from '../../../platform/server/http/implement.ts'
import { stale } from '../../../platform/server/http/stale.ts'
import { isMailAddress } from '../../../platform/server/notify/channels/smtp.ts'
import { mailWorks } from '../../../platform/server/notify/outbox.ts'
import * as contract from '../contract.ts'
import { createRobot, editRobot, shownRobot } from './change-robot.ts'
import * as deliveries from './delivery-queries.ts'
import * as inbox from './inbox-queries.ts'
import { readOutbox } from './read-outbox.ts'
import * as robots from './robot-queries.ts'
import { startTest } from './send-test.ts'

/** A page of rows read with one row more than asked for, and where the next page begins. */
const pageOf = <Row extends { readonly id: string }>(rows: readonly Row[], limit: number) => {
  const shown = rows.slice(0, limit)
  return { rows: shown, next: rows.length > limit ? shown.at(-1)!.id : null }
}

export const routes: readonly Route[] = [
  implement(contract.listNotices, async (context, { query }) => {
    const found = await inbox.inboxOf(context, { ...query, limit: query.limit + 1 })
    const { rows, next } = pageOf(found, query.limit)
    const entries = rows.map(({ readAt, ...entry }) => ({ ...entry, read: readAt !== null }))
    return ok({ rows: entries, next, unread: await inbox.unreadCount(context) })
  }),
  implement(contract.countUnread, async (context) => ok({ unread: await inbox.unreadCount(context) })),
  implement(contract.markRead, async (context, { params }) =>
    (await inbox.markRead(context, params.id)) ? ok(undefined) : fail('NOT_FOUND'),
  ),
  implement(contract.markAllRead, async (context, { body }) => ok(await inbox.markAllRead(context, body.upTo))),
  implement(contract.readMailChoice, async (context, _call, { mail }) =>
    ok({ ...(await inbox.mailChoice(context)), mailReady: mail !== undefined && mailWorks(mail) }),
  ),
  implement(contract.setMailChoice, async (context, { version, body }) => {
    if (body.email !== null && !isMailAddress(body.email)) return fail('EMAIL_NOT_PLAIN')
    if (await inbox.updateMailChoice(context, version, body)) return ok({ version: version + 1 })
    return stale(body, await inbox.mailChoice(context))
  }),
  implement(contract.listRobots, async (context) => ok((await robots.robots(context)).map(shownRobot))),
  implement(contract.createRobot, (context, { body }, services) => createRobot(context, body, services)),
  implement(contract.editRobot, (context, { params, version, body }, services) =>
    editRobot(context, params.id, version, body, services),
  ),
  implement(contract.deleteRobot, async (context, { params }) =>
    (await robots.deleteRobot(context, params.id)) ? ok(undefined) : fail('NOT_FOUND'),
  ),
  implement(contract.testRobot, (context, { params }, services) => startTest(context, params.id, services)),
  implement(contract.readOutbox, async (context, _call, services) => ok(await readOutbox(context, services))),
  implement(contract.listFailed, async (context, { query }) =>
    ok(pageOf(await deliveries.failedDeliveries(context, { ...query, limit: query.limit + 1 }), query.limit)),
  ),
  implement(contract.retryDelivery, async (context, { params }) =>
    (await deliveries.retryFailed(context, params.id)) ? ok(undefined) : fail('NOT_FOUND'),
  ),
]
