import { beforeAll, describe, expect, it } from 'vitest'

import { newId } from '../../platform/base/ids.ts'
import { withScope } from '../../platform/server/db/scope.ts'
import { inScope } from '../../platform/server/db/scope.ts'
import { scopeOfOrg } from '../../platform/server/http/orgs-queries.ts'
import { expectOk } from '../../../tests/support/visit-steps.ts'
import type { FindingView } from './contract.ts'
import { watchCounty } from './server/index.ts'
import {
  TODAY,
  instrument,
  server,
  staff,
  admin,
  member,
  contact,
  chair,
  enterpriseId,
  moveTo,
  two,
  draw,
  checkUpOfContact,
  answers,
  useCheckUpCounty,
} from '../../../tests/support/check-up-county.ts'

useCheckUpCounty()
beforeAll(async () => {
  await server.rows(({ tx, scope }) => tx.deleteFrom('check_ups').where('org_id', '=', scope.orgId).execute())
  const stricter = {
    ...instrument,
    version: '2027-strict',
    bands: instrument.bands.map((it) => (it.grade === 'A' ? { ...it, least: 99 } : it)),
  }
  expectOk(await admin.post('/api/check-up-instruments', { instrument: stricter }))
})

describe('deadlines in a year that is not announced', () => {
  it('have no day until the year is entered', async () => {
    await moveTo('2026-12-28')
    await server.rows(({ tx, scope }) =>
      tx.deleteFrom('check_ups').where('org_id', '=', scope.orgId).where('status', '!=', 'reported').execute(),
    )
    await draw({ size: 10, include: [enterpriseId] })
    const { id, version } = await checkUpOfContact()
    const body = { plannedOn: '2026-12-28', inspectors: two() }
    expectOk(await staff.call('PUT', `/api/check-ups/${id}/inspectors`, { key: newId(), version, body }))
    // The newest instrument is that of the county now.
    expect(expectOk(await member.post(`/api/check-ups/${id}/start`)).instrumentVersion).toBe('2027-strict')
    const red = answers({ W1: { outcome: 'zero', findings: '11月工资未付' } }, { checkedOn: '2026-12-28' })
    const submitted = expectOk(await member.post(`/api/check-ups/${id}/submit`, red))
    expect(submitted).toMatchObject({ grade: 'D', color: 'red', redLines: ['工资按时足额'] })
    expectOk(await staff.post(`/api/check-ups/${id}/report`))
    const dueOn = async () =>
      expectOk(await contact.get<{ rows: FindingView[] }>(`/api/check-up-findings?checkUpId=${id}`)).rows![0]!.dueOn
    expect(await dueOn()).toBeNull()
    await server.database.pool.query(
      `INSERT INTO calendar_years (year, holidays, workdays, source) VALUES (2027, '{2027-01-01}', '{}', '虚构的通知')`,
    )
    await inScope(server.database, (await scopeOfOrg(server.database))!, (bare) =>
      watchCounty(withScope(bare, { roles: ['admin'] })),
    )
    expect(await dueOn()).toBe('2027-01-05')
    const notices = await server.rows(({ tx, scope }) =>
      tx
        .selectFrom('notices')
        .select('lines')
        .where('org_id', '=', scope.orgId)
        .where('kind', '=', 'check-up-red-line')
        .execute(),
    )
    expect(JSON.stringify(notices)).toContain('24 小时内上报')
  })
})

describe('an instrument of the county', () => {
  const listed = async () =>
    expectOk(await staff.get('/api/check-up-instruments')) as unknown as {
      version: string
      current: boolean
      status: string
    }[]

  it('must hold together, and its version is taken once', async () => {
    const post = (it: object) => admin.post('/api/check-up-instruments', { instrument: it })
    const broken = await post({ ...instrument, version: 'x', groups: instrument.groups.slice(1) })
    expect([broken.status, broken.body.code]).toEqual([422, 'INSTRUMENT_INVALID'])
    expect(broken.body.detail).toContain('items[0].group')
    expect((await post(instrument)).body.code).toBe('INSTRUMENT_VERSION_TAKEN')
    expect((await post({ ...instrument, version: '2027-strict' })).body.code).toBe('INSTRUMENT_VERSION_TAKEN')
    const withdrawn = await post({ ...instrument, version: 'y', status: 'withdrawn' })
    expect([withdrawn.body.code, withdrawn.body.detail]).toEqual([
      'INSTRUMENT_INVALID',
      expect.stringContaining('status'),
    ])
    expect((await listed()).map((it) => [it.version, it.current])).toEqual([
      ['2027-strict', true],
      [instrument.version, false],
    ])
  })

  it('is read and downloaded as it was taken in', async () => {
    const read_ = expectOk(await chair.get<{ instrument: object }>('/api/check-up-instruments/2027-strict'))
    expect(read_).toMatchObject({ items: 46, checkUps: 1, shipped: false, offeredFrom: TODAY })
    const file = await chair.get('/api/check-up-instruments/2027-strict/instrument.json')
    expect(file.headers.get('content-disposition')).toContain(encodeURIComponent('评估表 2027-strict.json'))
    expect(JSON.parse(file.bytes.toString())).toEqual(read_.instrument)
    expect((await chair.get('/api/check-up-instruments/none')).status).toBe(404)
  })

  it('is withdrawn and taken back, never the last one, and its text stays', async () => {
    const put = (version: string, out: boolean) =>
      admin.call('PUT', `/api/check-up-instruments/${version}/withdrawal`, { key: newId(), body: { withdrawn: out } })
    const body = () =>
      server.rows(({ tx, scope }) =>
        tx
          .selectFrom('check_up_instruments')
          .select('body')
          .where('org_id', '=', scope.orgId)
          .where('version', '=', '2027-strict')
          .executeTakeFirstOrThrow(),
      )
    const before = await body()
    expect(expectOk(await put('2027-strict', true)).withdrawnOn).toBe('2026-12-28')
    expect((await listed()).map((it) => [it.version, it.current, it.status])).toEqual([
      [instrument.version, true, 'candidate'],
      ['2027-strict', false, 'withdrawn'],
    ])
    expect((await put(instrument.version, true)).body.code).toBe('INSTRUMENT_LAST')
    expect(expectOk(await put('2027-strict', false)).withdrawnOn).toBeNull()
    expectOk(await put(instrument.version, true))
    expect((await put('2027-strict', true)).body.code).toBe('INSTRUMENT_LAST')
    expectOk(await put(instrument.version, false))
    expect((await put('none', true)).status).toBe(404)
    expect(await body()).toEqual(before)
    expect((await listed())[0]).toMatchObject({ version: '2027-strict', current: true })
  })
})
