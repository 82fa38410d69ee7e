import { sql } from 'kysely'
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

it('puts two drafts of one month into force one after the other, never over a budget', async () => {
  const drafts = await Promise.all([steps.plan({ seed: 4 }), steps.plan({ seed: 5 })])
  const both = await Promise.all(drafts.map((id) => steps.publish(id)))
  expect(both.map((it) => it.status)).toContain(200)
  for (const it of both) if (it.status !== 200) expect(['PLAN_OUTDATED', 'RULES_BROKEN']).toContain(it.body.code)
  const sent = (await steps.visits('from=2026-12-01&to=2026-12-31')).filter((it) => it.status === 'dispatched')
  expect(new Set(sent.map((it) => it.requestId)).size).toBe(sent.length)
  const plans = expectOk(await staff.get<{ status: string; from: string }[]>('/api/plans'))
  const inForce = (plans as { status: string; from: string }[]).filter((it) => it.status === 'published')
  expect(inForce.filter((it) => it.from >= '2026-12-01')).toHaveLength(1)
  for (const it of (await steps.board(drafts[0]!)).enterprises)
    expect(sent.filter((visit) => visit.enterpriseId === it.id).length).toBeLessThanOrEqual(it.allowed)
})

it('does not bring back a visit that is declined while it is being published', async () => {
  const planId = await steps.plan({ seed: 6 })
  const { requestId } = await steps.moveOne(await steps.board(planId), (it) => it.change === 'same')
  const visit = (await steps.visits('from=2026-12-01&to=2026-12-31')).find(
    (it) => it.requestId === requestId && it.status === 'dispatched',
  )!
  // The decline holds the visit's row while the publishing runs, and commits in its middle.
  const published = await server.rows(async ({ tx, scope }) => {
    const at = <Table extends 'visits' | 'requests'>(table: Table, id: string) =>
      sql`UPDATE ${sql.table(table)} SET status = ${table === 'visits' ? 'declined' : 'open'}, version = version + 1
          WHERE org_id = ${scope.orgId} AND id = ${id}`.execute(tx)
    await at('visits', visit.id)
    await at('requests', requestId)
    const answer = steps.publish(planId)
    await new Promise((done) => setTimeout(done, 1_000))
    return { answer }
  })
  expectOk(await published.answer)
  expect((await steps.visit(visit.id)).status).toBe('declined')
  const live = (await steps.visits('from=2026-12-01&to=2026-12-31')).filter((it) => it.requestId === requestId)
  expect(live.map((it) => it.status).toSorted()).toEqual(['declined', 'dispatched'])
})
