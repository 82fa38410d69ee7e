import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OutputOf } from '../../platform/base/operation.ts'
import { startTestServer, type Client, type TestServer } from '../../../tests/support/server.ts'
import { expectOk } from '../../../tests/support/visit-steps.ts'
import type { CaseDetail, CaseRow, Clinic, readFigures } from './contract.ts'

let server: TestServer
let staff: Client

beforeAll(async () => {
  server = await startTestServer()
  staff = await server.as('staff')
})
afterAll(() => server.close())

const list = async (query = '') => expectOk(await staff.get<{ rows: CaseRow[] }>(`/api/cases${query}`)).rows!
const read = async (id: string) => expectOk(await staff.get<CaseDetail>(`/api/cases/${id}`)) as CaseDetail

it('the demo county shows three cases, each said to be invented, one of them near its last day', async () => {
  const rows = await list()
  expect(rows.map(({ topic, path, status, claimants }) => [topic, path, status, claimants])).toEqual([
    ['wages', 'mediation', 'open', 5],
    ['contract', 'advice', 'closed', 1],
    ['injury', 'arbitration', 'open', 1],
  ])
  for (const { id, employer } of rows) {
    const { persons, message } = await read(id)
    expect(employer).toContain('虚构')
    expect(message).toContain('虚构')
    expect(persons.every((it) => it.name.includes('虚构') && it.phone === '')).toBe(true)
  }
  expect(rows.flatMap((it) => it.overdue)).toEqual([])
  expect((await list('?dueWithin=7')).map((it) => [it.topic, it.nextDeadline?.kind, it.nextDeadline?.on])).toEqual([
    ['wages', 'mediation', '2026-12-02'],
  ])
})

it('what is closed has an answer that was delivered, and what lacks one stays behind the gate', async () => {
  const [wages, advice] = await list()
  expect((await read(advice!.id)).persons[0]).toMatchObject({
    outcome: 'advised',
    answers: [{ deliveredOn: '2026-11-05', deliveredBy: 'phone' }],
  })
  expect((await staff.post(`/api/cases/${wages!.id}/close`)).body.code).toBe('CASE_LACKS')
})

it('amounts are those the law computes, and the figures and the clinic show them', async () => {
  const figures = expectOk(await staff.get<OutputOf<typeof readFigures>>('/api/case-figures?year=2026'))
  // Two months of 4,800 and of 5,200 yuan.
  expect(figures).toMatchObject({ cases: 3, people: 7, closed: 1, groupWage: 1, recoveredFen: 2_000_000 })
  expect(figures.amounts).toMatchObject([{ kind: 'wages', people: 2, amountFen: 2_000_000, paidFen: 960_000 }])
  const clinics = expectOk(await staff.get<{ rows: Clinic[] }>('/api/clinics')).rows!
  expect(clinics.filter((it) => it.asked > 0)).toMatchObject([{ asked: 19, answered: 18, copies: 40 }])
})
