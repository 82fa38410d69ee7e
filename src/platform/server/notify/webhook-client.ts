import { lookup as dnsLookup } from 'node:dns/promises'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupAddress } from 'node:dns'
import { isPublicAddress, type WebhookAddress } from './webhook-address.ts'

export interface WebhookAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

/** `sent` is true when the whole request had gone out, so the service may have acted on it. */
export interface WebhookError {
  readonly error:
    'NO_CONNECTION' | 'TIMEOUT' | 'ANSWER_TOO_LARGE' | 'ANSWER_BROKEN_OFF' | 'ADDRESS_NOT_PUBLIC' | 'NAME_NOT_FOUND'
  readonly sent: boolean
}

export type PostJson = (to: WebhookAddress, body: object) => Promise<WebhookAnswer | WebhookError>

export interface WebhookOptions {
  /** For the name look-up, and again for the exchange. */
  readonly timeoutMs?: number
  readonly maxAnswerBytes?: number
  /** All addresses of a name. */
  readonly resolve?: (name: string) => Promise<readonly LookupAddress[]>
}

const notSent = (error: WebhookError['error']): WebhookError => ({ error, sent: false })

/**
 * Posts JSON to a checked address. Never follows a redirect, connects only to the IP addresses it judged
 * (no second look-up in between), gives up after a time and stops reading an answer that is too long.
 */
export const createWebhookClient = (options: WebhookOptions = {}): PostJson => {
  const { timeoutMs = 10_000, maxAnswerBytes = 64 * 1024 } = options
  const resolve = options.resolve ?? ((name: string) => dnsLookup(name, { all: true }))

  /** The addresses to connect to; empty where the name has none or the look-up takes too long. */
  const addressesOf = async (name: string): Promise<readonly LookupAddress[]> => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<readonly LookupAddress[]>((done) => {
      timer = setTimeout(() => done([]), timeoutMs)
    })
    try {
      return await Promise.race([resolve(name), late])
    } catch {
      return []
    } finally {
      clearTimeout(timer)
    }
  }

  const exchange = (url: URL, found: readonly LookupAddress[], bytes: Buffer) =>
    new Promise<WebhookAnswer | WebhookError>((settle) => {
      const begin = url.protocol === 'https:' ? httpsRequest : httpRequest
      let sent = false
      const end = (it: WebhookAnswer | WebhookError): void => {
        clearTimeout(timer)
        settle(it)
        request.destroy()
      }
      const request = begin(url, {
        method: 'POST',
        agent: false,
        lookup: (_name, wanted, done) =>
          wanted.all ? done(null, [...found]) : done(null, found[0]?.address ?? '', found[0]?.family),
        headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length },
      })
      request.on('response', (answer) => {
        const parts: Buffer[] = []
        let size = 0
        answer.on('data', (part: Buffer) => {
          size += part.length
          if (size > maxAnswerBytes) end({ error: 'ANSWER_TOO_LARGE', sent: true })
          else parts.push(part)
        })
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8')
          end({ status: answer.statusCode ?? 0, headers: answer.headers, text })
        })
        answer.on('error', () => end({ error: 'ANSWER_BROKEN_OFF', sent: true }))
      })
      const timer = setTimeout(() => end({ error: 'TIMEOUT', sent }), timeoutMs)
      request.on('finish', () => {
        sent = true
      })
      request.on('error', () => end({ error: 'NO_CONNECTION', sent }))
      request.end(bytes)
    })

  return async ({ url, allowed }, body) => {
    const found = await addressesOf(url.hostname.replace(/^\[|\]$/g, ''))
    if (!found.length) return notSent('NAME_NOT_FOUND')
    // One private address among many is enough to refuse: the connection may pick any.
    if (!allowed && !found.every((it) => isPublicAddress(it.address))) return notSent('ADDRESS_NOT_PUBLIC')
    return exchange(url, found, Buffer.from(JSON.stringify(body)))
  }
}
