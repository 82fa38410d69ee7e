import { httpRefusal } from '../back-off.ts'
import {
  linkOf,
  oneLine,
  permanent,
  transient,
  withinBytes,
  type DeliveryOutcome,
  type Notice,
  type RobotChannel,
} from '../message.ts'
import { checkWebhookAddress } from '../webhook-address.ts'
import type { PostJson, WebhookAnswer } from '../webhook-client.ts'

/** What the sending of a robot message needs from outside. */
export interface RobotClients {
  readonly post: PostJson
  readonly webhookHosts: readonly string[]
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** How one service's answers are read. */
export interface RobotForm {
  /** Changes the address (signature in the query); undefined leaves it. */
  readonly address?: (url: URL) => URL
  readonly body: object
  /** The service's own result number from a 200 answer; 0 is success, undefined where there is none. */
  readonly resultCode: (answer: Readonly<Record<string, unknown>>) => number | undefined
  /** Seconds to wait for result numbers that may pass; undefined for those that stand. */
  readonly waitFor: (code: number, answer: Readonly<Record<string, unknown>>) => number | undefined
}

// ASCII signs that the three services read as markup or as a mention of people, and their full-width likes.
const markup: Readonly<Record<string, string>> = {
  '<': '＜',
  '>': '＞',
  '[': '［',
  ']': '］',
  '*': '＊',
  '#': '＃',
  '`': '｀',
  '~': '～',
}

/** One line in which nothing is markup, a link behind other words, or a mention (`<at user_id="all">`, `<@all>`). */
export const plainLine = (text: string): string => oneLine(text).replace(/[<>[\]*#`~]/g, (sign) => markup[sign] ?? sign)

/** Title, lines and link, one under the other, within `bytes`; the link is never cut off. */
export const asText = (notice: Notice, bytes: number): string => {
  const link = linkOf(notice)
  const tail = link ? `\n${link}` : ''
  const words = [notice.title, ...notice.lines].map(plainLine).join('\n')
  return withinBytes(words, bytes - Buffer.byteLength(tail)) + tail
}

/** Lines and link as markdown within `bytes`, without the title unless asked for. */
export const asMarkdown = (notice: Notice, bytes: number, withTitle: boolean): string => {
  const link = linkOf(notice)
  // A closing bracket would end the link early.
  const tail = link ? `\n\n[查看详情](${link.replaceAll('(', '%28').replaceAll(')', '%29')})` : ''
  const words = [...(withTitle ? [`**${plainLine(notice.title)}**`] : []), ...notice.lines.map(plainLine)].join('\n\n')
  return withinBytes(words, bytes - Buffer.byteLength(tail)) + tail
}

const secondsFrom = (header: string | string[] | undefined): number | undefined => {
  const seconds = Number(typeof header === 'string' ? header : Number.NaN)
  return Number.isInteger(seconds) && seconds >= 0 ? Math.min(seconds, 24 * 3600) : undefined
}

const parsed = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const it: unknown = JSON.parse(text)
    return typeof it === 'object' && it !== null ? (it as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

const readAnswer = (answer: WebhookAnswer, form: RobotForm): DeliveryOutcome => {
  const body = parsed(answer.text)
  const code = form.resultCode(body)
  const wait = code ? form.waitFor(code, body) : undefined
  if (wait !== undefined) return transient(`ERRCODE_${code}`, { retryAfterSeconds: wait })
  if (answer.status !== 200) {
    const reason = `HTTP_${answer.status}`
    if (httpRefusal(answer.status) === 'PERMANENT') return permanent(reason)
    const asked = secondsFrom(answer.headers['retry-after']) ?? secondsFrom(answer.headers['x-ogw-ratelimit-reset'])
    return transient(reason, asked === undefined ? undefined : { retryAfterSeconds: asked })
  }
  if (code) return permanent(`ERRCODE_${code}`)
  // 200 without a result number is no service we know; sending again could tell the group twice.
  return code === 0 ? { ok: true, value: {} } : permanent('ANSWER_NOT_UNDERSTOOD', { mayHaveArrived: true })
}

/**
 * Sends one robot message. A group robot has no key against sending twice, so an answer that got lost after
 * the request had gone out is final (PERMANENT with mayHaveArrived): the group is never told twice.
 */
export const sendToRobot = async (
  channel: RobotChannel,
  form: RobotForm,
  clients: RobotClients,
): Promise<DeliveryOutcome> => {
  const address = checkWebhookAddress(channel.kind, channel.webhook, clients.webhookHosts)
  if (!address.ok) return permanent(`WEBHOOK_${String(address.detail?.reason)}`)
  const url = form.address ? form.address(address.value.url) : address.value.url
  const answer = await clients.post({ ...address.value, url }, form.body)
  if (!('error' in answer)) return readAnswer(answer, form)
  if (answer.error === 'ADDRESS_NOT_PUBLIC') return permanent(answer.error)
  return answer.sent ? permanent(answer.error, { mayHaveArrived: true }) : transient(answer.error)
}

/** A whole number from an answer's field, else undefined. */
export const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) ? value : undefined
