import type { Failure, Ok } from '../../base/result.ts'

/** One thing to tell. Texts are Chinese and ready to read; line breaks and markup inside them have no effect. */
export interface Notice {
  readonly id: string
  readonly title: string
  readonly lines: readonly string[]
  /** Absolute http(s) address of the page that shows more. */
  readonly link?: string
}

/** One notice on its way over one channel. `id` stays the same over all attempts. */
export interface Delivery {
  readonly id: string
  readonly notice: Notice
}

export type RobotKind = 'wecom' | 'dingtalk' | 'feishu'

export interface MailChannel {
  readonly kind: 'mail'
  /** One bare address, without a display name. */
  readonly to: string
}

export interface RobotChannel {
  readonly kind: RobotKind
  readonly webhook: string
  /** Signing secret of the robot; 企业微信 has none. */
  readonly secret?: string
  /** 'text' when absent: it is shown in every client, markdown is not shown inside WeChat. */
  readonly form?: 'text' | 'markdown'
}

export type ChannelConfig = MailChannel | RobotChannel

/** What a failed delivery says; codes and numbers only, so that it may be logged and stored. */
export interface DeliveryFailureDetail {
  /** For example SMTP_550, HTTP_429, ERRCODE_93000, ADDRESS_NOT_VALID. */
  readonly reason: string
  /** True where the receiver may have it all the same: the answer was lost after everything was handed over. */
  readonly mayHaveArrived?: boolean
  /** Whole seconds to wait at least, where the service named or documents them. */
  readonly retryAfterSeconds?: number
}

export interface DeliveryFailure extends Failure<'PERMANENT' | 'TRANSIENT'> {
  readonly detail: Readonly<Record<string, unknown>> & DeliveryFailureDetail
}

export type DeliveryOutcome = Ok<{ readonly providerId?: string }> | DeliveryFailure

export const permanent = (reason: string, more?: Omit<DeliveryFailureDetail, 'reason'>): DeliveryFailure => ({
  ok: false,
  code: 'PERMANENT',
  detail: { reason, ...more },
})

export const transient = (reason: string, more?: Omit<DeliveryFailureDetail, 'reason'>): DeliveryFailure => ({
  ok: false,
  code: 'TRANSIENT',
  detail: { reason, ...more },
})

/** Controls, line and paragraph separators, and the marks that turn the reading direction around. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu

/** The text on one line, without controls: safe as a header value and as one line of a message. */
export const oneLine = (text: string): string => text.replace(UNSEEN, ' ').trim()

/** The notice's link when it is http(s) and free of spaces and controls, else undefined. */
export const linkOf = (notice: Notice): string | undefined => {
  if (!notice.link || !URL.canParse(notice.link)) return undefined
  const url = new URL(notice.link)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined
}

/** The longest start of `text` within `bytes` of UTF-8, with … where something was cut. No sign is torn. */
export const withinBytes = (text: string, bytes: number): string => {
  if (Buffer.byteLength(text) <= bytes) return text
  let used = Buffer.byteLength('…')
  let kept = ''
  for (const sign of text) {
    used += Buffer.byteLength(sign)
    if (used > bytes) break
    kept += sign
  }
  return `${kept}…`
}
