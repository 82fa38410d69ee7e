import type { AddressInfo } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, expect, it } from 'vitest'
import { deliver } from '../deliver.ts'
import type { Delivery, Notice } from '../message.ts'
import { createWebhookClient } from '../webhook-client.ts'
import { createMailClient, isMailAddress, type MailOptions } from './smtp.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

interface Taken {
  readonly mail: ParsedMail
  readonly raw: string
  readonly from: string
  readonly to: readonly string[]
}

const refusal = (code: number): Error =>
  Object.assign(new Error('不收 contact@factory.example.cn'), { responseCode: code })

/** A real SMTP server; keeps what it takes. */
const smtpServer = async (options: SMTPServerOptions = {}) => {
  const taken: Taken[] = []
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', async () => {
        const raw = Buffer.concat(parts)
        const { mailFrom, rcptTo } = session.envelope
        taken.push({
          mail: await simpleParser(raw),
          raw: raw.toString('latin1'),
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map((it) => it.address),
        })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()))
  closing.push(() => server.close(() => {}))
  return { taken, port: (server.server.address() as AddressInfo).port }
}

const to = 'contact@factory.example.cn'
const notice: Notice = {
  id: '0198c0de-0000-7000-8000-000000000002',
  title: '贵单位 11 月 30 日的上门活动已安排',
  lines: ['时间：12:10—12:40', '内容：<工伤> & 社保“微宣讲”'],
  link: 'https://qingqi.example.cn/m/visits/1?a=1&b=2',
}
const delivery: Delivery = { id: '0198c0de-0000-7000-8000-000000000001', notice }

const send = (port: number, given: Partial<MailOptions> = {}, changed: Partial<Notice> = {}, address = to) => {
  const mail = createMailClient({
    url: `smtp://127.0.0.1:${port}`,
    from: 'qingqi@union.example.cn',
    timeoutMs: 500,
    ...given,
  })
  closing.push(mail.close)
  const clients = { mail, post: createWebhookClient(), webhookHosts: [], now: Date.now }
  return deliver({ ...delivery, notice: { ...notice, ...changed } }, { kind: 'mail', to: address }, clients)
}

it('sends plain text and HTML in Chinese under a Message-ID of the delivery', async () => {
  const { taken, port } = await smtpServer()
  const messageId = '<0198c0de-0000-7000-8000-000000000001@union.example.cn>'
  expect(await send(port)).toEqual({ ok: true, value: { providerId: messageId } })
  await send(port)
  expect(taken.map((it) => it.mail.messageId)).toEqual([messageId, messageId])
  const [first] = taken
  expect(first).toMatchObject({ from: 'qingqi@union.example.cn', to: [to] })
  expect(first?.mail.subject).toBe(notice.title)
  expect(first?.mail.from?.text).toBe('"轻骑" <qingqi@union.example.cn>')
  expect(first?.mail.text).toContain('内容：<工伤> & 社保“微宣讲”')
  expect(first?.mail.text).toContain('https://qingqi.example.cn/m/visits/1?a=1&b=2')
  expect(first?.mail.html).toContain('内容：&lt;工伤&gt; &amp; 社保“微宣讲”')
  expect(first?.mail.html).toContain('href="https://qingqi.example.cn/m/visits/1?a=1&amp;b=2"')
  expect(first?.mail.headers.get('auto-submitted')).toBe('auto-generated')
})

it('may try again after 451 and succeeds then', async () => {
  let asked = 0
  const { taken, port } = await smtpServer({
    onRcptTo: (_address, _session, done) => done((asked += 1) === 1 ? refusal(451) : undefined),
  })
  expect(await send(port)).toEqual({ ok: false, code: 'TRANSIENT', detail: { reason: 'SMTP_451' } })
  expect(taken).toHaveLength(0)
  expect(await send(port)).toMatchObject({ ok: true })
  expect(taken).toHaveLength(1)
})

it("never tries again after 550, for the receiver or for the content, and does not repeat the server's words", async () => {
  const receiver = await smtpServer({ onRcptTo: (_address, _session, done) => done(refusal(550)) })
  const outcome = await send(receiver.port)
  expect(outcome).toEqual({ ok: false, code: 'PERMANENT', detail: { reason: 'SMTP_550' } })
  expect(JSON.stringify(outcome)).not.toContain('factory')
  const content = await smtpServer({
    onData: (stream, _session, done) => {
      stream.resume().on('end', () => done(refusal(554)))
    },
  })
  expect(await send(content.port)).toEqual({ ok: false, code: 'PERMANENT', detail: { reason: 'SMTP_554' } })
})

it('keeps a wrong password transient: the receiver is not at fault', async () => {
  const { port } = await smtpServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(new Error('Invalid username or password')),
  })
  const outcome = await send(port, { url: `smtp://u:p@127.0.0.1:${port}?tls=off` })
  expect(outcome).toEqual({ ok: false, code: 'TRANSIENT', detail: { reason: 'SMTP_LOGIN_535' } })
})

it('says that a mail may have arrived when the connection fell silent, and not when there was none', async () => {
  const lost = await smtpServer({
    onData: (stream) => {
      stream.resume()
    },
  })
  expect(await send(lost.port)).toMatchObject({ code: 'TRANSIENT', detail: { mayHaveArrived: true } })
  const nobody = await send(9)
  expect(nobody).toMatchObject({ code: 'TRANSIENT' })
  expect(nobody.ok ? '' : nobody.detail).not.toHaveProperty('mayHaveArrived')
})

it('sends nothing unencrypted where TLS is required, and trusts no unknown certificate', async () => {
  const plain = await smtpServer()
  expect(await send(plain.port, { tls: 'required' })).toMatchObject({ ok: false, code: 'TRANSIENT' })
  const byUrl = { url: `smtp://127.0.0.1:${plain.port}?tls=required` }
  expect(await send(plain.port, byUrl)).toMatchObject({ ok: false, code: 'TRANSIENT' })
  expect(plain.taken).toEqual([])
  // The server shows the library's own self-signed certificate.
  const unknown = await smtpServer({ hideSTARTTLS: false })
  expect(await send(unknown.port)).toMatchObject({ ok: false, code: 'TRANSIENT' })
  expect(unknown.taken).toEqual([])
  expect(await send(unknown.port, { tls: 'off' })).toMatchObject({ ok: true })
})

it('lets no header in through title, sender name or lines', async () => {
  const { taken, port } = await smtpServer()
  const outcome = await send(
    port,
    { fromName: '工会\r\nX-Evil-Name: 1' },
    {
      title: '通知\r\nBcc: spy@evil.example\r\nX-Evil: 1\r\n\r\n<b>正文</b>',
      lines: ['第一行\r\n.\r\nMAIL FROM:<x@evil.example>'],
      link: 'https://qingqi.example.cn/\r\nX-Evil-Link: 1',
    },
  )
  expect(outcome).toMatchObject({ ok: true })
  const [only] = taken
  expect(taken).toHaveLength(1)
  expect(only?.to).toEqual([to])
  expect([...(only?.mail.headers.keys() ?? [])].filter((key) => key === 'bcc' || key.startsWith('x-'))).toEqual([])
  expect(only?.mail.subject).toBe('通知 Bcc: spy@evil.example X-Evil: 1 <b>正文</b>')
  expect(only?.mail.text?.split('\n')[0]).toBe(only?.mail.subject)
  expect(only?.mail.html).toContain('&lt;b&gt;正文')
})

it.each([
  'contact@factory.example.cn\r\nBcc: spy@evil.example',
  'contact@factory.example.cn, spy@evil.example',
  'contact@factory.example.cn;spy@evil.example',
  'spy@evil.example <contact@factory.example.cn>',
  '"spy@evil.example"@factory.example.cn',
  'contact@factory.example.cn> RCPT TO:<spy@evil.example',
  '联系人@factory.example.cn',
  'contact',
  '',
])('refuses the address %j before connecting', async (address) => {
  let connections = 0
  const { taken, port } = await smtpServer({
    onConnect: (_session, done) => {
      connections += 1
      done()
    },
  })
  expect(await send(port, {}, {}, address)).toEqual({
    ok: false,
    code: 'PERMANENT',
    detail: { reason: 'ADDRESS_NOT_VALID' },
  })
  expect([connections, taken.length]).toEqual([0, 0])
})

it('knows plain addresses and refuses settings that cannot work', () => {
  expect(['a@b.cn', 'wang.xiao+gh@mail.union-sh.org.cn'].map(isMailAddress)).toEqual([true, true])
  expect(() => createMailClient({ url: 'http://127.0.0.1', from: 'a@b.cn' })).toThrow('SMTP_URL')
  expect(() => createMailClient({ url: 'smtp://127.0.0.1?tls=no', from: 'a@b.cn' })).toThrow('tls')
  expect(() => createMailClient({ url: 'smtp://127.0.0.1', from: 'a@b.cn\r\nX: 1' })).toThrow('MAIL_FROM')
})
