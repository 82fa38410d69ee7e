import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** Answers an SMTP refusal to a receiver's address; 0 takes the mail. */
export type Judge = (address: string) => number

export interface MailReceiver {
  readonly url: string
  readonly taken: { readonly to: readonly string[]; readonly mail: ParsedMail }[]
  /** Asked for each receiver of each mail; set it to refuse. */
  judge: Judge
  /** Milliseconds until it says that it has taken a mail. */
  slowness: number
  close(): Promise<void>
}

/** A real SMTP server that keeps what it takes. */
export const startMailReceiver = async (): Promise<MailReceiver> => {
  const taken: MailReceiver['taken'] = []
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    onRcptTo: ({ address }, _session, done) => {
      const code = receiver.judge(address)
      done(code === 0 ? undefined : Object.assign(new Error('refused'), { responseCode: code }))
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', async () => {
        taken.push({
          to: session.envelope.rcptTo.map((it) => it.address),
          mail: await simpleParser(Buffer.concat(parts)),
        })
        setTimeout(done, receiver.slowness)
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()))
  const receiver: MailReceiver = {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    taken,
    judge: () => 0,
    slowness: 0,
    close: () => new Promise((done) => server.close(() => done())),
  }
  return receiver
}

export interface RobotReceiver {
  /** Host and port, for the list of allowed hosts. */
  readonly host: string
  readonly webhook: (path: string) => string
  readonly received: { readonly path: string; readonly text: string }[]
  /** The HTTP status of the next answers, by path; 200 where none is set. */
  readonly statuses: Map<string, number[]>
  close(): Promise<void>
}

/** A real HTTP server that answers as 企业微信 does. */
export const startRobotReceiver = async (): Promise<RobotReceiver> => {
  const received: RobotReceiver['received'] = []
  const statuses = new Map<string, number[]>()
  const server = createServer((request, answer) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => (body += part))
    request.on('end', () => {
      const path = new URL(request.url ?? '/', 'http://robot').pathname
      const status = statuses.get(path)?.shift() ?? 200
      answer.writeHead(status, { 'content-type': 'application/json' })
      if (status !== 200) return answer.end('{}')
      received.push({ path, text: (JSON.parse(body) as { text: { content: string } }).text.content })
      return answer.end('{"errcode":0,"errmsg":"ok"}')
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    host,
    webhook: (path) => `http://${host}${path}?key=0198c0de-very-secret-key`,
    received,
    statuses,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

/** Waits until `look` finds something, at most `seconds`. */
export const until = async <Value>(
  look: () => Promise<Value | undefined | false> | Value | undefined | false,
  seconds = 15,
): Promise<Value> => {
  const end = Date.now() + seconds * 1000
  for (;;) {
    const found = await look()
    if (found !== undefined && found !== false) return found
    if (Date.now() > end) throw new Error(`waited ${seconds} s: ${look.toString()}`)
    await new Promise((done) => setTimeout(done, 100))
  }
}
