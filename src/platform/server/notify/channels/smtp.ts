import { createTransport } from 'nodemailer'
import { smtpRefusal } from '../back-off.ts'
import { oneLine, permanent, transient, type Delivery, type DeliveryOutcome } from '../message.ts'
import { htmlOf, textOf } from './mail-body.ts'

const tlsUses = ['required', 'if-offered', 'off'] as const
type TlsUse = (typeof tlsUses)[number]

export interface MailOptions {
  /** smtp://[user:pass@]host[:port][?tls=…] (STARTTLS) or smtps://… (TLS from the first byte). */
  readonly url: string
  /** Bare sender address, without a display name. */
  readonly from: string
  readonly fromName?: string
  /**
   * 'required' refuses to send unencrypted, 'if-offered' takes STARTTLS where the server has it, 'off' never does.
   * Absent: `tls` of the URL; where that is absent too, 'required' where the URL carries a password and the host is not this machine, else 'if-offered'.
   */
  readonly tls?: TlsUse
  /** PEM of an own certificate authority. Certificates are always verified. */
  readonly ca?: string
  readonly timeoutMs?: number
}

export interface MailClient {
  readonly send: (delivery: Delivery, to: string) => Promise<DeliveryOutcome>
  readonly close: () => void
}

// One bare address of the common form: no display name, list, comment, quote, space or control can be in it.
const ADDRESS = /^[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/

/** True for one bare e-mail address that can stand in a header and in RCPT TO as it is. */
export const isMailAddress = (text: string): boolean => text.length <= 254 && ADDRESS.test(text)

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]', '::1'])

/** The host's name in Message-ID; from the sender, so that it does not change when the program moves. */
const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

/** The Message-ID of a delivery: the same on every attempt, so that a mailbox can drop a second copy. */
export const messageIdOf = (deliveryId: string, from: string): string =>
  `<${deliveryId.replace(/[^A-Za-z0-9-]/g, '')}@${domainOf(from)}>`

interface SmtpError {
  readonly code?: string
  readonly originalCode?: string
  readonly responseCode?: number
}

const LOST = new Set(['ECONNECTION', 'ETIMEDOUT', 'ECONNRESET', 'EPIPE'])

const outcomeOf = (error: SmtpError): DeliveryOutcome => {
  const { code, responseCode } = error
  // A wrong password or a missing TLS is the server's setting, not the receiver's: it passes once it is mended.
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'ETLS')
    return transient(responseCode ? `SMTP_LOGIN_${responseCode}` : `SMTP_${code}`)
  if (responseCode) {
    const reason = `SMTP_${responseCode}`
    return smtpRefusal(responseCode) === 'PERMANENT' ? permanent(reason) : transient(reason)
  }
  // A connection that broke off or fell silent may have done so after the content was taken: the library does not
  // tell the step, so this errs towards "may". The next attempt carries the same Message-ID.
  const brokenOff = LOST.has(code ?? '') || LOST.has(error.originalCode ?? '')
  return transient(`SMTP_${code ?? 'FAILED'}`, brokenOff ? { mayHaveArrived: true } : undefined)
}

/**
 * A client for one SMTP server; keeps no connection open between mails.
 * @throws on a URL that is not smtp(s) or a sender that is no address: mistakes in the server's settings.
 */
export const createMailClient = (options: MailOptions): MailClient => {
  const url = new URL(options.url)
  const direct = url.protocol === 'smtps:'
  if (!direct && url.protocol !== 'smtp:') throw new Error('SMTP_URL must begin with smtp:// or smtps://')
  const user = decodeURIComponent(url.username)
  const named = url.searchParams.get('tls')
  const fromUrl = tlsUses.find((it) => it === named)
  if (named !== null && !fromUrl) throw new Error(`tls in SMTP_URL must be one of ${tlsUses.join(', ')}`)
  const tls = options.tls ?? fromUrl ?? (user && !LOOPBACK.has(url.hostname) ? 'required' : 'if-offered')
  const timeout = options.timeoutMs ?? 20_000
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // A sender of one label (qingqi@localhost) is the setting's default on a machine without a name.
  if (/[\s<>,;:"()\\]/.test(options.from) || !options.from.includes('@')) throw new Error('MAIL_FROM is no address')
  const transport = createTransport({
    host,
    port: url.port ? Number(url.port) : direct ? 465 : 587,
    secure: direct,
    requireTLS: !direct && tls === 'required',
    ignoreTLS: !direct && tls === 'off',
    tls: { minVersion: 'TLSv1.2', ...(options.ca ? { ca: options.ca } : {}) },
    ...(user ? { auth: { user, pass: decodeURIComponent(url.password) } } : {}),
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  })
  return {
    send: async (delivery, to) => {
      if (!isMailAddress(to)) return permanent('ADDRESS_NOT_VALID')
      const messageId = messageIdOf(delivery.id, options.from)
      try {
        const info = await transport.sendMail({
          envelope: { from: options.from, to: [to] },
          from: { name: oneLine(options.fromName ?? '轻骑'), address: options.from },
          to: { name: '', address: to },
          subject: oneLine(delivery.notice.title),
          messageId,
          text: textOf(delivery.notice),
          html: htmlOf(delivery.notice),
          // RFC 3834: no out-of-office answers to a machine.
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return { ok: true, value: { providerId: info.messageId } }
      } catch (error) {
        // The server's sentence often repeats the address: only its numbers leave this function.
        return outcomeOf(error as SmtpError)
      }
    },
    close: () => transport.close(),
  }
}
