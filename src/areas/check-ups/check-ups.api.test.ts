import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shippedInstruments, type CheckUp } from '../../engines/checkup/index.ts'
import { newId } from '../../platform/base/ids.ts'
import { withScope } from '../../platform/server/db/scope.ts'
import { inScope } from '../../platform/server/db/scope.ts'
import { scopeOfOrg } from '../../platform/server/http/orgs-queries.ts'
import { startTestServer, type Client, type TestServer } from '../../../tests/support/server.ts'
import { expectOk } from '../../../tests/support/visit-steps.ts'
import type { CheckUpRow, CheckUpView, DrawRow, FindingView } from './contract.ts'
import { drawnBy } from './domain/index.ts'
import { watchCounty } from './server/index.ts'
import { readYear } from './server/read-year.ts'

const TODAY = '2026-11-30'
const instrument = shippedInstruments[0]!

let server: TestServer
let staff: Client
let admin: Client
let member: Client
let contact: Client
let chair: Client
let enterpriseId: string
let memberId: string
let leaderId: string

beforeAll(async () => {
  server = await startTestServer()
  staff = await server.as('staff')
  admin = await server.as('admin')
  member = await server.as('member')
  contact = await server.as('contact')
  chair = await server.as('chair')
  enterpriseId = expectOk(await contact.get<{ enterpriseId: string }>('/api/me')).enterpriseId!
  const personOf = async (client: Client): Promise<string> =>
    (await server.app.services.auth.sessionOf(new Headers({ cookie: client.cookie })))!.personId
  memberId = await personOf(member)
  leaderId = await personOf(await server.as('leader'))
})
afterAll(() => server.close())

const moveTo = async (date: string): Promise<void> => {
  expectOk(await staff.post('/api/demo/date', { date }))
}
/** Long enough that nobody guesses it. */
const salt = `${newId()}${newId()}`
const two = () => [
  { personId: memberId, certificate: '虚构证0001' },
  { personId: leaderId, certificate: '虚构证0002' },
]
const read = async (client: Client, id: string): Promise<CheckUpView> =>
  expectOk(await client.get<CheckUpView>(`/api/check-ups/${id}`)) as CheckUpView
const draw = async (body: object): Promise<string> =>
  expectOk(await staff.post<{ id: string }>('/api/check-up-draws', { ...body, salt })).id!
const checkUpOfContact = async (): Promise<CheckUpRow> =>
  expectOk(await staff.get<{ rows: CheckUpRow[] }>(`/api/check-ups?limit=500&enterpriseId=${enterpriseId}`)).rows!.find(
    (it) => it.status !== 'reported',
  )!

/** Everything in order but what is named, for the form. */
const answers = (changed: Readonly<Record<string, object>> = {}, more: object = {}) => ({
  checkedOn: TODAY,
  headcount: 120,
  facts: {},
  items: instrument.items.map(({ id }) => ({ id, outcome: 'full', evidence: ['查看原件'], ...changed[id] })),
  ...more,
})
const photoForm = async (fields: Readonly<Record<string, string>>): Promise<FormData> => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#3b3' } })
    .jpeg()
    .toBuffer()
  form.append('file', new Blob([new Uint8Array(jpeg)]), 'a.jpg')
  return form
}

/** A check-up of the contact's enterprise, drawn, assigned, begun. */
const begun = async (): Promise<string> => {
  await draw({ size: 10, include: [enterpriseId] })
  const { id, version } = await checkUpOfContact()
  expectOk(
    await staff.call('PUT', `/api/check-ups/${id}/inspectors`, {
      key: newId(),
      version,
      body: { plannedOn: TODAY, inspectors: two() },
    }),
  )
  expectOk(await member.post(`/api/check-ups/${id}/start`))
  return id
}

describe('the demo county', () => {
  // What follows counts its own check-ups only.
  afterAll(() => server.rows(({ tx, scope }) => tx.deleteFrom('check_ups').where('org_id', '=', scope.orgId).execute()))

  it('has two check-ups that were reported, one to come, and their repairs', async () => {
    const rows = expectOk(await staff.get<{ rows: CheckUpRow[] }>('/api/check-ups')).rows!
    expect(rows.map((it) => [it.status, it.checkedOn, it.color])).toEqual([
      ['reported', '2026-11-05', 'green'],
      ['reported', '2026-11-20', 'red'],
      ['planned', null, null],
    ])
    expect(rows[2]).toMatchObject({ enterpriseId, plannedOn: TODAY })
    const found = expectOk(await staff.get<{ rows: FindingView[] }>('/api/check-up-findings')).rows!
    expect(found.map((it) => [it.itemId, it.status, it.overdue, it.escalation])).toEqual([
      ['C2', 'passed', false, 'none'],
      ['C1', 'open', true, 'reminder'],
      ['W1', 'open', true, 'opinion'],
      ['W4', 'open', false, 'none'],
      ['H5', 'submitted', false, 'none'],
    ])
    expect(found.every((it) => it.fact.includes('虚构'))).toBe(true)
    expect((await read(member, rows[2]!.id)).can).toContain('start')
    expectOk(await contact.get(`/api/check-ups/${rows[2]!.id}/self-check`))
  })
})

describe('a draw', () => {
  it('holds who was asked for, and tells nobody: drawing again by seed gives the same', async () => {
    const id = await draw({ size: 8, include: [enterpriseId] })
    const drawn = expectOk(
      await chair.get<{ seed: string; size: number; candidates: string[]; drawn: string[] }>(
        `/api/check-up-draws/${id}`,
      ),
    )
    expect(drawn.drawn).toHaveLength(8)
    expect(drawn.drawn).toContain(enterpriseId)
    expect(drawn.drawn).toEqual(drawnBy(drawn.seed!, drawn.candidates!, drawn.size!))
    // No row anywhere names the enterprises that were asked for apart from the others.
    const rows = await server.rows(({ tx, scope }) =>
      tx.selectFrom('check_ups').selectAll().where('org_id', '=', scope.orgId).where('draw_id', '=', id).execute(),
    )
    const shapes = rows.map((it) => JSON.stringify({ ...it, id: '', enterprise_id: '' }))
    expect(new Set(shapes).size).toBe(1)
    const columns = await server.rows(({ tx, scope }) =>
      tx.selectFrom('check_up_draws').selectAll().where('org_id', '=', scope.orgId).where('id', '=', id).execute(),
    )
    expect(Object.keys(columns[0]!).toSorted()).toEqual(
      ['candidates', 'created_at', 'drawn_by', 'drawn_on', 'id', 'org_id', 'seed', 'size'].toSorted(),
    )
  })

  it('leaves no hash by which the one asked for could be found by trying', async () => {
    const { id: enterprise } = (
      expectOk(await staff.get('/api/check-up-candidates')) as unknown as { id: string }[]
    )[0]!
    const key = newId()
    const body = { size: 4, include: [enterprise] }
    const bare = await staff.post('/api/check-up-draws', body)
    expect([bare.status, bare.body.fields?.[0]?.path]).toEqual([400, 'body.salt'])
    expectOk(await staff.post('/api/check-up-draws', { ...body, salt }, { key }))
    const kept = await server.rows(({ tx, scope }) =>
      tx
        .selectFrom('idempotency_keys')
        .select('body_hash')
        .where('org_id', '=', scope.orgId)
        .where('key', '=', key)
        .executeTakeFirstOrThrow(),
    )
    const hashOf = (sent: object) =>
      createHash('sha256')
        .update(JSON.stringify([{}, sent, 0]))
        .digest('hex')
    expect([hashOf({ ...body, salt }), hashOf(body)].map((it) => it === kept.body_hash)).toEqual([false, false])
  })

  it('is listed, the newest first, with who drew and how far it is', async () => {
    const { rows } = expectOk(await chair.get<{ rows: DrawRow[] }>('/api/check-up-draws'))
    expect(rows![0]).toMatchObject({ size: 4, reported: 0, drawnOn: TODAY })
    expect(rows![0]!.drawnBy).toMatch(/^\p{Script=Han}{2,4}$/u)
    const one = expectOk(
      await chair.get<{ names: Record<string, string>; candidates: string[]; drawn: string[]; checkUps: object[] }>(
        `/api/check-up-draws/${rows![0]!.id}`,
      ),
    )
    expect(Object.keys(one.names!).toSorted()).toEqual(one.candidates!.toSorted())
    expect(one.checkUps).toHaveLength(4)
  })

  it('takes no enterprise whose check-up is under way, nor one that would stand alone', async () => {
    const again = await staff.post('/api/check-up-draws', { size: 8, include: [enterpriseId], salt })
    expect([again.status, again.body.code]).toEqual([422, 'NOT_A_CANDIDATE'])
    const { rows: known } = expectOk(
      await staff.get<{ rows: { id: string; name: string }[] }>('/api/enterprises?limit=500'),
    )
    expect(again.body.detail).toContain(`${known!.find((it) => it.id === enterpriseId)!.name}已经有一次体检没有办完`)
    const alone = await staff.post('/api/check-up-draws', { size: 500 })
    expect([alone.status, alone.body.code]).toEqual([422, 'DRAW_TOO_LARGE'])
    const open = expectOk(await staff.get<{ rows: { id: string }[] }>('/api/enterprises?limit=500')).rows!
    const drawn = new Set(
      expectOk(await staff.get<{ rows: CheckUpRow[] }>('/api/check-ups?limit=500')).rows!.map((it) => it.enterpriseId),
    )
    const free = open.find((it) => !drawn.has(it.id))!
    const single = await staff.post('/api/check-up-draws', { size: 1, include: [free.id], salt })
    expect([single.status, single.body.code]).toEqual([422, 'DRAW_TOO_NARROW'])
    expect(single.body.detail).toContain('至少抽 2 家')
    const offered = expectOk(await staff.get<{ id: string }[]>('/api/check-up-candidates')) as { id: string }[]
    expect(offered).toHaveLength(open.length - drawn.size)
    expect(offered.some((it) => drawn.has(it.id))).toBe(false)
    // Leaves the contact's enterprise free for the tests below.
    await server.rows(({ tx, scope }) => tx.deleteFrom('check_ups').where('org_id', '=', scope.orgId).execute())
  })
})

describe('a check-up', () => {
  it('takes two different people with different certificates', async () => {
    await draw({ size: 10, include: [enterpriseId] })
    const { id, version } = await checkUpOfContact()
    const put = (inspectors: object[], with_ = version) =>
      staff.call('PUT', `/api/check-ups/${id}/inspectors`, {
        key: newId(),
        version: with_,
        body: { plannedOn: TODAY, inspectors },
      })
    const [one, other] = two()
    expect((await put([one!, { ...other!, personId: memberId }])).body.code).toBe('INSPECTORS_SAME')
    expect((await put([one!, { ...other!, certificate: one!.certificate }])).body.code).toBe('INSPECTORS_SAME')
    expect((await put([one!, { ...other!, personId: newId() }])).body.code).toBe('INSPECTOR_UNKNOWN')
    expect((await put([one!])).status).toBe(400)
    expect((await put([one!, other!], 9)).status).toBe(409)
    // Nobody begins alone, and the enterprise hears of it only once its day is set.
    expect((await staff.post(`/api/check-ups/${id}/start`)).body.code).toBe('INSPECTORS_MISSING')
    expect((await contact.get(`/api/check-ups/${id}`)).status).toBe(404)
    expect((await member.get(`/api/check-ups/${id}`)).status).toBe(404)
    expectOk(await put([one!, other!]))
    expect((await read(contact, id)).plannedOn).toBe(TODAY)
    expect((await read(member, id)).can).toContain('start')
    await server.rows(({ tx, scope }) => tx.deleteFrom('check_ups').where('org_id', '=', scope.orgId).execute())
  })

  it('goes from the kit to the report: filled in offline, sent once, judged, told', async () => {
    const id = await begun()
    const selfCheck = { C2: 'full', C3: 'unsure' }
    const form = expectOk(await contact.get<{ items: object[] }>(`/api/check-ups/${id}/self-check`))
    expect(form.items).toHaveLength(46)
    const put = (answersOfOwn: object) =>
      contact.call('PUT', `/api/check-ups/${id}/self-check`, { key: newId(), body: { answers: answersOfOwn } })
    expect((await put({ Z9: 'full' })).body.code).toBe('ITEM_UNKNOWN')
    expectOk(await put(selfCheck))

    const kit = expectOk(
      await member.get<{ instrument: { version: string; items: object[] }; sampling: { size: number } }>(
        `/api/check-ups/${id}/kit`,
      ),
    )
    expect(kit.instrument!.items).toHaveLength(46)
    expect(kit.sampling!.size).toBeGreaterThanOrEqual(10)
    expect((await contact.get(`/api/check-ups/${id}/kit`)).status).toBe(403)

    const photo = expectOk(
      await member.call<{ id: string }>('POST', `/api/check-ups/${id}/photos`, {
        key: newId(),
        form: await photoForm({ itemId: 'C2', caption: '合同台账' }),
      }),
    )
    expect((await contact.get(`/api/check-ups/${id}/photos/${photo.id}`)).status).toBe(404)

    const { version } = await read(member, id)
    const draft = answers({}, { items: answers().items.slice(0, 5) })
    expectOk(await member.call('PUT', `/api/check-ups/${id}/answers`, { key: newId(), version, body: draft }))
    const stale = await member.call('PUT', `/api/check-ups/${id}/answers`, { key: newId(), version, body: draft })
    expect(stale.status).toBe(409)
    const partly = await member.post(`/api/check-ups/${id}/submit`, draft)
    expect([partly.status, partly.body.code]).toEqual([422, 'ANSWERS_INVALID'])
    expect(partly.body.detail).toContain('还缺')
    const ahead = await member.post(`/api/check-ups/${id}/submit`, answers({}, { checkedOn: '2026-12-01' }))
    expect(ahead.body.code).toBe('DATE_AHEAD')

    const whole = answers({
      C2: { outcome: 'zero', findings: '抽查20人，4人未签', sampled: 20, conforming: 16 },
      C1: { outcome: 'partial', findings: '名册缺入职日期' },
      W1: { outcome: 'not_verified', reason: '银行流水未到', evidence: [] },
    })
    const key = newId()
    // A phone that sends twice at once, as one whose first try seemed lost: one row each of everything.
    const [first, twin] = await Promise.all([
      member.post(`/api/check-ups/${id}/submit`, whole, { key }),
      member.post(`/api/check-ups/${id}/submit`, whole, { key }),
    ])
    expect(twin.body).toEqual(first!.body)
    // 100 − 4 − 0.5 − 2.5.
    expect(expectOk(first!)).toMatchObject({ status: 'submitted', score: 93, grade: 'B', color: 'yellow', findings: 2 })
    const again = await member.post(`/api/check-ups/${id}/submit`, whole, { key })
    expect([again.status, again.headers.get('idempotency-replayed'), again.body]).toEqual([200, 'true', first!.body])
    // Taken off it, an inspector is not told again.
    const off = await server.rows(({ tx, scope }) =>
      tx
        .deleteFrom('check_up_inspectors')
        .where('org_id', '=', scope.orgId)
        .where('check_up_id', '=', id)
        .where('person_id', '=', memberId)
        .returningAll()
        .execute(),
    )
    expect((await member.post(`/api/check-ups/${id}/submit`, whole, { key })).status).toBe(404)
    await server.rows(({ tx }) => tx.insertInto('check_up_inspectors').values(off).execute())
    expect((await member.post(`/api/check-ups/${id}/submit`, whole)).body.code).toBe('CHECK_UP_STATE')

    // The enterprise sees nothing of it before the report.
    const before = await read(contact, id)
    expect([before.score, before.grade, before.result, before.items, before.photos]).toEqual([null, null, null, [], []])
    expect(expectOk(await contact.get<{ rows: object[] }>('/api/check-up-findings')).rows).toEqual([])
    expect((await contact.get(`/api/check-ups/${id}/report.docx`)).status).toBe(409)
    expect((await put(selfCheck)).body.code).toBe('CHECK_UP_STATE')

    expectOk(await staff.post(`/api/check-ups/${id}/report`))
    const after = await read(contact, id)
    expect([after.score, after.grade, after.photos.length]).toEqual([93, 'B', 1])
    const result = after.result as CheckUp
    expect(result.differences).toMatchObject([
      { itemId: 'C2', selfCheck: 'full', outcome: 'zero', enterprise: 'better' },
    ])
    expect(result.unverified.items.map((it) => it.itemId)).toEqual(['W1'])
    expect((await contact.get(`/api/check-ups/${id}/photos/${photo.id}`)).status).toBe(200)
  })
})

describe('rectification', () => {
  const findings = async (client: Client): Promise<FindingView[]> =>
    expectOk(await client.get<{ rows: FindingView[] }>('/api/check-up-findings?limit=500')).rows!
  const finding = async (client: Client, itemId: string) => (await findings(client)).find((it) => it.itemId === itemId)!
  const prove = (it: FindingView, version = it.version) =>
    contact.call('POST', `/api/check-up-findings/${it.id}/proof`, {
      key: newId(),
      version,
      body: { proof: '已补签4份合同' },
    })
  const recheck = (it: FindingView, passed: boolean, by = member) =>
    by.call<{ score: number; grade: string; status: string }>('POST', `/api/check-up-findings/${it.id}/recheck`, {
      key: newId(),
      version: it.version,
      body: { passed, remark: passed ? '合同原件已看' : '还有1人未签' },
    })

  it('is proved with a photo, returned with a reason, passed, and judged anew', async () => {
    const owed = await finding(contact, 'C2')
    expect(owed).toMatchObject({ status: 'open', dueOn: '2026-12-15', overdue: false, escalation: 'none' })
    expect(owed).toMatchObject({
      fact: '抽查20人，4人未签',
      evidence: '查看原件',
      byWhen: '2026年12月15日（15 个自然日，建议期限）',
      standard: '劳动合同原件、入职时间台账、到期续签提醒表、电子签约记录',
    })
    expect(owed.articles).toContain('《劳动合同法》第 10、14、82 条；')
    expect((await prove(owed)).body.code).toBe('PROOF_MISSING')
    const form = await photoForm({ caption: '补签的合同' })
    expectOk(await contact.call('POST', `/api/check-up-findings/${owed.id}/photos`, { key: newId(), form }))
    expect((await prove(owed, 7)).status).toBe(409)
    expectOk(await prove(owed))
    // Neither the enterprise nor someone who did not inspect passes it.
    expect((await recheck(owed, true, contact)).status).toBe(403)
    expectOk(await recheck(await finding(staff, 'C2'), false))
    expect(await finding(contact, 'C2')).toMatchObject({ status: 'returned', returnedReason: '还有1人未签', photos: 1 })
    expectOk(await prove(await finding(contact, 'C2')))

    // A newer instrument is offered meanwhile: the re-check goes by the old one.
    const stricter = {
      ...instrument,
      version: '2027-strict',
      bands: instrument.bands.map((it) => (it.grade === 'A' ? { ...it, least: 99 } : it)),
    }
    expectOk(await admin.post('/api/check-up-instruments', { instrument: stricter }))
    await moveTo('2026-12-10')
    const passed = expectOk(await recheck(await finding(staff, 'C2'), true))
    expect(passed).toMatchObject({ status: 'passed', score: 97, grade: 'A' })
    const done = await finding(contact, 'C2')
    expect(done).toMatchObject({ status: 'passed', passedOn: '2026-12-10' })
    expect((await recheck(done, true)).body.code).toBe('FINDING_STATE')
    const view = await read(staff, done.checkUpId)
    expect(view).toMatchObject({ score: 97, grade: 'A', color: 'green', instrumentVersion: instrument.version })
    expect((view.result as CheckUp).stages.map((it) => [it.date, it.score, it.grade])).toEqual([
      ['2026-11-30', 93, 'B'],
      ['2026-12-10', 97, 'A'],
    ])
  })

  it('is overdue the day after its last day; the job marks it and tells of it once', async () => {
    const look = async () =>
      inScope(server.database, (await scopeOfOrg(server.database))!, (bare) =>
        watchCounty(withScope(bare, { roles: ['admin'] })),
      )
    const told = () =>
      server.rows(({ tx, scope }) =>
        tx
          .selectFrom('notices')
          .select('lines')
          .where('org_id', '=', scope.orgId)
          .where('kind', '=', 'check-up-overdue')
          .execute(),
      )
    await moveTo('2026-12-15')
    expect(await look()).toBe(0)
    expect((await finding(staff, 'C1')).overdue).toBe(false)
    await moveTo('2026-12-16')
    expect(await finding(staff, 'C1')).toMatchObject({ overdue: true, status: 'open', escalation: 'reminder' })
    // Which letter is due next is the office's own matter.
    expect(await finding(contact, 'C1')).toMatchObject({ overdue: true, escalation: 'none' })
    expect(expectOk(await staff.get<{ total: number }>('/api/check-up-findings?overdue=true')).total).toBe(1)
    expect(await look()).toBe(1)
    expect(await look()).toBe(0)
    expect(await told()).toHaveLength(2)
    expect(JSON.stringify(await told())).toContain('职工名册，应于 2026-12-15 前整改')
  })

  it('counts into the year, each figure opening to what it counts', async () => {
    const all = { enterprises: 1, found: 2, repaired: 1, share: 0.5, overdue: 1, medianDays: 10, longestDays: 10 }
    expect(expectOk(await chair.get('/api/check-up-year?year=2026'))).toMatchObject({
      checkUps: 1,
      colors: [{ color: 'green', count: 1 }],
      all: { ...all, steps: [0, 1, 0, 0] },
      severities: [
        { severity: 'major', found: 1, repaired: 1, share: 1 },
        { severity: 'general', found: 1, repaired: 0, share: 0 },
      ],
      items: [
        { itemId: 'C1', found: 1, repaired: 0 },
        { itemId: 'C2', title: '书面劳动合同', found: 1, repaired: 1, medianDays: 10 },
      ],
      hidden: false,
      mayOpen: true,
    })
    expect(expectOk(await chair.get('/api/check-up-year?year=2025'))).toMatchObject({ checkUps: 0, items: [] })
    const found = async (query: string) =>
      expectOk(await chair.get<{ rows: FindingView[] }>(`/api/check-up-findings?${query}`)).rows!.map((it) => it.itemId)
    expect(await found('year=2026')).toHaveLength(2)
    expect(await found('year=2026&severity=major')).toEqual(['C2'])
    expect(await found('year=2026&itemId=C1')).toEqual(['C1'])
    expect(await found('year=2026&status=passed')).toEqual(['C2'])
    expect(await found('year=2026&overdue=true')).toEqual(['C1'])
    expect(await found('year=2025')).toEqual([])
    const total = async (query: string) => expectOk(await chair.get<{ total: number }>(`/api/check-ups?${query}`)).total
    expect(await total('year=2026&done=true')).toBe(1)
    expect(await total('year=2026&done=true&color=green')).toBe(1)
    expect(await total('year=2026&done=true&color=red')).toBe(0)
  })

  it('tells those who may not open every check-up no small figure', async () => {
    const told = await inScope(server.database, (await scopeOfOrg(server.database))!, (bare) =>
      readYear(withScope(bare, { roles: ['member'], personId: memberId }), 2026),
    )
    expect(told).toMatchObject({ checkUps: null, all: { found: null }, hidden: true, mayOpen: false })
    expect(told.items.map((it) => it.found)).toEqual([null, null])
  })
})

describe('a PDF as proof', () => {
  it('is kept under its name, proves a repair alone, and is read by those who see the finding', async () => {
    const findings = expectOk(await contact.get<{ rows: FindingView[] }>('/api/check-up-findings')).rows!
    const owed = findings.find((it) => it.itemId === 'C1')!
    const path = `/api/check-up-findings/${owed.id}`
    const send = (bytes: string, name = '', client = contact) => {
      const form = new FormData()
      form.append('name', name)
      form.append('file', new Blob([bytes]), 'photo')
      return client.call<{ id: string }>('POST', `${path}/files`, { key: newId(), form })
    }
    const bytes = `%PDF-1.7\n${'签收清单（虚构）'.repeat(50)}`
    const other = await send('<html>%PDF-', '清单.pdf')
    expect([other.status, other.body.code]).toEqual([415, 'FILE_NOT_PDF'])
    expect((await send(bytes, '', staff)).status).toBe(403)
    const prove = () =>
      contact.call('POST', `${path}/proof`, { key: newId(), version: owed.version, body: { proof: '名册已补齐' } })
    expect((await prove()).body.code).toBe('PROOF_MISSING')
    const kept = expectOk(await send(bytes, 'D:\\人事\\签收清单.PDF'))
    expectOk(await prove())
    const size = Buffer.byteLength(bytes)
    for (const client of [contact, staff, member, chair]) {
      const { rows } = expectOk(await client.get<{ rows: FindingView[] }>('/api/check-up-findings'))
      expect(rows!.find((it) => it.id === owed.id)!.files).toEqual([{ id: kept.id, name: '签收清单.pdf', bytes: size }])
      const file = await client.get(`${path}/files/${kept.id}`)
      expect([file.status, file.bytes.toString()]).toEqual([200, bytes])
      expect(file.headers.get('content-disposition')).toMatch(/^attachment;/)
    }
    expect((await contact.get(`${path}/files/${newId()}`)).status).toBe(404)
    const elsewhere = findings.find((it) => it.id !== owed.id)!
    expect((await contact.get(`/api/check-up-findings/${elsewhere.id}/files/${kept.id}`)).status).toBe(404)
    // What has passed takes nothing more.
    const passed = findings.find((it) => it.status === 'passed')!
    const late = new FormData()
    late.append('file', new Blob([bytes]), '晚到.pdf')
    const refused = await contact.call('POST', `/api/check-up-findings/${passed.id}/files`, {
      key: newId(),
      form: late,
    })
    expect(refused.body.code).toBe('FINDING_STATE')
  })
})

describe('deadlines in a year that is not announced', () => {
  it('have no day until the year is entered', async () => {
    await moveTo('2026-12-28')
    await server.rows(({ tx, scope }) =>
      tx.deleteFrom('check_ups').where('org_id', '=', scope.orgId).where('status', '!=', 'reported').execute(),
    )
    await draw({ size: 10, include: [enterpriseId] })
    const { id, version } = await checkUpOfContact()
    const body = { plannedOn: '2026-12-28', inspectors: two() }
    expectOk(await staff.call('PUT', `/api/check-ups/${id}/inspectors`, { key: newId(), version, body }))
    // The newest instrument is that of the county now.
    expect(expectOk(await member.post(`/api/check-ups/${id}/start`)).instrumentVersion).toBe('2027-strict')
    const red = answers({ W1: { outcome: 'zero', findings: '11月工资未付' } }, { checkedOn: '2026-12-28' })
    const submitted = expectOk(await member.post(`/api/check-ups/${id}/submit`, red))
    expect(submitted).toMatchObject({ grade: 'D', color: 'red', redLines: ['工资按时足额'] })
    expectOk(await staff.post(`/api/check-ups/${id}/report`))
    const dueOn = async () =>
      expectOk(await contact.get<{ rows: FindingView[] }>(`/api/check-up-findings?checkUpId=${id}`)).rows![0]!.dueOn
    expect(await dueOn()).toBeNull()
    await server.database.pool.query(
      `INSERT INTO calendar_years (year, holidays, workdays, source) VALUES (2027, '{2027-01-01}', '{}', '虚构的通知')`,
    )
    await inScope(server.database, (await scopeOfOrg(server.database))!, (bare) =>
      watchCounty(withScope(bare, { roles: ['admin'] })),
    )
    expect(await dueOn()).toBe('2027-01-05')
    const notices = await server.rows(({ tx, scope }) =>
      tx
        .selectFrom('notices')
        .select('lines')
        .where('org_id', '=', scope.orgId)
        .where('kind', '=', 'check-up-red-line')
        .execute(),
    )
    expect(JSON.stringify(notices)).toContain('24 小时内上报')
  })
})

describe('an instrument of the county', () => {
  const listed = async () =>
    expectOk(await staff.get('/api/check-up-instruments')) as unknown as {
      version: string
      current: boolean
      status: string
    }[]

  it('must hold together, and its version is taken once', async () => {
    const post = (it: object) => admin.post('/api/check-up-instruments', { instrument: it })
    const broken = await post({ ...instrument, version: 'x', groups: instrument.groups.slice(1) })
    expect([broken.status, broken.body.code]).toEqual([422, 'INSTRUMENT_INVALID'])
    expect(broken.body.detail).toContain('items[0].group')
    expect((await post(instrument)).body.code).toBe('INSTRUMENT_VERSION_TAKEN')
    expect((await post({ ...instrument, version: '2027-strict' })).body.code).toBe('INSTRUMENT_VERSION_TAKEN')
    const withdrawn = await post({ ...instrument, version: 'y', status: 'withdrawn' })
    expect([withdrawn.body.code, withdrawn.body.detail]).toEqual([
      'INSTRUMENT_INVALID',
      expect.stringContaining('status'),
    ])
    expect((await listed()).map((it) => [it.version, it.current])).toEqual([
      ['2027-strict', true],
      [instrument.version, false],
    ])
  })

  it('is read and downloaded as it was taken in', async () => {
    const read_ = expectOk(await chair.get<{ instrument: object }>('/api/check-up-instruments/2027-strict'))
    expect(read_).toMatchObject({ items: 46, checkUps: 1, shipped: false, offeredFrom: TODAY })
    const file = await chair.get('/api/check-up-instruments/2027-strict/instrument.json')
    expect(file.headers.get('content-disposition')).toContain(encodeURIComponent('评估表 2027-strict.json'))
    expect(JSON.parse(file.bytes.toString())).toEqual(read_.instrument)
    expect((await chair.get('/api/check-up-instruments/none')).status).toBe(404)
  })

  it('is withdrawn and taken back, never the last one, and its text stays', async () => {
    const put = (version: string, out: boolean) =>
      admin.call('PUT', `/api/check-up-instruments/${version}/withdrawal`, { key: newId(), body: { withdrawn: out } })
    const body = () =>
      server.rows(({ tx, scope }) =>
        tx
          .selectFrom('check_up_instruments')
          .select('body')
          .where('org_id', '=', scope.orgId)
          .where('version', '=', '2027-strict')
          .executeTakeFirstOrThrow(),
      )
    const before = await body()
    expect(expectOk(await put('2027-strict', true)).withdrawnOn).toBe('2026-12-28')
    expect((await listed()).map((it) => [it.version, it.current, it.status])).toEqual([
      [instrument.version, true, 'candidate'],
      ['2027-strict', false, 'withdrawn'],
    ])
    expect((await put(instrument.version, true)).body.code).toBe('INSTRUMENT_LAST')
    expect(expectOk(await put('2027-strict', false)).withdrawnOn).toBeNull()
    expectOk(await put(instrument.version, true))
    expect((await put('2027-strict', true)).body.code).toBe('INSTRUMENT_LAST')
    expectOk(await put(instrument.version, false))
    expect((await put('none', true)).status).toBe(404)
    expect(await body()).toEqual(before)
    expect((await listed())[0]).toMatchObject({ version: '2027-strict', current: true })
  })
})

describe('report and prescription', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qingqi-check-up-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** What a reader sees after a word processor has made pages of it. */
  const textOf = (bytes: Buffer, name: string): string => {
    writeFileSync(join(folder, `${name}.docx`), bytes)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const made = spawnSync(
      'soffice',
      [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, `${name}.docx`)],
      { encoding: 'utf8' },
    )
    expect([made.status, made.stderr.includes('Error')]).toEqual([0, false])
    const pdf = join(folder, `${name}.pdf`)
    expect(readFileSync(pdf).subarray(0, 4).toString()).toBe('%PDF')
    return spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).stdout.replaceAll(/\s+/g, '')
  }

  it('open in a word processor and say all there is to say', { timeout: 120_000 }, async () => {
    const rows = expectOk(await contact.get<{ rows: CheckUpRow[] }>('/api/check-ups?limit=500')).rows!
    const id = rows.find((it) => it.checkedOn === TODAY)!.id
    const { inspectors, result } = await read(contact, id)
    const report = await contact.get(`/api/check-ups/${id}/report.docx`)
    expect(report.headers.get('content-disposition')).toContain(encodeURIComponent('体检报告.docx'))
    const said = textOf(report.bytes, 'report')
    for (const it of inspectors) expect(said).toContain(`${it.name}（监督证号${it.certificate}）`)
    expect(said).toContain('服务性评估，不具行政处罚效力')
    expect(said).toContain('97分，绿（A）')
    expect(said).toContain('C1职工名册（一般，部分符合）')
    expect(said).toContain('名册缺入职日期')
    expect(said).toContain('《劳动合同法》第7条；《劳动合同法实施条例》第8、33条')
    expect(said).toContain('W1：银行流水未到')
    expect(said).toContain('不是正式发布的评估表')
    const prescription = await contact.get(`/api/check-ups/${id}/prescription.docx`)
    const told = textOf(prescription.bytes, 'prescription')
    const { action } = (result as CheckUp).prescriptions[0]!
    expect(told).toContain(`怎么做：${action}`)
    expect(told).toContain('期限：2026年12月15日（15个自然日，建议期限）')
    expect(told).toContain('复查时出示：职工名册、花名册与社保、个税、工资表三表比对')
    expect(told).toContain('服务性评估，不具行政处罚效力')
    for (const it of inspectors) expect(told).toContain(it.certificate)
    // The page to be printed says the same.
    const page = await contact.get(`/api/check-ups/${id}/print?document=prescription`)
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
    const html = page.bytes.toString()
    expect(html).toContain(`怎么做：${action}`)
    expect(html).toContain('服务性评估，不具行政处罚效力')
  })
})
