import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../platform/base/ids.ts'
import { inScope } from '../../platform/server/db/scope.ts'
import { startTestServer, type Client, type TestServer } from '../../../tests/support/server.ts'
import { expectOk } from '../../../tests/support/visit-steps.ts'
import { partsOf } from '../../../tests/support/word-processor.ts'
import { samples } from '../../../tests/support/sample-letters.ts'
import type { Letter, LetterRow, Received } from './contract.ts'
import { markOverdue } from './server/jobs.ts'

let server: TestServer
let staff: Client
let chair: Client
let admin: Client
let contact: Client
let enterpriseId: string

beforeAll(async () => {
  server = await startTestServer()
  ;[staff, chair, admin, contact] = [
    await server.as('staff'),
    await server.as('chair'),
    await server.as('admin'),
    await server.as('contact'),
  ]
  enterpriseId = expectOk(await contact.get<{ enterpriseId: string }>('/api/me')).enterpriseId!
})
afterAll(() => server.close())

const bodyOf = (kind: 'reminder' | 'opinion' | 'recommendation', more: object = {}) => {
  const { subject, content, contactName, contactPhone, copies } = samples[kind]
  return { enterpriseId, subject, content, contactName, contactPhone, copies, ...more }
}

const draft = async (kind: 'reminder' | 'opinion' | 'recommendation', more: object = {}, by = staff): Promise<string> =>
  expectOk(await by.post<{ id: string }>('/api/letters', bodyOf(kind, more))).id!
const read = async (id: string): Promise<Letter> => expectOk(await staff.get<Letter>(`/api/letters/${id}`)) as Letter
const issue = async (id: string, by = chair) =>
  by.post<{ number: string }>(`/api/letters/${id}/issue`, undefined, { version: (await read(id)).version })

const issued = async (kind: 'reminder' | 'opinion' | 'recommendation', more: object = {}): Promise<string> => {
  const id = await draft(kind, more)
  expectOk(await staff.post(`/api/letters/${id}/submit`))
  expectOk(await issue(id))
  return id
}

const deliver = (id: string, deliveredOn = '2026-11-30', more: object = {}) =>
  staff.post<{ dueOn: string }>(`/api/letters/${id}/delivery`, {
    deliveredOn,
    way: 'direct',
    receivedBy: '王经理',
    ...more,
  })

/** Puts issue and delivery back to an earlier day, as if it had been done then. */
const backdate = (id: string, on: string, due: string) =>
  server.rows(({ tx, scope }) =>
    tx
      .updateTable('letters')
      .set({ issued_on: on, delivered_on: on, due_on: due })
      .where('org_id', '=', scope.orgId)
      .where('id', '=', id)
      .execute(),
  )
const lapse = () => inScope(server.database, server.scope, markOverdue)

describe('two people', () => {
  it('stand behind each letter: who drafts may not issue', async () => {
    const id = await draft('reminder', {}, chair)
    expectOk(await chair.post(`/api/letters/${id}/submit`))
    const own = await issue(id, chair)
    expect([own.status, own.body.code]).toEqual([403, 'SAME_PERSON'])
    expect((await read(id)).number).toBeNull()
    expectOk(await issue(id, admin))
  })

  it('are not one person who edits or hands in what another drafted', async () => {
    const edited = await draft('reminder')
    const { version } = await read(edited)
    expectOk(
      await chair.call('PATCH', `/api/letters/${edited}`, { body: { subject: '改过的事由' }, version, key: newId() }),
    )
    expectOk(await staff.post(`/api/letters/${edited}/submit`))
    expect((await issue(edited, chair)).body.code).toBe('SAME_PERSON')
    const handed = await draft('reminder')
    expectOk(await admin.post(`/api/letters/${handed}/submit`))
    expect((await issue(handed, admin)).body.code).toBe('SAME_PERSON')
    expect((await read(handed)).can).not.toContain('issue')
  })

  it('issue only what they have read', async () => {
    const id = await draft('reminder')
    expectOk(await staff.post(`/api/letters/${id}/submit`))
    const old = await chair.post(`/api/letters/${id}/issue`, undefined, { version: 1 })
    expect([old.status, old.body.code]).toEqual([409, 'STALE'])
  })
})

describe('numbers', () => {
  it('have neither gap nor double when twenty are issued at once, some of them refused', async () => {
    const before = (await read(await issued('opinion'))).number!
    const first = Number(/〕(\d+)号/.exec(before)![1])
    const ids: string[] = []
    for (let at = 0; at < 20; at++) {
      const id = await draft('opinion')
      expectOk(await staff.post(`/api/letters/${id}/submit`))
      ids.push(id)
    }
    // Two calls each, at once: the second of a pair finds it issued and must not use up a number.
    const answers = await Promise.all(
      [...ids, ...ids].map((id) =>
        chair.post<{ number: string }>(`/api/letters/${id}/issue`, undefined, { version: 2 }),
      ),
    )
    const numbers = answers.filter((it) => it.status === 200).map((it) => Number(/〕(\d+)号/.exec(it.body.number!)![1]))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => first + 1 + at))
    expect(answers.filter((it) => it.status === 409)).toHaveLength(20)
  })

  it('are given to each kind on its own, and to no draft', async () => {
    const id = await draft('reminder')
    expect((await read(id)).number).toBeNull()
    const { body } = await staff.get<{ rows: LetterRow[] }>('/api/letters?kind=reminder&limit=200')
    const given = body.rows!.filter((it) => it.number).map((it) => it.number!)
    expect(given.every((it) => /^泗洪工提〔2026〕\d+号$/.test(it))).toBe(true)
    expect(body.rows!.filter((it) => ['draft', 'submitted'].includes(it.state)).every((it) => it.number === null)).toBe(
      true,
    )
  })
})

describe('an issued letter', () => {
  it('never changes, is withdrawn with a reason and another issued in its place', async () => {
    const id = await issued('reminder')
    const before = await read(id)
    const document = await staff.get(`/api/letters/${id}/document`)
    const edit = await staff.call('PATCH', `/api/letters/${id}`, {
      body: { subject: '换一个' },
      version: before.version,
      key: newId(),
    })
    expect([edit.status, edit.body.code]).toEqual([409, 'LETTER_STATE'])
    expect((await staff.call('DELETE', `/api/letters/${id}`, { key: newId() })).status).toBe(409)
    expect((await staff.post('/api/letters', bodyOf('reminder', { replacesId: id }))).body.code).toBe(
      'REPLACES_STANDING',
    )
    expectOk(await chair.post(`/api/letters/${id}/withdraw`, { reason: '联系电话有误' }))
    const after = await read(id)
    expect(after).toMatchObject({ state: 'withdrawn', number: before.number, subject: before.subject })
    expect((await staff.get(`/api/letters/${id}/document`)).bytes.equals(document.bytes)).toBe(true)
    expect(after.steps.at(-1)).toMatchObject({ action: 'withdraw', reason: '联系电话有误' })
    expect((await contact.get<Received>(`/api/received-letters/${id}`)).body).toMatchObject({
      state: 'withdrawn',
      withdrawn: '联系电话有误',
      mayAnswer: false,
    })
    expect(JSON.stringify((await contact.get('/api/my/notices')).body)).toContain('已撤回，不用答复')
    const next = await draft('reminder', { replacesId: id })
    expectOk(await staff.post(`/api/letters/${next}/submit`))
    const { number } = expectOk(await issue(next))
    expect(number).not.toBe(before.number)
  })

  it('keeps the findings it was written from, and takes none of another enterprise, none unknown, none twice', async () => {
    const { rows } = expectOk(
      await staff.get<{ rows: { id: string; enterpriseId: string }[] }>('/api/check-up-findings'),
    )
    const [mine, other] = [rows![0]!, rows!.find((it) => it.enterpriseId !== rows![0]!.enterpriseId)!]
    const written = (sourceFindingIds: string[]) =>
      staff.post<{ id: string }>('/api/letters', {
        ...bodyOf('reminder', { sourceFindingIds }),
        enterpriseId: mine.enterpriseId,
      })
    const { id } = expectOk(await written([mine.id]))
    expect((await read(id!)).sourceFindingIds).toEqual([mine.id])
    const listed = expectOk(
      await staff.get<{ rows: LetterRow[] }>(`/api/letters?enterpriseId=${mine.enterpriseId}`),
    ).rows!
    expect(listed.find((it) => it.id === id)!.sourceFindingIds).toEqual([mine.id])
    for (const ids of [[mine.id, other.id], [newId()], [mine.id, mine.id]])
      expect((await written(ids)).body.code).toBe('FINDING_OTHER')
  })

  it('is printed of its own fields: the case it came from is in no part of it', async () => {
    const sourceCaseId = newId()
    const id = await issued('reminder', { sourceCaseId })
    expect((await read(id)).sourceCaseId).toBe(sourceCaseId)
    const parts = await partsOf((await contact.get(`/api/letters/${id}/document`)).bytes)
    expect([...parts.values()].some((it) => it.includes(sourceCaseId))).toBe(false)
    const received = await contact.get<Received>(`/api/received-letters/${id}`)
    expect(JSON.stringify(received.body)).not.toContain(sourceCaseId)
    expect(Object.keys(received.body)).not.toContain('steps')
    expect(JSON.stringify(received.body)).not.toContain('sourceFindingIds')
    const named = await staff.post('/api/letters', bodyOf('reminder', { complainant: '张三' }))
    expect(named.status).toBe(422)
  })
})

describe('terms', () => {
  it('run from delivery by the real calendar', async () => {
    const reminder = await issued('reminder')
    expect(expectOk(await deliver(reminder)).dueOn).toBe('2026-12-14')
    const opinion = await issued('opinion')
    expect(expectOk(await deliver(opinion)).dueOn).toBe('2026-12-21')
    expect((await deliver(await issued('reminder'), '2026-12-01')).body.code).toBe('DATE_AHEAD')
    expect((await deliver(await issued('reminder'), '2026-11-29')).body.code).toBe('BEFORE_ISSUE')
  })

  it('lapse once, after the last day, and tell the writer and the enterprise', async () => {
    const id = await issued('opinion')
    expectOk(await deliver(id))
    await backdate(id, '2026-11-09', '2026-11-30')
    expect(await lapse()).toBe(0)
    await backdate(id, '2026-11-06', '2026-11-27')
    expect(await lapse()).toBe(1)
    expect(await lapse()).toBe(0)
    expect((await read(id)).state).toBe('overdue')
    for (const client of [staff, contact]) {
      const { body } = await client.get<{ entries: { kind: string; title: string }[] }>('/api/my/notices')
      expect(JSON.stringify(body)).toContain('答复')
    }
  })
})

describe('the enterprise', () => {
  it('sees what was issued to it, never drafts nor recommendations, and files its answer once delivered', async () => {
    const hidden = await draft('opinion')
    const id = await issued('opinion')
    const listed = (await contact.get<Received[]>('/api/received-letters')).body as unknown as Received[]
    expect(listed.some((it) => it.id === id)).toBe(true)
    expect(listed.some((it) => it.id === hidden)).toBe(false)
    expect((await contact.get(`/api/received-letters/${hidden}`)).status).toBe(404)
    expect((await contact.get(`/api/letters/${hidden}/document`)).status).toBe(404)
    expect((await contact.get(`/api/letters/${id}`)).status).toBe(403)
    expect((await contact.post(`/api/received-letters/${id}/answers`, { text: '已补发' })).body.code).toBe(
      'LETTER_STATE',
    )
    expectOk(await deliver(id))

    const form = new FormData()
    form.append('purpose', 'answer')
    const photo = await sharp({ create: { width: 30, height: 30, channels: 3, background: '#b33' } })
      .jpeg()
      .toBuffer()
    form.append('file', new Blob([new Uint8Array(photo)]), '补发清单.png')
    const file = expectOk(
      await contact.call<{ id: string; name: string }>('POST', `/api/letters/${id}/files`, { form }),
    )
    expect(file.name).toBe('补发清单.jpg')
    const stray = await contact.post(`/api/received-letters/${id}/answers`, { text: '已补发', fileIds: [newId()] })
    expect(stray.body.code).toBe('FILE_UNKNOWN')
    expectOk(await contact.post(`/api/received-letters/${id}/answers`, { text: '已补发', fileIds: [file.id] }))
    const letter = await read(id)
    expect(letter.state).toBe('answered')
    expect(letter.answers).toMatchObject([
      { text: '已补发', way: 'online', late: false, obeyed: null, files: [{ name: '补发清单.jpg' }] },
    ])
    expect((await contact.get(`/api/letters/${id}/files/${file.id}`)).status).toBe(200)

    expect((await staff.post(`/api/letters/${id}/close`, { reason: '办结' })).body.code).toBe('NOT_VERIFIED')
    expectOk(await staff.post(`/api/letters/${id}/verdict`, { obeyed: true, verdict: '抽查十人均已到账' }))
    expect((await staff.post(`/api/letters/${id}/verdict`, { obeyed: false, verdict: '改口' })).body.code).toBe(
      'VERIFIED_ALREADY',
    )
    expect((await staff.post(`/api/letters/${id}/escalate`, { reason: '移送' })).body.code).toBe('OBEYED_ALREADY')
    expectOk(await staff.post(`/api/letters/${id}/close`, { reason: '已改正' }))
    expect((await read(id)).answers[0]).toMatchObject({ obeyed: true, verifiedBy: expect.any(String) })
  })

  it('takes nothing but pictures and PDF', async () => {
    const id = await issued('reminder')
    const form = new FormData()
    form.append('purpose', 'answer')
    form.append('file', new Blob(['<script>alert(1)</script>']), 'a.pdf')
    const answer = await contact.call('POST', `/api/letters/${id}/files`, { form })
    expect([answer.status, answer.body.code]).toEqual([415, 'FILE_KIND'])
    const receipt = new FormData()
    receipt.append('purpose', 'receipt')
    receipt.append('file', new Blob(['%PDF-1.7 x']), 'a.pdf')
    expect((await contact.call('POST', `/api/letters/${id}/files`, { form: receipt })).status).toBe(404)
  })
})

describe('a recommendation', () => {
  it('needs an opinion that was delivered and not answered in time, cites it, and escalates it', async () => {
    const refused = async (opinionId?: string) =>
      (await staff.post('/api/letters', bodyOf('recommendation', opinionId ? { opinionId } : {}))).body.code
    expect(await refused()).toBe('OPINION_MISSING')
    expect(await refused(await issued('reminder'))).toBe('OPINION_MISSING')
    const opinionId = await issued('opinion')
    expect(await refused(opinionId)).toBe('OPINION_NOT_DELIVERED')
    expectOk(await deliver(opinionId))
    expect(await refused(opinionId)).toBe('OPINION_NOT_DUE')
    await backdate(opinionId, '2026-11-02', '2026-11-23')
    await lapse()
    const id = await draft('recommendation', { opinionId })
    expectOk(await staff.post(`/api/letters/${id}/submit`))
    const { number } = expectOk(await issue(id))
    expect(number).toMatch(/^泗洪工建〔2026〕\d+号$/)
    const opinion = await read(opinionId)
    expect(opinion.state).toBe('escalated')
    const xml = (await partsOf((await staff.get(`/api/letters/${id}/document`)).bytes)).get('word/document.xml')!
    expect(xml).toContain(opinion.number!)
    expect(xml).toContain('2026年11月2日送达')
    expect((await contact.get(`/api/received-letters/${id}`)).status).toBe(404)
    // To the enterprise the opinion is unanswered, not escalated.
    expect((await contact.get<Received>(`/api/received-letters/${opinionId}`)).body.state).toBe('overdue')
    expect(expectOk(await deliver(id)).dueOn).toBe('2026-12-07')
  })

  it('is refused at issuing when the opinion was obeyed meanwhile', async () => {
    const opinionId = await issued('opinion')
    expectOk(await deliver(opinionId))
    await backdate(opinionId, '2026-11-02', '2026-11-23')
    await lapse()
    const id = await draft('recommendation', { opinionId })
    expectOk(await staff.post(`/api/letters/${id}/submit`))
    expectOk(await staff.post(`/api/letters/${opinionId}/answers`, { text: '已改', answeredOn: '2026-11-30' }))
    expectOk(await staff.post(`/api/letters/${opinionId}/verdict`, { obeyed: true, verdict: '属实' }))
    expect((await read(opinionId)).answers[0]!.late).toBe(true)
    expect((await issue(id)).body.code).toBe('OPINION_OBEYED')
  })
})

describe('a repair that is overdue', () => {
  interface Finding {
    readonly id: string
    readonly enterpriseId: string
    readonly itemId: string
    readonly escalation: string
  }
  const findings = async (by: Client): Promise<Finding[]> =>
    expectOk(await by.get<{ rows: Finding[] }>('/api/check-up-findings?overdue=true')).rows!
  const due = async (itemId: string): Promise<string> =>
    (await findings(staff)).find((it) => it.itemId === itemId)!.escalation
  const backThen = async (id: string): Promise<void> => {
    expectOk(await deliver(id))
    await backdate(id, '2026-11-02', '2026-11-23')
  }

  it('leads from reminder over opinion to recommendation, each when the one before was delivered and failed', async () => {
    // C1 is general and was to be repaired by now; nothing was written of it yet.
    const { id: finding, enterpriseId: of } = (await findings(staff)).find((it) => it.itemId === 'C1')!
    const more = { sourceFindingIds: [finding], enterpriseId: of }
    expect(await due('C1')).toBe('reminder')
    const reminder = await draft('reminder', more)
    expect(await due('C1')).toBe('none')
    expectOk(await staff.post(`/api/letters/${reminder}/submit`))
    expectOk(await issue(reminder))
    expect(await due('C1')).toBe('none')
    expectOk(await deliver(reminder))
    expect(await due('C1')).toBe('none')
    await backdate(reminder, '2026-11-02', '2026-11-16')
    expect(await due('C1')).toBe('opinion')
    const opinion = await issued('opinion', more)
    expect(await due('C1')).toBe('none')
    await backThen(opinion)
    expect(await due('C1')).toBe('recommendation')
    expect((await findings(chair)).find((it) => it.itemId === 'C1')!.escalation).toBe('recommendation')
    await lapse()
    expect(await due('C1')).toBe('recommendation')
    await issued('recommendation', { ...more, opinionId: opinion })
    expect((await read(opinion)).state).toBe('escalated')
    expect(await due('C1')).toBe('none')
  })

  it('begins with an opinion where a red line is not repaired, and begins anew after one was withdrawn', async () => {
    const { id: finding, enterpriseId: of } = (await findings(staff)).find((it) => it.itemId === 'W1')!
    expect(await due('W1')).toBe('opinion')
    const opinion = await issued('opinion', { sourceFindingIds: [finding], enterpriseId: of })
    await backThen(opinion)
    expect(await due('W1')).toBe('recommendation')
    expectOk(await chair.post(`/api/letters/${opinion}/withdraw`, { reason: '主体写错' }))
    expect(await due('W1')).toBe('opinion')
  })
})

it('asks for two inspectors in an opinion', async () => {
  const { content } = samples.opinion
  if (content.kind !== 'opinion') throw new Error()
  const same = [content.inspectors[0]!, { ...content.inspectors[1]!, certificate: content.inspectors[0]!.certificate }]
  for (const inspectors of [content.inspectors.slice(0, 1), same]) {
    const answer = await staff.post('/api/letters', bodyOf('opinion', { content: { ...content, inspectors } }))
    expect([answer.status, answer.body.code]).toEqual([422, 'INSPECTORS_FEW'])
  }
})
