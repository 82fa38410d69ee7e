import { inScope, type Scope } from '../db/scope.ts'
import { scopeOfOrg } from '../http/orgs-queries.ts'
import type { Repeated } from '../jobs/repeated.ts'
import type { Log } from '../log.ts'
import type { MailSettings } from '../mail-settings.ts'
import type { Services } from '../services.ts'
import { nextDelay } from './back-off.ts'
import { createMailClient, type MailClient } from './channels/smtp.ts'
import { deliver, type DeliveryClients } from './deliver.ts'
import { permanent, transient, type ChannelConfig, type DeliveryOutcome, type Notice } from './message.ts'
import * as queries from './outbox-queries.ts'
import type { DeliveryEnd, DeliveryWay, LeasedDelivery } from './outbox-queries.ts'
import { createWebhookClient } from './webhook-client.ts'

/** Attempts under way at once on one way of one server: a slow receiver must not hold up all others. */
const LANES = 4

/** The mail client of a server's settings; undefined, with a line in the log, where they cannot work. */
export const mailClientOf = (settings: MailSettings, log: Log): MailClient | undefined => {
  try {
    return createMailClient(settings)
  } catch (error) {
    log.error('mail settings', error)
    return undefined
  }
}

/** True where a mail client can be made of the settings; whether its server answers is seen when sending. */
export const mailWorks = (settings: MailSettings): boolean => {
  try {
    createMailClient(settings).close()
    return true
  } catch {
    return false
  }
}

/** What messages to robots need; a mail client is added where there is one. */
export const robotClients = (services: Services): DeliveryClients => ({
  post: createWebhookClient(),
  webhookHosts: services.webhookHosts,
  now: Date.now,
})

/** The link of a notice is a path of this server; outside of it people need the whole address. */
export const absoluteLink = (link: string | null, publicAddress: string): Pick<Notice, 'link'> =>
  link === null ? {} : { link: link.startsWith('/') ? publicAddress + link : link }

/** Where it goes, or why it cannot: the person or the robot may have changed since the notice was written. */
const channelOf = (it: LeasedDelivery): ChannelConfig | string => {
  if (it.channel === 'mail') {
    if (it.wantsMail === false) return 'MAIL_NOT_WANTED'
    return it.email ? { kind: 'mail', to: it.email } : 'NO_ADDRESS'
  }
  if (!it.robotKind || !it.robotAddress || !it.robotActive) return 'ROBOT_OFF'
  return { kind: it.robotKind, webhook: it.robotAddress, secret: it.robotSecret ?? undefined }
}

const endOf = (outcome: DeliveryOutcome, attempts: number): DeliveryEnd => {
  if (outcome.ok) return { status: 'sent', ...outcome.value }
  const { reason: error, mayHaveArrived = false, retryAfterSeconds } = outcome.detail
  const delay = outcome.code === 'PERMANENT' ? 'give-up' : nextDelay(attempts, Math.random(), retryAfterSeconds)
  return delay === 'give-up'
    ? { status: 'failed', error, mayHaveArrived }
    : { status: 'waiting', error, mayHaveArrived, inSeconds: delay }
}

/** One attempt at a leased delivery, from its lease to its end. */
const attempt = async (
  services: Services,
  scope: Scope,
  clients: DeliveryClients,
  leased: LeasedDelivery,
): Promise<void> => {
  const { database, log, publicAddress } = services
  const renewing = setInterval(() => {
    inScope(database, scope, (context) => queries.renewLease(context, leased)).catch((error) =>
      log.error('renew a lease', error),
    )
  }, queries.renewEveryMs)
  let outcome: DeliveryOutcome
  try {
    const channel = channelOf(leased)
    const notice: Notice = {
      id: leased.noticeId,
      title: leased.title,
      lines: leased.lines,
      ...absoluteLink(leased.link, publicAddress),
    }
    outcome =
      typeof channel === 'string' ? permanent(channel) : await deliver({ id: leased.id, notice }, channel, clients)
  } catch (error) {
    log.error(`deliver by ${leased.channel}`, error)
    const more = { mayHaveArrived: true }
    outcome = leased.channel === 'mail' ? transient('UNEXPECTED', more) : permanent('UNEXPECTED', more)
  } finally {
    clearInterval(renewing)
  }
  await inScope(database, scope, (context) => queries.endDelivery(context, leased, endOf(outcome, leased.attempts)))
}

/** Sends all that is due on one way, over all counties, taking turns between them. */
const sendDue = async (
  services: Services,
  way: DeliveryWay,
  clients: DeliveryClients,
  stopping: AbortSignal,
): Promise<void> => {
  const { database } = services
  const waiting: Scope[] = []
  for (const orgId of await queries.orgIds(database)) {
    const scope = await scopeOfOrg(database, orgId)
    if (!scope) continue
    const due = await inScope(database, scope, async (context) => {
      await queries.endLapsed(context, way)
      return queries.anyDue(context, way)
    })
    if (due) waiting.push(scope)
  }
  let turn = 0
  const lane = async (): Promise<void> => {
    while (waiting.length > 0 && !stopping.aborted) {
      const scope = waiting[(turn += 1) % waiting.length]!
      const leased = await inScope(database, scope, (context) => queries.leaseDelivery(context, way))
      if (leased) await attempt(services, scope, clients, leased)
      else if (waiting.includes(scope)) waiting.splice(waiting.indexOf(scope), 1)
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}

/** The rounds that empty one half of the outbox. Mails wait untouched while no SMTP server is set up. */
const outboxOf = (way: DeliveryWay): Repeated => ({
  name: `outbox ${way}`,
  seconds: 2,
  start: (services) => {
    const mail = way === 'mail' && services.mail ? mailClientOf(services.mail, services.log) : undefined
    const clients = { ...robotClients(services), ...(mail ? { mail } : {}) }
    return {
      round: async (stopping) => {
        if (way === 'robot' || mail) await sendDue(services, way, clients, stopping)
      },
      close: () => mail?.close(),
    }
  },
})

/** Mails and robot messages in rounds of their own: neither waits for the other. */
export const outbox: readonly Repeated[] = [outboxOf('mail'), outboxOf('robot')]
