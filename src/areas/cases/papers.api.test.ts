import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type Client, type TestServer } from '../../../tests/support/server.ts'
import { expectOk } from '../../../tests/support/visit-steps.ts'
import { partsOf } from '../../../tests/support/word-processor.ts'
import type { CaseDetail } from './contract.ts'

let server: TestServer
let staff: Client
let id: string

const names = ['甲某（虚构）', '乙某（虚构）'] as const
const read = async () => expectOk(await staff.get<CaseDetail>(`/api/cases/${id}`)) as CaseDetail
const people: Record<string, string> = {}

beforeAll(async () => {
  server = await startTestServer()
  staff = await server.as('staff')
  const claim = (averageMonthly: number) => ({
    region: '321324',
    employment: { start: '2023-11-01', end: '2026-10-31' },
    termination: { ground: 'unlawful' },
    wages: { averageMonthly },
  })
  const made = await staff.post<{ id: string }>('/api/cases', {
    channel: 'paper',
    topic: 'termination',
    employer: '某厂（虚构）',
    persons: names.map((name, at) => ({ name, claim: claim(40_000 - 35_000 * at) })),
  })
  id = expectOk(made).id!
  expectOk(await staff.post(`/api/cases/${id}/accept`, { path: 'arbitration' }))
  for (const [role, duty] of [
    ['member', 'lawyer'],
    ['leader', 'mediator'],
  ] as const) {
    const { person } = expectOk(await (await server.as(role)).get<{ person: { id: string; name: string } }>('/api/me'))
    people[duty] = person!.name
    expectOk(await staff.post(`/api/cases/${id}/people`, { personId: person!.id, duty }))
  }
  for (const [state, item] of [
    ['have', '工资条'],
    ['can_get', '考勤机记录'],
    ['cannot_get', '监控录像'],
  ])
    expectOk(await staff.post(`/api/cases/${id}/evidence`, { state, item }))
  for (const on of ['2026-11-10', '2026-11-20'])
    expectOk(await staff.post(`/api/cases/${id}/steps`, { kind: 'award_served', on }))
})
afterAll(() => server.close())

/** All that a paper says. */
const said = async (kind: string, claimantId?: string): Promise<string> => {
  const answer = await staff.get(`/api/cases/${id}/papers/${kind}${claimantId ? `?claimantId=${claimantId}` : ''}`)
  expect(answer.status).toBe(200)
  return (await partsOf(answer.bytes)).get('word/document.xml')!.replaceAll(/<[^>]+>/g, '')
}

it('speaks for all in the case, or for the one asked for alone', async () => {
  const [first, second] = (await read()).persons
  const all = await said('arbitration_application')
  for (const name of names) expect(all).toContain(name)
  const one = await said('arbitration_application', second!.id)
  expect([one.includes(first!.name), one.includes(second!.name)]).toEqual([false, true])
  expect((await staff.get(`/api/cases/${id}/papers/complaint?claimantId=${id}`)).status).toBe(404)
})

it('names the evidence that is there, the lawyer and no mediator, and the day of the last award', async () => {
  const application = await said('arbitration_application')
  expect(application).toContain('工资条')
  expect(application).not.toMatch(/考勤机记录|监控录像/)
  const attorney = await said('power_of_attorney')
  expect([attorney.includes(people['lawyer']!), attorney.includes(people['mediator']!)]).toEqual([true, false])
  expect(await said('complaint')).toContain('2026年11月20日收到裁决书')
})

it('gives the answer of the present round, and none of an earlier one', async () => {
  const [person] = (await read()).persons
  const answer = async (text: string) => {
    const body = { text, deliveredOn: '2026-11-30', deliveredBy: 'phone' }
    for (const it of (await read()).persons)
      expectOk(await staff.call('PUT', `/api/cases/${id}/claimants/${it.id}/answer`, { body }))
  }
  await answer('第一次的答复')
  expect(await said('advice_record')).toContain('第一次的答复')
  for (const it of (await read()).persons)
    expectOk(
      await staff.call('PUT', `/api/cases/${id}/claimants/${it.id}/outcome`, {
        version: it.version,
        body: { outcome: 'advised' },
      }),
    )
  expectOk(await staff.post(`/api/cases/${id}/close`))
  const no = { calledOn: '2026-11-30', reached: true, settled: false }
  expectOk(await staff.post(`/api/cases/${id}/claimants/${person!.id}/callbacks`, no))
  expect(await said('advice_record', person!.id)).not.toContain('第一次的答复')
  await answer('第二次的答复')
  const now = await said('advice_record', person!.id)
  expect([now.includes('第一次的答复'), now.includes('第二次的答复')]).toEqual([false, true])
})

it('computes by the figures that the county has put in force', async () => {
  const [first] = (await read()).persons
  // Three years at 40,000, twice; capped at three times 8,000.
  expect(await said('complaint', first!.id)).toContain('240,000.00元')
  const admin = await server.as('admin')
  const proposed = expectOk(
    await admin.post<{ id: string }>('/api/parameters', {
      concept: 'local_avg_monthly_wage',
      region: '321300',
      effective: '2026-01-01',
      value: 8_000,
      trust: 'UNVERIFIED',
      source: '试验用的数，不是公布的数',
    }),
  )
  expectOk(await (await server.as('chair')).post(`/api/parameters/${proposed.id}/confirmation`))
  const now = await said('complaint', first!.id)
  expect([now.includes('240,000.00元'), now.includes('144,000.00元')]).toEqual([false, true])
})
