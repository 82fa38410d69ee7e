import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../platform/base/civil-date.ts'
import { newId } from '../../platform/base/ids.ts'
import { withScope } from '../../platform/server/db/scope.ts'
import { startTestServer, type Client, type TestServer } from '../../../tests/support/server.ts'
import { expectOk } from '../../../tests/support/visit-steps.ts'
import type { CaseDetail, CaseRow } from './contract.ts'
import { watchCounty } from './server/watch-cases.ts'

let server: TestServer
let staff: Client
let admin: Client
let lawyer: Client
let contact: Client
let lawyerId: string
let enterpriseId: string

/** Words that must lie open nowhere. */
const CANARY = '金丝雀小满'
const PHONE = '13812345678'
const told = {
  channel: 'clinic',
  topic: 'wages',
  employer: '某某纺织有限公司（虚构）',
  message: `${CANARY}：三个月没发工资`,
  persons: [{ name: CANARY, phone: PHONE, claim: { region: '321324', employment: { start: '2024-03-01' } } }],
}

beforeAll(async () => {
  server = await startTestServer()
  ;[staff, admin, lawyer, contact] = (await Promise.all(
    (['staff', 'admin', 'member', 'contact'] as const).map((role) => server.as(role)),
  )) as [Client, Client, Client, Client]
  lawyerId = expectOk(await lawyer.get<{ person: { id: string } }>('/api/me')).person!.id
  enterpriseId = expectOk(await contact.get<{ enterpriseId: string }>('/api/me')).enterpriseId!
})
afterAll(() => server.close())

interface Made {
  readonly id: string
  readonly number: string
  readonly followCode: string
}
const create = async (more: object = {}): Promise<Made> =>
  expectOk(await staff.post('/api/cases', { ...told, ...more })) as unknown as Made
const read = async (client: Client, id: string) =>
  expectOk(await client.get<CaseDetail>(`/api/cases/${id}`)) as CaseDetail

/** Takes an item of evidence with a file in. @returns its path */
const withFile = async (client: Client, id: string): Promise<string> => {
  const form = new FormData()
  form.append('file', new Blob([`${CANARY} 红皮账本`]), `${CANARY}.txt`)
  const item = expectOk(
    await client.post<{ id: string }>(`/api/cases/${id}/evidence`, { state: 'can_get', item: `${CANARY}红皮账本` }),
  )
  const path = `/api/cases/${id}/evidence/${item.id}/file`
  expectOk(await client.call('POST', path, { form }))
  return path
}
interface Look {
  readonly personName: string
  readonly what: string
  readonly refused: boolean
}
const looksOf = async (id: string): Promise<readonly Look[]> =>
  expectOk(await admin.get<{ rows: Look[] }>(`/api/cases/${id}/views`)).rows!
const round = () => server.rows((bare) => watchCounty(withScope(bare, { roles: ['admin'] }), server.app.services))

describe('a lawyer', () => {
  let made: Made
  let file: string
  let seen: CaseDetail
  const mayRead = () => [
    `/api/cases/${made.id}`,
    file,
    `/api/cases/${made.id}/claimants/${seen.persons[0]!.id}/entitlements`,
    `/api/cases/${made.id}/papers/complaint`,
  ]
  const inbox = async () => JSON.stringify((await lawyer.get('/api/my/notices?limit=100')).body)
  const unread = async () => expectOk(await lawyer.get<{ unread: number }>('/api/my/notices/unread')).unread!
  const total = async () => expectOk(await lawyer.get<{ total: number }>('/api/cases')).total!

  it('reaches a case while on it, by every way there is', async () => {
    const before = await unread()
    made = await create()
    expectOk(await staff.post(`/api/cases/${made.id}/accept`, { path: 'arbitration' }))
    for (const path of [`/api/cases/${made.id}`, `/api/cases/${made.id}/papers/complaint`])
      expect((await lawyer.get(path)).status).toBe(404)
    expect(await total()).toBe(0)
    expectOk(await staff.post(`/api/cases/${made.id}/people`, { personId: lawyerId, duty: 'lawyer' }))
    seen = await read(lawyer, made.id)
    expect(seen.persons[0]!.name).toBe(CANARY)
    file = await withFile(lawyer, made.id)
    const got = await lawyer.get(file)
    expect(got.bytes.toString()).toBe(`${CANARY} 红皮账本`)
    expect(got.headers.get('content-type')).toBe('application/octet-stream')
    expect(got.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(got.headers.get('cache-control')).toBe('no-store')
    for (const path of mayRead()) expectOk(await lawyer.get(path))
    expectOk(await lawyer.post(`/api/cases/${made.id}/steps`, { kind: 'mediation_asked', on: '2026-11-17' }))
    await round()
    expect(await inbox()).toContain(`案号 ${made.number}：调解期限，最迟 2026-12-02`)
    expect(await unread()).toBeGreaterThan(before)
    expect(await total()).toBe(1)
  })

  it('taken off, has lost list, case, file, figures, paper, writing, notices and counts at once', async () => {
    const feed = expectOk(await lawyer.post<{ address: string }>('/api/calendar-feeds', { of: 'member' })).address!
    expectOk(await staff.call('DELETE', `/api/cases/${made.id}/people/${lawyerId}`))
    for (const path of mayRead()) expect([path, (await lawyer.get(path)).status]).toEqual([path, 404])
    const person = seen.persons[0]!
    for (const gone of [
      await lawyer.post(`/api/cases/${made.id}/steps`, { kind: 'note', on: '2026-11-30' }),
      await lawyer.call('PATCH', `/api/cases/${made.id}`, { version: seen.version, body: { topic: 'leave' } }),
      await lawyer.call('PUT', `/api/cases/${made.id}/claimants/${person.id}/outcome`, {
        version: person.version,
        body: { outcome: 'advised' },
      }),
      await lawyer.call('PUT', `/api/cases/${made.id}/claimants/${person.id}/answer`, { body: { text: '已答复' } }),
    ])
      expect([gone.status, JSON.stringify(gone.body).includes(CANARY)]).toEqual([404, false])
    for (const query of ['', '?status=open', '?urgent=true', '?dueWithin=60', '?year=2026'])
      expect(expectOk(await lawyer.get<{ total: number; rows: CaseRow[] }>(`/api/cases${query}`))).toEqual({
        total: 0,
        rows: [],
      })
    expect(await inbox()).not.toContain(made.number)
    expect(await inbox()).not.toContain(made.id)
    const calendar = await server.nobody.get(new URL(feed).pathname)
    expect(calendar.bytes.toString()).not.toMatch(new RegExp(`${made.number}|${made.id}|法律援助`))
    await round()
    expect(await inbox()).not.toContain(made.number)
  })

  it('taken off, is not told again what a write under an old key had answered, nor that there was one', async () => {
    const { id } = await create()
    expectOk(await staff.post(`/api/cases/${id}/people`, { personId: lawyerId, duty: 'lawyer' }))
    const write = (key: string, on = '2026-11-30') =>
      lawyer.post<{ id: string }>(`/api/cases/${id}/steps`, { kind: 'note', on, note: CANARY }, { key })
    const key = newId()
    const first = expectOk(await write(key))
    const again = await write(key)
    expect([again.body.id, again.headers.get('idempotency-replayed')]).toEqual([first.id, 'true'])
    expectOk(await staff.call('DELETE', `/api/cases/${id}/people/${lawyerId}`))
    const refused = (await looksOf(id)).filter((it) => it.refused).length
    for (const gone of [await write(key), await write(key, '2026-11-29'), await write(newId())]) {
      expect([gone.status, gone.body.code]).toEqual([404, 'NOT_FOUND'])
      expect(gone.headers.get('idempotency-replayed')).toBeNull()
      expect(JSON.stringify(gone.body)).not.toContain(first.id)
    }
    expect((await looksOf(id)).filter((it) => it.refused)).toHaveLength(refused + 3)
    // Back on the case, the first write still stands for all of them.
    expectOk(await staff.post(`/api/cases/${id}/people`, { personId: lawyerId, duty: 'lawyer' }))
    expect(expectOk(await write(key)).id).toBe(first.id)
    expect((await read(lawyer, id)).steps).toHaveLength(1)
  })

  it('leaves a trace of each look, also of those refused; so does a contact, and who has not signed in', async () => {
    const before = (await looksOf(made.id)).length
    await lawyer.get(`/api/cases/${made.id}`)
    await lawyer.get(file)
    await contact.get(`/api/cases/${made.id}/papers/complaint`)
    await server.nobody.get(`/api/cases/${made.id}`)
    expectOk(await staff.get(`/api/cases/${made.id}`))
    const names = Object.fromEntries(
      await Promise.all(
        [lawyer, contact, staff].map(async (one, at) => [
          ['lawyer', 'contact', 'staff'][at]!,
          expectOk(await one.get<{ person: { name: string } }>('/api/me')).person!.name,
        ]),
      ),
    ) as Record<string, string>
    const looks = (await looksOf(made.id)).toReversed().slice(before)
    expect(looks.map(({ personName, what, refused }) => [personName, what, refused])).toEqual([
      [names['lawyer'], 'case', true],
      [names['lawyer'], 'file', true],
      [names['contact'], 'document', true],
      ['没有登录的人', 'case', true],
      [names['staff'], 'case', false],
    ])
    // What is not there, or was asked for in the wrong form, is no refusal.
    await lawyer.get(`/api/cases/${newId()}`)
    await staff.get(`/api/cases/${made.id}/evidence/${newId()}/file`)
    await staff.post(`/api/cases/${made.id}/close`)
    expect(await looksOf(made.id)).toHaveLength(before + 5)
  })
})

describe('what was told', () => {
  const dump = () =>
    server.rows(async ({ tx }) => {
      const tables = (
        await sql<{ name: string }>`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`.execute(tx)
      ).rows
      const readable = tables.filter((it) => !/^(auth_|schema_|calendar_token_d)/.test(it.name))
      const texts: string[] = []
      for (const { name } of readable)
        texts.push(JSON.stringify((await sql`SELECT t::text FROM ${sql.table(name)} t`.execute(tx)).rows))
      return texts.join('\n')
    })
  const filesIn = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((it) => it.isFile())
      .map((it) => join(it.parentPath, it.name))

  it('lies open in no table and no file of the data folder', async () => {
    const { id } = await create()
    await withFile(staff, id)
    const person = (await read(staff, id)).persons[0]!
    const answered = `${CANARY}的工资已追回`
    expectOk(
      await staff.call('PUT', `/api/cases/${id}/claimants/${person.id}/answer`, {
        key: newId(),
        body: { text: answered, deliveredOn: '2026-11-30', deliveredBy: 'phone' },
      }),
    )
    expectOk(await staff.post(`/api/cases/${id}/steps`, { kind: 'note', on: '2026-11-30', note: CANARY }))
    expectOk(
      await staff.call('PATCH', `/api/cases/${id}/claimants/${person.id}`, {
        key: newId(),
        version: person.version,
        body: { phone: PHONE },
      }),
    )
    const rows = await dump()
    expect(rows).toContain('某某纺织有限公司（虚构）')
    const folder = server.dataDir
    const files = filesIn(folder)
    expect(files.filter((it) => it.includes('files')).length).toBeGreaterThan(0)
    const written = files.map((it) => it + readFileSync(it).toString('latin1')).join('\n')
    for (const word of [CANARY, PHONE, '红皮账本', '三个月没发工资', '工资已追回']) {
      expect([word, rows.includes(word), rows.includes(Buffer.from(word).toString('hex'))]).toEqual([
        word,
        false,
        false,
      ])
      expect([word, written.includes(Buffer.from(word).toString('latin1'))]).toEqual([word, false])
    }
  })

  it('is sealed under a key of each case: moved into another case it does not open', async () => {
    const [one, other] = [await create(), await create()]
    const keys = await server.rows(({ tx }) =>
      tx.selectFrom('cases').select('wrapped_key').where('id', 'in', [one.id, other.id]).execute(),
    )
    expect(keys[0]!.wrapped_key.equals(keys[1]!.wrapped_key)).toBe(false)
    await server.rows(({ tx }) =>
      sql`UPDATE case_claimants SET sealed = (SELECT sealed FROM case_claimants WHERE case_id = ${one.id})
        WHERE case_id = ${other.id}`.execute(tx),
    )
    expect((await staff.get(`/api/cases/${other.id}`)).status).toBe(500)
    expect((await read(staff, one.id)).persons[0]!.name).toBe(CANARY)
  })
})

describe('the contact of the enterprise', () => {
  /** All that a contact can be told: the answer of every operation that reads, for every id of theirs. */
  const everythingTold = async (ids: readonly string[]): Promise<string> => {
    const { paths } = expectOk(
      await server.nobody.get<{ paths: Record<string, Record<string, unknown>> }>('/api/openapi.json'),
    )
    const today = expectOk(await contact.get<{ org: { today: string } }>('/api/me')).org!.today
    const query = `?year=2026&month=2026-12&from=${today}&to=${addDays(today, 30)}&date=${today}&enterpriseId=${enterpriseId}`
    const answers: string[] = []
    for (const [path, methods] of Object.entries(paths!).toSorted()) {
      if (!('get' in methods) || path === '/api/health' || path === '/api/openapi.json') continue
      const asked = path.includes('{')
        ? ids.map((id) => path.replaceAll('{code}', '0'.repeat(26)).replaceAll(/\{\w+\}/g, id))
        : [path]
      for (const one of asked)
        for (const way of [one, one + query]) {
          const { status, bytes } = await contact.get(way)
          answers.push(`${way} ${status} ${bytes.toString()}`)
        }
    }
    expect(answers.filter((it) => / 200 /.test(it)).length).toBeGreaterThan(10)
    return answers.join('\n')
  }

  it('is told the same with a case against it as without, and nothing of who complained', async () => {
    const before = await everythingTold([enterpriseId])
    const made = await create({ employer: '某企业', enterpriseId })
    await withFile(staff, made.id)
    expectOk(await staff.post(`/api/cases/${made.id}/accept`, { path: 'mediation' }))
    expectOk(await staff.post(`/api/cases/${made.id}/steps`, { kind: 'mediation_asked', on: '2026-11-20' }))
    await round()
    expect(await everythingTold([enterpriseId])).toBe(before)
    const { persons, evidence } = await read(staff, made.id)
    const asked = await everythingTold([made.id, persons[0]!.id, evidence[0]!.id])
    for (const word of [CANARY, PHONE, made.number, made.followCode])
      expect([word, asked.includes(word)]).toEqual([word, false])
    for (const line of asked.split('\n').filter((it) => it.includes(`/api/cases/${made.id}`)))
      expect(line).toMatch(/ (400|403|404|405) /)
  })

  it('drawn for a check-up because of a case, stands among others with no trace of why', async () => {
    const [{ id: free }] = expectOk(await staff.get<{ id: string }[]>('/api/check-up-candidates')) as unknown as [
      { id: string },
    ]
    const { id: caseId, number } = await create({ enterpriseId: free })
    const drawn = expectOk(
      await staff.post<{ id: string }>('/api/check-up-draws', {
        size: 8,
        include: [free],
        salt: `${newId()}${newId()}`,
      }),
    )
    const draw = expectOk(await admin.get<{ drawn: string[] }>(`/api/check-up-draws/${drawn.id}`))
    expect(draw.drawn).toHaveLength(8)
    expect(draw.drawn).toContain(free)
    const rows = await server.rows(async ({ tx }) =>
      (
        await sql<{ row: string }>`
            SELECT t::text AS row FROM check_up_draws t WHERE id = ${drawn.id}
            UNION ALL SELECT t::text FROM check_ups t WHERE draw_id = ${drawn.id}
            UNION ALL SELECT t::text FROM audit_entries t WHERE operation LIKE 'checkUps.%' OR operation LIKE 'check-ups.%'`.execute(
          tx,
        )
      ).rows.map((it) => it.row),
    )
    expect(rows.filter((it) => it.includes(free)).length).toBeGreaterThan(0)
    for (const word of [caseId, number, CANARY]) expect(rows.join()).not.toContain(word)
    // The check-up of the one asked for differs from the others by ids and times only.
    const shapes = await server.rows(
      async ({ tx }) =>
        (
          await sql<{ shape: string }>`
            SELECT DISTINCT (to_jsonb(t) - 'id' - 'enterprise_id')::text AS shape FROM check_ups t WHERE draw_id = ${drawn.id}`.execute(
            tx,
          )
        ).rows,
    )
    expect(shapes).toHaveLength(1)
  })
})
