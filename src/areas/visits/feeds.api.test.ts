import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type Client, type TestServer } from '../../../tests/support/server.ts'
import { expectOk, stepsOf } from '../../../tests/support/visit-steps.ts'

let server: TestServer
let staff: Client
let steps: ReturnType<typeof stepsOf>
beforeAll(async () => {
  server = await startTestServer()
  staff = await server.as('staff')
  steps = stepsOf(server, staff)
})
afterAll(() => server.close())

const addressFor = async (client: Client, body: object): Promise<string> =>
  new URL(expectOk(await client.post<{ address: string }>('/api/calendar-feeds', body)).address!).pathname
/** The feed as a calendar program reads it: no session, only the address. */
const read = async (path: string) => {
  const answer = await server.nobody.get(path)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
  const calendar = new ICAL.Component(ICAL.parse(answer.bytes.toString()))
  const events = calendar.getAllSubcomponents('vevent').map((it) => new ICAL.Event(it))
  return { text: answer.bytes.toString(), calendar, events }
}
const eventOf = async (path: string, visitId: string) =>
  (await read(path)).events.find((it) => it.uid === `${visitId}@qingqi`)!
const stateOf = (event: ICAL.Event) => [event.sequence, event.component.getFirstPropertyValue('status')]

it('gives member, team and enterprise their visits, and nothing of persons', async () => {
  const [member, leader, contact] = [await server.as('member'), await server.as('leader'), await server.as('contact')]
  const { teamIds } = expectOk(await member.get<{ teamIds: string[] }>('/api/me'))
  const { enterpriseId } = expectOk(await contact.get<{ enterpriseId: string }>('/api/me'))
  const since = 'from=2026-10-01'
  const ofTeam = await steps.visits(`${since}&teamId=${teamIds![0]}`)
  const ofEnterprise = await steps.visits(`${since}&enterpriseId=${enterpriseId}`)
  for (const [client, body, visits] of [
    [member, { of: 'member' }, ofTeam],
    [leader, { of: 'team' }, ofTeam],
    [contact, { of: 'enterprise' }, ofEnterprise],
    [staff, { of: 'team', id: teamIds![0] }, ofTeam],
  ] as const) {
    const path = await addressFor(client, body)
    expect(path).toMatch(/^\/api\/calendar-feeds\/[A-Za-z0-9_-]{32}\.ics$/)
    const { events, text, calendar } = await read(path)
    expect(events.map((it) => it.uid).toSorted()).toEqual(visits.map((it) => `${it.id}@qingqi`).toSorted())
    ICAL.TimezoneService.register(calendar.getFirstSubcomponent('vtimezone')!)
    for (const visit of visits) {
      const event = events.find((it) => it.uid === `${visit.id}@qingqi`)!
      const minutes = (event.startDate.toJSDate().getTime() - Date.parse(`${visit.date}T00:00:00+08:00`)) / 60_000
      expect([minutes, event.location]).toEqual([visit.startMinute, visit.enterpriseName])
      expect(String(event.component.getFirstPropertyValue('dtstamp'))).toMatch(/Z$/)
    }
    expect(text).not.toMatch(/1[3-9]\d{9}|ATTENDEE|ORGANIZER/)
  }
})

it('is refused without the right token, and the address before stops working', async () => {
  const member = await server.as('member')
  const first = await addressFor(member, { of: 'member' })
  await read(first)
  const second = await addressFor(member, { of: 'member' })
  await read(second)
  for (const path of [
    first,
    second.replace(/.{6}\.ics$/, 'AAAAAA.ics'),
    '/api/calendar-feeds/short.ics',
    `/api/calendar-feeds/${'%27%20OR%201=1--'.repeat(2)}`,
  ])
    expect((await server.nobody.get(path)).status).toBe(404)
})

it('raises SEQUENCE when a visit moves and when it is off, and not when it is accepted', async () => {
  expectOk(await steps.publish(await steps.plan()))
  const planId = await steps.plan()
  const board = await steps.board(planId)
  const sent = await steps.visits('from=2026-12-01&to=2026-12-31')
  const moved = await steps.moveOne(board, (it) => it.change === 'same')
  const { id, teamId, enterpriseId, version } = sent.find((it) => it.requestId === moved.requestId)!
  const feeds = [
    await addressFor(staff, { of: 'team', id: teamId }),
    await addressFor(staff, { of: 'enterprise', id: enterpriseId }),
  ]
  const states = async () => Promise.all(feeds.map(async (path) => stateOf(await eventOf(path, id))))
  const both = (state: unknown[]) => [state, state]
  expect([version, await states()]).toEqual([1, both([0, 'CONFIRMED'])])
  expectOk(await staff.post(`/api/visits/${id}/accept`))
  expect(await states()).toEqual(both([0, 'CONFIRMED']))
  expectOk(await steps.publish(planId))
  expect(await states()).toEqual(both([1, 'CONFIRMED']))
  expect((await eventOf(feeds[0]!, id)).startDate.toString()).toContain(moved.date)
  expectOk(await staff.post(`/api/visits/${id}/cancel`, { reason: '企业停电' }))
  expect(await states()).toEqual(both([2, 'CANCELLED']))
})
