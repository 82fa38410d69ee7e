import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../../../tests/support/server.ts'
import { newId } from '../../base/ids.ts'
import { inScope } from './scope.ts'
import { tables } from './tables.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

it('shows nothing of another county, even to a query that forgets to ask', async () => {
  const other = { ...server.scope, orgId: newId() }
  const mine = await inScope(server.database, server.scope, ({ tx }) =>
    tx.selectFrom('enterprises').select('id').execute(),
  )
  const theirs = await inScope(server.database, other, ({ tx }) => tx.selectFrom('enterprises').select('id').execute())
  expect([mine.length, theirs.length]).toEqual([136, 0])
})

it('lets no row be written into another county', async () => {
  await expect(
    inScope(server.database, server.scope, ({ tx }) =>
      tx.insertInto('people').values({ org_id: newId(), id: newId(), name: '外县' }).execute(),
    ),
  ).rejects.toThrow(/row-level security/)
})

it('guards every tenant table and lists every table in one class', async () => {
  const { rows } = await sql<{ name: string; guarded: boolean }>`
    SELECT relname AS name, relrowsecurity AND relforcerowsecurity AS guarded
    FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`.execute(server.database.kysely)
  const guarded = rows.filter((row) => row.guarded).map((row) => row.name)
  expect(guarded.toSorted()).toEqual([...tables.tenant].toSorted())
  expect(rows.map((row) => row.name).toSorted()).toEqual(Object.values(tables).flat().toSorted())
})

it('refuses a scope whose county is no id', async () => {
  await expect(inScope(server.database, { ...server.scope, orgId: "x'; --" }, async () => 1)).rejects.toThrow()
})
