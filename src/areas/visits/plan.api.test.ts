import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type Client, type TestServer } from '../../../tests/support/server.ts'
import { expectOk, likelyMoves, MONTH, stepsOf } from '../../../tests/support/visit-steps.ts'
import type { Board, PlanVisit } from './contract.ts'

let server: TestServer
let staff: Client
let steps: ReturnType<typeof stepsOf>
beforeAll(async () => {
  server = await startTestServer()
  staff = await server.as('staff')
  steps = stepsOf(server, staff)
})
afterAll(() => server.close())

interface Judged {
  broken: { rule: string; code: string; text: string; requestId: string }[]
  scoreChange: number
}

const placeOf = (it: Pick<PlanVisit, 'teamId' | 'date' | 'startMinute'>) => ({
  teamId: it.teamId,
  date: it.date,
  startMinute: it.startMinute,
})
const judge = async (planId: string, requestId: string, place: ReturnType<typeof placeOf>): Promise<Judged> =>
  expectOk(await staff.post<Judged>(`/api/plans/${planId}/judge`, { requestId, ...place })) as Judged
const put = (planId: string, requestId: string, version: number, body: object) =>
  staff.call<{ score: number; scoreChange: number; version: number }>(
    'PUT',
    `/api/plans/${planId}/visits/${requestId}`,
    { version, body: { pinned: false, ...body } },
  )

/** A visit that can go to another day as well. */
const movableOf = async (board: Board): Promise<{ visit: PlanVisit; date: string }> => {
  for (const move of likelyMoves(board).filter((it) => !it.visit.pinned)) {
    const { requestId } = move.visit
    const { broken } = await judge(board.id, requestId, { ...placeOf(move.visit), date: move.date })
    if (broken.length === 0) return move
  }
  throw new Error('nothing can be moved')
}

describe('a plan of the month', () => {
  it('is searched with progress, and places every open request or says why not', async () => {
    const { operationId } = expectOk(
      await staff.post<{ operationId: string }>('/api/plans', { month: MONTH, iterations: 8_000 }),
    )
    const seen = new Set<number>()
    let body: Record<string, unknown>
    do {
      body = (await staff.get(`/api/operations/${operationId}`)).body
      seen.add(body.progress as number)
      await new Promise((done) => setTimeout(done, 50))
    } while (['queued', 'running'].includes(String(body.status)))
    expect(body).toMatchObject({ status: 'done', problem: null })
    expect([...seen].filter((it) => it > 0 && it < 1).length).toBeGreaterThan(0)

    const result = body.result as { planId: string; visits: number; unserved: number }
    const board = await steps.board(result.planId)
    expect([board.planned.length, board.left.length]).toEqual([result.visits, result.unserved])
    const open = await steps.requests('open')
    expect([...board.planned, ...board.left].map((it) => it.requestId).toSorted()).toEqual(
      open.map((it) => it.id).toSorted(),
    )
    for (const it of board.left) expect(it.reasonText.length).toBeGreaterThan(4)
    for (const it of board.left) if (it.wouldFit) expect(it.wouldFit.text).toMatch(/即可在12月\d+日/)
    expect(board.left.some((it) => it.wouldFit)).toBe(true)

    const { value, coverage, travel, change } = board.parts
    expect(value + coverage - travel - change).toBeCloseTo(board.score, 6)
    expect(board.days).toHaveLength(31)
    expect(board.coverage.pilots).toBe(136)
    for (const it of board.enterprises) expect(it.used).toBeLessThanOrEqual(it.allowed)
    for (const visit of board.planned.slice(0, 5))
      expect(await judge(board.id, visit.requestId, placeOf(visit))).toEqual({ broken: [], scoreChange: 0 })

    // Why each stands where it does: the other places named are possible and cost what they are said to.
    let others = 0
    for (const visit of board.planned.slice(0, 8)) {
      const why = expectOk(
        await staff.get<{ from: number; to: number; others: (ReturnType<typeof placeOf> & { cost: number })[] }>(
          `/api/plans/${board.id}/visits/${visit.requestId}/why`,
        ),
      )
      expect(why.from).toBeLessThanOrEqual(visit.startMinute)
      expect(why.to).toBeGreaterThanOrEqual(visit.startMinute)
      for (const { cost, ...place } of why.others!) {
        const { broken, scoreChange } = await judge(board.id, visit.requestId, place)
        expect(broken).toEqual([])
        expect(scoreChange).toBeCloseTo(-cost, 1)
        others++
      }
    }
    expect(others).toBeGreaterThan(3)
    const none = await staff.get(`/api/plans/${board.id}/visits/${board.left[0]!.requestId}/why`)
    expect(none.status).toBe(404)
  })

  it('refuses months that are over, not announced or unknown to a draft', async () => {
    const start = async (body: object) => (await staff.post('/api/plans', { month: MONTH, ...body })).body.code
    expect(await start({ month: '2026-11' })).toBe('MONTH_PAST')
    expect(await start({ month: '2027-03' })).toBe('YEAR_NOT_ANNOUNCED')
    expect(await start({ basedOn: '019b0000-0000-7000-8000-000000000001' })).toBe('NOT_FOUND')
  })

  it('shows the plan that the past was made by', async () => {
    const plans = expectOk(await staff.get<{ id: string; status: string }[]>('/api/plans'))
    const past = (plans as { id: string; status: string }[]).find((it) => it.status === 'published')!
    const board = await steps.board(past.id)
    expect(board.planned.length).toBeGreaterThan(0)
  })

  it('leaves nothing behind when it is cancelled while it runs', async () => {
    const before = await steps.count('plans')
    const { operationId } = expectOk(
      await staff.post<{ operationId: string }>('/api/plans', { month: MONTH, seconds: 60 }),
    )
    const progress = async () => Number((await staff.get(`/api/operations/${operationId}`)).body.progress)
    while ((await progress()) < 0.05) await new Promise((done) => setTimeout(done, 50))
    expectOk(await staff.post(`/api/operations/${operationId}/cancel`))
    expect(await server.settled(staff, operationId!)).toMatchObject({
      status: 'cancelled',
      result: { cancelled: true },
    })
    expect(await steps.count('plans')).toBe(before)
  })

  it('does not place a visit whose predecessor was withdrawn', async () => {
    const chained = (await steps.requests('open')).find((it) => it.afterRequestId)!
    expectOk(await staff.post(`/api/requests/${chained.afterRequestId}/withdraw`))
    const board = await steps.board(await steps.plan())
    expect(board.left.find((it) => it.requestId === chained.id)?.reason).toBe('predecessor')
    expect(board.left.map((it) => it.requestId)).not.toContain(chained.afterRequestId)
  })
})

describe('a draft changed by hand', () => {
  let planId: string
  beforeAll(async () => {
    planId = await steps.plan()
  })

  it('names each rule that a place would break', async () => {
    const board = await steps.board(planId)
    const visit = board.planned.find((it) => it.squadKind === 'culture')!
    const stranger = board.teams.find((it) => it.squadKind === 'rights')!
    const judged = await judge(planId, visit.requestId, { teamId: stranger.id, date: '2026-12-06', startMinute: 200 })
    const codes = judged.broken.map((it) => it.code)
    expect(codes).toEqual(expect.arrayContaining(['KIND_NOT_GIVEN', 'NO_GAP_THAT_DAY', 'NO_SHIFT']))
    for (const it of judged.broken) expect(it.text).toMatch(/^[^a-zA-Z{}]*$/)

    const refused = await put(planId, visit.requestId, visit.version, {
      teamId: stranger.id,
      date: '2026-12-06',
      startMinute: 200,
    })
    expect([refused.status, refused.body.code]).toEqual([422, 'RULES_BROKEN'])
    expect((refused.body.broken as Judged['broken']).map((it) => it.code)).toEqual(codes)
    for (const it of judged.broken) expect(refused.body.detail).toContain(it.text)
    expect(await steps.board(planId)).toEqual(board)
  })

  it('names the visit that stands in the way', async () => {
    const board = await steps.board(planId)
    const [one, other] = board.planned
      .filter((it) => it.teamId === board.planned[0]!.teamId)
      .filter((it, _, all) => all.some((two) => two !== it && two.activityName === it.activityName))
    const judged = await judge(planId, one!.requestId, { ...placeOf(other!), date: other!.date })
    expect(judged.broken.map((it) => it.rule)).toContain('shift')
    expect(judged.broken.find((it) => it.code === 'TOO_SOON_AFTER')?.text).toContain('赶过来')
  })

  it('gives the second of two editors 409 with the fields that differ, and loses nothing', async () => {
    const board = await steps.board(planId)
    const { visit, date } = await movableOf(board)
    const first = await put(planId, visit.requestId, visit.version, { ...placeOf(visit), pinned: true })
    expect(expectOk(first).version).toBe(visit.version + 1)
    const second = await put(planId, visit.requestId, visit.version, { ...placeOf(visit), date })
    expect([second.status, second.body.code, second.body.version]).toEqual([409, 'STALE', visit.version + 1])
    expect(second.body.differs).toEqual([
      { field: 'date', yours: date, theirs: visit.date },
      { field: 'pinned', yours: false, theirs: true },
    ])
    const now = (await steps.board(planId)).planned.find((it) => it.requestId === visit.requestId)!
    expect(now).toMatchObject({ ...placeOf(visit), pinned: true, version: visit.version + 1 })
    const judged = await judge(planId, visit.requestId, { ...placeOf(visit), date })
    const third = expectOk(await put(planId, visit.requestId, now.version, { ...placeOf(visit), date, pinned: true }))
    expect(third).toMatchObject({ version: now.version + 1, scoreChange: judged.scoreChange })
    const without = await staff.call('PUT', `/api/plans/${planId}/visits/${visit.requestId}`, {
      body: { ...placeOf(visit), pinned: false },
    })
    expect([without.status, without.body.code]).toEqual([428, 'VERSION_MISSING'])
  })

  it('takes a visit out with the reason told anew, and puts it back', async () => {
    const before = await steps.board(planId)
    const successors = new Set((await steps.requests('open')).map((it) => it.afterRequestId))
    const visit = before.planned.find((it) => !it.pinned && !successors.has(it.requestId))!
    const path = `/api/plans/${planId}/visits/${visit.requestId}`
    const stale = await staff.call('DELETE', path, { version: visit.version + 1 })
    expect([stale.status, stale.body.code]).toEqual([409, 'STALE'])
    const out = expectOk(await staff.call<{ score: number }>('DELETE', path, { version: visit.version }))
    expect(out.score).toBeLessThan(before.score)
    const left = (await steps.board(planId)).left.find((it) => it.requestId === visit.requestId)!
    expect([left.reason, left.wouldFit?.text]).toEqual(['capacity', expect.stringContaining('眼下就有位置')])
    const back = expectOk(await put(planId, visit.requestId, 0, placeOf(visit)))
    expect(back.score).toBeCloseTo(before.score, 6)
    const after = await steps.board(planId)
    expect(after.left.map((it) => it.requestId)).toEqual(before.left.map((it) => it.requestId))
    const twice = await put(planId, visit.requestId, 0, placeOf(visit))
    expect([twice.status, twice.body.code]).toEqual([409, 'STALE'])
  })

  it('keeps a visit that others come after', async () => {
    const requests = await steps.requests('open')
    const board = await steps.board(planId)
    const places = new Map(board.planned.map((it) => [it.requestId, it]))
    const second = requests.find((it) => it.afterRequestId && places.has(it.id) && places.has(it.afterRequestId))!
    const first = places.get(second.afterRequestId!)!
    const out = await staff.call('DELETE', `/api/plans/${planId}/visits/${first.requestId}`, { version: first.version })
    expect([out.status, (out.body.broken as Judged['broken'])[0]?.code]).toEqual([422, 'PREDECESSOR_MISSING'])
    const last = places.get(second.id)!
    const judged = await judge(planId, first.requestId, { ...placeOf(first), date: last.date })
    expect(judged.broken.map((it) => it.code)).toContain('TOO_SOON_AFTER_PREDECESSOR')
  })

  it('keeps pins when it is planned again', async () => {
    const board = await steps.board(planId)
    const { visit, date } = await movableOf(board)
    expectOk(await put(planId, visit.requestId, visit.version, { ...placeOf(visit), date, pinned: true }))
    const pins = (it: Board) => it.planned.filter((row) => row.pinned).map((row) => [row.requestId, placeOf(row)])
    const pinned = pins(await steps.board(planId))
    expect(pinned.length).toBeGreaterThan(1)
    const again = await steps.board(await steps.plan({ seed: 2, basedOn: planId }))
    expect(pins(again)).toEqual(pinned)
  })

  it('is not published once some of its days are over', async () => {
    await steps.moveDateTo('2026-12-10')
    const before = await steps.count('visits')
    const refused = await steps.publish(planId)
    expect([refused.status, refused.body.code]).toEqual([409, 'PLAN_OUTDATED'])
    expect(await steps.count('visits')).toBe(before)
    await steps.moveDateTo('2026-11-30')
  })

  it('is not published once one of its requests is withdrawn', async () => {
    const { planned } = await steps.board(planId)
    const chained = new Set((await steps.requests('open')).map((it) => it.afterRequestId))
    const gone = planned.find((it) => !chained.has(it.requestId) && !it.pinned)!
    expectOk(await staff.post(`/api/requests/${gone.requestId}/withdraw`))
    const refused = await steps.publish(planId)
    expect([refused.status, refused.body.code]).toEqual([409, 'PLAN_OUTDATED'])
  })
})

describe('publishing', () => {
  it('sends visits and notices once, whatever is pressed how often', async () => {
    const planId = await steps.plan()
    const board = await steps.board(planId)
    const { changes, affected } = await steps.compare(planId)
    expect(changes.map((it) => it.kind)).toEqual(board.planned.map(() => 'added'))
    expect(affected.enterprises.toSorted()).toEqual(
      [...new Set(board.planned.map((it) => it.enterpriseName))].toSorted(),
    )
    expect(affected.teams).toHaveLength(new Set(board.planned.map((it) => it.teamId)).size)

    const before = { visits: await steps.count('visits'), notices: await steps.count('notices') }
    const old = await staff.post(`/api/plans/${planId}/publish`, {}, { version: board.version + 5 })
    expect([old.status, old.body.code]).toEqual([409, 'STALE'])
    const both = await Promise.all([steps.publish(planId, 'once'), steps.publish(planId, 'once')])
    for (const it of both)
      expect(expectOk(it)).toMatchObject({ dispatched: board.planned.length, moved: 0, cancelled: 0 })
    const again = await steps.publish(planId)
    expect([again.status, again.body.code]).toEqual([409, 'PLAN_NOT_DRAFT'])
    const expected = board.planned.length
    expect(await steps.count('visits')).toBe(before.visits + expected)
    expect(await steps.count('notices')).toBe(before.notices + affected.teams.length + affected.enterprises.length)
    const sent = await steps.visits(`from=2026-12-01&to=2026-12-31`)
    expect(sent.map((it) => [it.requestId, it.teamId, it.date, it.startMinute, it.status]).toSorted()).toEqual(
      board.planned.map((it) => [it.requestId, it.teamId, it.date, it.startMinute, 'dispatched']).toSorted(),
    )
    expect((await steps.compare(planId)).changes).toEqual([])
    const closed = await put(planId, board.planned[0]!.requestId, 1, placeOf(board.planned[0]!))
    expect([closed.status, closed.body.code]).toEqual([409, 'PLAN_NOT_DRAFT'])
  })

  it('compares with the plan in force, and moves or drops only what differs', async () => {
    const planId = await steps.plan({ seed: 3 })
    const { requestId, date } = await steps.moveOne(await steps.board(planId))
    const { changes } = await steps.compare(planId)
    const mine = changes.find((it) => it.requestId === requestId)!
    expect(mine).toMatchObject({ kind: 'moved', to: { date } })
    const sent = await steps.visits('from=2026-12-01&to=2026-12-31')
    const was = sent.find((it) => it.requestId === requestId)!
    const published = expectOk(await steps.publish(planId))
    const counted = (kind: string) => changes.filter((it) => it.kind === kind).length
    expect(published).toMatchObject({
      dispatched: counted('added'),
      moved: counted('moved'),
      cancelled: counted('dropped'),
    })
    expect(await steps.visit(was.id)).toMatchObject({ id: was.id, date, status: 'dispatched' })
  })

  it('counts what a team has held in the month against its limit', async () => {
    const sent = (await steps.visits('from=2026-12-01&to=2026-12-31')).filter((it) => it.status === 'dispatched')
    const held = sent[0]!
    await steps.moveDateTo(held.date)
    expectOk(await staff.post(`/api/visits/${held.id}/record`, { done: '讲了', heads: 20 }))
    const firm = sent.filter((it) => it.teamId === held.teamId && it.date <= held.date).length
    const teams = expectOk(await staff.get<{ teams: { id: string; version: number }[] }>('/api/teams')).teams!
    const { id, version } = teams.find((it) => it.id === held.teamId)!
    expectOk(await staff.call('PATCH', `/api/teams/${id}`, { version, body: { maxVisitsPerMonth: firm + 2 } }))
    const board = await steps.board(await steps.plan())
    expect(board.planned.filter((it) => it.teamId === id)).toHaveLength(2)
  })
})
