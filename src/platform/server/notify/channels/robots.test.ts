import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { deliver } from '../deliver.ts'
import type { Delivery, RobotChannel } from '../message.ts'
import { createWebhookClient } from '../webhook-client.ts'

interface Received {
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly body: unknown
}

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A robot that answers each request with the next of `answers`, the last one again and again. */
const robot = async (...answers: { status?: number; headers?: Record<string, string>; body: unknown }[]) => {
  const received: Received[] = []
  const server = createServer((request, answer) => {
    let text = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => (text += part))
    request.on('end', () => {
      received.push({ url: new URL(request.url ?? '', base), headers: request.headers, body: JSON.parse(text) })
      const it = answers[Math.min(received.length, answers.length) - 1]
      answer.writeHead(it?.status ?? 200, it?.headers)
      answer.end(typeof it?.body === 'string' ? it.body : JSON.stringify(it?.body))
    })
  })
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { webhook: `${base}/hook?key=secret-key`, received }
}

const now = 1_790_000_000_123
const clients = { post: createWebhookClient({ timeoutMs: 300 }), webhookHosts: ['127.0.0.1'], now: () => now }

const delivery: Delivery = {
  id: '0198c0de-0000-7000-8000-000000000001',
  notice: {
    id: '0198c0de-0000-7000-8000-000000000002',
    title: '排期已发布',
    lines: ['下周有 3 场上门活动', '请在周五前接单'],
    link: 'https://qingqi.example.cn/m/visits?week=2026-W48',
  },
}
const text = '排期已发布\n下周有 3 场上门活动\n请在周五前接单\nhttps://qingqi.example.cn/m/visits?week=2026-W48'
const more = '[查看详情](https://qingqi.example.cn/m/visits?week=2026-W48)'
const success = { body: { errcode: 0, errmsg: 'ok' } }

it('sends text and markdown to 企业微信', async () => {
  const { webhook, received } = await robot(success)
  expect(await deliver(delivery, { kind: 'wecom', webhook }, clients)).toEqual({ ok: true, value: {} })
  await deliver(delivery, { kind: 'wecom', webhook, form: 'markdown' }, clients)
  expect(received[0]?.url.searchParams.get('key')).toBe('secret-key')
  expect(received[0]?.headers['content-type']).toBe('application/json; charset=utf-8')
  expect(received.map((it) => it.body)).toEqual([
    { msgtype: 'text', text: { content: text } },
    {
      msgtype: 'markdown',
      markdown: { content: `**排期已发布**\n\n下周有 3 场上门活动\n\n请在周五前接单\n\n${more}` },
    },
  ])
})

it('signs for 钉钉 in the query', async () => {
  const { webhook, received } = await robot(success)
  const channel: RobotChannel = { kind: 'dingtalk', webhook, secret: 'SEC+测试/=' }
  expect(await deliver(delivery, channel, clients)).toMatchObject({ ok: true })
  await deliver(delivery, { ...channel, secret: undefined, form: 'markdown' }, clients)
  const [signed, plain] = received
  const sign = createHmac('sha256', 'SEC+测试/=').update(`${now}\nSEC+测试/=`).digest('base64')
  expect(Object.fromEntries(signed?.url.searchParams ?? [])).toEqual({ key: 'secret-key', timestamp: `${now}`, sign })
  expect(signed?.body).toEqual({ msgtype: 'text', text: { content: text } })
  expect(plain?.url.search).toBe('?key=secret-key')
  expect(plain?.body).toMatchObject({ msgtype: 'markdown', markdown: { title: '排期已发布' } })
})

it('signs for 飞书 in the body', async () => {
  const { webhook, received } = await robot({ body: { code: 0, msg: 'success', data: {} } })
  const channel: RobotChannel = { kind: 'feishu', webhook, secret: '密钥' }
  expect(await deliver(delivery, channel, clients)).toMatchObject({ ok: true })
  await deliver(delivery, { ...channel, secret: undefined, form: 'markdown' }, clients)
  expect(received.map((it) => it.body)).toEqual([
    {
      timestamp: '1790000000',
      sign: createHmac('sha256', '1790000000\n密钥').digest('base64'),
      msg_type: 'text',
      content: { text },
    },
    {
      msg_type: 'interactive',
      card: {
        header: { title: { tag: 'plain_text', content: '排期已发布' } },
        elements: [{ tag: 'markdown', content: `下周有 3 场上门活动\n\n请在周五前接单\n\n${more}` }],
      },
    },
  ])
  const old = await robot({ body: { StatusCode: 0, StatusMessage: 'success' } })
  expect(await deliver(delivery, { kind: 'feishu', webhook: old.webhook }, clients)).toMatchObject({ ok: true })
})

it.each([
  ['wecom', { errcode: 93000, errmsg: 'invalid webhook url' }, 'PERMANENT', 'ERRCODE_93000', undefined],
  ['wecom', { errcode: 45009, errmsg: 'api freq out of limit' }, 'TRANSIENT', 'ERRCODE_45009', 60],
  ['wecom', { errcode: -1, errmsg: 'system busy' }, 'TRANSIENT', 'ERRCODE_-1', 30],
  ['dingtalk', { errcode: 310000, errmsg: 'sign not match' }, 'PERMANENT', 'ERRCODE_310000', undefined],
  ['dingtalk', { errcode: 130101, errmsg: 'send too fast' }, 'TRANSIENT', 'ERRCODE_130101', 600],
  ['feishu', { code: 19021, msg: 'sign match fail' }, 'PERMANENT', 'ERRCODE_19021', undefined],
  ['feishu', { code: 9499, msg: 'Bad Request' }, 'PERMANENT', 'ERRCODE_9499', undefined],
  ['feishu', { code: 9499, msg: 'too many request' }, 'TRANSIENT', 'ERRCODE_9499', 60],
  ['feishu', { code: 11232, msg: 'frequency limited' }, 'TRANSIENT', 'ERRCODE_11232', 60],
] as const)('reads a failure in a 200 answer: %s %o', async (kind, body, code, reason, retryAfterSeconds) => {
  const { webhook } = await robot({ body })
  const outcome = await deliver(delivery, { kind, webhook }, clients)
  expect(outcome).toMatchObject({ ok: false, code, detail: { reason } })
  expect(outcome.ok ? 'sent' : outcome.detail.retryAfterSeconds).toBe(retryAfterSeconds)
})

it('reads HTTP failures, and what the service asks to wait', async () => {
  const failures = await robot(
    { status: 429, headers: { 'retry-after': '17' }, body: { code: 123 } },
    { status: 400, headers: { 'x-ogw-ratelimit-reset': '52' }, body: { code: 99991400 } },
    { status: 503, body: 'down' },
    { status: 404, body: 'no such page' },
    { status: 302, headers: { location: 'http://127.0.0.1:1/' }, body: '' },
    { status: 200, body: '<html>portal</html>' },
  )
  const seen = []
  for (let at = 0; at < 6; at += 1) {
    const it = await deliver(delivery, { kind: 'feishu', webhook: failures.webhook }, clients)
    if (!it.ok) seen.push([it.code, it.detail.reason, it.detail.retryAfterSeconds ?? it.detail.mayHaveArrived])
  }
  expect(seen).toEqual([
    ['TRANSIENT', 'HTTP_429', 17],
    ['TRANSIENT', 'ERRCODE_99991400', 60],
    ['TRANSIENT', 'HTTP_503', undefined],
    ['PERMANENT', 'HTTP_404', undefined],
    ['PERMANENT', 'HTTP_302', undefined],
    ['PERMANENT', 'ANSWER_NOT_UNDERSTOOD', true],
  ])
})

it('tries again what never left, and never what the group may have read', async () => {
  const closed = await deliver(delivery, { kind: 'wecom', webhook: 'http://127.0.0.1:9/hook' }, clients)
  expect(closed).toMatchObject({ code: 'TRANSIENT', detail: { reason: 'NO_CONNECTION' } })
  const silent = createServer(() => {})
  servers.push(silent)
  await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done))
  const webhook = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`
  expect(await deliver(delivery, { kind: 'wecom', webhook }, clients)).toEqual({
    ok: false,
    code: 'PERMANENT',
    detail: { reason: 'TIMEOUT', mayHaveArrived: true },
  })
})

it('refuses a webhook at another host, and says nothing about where', async () => {
  const { webhook, received } = await robot(success)
  const outcome = await deliver(delivery, { kind: 'wecom', webhook }, { ...clients, webhookHosts: [] })
  expect(outcome).toEqual({ ok: false, code: 'PERMANENT', detail: { reason: 'WEBHOOK_NOT_HTTPS' } })
  expect(received).toEqual([])
})

it('keeps within the size of a message without cutting the link or tearing a sign', async () => {
  const { webhook, received } = await robot(success)
  const long = { ...delivery, notice: { ...delivery.notice, lines: Array<string>(300).fill('红🏭') } }
  await deliver(long, { kind: 'wecom', webhook }, clients)
  await deliver(long, { kind: 'wecom', webhook, form: 'markdown' }, clients)
  const sent = received[0]?.body as { text: { content: string } }
  expect(Buffer.byteLength(sent.text.content)).toBeLessThanOrEqual(2048)
  expect(Buffer.byteLength(sent.text.content)).toBeGreaterThan(2030)
  expect(sent.text.content).toMatch(/…\nhttps:\/\/qingqi\.example\.cn\/m\/visits\?week=2026-W48$/)
  expect(sent.text.content.isWellFormed()).toBe(true)
})

it('lets no text become markup, a hidden link or a mention', async () => {
  const { webhook, received } = await robot({ body: { errcode: 0, code: 0 } })
  const notice = {
    ...delivery.notice,
    title: '<at user_id="all">所有人</at>\r\n# 标题',
    lines: ['[点我](http://evil.example)', '<@all>', '**粗**\n> 引用'],
    link: 'javascript:alert(1)',
  }
  for (const kind of ['wecom', 'dingtalk', 'feishu'] as const)
    for (const form of ['text', 'markdown'] as const)
      await deliver({ ...delivery, notice }, { kind, webhook, form }, clients)
  expect(received).toHaveLength(6)
  for (const { body } of received) {
    const sent = JSON.stringify(body)
    expect(sent).not.toMatch(/<|\]\(|# |\n> |javascript/)
    expect(sent).toContain('＜at user_id')
  }
})
