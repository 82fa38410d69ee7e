import { readFileSync } from 'node:fs'
import { isIPv6 } from 'node:net'
import { join } from 'node:path'
import { loadDemoCounty, loadEmptyCounty } from './demo/load-county.ts'
import { openDatabase, type ConnectionConfig } from '../../platform/server/db/database.ts'
import { migrate } from '../../platform/server/db/migrate.ts'
import { fail, ok, type Result } from '../../platform/base/result.ts'
import { scopeOfOrg } from '../../platform/server/http/orgs-queries.ts'
import { stderrLog } from '../../platform/server/log.ts'
import { startEmbedded } from '../../platform/server/postgres/supervisor.ts'
import { createApp } from './create-app.ts'
import type { PageSource } from './pages.ts'

export interface ServerOptions {
  readonly port: number
  readonly host: string
  /** Folder of the embedded database, files and key. */
  readonly dataDir: string
  /** True to start without the demo county. */
  readonly empty: boolean
  /** postgres://… of a server of one's own; the embedded one is started where absent. */
  readonly databaseUrl?: string
  /** Where pages come from; the build in dist/ where left out. */
  readonly pages?: PageSource
  /** Lines for the person who started it. */
  readonly say: (line: string) => void
}

export interface RunningServer {
  readonly address: string
  /** Finishes what is under way, then stops everything. */
  stop(): Promise<void>
}

const version = (
  JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }
).version

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.')

/** As it stands in an address: IPv6 in brackets. */
const inAddress = (host: string): string => (isIPv6(host) ? `[${host}]` : host)

interface OpenedDatabase {
  readonly connection: ConnectionConfig
  stop(): Promise<void>
}

/** The database of this server: one's own by URL, or the embedded one in the data folder. */
export const openServerDatabase = async (
  options: Pick<ServerOptions, 'dataDir' | 'databaseUrl'>,
): Promise<Result<OpenedDatabase>> => {
  if (options.databaseUrl) return ok({ connection: { connectionString: options.databaseUrl }, stop: async () => {} })
  return startEmbedded({ dataDir: join(options.dataDir, 'postgres'), log: () => {} })
}

/** Starts everything and listens. @returns a failure where the data folder is in use or the port is taken. */
export const startServer = async (options: ServerOptions): Promise<Result<RunningServer>> => {
  const opened = await openServerDatabase(options)
  if (!opened.ok) return opened
  const database = openDatabase(opened.value.connection)
  const { applied } = await migrate(database.pool)
  if (applied.length > 0) options.say(`数据库已更新：${applied.length} 步`)
  const publicAddress = process.env.PUBLIC_ADDRESS ?? `http://${inAddress(options.host)}:${options.port}`
  const app = await createApp({
    database,
    dataDir: options.dataDir,
    publicAddress,
    loopback: isLoopback(options.host),
    version,
    log: stderrLog,
    pages: options.pages,
  })
  if (!(await scopeOfOrg(database))) {
    if (options.empty) await loadEmptyCounty(database)
    else {
      options.say('第一次启动：正在装入演示县……')
      await loadDemoCounty(app.services)
    }
  }
  const stop = async (): Promise<void> => {
    await app.close()
    await database.close()
    await opened.value.stop()
  }
  try {
    await app.http.listen({ port: options.port, host: options.host })
  } catch (error) {
    await stop()
    if ((error as { code?: string }).code === 'EADDRINUSE') return fail('PORT_IN_USE', { port: options.port })
    throw error
  }
  const port = (app.http.server.address() as { port: number }).port
  return ok({ address: `http://${inAddress(options.host)}:${port}`, stop })
}
