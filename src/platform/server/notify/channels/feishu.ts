import { createHmac } from 'node:crypto'
import { withinBytes, type DeliveryOutcome, type Notice, type RobotChannel } from '../message.ts'
import { asMarkdown, asText, numberOf, plainLine, sendToRobot, type RobotClients } from './robot.ts'

// open.feishu.cn/document/client-docs/bot-v3/add-custom-bot: 100 messages a minute, 5 a second, a body of up to
// 20 KB. 11232 and 99991400: too often. Markdown exists only inside a card.
const BYTES = 10_000
const TITLE_BYTES = 180
const mayPass: Readonly<Record<number, number>> = { 11232: 60, 99991400: 60 }

/** Base64 of HMAC-SHA256 over nothing with "<seconds>\n<secret>" as key; valid one hour. */
export const feishuSign = (secret: string, nowSeconds: number): string =>
  createHmac('sha256', `${nowSeconds}\n${secret}`).update('').digest('base64')

const card = (notice: Notice): object => ({
  header: { title: { tag: 'plain_text', content: withinBytes(plainLine(notice.title), TITLE_BYTES) } },
  elements: [{ tag: 'markdown', content: asMarkdown(notice, BYTES, false) }],
})

/** Sends a notice through a custom group robot of 飞书. */
export const sendFeishu = (notice: Notice, channel: RobotChannel, clients: RobotClients): Promise<DeliveryOutcome> => {
  const seconds = Math.floor(clients.now() / 1000)
  const signature = channel.secret
    ? { timestamp: String(seconds), sign: feishuSign(channel.secret, seconds) }
    : undefined
  return sendToRobot(
    channel,
    {
      body: {
        ...signature,
        ...(channel.form === 'markdown'
          ? { msg_type: 'interactive', card: card(notice) }
          : { msg_type: 'text', content: { text: asText(notice, BYTES) } }),
      },
      // Old robots answer with StatusCode alone.
      resultCode: (answer) => numberOf(answer.code) ?? numberOf(answer.StatusCode),
      // 9499 is "Bad Request" and, with another text, "too many request".
      waitFor: (code, answer) =>
        mayPass[code] ?? (code === 9499 && /too many/i.test(String(answer.msg)) ? 60 : undefined),
    },
    clients,
  )
}
