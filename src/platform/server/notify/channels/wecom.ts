import { permanent, type DeliveryOutcome, type Notice, type RobotChannel } from '../message.ts'
import { asMarkdown, asText, numberOf, sendToRobot, type RobotClients } from './robot.ts'

// developer.work.weixin.qq.com/document/path/91770 (group robot): text up to 2048, markdown up to 4096 bytes of
// UTF-8, 20 messages a minute. Result numbers: …/path/90313, -1 busy, 45009 too often, 45033 too many at once.
const TEXT_BYTES = 2048
const MARKDOWN_BYTES = 4096
const mayPass: Readonly<Record<number, number>> = { [-1]: 30, 45009: 60, 45033: 60 }

/** Sends a notice through a group robot of 企业微信. */
export const sendWecom = async (
  notice: Notice,
  channel: RobotChannel,
  clients: RobotClients,
): Promise<DeliveryOutcome> => {
  // This service signs nothing; a secret here means the robot was entered as the wrong kind.
  if (channel.secret) return permanent('SECRET_NOT_USED')
  return sendToRobot(
    channel,
    {
      body:
        channel.form === 'markdown'
          ? { msgtype: 'markdown', markdown: { content: asMarkdown(notice, MARKDOWN_BYTES, true) } }
          : { msgtype: 'text', text: { content: asText(notice, TEXT_BYTES) } },
      resultCode: (answer) => numberOf(answer.errcode),
      waitFor: (code) => mayPass[code],
    },
    clients,
  )
}
