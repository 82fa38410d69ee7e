import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../../../tests/support/server.ts'
import { newId } from '../../base/ids.ts'
import { inScope, type Scope } from './scope.ts'
import { updateRow } from './update-row.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const read = () =>
  server.rows(({ tx }) =>
    tx
      .selectFrom('teams')
      .select(['id', 'name', 'base_name', 'version', 'updated_at'])
      .orderBy('id')
      .executeTakeFirstOrThrow(),
  )
const rename = (name: string, id: string, version: number, scope: Scope = server.scope) =>
  inScope(server.database, scope, (context) => updateRow(context, 'teams', id, version, { name, base_name: undefined }))

it('writes what was made on the version that stands, counts it up, and leaves the rest', async () => {
  const before = await read()
  expect(await rename('改过的队', before.id, before.version)).toBe(true)
  const after = await read()
  expect(after).toEqual({ ...before, name: '改过的队', version: before.version + 1, updated_at: after.updated_at })
  expect(new Date(after.updated_at).getTime()).toBe(server.scope.now.getTime())
})

it('writes nothing on a version that is over, of no row, or of another county', async () => {
  const before = await read()
  expect(await rename('晚了一步', before.id, before.version - 1)).toBe(false)
  expect(await rename('没有这队', newId(), before.version)).toBe(false)
  expect(await rename('外县', before.id, before.version, { ...server.scope, orgId: newId() })).toBe(false)
  expect(await read()).toEqual(before)
})

it('lets one of two through that write the same version at once', async () => {
  const { id, version } = await read()
  expect((await Promise.all(['甲', '乙'].map((name) => rename(name, id, version)))).toSorted()).toEqual([false, true])
})
