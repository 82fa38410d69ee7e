import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OutputOf } from '../../platform/base/operation.ts'
import { startTestServer, type Client, type TestServer } from '../../../tests/support/server.ts'
import { expectOk } from '../../../tests/support/visit-steps.ts'
import type { CaseDetail, CaseRow, readFigures } from './contract.ts'

type Figures = OutputOf<typeof readFigures>
let server: TestServer
let staff: Client
let chair: Client

const amount = (
  kind: string,
  amountFen: number,
  agreedOn: string,
  paidOn: string | null = null,
  payer = 'employer',
) => ({
  kind,
  payer,
  amountFen,
  agreedOn,
  paidOn,
})

/** A case whose people got these amounts, one list a person. */
const caseWith = async (topic: string, people: readonly (readonly object[])[], close: boolean): Promise<void> => {
  const { id } = expectOk(
    await staff.post<{ id: string }>('/api/cases', {
      channel: 'paper',
      topic,
      employer: '某厂（虚构）',
      persons: people.map((_, at) => ({ name: `某${at + 1}` })),
    }),
  )
  const { persons } = expectOk(await staff.get<CaseDetail>(`/api/cases/${id}`)) as CaseDetail
  for (const [at, amounts] of people.entries()) {
    const path = `/api/cases/${id}/claimants/${persons[at]!.id}`
    expectOk(await staff.call('PUT', `${path}/outcome`, { version: 1, body: { outcome: 'settled', amounts } }))
    const body = { text: '已办好', deliveredOn: '2026-11-30', deliveredBy: 'phone' }
    expectOk(await staff.call('PUT', `${path}/answer`, { body }))
  }
  if (close) expectOk(await staff.post(`/api/cases/${id}/close`))
}

beforeAll(async () => {
  server = await startTestServer()
  staff = await server.as('staff')
  chair = await server.as('chair')
  const wages = (fen: number, paid: boolean) => [amount('wages', fen, '2026-06-30', paid ? '2026-07-01' : null)]
  await caseWith(
    'wages',
    [1, 2, 3, 4, 5].map((it) => wages(it * 100_003, it > 1)),
    true,
  )
  await caseWith('wages', [wages(77, true), [amount('wages', 88, '2025-12-31')]], true)
  await caseWith(
    'injury',
    [
      [
        amount('injury_medical', 1_200_000, '2026-01-01', '2026-02-01', 'fund'),
        amount('injury_employment', 450_000, '2026-01-01'),
        amount('injury_medical', 5, '2026-03-01', null, 'fund'),
      ],
    ],
    false,
  )
  for (let at = 0; at < 6; at++) await caseWith('termination', [[amount('damages', 1_000 + at, '2025-05-05')]], at < 5)
})
afterAll(() => server.close())

const figures = async (client: Client, year: number): Promise<Figures> =>
  expectOk(await client.get<Figures>(`/api/case-figures?year=${year}`)) as Figures

it.each([2024, 2025, 2026])('adds up %i as a count of the rows does, kind by kind, case by case', async (year) => {
  const counted = await server.rows(
    async ({ tx }) =>
      (
        await sql<{ kind: string; payer: string; caseId: string; fen: string; paid: string }>`
          SELECT a.kind, a.payer, p.case_id AS "caseId", sum(a.amount_fen) AS fen,
            sum(CASE WHEN a.paid_on IS NULL THEN 0 ELSE a.amount_fen END) AS paid
          FROM case_amounts a JOIN case_claimants p ON p.id = a.claimant_id
          WHERE extract(year FROM a.agreed_on) = ${year} GROUP BY 1, 2, 3`.execute(tx)
      ).rows,
  )
  const own = await figures(staff, year)
  const rows = own.amounts.flatMap((it) => it.cases.map((one) => `${it.kind} ${it.payer} ${one.id} ${one.amountFen}`))
  expect(rows.toSorted()).toEqual(counted.map((it) => `${it.kind} ${it.payer} ${it.caseId} ${it.fen}`).toSorted())
  const sum = (list: readonly (number | string | null)[]) => list.reduce<number>((all, it) => all + Number(it), 0)
  for (const it of own.amounts) {
    const same = counted.filter((one) => one.kind === it.kind && one.payer === it.payer)
    expect([it.amountFen, it.paidFen]).toEqual([sum(same.map((one) => one.fen)), sum(same.map((one) => one.paid))])
    expect(it.amountFen).toBe(sum(it.cases.map((one) => one.amountFen)))
  }
  expect(own.recoveredFen).toBe(sum(counted.map((it) => it.fen)))
  expect(own.hidden).toBe(false)
})

it('shows others what five or more stand behind, and nothing from which fewer could be told', async () => {
  const own = await figures(staff, 2026)
  // Three cases of seven people are the demo county's own, one of them closed, one of a group.
  expect(own).toMatchObject({ cases: 12, people: 21, closed: 8, groupWage: 2 })
  const told = await figures(chair, 2026)
  // Four of twelve are not closed, two of twelve are group cases: neither part is shown.
  expect(told).toMatchObject({ cases: 12, people: 21, closed: null, groupWage: null, recoveredFen: null, hidden: true })
  const by = (it: Figures, kind: string) => it.amounts.find((one) => one.kind === kind)
  // Eight people were awarded wages in 2026, two of them in the demo county; two of the eight are not paid yet.
  expect(by(told, 'wages')).toMatchObject({
    people: 8,
    amountFen: 15 * 100_003 + 77 + 2_000_000,
    paidFen: null,
    cases: [],
  })
  for (const kind of ['injury_medical', 'injury_employment'])
    expect(by(told, kind)).toMatchObject({ people: null, amountFen: null, paidFen: null, cases: [] })
  expect(await figures(chair, 2025)).toMatchObject({ recoveredFen: null, cases: 0 })
  expect(by(await figures(chair, 2025), 'damages')).toMatchObject({ people: 6, amountFen: 6_015, paidFen: 0 })
})

/** What the page of figures opens to: the rows under the same words as its links. */
const opened = async (search: string): Promise<CaseRow[]> =>
  expectOk(await staff.get<{ rows: CaseRow[] }>(`/api/cases?limit=500&year=2026${search}`)).rows!
const count = async (condition: string, what = 'count(*)'): Promise<number> =>
  Number(
    (await server.database.pool.query(`SELECT ${what} AS n FROM cases c WHERE c.year = 2026 AND ${condition}`)).rows[0]
      .n,
  )
const IN = '(SELECT count(*) FROM case_claimants p WHERE p.case_id = c.id)'

it('opens each count of the year to the cases that it counts', async () => {
  const { status } = await staff.post(`/api/cases/${(await opened('&topic=injury'))[0]!.id}/accept`, {
    path: 'arbitration',
  })
  expect(status).toBe(200)
  const own = await figures(staff, 2026)
  const same = async (shown: number | null, search: string, condition: string) => {
    const rows = await opened(search)
    expect([search, rows.length, await count(condition)]).toEqual([search, shown, shown])
  }
  await same(own.cases, '', 'true')
  await same(own.closed, '&status=closed', `c.status = 'closed'`)
  await same(own.groupWage, '&groupWage=true', `c.topic = 'wages' AND (c.people_unpaid >= 3 OR ${IN} >= 3)`)
  const people = (await opened('')).reduce((sum, it) => sum + it.claimants, 0)
  expect([people, await count('true', `sum(${IN})`)]).toEqual([own.people, own.people])
  for (const it of own.topics!) await same(it.cases, `&topic=${it.topic}`, `c.topic = '${it.topic}'`)
  for (const it of own.paths!)
    await same(it.cases, `&path=${it.path ?? 'none'}`, it.path ? `c.path = '${it.path}'` : 'c.path IS NULL')
  for (const parts of [own.topics!, own.paths!]) expect(parts.reduce((sum, it) => sum + it.cases, 0)).toBe(own.cases)
  // People of an amount, case by case.
  for (const it of own.amounts) {
    expect(it.people).toBe(it.cases.reduce((sum, one) => sum + one.people, 0))
    for (const one of it.cases) {
      const { rows } = await server.database.pool.query(
        `SELECT count(DISTINCT p.id)::int AS n FROM case_amounts a JOIN case_claimants p ON p.id = a.claimant_id
          WHERE p.case_id = $1 AND a.kind = $2 AND a.payer = $3 AND extract(year FROM a.agreed_on) = 2026`,
        [one.id, it.kind, it.payer],
      )
      expect(rows[0].n).toBe(one.people)
    }
  }
})

it('opens nothing for others, and tells no parts of which one is few', async () => {
  expect(await figures(chair, 2026)).toMatchObject({ topics: null, paths: null, hidden: true })
  expect((await chair.get('/api/cases?year=2026&topic=injury')).status).toBe(403)
})
