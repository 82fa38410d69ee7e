import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../platform/base/ids.ts'
import { startTestServer, type Client, type TestServer } from '../../../tests/support/server.ts'
import { expectOk, stepsOf } from '../../../tests/support/visit-steps.ts'
import { issueCode } from './server/rotating-code.ts'

let server: TestServer
let staff: Client
let member: Client
let contact: Client
let steps: ReturnType<typeof stepsOf>
/** Today's visit of the member's team to the contact's enterprise. */
let id: string
/** Another one of today. */
let otherId: string

const TODAY = '2026-11-30'
beforeAll(async () => {
  server = await startTestServer()
  staff = await server.as('staff')
  member = await server.as('member')
  contact = await server.as('contact')
  steps = stepsOf(server, staff)
  const today = await steps.visits(`from=${TODAY}&to=${TODAY}`)
  id = today.find((it) => it.status === 'dispatched')!.id
  otherId = today.find((it) => it.id !== id)!.id
})
afterAll(() => server.close())

const codeAt = (visitId: string, at: number): string => issueCode(server.app.services.secret, visitId, at).code
const signIn = (visitId: string, body: { key?: string; code: string; scannedAt?: number }, options = {}) =>
  server.nobody.post(
    `/api/visits/${visitId}/sign-ins`,
    {
      key: body.key ?? newId(),
      code: body.code,
      scannedAt: new Date(body.scannedAt ?? Date.now()).toISOString(),
    },
    options,
  )
const rowsOf = (visitId: string) =>
  server.rows(({ tx, scope }) =>
    tx
      .selectFrom('sign_ins')
      .select(['sign_key', 'way', 'heads', 'signed_at'])
      .where('org_id', '=', scope.orgId)
      .where('visit_id', '=', visitId)
      .orderBy('id')
      .execute(),
  )

describe('the changing code', () => {
  it('is read by the team, signs a worker in, and is no use to another visit', async () => {
    const shown = expectOk(
      await member.get<{ address: string; svg: string; expiresInMs: number }>(`/api/visits/${id}/code`),
    )
    expect(shown.expiresInMs).toBeLessThanOrEqual(20_000)
    expect(shown.svg).toMatch(/^<svg/)
    const address = new URL(shown.address!)
    expect(address.pathname).toBe(`/m/sign/${id}`)
    const code = address.searchParams.get('code')!
    expect(expectOk(await signIn(id, { code }))).toMatchObject({ activityName: '劳模微宣讲' })
    const elsewhere = await signIn(otherId, { code })
    expect([elsewhere.status, elsewhere.body.code]).toEqual([422, 'CODE_WRONG'])
    const made = await signIn(id, { code: `${code.slice(0, -1)}${code.endsWith('_') ? '-' : '_'}` })
    expect([made.status, made.body.code]).toEqual([422, 'CODE_WRONG'])
    expect(await rowsOf(id)).toHaveLength(1)
  })

  it('is refused once it is 60 s old', async () => {
    const now = Date.now()
    const before = (await rowsOf(id)).length
    const old = await signIn(id, { code: codeAt(id, now - 60_000), scannedAt: now })
    expect([old.status, old.body.code]).toEqual([410, 'CODE_EXPIRED'])
    const early = await signIn(id, { code: codeAt(id, now - 60_000), scannedAt: now + 3_600_000 })
    expect(early.body.code).toBe('CODE_EXPIRED')
    expect(await rowsOf(id)).toHaveLength(before)
  })

  it('counts at the time that was checked, not at the one a phone with a wrong clock names', async () => {
    const now = Date.now()
    const wrong = newId()
    expectOk(await signIn(id, { key: wrong, code: codeAt(id, now), scannedAt: now - 400 * 86_400_000 }))
    const queued = newId()
    const read = now - 2 * 3_600_000
    expectOk(await signIn(id, { key: queued, code: codeAt(id, read), scannedAt: read }))
    const at = new Map((await rowsOf(id)).map((it) => [it.sign_key, Date.parse(String(it.signed_at))]))
    expect(Math.abs(at.get(wrong)! - now)).toBeLessThan(60_000)
    expect(at.get(queued)).toBe(read)
  })

  it('makes one row of one key, from whichever device and however often', async () => {
    const key = newId()
    const scannedAt = Date.now()
    const code = codeAt(id, scannedAt)
    const before = (await rowsOf(id)).length
    const answers = await Promise.all([
      ...[1, 2, 3, 4].map(() => signIn(id, { key, code, scannedAt }, { key: 'one-key' })),
      signIn(id, { key, code }, { headers: { 'user-agent': 'another phone' } }),
    ])
    for (const it of answers) expectOk(it)
    // Long after, when the code is none any more.
    expectOk(await signIn(id, { key, code: codeAt(id, Date.now() - 86_400_000) }))
    expect(await rowsOf(id)).toHaveLength(before + 1)
    expect((await steps.visit(id)).signedIn.byCode).toBe(before + 1)
  })

  it('belongs to the day of the visit and the day after', async () => {
    const attempt = async (date: string) => {
      await steps.moveDateTo(date)
      const answer = await signIn(id, { code: codeAt(id, Date.now()) })
      return answer.status < 300 ? 'ok' : answer.body.code
    }
    expect(await attempt('2026-11-29')).toBe('NOT_TODAY')
    expect(await attempt('2026-12-01')).toBe('ok')
    expect(await attempt('2026-12-02')).toBe('NOT_TODAY')
    await steps.moveDateTo(TODAY)
  })
})

describe('what the team enters', () => {
  const post = (path: string, body: object, key?: string) =>
    member.post<{ status: string }>(`/api/visits/${id}/${path}`, body, key ? { key } : {})
  const record = {
    done: '讲了换模的故事',
    heads: 31,
    trained: 0,
    gifts: 2,
    followUps: [{ what: '送一本操作法', dueOn: TODAY }],
  }

  it('is checked before it is taken', async () => {
    const code = async (body: object) => (await post('record', { ...record, ...body })).body.code
    expect(await code({ trained: 32 })).toBe('TRAINED_OVER_HEADS')
    expect(await code({ followUps: [{ what: '晚了', dueOn: '2026-11-29' }] })).toBe('DATE_PAST')
    expect(await code({ heads: -1 })).toBe('INPUT_INVALID')
    await steps.moveDateTo('2026-11-29')
    expect(await code({})).toBe('NOT_TODAY')
    expect((await post('arrive', { key: newId(), at: new Date().toISOString() })).body.code).toBe('NOT_TODAY')
    await steps.moveDateTo(TODAY)
    expect((await post('heads', { key: newId(), heads: 0 })).status).toBe(400)
    expect((await steps.visit(id)).status).toBe('dispatched')
  })

  it('may come from the queue in any order and again, a day late', async () => {
    await steps.moveDateTo('2026-12-01')
    const arrived = { key: newId(), at: new Date(Date.now() - 3_600_000).toISOString() }
    const heads = { key: newId(), heads: 25 }
    for (const round of [1, 2]) {
      // The second round comes under new Idempotency-Keys, as from a second phone with the same rows.
      expect(expectOk(await post('record', record))).toEqual({ status: 'delivered' })
      expect(expectOk(await post('arrive', arrived))).toEqual({ status: 'delivered' })
      expectOk(await post('heads', heads))
      const visit = await steps.visit(id)
      expect([round, visit.signedIn.byHand, visit.followUps.length, visit.record?.heads]).toEqual([round, 25, 1, 31])
    }
    await steps.moveDateTo(TODAY)
    expect((await steps.requests('served')).some((it) => it.visitId === id)).toBe(true)
    const { person } = expectOk(await contact.get<{ person: { id: string } }>('/api/me'))
    expect((await steps.noticesOf(`rate ${id}`)).map((it) => it.personId)).toEqual([person!.id])
  })

  it('is not taken for a visit that is off', async () => {
    expectOk(await staff.post(`/api/visits/${otherId}/cancel`, { reason: '停电' }))
    const off = async (path: string, body: object) =>
      (await staff.post(`/api/visits/${otherId}/${path}`, body)).body.code
    expect(await off('arrive', { key: newId(), at: new Date().toISOString() })).toBe('VISIT_STATE')
    expect(await off('heads', { key: newId(), heads: 5 })).toBe('VISIT_STATE')
    expect(await off('record', { ...record, followUps: [] })).toBe('VISIT_STATE')
    expect((await signIn(otherId, { code: codeAt(otherId, Date.now()) })).body.code).toBe('VISIT_STATE')
    expect(await rowsOf(otherId)).toEqual([])
  })
})

describe('photos', () => {
  const upload = (bytes: Buffer, name = '现场.jpg', key = newId()) => {
    const form = new FormData()
    form.append('caption', '车间门口')
    form.append('file', new Blob([new Uint8Array(bytes)]), name)
    return member.call<{ id: string }>('POST', `/api/visits/${id}/photos`, { form, key })
  }
  const withPlace = () =>
    sharp({ create: { width: 640, height: 480, channels: 3, background: '#b33' } })
      .withExif({
        IFD0: { Make: 'SpyCam', Copyright: '某人' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '33/1 27/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '118/1 12/1 0/1',
        },
      })
      .jpeg()
      .toBuffer()

  it('are kept re-encoded, without camera and place', async () => {
    const original = await withPlace()
    expect((await sharp(original).metadata()).exif?.includes('SpyCam')).toBe(true)
    expect(original.includes('Exif')).toBe(true)
    const before = await steps.count('files')
    const { id: photoId } = expectOk(await upload(original))
    expect(await steps.count('files')).toBe(before + 2)
    const kept = await server.rows(({ tx, scope }) =>
      tx
        .selectFrom('visit_photos')
        .select(['file_id', 'thumbnail_file_id', 'caption'])
        .where('org_id', '=', scope.orgId)
        .where('id', '=', photoId!)
        .executeTakeFirstOrThrow(),
    )
    expect(kept.caption).toBe('车间门口')
    for (const fileId of [kept.file_id, kept.thumbnail_file_id]) {
      const bytes = await server.app.services.files.read(fileId)
      const facts = await sharp(bytes).metadata()
      expect([facts.format, facts.exif, facts.xmp, facts.iptc]).toEqual(['jpeg', undefined, undefined, undefined])
      for (const trace of ['Exif', 'SpyCam', 'GPS']) expect(bytes.includes(trace)).toBe(false)
    }
    const read = await contact.get(`/api/visits/${id}/photos/${photoId}`)
    expect([read.status, read.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect(read.bytes.equals(await server.app.services.files.read(kept.file_id))).toBe(true)
    expect((await contact.get(`/api/visits/${otherId}/photos/${photoId}`)).status).toBe(404)
  })

  it('are kept once a key, and refused by name where they are none', async () => {
    const original = await withPlace()
    const before = (await steps.visit(id)).photos.length
    const one = await upload(original, 'a.jpg', 'photo-key')
    const two = await upload(original, 'a.jpg', 'photo-key')
    expect(two.body).toEqual(one.body)
    expect((await steps.visit(id)).photos).toHaveLength(before + 1)
    const none = await upload(Buffer.from('<svg onload="x"/>'))
    expect([none.status, none.body.code]).toEqual([415, 'PICTURE_KIND'])
    const half = await upload(original.subarray(0, original.length / 2))
    expect([half.status, half.body.code]).toEqual([422, 'PICTURE_BROKEN'])
    expect((await steps.visit(id)).photos).toHaveLength(before + 1)
  })
})

describe('the answer and settling', () => {
  it('takes a line of a worker who has signed in, without a name', async () => {
    const key = newId()
    const line = { key, line: '讲得明白，下次还来。' }
    const early = await server.nobody.post(`/api/visits/${id}/lines`, line)
    expect([early.status, early.body.code]).toEqual([403, 'SIGN_IN_FIRST'])
    // The record is in already; a sign-in of the same day still counts.
    expectOk(await signIn(id, { key, code: codeAt(id, Date.now()) }))
    expectOk(await server.nobody.post(`/api/visits/${id}/lines`, line, { key: 'line' }))
    expectOk(await server.nobody.post(`/api/visits/${id}/lines`, line, { key: 'line' }))
    expect((await stepsOf(server, member).visit(id)).workerLines).toEqual([line.line])
  })

  it('is given by the enterprise alone, and hidden from the team', async () => {
    const body = { tookProductionTime: true, wouldOpenAgain: false, remark: '占了半小时' }
    for (const other of [member, staff]) expect((await other.post(`/api/visits/${id}/answer`, body)).status).toBe(403)
    expect(expectOk(await contact.post(`/api/visits/${id}/answer`, body))).toEqual({ status: 'answered' })
    for (const other of [member, await server.as('leader')]) {
      const seen = await other.get(`/api/visits/${id}`)
      expect(seen.body).toMatchObject({ answered: true, answer: null })
      expect(seen.bytes.toString()).not.toContain(body.remark)
    }
    const { person } = expectOk(await contact.get<{ person: { id: string } }>('/api/me'))
    const office = await staff.get(`/api/visits/${id}`)
    expect(office.body).toMatchObject({ answer: body })
    expect(office.bytes.toString()).not.toContain(person!.id)
  })

  it('settles a visit only when its follow-ups are closed too', async () => {
    const unsettled = async (missing = '') =>
      (await steps.visits(`unsettled=true${missing && `&missing=${missing}`}`)).find((it) => it.id === id)?.missing
    expect(await unsettled()).toEqual(['FOLLOW_UPS'])
    expect(await unsettled('ANSWER')).toBeUndefined()
    const [followUp] = (await steps.visit(id)).followUps
    const close = (version: number) =>
      member.post<{ visitStatus: string }>(
        `/api/follow-ups/${followUp!.id}/close`,
        { outcome: '书送到了' },
        { version },
      )
    const stale = await close(followUp!.version + 1)
    expect([stale.status, stale.body.code]).toEqual([409, 'STALE'])
    expect((await steps.visit(id)).status).toBe('answered')
    expect(expectOk(await close(followUp!.version))).toEqual({ visitStatus: 'settled' })
    expect(await steps.visit(id)).toMatchObject({ status: 'settled', missing: [] })
    expect(await unsettled()).toBeUndefined()
    const again = await close(followUp!.version + 1)
    expect([again.status, again.body.code]).toEqual([409, 'ALREADY_CLOSED'])
    const late = await contact.post(`/api/visits/${id}/answer`, { tookProductionTime: false, wouldOpenAgain: true })
    expect([late.status, late.body.code]).toEqual([409, 'VISIT_STATE'])
  })

  it('lists what is not settled, each with what it lacks', async () => {
    await steps.moveDateTo('2026-12-01')
    const past = (await steps.visits('to=2026-11-30')).filter(
      (it) => !['cancelled', 'declined', 'settled'].includes(it.status),
    )
    const listed = await steps.visits('unsettled=true')
    expect(listed.map((it) => it.id).toSorted()).toEqual(past.map((it) => it.id).toSorted())
    for (const it of listed) {
      const detail = await steps.visit(it.id)
      expect(it.missing).toEqual([
        ...(detail.record ? [] : ['RECORD']),
        ...(detail.answered ? [] : ['ANSWER']),
        ...(detail.followUps.some((row) => row.status === 'open') ? ['FOLLOW_UPS'] : []),
      ])
      expect(it.missing.length).toBeGreaterThan(0)
    }
    for (const missing of ['RECORD', 'ANSWER', 'FOLLOW_UPS'] as const) {
      const some = listed.filter((it) => it.missing.includes(missing)).map((it) => it.id)
      expect(some.length).toBeGreaterThan(0)
      expect((await steps.visits(`missing=${missing}`)).map((it) => it.id)).toEqual(some)
    }
    await steps.moveDateTo(TODAY)
  })
})
