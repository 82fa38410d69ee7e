import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CivilDate } from '../../platform/base/civil-date.ts'
import { withScope } from '../../platform/server/db/scope.ts'
import { startTestServer, type Client, type TestServer } from '../../../tests/support/server.ts'
import { expectOk } from '../../../tests/support/visit-steps.ts'
import type { CaseDetail } from './contract.ts'
import { watchCounty } from './server/watch-cases.ts'

let server: TestServer
let staff: Client
let lawyer: Client
let lawyerId: string

beforeAll(async () => {
  server = await startTestServer()
  staff = await server.as('staff')
  lawyer = await server.as('member')
  lawyerId = expectOk(await lawyer.get<{ person: { id: string } }>('/api/me')).person!.id
})
afterAll(() => server.close())

interface Made {
  readonly id: string
  readonly number: string
}
const create = async (): Promise<Made> =>
  expectOk(
    await staff.post('/api/cases', {
      channel: 'paper',
      topic: 'wages',
      employer: '某厂（虚构）',
      persons: [{ name: '某人（虚构）' }],
    }),
  ) as unknown as Made
const read = async (id: string) => expectOk(await staff.get<CaseDetail>(`/api/cases/${id}`)) as CaseDetail

/** The county's hourly look on a day. */
const lookOn = (today: CivilDate) =>
  server.rows((bare) => watchCounty(withScope(bare, { roles: ['admin'], today }), server.app.services))

/** What somebody's inbox holds about a case, oldest first. */
const told = async ({ number }: Made, client = staff) =>
  expectOk(
    await client.get<{ rows: { kind: string; title: string; lines: string[]; link: string }[] }>(
      '/api/my/notices?limit=100',
    ),
  )
    .rows!.filter((it) => ['case-deadline', 'case-callback'].includes(it.kind) && it.lines[0]!.includes(number))
    .map(({ title, lines, link }) => [title, lines.join(), link])
    .toReversed()

const COMING = '法律援助案件有期限快到'
const MISSED = '法律援助案件有期限过了'

it('tells of a last day three days before it and once it is over, each once, and no longer after a week', async () => {
  const made = await create()
  const link = `/console/cases/${made.id}`
  const coming = [COMING, `案号 ${made.number}：决定是否受理，最迟 2026-12-07（法律援助法第四十三条）。`, link]
  const missed = [
    MISSED,
    `案号 ${made.number}：决定是否受理，最迟是 2026-12-07，已经过了（法律援助法第四十三条）。`,
    link,
  ]
  await lookOn('2026-12-03')
  expect(await told(made)).toEqual([])
  for (const day of ['2026-12-04', '2026-12-04', '2026-12-07']) await lookOn(day)
  expect(await told(made)).toEqual([coming])
  for (const day of ['2026-12-08', '2026-12-14']) await lookOn(day)
  expect(await told(made)).toEqual([coming, missed])
  const late = await create()
  await lookOn('2026-12-15')
  expect(await told(late)).toEqual([])
})

it('tells the office and each who works on the case, by the page that each has', async () => {
  const made = await create()
  expectOk(await staff.post(`/api/cases/${made.id}/accept`, { path: 'mediation' }))
  expectOk(await staff.post(`/api/cases/${made.id}/people`, { personId: lawyerId, duty: 'lawyer' }))
  expectOk(await staff.post(`/api/cases/${made.id}/steps`, { kind: 'mediation_asked', on: '2026-11-20' }))
  await lookOn('2026-12-04')
  const line = `案号 ${made.number}：调解期限，最迟 2026-12-07（劳动争议调解仲裁法第十四条）。`
  expect(await told(made)).toEqual([[COMING, line, `/console/cases/${made.id}`]])
  expect(await told(made, lawyer)).toEqual([[COMING, line, `/m/cases/${made.id}`]])
  // What was done in time is not told as missed.
  expectOk(await staff.post(`/api/cases/${made.id}/steps`, { kind: 'mediated', on: '2026-11-30' }))
  await lookOn('2026-12-08')
  expect(await told(made)).toHaveLength(1)
})

it('closes advice a week after it was delivered, leaves what lacks something, and asks for the call-back', async () => {
  const whole = await create()
  const bare = await create()
  const represented = await create()
  for (const [made, path] of [
    [whole, 'advice'],
    [bare, 'advice'],
    [represented, 'arbitration'],
  ] as const) {
    expectOk(await staff.post(`/api/cases/${made.id}/accept`, { path }))
    const [person] = (await read(made.id)).persons
    const of = `/api/cases/${made.id}/claimants/${person!.id}`
    if (made !== bare)
      expectOk(await staff.call('PUT', `${of}/outcome`, { version: person!.version, body: { outcome: 'advised' } }))
    const body = { text: '已答复', deliveredOn: '2026-11-30', deliveredBy: 'phone' }
    expectOk(await staff.call('PUT', `${of}/answer`, { body }))
  }
  const states = () => Promise.all([whole, bare, represented].map(async ({ id }) => (await read(id)).status))
  await lookOn('2026-12-06')
  expect(await states()).toEqual(['open', 'open', 'open'])
  await lookOn('2026-12-07')
  expect(await states()).toEqual(['closed', 'open', 'open'])

  const asked = async () => (await told(whole)).filter(([title]) => title === '有法律援助案件该回访了')
  await lookOn('2027-01-05')
  expect(await asked()).toEqual([])
  for (const day of ['2027-01-06', '2027-01-07']) await lookOn(day)
  expect(await asked()).toHaveLength(1)
})
