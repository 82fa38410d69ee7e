import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { memoryStorage, sendByFetch } from './offline-queue.ts'
import { createQueue, type QueueParts, type QueueStorage } from './queue-core.ts'

/** A server that keeps one row per Idempotency-Key, as the real one does. */
let server: Server
let base: string
const rows = new Map<string, string>()
const seen: string[] = []
/** What to answer instead, by path and attempt; undefined takes the write, 'cut' breaks the line after taking it. */
let judge: (path: string, attempt: number) => { status: number; body?: object; type?: string } | 'cut' | undefined

beforeEach(async () => {
  rows.clear()
  seen.length = 0
  judge = () => undefined
  server = createServer((request, answer) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const path = request.url ?? ''
      seen.push(path)
      const verdict = judge(path, seen.filter((it) => it === path).length)
      if (verdict === undefined || verdict === 'cut') {
        const key = String(request.headers['idempotency-key'])
        const text = Buffer.concat(parts).toString('latin1')
        if (!rows.has(key)) rows.set(key, text)
      }
      if (verdict === 'cut') return request.socket.destroy()
      const type = verdict?.type ?? 'application/problem+json; charset=utf-8'
      answer.writeHead(verdict?.status ?? 200, {
        'content-type': type,
        'retry-after': verdict?.status === 429 ? '90' : '',
      })
      answer.end(JSON.stringify(verdict?.body ?? {}))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const queueOn = (storage: QueueStorage, more: Partial<QueueParts> = {}) =>
  createQueue({ storage, send: sendByFetch, owner: 'me', now: () => 1_790_000_000_000, random: () => 0, ...more })

const write = (key: string, path = `/${key}`, subject = 'visit-1') =>
  ({ key, subject, method: 'POST', path: base + path, body: { heads: 12 } }) as const

it('sends what waits, in the order it was made, and keeps nothing of it', async () => {
  const storage = memoryStorage()
  const queue = queueOn(storage)
  await Promise.all(['a', 'b', 'c'].map((key) => queue.add(write(key))))
  expect(new Set((await storage.all()).map((it) => it.place)).size).toBe(3)
  expect(await queue.flush()).toBeUndefined()
  expect(seen).toEqual(['/a', '/b', '/c'])
  expect(rows.get('a')).toBe('{"heads":12}')
  expect(await storage.all()).toEqual([])
})

it('keeps one row per key', async () => {
  const storage = memoryStorage()
  const queue = queueOn(storage)
  await Promise.all([queue.add(write('a')), queue.add({ ...write('a'), body: { heads: 99 } })])
  expect((await storage.all()).map((it) => it.body)).toEqual([{ heads: 12 }])
})

it('sends the same key again after a crash between the sending and the removal', async () => {
  const storage = memoryStorage()
  const dying: QueueStorage = { ...storage, remove: () => Promise.reject(new Error('killed')) }
  const before = queueOn(dying)
  await before.add(write('a'))
  await expect(before.flush()).rejects.toThrow('killed')
  expect(rows.size).toBe(1)
  // The page opens again on the same storage.
  const after = queueOn(storage)
  await after.flush()
  expect(seen).toEqual(['/a', '/a'])
  expect(rows.size).toBe(1)
  expect(await storage.all()).toEqual([])
})

it('sends the same key again when the answer was lost on the way', async () => {
  judge = (_path, attempt) => (attempt === 1 ? 'cut' : undefined)
  const storage = memoryStorage()
  const queue = queueOn(storage)
  await queue.add(write('a'))
  expect(await queue.flush()).toBe(2500)
  expect(await queue.flush()).toBeUndefined()
  expect([seen.length, rows.size, (await storage.all()).length]).toEqual([2, 1, 0])
})

it('waits longer after each failure, up to five minutes, and starts anew after a success', async () => {
  judge = () => ({ status: 500 })
  const queue = queueOn(memoryStorage())
  await queue.add(write('a'))
  const waits: (number | undefined)[] = []
  for (let at = 0; at < 9; at += 1) waits.push(await queue.flush())
  expect(waits).toEqual([2500, 5000, 10_000, 20_000, 40_000, 80_000, 150_000, 150_000, 150_000])
  judge = (path) => (path === '/a' ? undefined : { status: 500 })
  await queue.add(write('b'))
  expect(await queue.flush()).toBe(2500)
})

it('keeps the order of a subject while others go on', async () => {
  judge = (path, attempt) => (path === '/a1' && attempt === 1 ? { status: 500 } : undefined)
  const queue = queueOn(memoryStorage())
  await queue.add(write('a1', '/a1', 'visit-a'))
  await queue.add(write('a2', '/a2', 'visit-a'))
  await queue.add(write('b1', '/b1', 'visit-b'))
  await queue.flush()
  expect([...rows.keys()]).toEqual(['b1'])
  await queue.flush()
  expect([...rows.keys()]).toEqual(['b1', 'a1', 'a2'])
})

it('puts a refusal aside with its reason, and goes on', async () => {
  const body = { code: 'VISIT_CANCELLED', detail: '这次上门已取消。' }
  judge = (path) => (path === '/a' ? { status: 409, body } : undefined)
  const storage = memoryStorage()
  const queue = queueOn(storage)
  await queue.add(write('a'))
  await queue.add(write('b'))
  expect(await queue.flush()).toBeUndefined()
  expect([...rows.keys()]).toEqual(['b'])
  // Seen by the next page too, and not sent by it.
  const next = queueOn(storage)
  await next.flush()
  expect(seen).toEqual(['/a', '/b'])
  const { refused, waiting } = await next.state()
  expect(refused.map((it) => [it.key, it.refused])).toEqual([['a', { status: 409, ...body }]])
  expect(waiting).toEqual([])
  judge = () => undefined
  await next.again('a')
  await next.flush()
  expect([...rows.keys()]).toEqual(['b', 'a'])
})

it('drops a refused write on request, and no waiting one', async () => {
  judge = (path) => ({ status: path === '/a' ? 422 : 500 })
  const storage = memoryStorage()
  const queue = queueOn(storage)
  await queue.add(write('a'))
  await queue.add(write('b'))
  await queue.flush()
  await queue.dismiss('a')
  await queue.dismiss('b')
  expect((await storage.all()).map((it) => it.key)).toEqual(['b'])
})

it.each([408, 425, 429, 500, 502, 503, 504])('tries again after %i', async (status) => {
  judge = (_path, attempt) => (attempt === 1 ? { status } : undefined)
  const queue = queueOn(memoryStorage())
  await queue.add(write('a'))
  expect(await queue.flush()).toBe(status === 429 ? 90_000 : 2500)
  expect((await queue.state()).refused).toEqual([])
  await queue.flush()
  expect(rows.size).toBe(1)
})

it.each([
  ['a page that answers 200', { status: 200, type: 'text/html' }],
  ['a redirect', { status: 302, type: 'text/html' }],
  ["a proxy's 403", { status: 403, type: 'text/html' }],
])('takes %s for no answer', async (_what, verdict) => {
  judge = () => verdict
  const queue = queueOn(memoryStorage())
  await queue.add(write('a'))
  await queue.flush()
  expect(await queue.state()).toMatchObject({ waiting: [{ key: 'a' }], refused: [] })
})

it('keeps everything while nobody is signed in, and says so', async () => {
  judge = () => ({ status: 401, body: { code: 'NOT_SIGNED_IN' } })
  const queue = queueOn(memoryStorage())
  await queue.add(write('a', '/a', 'visit-a'))
  await queue.add(write('b', '/b', 'visit-b'))
  expect(await queue.flush()).toBeUndefined()
  expect(seen).toEqual(['/a'])
  expect(await queue.state()).toMatchObject({ signIn: true, refused: [], waiting: [{ key: 'a' }, { key: 'b' }] })
  judge = () => undefined
  await queue.flush()
  expect((await queue.state()).signIn).toBe(false)
  expect(rows.size).toBe(2)
})

it("neither sends nor shows another account's writes on a shared phone", async () => {
  const storage = memoryStorage()
  await queueOn(storage, { owner: 'someone else' }).add(write('theirs'))
  const queue = queueOn(storage)
  await queue.add(write('mine'))
  await queue.flush()
  expect([...rows.keys()]).toEqual(['mine'])
  expect(await queue.state()).toMatchObject({ waiting: [], refused: [] })
  expect((await storage.all()).map((it) => it.key)).toEqual(['theirs'])
})

it('sends each row once when flushed twice at a time, and takes along what comes meanwhile', async () => {
  const queue = queueOn(memoryStorage())
  await queue.add(write('a'))
  const first = queue.flush()
  const second = queue.flush()
  await queue.add(write('b'))
  await Promise.all([first, second, queue.flush()])
  expect(seen).toEqual(['/a', '/b'])
})

it('stops after the first write when there is no network', async () => {
  let tried = 0
  const queue = queueOn(memoryStorage(), {
    send: async () => {
      tried += 1
      return undefined
    },
  })
  await queue.add(write('a', '/a', 'visit-a'))
  await queue.add(write('b', '/b', 'visit-b'))
  await queue.flush()
  expect(tried).toBe(1)
})

it('sends a photo as a form, its fields before it', async () => {
  const queue = queueOn(memoryStorage())
  const photo = new Blob([new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3])], { type: 'image/jpeg' })
  await queue.add({ ...write('p'), body: { caption: 'hall', order: 2, none: undefined }, photo })
  await queue.flush()
  const form = rows.get('p') ?? ''
  const order = [
    'name="caption"',
    'hall',
    'name="order"',
    '\r\n2\r\n',
    'name="file"',
    'image/jpeg',
    '\xff\xd8\xff\x01\x02\x03',
  ]
  const places = order.map((it) => form.indexOf(it))
  expect(places.every((it) => it > 0)).toBe(true)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(form).not.toContain('none')
})
