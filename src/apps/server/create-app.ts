import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { DEMO_PASSWORD } from '../../areas/accounts/server/index.ts'
import { createAuth } from '../../platform/server/auth/auth.ts'
import type { Database } from '../../platform/server/db/database.ts'
import { createFileStore } from '../../platform/server/files/store.ts'
import { createHttp } from '../../platform/server/http/server.ts'
import { scopeOfOrg } from '../../platform/server/http/orgs-queries.ts'
import { startJobs } from '../../platform/server/jobs/jobs.ts'
import { createLongOperations, handleLongOperations } from '../../platform/server/jobs/long-operations.ts'
import { startRepeated } from '../../platform/server/jobs/repeated.ts'
import type { Log } from '../../platform/server/log.ts'
import { mailSettingsFrom } from '../../platform/server/mail-settings.ts'
import type { Services } from '../../platform/server/services.ts'
import { areas } from './areas.ts'
import { addPages, type PageSource } from './pages.ts'

export interface AppOptions {
  readonly database: Database
  readonly dataDir: string
  readonly publicAddress: string
  readonly loopback: boolean
  readonly version: string
  readonly log: Log
  readonly env?: NodeJS.ProcessEnv
  /** Hosts a chat robot's webhook may have beside the known services; for tests. */
  readonly webhookHosts?: readonly string[]
  /** Where pages come from; the build in dist/ where left out. */
  readonly pages?: PageSource
}

export interface App {
  readonly http: FastifyInstance
  readonly services: Services
  close(): Promise<void>
}

/** A key of this data folder, made once, readable by its owner only. */
const keyOf = (dataDir: string): Buffer => {
  const path = join(dataDir, 'server.key')
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(path, randomBytes(32), { mode: 0o600 })
  }
  return readFileSync(path)
}

/** All areas on one database: HTTP, jobs and repeated work. The database must be migrated. Not yet listening. */
export const createApp = async (options: AppOptions): Promise<App> => {
  const { database, dataDir, publicAddress, loopback, version, log, env = process.env } = options
  const secret = keyOf(dataDir)
  const jobs = await startJobs(database, log)
  const auth = createAuth({
    database,
    secret: secret.toString('hex'),
    publicAddress,
    demoPassword: DEMO_PASSWORD,
  })
  const services: Services = {
    database,
    auth,
    files: createFileStore(join(dataDir, 'files')),
    operations: createLongOperations(jobs),
    secret,
    loopback,
    publicAddress,
    mail: mailSettingsFrom(env),
    webhookHosts: options.webhookHosts ?? [],
    log,
  }
  const kinds = Object.fromEntries(
    areas.flatMap((area) =>
      Object.entries(area.longOperations ?? {}).map(([kind, run]) => [kind, { run, texts: area.texts }]),
    ),
  )
  await handleLongOperations(jobs, kinds, services, async (orgId) => (await scopeOfOrg(database, orgId))!, log)
  const stopRepeated = startRepeated(
    areas.flatMap((area) => area.repeated ?? []),
    services,
    log,
  )
  const http = await createHttp({ areas, services, version, log })
  await addPages(http, services, options.pages)
  return {
    http,
    services,
    close: async () => {
      await http.close()
      await stopRepeated()
      await jobs.stop()
      await auth.close()
    },
  }
}
