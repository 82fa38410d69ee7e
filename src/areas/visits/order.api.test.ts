import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../platform/base/ids.ts'
import { startTestServer, type Client, type TestServer } from '../../../tests/support/server.ts'
import { expectOk, stepsOf } from '../../../tests/support/visit-steps.ts'
import type { RequestRow } from './contract.ts'

let server: TestServer
let staff: Client
let contact: Client
let steps: ReturnType<typeof stepsOf>
let own: string
let foreign: string

beforeAll(async () => {
  server = await startTestServer()
  staff = await server.as('staff')
  contact = await server.as('contact')
  steps = stepsOf(server, staff)
  own = expectOk(await contact.get<{ enterpriseId: string }>('/api/me')).enterpriseId!
  const { rows } = expectOk(await staff.get<{ rows: { id: string }[] }>('/api/enterprises?limit=3'))
  foreign = rows!.find((it) => it.id !== own)!.id
})
afterAll(() => server.close())

const DAYS = { earliestOn: '2026-12-01', latestOn: '2026-12-31' }
const order = async (kindName: string, changes: object = {}, by = contact, key = newId()) => {
  const activityKindId = (await steps.kind(kindName)).id
  return by.post<{ id: string }>('/api/requests', { enterpriseId: own, activityKindId, ...DAYS, ...changes }, { key })
}
const requestOf = async (id: string): Promise<RequestRow | undefined> =>
  expectOk(await staff.get<{ rows: RequestRow[] }>('/api/requests?limit=500')).rows!.find((it) => it.id === id)

describe('an order', () => {
  it('is written once a key, for the own enterprise, with minutes and value of the menu', async () => {
    const before = await steps.count('requests')
    const both = await Promise.all([
      order('午间驻唱', { wish: '食堂有空地' }, contact, 'order-1'),
      order('午间驻唱', { wish: '食堂有空地' }, contact, 'order-1'),
    ])
    expect(both[0]!.body).toEqual(both[1]!.body)
    expect(await steps.count('requests')).toBe(before + 1)
    const kind = await steps.kind('午间驻唱')
    expect(await requestOf(expectOk(both[0]!).id!)).toMatchObject({
      enterpriseId: own,
      source: 'enterprise',
      status: 'open',
      minutes: kind.minutes + kind.setupMinutes,
      value: kind.value,
      wish: '食堂有空地',
    })
    const reused = await order('午间驻唱', { wish: '别的' }, contact, 'order-1')
    expect([reused.status, reused.body.code]).toEqual([422, 'KEY_REUSED'])
    const foreignOne = await order('法治体检', { enterpriseId: foreign })
    expect([foreignOne.status, foreignOne.body.code]).toEqual([404, 'NOT_FOUND'])
    const listed = expectOk(await contact.get<{ total: number; rows: RequestRow[] }>('/api/requests?limit=500'))
    expect(listed.rows!.length).toBe(listed.total)
    expect(new Set(listed.rows!.map((it) => it.enterpriseId))).toEqual(new Set([own]))
  })

  it('is not opened twice for one kind, by whomever and at the same moment', async () => {
    const twice = await order('午间驻唱')
    expect([twice.status, twice.body.code]).toEqual([409, 'SAME_REQUEST_OPEN'])
    const both = await Promise.all([order('先进操作法示范'), order('先进操作法示范', {}, staff)])
    expect(both.map((it) => it.status).toSorted()).toEqual([200, 409])
  })

  it('is refused by name for other kinds, dates and teams', async () => {
    const code = async (kind: string, changes: object) => {
      const answer = await order(kind, changes)
      return [answer.status, answer.body.code]
    }
    expect(await code('法治体检', { activityKindId: newId() })).toEqual([422, 'KIND_NOT_OFFERED'])
    expect(await code('法治体检', { latestOn: '2026-11-29', earliestOn: '2026-11-01' })).toEqual([422, 'DATE_PAST'])
    expect(await code('法治体检', { latestOn: '2026-12-01', earliestOn: '2026-12-02' })).toEqual([
      422,
      'DATES_REVERSED',
    ])
    expect(await code('法治体检', { latestOn: '2026-12-32' })).toEqual([400, 'INPUT_INVALID'])
    const singer = (await steps.kind('午间驻唱')).teams[0]!.id
    expect(await code('法治体检', { teamId: singer })).toEqual([422, 'TEAM_CANNOT'])
    const kind = await steps.kind('名师带高徒结对辅导')
    const edit = (active: boolean, version: number) =>
      staff.call('PATCH', `/api/activity-kinds/${kind.id}`, { version, body: { active } })
    expectOk(await edit(false, kind.version))
    expect(await code('名师带高徒结对辅导', {})).toEqual([422, 'KIND_NOT_OFFERED'])
    expectOk(await edit(true, kind.version + 1))
  })

  it('is refused where all of its days are frozen, and taken where one is free', async () => {
    for (const [from, to] of [
      ['2027-02-01', '2027-02-10'],
      ['2027-02-11', '2027-02-20'],
    ])
      expectOk(await contact.post(`/api/enterprises/${own}/quiet`, { from, to, reason: '赶货', kind: 'freeze' }))
    const days = (earliestOn: string, latestOn: string) => order('法治体检', { earliestOn, latestOn })
    const frozen = await days('2027-02-03', '2027-02-20')
    expect([frozen.status, frozen.body.code]).toEqual([422, 'DATES_FROZEN'])
    expect(frozen.body.detail).toMatch(/冻结/)
    const { id } = expectOk(await days('2027-02-03', '2027-02-21'))
    expectOk(await contact.post(`/api/requests/${id}/withdraw`))
  })

  it('follows up a visit of the same enterprise, and says which', async () => {
    const past = await steps.visits(`to=2026-11-29&enterpriseId=${own}`)
    const elsewhere = await steps.visits('to=2026-11-29')
    const other = elsewhere.find((it) => it.enterpriseId !== own)!
    const followed = past[0] ?? (await steps.visits(`to=2026-11-30&enterpriseId=${own}`))[0]!
    const wrong = await order('普法咨询', { followsVisitId: other.id })
    expect([wrong.status, wrong.body.code]).toEqual([404, 'NOT_FOUND'])
    const { id } = expectOk(await order('午间驻唱', { followsVisitId: followed.id }))
    expect(await requestOf(id!)).toMatchObject({ source: 'follow_up', followsVisitId: followed.id })
    const after = await order('法治体检', { afterRequestId: (await steps.requests('served'))[0]!.id }, staff)
    expect([after.status, after.body.code]).toEqual([404, 'NOT_FOUND'])
  })

  it('is withdrawn by its enterprise and refused with a reason by staff, while it is open', async () => {
    const { id } = expectOk(await order('普法咨询'))
    expectOk(await contact.post(`/api/requests/${id}/withdraw`))
    const again = await contact.post(`/api/requests/${id}/withdraw`)
    expect([again.status, again.body.code]).toEqual([409, 'REQUEST_STATE'])
    const second = expectOk(await order('普法咨询')).id!
    expect((await contact.post(`/api/requests/${second}/refuse`, { reason: '不办' })).status).toBe(403)
    expectOk(await staff.post(`/api/requests/${second}/refuse`, { reason: '律师本月已满' }))
    expect(await requestOf(second)).toMatchObject({ status: 'refused', refusal: '律师本月已满' })
    const told = await steps.noticesOf(`request-refused ${second}`)
    const { person } = expectOk(await contact.get<{ person: { id: string } }>('/api/me'))
    expect(told).toEqual([{ personId: person!.id, lines: ['理由：律师本月已满'] }])
  })
})

describe('the menu', () => {
  it('keeps names apart and the second editor informed', async () => {
    const [one, two] = [await steps.kind('普法咨询'), await steps.kind('法治体检')]
    const rename = await staff.call('PATCH', `/api/activity-kinds/${one.id}`, {
      version: one.version,
      body: { name: two.name },
    })
    expect([rename.status, rename.body.code]).toEqual([409, 'KIND_NAME_TAKEN'])
    const edit = (minutes: number) =>
      staff.call('PATCH', `/api/activity-kinds/${one.id}`, { version: one.version, body: { minutes, name: one.name } })
    expectOk(await edit(35))
    const stale = await edit(40)
    expect([stale.status, stale.body.differs]).toEqual([409, [{ field: 'minutes', yours: 40, theirs: 35 }]])
    expect((await steps.kind('普法咨询')).minutes).toBe(35)
    const taken = await staff.post('/api/activity-kinds', { ...one, id: undefined, name: one.name })
    expect(taken.status).toBe(422)
  })
})

describe('standing needs', () => {
  const raise = async (month: string) =>
    expectOk(await staff.post<{ created: number }>('/api/standing-needs/raise', { month })).created!
  const standing = async (kindName: string) => {
    const kind = await steps.kind(kindName)
    return (await steps.requests('open')).filter((it) => it.source === 'standing' && it.activityKindId === kind.id)
  }

  it('raise one request an enterprise and kind, once', async () => {
    // A second need of the same kind: check-ups are owed to the province's pilots yearly, and to all every second year.
    const checkup = await steps.kind('法治体检')
    await server.rows(({ tx, scope }) =>
      tx
        .insertInto('standing_needs')
        .values({
          org_id: scope.orgId,
          id: newId(),
          activity_kind_id: checkup.id,
          every_months: 24,
          value: 12,
        })
        .execute(),
    )
    const waiting = new Set(
      [...(await steps.requests('open')), ...(await steps.requests('planned'))]
        .filter((it) => it.activityKindId === checkup.id)
        .map((it) => it.enterpriseId),
    )
    // An order whose days are over waits for nothing: by the next day it no longer stands in the way.
    const { rows } = expectOk(
      await staff.get<{ rows: { id: string; pilotLevel: string }[] }>('/api/enterprises?limit=500'),
    )
    const province = rows!.filter((it) => it.pilotLevel === 'province')
    const expiring = province.find((it) => !waiting.has(it.id))!
    const days = { enterpriseId: expiring.id, earliestOn: '2026-11-30', latestOn: '2026-11-30' }
    expectOk(await order('法治体检', days, staff))
    await steps.moveDateTo('2026-12-01')
    const created = await raise('2026-12')
    const raised = await standing('法治体检')
    expect(created).toBeGreaterThanOrEqual(raised.length)
    expect(raised.map((it) => it.enterpriseId).toSorted()).toEqual(
      rows!
        .map((it) => it.id)
        .filter((id) => !waiting.has(id))
        .toSorted(),
    )
    for (const it of raised)
      expect(it).toMatchObject({
        value: province.some((row) => row.id === it.enterpriseId) ? 44 : 12,
        earliestOn: '2026-12-01',
        latestOn: '2026-12-31',
      })
    expect(await raise('2026-12')).toBe(0)
    await steps.moveDateTo('2026-11-30')
  })

  it('count whole months since the last visit', async () => {
    const clinic = await steps.kind('普法咨询')
    const { rows } = expectOk(await staff.get<{ rows: { id: string }[] }>('/api/enterprises?limit=500'))
    const visits = (await steps.visits('to=2026-11-30')).filter(
      (it) => it.activityName === clinic.name && !['cancelled', 'declined'].includes(it.status),
    )
    expect(visits.length).toBeGreaterThan(40)
    const visited = new Set(visits.map((it) => it.enterpriseId))
    // Clinics are owed to every pilot within twelve months; the demo's history is ten months long.
    for (const it of await standing('普法咨询')) expect(visited.has(it.enterpriseId)).toBe(false)
    const asked = new Set(
      [...(await steps.requests('open')), ...(await steps.requests('planned'))]
        .filter((it) => it.activityKindId === clinic.id)
        .map((it) => it.enterpriseId),
    )
    for (const it of rows!) expect(visited.has(it.id) || asked.has(it.id)).toBe(true)
  })

  it('are not raised for a month that is over', async () => {
    const answer = await staff.post('/api/standing-needs/raise', { month: '2026-11' })
    expect([answer.status, answer.body.code]).toEqual([422, 'MONTH_PAST'])
  })
})
