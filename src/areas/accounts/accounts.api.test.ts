import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../../tests/support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

it('denies by default: no session, then no role', async () => {
  expect((await server.nobody.get('/api/me')).status).toBe(401)
  const contact = await server.as('contact')
  const refused = await contact.get('/api/accounts')
  expect([refused.status, refused.body.code]).toEqual([403, 'NOT_ALLOWED'])
  expect(refused.body.detail).toMatch(/管理员/)
})

it('ends a role at once when it is revoked', async () => {
  const admin = await server.as('admin')
  const leader = await server.as('leader')
  const me = (await leader.get<{ person: { id: string } }>('/api/me')).body
  expect((await admin.call('DELETE', `/api/accounts/${me.person!.id}/roles/leader`)).status).toBe(204)
  expect((await leader.get('/api/me')).status).toBe(403)
})

it('keeps the last administrator', async () => {
  const admin = await server.as('admin')
  const me = (await admin.get<{ person: { id: string } }>('/api/me')).body
  const refused = await admin.call('DELETE', `/api/accounts/${me.person!.id}/roles/admin`)
  expect([refused.status, refused.body.code]).toEqual([409, 'LAST_ADMIN'])
})

it('answers the same key the same, and another body under it with 422', async () => {
  const admin = await server.as('admin')
  const body = { name: '新同志', username: 'newcomer', password: 'long enough 123', role: 'staff' }
  const first = await admin.post('/api/accounts', body, { key: 'k1' })
  const again = await admin.post('/api/accounts', body, { key: 'k1' })
  expect(first.status).toBe(200)
  expect(again.body).toEqual(first.body)
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  const other = await admin.post('/api/accounts', { ...body, name: '别人' }, { key: 'k1' })
  expect([other.status, other.body.code]).toEqual([422, 'KEY_REUSED'])
})

it('signs in by password and out again', async () => {
  const wrong = await server.nobody.post('/api/session', { username: 'demo-staff', password: 'not it' })
  expect([wrong.status, wrong.body.code]).toEqual([401, 'SIGN_IN_REFUSED'])
  const right = await server.nobody.post('/api/session', { username: 'demo-staff', password: 'qingqi-demo-2026' })
  expect(right.status).toBe(204)
  expect(right.headers.getSetCookie()[0]).toMatch(/HttpOnly/)
})

it('refuses fields it does not know', async () => {
  const answer = await server.nobody.post('/api/demo/session', { role: 'staff', orgId: 'x' })
  expect([answer.status, answer.body.code]).toEqual([422, 'INPUT_UNKNOWN_FIELD'])
})

it('refuses a write that a page of another site sends', async () => {
  const staff = await server.as('staff')
  const answer = await staff.post(
    '/api/demo/date',
    { date: '2026-12-01' },
    { headers: { 'sec-fetch-site': 'cross-site' } },
  )
  expect([answer.status, answer.body.code]).toEqual([403, 'FOREIGN_ORIGIN'])
})

it('describes every operation with its access', async () => {
  const { body } = await server.nobody.get<{ openapi: string; paths: Record<string, Record<string, object>> }>(
    '/api/openapi.json',
  )
  expect(body.openapi).toBe('3.1.0')
  for (const path of Object.values(body.paths!))
    for (const it of Object.values(path)) expect(it).toHaveProperty('x-access')
})

it('makes one first administrator, however many ask at once', async () => {
  const empty = await startTestServer({ empty: true })
  try {
    const answers = await Promise.all(
      [1, 2, 3, 4].map((number) =>
        empty.nobody.post('/api/first-admin', {
          name: `甲${number}`,
          username: `first-${number}`,
          password: '十二个字符以上的密码啊啊',
        }),
      ),
    )
    expect(answers.map((it) => it.status).toSorted()).toEqual([204, 409, 409, 409])
  } finally {
    await empty.close()
  }
})
