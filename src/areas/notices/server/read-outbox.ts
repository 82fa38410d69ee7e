import type { OutputOf } from '../../../platform/base/operation.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { mailWorks } from '../../../platform/server/notify/outbox.ts'
import type { Services } from '../../../platform/server/services.ts'
import type * as contract from '../contract.ts'
import { outboxCounts } from './delivery-queries.ts'

/** How sending stands: the mail server's setting, and what waits or failed. */
export const readOutbox = async (
  context: Context,
  { mail }: Services,
): Promise<OutputOf<typeof contract.readOutbox>> => {
  const counts = await outboxCounts(context)
  const sum = (wanted: (it: (typeof counts)[number]) => boolean): number =>
    counts.filter(wanted).reduce((all, it) => all + it.count, 0)
  const open = (way: 'mail' | 'robot') => sum((it) => it.channel === way && it.status !== 'failed')
  return {
    mail: !mail ? 'none' : mailWorks(mail) ? 'ready' : 'invalid',
    mailFrom: mail?.from ?? null,
    waiting: { mail: open('mail'), robot: open('robot') },
    failed: sum((it) => it.status === 'failed'),
  }
}
