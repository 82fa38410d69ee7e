import { createHmac } from 'node:crypto'
import { withinBytes, type DeliveryOutcome, type Notice, type RobotChannel } from '../message.ts'
import { asMarkdown, asText, numberOf, plainLine, sendToRobot, type RobotClients } from './robot.ts'

// open.dingtalk.com/document/orgapp/custom-robot-access: 20 messages a minute, then none for 10 minutes (130101,
// 410100 sending too fast; -1 busy). A request takes up to 20,000 bytes; half of it is left for JSON's escapes.
const BYTES = 10_000
const TITLE_BYTES = 180
const mayPass: Readonly<Record<number, number>> = { [-1]: 30, 130101: 600, 410100: 600 }

/** Base64 of HMAC-SHA256 over "<ms>\n<secret>" with the secret as key; valid one hour. */
export const dingtalkSign = (secret: string, nowMs: number): string =>
  createHmac('sha256', secret).update(`${nowMs}\n${secret}`).digest('base64')

/** Sends a notice through a custom group robot of 钉钉. */
export const sendDingtalk = (notice: Notice, channel: RobotChannel, clients: RobotClients): Promise<DeliveryOutcome> =>
  sendToRobot(
    channel,
    {
      address: (url) => {
        if (!channel.secret) return url
        const signed = new URL(url)
        const now = clients.now()
        signed.searchParams.set('timestamp', String(now))
        signed.searchParams.set('sign', dingtalkSign(channel.secret, now))
        return signed
      },
      body:
        channel.form === 'markdown'
          ? {
              msgtype: 'markdown',
              markdown: {
                title: withinBytes(plainLine(notice.title), TITLE_BYTES),
                text: asMarkdown(notice, BYTES, true),
              },
            }
          : { msgtype: 'text', text: { content: asText(notice, BYTES) } },
      resultCode: (answer) => numberOf(answer.errcode),
      waitFor: (code) => mayPass[code],
    },
    clients,
  )
