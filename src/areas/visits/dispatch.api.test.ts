import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type Client, type TestServer } from '../../../tests/support/server.ts'
import { expectOk, stepsOf } from '../../../tests/support/visit-steps.ts'
import type { VisitRow } from './contract.ts'

let server: TestServer
let staff: Client
let steps: ReturnType<typeof stepsOf>
let sent: VisitRow[]

const DECEMBER = 'from=2026-12-01&to=2026-12-31'
const standing = async (): Promise<VisitRow[]> =>
  (await steps.visits(DECEMBER)).filter((it) => !['cancelled', 'declined'].includes(it.status))

beforeAll(async () => {
  server = await startTestServer()
  staff = await server.as('staff')
  steps = stepsOf(server, staff)
  // A visit of the plan in force is pinned; it has to stay through all that follows.
  const planId = await steps.plan()
  const [first] = (await steps.board(planId)).planned
  const { teamId, date, startMinute, version } = first!
  const body = { teamId, date, startMinute, pinned: true }
  expectOk(await staff.call('PUT', `/api/plans/${planId}/visits/${first!.requestId}`, { version, body }))
  expectOk(await steps.publish(planId))
  sent = await standing()
})
afterAll(() => server.close())

interface FallenOut {
  status: string
  operationId: string
}
const replanOf = async (answer: FallenOut): Promise<string> => {
  const done = await server.settled(staff, answer.operationId)
  expect(done.problem ?? done.status).toBe('done')
  return (done.result as { planId: string }).planId
}
/** What is told beyond the one notice to the office. */
const recipientsSince = (since: Set<string>) =>
  server.rows(async ({ tx, scope }) => {
    const rows = await tx
      .selectFrom('notice_recipients')
      .innerJoin('notices', (join) =>
        join
          .onRef('notices.org_id', '=', 'notice_recipients.org_id')
          .onRef('notices.id', '=', 'notice_recipients.notice_id'),
      )
      .select(['notices.id', 'notices.kind', 'notice_recipients.person_id as personId'])
      .where('notices.org_id', '=', scope.orgId)
      .execute()
    return rows.filter((it) => !since.has(it.id))
  })
const noticesNow = async () => new Set((await recipientsSince(new Set())).map((it) => it.id))

it('is accepted by the team itself, once', async () => {
  const leader = await server.as('leader')
  const member = await server.as('member')
  const { teamIds } = expectOk(await member.get<{ teamIds: string[] }>('/api/me'))
  const mine = sent.filter((it) => it.teamId === teamIds![0])
  const theirs = sent.find((it) => it.teamId !== teamIds![0])!
  expect(expectOk(await member.get<{ rows: VisitRow[] }>(`/api/visits?limit=500&${DECEMBER}`)).rows).toHaveLength(
    mine.length,
  )
  const before = await stepsOf(server, member).visit(mine[0]!.id)
  expect(before.can).toEqual(['accept', 'decline'])
  expect(expectOk(await member.post(`/api/visits/${mine[0]!.id}/accept`))).toEqual({ status: 'accepted' })
  const again = await leader.post(`/api/visits/${mine[0]!.id}/accept`)
  expect([again.status, again.body.code]).toEqual([409, 'VISIT_STATE'])
  expect(again.body.detail).toContain('已接单')
  for (const other of [member, leader]) expect((await other.post(`/api/visits/${theirs.id}/accept`)).status).toBe(404)
  expect((await steps.visit(theirs.id)).status).toBe('dispatched')
})

it('is declined with a reason; the re-plan moves as little as can be and tells nobody before it is published', async () => {
  const [pinned] = sent
  const visit = sent.findLast((it) => it.status === 'dispatched' && it.activityName === '劳模微宣讲')!
  const noReason = await staff.post(`/api/visits/${visit.id}/decline`, { reason: '' })
  expect([noReason.status, noReason.body.code]).toEqual([400, 'INPUT_INVALID'])
  const known = await noticesNow()
  const key = `decline-${visit.id}`
  const declined = expectOk(
    await staff.post<FallenOut>(`/api/visits/${visit.id}/decline`, { reason: '嗓子哑了，讲不了' }, { key }),
  ) as FallenOut
  expect(declined.status).toBe('declined')
  const twice = await staff.post(`/api/visits/${visit.id}/decline`, { reason: '嗓子哑了，讲不了' }, { key })
  expect(twice.body).toEqual(declined)
  expect(await steps.visit(visit.id)).toMatchObject({ status: 'declined', reason: '嗓子哑了，讲不了' })
  expect((await steps.requests('open')).map((it) => it.id)).toContain(visit.requestId)

  const planId = await replanOf(declined)
  const board = await steps.board(planId)
  expect(board.status).toBe('draft')
  expect(board.parts.changes).toBe(0)
  const { changes, affected } = await steps.compare(planId)
  // Beside what is new, the comparison names the declined visit alone: moved, or nobody comes.
  const replaced = board.planned.find((it) => it.requestId === visit.requestId)
  const left = board.left.find((it) => it.requestId === visit.requestId)
  expect(replaced ?? left).toBeDefined()
  if (replaced) expect([replaced.teamId, replaced.date]).not.toEqual([visit.teamId, visit.date])
  expect(changes.filter((it) => it.kind !== 'added')).toEqual([
    expect.objectContaining({
      requestId: visit.requestId,
      kind: replaced ? 'moved' : 'dropped',
      from: expect.objectContaining({ date: visit.date }) as object,
    }),
  ])
  expect(board.planned.find((it) => it.requestId === pinned!.requestId)).toMatchObject({
    pinned: true,
    date: pinned!.date,
    startMinute: pinned!.startMinute,
  })

  // Only the office has heard of it so far.
  const office = new Set(
    await server.rows(async ({ tx, scope }) =>
      (
        await tx
          .selectFrom('role_grants')
          .select('person_id')
          .where('org_id', '=', scope.orgId)
          .where('role', '=', 'staff')
          .execute()
      ).map((it) => it.person_id),
    ),
  )
  const told = await recipientsSince(known)
  expect(told.length).toBeGreaterThan(0)
  expect(told.filter((it) => !office.has(it.personId))).toEqual([])
  const before = await standing()
  const published = expectOk(await steps.publish(planId))
  expect(published).toMatchObject({
    dispatched: changes.length - (replaced ? 0 : 1),
    moved: 0,
    cancelled: 0,
  })
  const reached = (await recipientsSince(known)).filter((it) => !office.has(it.personId))
  expect(new Set(reached.map((it) => it.personId)).size).toBe(affected.people)
  // What stood before stands as it was, accepted ones included.
  const after = new Map((await standing()).map((it) => [it.id, it]))
  for (const it of before) expect(after.get(it.id)).toEqual(it)
})

it('leaves a team its other visits of the day on which it declines one', async () => {
  const visits = await standing()
  const days = Object.values(Object.groupBy(visits, (it) => `${it.teamId} ${it.date}`))
  const two = days.find((it) => it!.length > 1 && it!.every((visit) => visit.id !== sent[0]!.id))!
  const [gone, ...rest] = two
  const declined = expectOk(await staff.post<FallenOut>(`/api/visits/${gone!.id}/decline`, { reason: '车坏在路上' }))
  const board = await steps.board(await replanOf(declined as FallenOut))
  for (const it of rest)
    expect(board.planned.find((row) => row.requestId === it.requestId)).toMatchObject({
      teamId: it.teamId,
      date: it.date,
      startMinute: it.startMinute,
      change: 'same',
    })
  const again = board.planned.find((it) => it.requestId === gone!.requestId)
  if (again) expect([again.teamId, again.date]).not.toEqual([gone!.teamId, gone!.date])
})

it('that finds no other place is named in the comparison, and its enterprise is told when it is published', async () => {
  const [visit] = (await standing()).filter((it) => it.status === 'dispatched' && it.id !== sent[0]!.id).toReversed()
  // Only this day would do: without the team there is none.
  await server.rows(({ tx, scope }) =>
    tx
      .updateTable('requests')
      .set({ earliest_on: visit!.date, latest_on: visit!.date, team_id: visit!.teamId })
      .where('org_id', '=', scope.orgId)
      .where('id', '=', visit!.requestId)
      .execute(),
  )
  const contacts = await server.rows(async ({ tx, scope }) =>
    (
      await tx
        .selectFrom('role_grants')
        .select('person_id')
        .where('org_id', '=', scope.orgId)
        .where('enterprise_id', '=', visit!.enterpriseId)
        .execute()
    ).map((it) => it.person_id),
  )
  const planId = await replanOf(
    expectOk(await staff.post<FallenOut>(`/api/visits/${visit!.id}/decline`, { reason: '临时出差' })) as FallenOut,
  )
  const { changes, affected } = await steps.compare(planId)
  expect(changes).toContainEqual(expect.objectContaining({ requestId: visit!.requestId, kind: 'dropped', to: null }))
  expect(affected.enterprises).toContain(visit!.enterpriseName)
  expectOk(await steps.publish(planId))
  const told = await server.rows(async ({ tx, scope }) =>
    tx
      .selectFrom('notices')
      .select(['title', 'lines'])
      .where('org_id', '=', scope.orgId)
      .where('once_key', '=', `published ${planId} enterprise ${visit!.enterpriseId}`)
      .execute(),
  )
  if (contacts.length > 0) expect(told[0]!.lines.join('\n')).toContain('取消')
  // Told once: the next comparison does not call it off again.
  const next = await steps.compare(await steps.plan())
  expect(next.changes.filter((it) => it.requestId === visit!.requestId && it.kind === 'dropped')).toEqual([])
})

it('is cancelled by the enterprise: its request is withdrawn, the rest stands, the team is told at once', async () => {
  const contact = await server.as('contact')
  const { enterpriseId } = expectOk(await contact.get<{ enterpriseId: string }>('/api/me'))
  const others = (await standing()).filter((it) => it.enterpriseId !== enterpriseId)
  const foreign = await contact.post(`/api/visits/${others[0]!.id}/cancel`, { reason: '不方便' })
  expect(foreign.status).toBe(404)
  const [today] = await steps.visits(`from=2026-11-30&to=2026-11-30&enterpriseId=${enterpriseId}`)
  const mine = (await standing()).find((it) => it.enterpriseId === enterpriseId) ?? today!
  const before = (await standing()).filter((it) => it.id !== mine.id)
  const known = await noticesNow()
  const cancelled = expectOk(
    await contact.post<FallenOut>(`/api/visits/${mine.id}/cancel`, { reason: '那天停电检修' }),
  ) as FallenOut
  expect(cancelled.status).toBe('cancelled')
  expect((await steps.requests('withdrawn')).map((it) => it.id)).toContain(mine.requestId)
  const told = await recipientsSince(known)
  const team = await server.rows(async ({ tx, scope }) =>
    (
      await tx
        .selectFrom('members')
        .select('person_id')
        .where('org_id', '=', scope.orgId)
        .where('team_id', '=', mine.teamId)
        .where('active', '=', true)
        .execute()
    ).map((it) => it.person_id),
  )
  const teamTold = told.filter((it) => it.kind === 'cancelled').map((it) => it.personId)
  for (const personId of team) expect(teamTold).toContain(personId)
  if (cancelled.operationId) {
    const { changes } = await steps.compare(await replanOf(cancelled))
    const declined = new Set((await steps.visits(`${DECEMBER}&status=declined`)).map((it) => it.requestId))
    expect(changes.filter((it) => it.kind !== 'added' && !declined.has(it.requestId))).toEqual([])
  }
  expect((await standing()).filter((it) => it.id !== mine.id)).toEqual(before)
  const twice = await contact.post(`/api/visits/${mine.id}/cancel`, { reason: '再来一次' })
  expect([twice.status, twice.body.code]).toEqual([409, 'VISIT_STATE'])
})

it('asks a team to accept anew what was moved, and names to both teams what changed for them', async () => {
  const planId = await steps.plan()
  const board = await steps.board(planId)
  const accepted = board.planned.find((it) => it.change === 'same' && it.activityName === '劳模微宣讲' && !it.pinned)!
  const visit = (await standing()).find((it) => it.requestId === accepted.requestId)!
  if (visit.status === 'dispatched') expectOk(await staff.post(`/api/visits/${visit.id}/accept`))
  let moved = false
  for (const team of board.teams.filter((it) => it.squadKind === 'culture' && it.id !== visit.teamId)) {
    for (const shift of team.shifts) {
      const body = { teamId: team.id, date: shift.date, startMinute: visit.startMinute, pinned: false }
      const answer = await staff.call('PUT', `/api/plans/${planId}/visits/${visit.requestId}`, {
        version: accepted.version,
        body,
      })
      if (answer.status !== 200) continue
      moved = true
      break
    }
    if (moved) break
  }
  expect(moved).toBe(true)
  expectOk(await steps.publish(planId))
  const now = await steps.visit(visit.id)
  expect([now.status, now.id, now.teamId === visit.teamId]).toEqual(['dispatched', visit.id, false])
  const lines = await server.rows(async ({ tx, scope }) =>
    tx
      .selectFrom('notices')
      .select(['once_key', 'lines'])
      .where('org_id', '=', scope.orgId)
      .where('once_key', 'like', `published ${planId} team %`)
      .execute(),
  )
  const linesOf = (teamId: string) => lines.find((it) => it.once_key.endsWith(teamId))!.lines.join('\n')
  expect(linesOf(visit.teamId)).toContain('改由别的小分队去')
  expect(linesOf(now.teamId)).toContain('调整')
})
