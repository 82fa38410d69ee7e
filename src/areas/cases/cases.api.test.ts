import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../platform/base/ids.ts'
import { startTestServer, type Client, type TestServer } from '../../../tests/support/server.ts'
import { expectOk } from '../../../tests/support/visit-steps.ts'
import type { CaseDetail, CaseRow } from './contract.ts'

let server: TestServer
let staff: Client
let admin: Client
let lawyer: Client
let lawyerId: string

// Names and words that must lie open nowhere.
const CANARY = '金丝雀小满'

beforeAll(async () => {
  server = await startTestServer()
  staff = await server.as('staff')
  admin = await server.as('admin')
  lawyer = await server.as('member')
  lawyerId = expectOk(await lawyer.get<{ person: { id: string } }>('/api/me')).person!.id
})
afterAll(() => server.close())

const five = (name: string) =>
  Array.from({ length: 5 }, (_, at) => ({ name: `${name}${at + 1}`, phone: `1380000000${at}` }))
const create = async (more: object = {}): Promise<{ id: string; number: string; followCode: string }> =>
  expectOk(
    await staff.post<{ id: string; number: string; followCode: string }>('/api/cases', {
      channel: 'clinic',
      topic: 'wages',
      employer: '某某纺织有限公司（虚构）',
      message: `${CANARY}：三个月没发工资`,
      peopleUnpaid: 5,
      persons: five(CANARY),
      ...more,
    }),
  ) as { id: string; number: string; followCode: string }
const read = async (id: string): Promise<CaseDetail> =>
  expectOk(await staff.get<CaseDetail>(`/api/cases/${id}`)) as CaseDetail
const outcome = (id: string, person: CaseDetail['persons'][number], body: object, client = staff) =>
  client.call('PUT', `/api/cases/${id}/claimants/${person.id}/outcome`, { version: person.version, body })
const answer = (id: string, claimantId: string, body: object, client = staff) =>
  client.call('PUT', `/api/cases/${id}/claimants/${claimantId}/answer`, { body })
const close = (id: string) => staff.post<{ lacks: unknown }>(`/api/cases/${id}/close`)
const wages = (amountFen: number) => ({ kind: 'wages', payer: 'employer', amountFen, agreedOn: '2026-11-30' })
const DELIVERED = { text: '工资已追回，请查收。', deliveredOn: '2026-11-30', deliveredBy: 'in_person' }
/** Everything the gate asks for, for every person. */
const finish = async (id: string): Promise<void> => {
  for (const person of (await read(id)).persons) {
    expectOk(await outcome(id, person, { outcome: 'settled', amounts: [wages(1_000_000)] }))
    expectOk(await answer(id, person.id, DELIVERED))
  }
}

describe('a group wage case of five', () => {
  let id: string
  it('is numbered, urgent, and told to staff without name or employer', async () => {
    const made = await create()
    id = made.id
    const row = expectOk(await staff.get<{ rows: CaseRow[] }>('/api/cases?urgent=true')).rows!.find(
      (it) => it.id === id,
    )!
    expect(row).toMatchObject({
      number: made.number,
      status: 'received',
      claimants: 5,
      urgencies: ['wages_of_several'],
    })
    expect(row.nextDeadline).toMatchObject({ kind: 'decide_aid', on: '2026-12-07', article: '法律援助法第四十三条' })
    const inbox = JSON.stringify((await staff.get('/api/my/notices')).body)
    expect(inbox).toContain(made.number)
    expect(inbox).not.toMatch(/纺织|金丝雀/)
  })

  it('is refused closing four times, each time with what is missing, and closes the fifth', async () => {
    expectOk(await staff.post(`/api/cases/${id}/accept`, { path: 'mediation' }))
    const lacksNow = async (): Promise<unknown> => {
      const refused = await close(id)
      expect([refused.status, refused.body.code]).toEqual([422, 'CASE_LACKS'])
      expect((await read(id)).status).toBe('open')
      return refused.body.lacks
    }
    const all = (lacks: readonly string[]) => [1, 2, 3, 4, 5].map((ordinal) => ({ ordinal, lacks }))
    expect(await lacksNow()).toEqual(all(['OUTCOME', 'AMOUNTS', 'ANSWER', 'DELIVERY']))
    for (const person of (await read(id)).persons) expectOk(await outcome(id, person, { outcome: 'mediated' }))
    expect(await lacksNow()).toEqual(all(['AMOUNTS', 'ANSWER', 'DELIVERY']))
    for (const person of (await read(id)).persons)
      expectOk(
        await outcome(
          id,
          person,
          person.ordinal === 5
            ? { outcome: 'mediated', noAmountReason: '已自行领到工资' }
            : { outcome: 'mediated', amounts: [wages(person.ordinal * 100_000)] },
        ),
      )
    expect(await lacksNow()).toEqual(all(['ANSWER', 'DELIVERY']))
    for (const { id: of } of (await read(id)).persons) expectOk(await answer(id, of, { text: '工资已追回。' }))
    const last = await close(id)
    expect(last.body.lacks).toEqual(all(['DELIVERY']))
    expect(last.body.detail).toContain('第1位当事人：答复还没有送到本人')
    for (const { id: of } of (await read(id)).persons) expectOk(await answer(id, of, DELIVERED))
    expect(expectOk(await close(id))).toMatchObject({ status: 'closed', callbackDueOn: '2026-12-30' })
  })

  it('is not changed once closed', async () => {
    const [first] = (await read(id)).persons
    for (const refused of [
      await outcome(id, first!, { outcome: 'withdrawn' }),
      await answer(id, first!.id, DELIVERED),
      await staff.post(`/api/cases/${id}/claimants`, { name: '又一位' }),
      await staff.post(`/api/cases/${id}/accept`, { path: 'court' }),
      await close(id),
    ])
      expect([refused.status, refused.body.code]).toEqual([409, 'CASE_STATE'])
  })

  it('counts in the year’s figures with its cases, and shows few to others as hidden', async () => {
    const own = expectOk(await staff.get<Record<string, never>>('/api/case-figures?year=2026')) as Record<
      string,
      unknown
    >
    const paid = (own.amounts as { kind: string; amountFen: number; people: number; cases: { id: string }[] }[]).find(
      (it) => it.kind === 'wages',
    )!
    expect(paid.cases.map((it) => it.id)).toContain(id)
    // The demo county has a group case of its own, with two million fen.
    expect(paid.amountFen).toBe(100_000 + 200_000 + 300_000 + 400_000 + 2_000_000)
    expect(own.groupWage).toBe(2)
    const chair = await server.as('chair')
    const told = expectOk(await chair.get('/api/case-figures?year=2026')) as Record<string, unknown>
    expect(told).toMatchObject({ groupWage: null, closed: null, topics: null, hidden: true })
    expect((told.amounts as { paidFen: null; cases: [] }[])[0]).toMatchObject({ paidFen: null, cases: [] })
  })

  it('opens again by right when a call-back says no, for that person alone', async () => {
    const [first, second] = (await read(id)).persons
    const call = (claimantId: string, body: object) =>
      staff.post(`/api/cases/${id}/claimants/${claimantId}/callbacks`, body)
    const half = await call(first!.id, { calledOn: '2026-11-30', reached: true })
    expect(half.body.code).toBe('CALLBACK_HALF')
    expect(expectOk(await call(first!.id, { calledOn: '2026-11-30', reached: false }))).toEqual({ status: 'closed' })
    expect(expectOk(await call(second!.id, { calledOn: '2026-11-30', reached: true, settled: true }))).toEqual({
      status: 'closed',
    })
    const no = { calledOn: '2026-11-30', reached: true, settled: false, note: '第三个月还没发' }
    expect(expectOk(await call(first!.id, no))).toEqual({ status: 'open' })
    const now = await read(id)
    expect(now.lacks).toEqual([{ ordinal: 1, lacks: ['ANSWER', 'DELIVERY'] }])
    expect(now.persons[0]).toMatchObject({ round: 2, answers: [{ round: 1 }] })
    expect((await close(id)).body.code).toBe('CASE_LACKS')
    expectOk(await answer(id, first!.id, { ...DELIVERED, text: '第三个月也已补发。' }))
    expectOk(await close(id))
  })
})

describe('many at once', () => {
  it('closes what is whole and says of the rest what it lacks', async () => {
    const [whole, bare] = [await create(), await create()]
    await finish(whole.id)
    const { results } = expectOk(
      await staff.post<{ results: { id: string; closed: boolean; code: string | null; lacks: unknown[] }[] }>(
        '/api/cases/close',
        { ids: [whole.id, bare.id, newId()] },
      ),
    )
    const by = (id: string) => results!.find((it) => it.id === id)!
    expect(by(whole.id)).toMatchObject({ closed: true, code: null })
    expect(by(bare.id)).toMatchObject({ closed: false, code: 'CASE_LACKS' })
    expect(by(bare.id).lacks).toHaveLength(5)
    expect(results!.filter((it) => it.code === 'NOT_FOUND')).toHaveLength(1)
    expect((await read(bare.id)).status).toBe('received')
  })

  it('gives numbers without gap or double under twenty at once', async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => create({ persons: [] })))
    const ordinals = made.map((it) => Number(it.number.split('-')[1])).toSorted((a, b) => a - b)
    expect(ordinals).toEqual(ordinals.map((_, at) => ordinals[0]! + at))
  })
})

describe('who works on a case', () => {
  it('keeps a lawyer with a tie to the employer off the case', async () => {
    const tie = expectOk(
      await staff.post<{ id: string }>('/api/lawyer-ties', { personId: lawyerId, employer: '丁电子有限责任公司' }),
    )
    const { id } = await create({ employer: '丁电子有限公司' })
    const refused = await staff.post(`/api/cases/${id}/people`, { personId: lawyerId, duty: 'lawyer' })
    expect([refused.status, refused.body.code]).toEqual([409, 'LAWYER_CONFLICT'])
    expectOk(await staff.call('DELETE', `/api/lawyer-ties/${tie.id}`))
    expectOk(await staff.post(`/api/cases/${id}/people`, { personId: lawyerId, duty: 'lawyer' }))
    const again = await staff.post(`/api/cases/${id}/people`, { personId: lawyerId, duty: 'clerk' })
    expect(again.body.code).toBe('ALREADY_ASSIGNED')
    // Known too late: the case to be given to somebody else is named, and no other.
    const late = expectOk(
      await staff.post<{ id: string; cases: { id: string }[] }>('/api/lawyer-ties', {
        personId: lawyerId,
        employer: '丁电子公司',
      }),
    )
    expect(late.cases!.map((it) => it.id)).toEqual([id])
    expectOk(await staff.call('DELETE', `/api/lawyer-ties/${late.id}`))
  })

  it('is set right later: path and answers, not against the employer of who works on it, not over another', async () => {
    const { id } = await create({ employer: '戊电子有限公司' })
    expectOk(await staff.post(`/api/cases/${id}/accept`, { path: 'advice' }))
    expectOk(await staff.post(`/api/cases/${id}/people`, { personId: lawyerId, duty: 'lawyer' }))
    const { version } = await read(id)
    const edit = (body: object, at = version) => staff.call('PATCH', `/api/cases/${id}`, { version: at, body })
    expectOk(await edit({ path: 'arbitration', stillEmployed: false, leftOn: '2026-06-30' }))
    const seen = await read(id)
    expect(seen).toMatchObject({ path: 'arbitration', status: 'open', leftOn: '2026-06-30' })
    // One year from leaving is known now.
    expect(seen.deadlines.find((it) => it.kind === 'limitation')?.on).toBe('2027-06-30')
    const late = await edit({ path: 'court' })
    expect([late.status, late.body.code]).toEqual([409, 'STALE'])
    expect(late.body.differs).toContainEqual({ field: 'path', yours: 'court', theirs: 'arbitration' })
    const tie = expectOk(
      await staff.post<{ id: string }>('/api/lawyer-ties', { personId: lawyerId, employer: '己电子有限公司' }),
    )
    const tied = await edit({ employer: '己电子有限责任公司' }, seen.version)
    expect([tied.status, tied.body.code]).toEqual([409, 'LAWYER_CONFLICT'])
    expectOk(await staff.call('DELETE', `/api/lawyer-ties/${tie.id}`))
    await finish(id)
    expectOk(await close(id))
    expect((await edit({ path: 'court' }, (await read(id)).version)).body.code).toBe('CASE_STATE')
  })
})

describe('asking for help by phone', () => {
  const ask = (more: object = {}, key: string = newId()) =>
    server.nobody.post<{ number: string; followCode: string }>(
      '/api/public/cases',
      {
        channel: 'phone',
        topic: 'termination',
        employer: '某某食品厂（虚构）',
        name: '周某',
        phone: '13900000000',
        message: '被口头辞退',
        claim: {
          region: '321324',
          employment: { start: '2024-03-01', end: '2026-10-31' },
          termination: { ground: 'unlawful' },
          wages: { averageMonthly: 5000 },
        },
        consent: true,
        ...more,
      },
      { key },
    )

  it('is taken in without an account, followed by a code, and objected to by the same', async () => {
    const { followCode, number } = expectOk(await ask())
    const follow = () => server.nobody.get(`/api/public/cases/${followCode}`)
    const seen = expectOk(await follow())
    expect(seen).toMatchObject({ number, status: 'received', mayObject: false })
    expect(JSON.stringify(seen)).not.toMatch(/周某|食品|辞退|139/)
    expect((await server.nobody.get(`/api/public/cases/${'0'.repeat(26)}`)).status).toBe(404)
    const row = expectOk(await staff.get<{ rows: CaseRow[] }>('/api/cases')).rows!.find((it) => it.number === number)!
    const [person] = (await read(row.id)).persons
    const computed = expectOk(
      await staff.get<{ entitlements: { lines: { code: string; amount?: number }[] } }>(
        `/api/cases/${row.id}/claimants/${person!.id}/entitlements`,
      ),
    )
    // 2 years 8 months: 3 months' wages, twice.
    expect(computed.entitlements!.lines.find((it) => it.code === 'unlawful_termination')?.amount).toBe(30_000)
    const early = await server.nobody.post(`/api/public/cases/${followCode}/objections`, { note: '没有解决' })
    expect(early.body.code).toBe('CASE_STATE')
    expectOk(await outcome(row.id, person!, { outcome: 'not_accepted' }))
    expectOk(await answer(row.id, person!.id, { ...DELIVERED, deliveredBy: 'phone' }))
    expectOk(await close(row.id))
    expect(expectOk(await follow())).toMatchObject({ status: 'closed', mayObject: true })
    expect(
      expectOk(await server.nobody.post(`/api/public/cases/${followCode}/objections`, { note: '没有解决' })),
    ).toEqual({
      status: 'open',
    })
    expect((await read(row.id)).lacks).toEqual([{ ordinal: 1, lacks: ['ANSWER', 'DELIVERY'] }])
  })

  it('is flagged by what unions ask first, as it was answered on the phone', async () => {
    const flagsOf = async (more: object) => {
      const { number } = expectOk(await ask(more))
      const row = expectOk(await staff.get<{ rows: CaseRow[] }>('/api/cases')).rows!.find((it) => it.number === number)!
      const { stillEmployed, leftOn, writtenContract } = await read(row.id)
      return [row.urgencies, stillEmployed, leftOn, writtenContract]
    }
    // The claim says when the job ended.
    expect(await flagsOf({})).toEqual([[], false, '2026-10-31', null])
    const working = { claim: {}, stillEmployed: true }
    expect(await flagsOf(working)).toEqual([[], true, null, null])
    const near = { stillEmployed: false, leftOn: '2025-12-15', writtenContract: false }
    expect(await flagsOf(near)).toEqual([['limitation_near'], false, '2025-12-15', false])
    expect(await flagsOf({ ...working, peopleUnpaid: 3 })).toEqual([['wages_of_several'], true, null, null])
    expect((await flagsOf({ peopleUnpaid: 10, pregnant: true, topic: 'injury' }))[0]).toEqual([
      'collective',
      'wages_of_several',
      'injury',
      'pregnancy',
    ])
  })

  it('is refused without consent and with facts that are no claim', async () => {
    expect((await ask({ consent: false })).status).toBe(400)
    const wrong = await ask({ claim: { region: '321324', employment: { start: '昨天' } } })
    expect([wrong.status, wrong.body.code]).toEqual([422, 'CLAIM_INVALID'])
  })

  it('is sent once and told the same code again, which is kept nowhere in the clear', async () => {
    const key = newId()
    const [first, second] = [await ask({}, key), await ask({}, key)]
    expect(second.body).toEqual(expectOk(first))
    expect(second.headers.get('idempotency-replayed')).toBe('true')
    const kept = await server.rows(({ tx, scope }) =>
      tx.selectFrom('idempotency_keys').selectAll().where('org_id', '=', scope.orgId).execute(),
    )
    expect(kept.find((it) => it.key === key)?.answer).toEqual(expect.any(String))
    expect(JSON.stringify(kept)).not.toContain(first.body.followCode)
  })
})

describe('a legal figure that waits for its second person', () => {
  it('names the open cases whose amounts would change, and changes them once confirmed', async () => {
    const person = (averageMonthly: number) => ({
      name: '高薪某',
      claim: {
        region: '321324',
        employment: { start: '2023-11-01', end: '2026-10-31' },
        termination: { ground: 'unlawful' },
        wages: { averageMonthly },
      },
    })
    const { id, number } = await create({ persons: [person(40_000), person(5_000)] })
    const propose = expectOk(
      await admin.post<{ id: string }>('/api/parameters', {
        concept: 'local_avg_monthly_wage',
        region: '321300',
        effective: '2026-01-01',
        value: 8_000,
        trust: 'UNVERIFIED',
        source: '试验用的数，不是公布的数',
      }),
    )
    const chair = await server.as('chair')
    const path = `/api/parameters/${propose.id}/effects`
    const seen = expectOk(await admin.get<{ rows: { number: string; ordinal: number; lines: unknown[] }[] }>(path))
    // 3 W = 24,000: three years at 40,000 were 240,000 doubled, and are 144,000.
    const own = (seen.rows ?? []).filter((it) => it.number === number)
    expect(own).toEqual([
      {
        caseId: id,
        number,
        ordinal: 1,
        lines: [{ code: 'unlawful_termination', before: 240_000, after: 144_000 }],
      },
    ])
    expect(expectOk(await chair.get(path))).toMatchObject({ changed: (seen.rows ?? []).length, rows: [] })
    expectOk(await chair.post(`/api/parameters/${propose.id}/confirmation`))
    const [first] = (await read(id)).persons
    const computed = expectOk(
      await staff.get<{ entitlements: { lines: { code: string; amount?: number }[] } }>(
        `/api/cases/${id}/claimants/${first!.id}/entitlements`,
      ),
    )
    expect(computed.entitlements!.lines.find((it) => it.code === 'unlawful_termination')?.amount).toBe(144_000)
    expect((await admin.get(path)).status).toBe(404)
  })
})
