import { afterAll, beforeAll, expect, it } from 'vitest'
import { inScope } from '../../platform/server/db/scope.ts'
import { scopeOfOrg } from '../../platform/server/http/orgs-queries.ts'
import { startTestServer, type Client, type TestServer } from '../../../tests/support/server.ts'
import { expectOk } from '../../../tests/support/visit-steps.ts'
import { samples } from '../../../tests/support/sample-letters.ts'
import type { Letter, LetterRow, Received } from './contract.ts'
import { markOverdue } from './server/jobs.ts'

type Kind = 'reminder' | 'opinion' | 'recommendation'

let server: TestServer
let staff: Client
let chair: Client
let contact: Client
let enterpriseId: string

beforeAll(async () => {
  server = await startTestServer()
  ;[staff, chair, contact] = [await server.as('staff'), await server.as('chair'), await server.as('contact')]
  enterpriseId = expectOk(await contact.get<{ enterpriseId: string }>('/api/me')).enterpriseId!
})
afterAll(() => server.close())

const moveTo = (today: string) => server.database.pool.query('UPDATE orgs SET demo_date = $1', [today])
const look = async () => inScope(server.database, (await scopeOfOrg(server.database))!, markOverdue)
const read = async (id: string) => expectOk(await staff.get<Letter>(`/api/letters/${id}`)) as Letter
const received = async (id: string) => expectOk(await contact.get<Received>(`/api/received-letters/${id}`)) as Received
const listed = async (id: string) =>
  expectOk(await staff.get<{ rows: LetterRow[] }>('/api/letters?limit=200')).rows!.find((it) => it.id === id)!
const notices = async () => JSON.stringify((await contact.get('/api/my/notices')).body)

/** Drafts, issues and delivers a letter on the county's day. @returns its id and the answer to the delivery */
const delivered = async (kind: Kind, more: object = {}) => {
  const { subject, content, contactName, contactPhone, copies } = samples[kind]
  const body = { enterpriseId, subject, content, contactName, contactPhone, copies, ...more }
  const id = expectOk(await staff.post<{ id: string }>('/api/letters', body)).id!
  expectOk(await staff.post(`/api/letters/${id}/submit`))
  expectOk(await chair.post(`/api/letters/${id}/issue`, undefined, { version: (await read(id)).version }))
  const today = (await scopeOfOrg(server.database))!.today
  const delivery = { deliveredOn: today, way: 'direct', receivedBy: '王经理' }
  return { id, ...expectOk(await staff.post<{ dueOn: string | null }>(`/api/letters/${id}/delivery`, delivery)) }
}

it('a term that reaches into a year not announced is kept without a last day, shown so and never overdue', async () => {
  await moveTo('2026-12-10')
  expect(await delivered('opinion')).toMatchObject({ dueOn: '2026-12-31' })
  await moveTo('2026-12-11')
  const opinion = await delivered('opinion')
  expect(opinion.dueOn).toBeNull()
  const reminder = await delivered('reminder')
  expect(reminder.dueOn).toBe('2026-12-25')
  expect(await read(opinion.id)).toMatchObject({ state: 'delivered', deliveredOn: '2026-12-11', dueOn: null })
  expect(await listed(opinion.id)).toMatchObject({ state: 'delivered', dueOn: null })
  expect(await received(opinion.id)).toMatchObject({ state: 'delivered', dueOn: null, mayAnswer: true })
  expect(await notices()).toContain('意见书请在送达次日起 15 个工作日内书面答复')
  expect(await notices()).toContain('未公布（放假安排公布后自动算出）')

  // The others lapse, this one never does, however late it is; nor may a recommendation follow it.
  await moveTo('2027-03-01')
  expect(await look()).toBe(2)
  expect((await read(opinion.id)).state).toBe('delivered')
  const { subject, content, contactName, contactPhone, copies } = samples.recommendation
  const next = { enterpriseId, subject, content, contactName, contactPhone, copies, opinionId: opinion.id }
  expect((await staff.post('/api/letters', next)).body.code).toBe('OPINION_NOT_DUE')
  expectOk(await chair.post(`/api/letters/${opinion.id}/withdraw`, { reason: '主体写错' }))
})

it('the last day is computed as soon as the year is entered: when reading, and kept by the watch, told once', async () => {
  await moveTo('2026-12-18')
  const reminder = await delivered('reminder')
  const opinion = await delivered('opinion')
  await moveTo('2027-01-04')
  const answer = { text: '已整改', answeredOn: '2027-01-04' }
  expectOk(await staff.post(`/api/letters/${reminder.id}/answers`, answer))
  expect((await read(reminder.id)).answers[0]!.late).toBe(false)

  await server.database.pool.query(
    `INSERT INTO calendar_years (year, holidays, workdays, source) VALUES (2027, '{2027-01-01}', '{}', '虚构的通知')`,
  )
  // Ten workdays after 2026-12-18 end on 2027-01-04, fifteen on 2027-01-11; nothing was kept of it yet.
  expect([(await read(opinion.id)).dueOn, (await listed(opinion.id)).dueOn]).toEqual(['2027-01-11', '2027-01-11'])
  expect((await received(opinion.id)).dueOn).toBe('2027-01-11')
  const kept = async (id: string) =>
    (await server.database.pool.query('SELECT due_on FROM letters WHERE id = $1', [id])).rows[0].due_on as string | null
  expect(await kept(opinion.id)).toBeNull()
  await look()
  await look()
  expect([await kept(opinion.id), await kept(reminder.id)]).toEqual(['2027-01-11', '2027-01-04'])
  expect((await notices()).split('意见书请在 2027-01-11 前书面答复')).toHaveLength(2)
  expect(await read(reminder.id)).toMatchObject({ state: 'answered', dueOn: '2027-01-04' })

  await moveTo('2027-01-11')
  expect(await look()).toBe(0)
  await moveTo('2027-01-12')
  expect(await look()).toBe(1)
  expect((await read(opinion.id)).state).toBe('overdue')
})

it('an answer after the last day is late, also where that was known only afterwards', async () => {
  await server.database.pool.query('DELETE FROM calendar_years WHERE year = 2027')
  await moveTo('2026-12-25')
  const opinion = await delivered('opinion')
  await moveTo('2027-01-20')
  expectOk(await staff.post(`/api/letters/${opinion.id}/answers`, { text: '已改', answeredOn: '2027-01-20' }))
  await server.database.pool.query(
    `INSERT INTO calendar_years (year, holidays, workdays, source) VALUES (2027, '{2027-01-01}', '{}', '虚构的通知')`,
  )
  expect(await read(opinion.id)).toMatchObject({ dueOn: '2027-01-18', answers: [{ late: true }] })
  expect((await received(opinion.id)).answers[0]!.late).toBe(true)
})
