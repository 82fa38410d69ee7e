import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type Client, type TestServer } from '../../../tests/support/server.ts'
import { expectOk, stepsOf } from '../../../tests/support/visit-steps.ts'
import type { Member, Team } from './contract.ts'

let server: TestServer
let staff: Client
let leader: Client
let member: Client
let own: string
beforeAll(async () => {
  server = await startTestServer()
  staff = await server.as('staff')
  leader = await server.as('leader')
  member = await server.as('member')
  own = expectOk(await leader.get<{ teamIds: string[] }>('/api/me')).teamIds![0]!
})
afterAll(() => server.close())

const all = async () =>
  expectOk(await staff.get<{ squads: { id: string; kind: string }[]; teams: Team[] }>('/api/teams'))
const teamOf = async (id = own): Promise<Team> => (await all()).teams!.find((it) => it.id === id)!
const edit = (client: Client, team: { id: string; version: number }, body: object) =>
  client.call<{ version: number }>('PATCH', `/api/teams/${team.id}`, { version: team.version, body })

describe('squads and teams', () => {
  it('are three squads with the teams in them, each with people and hours', async () => {
    const { squads, teams } = await all()
    expect(squads!.map((it) => it.kind).toSorted()).toEqual(['culture', 'rights', 'skills'])
    expect(teams!.length).toBeGreaterThanOrEqual(9)
    for (const it of teams!) {
      expect([it.name, it.members.length > 0, it.shifts.length > 0, it.kinds.length > 0]).toEqual([
        it.name,
        true,
        true,
        true,
      ])
      expect(it.members.some((row) => row.lead)).toBe(true)
    }
    const partners = expectOk(await staff.get<{ name: string }[]>('/api/partners')) as { name: string }[]
    expect(partners.map((it) => it.name)).toEqual(expect.arrayContaining(['县发明协会', '县读书协会']))
  })

  it('are made with kinds and hours, under a name of their own', async () => {
    const { squads } = await all()
    const kind = await stepsOf(server, staff).kind('劳模微宣讲')
    const body = {
      squadId: squads!.find((it) => it.kind === 'culture')!.id,
      name: '劳模先锋三队',
      baseName: '县总工会',
      baseLongitude: 118.21,
      baseLatitude: 33.46,
      kindIds: [kind.id, kind.id],
      shifts: [{ weekdays: [2, 4], from: 660, to: 840 }],
    }
    const code = async (changes: object) => (await staff.post('/api/teams', { ...body, ...changes })).body.code
    const { id } = expectOk(await staff.post<{ id: string }>('/api/teams', body, { key: 'team' }))
    expect((await staff.post('/api/teams', body, { key: 'team' })).body).toEqual({ id })
    expect(await teamOf(id)).toMatchObject({ name: body.name, shifts: body.shifts, kinds: [{ id: kind.id }] })
    expect(await code({})).toBe('NAME_TAKEN')
    expect(await code({ name: '四队', shifts: [{ weekdays: [1], from: 700, to: 700 }] })).toBe('SHIFT_INVALID')
    expect(await code({ name: '四队', kindIds: [id] })).toBe('NOT_FOUND')
    expect(await code({ name: '四队', squadId: id })).toBe('NOT_FOUND')
    expect((await stepsOf(server, staff).kind('劳模微宣讲')).teams.map((it) => it.id)).toContain(id)
  })

  it('are edited by their leader, and the second editor sees what differs', async () => {
    const before = await teamOf()
    const shifts = [{ weekdays: [1, 2, 3], from: 640, to: 860 }]
    expectOk(await edit(leader, before, { maxVisitsPerDay: 2, shifts }))
    const stale = await edit(staff, before, { maxVisitsPerDay: 4, baseName: before.baseName })
    expect([stale.status, stale.body.code, stale.body.version]).toEqual([409, 'STALE', before.version + 1])
    expect(stale.body.differs).toEqual([{ field: 'maxVisitsPerDay', yours: 4, theirs: 2 }])
    expect(await teamOf()).toMatchObject({ maxVisitsPerDay: 2, shifts, version: before.version + 1 })
    const others = (await all()).teams!.find((it) => it.id !== own)!
    const taken = await edit(staff, await teamOf(), { name: others.name })
    expect([taken.status, taken.body.code]).toEqual([409, 'NAME_TAKEN'])
    expect((await edit(staff, await teamOf(), { shifts: [{ weekdays: [1], from: 9, to: 8 }] })).body.code).toBe(
      'SHIFT_INVALID',
    )
  })

  it('differ on a date, once a date', async () => {
    const day = (body: object, client = leader) => client.call('PUT', `/api/teams/${own}/days/2026-12-08`, { body })
    expectOk(await day({ off: true, reason: '集中学习' }))
    expectOk(await day({ off: false, from: 700, to: 780 }))
    expect((await day({ off: false, from: 780, to: 700 })).body.code).toBe('SHIFT_INVALID')
    expect((await teamOf()).shiftExceptions).toMatchObject([{ date: '2026-12-08', off: false, from: 700, to: 780 }])
  })
})

describe('members', () => {
  it('join with skills and hours of their own', async () => {
    const hours = [{ weekdays: [6], from: 540, to: 720 }]
    const { id } = expectOk(
      await leader.post<{ id: string }>(`/api/teams/${own}/members`, {
        name: '周新',
        title: '班组长',
        skills: ['微宣讲'],
        availability: hours,
      }),
    )
    expect((await teamOf()).members.find((it) => it.id === id)).toMatchObject({
      name: '周新',
      skills: ['微宣讲'],
      lead: false,
      availability: hours,
    })
  })

  it('set their own hours and absences, not those of others', async () => {
    const [me] = expectOk(await member.get<Member[]>('/api/my/memberships')) as Member[]
    const other = (await teamOf()).members.find((it) => it.id !== me!.id)!
    const hours = [{ weekdays: [1, 3], from: 660, to: 800 }]
    const change = (it: { id: string; version: number }, body: object) =>
      member.call('PATCH', `/api/members/${it.id}`, { version: it.version, body })
    expectOk(await change(me!, { availability: hours }))
    const stale = await change(me!, { title: '领读人' })
    expect([stale.status, stale.body.code]).toEqual([409, 'STALE'])
    expect((await change(other, { availability: hours })).status).toBe(404)
    const absence = { from: '2026-12-07', to: '2026-12-11', reason: '出差' }
    expectOk(await member.post(`/api/members/${me!.id}/absences`, absence))
    expect((await member.post(`/api/members/${other.id}/absences`, absence)).status).toBe(404)
    const reversed = await member.post(`/api/members/${me!.id}/absences`, { from: '2026-12-11', to: '2026-12-07' })
    expect([reversed.status, reversed.body.code]).toEqual([422, 'DATES_REVERSED'])
    const [now] = expectOk(await member.get<Member[]>('/api/my/memberships')) as Member[]
    expect(now).toMatchObject({ availability: hours, absences: [{ from: '2026-12-07', to: '2026-12-11' }] })
  })

  it('lose sight of the team at once when they leave it', async () => {
    const [me] = expectOk(await member.get<Member[]>('/api/my/memberships')) as Member[]
    expect(expectOk(await member.get<{ total: number }>('/api/visits')).total).toBeGreaterThan(0)
    const leave = { version: me!.version, body: { active: false } }
    const feed = expectOk(await member.post<{ address: string }>('/api/calendar-feeds', { of: 'member' })).address!
    expect((await server.nobody.get(new URL(feed).pathname)).bytes.toString()).toContain('BEGIN:VEVENT')
    expectOk(await leader.call('PATCH', `/api/members/${me!.id}`, leave))
    expect((await member.get('/api/visits')).status).toBe(403)
    expect((await server.nobody.get(new URL(feed).pathname)).bytes.toString()).not.toContain('BEGIN:VEVENT')
    expect((await teamOf()).members.map((it) => it.id)).not.toContain(me!.id)
  })
})

describe('the plan', () => {
  it('has a team only on days on which one of its people can come', async () => {
    const steps = stepsOf(server, staff)
    const planId = await steps.plan()
    const shiftsOf = async () =>
      (await steps.board(planId)).teams.find((it) => it.id === own)!.shifts.map((it) => it.date)
    const before = await shiftsOf()
    expect(before).toContain('2026-12-08')
    const week = before.filter((it) => it >= '2026-12-14' && it <= '2026-12-18')
    expect(week.length).toBeGreaterThan(0)
    for (const it of (await teamOf()).members)
      expectOk(await staff.post(`/api/members/${it.id}/absences`, { from: '2026-12-14', to: '2026-12-18' }))
    expectOk(await staff.call('PUT', `/api/teams/${own}/days/2026-12-08`, { body: { off: true } }))
    expect(await shiftsOf()).toEqual(before.filter((it) => it !== '2026-12-08' && !week.includes(it)))
  })
})

describe('partners', () => {
  it('are entered once', async () => {
    const { squads } = await all()
    const body = { name: '县技师协会', kind: '学会协会', squadId: squads![0]!.id }
    expectOk(await staff.post('/api/partners', body))
    const again = await staff.post('/api/partners', body)
    expect([again.status, again.body.code]).toEqual([409, 'NAME_TAKEN'])
    expect((await staff.post('/api/partners', { ...body, name: '另一家', squadId: own })).body.code).toBe('NOT_FOUND')
  })
})
