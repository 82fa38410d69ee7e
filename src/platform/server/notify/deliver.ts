import { sendDingtalk } from './channels/dingtalk.ts'
import { sendFeishu } from './channels/feishu.ts'
import type { RobotClients } from './channels/robot.ts'
import type { MailClient } from './channels/smtp.ts'
import { sendWecom } from './channels/wecom.ts'
import { transient, type ChannelConfig, type Delivery, type DeliveryOutcome } from './message.ts'

export interface DeliveryClients extends RobotClients {
  /** Absent where no SMTP server is set up; deliveries by mail then stay TRANSIENT. */
  readonly mail?: MailClient
}

/**
 * Makes one attempt to deliver over one channel.
 * TRANSIENT: try again after `nextDelay`. PERMANENT: never again; with `mayHaveArrived` it may be there already.
 * Neither result carries an address, a name or a webhook.
 */
export const deliver = async (
  delivery: Delivery,
  channel: ChannelConfig,
  clients: DeliveryClients,
): Promise<DeliveryOutcome> => {
  switch (channel.kind) {
    case 'mail':
      return clients.mail ? clients.mail.send(delivery, channel.to) : transient('MAIL_NOT_SET_UP')
    case 'wecom':
      return sendWecom(delivery.notice, channel, clients)
    case 'dingtalk':
      return sendDingtalk(delivery.notice, channel, clients)
    case 'feishu':
      return sendFeishu(delivery.notice, channel, clients)
  }
}
