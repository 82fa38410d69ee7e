import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { withScope } from '../../platform/server/db/scope.ts'
import { writeWorkbook } from '../../platform/server/spreadsheets/write-workbook.ts'
import { startTestServer, type Client, type TestServer } from '../../../tests/support/server.ts'
import { expectOk } from '../../../tests/support/visit-steps.ts'
import type { CaseDetail } from './contract.ts'
import { sheetTitles } from './domain/index.ts'
import { watchCounty } from './server/watch-cases.ts'

let server: TestServer
let staff: Client
beforeAll(async () => {
  server = await startTestServer()
  staff = await server.as('staff')
})
afterAll(() => server.close())

/** Closed cases in which somebody lacks an outcome, stated money, or a delivered answer of the present round. */
const closedTooEarly = () =>
  server.rows(
    async ({ tx }) =>
      (
        await sql<{ id: string }>`
          SELECT c.id FROM cases c WHERE c.status = 'closed' AND (
            NOT EXISTS (SELECT 1 FROM case_claimants p WHERE p.case_id = c.id)
            OR EXISTS (
              SELECT 1 FROM case_claimants p WHERE p.case_id = c.id AND (
                p.outcome IS NULL
                OR (p.outcome IN ('settled', 'mediated', 'awarded', 'judged') AND coalesce(p.no_amount_reason, '') = ''
                    AND NOT EXISTS (SELECT 1 FROM case_amounts a WHERE a.claimant_id = p.id))
                OR NOT EXISTS (SELECT 1 FROM case_answers a WHERE a.claimant_id = p.id AND a.round = p.round
                    AND a.delivered_on IS NOT NULL))))`.execute(tx)
      ).rows,
  )

const statusOf = async (id: string): Promise<string> =>
  ((await staff.get<CaseDetail>(`/api/cases/${id}`)).body as CaseDetail).status

interface Subject {
  readonly id: string
  readonly followCode: string
}
const persons = async (id: string) => ((await staff.get<CaseDetail>(`/api/cases/${id}`)).body as CaseDetail).persons
const wages = { kind: 'wages', payer: 'employer', amountFen: 100, agreedOn: '2026-11-30' }

/** Every way in which anything about a case is written, with what chance gives it. */
const ways: Readonly<Record<string, (it: Subject, at: number, free: number) => Promise<unknown>>> = {
  accept: (it, _, free) =>
    staff.post(`/api/cases/${it.id}/accept`, { path: ['advice', 'mediation', 'arbitration'][free % 3] }),
  addPerson: (it) => staff.post(`/api/cases/${it.id}/claimants`, { name: '又一位' }),
  setOutcome: async (it, at, free) => {
    const list = await persons(it.id)
    const person = list[at % Math.max(1, list.length)]
    if (!person) return
    const body = [
      { outcome: 'advised' },
      { outcome: 'settled', amounts: [wages] },
      { outcome: 'settled' },
      { outcome: 'awarded', noAmountReason: '恢复劳动关系' },
    ][free % 4]
    await staff.call('PUT', `/api/cases/${it.id}/claimants/${person.id}/outcome`, { version: person.version, body })
  },
  answer: async (it, at, free) => {
    const list = await persons(it.id)
    const person = list[at % Math.max(1, list.length)]
    const delivered = free % 3 > 0 ? { deliveredOn: '2026-11-20', deliveredBy: 'phone' } : {}
    if (person)
      await staff.call('PUT', `/api/cases/${it.id}/claimants/${person.id}/answer`, {
        body: { text: '已答复', ...delivered },
      })
  },
  everyoneAnswered: async (it) => {
    for (const person of await persons(it.id)) {
      const path = `/api/cases/${it.id}/claimants/${person.id}`
      await staff.call('PUT', `${path}/outcome`, { version: person.version, body: { outcome: 'advised' } })
      await staff.call('PUT', `${path}/answer`, {
        body: { text: '已答复', deliveredOn: '2026-11-20', deliveredBy: 'phone' },
      })
    }
  },
  closeOne: (it) => staff.post(`/api/cases/${it.id}/close`),
  closeMany: (it) => staff.post('/api/cases/close', { ids: [it.id] }),
  closeTwiceAtOnce: (it) =>
    Promise.all([
      staff.post(`/api/cases/${it.id}/close`),
      staff.post(`/api/cases/${it.id}/claimants`, { name: '赶来的' }),
      staff.post('/api/cases/close', { ids: [it.id] }),
    ]),
  callBack: async (it, at, free) => {
    const list = await persons(it.id)
    const person = list[at % Math.max(1, list.length)]
    const body = { calledOn: '2026-11-30', reached: true, settled: free % 2 === 0 }
    if (person) await staff.post(`/api/cases/${it.id}/claimants/${person.id}/callbacks`, body)
  },
  object: (it) => server.nobody.post(`/api/public/cases/${it.followCode}/objections`, { note: '没有解决' }),
  job: () => server.rows((bare) => watchCounty(withScope(bare, { roles: ['admin'] }), server.app.services)),
}

it('is the only way to a closed case, whatever is written in whatever order', async () => {
  let closings = 0
  const step = fc.record({ way: fc.constantFrom(...Object.keys(ways)), at: fc.nat(3), free: fc.nat(11) })
  await fc.assert(
    fc.asyncProperty(fc.nat(3), fc.array(step, { minLength: 4, maxLength: 14 }), async (people, steps) => {
      const made = expectOk(
        await staff.post<{ id: string; followCode: string }>('/api/cases', {
          channel: 'paper',
          topic: 'wages',
          employer: '某厂（虚构）',
          persons: Array.from({ length: people }, () => ({ name: '某人' })),
        }),
      ) as Subject
      for (const { way, at, free } of steps) {
        await ways[way]!(made, at, free)
        expect(await closedTooEarly()).toEqual([])
      }
      if ((await statusOf(made.id)) === 'closed') closings++
    }),
    { numRuns: 60, seed: 20261124 },
  )
  // The sequences do reach closed cases; else this would prove nothing.
  expect(closings).toBeGreaterThan(5)
}, 120_000)

const ledger = async (rows: readonly Partial<Record<(typeof sheetTitles)[number], string>>[]) => {
  const bytes = await writeWorkbook({
    name: '台账',
    columns: sheetTitles.map((title) => ({
      title,
      width: 12,
      kind: 'text',
      value: (row: (typeof rows)[number]) => row[title] ?? null,
    })),
    rows,
  })
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), '台账.xlsx')
  return staff.call<Record<string, unknown>>('POST', '/api/case-imports', { form })
}
const whole = {
  案件编号: '2025-7',
  事由: '拖欠工资',
  用人单位: '某纺织厂（虚构）',
  姓名: '甲某',
  结果: '调解达成',
  金额种类: '工资',
  '金额（元）': '12,000.50',
  支付方: '用人单位',
  约定日期: '2025-06-30',
  答复: '工资已付清',
  送达日期: '2025年7月1日',
  送达方式: '当面',
}

it('lets a ledger in by the same gate: what is whole closes, the rest stays open, what is wrong is named', async () => {
  const again = { ...whole, 金额种类: '经济补偿金', '金额（元）': '500' }
  const unanswered = { ...whole, 案件编号: '2025-8', 答复: '', 送达日期: '', 送达方式: '' }
  const wrong = { ...whole, 案件编号: '2025-9', '金额（元）': '一千' }
  const first = expectOk(
    await ledger([whole, again, unanswered, { ...unanswered, 姓名: '乙某', 案件编号: '2025-8' }, wrong]),
  )
  expect(first).toMatchObject({ created: 2, closed: 1, unchanged: 0 })
  expect(first.open).toEqual([
    {
      number: '2025-8',
      lacks: [
        { ordinal: 1, lacks: ['ANSWER', 'DELIVERY'] },
        { ordinal: 2, lacks: ['ANSWER', 'DELIVERY'] },
      ],
    },
  ])
  expect(first.faults).toEqual([{ row: 6, column: '金额（元）', reason: '要写大于零的数，最多两位小数' }])
  expect(await closedTooEarly()).toEqual([])
  const figures = expectOk(await staff.get('/api/case-figures?year=2025')) as { recoveredFen: number }
  expect(figures.recoveredFen).toBe(1_200_050 + 50_000 + 2 * 1_200_050)
  expect(expectOk(await ledger([whole, again]))).toMatchObject({ created: 0, unchanged: 1 })
  const headless = await ledger([])
  expect([headless.status, expectOk(headless)]).toMatchObject([200, { created: 0 }])
})

it('closes advice by itself a week after it was delivered, and only what is whole', async () => {
  const made = async () => {
    const it = expectOk(
      await staff.post<{ id: string; followCode: string }>('/api/cases', {
        channel: 'console',
        topic: 'leave',
        employer: '某厂（虚构）',
        persons: [{ name: '丙某' }, { name: '丁某' }],
      }),
    ) as Subject
    expectOk(await staff.post(`/api/cases/${it.id}/accept`, { path: 'advice' }))
    return it
  }
  const [ready, half] = [await made(), await made()]
  await ways.everyoneAnswered!(ready, 0, 0)
  const [person] = await persons(half.id)
  await staff.call('PUT', `/api/cases/${half.id}/claimants/${person!.id}/answer`, {
    body: { text: '已答复', deliveredOn: '2026-11-20', deliveredBy: 'phone' },
  })
  await ways.job!(ready, 0, 0)
  expect([await statusOf(ready.id), await statusOf(half.id)]).toEqual(['closed', 'open'])
})
