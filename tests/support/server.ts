import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { createApp, type App } from '../../src/apps/server/create-app.ts'
import { loadDemoCounty, loadEmptyCounty } from '../../src/apps/server/demo/load-county.ts'
import type { Problem, Role } from '../../src/platform/base/operation.ts'
import { newId } from '../../src/platform/base/ids.ts'
import { openDatabase, type Database } from '../../src/platform/server/db/database.ts'
import { inScope, type Context, type Scope } from '../../src/platform/server/db/scope.ts'
import { scopeOfOrg } from '../../src/platform/server/http/orgs-queries.ts'
import { stderrLog } from '../../src/platform/server/log.ts'
import { onDatabase, TEMPLATE } from './global-database.ts'

export interface Answer<Body = Record<string, unknown>> {
  readonly status: number
  readonly body: Body & Partial<Problem>
  readonly headers: Headers
  readonly bytes: Buffer
}

export interface CallOptions {
  readonly body?: unknown
  readonly form?: FormData
  readonly key?: string
  readonly version?: number
  readonly headers?: Record<string, string>
}

/** Someone with a session of their own. */
export interface Client {
  readonly cookie: string
  call<Body = Record<string, unknown>>(method: string, path: string, options?: CallOptions): Promise<Answer<Body>>
  get<Body = Record<string, unknown>>(path: string): Promise<Answer<Body>>
  post<Body = Record<string, unknown>>(path: string, body?: unknown, options?: CallOptions): Promise<Answer<Body>>
}

export interface TestServer {
  readonly address: string
  readonly app: App
  readonly database: Database
  readonly dataDir: string
  /** Somebody without a session. */
  readonly nobody: Client
  /** Signs in as a role of the demo county. */
  as(role: Role): Promise<Client>
  /** Waits for a long operation's end and returns it. */
  settled(client: Client, operationId: string): Promise<Record<string, unknown>>
  /** Straight at the rows, to arrange or look; never in place of a call that is tested. */
  rows<Value>(work: (context: Context) => Promise<Value>): Promise<Value>
  readonly scope: Scope
  close(): Promise<void>
}

const clientOf = (address: string, cookie: string): Client => {
  const call: Client['call'] = async (method, path, options = {}) => {
    const json = options.body !== undefined
    const response = await fetch(address + path, {
      method,
      headers: {
        ...(cookie ? { cookie } : {}),
        ...(json ? { 'content-type': 'application/json' } : {}),
        ...(options.key ? { 'idempotency-key': options.key } : {}),
        ...(options.version === undefined ? {} : { 'if-match': `"${options.version}"` }),
        ...options.headers,
      },
      ...(method === 'GET' ? {} : { body: options.form ?? (json ? JSON.stringify(options.body) : undefined) }),
    })
    const bytes = Buffer.from(await response.arrayBuffer())
    const type = response.headers.get('content-type') ?? ''
    return {
      status: response.status,
      body: (type.includes('json') && bytes.length > 0 ? JSON.parse(bytes.toString()) : {}) as never,
      headers: response.headers,
      bytes,
    }
  }
  return {
    cookie,
    call,
    get: (path) => call('GET', path),
    post: (path, body, options) => call('POST', path, { key: newId(), ...options, body: body ?? {} }),
  }
}

/** A whole server on a fresh database of its own, with the demo county unless `empty`. */
export const startTestServer = async (
  options: { empty?: boolean; env?: NodeJS.ProcessEnv; webhookHosts?: readonly string[] } = {},
): Promise<TestServer> => {
  const connection = inject('postgres')
  const name = `test_${newId().replaceAll('-', '')}`
  const admin = openDatabase(connection, 1)
  await admin.pool.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY file_copy`)
  await admin.close()
  const database = openDatabase(onDatabase(connection, name))
  const dataDir = mkdtempSync(join(tmpdir(), 'qingqi-data-'))
  const app = await createApp({
    database,
    dataDir,
    publicAddress: 'http://127.0.0.1',
    loopback: true,
    version: 'test',
    log: stderrLog,
    env: options.env ?? {},
    webhookHosts: options.webhookHosts,
  })
  await (options.empty ? loadEmptyCounty(database) : loadDemoCounty(app.services))
  const address = await app.http.listen({ port: 0, host: '127.0.0.1' })
  const scope = (await scopeOfOrg(database))!
  const nobody = clientOf(address, '')
  return {
    address,
    app,
    database,
    dataDir,
    nobody,
    scope,
    as: async (role) => {
      const answer = await nobody.post('/api/demo/session', { role })
      if (answer.status !== 200) throw new Error(`no session as ${role}: ${answer.status}`)
      const cookie = answer.headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; ')
      return clientOf(address, cookie)
    },
    settled: async (client, operationId) => {
      for (;;) {
        const { body } = await client.get(`/api/operations/${operationId}`)
        if (!['queued', 'running'].includes(String(body.status))) return body
        await new Promise((done) => setTimeout(done, 100))
      }
    },
    rows: (work) => inScope(database, scope, work),
    close: async () => {
      await app.close()
      await database.close()
      const admin2 = openDatabase(connection, 1)
      await admin2.pool.query(`DROP DATABASE ${name} WITH (FORCE)`)
      await admin2.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
