import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import { operation } from '../base/operation.ts'
import { ApiProblem, callerOver, fileNameOf, newKey, urlOf } from './client.ts'
import type { CallInput } from './client.ts'

const edit = operation({
  name: 'test.edit',
  method: 'PATCH',
  path: '/api/visits/:id',
  summary: '',
  access: 'public',
  params: z.object({ id: z.string() }),
  body: z.object({ note: z.string(), heads: z.number().default(0) }),
  output: z.object({ version: z.number() }),
  errors: ['visit-closed'],
  edits: true,
})
const list = operation({
  name: 'test.list',
  method: 'GET',
  path: '/api/visits',
  summary: '',
  access: 'public',
  query: z.object({ page: z.number().optional(), kinds: z.array(z.string()).optional() }),
  output: z.array(z.string()),
  errors: [],
})

interface Seen {
  method?: string
  url?: string
  headers: NodeJS.Dict<string | string[]>
  body: string
}
let seen: Seen[] = []
let reply = { status: 200, type: 'application/json', body: '{"version":2}' }
const server = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    seen.push({
      method: request.method,
      url: request.url,
      headers: request.headers,
      body: String(Buffer.concat(parts)),
    })
    response.writeHead(reply.status, { 'content-type': reply.type }).end(reply.body)
  })
})
let base = ''
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())
beforeEach(() => {
  seen = []
  reply = { status: 200, type: 'application/json', body: '{"version":2}' }
})
const call = callerOver((url, init) => fetch(base + url, init))

test('a write carries its key, its version and its body', async () => {
  const answer = await call(edit, { params: { id: 'a/b' }, body: { note: '好' }, version: 7 })
  expect(answer).toEqual({ version: 2 })
  expect(seen[0]).toMatchObject({ method: 'PATCH', url: '/api/visits/a%2Fb', body: '{"note":"好"}' })
  expect(seen[0]!.headers['if-match']).toBe('"7"')
  expect(seen[0]!.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/)
})

test('two writes have two keys; a second try keeps the key it is given', async () => {
  const input = { params: { id: '1' }, body: { note: '' } }
  await call(edit, input)
  await call(edit, input)
  await call(edit, { ...input, idempotencyKey: 'k' })
  const keys = seen.map((one) => one.headers['idempotency-key'])
  expect(keys[0]).not.toBe(keys[1])
  expect(keys[2]).toBe('k')
})

test('a read carries no key and leaves absent values out', async () => {
  reply.body = '[]'
  await call(list, { query: { page: undefined, kinds: ['a', 'b'] } })
  expect(seen[0]!.url).toBe('/api/visits?kinds=a&kinds=b')
  expect(seen[0]!.headers['idempotency-key']).toBeUndefined()
})

test('a file travels as a form, the other fields as text', async () => {
  await call(edit, { params: { id: '1' }, body: { note: '现场', heads: 3 }, file: new Blob(['xyz']) })
  expect(seen[0]!.headers['content-type']).toMatch(/^multipart\/form-data/)
  expect(seen[0]!.body).toMatch(/name="note"\r\n\r\n现场/)
  expect(seen[0]!.body).toMatch(/name="heads"\r\n\r\n3/)
  expect(seen[0]!.body).toMatch(/name="file"/)
})

test('a refusal is thrown with the whole problem', async () => {
  const problem = {
    type: 'about:blank',
    title: '已结',
    status: 409,
    code: 'visit-closed',
    detail: '已办结',
    version: 9,
  }
  reply = { status: 409, type: 'application/problem+json', body: JSON.stringify(problem) }
  const error = await call(edit, { params: { id: '1' }, body: { note: '' } }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ApiProblem)
  expect((error as ApiProblem).problem).toEqual(problem)
})

test('an answer that is no problem and no network at all are named', async () => {
  reply = { status: 502, type: 'text/html', body: '<h1>Bad Gateway</h1>' }
  await expect(call(list)).rejects.toMatchObject({ status: 502, code: 'unreadable-answer' })
  const nowhere = callerOver(() => Promise.reject(new TypeError('fetch failed')))
  await expect(nowhere(list)).rejects.toMatchObject({ status: 0, code: 'offline' })
})

test('an empty answer is undefined', async () => {
  reply = { status: 204, type: 'text/plain', body: '' }
  expect(await call(list)).toBeUndefined()
})

test('a path is never called with a hole in it', () => {
  expect(() => urlOf('/api/visits/:id', {})).toThrow('id')
  expect(() => urlOf('/api/visits/:id', { id: '' })).toThrow('id')
})

test('what an operation requires, its call requires', () => {
  expectTypeOf<CallInput<typeof edit>['params']>().toEqualTypeOf<{ id: string }>()
  expectTypeOf<CallInput<typeof edit>['query']>().toEqualTypeOf<undefined>()
  // @ts-expect-error the body is required
  const wrong: CallInput<typeof edit> = { params: { id: '1' } }
  expect(wrong).toBeDefined()
})

test('keys are version 4 also where randomUUID is absent', () => {
  const original = crypto.randomUUID
  Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true })
  try {
    expect(newKey()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  } finally {
    Object.defineProperty(crypto, 'randomUUID', { value: original, configurable: true })
  }
})

test('the name of a download', () => {
  expect(fileNameOf(`attachment; filename="x.xlsx"; filename*=UTF-8''%E4%BC%81%E4%B8%9A.xlsx`)).toBe('企业.xlsx')
  expect(fileNameOf('attachment; filename=a.csv')).toBe('a.csv')
})
