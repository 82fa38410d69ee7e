import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AnyOperation, Role } from '../../platform/base/operation.ts'
import { newId } from '../../platform/base/ids.ts'
import { startTestServer, type Client, type TestServer } from '../../../tests/support/server.ts'
import { samples } from '../../../tests/support/sample-letters.ts'
import { expectOk, stepsOf } from '../../../tests/support/visit-steps.ts'
import * as letters from '../letters/contract.ts'
import * as reports from '../reports/contract.ts'
import * as squads from '../squads/contract.ts'
import * as visits from './contract.ts'

// Each caller is a stranger to the rows: a contact of another enterprise, a member and a leader of another team.
const callers = ['nobody', 'worker', 'contact', 'member', 'leader', 'chair'] as const
type Caller = (typeof callers)[number]
type Expected = Readonly<Record<Caller, number>>

const row = (nobody: number, worker: number, contact: number, member: number, leader: number, chair: number) =>
  ({ nobody, worker, contact, member, leader, chair }) satisfies Expected

const officeReads = row(401, 403, 403, 403, 200, 200)
const staffOnly = row(401, 403, 403, 403, 403, 403)
const ofOtherTeam = row(401, 403, 403, 404, 404, 403)
const ofOtherEnterprise = row(401, 403, 404, 403, 403, 403)

/** What every operation answers a stranger. 404 where the role may do it elsewhere: ids of others tell nothing. */
const expected: Readonly<Record<string, Expected>> = {
  'visits.listKinds': row(401, 200, 200, 200, 200, 200),
  'visits.createKind': staffOnly,
  'visits.editKind': staffOnly,
  // Lists answer, without the strangers' rows; see below.
  'visits.listRequests': row(401, 403, 200, 403, 200, 200),
  'visits.createRequest': row(401, 403, 404, 403, 200, 403),
  'visits.withdrawRequest': row(401, 403, 404, 403, 204, 403),
  'visits.refuseRequest': staffOnly,
  'visits.listNeeds': officeReads,
  'visits.raiseNeeds': staffOnly,
  'visits.listPlans': officeReads,
  'visits.startPlan': staffOnly,
  'visits.readPlan': officeReads,
  'visits.judgeMove': row(401, 403, 403, 403, 200, 403),
  'visits.whyHere': row(401, 403, 403, 403, 404, 403),
  'visits.placeVisit': staffOnly,
  'visits.removeVisit': staffOnly,
  'visits.comparePlan': officeReads,
  'visits.publishPlan': staffOnly,
  'visits.listVisits': row(401, 403, 200, 200, 200, 200),
  'visits.readVisit': row(401, 403, 404, 404, 200, 200),
  'visits.acceptVisit': ofOtherTeam,
  'visits.declineVisit': ofOtherTeam,
  'visits.cancelVisit': ofOtherEnterprise,
  'visits.readCode': ofOtherTeam,
  'visits.arriveAtVisit': ofOtherTeam,
  // For workers without an account: the code is what lets them in, and this call has none that fits.
  'visits.signInToVisit': row(422, 422, 422, 422, 422, 422),
  'visits.countHeads': ofOtherTeam,
  'visits.recordVisit': ofOtherTeam,
  'visits.addPhoto': ofOtherTeam,
  'visits.readPhoto': row(401, 403, 404, 404, 200, 200),
  'visits.answerVisit': ofOtherEnterprise,
  'visits.addWorkerLine': row(403, 403, 403, 403, 403, 403),
  'visits.closeFollowUp': ofOtherTeam,
  'visits.createFeed': row(401, 403, 404, 404, 404, 200),
  'visits.readFeed': row(404, 404, 404, 404, 404, 404),
  'squads.listTeams': officeReads,
  'squads.createTeam': staffOnly,
  'squads.editTeam': row(401, 403, 403, 403, 404, 403),
  'squads.setTeamDay': row(401, 403, 403, 403, 404, 403),
  'squads.addMember': row(401, 403, 403, 403, 404, 403),
  'squads.editMember': ofOtherTeam,
  'squads.addAbsence': ofOtherTeam,
  'squads.listPartners': officeReads,
  'squads.createPartner': staffOnly,
  'squads.myMemberships': row(401, 200, 200, 200, 200, 200),
  'reports.readFigures': officeReads,
  'reports.readFigureRows': officeReads,
  'reports.readToday': officeReads,
  // The letter is closed, so that no step of the office changes it; its enterprise is not the contact's.
  'letters.list': officeReads,
  'letters.read': officeReads,
  'letters.draft': row(401, 403, 403, 403, 200, 200),
  'letters.edit': row(401, 403, 403, 403, 409, 409),
  'letters.drop': row(401, 403, 403, 403, 409, 409),
  'letters.submit': row(401, 403, 403, 403, 409, 409),
  'letters.return': row(401, 403, 403, 403, 403, 409),
  'letters.issue': row(401, 403, 403, 403, 403, 409),
  'letters.withdraw': row(401, 403, 403, 403, 403, 409),
  'letters.addFile': row(401, 403, 404, 403, 415, 415),
  'letters.readFile': row(401, 403, 404, 403, 404, 404),
  'letters.readDocument': row(401, 403, 404, 403, 200, 200),
  'letters.deliver': row(401, 403, 403, 403, 409, 409),
  'letters.recordAnswer': row(401, 403, 403, 403, 409, 409),
  'letters.verifyAnswer': row(401, 403, 403, 403, 403, 409),
  'letters.close': row(401, 403, 403, 403, 403, 409),
  'letters.escalate': row(401, 403, 403, 403, 403, 409),
  'letters.listReceived': row(401, 403, 200, 403, 403, 403),
  'letters.readReceived': ofOtherEnterprise,
  'letters.fileAnswer': ofOtherEnterprise,
}

const isOperation = (it: unknown): it is AnyOperation =>
  typeof it === 'object' && it !== null && 'method' in it && 'access' in it
const operations = [visits, squads, reports, letters]
  .flatMap((contract): unknown[] => Object.values(contract))
  .filter(isOperation)

let server: TestServer
let clients: Record<Caller, Client>
let ids: Record<
  'letter' | 'photo' | 'visit' | 'plan' | 'team' | 'enterprise' | 'kind' | 'request' | 'member' | 'followUp' | 'squad',
  string
>
let steps: ReturnType<typeof stepsOf>

beforeAll(async () => {
  server = await startTestServer()
  const staff = await server.as('staff')
  steps = stepsOf(server, staff)
  const as = async (role: Role) => server.as(role)
  clients = {
    nobody: server.nobody,
    worker: await as('worker'),
    contact: await as('contact'),
    member: await as('member'),
    leader: await as('leader'),
    chair: await as('chair'),
  }
  const { enterpriseId } = expectOk(await clients.contact.get<{ enterpriseId: string }>('/api/me'))
  const { teamIds } = expectOk(await clients.member.get<{ teamIds: string[] }>('/api/me'))
  const strange = (it: { teamId: string; enterpriseId: string }) =>
    it.teamId !== teamIds![0] && it.enterpriseId !== enterpriseId
  const today = (await steps.visits('from=2026-11-30&to=2026-11-30')).find(strange)!
  const due = (await steps.visits('missing=FOLLOW_UPS')).find(strange)!
  const { teams } = expectOk(
    await staff.get<{ teams: { id: string; squadId: string; members: { id: string }[] }[] }>('/api/teams'),
  )
  const team = teams!.find((it) => it.id === today.teamId)!
  const request = (await steps.requests('open')).find((it) => it.enterpriseId !== enterpriseId && !it.afterRequestId)!
  const plans = expectOk(await staff.get<{ id: string }[]>('/api/plans')) as { id: string }[]
  const form = new FormData()
  const jpeg = await sharp({ create: { width: 32, height: 32, channels: 3, background: '#b33' } })
    .jpeg()
    .toBuffer()
  form.append('file', new Blob([new Uint8Array(jpeg)]), 'a.jpg')
  const photo = expectOk(await staff.call<{ id: string }>('POST', `/api/visits/${today.id}/photos`, { form }))
  ids = {
    letter: await closedLetter(staff, clients.chair, request.enterpriseId),
    photo: photo.id!,
    visit: today.id,
    plan: plans[0]!.id,
    team: team.id,
    squad: team.squadId,
    member: team.members[0]!.id,
    enterprise: request.enterpriseId,
    kind: request.activityKindId,
    request: request.id,
    followUp: (await steps.visit(due.id)).followUps.find((it) => it.status === 'open')!.id,
  }
})
afterAll(() => server.close())

/** A reminder to an enterprise on its whole way. */
const closedLetter = async (staff: Client, chair: Client, enterpriseId: string): Promise<string> => {
  const { subject, content, contactName, contactPhone, copies } = samples.reminder
  const body = { enterpriseId, subject, content, contactName, contactPhone, copies }
  const { id } = expectOk(await staff.post<{ id: string }>('/api/letters', body))
  const step = async (by: Client, path: string, given?: object, version?: number) =>
    expectOk(await by.post(`/api/letters/${id}/${path}`, given, version === undefined ? {} : { version }))
  await step(staff, 'submit')
  await step(chair, 'issue', {}, 2)
  await step(staff, 'delivery', { deliveredOn: '2026-11-30', way: 'direct', receivedBy: '王经理' })
  await step(staff, 'answers', { text: '已办', answeredOn: '2026-11-30' })
  await step(staff, 'verdict', { obeyed: true, verdict: '属实' })
  await step(staff, 'close', { reason: '已改正' })
  return id!
}

const place = () => ({ teamId: ids.team, date: '2026-12-03', startMinute: 700 })
const hours = [{ weekdays: [1], from: 600, to: 700 }]

/** A sound body for each operation that takes one: what is refused is refused for who asks, not for what is asked. */
const bodies: Readonly<Record<string, () => object>> = {
  'visits.createKind': () => ({
    name: '新活动',
    description: '',
    minutes: 30,
    setupMinutes: 0,
    gapKinds: ['break'],
    value: 10,
    squadKind: 'culture',
    countsAs: 'other',
  }),
  'visits.editKind': () => ({ minutes: 45 }),
  'visits.createRequest': () => ({
    enterpriseId: ids.enterprise,
    activityKindId: ids.kind,
    earliestOn: '2026-12-01',
    latestOn: '2026-12-31',
    afterRequestId: ids.request,
  }),
  'visits.refuseRequest': () => ({ reason: '不受理' }),
  'visits.raiseNeeds': () => ({ month: '2026-12' }),
  'visits.startPlan': () => ({ month: '2026-12', seconds: 0.2 }),
  'visits.judgeMove': () => ({ requestId: ids.request, ...place() }),
  'visits.placeVisit': () => ({ ...place(), pinned: false }),
  'visits.declineVisit': () => ({ reason: '有事' }),
  'visits.cancelVisit': () => ({ reason: '有事' }),
  'visits.arriveAtVisit': () => ({ key: newId(), at: '2026-11-30T11:00:00+08:00' }),
  'visits.signInToVisit': () => ({ key: newId(), code: 'none', scannedAt: '2026-11-30T11:00:00+08:00' }),
  'visits.countHeads': () => ({ key: newId(), heads: 20 }),
  'visits.recordVisit': () => ({ done: '办了', heads: 20 }),
  'visits.answerVisit': () => ({ tookProductionTime: false, wouldOpenAgain: true }),
  'visits.addWorkerLine': () => ({ key: newId(), line: '很好' }),
  'visits.closeFollowUp': () => ({ outcome: '办结' }),
  'visits.createFeed': () => ({ of: 'team', id: ids.team }),
  'squads.createTeam': () => ({
    squadId: ids.squad,
    name: '新队',
    baseName: '县总工会',
    baseLongitude: 118.2,
    baseLatitude: 33.4,
    kindIds: [],
    shifts: hours,
  }),
  'squads.editTeam': () => ({ maxVisitsPerDay: 9 }),
  'squads.setTeamDay': () => ({ off: true }),
  'squads.addMember': () => ({ name: '张三' }),
  'squads.editMember': () => ({ title: '改了' }),
  'squads.addAbsence': () => ({ from: '2026-12-01', to: '2026-12-02' }),
  'squads.createPartner': () => ({ name: '某协会', kind: '协会', squadId: ids.squad }),
  'letters.draft': () => ({
    enterpriseId: ids.enterprise,
    subject: '规范考勤',
    content: samples.reminder.content,
    contactName: '陈明远',
    contactPhone: '0527-80000000',
    copies: [],
  }),
  'letters.edit': () => ({ subject: '改了' }),
  'letters.return': () => ({ reason: '再改改' }),
  'letters.withdraw': () => ({ reason: '有误' }),
  'letters.deliver': () => ({ deliveredOn: '2026-11-30', way: 'direct', receivedBy: '王经理' }),
  'letters.recordAnswer': () => ({ text: '已办', answeredOn: '2026-11-30' }),
  'letters.verifyAnswer': () => ({ obeyed: true, verdict: '属实' }),
  'letters.close': () => ({ reason: '办结' }),
  'letters.escalate': () => ({ reason: '移送' }),
  'letters.fileAnswer': () => ({ text: '已办' }),
}
const queries: Readonly<Record<string, string>> = { 'reports.readFigureRows': '?key=visits' }

const subjectOf = (operation: AnyOperation): string => {
  const [, , subject] = operation.path.split('/')
  const by: Readonly<Record<string, string>> = {
    'activity-kinds': ids.kind,
    requests: ids.request,
    plans: ids.plan,
    visits: ids.visit,
    'follow-ups': ids.followUp,
    teams: ids.team,
    members: ids.member,
    letters: ids.letter,
    'received-letters': ids.letter,
  }
  return by[subject!]!
}
const pathOf = (operation: AnyOperation): string =>
  operation.path
    .replace(':requestId', ids.request)
    .replace(':photoId', ids.photo)
    .replace(':fileId', ids.photo)
    .replace(':token', 'A'.repeat(32))
    .replace(':date', '2026-12-03')
    .replace(':id', () => subjectOf(operation)) + (queries[operation.name] ?? '')

/** How much there is of everything that a write could add to, and the versions of what it could change. */
const stateNow = () =>
  server.rows(async ({ tx }) => {
    const tables = [
      'requests',
      'visits',
      'plans',
      'operations',
      'sign_ins',
      'visit_records',
      'visit_answers',
      'visit_photos',
      'worker_lines',
      'follow_ups',
      'teams',
      'members',
      'member_absences',
      'team_shift_exceptions',
      'partner_orgs',
      'activity_kinds',
      'calendar_tokens',
      'letters',
      'letter_files',
      'letter_answers',
      'notices',
      'audit_entries',
    ]
    const versioned = ['requests', 'visits', 'plans', 'follow_ups', 'teams', 'members', 'activity_kinds', 'letters']
    const parts = [
      ...tables.map((it) => `(SELECT count(*) FROM ${it})`),
      ...versioned.map((it) => `(SELECT sum(version) FROM ${it})`),
    ]
    return (await sql.raw(`SELECT concat_ws(' ', ${parts.join(', ')}) AS state`).execute(tx)).rows
  })

const callAs = (caller: Caller, operation: AnyOperation) => {
  const form = new FormData()
  if (operation.name === 'letters.addFile') form.append('purpose', 'answer')
  form.append('file', new Blob(['x']), 'a.jpg')
  return clients[caller].call(operation.method, pathOf(operation), {
    key: newId(),
    ...(operation.edits ? { version: 1 } : {}),
    ...(operation.upload ? { form } : { body: bodies[operation.name]?.() }),
  })
}

it('says of every operation what strangers get', () => {
  expect(Object.keys(expected).toSorted()).toEqual(operations.map((it) => it.name).toSorted())
  for (const it of operations)
    expect([it.name, it.body === undefined || it.upload !== undefined || it.name in bodies]).toEqual([it.name, true])
})

describe.each(operations.map((it) => [it.name, it] as const))('%s', (name, operation) => {
  it.each(callers)('as %s', async (caller) => {
    const writes = operation.method !== 'GET'
    const before = writes ? await stateNow() : undefined
    const answer = await callAs(caller, operation)
    expect(answer.status).toBe(expected[name]![caller])
    if (writes && answer.status >= 400) expect(await stateNow()).toEqual(before)
  })
})

it('shows lists to strangers without the rows of others', async () => {
  for (const caller of ['contact', 'member'] as const) {
    const listed = expectOk(await clients[caller].get<{ rows: visits.VisitRow[] }>('/api/visits?limit=500')).rows!
    const me = expectOk(await clients[caller].get<{ enterpriseId: string; teamIds: string[] }>('/api/me'))
    expect(listed.length).toBeGreaterThan(0)
    const mine = (it: visits.VisitRow) =>
      caller === 'contact' ? it.enterpriseId === me.enterpriseId : me.teamIds!.includes(it.teamId)
    expect(listed.filter((it) => !mine(it))).toEqual([])
    const foreign = await clients[caller].get<{ total: number }>(`/api/visits?enterpriseId=${ids.enterprise}`)
    expect(expectOk(foreign).total).toBe(0)
  }
})
