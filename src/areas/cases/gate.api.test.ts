import fc from 'fast-check'
import { sql, type RawBuilder } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AnyOperation } from '../../platform/base/operation.ts'
import { withScope } from '../../platform/server/db/scope.ts'
import { writeWorkbook } from '../../platform/server/spreadsheets/write-workbook.ts'
import { startTestServer, type Client, type TestServer } from '../../../tests/support/server.ts'
import { expectOk } from '../../../tests/support/visit-steps.ts'
import type { CaseDetail } from './contract.ts'
import * as contract from './contract.ts'
import { sheetTitles } from './domain/index.ts'
import { watchCounty } from './server/watch-cases.ts'

let server: TestServer
let staff: Client
let lawyerId: string
beforeAll(async () => {
  server = await startTestServer()
  staff = await server.as('staff')
  const lawyer = await server.as('member')
  lawyerId = expectOk(await lawyer.get<{ person: { id: string } }>('/api/me')).person!.id
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

/** All that a closed case says of its people, by case. */
const closedCases = async (): Promise<ReadonlyMap<string, string>> => {
  const rows = await server.rows(
    async ({ tx }) =>
      (
        await sql<{ id: string; said: string }>`
          SELECT c.id, concat_ws(' ', c.topic, c.path, c.employer,
            (SELECT string_agg(concat_ws(' ', p.ordinal, p.round, p.outcome, p.no_amount_reason, p.sealed), ' ' ORDER BY p.ordinal)
              FROM case_claimants p WHERE p.case_id = c.id),
            (SELECT string_agg(a::text, ' ' ORDER BY a.id) FROM case_amounts a JOIN case_claimants p ON p.id = a.claimant_id WHERE p.case_id = c.id),
            (SELECT string_agg(a::text, ' ' ORDER BY a.id) FROM case_answers a JOIN case_claimants p ON p.id = a.claimant_id WHERE p.case_id = c.id),
            (SELECT string_agg(s::text, ' ' ORDER BY s.id) FROM case_steps s WHERE s.case_id = c.id),
            (SELECT string_agg(e::text, ' ' ORDER BY e.id) FROM case_evidence e WHERE e.case_id = c.id)) AS said
          FROM cases c WHERE c.status = 'closed'`.execute(tx)
      ).rows,
  )
  return new Map(rows.map((it) => [it.id, it.said]))
}

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

interface Subject {
  readonly id: string
  readonly followCode: string
  /** Of an item of evidence. */
  readonly evidence: string
}
type Way = (it: Subject, at: number, free: number) => Promise<unknown>
const read = async (id: string) => (await staff.get<CaseDetail>(`/api/cases/${id}`)).body as CaseDetail
const persons = async (id: string) => (await read(id)).persons
const wages = { kind: 'wages', payer: 'employer', amountFen: 100, agreedOn: '2026-11-30' }

/** A call about one of the people in the case, where there is one. */
const toPerson =
  (method: string, part: string, bodyOf: (free: number) => object): Way =>
  async (it, at, free) => {
    const list = await persons(it.id)
    const person = list[at % Math.max(1, list.length)]
    if (!person) return
    await staff.call(method, `/api/cases/${it.id}/claimants/${person.id}${part}`, {
      version: person.version,
      body: bodyOf(free),
    })
  }
const outcomes = [
  { outcome: 'advised' },
  { outcome: 'settled', amounts: [wages] },
  { outcome: 'settled' },
  { outcome: 'awarded', noAmountReason: '恢复劳动关系' },
]
const form = (): FormData => {
  const it = new FormData()
  it.append('file', new Blob(['工资条']), '工资条.txt')
  return it
}

/** Every operation that writes about a case, with what chance gives it. */
const written: Readonly<Record<string, Way>> = {
  'cases.takeIn': () =>
    server.nobody.post('/api/public/cases', { channel: 'phone', topic: 'leave', phone: '13900000000', consent: true }),
  'cases.createCase': () => staff.post('/api/cases', { channel: 'paper', topic: 'leave', employer: '某厂（虚构）' }),
  'cases.editCase': async (it, _, free) =>
    staff.call('PATCH', `/api/cases/${it.id}`, {
      version: (await read(it.id)).version,
      body: free % 2 ? { topic: 'leave' } : { path: 'advice' },
    }),
  'cases.acceptCase': (it, _, free) =>
    staff.post(`/api/cases/${it.id}/accept`, { path: ['advice', 'mediation', 'arbitration'][free % 3] }),
  'cases.assignPerson': (it) => staff.post(`/api/cases/${it.id}/people`, { personId: lawyerId, duty: 'lawyer' }),
  'cases.removePerson': (it) => staff.call('DELETE', `/api/cases/${it.id}/people/${lawyerId}`),
  'cases.addStep': (it) => staff.post(`/api/cases/${it.id}/steps`, { kind: 'mediated', on: '2026-11-20' }),
  'cases.addEvidence': (it) => staff.post(`/api/cases/${it.id}/evidence`, { state: 'have', item: '考勤表' }),
  'cases.editEvidence': (it, _, free) =>
    staff.call('PATCH', `/api/cases/${it.id}/evidence/${it.evidence}`, { version: 1 + free, body: { note: '复印件' } }),
  'cases.addEvidenceFile': (it) =>
    staff.call('POST', `/api/cases/${it.id}/evidence/${it.evidence}/file`, { form: form() }),
  'cases.addClaimant': (it) => staff.post(`/api/cases/${it.id}/claimants`, { name: '又一位' }),
  'cases.editClaimant': toPerson('PATCH', '', () => ({ phone: '13900000000' })),
  'cases.setOutcome': toPerson('PUT', '/outcome', (free) => outcomes[free % 4]!),
  'cases.answerClaimant': toPerson('PUT', '/answer', (free) => ({
    text: '已答复',
    ...(free % 3 > 0 ? { deliveredOn: '2026-11-20', deliveredBy: 'phone' } : {}),
  })),
  'cases.closeCase': (it) => staff.post(`/api/cases/${it.id}/close`),
  'cases.closeCases': (it) => staff.post('/api/cases/close', { ids: [it.id] }),
  'cases.callBack': toPerson('POST', '/callbacks', (free) => ({
    calledOn: '2026-11-30',
    reached: true,
    settled: free % 2 === 0,
  })),
  'cases.objectToClosure': (it) =>
    server.nobody.post(`/api/public/cases/${it.followCode}/objections`, { note: '没有解决' }),
  'cases.importCases': (_, at, free) => {
    const unanswered = free % 2 ? {} : { 答复: '', 送达日期: '', 送达方式: '' }
    const of = { 案件编号: `2024-${at}`, 约定日期: '2024-06-30' }
    return ledger([
      { ...whole, ...unanswered, ...of },
      { ...whole, ...of, 姓名: '乙某' },
    ])
  },
}
/** Ways that are no single operation. */
const ways: Readonly<Record<string, Way>> = {
  ...written,
  everyoneAnswered: async (it) => {
    for (const person of await persons(it.id)) {
      const path = `/api/cases/${it.id}/claimants/${person.id}`
      await staff.call('PUT', `${path}/outcome`, { version: person.version, body: { outcome: 'advised' } })
      await staff.call('PUT', `${path}/answer`, {
        body: { text: '已答复', deliveredOn: '2026-11-20', deliveredBy: 'phone' },
      })
    }
  },
  closeOnceMore: (it) => staff.post(`/api/cases/${it.id}/close`, {}, { key: `close ${it.id}` }),
  atOnce: (it) =>
    Promise.all([
      staff.post(`/api/cases/${it.id}/close`),
      staff.post(`/api/cases/${it.id}/claimants`, { name: '赶来的' }),
      written['cases.answerClaimant']!(it, 0, 0),
      staff.post('/api/cases/close', { ids: [it.id] }),
    ]),
  job: () => server.rows((bare) => watchCounty(withScope(bare, { roles: ['admin'] }), server.app.services)),
}

const made = async (body: object): Promise<Subject> => {
  const it = expectOk(
    await staff.post('/api/cases', {
      channel: 'paper',
      topic: 'wages',
      employer: '某厂（虚构）',
      ...body,
    }),
  ) as unknown as Subject
  const item = expectOk(
    await staff.post<{ id: string }>(`/api/cases/${it.id}/evidence`, { state: 'can_get', item: '工资条' }),
  )
  return { ...it, evidence: item.id! }
}

it('drives every operation that writes about cases', () => {
  const writing = Object.values(contract)
    .filter((it): it is AnyOperation & typeof it => typeof it === 'object' && 'access' in it)
    .filter((it: AnyOperation) => it.method !== 'GET')
    .map((it) => it.name)
  const apart = ['cases.recordClinic', 'cases.addTie', 'cases.removeTie']
  expect(Object.keys(written).toSorted()).toEqual(writing.filter((name) => !apart.includes(name)).toSorted())
})

it('is the only way to a closed case, and a closed case stays as it was closed, whatever is written', async () => {
  let closings = 0
  // Answers and closings come more often, so that closed cases are reached and then attacked.
  const names = [...Object.keys(ways), 'everyoneAnswered', 'everyoneAnswered', 'cases.closeCase', 'job']
  const step = fc.record({ way: fc.constantFrom(...names), at: fc.nat(3), free: fc.nat(11) })
  const [seed, numRuns] = [Number(process.env['GATE_SEED'] ?? 20261124), Number(process.env['GATE_RUNS'] ?? 60)]
  await fc.assert(
    fc.asyncProperty(fc.nat(3), fc.array(step, { minLength: 4, maxLength: 14 }), async (people, steps) => {
      const it = await made({ persons: Array.from({ length: people }, () => ({ name: '某人' })) })
      for (const { way, at, free } of steps) {
        const before = await closedCases()
        const answers = [await ways[way]!(it, at, free)].flat() as ({ status?: number } | undefined)[]
        // What only the database kept from being written is a hole in the gate as well.
        for (const { status } of answers.flatMap((one) => one ?? [])) expect([way, status ?? 200]).not.toContain(500)
        expect(await closedTooEarly()).toEqual([])
        const after = await closedCases()
        for (const [id, said] of before) if (after.has(id)) expect([way, after.get(id)]).toEqual([way, said])
      }
      if ((await statusOf(it.id)) === 'closed') closings++
    }),
    { numRuns, seed },
  )
  // The sequences do reach closed cases; else this would prove nothing.
  expect(closings).toBeGreaterThan(5)
}, 600_000)

describe('the rows themselves', () => {
  let open: Subject
  let closed: Subject
  let amount: Subject
  beforeAll(async () => {
    open = await made({ persons: [{ name: '甲某' }] })
    closed = await made({ persons: [{ name: '甲某' }] })
    amount = await made({ persons: [{ name: '甲某' }] })
    await ways['everyoneAnswered']!(closed, 0, 0)
    await ways['everyoneAnswered']!(amount, 0, 0)
    await written['cases.setOutcome']!(amount, 0, 1)
    for (const it of [closed, amount]) expectOk(await staff.post(`/api/cases/${it.id}/close`))
  })
  const inCase = (it: Subject) => sql`(SELECT id FROM case_claimants WHERE case_id = ${it.id})`
  const attacks: readonly (readonly [string, () => readonly RawBuilder<unknown>[]])[] = [
    ['closing bare', () => [sql`UPDATE cases SET status = 'closed' WHERE id = ${open.id}`]],
    [
      'closing with a day',
      () => [sql`UPDATE cases SET status = 'closed', closed_on = '2026-11-30', closed_with = 1 WHERE id = ${open.id}`],
    ],
    [
      'closing with its people',
      () => [
        sql`UPDATE cases SET status = 'closed', closed_on = '2026-11-30', closed_with = 1 WHERE id = ${open.id}`,
        sql`UPDATE case_claimants SET case_status = 'closed' WHERE case_id = ${open.id}`,
      ],
    ],
    [
      'one more person',
      () => [
        sql`INSERT INTO case_claimants (org_id, id, case_id, ordinal, sealed, case_status)
          SELECT org_id, gen_random_uuid(), id, 9, '', 'closed' FROM cases WHERE id = ${closed.id}`,
      ],
    ],
    ['no outcome', () => [sql`UPDATE case_claimants SET outcome = NULL WHERE case_id = ${closed.id}`]],
    ['a next round', () => [sql`UPDATE case_claimants SET round = round + 1 WHERE case_id = ${closed.id}`]],
    ['no answer', () => [sql`DELETE FROM case_answers WHERE claimant_id IN ${inCase(closed)}`]],
    [
      'an answer not delivered',
      () => [
        sql`UPDATE case_answers SET delivered = false, delivered_on = NULL, delivered_by = NULL
          WHERE claimant_id IN ${inCase(closed)}`,
      ],
    ],
    ['no amount', () => [sql`DELETE FROM case_amounts WHERE claimant_id IN ${inCase(amount)}`]],
    [
      'nobody',
      () => [
        sql`UPDATE case_evidence SET claimant_id = NULL WHERE case_id = ${closed.id}`,
        sql`DELETE FROM case_claimants WHERE case_id = ${closed.id}`,
      ],
    ],
  ]
  it.each(attacks)('refuse %s', async (_, statements) => {
    const work = server.rows(async ({ tx }) => {
      for (const one of statements()) await one.execute(tx)
    })
    await expect(work).rejects.toThrow(/violates (check|foreign key) constraint/)
    expect(await closedTooEarly()).toEqual([])
  })
})

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
  const advised = async () => {
    const it = await made({ topic: 'leave', persons: [{ name: '丙某' }, { name: '丁某' }] })
    expectOk(await staff.post(`/api/cases/${it.id}/accept`, { path: 'advice' }))
    return it
  }
  const [ready, half] = [await advised(), await advised()]
  await ways['everyoneAnswered']!(ready, 0, 0)
  const [person] = await persons(half.id)
  await staff.call('PUT', `/api/cases/${half.id}/claimants/${person!.id}/answer`, {
    body: { text: '已答复', deliveredOn: '2026-11-20', deliveredBy: 'phone' },
  })
  await ways['job']!(ready, 0, 0)
  expect([await statusOf(ready.id), await statusOf(half.id)]).toEqual(['closed', 'open'])
})
