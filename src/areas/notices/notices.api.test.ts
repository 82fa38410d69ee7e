import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import {
  startMailReceiver,
  startRobotReceiver,
  until,
  type MailReceiver,
  type RobotReceiver,
} from '../../../tests/support/receivers.ts'
import { startTestServer, type Client, type TestServer } from '../../../tests/support/server.ts'
import { createApp, type App } from '../../apps/server/create-app.ts'
import { newId } from '../../platform/base/ids.ts'
import { openDatabase } from '../../platform/server/db/database.ts'
import { stderrLog } from '../../platform/server/log.ts'
import { notify, takeBack, type NoticeTo } from '../../platform/server/notify/notify.ts'
import type { FailedDelivery, InboxEntry, Robot } from './contract.ts'

let mails: MailReceiver
let group: RobotReceiver
let server: TestServer
let admin: Client
let staff: Client
let contact: Client
let member: Client

const env = (): NodeJS.ProcessEnv => ({ SMTP_URL: mails.url, MAIL_FROM: 'qingqi@union.example.cn' })

beforeAll(async () => {
  mails = await startMailReceiver()
  group = await startRobotReceiver()
  server = await startTestServer({ env: env(), webhookHosts: [group.host] })
  ;[admin, staff, contact, member] = (await Promise.all(
    (['admin', 'staff', 'contact', 'member'] as const).map((role) => server.as(role)),
  )) as [Client, Client, Client, Client]
  await setMail(contact, 'contact@factory.example.cn')
})
afterAll(async () => {
  await server?.close()
  await mails?.close()
  await group?.close()
})
afterEach(() => {
  mails.judge = () => 0
  mails.slowness = 0
  mails.taken.length = 0
  group.received.length = 0
})

interface Page<Row> {
  rows: Row[]
  next: string | null
  unread: number
}
const inboxOf = async (client: Client, query = ''): Promise<Page<InboxEntry>> =>
  (await client.get<Page<InboxEntry>>(`/api/my/notices${query}`)).body as Page<InboxEntry>
const failed = async (): Promise<FailedDelivery[]> =>
  (await admin.get<Page<FailedDelivery>>('/api/notice-outbox/failed')).body.rows!

const personOf = async (client: Client): Promise<string> =>
  (await client.get<{ person: { id: string } }>('/api/me')).body.person!.id

const setMail = async (client: Client, email: string | null, wantsMail = true): Promise<void> => {
  const { version } = (await client.get<{ version: number }>('/api/my/mail')).body
  const answer = await client.call('PATCH', '/api/my/mail', { body: { email, wantsMail }, version })
  expect(answer.status).toBe(200)
}

const addRobot = async (path: string, more: object = {}): Promise<string> => {
  const body = { kind: 'wecom', name: `群 ${path}`, address: group.webhook(path), ...more }
  const answer = await admin.post<{ id: string }>('/api/chat-robots', body)
  expect(answer.status).toBe(200)
  return answer.body.id!
}
const removeRobot = async (id: string): Promise<void> => {
  expect((await admin.call('DELETE', `/api/chat-robots/${id}`)).status).toBe(204)
}

/** Writes a notice as other areas do. */
const tell = (notice: Partial<NoticeTo>, at = server): Promise<number> =>
  at.rows((context) =>
    notify(context, {
      kind: 'dispatched',
      title: '有新的派单',
      lines: ['12月1日 11:40　测试制造'],
      link: '/m/visits',
      onceKey: newId(),
      personIds: [],
      ...notice,
    }),
  )

/** The deliveries of the notices under one title, oldest first. */
const deliveriesOf = (title: string, at = server) =>
  at.rows(({ tx, scope }) =>
    tx
      .selectFrom('notice_deliveries')
      .innerJoin('notices', (join) =>
        join
          .onRef('notices.org_id', '=', 'notice_deliveries.org_id')
          .onRef('notices.id', '=', 'notice_deliveries.notice_id'),
      )
      .selectAll('notice_deliveries')
      .select(sql<number>`extract(epoch FROM next_attempt_at - now())::float8`.as('dueIn'))
      .where('notices.org_id', '=', scope.orgId)
      .where('notices.title', '=', title)
      .orderBy('notice_deliveries.id')
      .execute(),
  )
type Row = Awaited<ReturnType<typeof deliveriesOf>>[number]
const inState = (title: string, status: Row['status'], at = server): Promise<Row> =>
  until(async () => (await deliveriesOf(title, at)).find((it) => it.status === status))

/** Lets the time of a delivery's next attempt come. */
const passTime = (id: string, changes: object = {}): Promise<unknown> =>
  server.rows(({ tx, scope }) =>
    tx
      .updateTable('notice_deliveries')
      .set({ next_attempt_at: sql`now()`, ...changes })
      .where('org_id', '=', scope.orgId)
      .where('id', '=', id)
      .execute(),
  )
const rounds = (count: number): Promise<void> => new Promise((done) => setTimeout(done, count * 2000 + 500))

it('mails the enterprise why its order was refused, and puts it into the inbox', async () => {
  const me = (await contact.get<{ enterpriseId: string; org: { today: string } }>('/api/me')).body
  const kinds = (await contact.get('/api/activity-kinds')).body as unknown as { id: string; name: string }[]
  const [earliestOn, latestOn] = [me.org!.today, `${Number(me.org!.today.slice(0, 4)) + 1}-02-01`]
  const order = { enterpriseId: me.enterpriseId, earliestOn, latestOn }
  // Some kinds are ordered already or not offered now.
  let created: { id: string; kind: string } | undefined
  for (const kind of kinds) {
    const answer = await contact.post<{ id: string }>('/api/requests', { ...order, activityKindId: kind.id })
    if (answer.status !== 200) continue
    created = { id: answer.body.id!, kind: kind.name }
    break
  }
  if (!created) throw new Error('no kind can be ordered')
  expect((await staff.post(`/api/requests/${created.id}/refuse`, { reason: '本月名额已满' })).status).toBe(204)

  await until(() => mails.taken.length === 1)
  const [{ to, mail }] = mails.taken as [MailReceiver['taken'][number]]
  expect(to).toEqual(['contact@factory.example.cn'])
  expect(mail.subject).toBe(`点单未受理：${created.kind}`)
  expect(mail.text).toContain('理由：本月名额已满')
  expect(mail.text).toContain('http://127.0.0.1/m/orders')
  const { rows, unread } = await inboxOf(contact)
  expect(rows[0]).toMatchObject({ title: mail.subject, link: '/m/orders', read: false })
  expect(unread).toBe(1)
  await rounds(1)
  expect(mails.taken).toHaveLength(1)
})

it('tells the office, the people concerned and the squad’s group that a visit is off, each with the visit’s page', async () => {
  const robot = await addRobot('/off', { noticeKinds: ['cancelled'] })
  const { today } = (await staff.get<{ org: { today: string } }>('/api/me')).body.org!
  const coming = await staff.get<{ rows: { id: string; status: string }[] }>(`/api/visits?from=${today}&limit=100`)
  const { id } = coming.body.rows!.find((it) => ['dispatched', 'accepted'].includes(it.status))!
  expect((await staff.post(`/api/visits/${id}/cancel`, { reason: '车间临时检修' })).status).toBe(200)
  const [entry] = (await inboxOf(staff)).rows
  expect(entry).toMatchObject({ title: '有上门活动被取消', link: `/console/visits/${id}` })
  const told = await server.rows(({ tx, scope }) =>
    tx
      .selectFrom('notices')
      .select(['kind', 'link'])
      .where('org_id', '=', scope.orgId)
      .where('link', 'like', `%/visits/${id}`)
      .orderBy('kind')
      .execute(),
  )
  expect(told).toEqual([
    { kind: 'cancelled', link: `/m/visits/${id}` },
    { kind: 'fell-out', link: `/console/visits/${id}` },
  ])
  await until(() => group.received.length === 1)
  expect(group.received[0]!.text).toMatch(/^这次上门取消了\n.+\n原因：车间临时检修\nhttp:\/\/127\.0\.0\.1\/m\/visits\//)
  await removeRobot(robot)
})

it('tells a person without an address in the inbox only', async () => {
  const title = '没有邮箱的人'
  expect(await tell({ title, personIds: [await personOf(staff)] })).toBe(1)
  expect((await inboxOf(staff)).rows[0]?.title).toBe(title)
  expect(await deliveriesOf(title)).toEqual([])
  // Nor one who does not want mail.
  await setMail(member, 'member@example.cn', false)
  await tell({ title, personIds: [await personOf(member)] })
  expect(await deliveriesOf(title)).toEqual([])
})

it('tries a mail again later that was refused for now, and sends it once', async () => {
  const title = '稍后再试'
  mails.judge = () => 451
  await tell({ title, personIds: [await personOf(contact)] })
  const waiting = await until(async () => (await deliveriesOf(title)).find((it) => it.last_error === 'SMTP_451'))
  expect(waiting).toMatchObject({ status: 'waiting', attempts: 1 })
  // Half of 30 s at least, less what this reading took.
  expect(waiting.dueIn).toBeGreaterThan(13)
  mails.judge = () => 0
  await rounds(1)
  expect(mails.taken).toEqual([])
  await passTime(waiting.id)
  expect(await inState(title, 'sent')).toMatchObject({ attempts: 2, last_error: null })
  expect(mails.taken.map((it) => it.mail.subject)).toEqual([title])
  expect(mails.taken[0]!.mail.messageId).toBe(`<${waiting.id}@union.example.cn>`)
})

it('gives up with the reason, lists it for the administrator, and sends it when asked to', async () => {
  const title = '地址已注销'
  mails.judge = () => 550
  await tell({ title, personIds: [await personOf(contact)] })
  await inState(title, 'failed')
  const entry = (await failed()).find((it) => it.title === title)!
  expect(entry).toMatchObject({ channel: 'mail', reason: 'SMTP_550', mayHaveArrived: false, attempts: 1 })
  expect(entry.to.length).toBeGreaterThan(0)
  expect((await staff.get('/api/notice-outbox/failed')).status).toBe(403)
  expect((await staff.post(`/api/notice-outbox/failed/${entry.id}/retry`)).status).toBe(403)
  mails.judge = () => 0
  expect((await admin.post(`/api/notice-outbox/failed/${entry.id}/retry`)).status).toBe(204)
  await inState(title, 'sent')
  expect(mails.taken.map((it) => it.mail.subject)).toEqual([title])
  expect((await admin.post(`/api/notice-outbox/failed/${entry.id}/retry`)).status).toBe(404)
  expect((await failed()).some((it) => it.title === title)).toBe(false)

  const last = '第十次'
  mails.judge = () => 451
  await tell({ title: last, personIds: [await personOf(contact)] })
  const waiting = await until(async () => (await deliveriesOf(last)).find((it) => it.last_error === 'SMTP_451'))
  await passTime(waiting.id, { attempts: 9 })
  expect(await inState(last, 'failed')).toMatchObject({ attempts: 10, last_error: 'SMTP_451' })
})

it('tells the squad’s group, again after its service failed, and no other group', async () => {
  const own = await addRobot('/culture', { squadKind: 'culture' })
  const others = await Promise.all([
    addRobot('/skills', { squadKind: 'skills' }),
    addRobot('/cancelled', { noticeKinds: ['cancelled'] }),
  ])
  const off = await addRobot('/off')
  const edit = { body: { active: false }, version: 1 }
  expect((await admin.call('PATCH', `/api/chat-robots/${off}`, edit)).status).toBe(200)
  group.statuses.set('/culture', [500])
  const title = '文化小队的派单'
  await tell({ title, robotsOf: 'culture' })
  const waiting = await until(async () => (await deliveriesOf(title)).find((it) => it.last_error === 'HTTP_500'))
  expect(waiting).toMatchObject({ status: 'waiting', attempts: 1 })
  expect(group.received).toEqual([])
  await passTime(waiting.id)
  await inState(title, 'sent')
  expect(group.received).toEqual([
    { path: '/culture', text: `${title}\n12月1日 11:40　测试制造\nhttp://127.0.0.1/m/visits` },
  ])
  expect(await deliveriesOf(title)).toHaveLength(1)
  await Promise.all([own, off, ...others].map(removeRobot))
})

/** One more server process' worth of app on the same database. */
const secondApp = async (of: TestServer, work: (app: App) => Promise<void>): Promise<void> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'qingqi-second-'))
  const database = openDatabase(of.database.config)
  const app = await createApp({
    database,
    dataDir,
    publicAddress: 'http://127.0.0.1',
    loopback: true,
    version: 'test',
    log: stderrLog,
    env: env(),
    webhookHosts: [group.host],
  })
  try {
    await work(app)
  } finally {
    await app.close()
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

it('delivers each message exactly once from two servers at once', async () => {
  const robot = await addRobot('/both')
  const titles = Array.from({ length: 40 }, (_, at) => `第 ${at + 1} 条`)
  const personIds = [await personOf(contact)]
  mails.slowness = 30
  await secondApp(server, async () => {
    await server.rows(async (context) => {
      const notice = { kind: 'dispatched', lines: [], personIds, robotsOf: 'skills' as const }
      for (const title of titles) await notify(context, { ...notice, title, onceKey: newId() })
    })
    await until(() => mails.taken.length >= titles.length && group.received.length >= titles.length, 40)
    await rounds(2)
  })
  expect(mails.taken.map((it) => it.mail.subject!).toSorted()).toEqual(titles.toSorted())
  expect(group.received.map((it) => it.text).toSorted()).toEqual(titles.toSorted())
  await removeRobot(robot)
})

it('takes up what a dead server was sending: a mail under the same id, a group never', async () => {
  const robot = await addRobot('/dead')
  const title = '发送中停机'
  mails.judge = () => 451
  group.statuses.set('/dead', [500])
  await tell({ title, personIds: [await personOf(contact)], robotsOf: 'rights' })
  await until(async () => (await deliveriesOf(title)).every((it) => it.last_error !== null && it.status === 'waiting'))
  mails.judge = () => 0
  // As a server leaves them that dies while sending: leased for some time still.
  const leased = { status: 'sending', next_attempt_at: sql`now() + interval '1 minute'` }
  for (const row of await deliveriesOf(title)) await passTime(row.id, leased)
  await rounds(2)
  expect([mails.taken.length, group.received.length]).toEqual([0, 0])
  for (const row of await deliveriesOf(title)) await passTime(row.id)
  const mail = await inState(title, 'sent')
  expect(mail.channel).toBe('mail')
  expect(mails.taken.map((it) => it.mail.messageId)).toEqual([`<${mail.id}@union.example.cn>`])
  expect(await inState(title, 'failed')).toMatchObject({
    channel: 'robot',
    last_error: 'SERVER_STOPPED',
    may_have_arrived: true,
  })
  expect(group.received).toEqual([])
  await removeRobot(robot)
})

it('lets an attempt that lost its lease change nothing', async () => {
  const title = '回得很慢'
  mails.slowness = 2000
  await tell({ title, personIds: [await personOf(contact)] })
  await until(() => mails.taken.length === 1)
  const [row] = await deliveriesOf(title)
  // Another server took it over and ended it meanwhile.
  await passTime(row!.id, { status: 'failed', last_error: 'SERVER_STOPPED', attempts: 2 })
  await rounds(2)
  expect((await deliveriesOf(title))[0]).toMatchObject({ status: 'failed', attempts: 2 })
})

it('shows people their own inbox only, page by page', async () => {
  const personIds = [await personOf(member)]
  for (let at = 1; at <= 5; at += 1) await tell({ title: `第 ${at} 页`, personIds })
  const first = await inboxOf(member, '?limit=3')
  expect(first.rows.map((it) => it.title)).toEqual(['第 5 页', '第 4 页', '第 3 页'])
  await tell({ title: '后来的', personIds })
  const second = await inboxOf(member, `?limit=3&before=${first.next}`)
  expect(second.rows.slice(0, 2).map((it) => it.title)).toEqual(['第 2 页', '第 1 页'])

  const [entry] = first.rows
  expect((await inboxOf(contact)).rows.some((it) => it.title.endsWith(' 页'))).toBe(false)
  expect((await contact.post(`/api/my/notices/${entry!.id}/read`)).status).toBe(404)
  expect((await contact.post('/api/my/notices/read', { upTo: newId() })).status).toBe(204)
  expect((await inboxOf(member, '?limit=10')).rows.find((it) => it.id === entry!.id)?.read).toBe(false)
  expect((await server.nobody.get('/api/my/notices')).status).toBe(401)

  const before = (await inboxOf(member)).unread
  expect((await member.post(`/api/my/notices/${entry!.id}/read`)).status).toBe(204)
  expect((await member.get('/api/my/notices/unread')).body).toEqual({ unread: before - 1 })
  // Read again, it keeps the time at which it was read first.
  const readAt = () =>
    server.rows(({ tx, scope }) =>
      tx
        .selectFrom('notice_recipients')
        .select('read_at')
        .where('org_id', '=', scope.orgId)
        .where('id', '=', entry!.id)
        .executeTakeFirstOrThrow(),
    )
  const firstRead = await readAt()
  expect((await member.post(`/api/my/notices/${entry!.id}/read`)).status).toBe(204)
  expect(await readAt()).toEqual(firstRead)
  expect((await inboxOf(member, '?unread=true')).rows.some((it) => it.id === entry!.id)).toBe(false)
  // What came in after the newest entry that was seen stays unread.
  expect((await member.post('/api/my/notices/read', { upTo: first.rows[0]!.id })).status).toBe(204)
  const after = await inboxOf(member)
  expect([after.unread, after.rows.find((it) => !it.read)?.title]).toEqual([1, '后来的'])
})

it('takes back from one person what leads to a page, with the mail that waits, and leaves it to others', async () => {
  const title = '不再归您办'
  const link = `/m/cases/${newId()}`
  await setMail(member, 'member@example.cn')
  mails.judge = () => 451
  const [one, other] = [await personOf(contact), await personOf(member)]
  await tell({ title, link, personIds: [one, other] })
  await tell({ title: '别的事', personIds: [one] })
  const tried = async () => (await deliveriesOf(title)).filter((it) => it.status === 'waiting' && it.last_error)
  await until(async () => (await tried()).length === 2)
  await server.rows((context) => takeBack(context, one, link))
  expect((await deliveriesOf(title)).map((it) => it.person_id)).toEqual([other])
  const titles = async (client: Client) => (await inboxOf(client)).rows.map((it) => it.title)
  expect((await titles(contact)).slice(0, 1)).toEqual(['别的事'])
  expect(await titles(contact)).not.toContain(title)
  expect(await titles(member)).toContain(title)
  await setMail(member, 'member@example.cn', false)
})

it('refuses webhooks that are no robot’s, in words that say why', async () => {
  const inside = ['https://127.0.0.1/cgi-bin/webhook/send?key=k', 'https://169.254.169.254/', 'https://[::1]/send']
  const more = ['http://10.0.0.8:8080/hook', 'https://localhost/hook', 'https://192.168.1.1/cgi-bin/webhook/send']
  for (const address of [...inside, ...more]) {
    const answer = await admin.post('/api/chat-robots', { kind: 'wecom', name: '内网', address })
    expect([address, answer.status, answer.body.code]).toEqual([address, 422, 'WEBHOOK_ADDRESS_REFUSED'])
    expect(answer.body.detail).toMatch(/内部网络的地址也不能用|https:\/\/ 开头/)
  }
  const id = await addRobot('/moved')
  const body = { address: 'https://10.0.0.8/cgi-bin/webhook/send?key=k' }
  expect((await admin.call('PATCH', `/api/chat-robots/${id}`, { body, version: 1 })).status).toBe(422)
  const named = await admin.post('/api/chat-robots', { kind: 'wecom', name: '群 /moved', address: group.webhook('/x') })
  expect([named.status, named.body.code]).toEqual([409, 'ROBOT_NAME_TAKEN'])
  await removeRobot(id)
})

it('never gives a webhook or a secret out', async () => {
  const address = 'https://oapi.dingtalk.com/robot/send?access_token=very-secret-token-9876'
  const body = { kind: 'dingtalk', name: '维权群', address, secret: 'SEC-very-secret' }
  const answers = [await admin.post<{ id: string }>('/api/chat-robots', body)]
  const { id } = answers[0]!.body
  const path = `/api/chat-robots/${id}`
  const edit = { name: '维权工作群', address: `${address}5`, secret: 'SEC-very-secret-2' }
  answers.push(await admin.call('PATCH', path, { body: edit, version: 1 }))
  const stale = await admin.call('PATCH', path, { body: { ...edit, active: false }, version: 1 })
  expect([stale.status, stale.body.differs]).toEqual([409, [{ field: 'active', yours: false, theirs: true }]])
  const listed = await admin.get<Robot[]>('/api/chat-robots')
  answers.push(stale as never, listed as never)
  expect(listed.body as unknown as Robot[]).toMatchObject([
    { name: '维权工作群', hasSecret: true, addressHint: 'oapi.dingtalk.com …8765' },
  ])
  for (const answer of answers) expect(answer.bytes.toString()).not.toMatch(/very-secret/)
  for (const client of [staff, contact, member]) {
    expect((await client.get('/api/chat-robots')).status).toBe(403)
    expect((await client.post(`${path}/test`)).status).toBe(403)
  }
  // Taking the secret away works without knowing it.
  expect((await admin.call('PATCH', path, { body: { secret: null }, version: 2 })).status).toBe(200)
  expect((await admin.get<Robot[]>('/api/chat-robots')).body[0 as never]).toMatchObject({ hasSecret: false })
  await removeRobot(id!)
})

it('sends a test message and tells why it did not arrive', async () => {
  const id = await addRobot('/test')
  const send = async () => {
    const { operationId } = (await admin.post<{ operationId: string }>(`/api/chat-robots/${id}/test`)).body
    return server.settled(admin, operationId!)
  }
  expect(await send()).toMatchObject({ status: 'done', result: { sent: true } })
  expect(group.received).toHaveLength(1)
  expect(group.received[0]!.text).toContain('群 /test')
  group.statuses.set('/test', [503])
  const failedTest = await send()
  expect(failedTest).toMatchObject({ status: 'failed', problem: { code: 'TEST_NOT_SENT', status: 422 } })
  expect((failedTest.problem as { detail: string }).detail).toContain('对方的服务器出了故障（503）')
  await removeRobot(id)
})

it('leaves mails untouched while no SMTP server is set up; a server finishes the mail under way before it stops', async () => {
  const bare = await startTestServer()
  try {
    const client = await bare.as('contact')
    await setMail(client, 'contact@factory.example.cn')
    expect((await client.get('/api/my/mail')).body).toMatchObject({ mailReady: false })
    const title = '等邮件服务器'
    await tell({ title, personIds: [await personOf(client)] }, bare)
    await rounds(2)
    expect(await deliveriesOf(title, bare)).toMatchObject([{ status: 'waiting', attempts: 0, last_error: null }])
    const outbox = await (await bare.as('admin')).get('/api/notice-outbox')
    expect(outbox.body).toMatchObject({ mail: 'none', waiting: { mail: 1, robot: 0 }, failed: 0 })

    mails.slowness = 1500
    await secondApp(bare, async () => {
      await until(() => mails.taken.length === 1)
      expect(await deliveriesOf(title, bare)).toMatchObject([{ status: 'sending', attempts: 1 }])
    })
    expect(await deliveriesOf(title, bare)).toMatchObject([{ status: 'sent', attempts: 1 }])
  } finally {
    await bare.close()
  }
})
