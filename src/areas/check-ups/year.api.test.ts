import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { shippedInstruments } from '../../engines/checkup/index.ts'
import { newId } from '../../platform/base/ids.ts'
import { startTestServer, type Client, type TestServer } from '../../../tests/support/server.ts'
import { expectOk } from '../../../tests/support/visit-steps.ts'

const items = shippedInstruments[0]!.items
const colors = ['green', 'yellow', 'orange', 'red', null] as const
const states = ['open', 'submitted', 'passed', 'returned'] as const

let server: TestServer
let chair: Client

beforeAll(async () => {
  server = await startTestServer()
  chair = await server.as('chair')
  await server.rows(async ({ tx, scope }) => {
    await tx.deleteFrom('check_ups').where('org_id', '=', scope.orgId).execute()
    const draw = await tx.selectFrom('check_up_draws').select('id').where('org_id', '=', scope.orgId).executeTakeFirst()
    const enterprises = await tx
      .selectFrom('enterprises')
      .select('id')
      .where('org_id', '=', scope.orgId)
      .orderBy('id')
      .limit(40)
      .execute()
    // Every enterprise twice, over the turn of a year; numbers that share no divisor spread all that can differ.
    for (let at = 0; at < 80; at++) {
      const id = newId()
      const enterprise_id = enterprises[at % enterprises.length]!.id
      const checked_on = at % 7 === 0 ? '2025-12-31' : at % 5 === 0 ? '2026-01-01' : `2026-0${1 + (at % 9)}-1${at % 10}`
      // One of each two at most is still under way.
      const status = at < 40 ? 'reported' : at % 11 === 0 ? 'planned' : at % 4 === 0 ? 'submitted' : 'reported'
      const planned = status === 'planned'
      await tx
        .insertInto('check_ups')
        .values({
          org_id: scope.orgId,
          id,
          enterprise_id,
          draw_id: draw!.id,
          status,
          checked_on: planned ? null : checked_on,
          color: planned ? null : colors[at % colors.length]!,
        })
        .execute()
      if (planned) continue
      for (let place = 0; place < at % 6; place++) {
        const item = items[(at * 3 + place * 7) % 17]!
        const state = states[(at + place) % states.length]!
        await tx
          .insertInto('check_up_findings')
          .values({
            org_id: scope.orgId,
            id: newId(),
            check_up_id: id,
            enterprise_id,
            item_id: item.id,
            place,
            title: item.title,
            detail: JSON.stringify({
              finding: { what: '虚构', standard: '', articles: [], liability: '', evidence: [] },
              prescription: { action: '', days: 5, unit: 'calendar', basis: 'proposed', basisText: '', proof: [] },
            }),
            severity: item.severity,
            status: state,
            due_on: place === 4 ? null : (at + place) % 2 === 0 ? '2026-11-29' : '2026-11-30',
            passed_on: state === 'passed' ? sql`${checked_on}::date + ${(at * 7 + place * 3) % 37}::int` : null,
          })
          .execute()
      }
    }
  })
})
afterAll(() => server.close())

interface Told {
  readonly enterprises: number
  readonly found: number
  readonly repaired: number
  readonly share: number
  readonly overdue: number
  readonly medianDays: number | null
  readonly longestDays: number | null
  readonly steps: readonly number[]
}
interface Year {
  readonly checkUps: number
  readonly colors: readonly { readonly color: string; readonly count: number }[]
  readonly all: Told
  readonly severities: readonly (Told & { readonly severity: string })[]
  readonly items: readonly (Told & { readonly itemId: string })[]
}

/** The same figures by the database alone, from the rows and in another way than the program counts them. */
const counted = async (by: 'item_id' | 'severity' | 'whole') =>
  server.rows(async ({ tx }) => {
    const key = by === 'whole' ? sql`'all'` : sql.ref(`f.${by}`)
    const took = sql`(f.passed_on - c.checked_on)`
    const passed = sql`FILTER (WHERE f.status = 'passed')`
    const { rows } = await sql<Record<string, unknown>>`
      SELECT ${key} AS key, count(DISTINCT f.enterprise_id)::int AS enterprises, count(*)::int AS found,
        (count(*) ${passed})::int AS repaired,
        (count(*) ${passed})::float8 / count(*) AS share,
        (count(*) FILTER (WHERE f.status IN ('open', 'returned') AND f.due_on <= '2026-11-29'))::int AS overdue,
        (percentile_cont(0.5) WITHIN GROUP (ORDER BY ${took}) ${passed})::float8 AS "medianDays",
        (max(${took}) ${passed})::int AS "longestDays",
        ARRAY[
          count(*) FILTER (WHERE f.status = 'passed' AND ${took} <= 7),
          count(*) FILTER (WHERE f.status = 'passed' AND ${took} BETWEEN 8 AND 15),
          count(*) FILTER (WHERE f.status = 'passed' AND ${took} BETWEEN 16 AND 30),
          count(*) FILTER (WHERE f.status = 'passed' AND ${took} > 30)
        ]::int[] AS steps
      FROM check_up_findings f JOIN check_ups c ON c.id = f.check_up_id
      WHERE extract(year FROM c.checked_on) = 2026
      GROUP BY 1`.execute(tx)
    return Object.fromEntries(rows.map(({ key: name, ...told }) => [String(name), told]))
  })

const byKey = <Row extends Told>(rows: readonly Row[], key: keyof Row): Record<string, unknown> =>
  Object.fromEntries(
    rows.map(({ enterprises, found, repaired, share, overdue, medianDays, longestDays, steps, ...rest }) => [
      String((rest as Record<keyof Row, unknown>)[key]),
      { enterprises, found, repaired, share, overdue, medianDays, longestDays, steps },
    ]),
  )

const totalOf = async (path: string): Promise<number> =>
  expectOk(await chair.get<{ total: number }>(`${path}&limit=1`)).total!

it('tells the figures that the database counts by itself, and each opens to as many rows', async () => {
  const year = expectOk(await chair.get('/api/check-up-year?year=2026')) as unknown as Year
  expect(year.all.found).toBeGreaterThan(100)
  expect(year.all).toMatchObject((await counted('whole'))['all']!)
  expect(byKey(year.severities, 'severity')).toEqual(await counted('severity'))
  expect(byKey(year.items, 'itemId')).toEqual(await counted('item_id'))

  const findings = '/api/check-up-findings?year=2026'
  const opened = async (part: string, told: Told): Promise<void> => {
    expect([part, await totalOf(`${findings}${part}`)]).toEqual([part, told.found])
    expect([part, await totalOf(`${findings}${part}&status=passed`)]).toEqual([part, told.repaired])
    expect([part, await totalOf(`${findings}${part}&overdue=true`)]).toEqual([part, told.overdue])
  }
  await opened('', year.all)
  for (const it of year.severities) await opened(`&severity=${it.severity}`, it)
  for (const it of year.items) await opened(`&itemId=${it.itemId}`, it)
  expect(await totalOf('/api/check-ups?year=2026&done=true')).toBe(year.checkUps)
  expect(year.colors).toHaveLength(colors.length)
  for (const { color, count } of year.colors)
    expect([color, await totalOf(`/api/check-ups?year=2026&done=true&color=${color}`)]).toEqual([color, count])
  expect(year.colors.reduce((sum, it) => sum + it.count, 0)).toBe(year.checkUps)
})
