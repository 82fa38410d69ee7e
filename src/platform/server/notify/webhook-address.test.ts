import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { checkWebhookAddress, isPublicAddress } from './webhook-address.ts'
import { createWebhookClient } from './webhook-client.ts'

const wecom = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k'
const servers: Server[] = []

const listen = async (server: Server): Promise<string> => {
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

it('takes the webhook forms of the three services', () => {
  expect(checkWebhookAddress('wecom', wecom)).toMatchObject({ ok: true, value: { allowed: false } })
  expect(checkWebhookAddress('dingtalk', 'https://oapi.dingtalk.com/robot/send?access_token=t')).toMatchObject({
    ok: true,
  })
  expect(checkWebhookAddress('feishu', 'https://open.feishu.cn/open-apis/bot/v2/hook/abc')).toMatchObject({ ok: true })
})

it.each([
  ['http', wecom.replace('https', 'http'), 'NOT_HTTPS'],
  ['another scheme', 'file:///etc/passwd', 'NOT_HTTPS'],
  ['another host', 'https://example.com/cgi-bin/webhook/send?key=k', 'HOST'],
  ['a host that only begins like it', 'https://qyapi.weixin.qq.com.example.com/cgi-bin/webhook/send', 'HOST'],
  ['another port', 'https://qyapi.weixin.qq.com:8443/cgi-bin/webhook/send', 'HOST'],
  ['user info', 'https://qyapi.weixin.qq.com@example.com/cgi-bin/webhook/send', 'USER_INFO'],
  ['an address inside', 'https://127.0.0.1/cgi-bin/webhook/send', 'HOST'],
  ['another service', 'https://oapi.dingtalk.com/robot/send?access_token=t', 'HOST'],
  ['another operation', 'https://qyapi.weixin.qq.com/cgi-bin/user/get', 'PATH'],
  ['a path that climbs', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send/../../user/get', 'PATH'],
  ['no address', 'qyapi', 'NO_ADDRESS'],
])('refuses %s', (_what, address, reason) => {
  expect(checkWebhookAddress('wecom', address)).toEqual({
    ok: false,
    code: 'WEBHOOK_ADDRESS_REFUSED',
    detail: { reason },
  })
})

it('takes other hosts only from the allow-list', () => {
  const address = 'http://127.0.0.1:8080/robot'
  expect(checkWebhookAddress('wecom', address)).toMatchObject({ ok: false })
  expect(checkWebhookAddress('wecom', address, ['127.0.0.1:8081'])).toMatchObject({ ok: false })
  expect(checkWebhookAddress('wecom', address, ['127.0.0.1:8080'])).toMatchObject({ ok: true })
  expect(checkWebhookAddress('wecom', address, ['127.0.0.1'])).toMatchObject({ ok: true, value: { allowed: true } })
  expect(checkWebhookAddress('wecom', 'ftp://127.0.0.1/robot', ['127.0.0.1'])).toMatchObject({ ok: false })
})

it('knows which addresses are public', () => {
  const inside = ['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '0.0.0.0']
  const more = ['100.100.100.200', '224.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fc00::1', 'fd12::1']
  const carried = ['::ffff:10.0.0.1', '::ffff:8.8.8.8', '64:ff9b::a00:1', '2002:a00:1::', 'ff02::1', 'not an ip']
  for (const ip of [...inside, ...more, ...carried]) expect([ip, isPublicAddress(ip)]).toEqual([ip, false])
  for (const ip of ['8.8.8.8', '172.32.0.1', '101.226.129.166', '2408:8000::1', '2a00:1450:4001::1'])
    expect([ip, isPublicAddress(ip)]).toEqual([ip, true])
})

it('does not connect where a known name leads to a private address', async () => {
  let calls = 0
  const base = await listen(createServer((_request, answer) => answer.end(String((calls += 1)))))
  const inner = { address: '127.0.0.1', family: 4 }
  const outer = { address: '101.226.129.166', family: 4 }
  const url = new URL(base.replace('127.0.0.1', 'qyapi.weixin.qq.com'))
  for (const found of [[inner], [outer, inner]]) {
    const post = createWebhookClient({ resolve: async () => found })
    expect(await post({ url, allowed: false }, {})).toEqual({ error: 'ADDRESS_NOT_PUBLIC', sent: false })
  }
  const literal = await createWebhookClient()({ url: new URL(base), allowed: false }, {})
  expect(literal).toEqual({ error: 'ADDRESS_NOT_PUBLIC', sent: false })
  expect(calls).toBe(0)
})

it('connects to the address it judged and looks up no second time', async () => {
  const base = await listen(createServer((request, answer) => answer.end(request.headers.host)))
  let asked = 0
  const post = createWebhookClient({
    resolve: async () => {
      asked += 1
      return [{ address: '127.0.0.1', family: 4 }]
    },
  })
  const url = new URL(base.replace('127.0.0.1', 'robot.test'))
  expect(await post({ url, allowed: true }, {})).toMatchObject({ status: 200, text: url.host })
  expect(asked).toBe(1)
})

it('does not follow a redirect', async () => {
  let followed = false
  const base = await listen(
    createServer((request, answer) => {
      followed ||= request.url === '/next'
      answer.writeHead(307, { location: '/next' }).end()
    }),
  )
  const post = createWebhookClient()
  expect(await post({ url: new URL(base), allowed: true }, {})).toMatchObject({ status: 307 })
  expect(followed).toBe(false)
})

it('stops at a time limit, also for a server that keeps dripping, and at a size limit', async () => {
  const silent = await listen(createServer(() => {}))
  const dripping = await listen(
    createServer((_request, answer) => {
      const drip = setInterval(() => answer.write('x'), 20)
      answer.on('close', () => clearInterval(drip))
    }),
  )
  const endless = await listen(
    createServer((_request, answer) => {
      answer.write(Buffer.alloc(70_000))
    }),
  )
  const post = createWebhookClient({ timeoutMs: 200 })
  expect(await post({ url: new URL(silent), allowed: true }, {})).toEqual({ error: 'TIMEOUT', sent: true })
  expect(await post({ url: new URL(dripping), allowed: true }, {})).toEqual({ error: 'TIMEOUT', sent: true })
  expect(await post({ url: new URL(endless), allowed: true }, {})).toEqual({ error: 'ANSWER_TOO_LARGE', sent: true })
  const lost = createWebhookClient({ timeoutMs: 50, resolve: () => new Promise(() => {}) })
  expect(await lost({ url: new URL(silent), allowed: true }, {})).toEqual({ error: 'NAME_NOT_FOUND', sent: false })
})
