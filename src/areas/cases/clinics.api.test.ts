import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../platform/base/civil-date.ts'
import { newId } from '../../platform/base/ids.ts'
import { startTestServer, type Client, type TestServer } from '../../../tests/support/server.ts'
import { expectOk } from '../../../tests/support/visit-steps.ts'
import type { Clinic } from './contract.ts'

let server: TestServer
let staff: Client
let member: Client
/** A clinic of the member's team that was held, one that is coming, and one of another team. */
let own: { held: string; coming: string; other: string }
let today: string

beforeAll(async () => {
  server = await startTestServer()
  staff = await server.as('staff')
  member = await server.as('member')
  const me = expectOk(await member.get<{ teamIds: string[]; org: { today: string } }>('/api/me'))
  today = me.org!.today
  const teamId = me.teamIds![0]!
  own = await server.rows(async ({ tx, scope }) => {
    const clinics = await tx
      .selectFrom('visits')
      .innerJoin('activity_kinds', 'activity_kinds.id', 'visits.activity_kind_id')
      .select(['visits.id', 'visits.team_id as teamId'])
      .where('visits.org_id', '=', scope.orgId)
      .where('activity_kinds.counts_as', '=', 'clinic')
      .where('visits.status', '=', 'settled')
      .orderBy('visits.id')
      .execute()
    const [held, coming, other] = clinics.filter((it) => it.teamId !== teamId)
    const move = (id: string, date: string, status: 'settled' | 'accepted') =>
      tx.updateTable('visits').set({ team_id: teamId, date, status }).where('id', '=', id).execute()
    await move(held!.id, addDays(today, -3), 'settled')
    await move(coming!.id, addDays(today, 5), 'accepted')
    await tx
      .updateTable('visits')
      .set({ date: addDays(today, -2) })
      .where('id', '=', other!.id)
      .execute()
    return { held: held!.id, coming: coming!.id, other: other!.id }
  })
})
afterAll(() => server.close())

const list = async (client: Client, query: string): Promise<readonly Clinic[]> =>
  expectOk(await client.get<{ rows: Clinic[] }>(`/api/clinics?${query}`)).rows!
const read = async (client: Client, id: string): Promise<Clinic & { known: { topics: string[]; titles: string[] } }> =>
  expectOk(await client.get<Clinic & { known: { topics: string[]; titles: string[] } }>(`/api/clinics/${id}`)) as never
const record = (client: Client, id: string, version: number, body: object) =>
  client.call('PUT', `/api/clinics/${id}`, { version, key: newId(), body: { questions: [], pamphlets: [], ...body } })

describe('what a clinic came to', () => {
  it('is not told again under an old key to a member whose team it is no longer', async () => {
    const key = newId()
    const body = { questions: [], pamphlets: [] }
    const write = () => member.call('PUT', `/api/clinics/${own.held}`, { version: 0, key, body })
    expectOk(await write())
    expect((await write()).headers.get('idempotency-replayed')).toBe('true')
    const give = (of: string) =>
      server.database.pool.query(
        'UPDATE visits SET team_id = (SELECT team_id FROM visits WHERE id = $1) WHERE id = $2',
        [of, own.held],
      )
    await give(own.other)
    expect((await write()).status).toBe(404)
    await give(own.coming)
    await server.database.pool.query('DELETE FROM clinics WHERE visit_id = $1', [own.held])
  })

  it('refuses more answers than questions, and a name written twice', async () => {
    const over = await record(staff, own.held, 0, { questions: [{ topic: '加班', asked: 1, answered: 2 }] })
    expect(over.body.code).toBe('ANSWERED_OVER_ASKED')
    const pamphlets = [1, 2].map((copies) => ({ title: '工会法', copies }))
    expect((await record(staff, own.held, 0, { pamphlets })).body.code).toBe('NAMED_TWICE')
  })

  it('waits until the team has arrived', async () => {
    expect((await record(member, own.coming, 0, {})).body.code).toBe('CLINIC_NOT_HELD')
  })

  it('is added up, and its names are offered at the next clinic', async () => {
    expectOk(
      await record(member, own.held, 0, {
        questions: [
          { topic: '加班', asked: 7, answered: 6 },
          { topic: '工伤', asked: 3, answered: 3 },
        ],
        pamphlets: [{ title: '劳动合同法问答', copies: 80 }],
      }),
    )
    const sums = { recorded: true, asked: 10, answered: 9, copies: 80, version: 1 }
    expect((await list(staff, 'year=2026')).find((it) => it.visitId === own.held)).toMatchObject(sums)
    expect((await read(member, own.coming)).known).toEqual({
      topics: ['工伤', '加班', '拖欠工资', '没签劳动合同'],
      titles: ['劳动合同法问答'],
    })
  })

  it('is refused on an old version with both values, unless both wrote the same', async () => {
    const mine = { questions: [{ topic: '加班', asked: 9, answered: 6 }] }
    const late = await record(staff, own.held, 0, mine)
    expect([late.status, late.body.code, late.body.version]).toEqual([409, 'STALE', 1])
    expect(late.body.differs).toEqual([
      {
        field: 'questions',
        yours: mine.questions,
        theirs: [
          { topic: '加班', asked: 7, answered: 6 },
          { topic: '工伤', asked: 3, answered: 3 },
        ],
      },
      { field: 'pamphlets', yours: [], theirs: [{ title: '劳动合同法问答', copies: 80 }] },
    ])
    expect(await read(staff, own.held)).toMatchObject({ asked: 10, copies: 80, version: 1 })
    const { questions, pamphlets } = await read(staff, own.held)
    const same = await record(staff, own.held, 0, { questions: questions.toReversed(), pamphlets })
    expect([same.status, same.body['version']]).toEqual([200, 1])
    expect((await member.call('PUT', `/api/clinics/${own.held}`, { body: mine })).status).toBe(428)
  })
})

describe('whose clinics', () => {
  it('a member reads and writes those of their own teams only', async () => {
    const before = await read(staff, own.other)
    const seen = await member.get(`/api/clinics/${own.other}`)
    expect([seen.status, seen.body.code]).toEqual([404, 'NOT_FOUND'])
    const written = await record(member, own.other, before.version, { pamphlets: [{ title: '工会法', copies: 1 }] })
    expect([written.status, written.body.code]).toEqual([404, 'NOT_FOUND'])
    expect(await read(staff, own.other)).toEqual(before)
    expect((await list(member, 'coming=true')).map((it) => it.visitId).toSorted()).toEqual(
      [own.held, own.coming].toSorted(),
    )
  })

  it('the days and whether they are coming narrow the list; `own` leaves others out for the office too', async () => {
    const near = `from=${addDays(today, -30)}&to=${addDays(today, 14)}`
    expect((await list(member, `${near}&coming=true`)).map((it) => [it.visitId, it.held])).toEqual([
      [own.coming, false],
      [own.held, true],
    ])
    expect((await list(member, near)).map((it) => it.visitId)).toEqual([own.held])
    expect((await list(member, `from=${addDays(today, 6)}&coming=true`)).length).toBe(0)
    expect((await list(staff, near)).map((it) => it.visitId)).toContain(own.other)
    expect(await list(staff, `${near}&own=true`)).toEqual([])
  })
})
