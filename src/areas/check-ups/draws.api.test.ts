import { createHash } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { newId } from '../../platform/base/ids.ts'
import { expectOk } from '../../../tests/support/visit-steps.ts'
import type { CheckUpRow, DrawRow, FindingView } from './contract.ts'
import { drawnBy } from './domain/index.ts'
import {
  TODAY,
  server,
  staff,
  member,
  contact,
  chair,
  enterpriseId,
  salt,
  read,
  draw,
  useCheckUpCounty,
} from '../../../tests/support/check-up-county.ts'

useCheckUpCounty()

describe('the demo county', () => {
  // What follows counts its own check-ups only.
  afterAll(() => server.rows(({ tx, scope }) => tx.deleteFrom('check_ups').where('org_id', '=', scope.orgId).execute()))

  it('has two check-ups that were reported, one to come, and their repairs', async () => {
    const rows = expectOk(await staff.get<{ rows: CheckUpRow[] }>('/api/check-ups')).rows!
    expect(rows.map((it) => [it.status, it.checkedOn, it.color])).toEqual([
      ['reported', '2026-11-05', 'green'],
      ['reported', '2026-11-20', 'red'],
      ['planned', null, null],
    ])
    expect(rows[2]).toMatchObject({ enterpriseId, plannedOn: TODAY })
    const found = expectOk(await staff.get<{ rows: FindingView[] }>('/api/check-up-findings')).rows!
    expect(found.map((it) => [it.itemId, it.status, it.overdue, it.escalation])).toEqual([
      ['C2', 'passed', false, 'none'],
      ['C1', 'open', true, 'reminder'],
      ['W1', 'open', true, 'opinion'],
      ['W4', 'open', false, 'none'],
      ['H5', 'submitted', false, 'none'],
    ])
    expect(found.every((it) => it.fact.includes('虚构'))).toBe(true)
    expect((await read(member, rows[2]!.id)).can).toContain('start')
    expectOk(await contact.get(`/api/check-ups/${rows[2]!.id}/self-check`))
  })
})

describe('a draw', () => {
  it('holds who was asked for, and tells nobody: drawing again by seed gives the same', async () => {
    const id = await draw({ size: 8, include: [enterpriseId] })
    const drawn = expectOk(
      await chair.get<{ seed: string; size: number; candidates: string[]; drawn: string[] }>(
        `/api/check-up-draws/${id}`,
      ),
    )
    expect(drawn.drawn).toHaveLength(8)
    expect(drawn.drawn).toContain(enterpriseId)
    expect(drawn.drawn).toEqual(drawnBy(drawn.seed!, drawn.candidates!, drawn.size!))
    // No row anywhere names the enterprises that were asked for apart from the others.
    const rows = await server.rows(({ tx, scope }) =>
      tx.selectFrom('check_ups').selectAll().where('org_id', '=', scope.orgId).where('draw_id', '=', id).execute(),
    )
    const shapes = rows.map((it) => JSON.stringify({ ...it, id: '', enterprise_id: '' }))
    expect(new Set(shapes).size).toBe(1)
    const columns = await server.rows(({ tx, scope }) =>
      tx.selectFrom('check_up_draws').selectAll().where('org_id', '=', scope.orgId).where('id', '=', id).execute(),
    )
    expect(Object.keys(columns[0]!).toSorted()).toEqual(
      ['candidates', 'created_at', 'drawn_by', 'drawn_on', 'id', 'org_id', 'seed', 'size'].toSorted(),
    )
  })

  it('leaves no hash by which the one asked for could be found by trying', async () => {
    const { id: enterprise } = (
      expectOk(await staff.get('/api/check-up-candidates')) as unknown as { id: string }[]
    )[0]!
    const key = newId()
    const body = { size: 4, include: [enterprise] }
    const bare = await staff.post('/api/check-up-draws', body)
    expect([bare.status, bare.body.fields?.[0]?.path]).toEqual([400, 'body.salt'])
    expectOk(await staff.post('/api/check-up-draws', { ...body, salt }, { key }))
    const kept = await server.rows(({ tx, scope }) =>
      tx
        .selectFrom('idempotency_keys')
        .select('body_hash')
        .where('org_id', '=', scope.orgId)
        .where('key', '=', key)
        .executeTakeFirstOrThrow(),
    )
    const hashOf = (sent: object) =>
      createHash('sha256')
        .update(JSON.stringify([{}, sent, 0]))
        .digest('hex')
    expect([hashOf({ ...body, salt }), hashOf(body)].map((it) => it === kept.body_hash)).toEqual([false, false])
  })

  it('is listed, the newest first, with who drew and how far it is', async () => {
    const { rows } = expectOk(await chair.get<{ rows: DrawRow[] }>('/api/check-up-draws'))
    expect(rows![0]).toMatchObject({ size: 4, reported: 0, drawnOn: TODAY })
    expect(rows![0]!.drawnBy).toMatch(/^\p{Script=Han}{2,4}$/u)
    const one = expectOk(
      await chair.get<{ names: Record<string, string>; candidates: string[]; drawn: string[]; checkUps: object[] }>(
        `/api/check-up-draws/${rows![0]!.id}`,
      ),
    )
    expect(Object.keys(one.names!).toSorted()).toEqual(one.candidates!.toSorted())
    expect(one.checkUps).toHaveLength(4)
  })

  it('takes no enterprise whose check-up is under way, nor one that would stand alone', async () => {
    const again = await staff.post('/api/check-up-draws', { size: 8, include: [enterpriseId], salt })
    expect([again.status, again.body.code]).toEqual([422, 'NOT_A_CANDIDATE'])
    const { rows: known } = expectOk(
      await staff.get<{ rows: { id: string; name: string }[] }>('/api/enterprises?limit=500'),
    )
    expect(again.body.detail).toContain(`${known!.find((it) => it.id === enterpriseId)!.name}已经有一次体检没有办完`)
    const alone = await staff.post('/api/check-up-draws', { size: 500 })
    expect([alone.status, alone.body.code]).toEqual([422, 'DRAW_TOO_LARGE'])
    const open = expectOk(await staff.get<{ rows: { id: string }[] }>('/api/enterprises?limit=500')).rows!
    const drawn = new Set(
      expectOk(await staff.get<{ rows: CheckUpRow[] }>('/api/check-ups?limit=500')).rows!.map((it) => it.enterpriseId),
    )
    const free = open.find((it) => !drawn.has(it.id))!
    const single = await staff.post('/api/check-up-draws', { size: 1, include: [free.id], salt })
    expect([single.status, single.body.code]).toEqual([422, 'DRAW_TOO_NARROW'])
    expect(single.body.detail).toContain('至少抽 2 家')
    const offered = expectOk(await staff.get<{ id: string }[]>('/api/check-up-candidates')) as { id: string }[]
    expect(offered).toHaveLength(open.length - drawn.size)
    expect(offered.some((it) => drawn.has(it.id))).toBe(false)
    // Leaves the contact's enterprise free for the tests below.
    await server.rows(({ tx, scope }) => tx.deleteFrom('check_ups').where('org_id', '=', scope.orgId).execute())
  })
})
