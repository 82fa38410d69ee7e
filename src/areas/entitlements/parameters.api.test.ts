import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../platform/base/ids.ts'
import type { AnyOperation, OutputOf } from '../../platform/base/operation.ts'
import { entitlementsOf } from '../../engines/entitlements/index.ts'
import { startTestServer, type Client, type TestServer } from '../../../tests/support/server.ts'
import { expectOk } from '../../../tests/support/visit-steps.ts'
import * as contract from './contract.ts'
import { parametersInForce } from './server/index.ts'

let server: TestServer
let admin: Client
let chair: Client

beforeAll(async () => {
  server = await startTestServer()
  admin = await server.as('admin')
  chair = await server.as('chair')
})
afterAll(() => server.close())

/** Invented figures. */
const average = (effective: string, value: unknown = 7000) => ({
  concept: 'local_avg_monthly_wage',
  region: '321300',
  effective,
  value,
  trust: 'CONFIRMED',
  source: '某统计局公报（虚构）',
  link: 'https://example.org/bulletin',
})
const propose = async (client: Client, body: object): Promise<string> =>
  expectOk(await client.post<{ id: string }>('/api/parameters', body)).id!
const list = async (on: string) =>
  expectOk(await admin.get(`/api/parameters?on=${on}`)) as unknown as OutputOf<typeof contract.listParameters>
const cityWage = async (on: string) =>
  (await list(on)).rows.find((it) => it.concept === 'local_avg_monthly_wage' && it.region === '321300')
const publicOnes = async () =>
  expectOk(await server.nobody.get('/api/public/parameters')) as unknown as OutputOf<typeof contract.readOwnParameters>

/** 2N of a worker at 30 000 a month who left on a day, by what the county computes with. */
const damages = (end: string): Promise<number | undefined> =>
  server.rows(async (context) => {
    const claim = {
      region: '321324',
      employment: { start: '2020-01-01', end },
      termination: { ground: 'unlawful' },
      wages: { averageMonthly: 30_000 },
    } as const
    return entitlementsOf(claim, await parametersInForce(context)).lines[0]?.amount
  })

describe('a figure of the county', () => {
  it('counts only when a second person has confirmed it, from its first day on', async () => {
    expect(await cityWage('2026-08-01')).toMatchObject({ effective: null, own: false, mayPropose: true })
    const id = await propose(admin, average('2026-07-01'))
    expect(await damages('2026-08-31')).toBe(30_000 * 7 * 2)
    expect((await publicOnes()).parameters).toEqual([])
    expect((await list('2026-08-01')).pending).toMatchObject([{ id, status: 'proposed', confirmedBy: null }])

    const same = await admin.post(`/api/parameters/${id}/confirmation`)
    expect([same.status, same.body.code]).toEqual([403, 'SAME_PERSON'])
    expect(await damages('2026-08-31')).toBe(30_000 * 7 * 2)

    expectOk(await chair.post(`/api/parameters/${id}/confirmation`))
    // Capped at three times 7 000.
    expect(await damages('2026-08-31')).toBe(21_000 * 7 * 2)
    // Facts of an earlier day are untouched.
    expect(await damages('2026-06-30')).toBe(30_000 * 7 * 2)
    expect(await cityWage('2026-08-01')).toMatchObject({
      effective: '2026-07-01',
      value: 7000,
      own: true,
      link: 'https://example.org/bulletin',
    })
    expect(await cityWage('2026-06-30')).toMatchObject({ effective: null, own: false })
    expect((await publicOnes()).parameters).toMatchObject([
      { concept: 'local_avg_monthly_wage', versions: [{ from: '2026-07-01', value: 7000 }] },
    ])
    expect((await list('2026-08-01')).pending).toEqual([])
    const twice = await chair.post(`/api/parameters/${id}/confirmation`)
    expect([twice.status, twice.body.code]).toEqual([409, 'PARAMETER_STATE'])
  })

  it('is not confirmed by its proposer even past the program: the database refuses', async () => {
    const id = await propose(admin, average('2027-07-01'))
    const write = server.rows(({ tx, scope }) =>
      tx
        .updateTable('parameter_versions')
        .set(({ ref }) => ({ confirmed_by: ref('proposed_by'), confirmed_at: scope.now }))
        .where('org_id', '=', scope.orgId)
        .where('id', '=', id)
        .execute(),
    )
    await expect(write).rejects.toThrow('parameter_versions_second_person_check')
    expectOk(await admin.post(`/api/parameters/${id}/withdrawal`, { reason: '试填' }))
  })

  it('stands once for a place and day, and is mended by withdrawing it with a second person', async () => {
    const refused = await admin.post('/api/parameters', average('2026-07-01', 7100))
    expect([refused.status, refused.body.code]).toEqual([409, 'VERSION_EXISTS'])
    const history = async () =>
      (
        expectOk(
          await admin.get('/api/parameters/history?concept=local_avg_monthly_wage&region=321300'),
        ) as unknown as OutputOf<typeof contract.readParameterHistory>
      ).own
    const id = (await history()).find((it) => it.status === 'confirmed')!.id

    const asked = expectOk(await chair.post(`/api/parameters/${id}/withdrawal`, { reason: '数字抄错' }))
    expect(asked).toMatchObject({ status: 'withdrawal-asked' })
    const alone = await chair.post(`/api/parameters/${id}/withdrawal`, { reason: '数字抄错' })
    expect([alone.status, alone.body.code]).toEqual([403, 'SAME_PERSON'])
    // Until the second person agrees it is in force.
    expect(await damages('2026-08-31')).toBe(21_000 * 7 * 2)
    expect(expectOk(await admin.post(`/api/parameters/${id}/withdrawal`, { reason: '同意' }))).toMatchObject({
      status: 'withdrawn',
    })
    expect(await damages('2026-08-31')).toBe(30_000 * 7 * 2)

    const next = await propose(chair, average('2026-07-01', 7100))
    expectOk(await admin.post(`/api/parameters/${next}/confirmation`))
    expect(await damages('2026-08-31')).toBe(21_300 * 7 * 2)
    expect((await history()).map((it) => [it.value, it.status, it.withdrawalReason])).toEqual([
      [7000, 'withdrawn', '数字抄错'],
      [7100, 'confirmed', ''],
      [7000, 'withdrawn', '试填'],
    ])
  })

  it('is refused in another form, without a source, or where the program alone decides', async () => {
    const answers = await Promise.all(
      [
        { ...average('2028-07-01'), value: '7000' },
        { ...average('2028-07-01'), source: '' },
        { ...average('2028-07-01'), concept: 'severance_cap_years', value: 12 },
        { ...average('2028-07-01'), link: 'javascript:alert(1)' },
        { ...average('2028-07-01'), effective: '2028-02-30' },
      ].map((body) => admin.post('/api/parameters', body)),
    )
    expect(answers.map((it) => it.status)).toEqual([422, 400, 400, 400, 400])
    expect(answers[0]!.body.detail).toContain('金额')
  })
})

it('lists what is not verified with its mark and every built-in figure with a source', async () => {
  const { rows } = await list('2026-11-01')
  expect(rows.find((it) => it.key === 'jiangsu_min_wage_monthly')).toMatchObject({ trust: 'UNVERIFIED', own: false })
  for (const row of rows) {
    expect([row.key, row.source.length > 3]).toEqual([row.key, true])
    expect([row.key, /https?:|（）/.test(row.source), /[；，。）]/.test(row.link)]).toEqual([row.key, false, false])
  }
})

// Who may call what; the sound body is refused for who asks.
const callers = ['nobody', 'worker', 'contact', 'member', 'leader', 'staff', 'chair'] as const
type Caller = (typeof callers)[number]
const row = (...status: readonly [number, number, number, number, number, number, number]) =>
  Object.fromEntries(callers.map((caller, at) => [caller, status[at]!])) as Record<Caller, number>
const keepers = (status: number) => row(401, 403, 403, 403, 403, 403, status)
const expected: Readonly<Record<string, Record<Caller, number>>> = {
  'entitlements.readOwnParameters': row(200, 200, 200, 200, 200, 200, 200),
  'entitlements.listParameters': row(401, 403, 403, 403, 200, 200, 200),
  'entitlements.readParameterHistory': row(401, 403, 403, 403, 200, 200, 200),
  'entitlements.proposeParameter': keepers(200),
  'entitlements.confirmParameter': keepers(404),
  'entitlements.withdrawParameter': keepers(404),
}
const bodies: Readonly<Record<string, object>> = {
  'entitlements.proposeParameter': average('2030-07-01'),
  'entitlements.withdrawParameter': { reason: '不是我的' },
}
const operations = Object.values(contract).filter(
  (one): one is typeof contract.listParameters & AnyOperation =>
    typeof one === 'object' && 'access' in one && 'path' in one,
) as readonly AnyOperation[]

it('says of every operation what strangers get', () => {
  expect(Object.keys(expected).toSorted()).toEqual(operations.map((one) => one.name).toSorted())
})

it.each(operations.map((one) => [one.name, one] as const))('%s answers each as it should', async (name, operation) => {
  for (const caller of callers) {
    const client = caller === 'nobody' ? server.nobody : await server.as(caller)
    const query = name.endsWith('History') ? '?concept=min_wage_class&region=321324' : ''
    const path = operation.path.replace(':id', newId()) + query
    const answer = await client.call(operation.method, path, { key: newId(), body: bodies[name] })
    expect([caller, answer.status]).toEqual([caller, expected[name]![caller]])
  }
})
