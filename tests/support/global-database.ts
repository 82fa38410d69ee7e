import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDatabase, type ConnectionConfig } from '../../src/platform/server/db/database.ts'
import { migrate } from '../../src/platform/server/db/migrate.ts'
import { findSystem } from '../../src/platform/server/postgres/binaries.ts'
import { startEmbedded } from '../../src/platform/server/postgres/supervisor.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: ConnectionConfig
  }
}

export const TEMPLATE = 'template_qingqi'

/**
 * One PostgreSQL for all test files: the embedded 18, the system's 15 with TEST_POSTGRES=15, or TEST_DATABASE_URL.
 * Holds a migrated template that each file copies.
 */
export default async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const url = process.env.TEST_DATABASE_URL
  let stop = async (): Promise<void> => {}
  let connection: ConnectionConfig = { connectionString: url }
  if (!url) {
    const folder = mkdtempSync(join(tmpdir(), 'qingqi-test-'))
    const binaries = process.env.TEST_POSTGRES ? findSystem(Number(process.env.TEST_POSTGRES)) : undefined
    if (process.env.TEST_POSTGRES && !binaries) throw new Error(`no PostgreSQL ${process.env.TEST_POSTGRES} here`)
    const started = await startEmbedded({ dataDir: folder, log: () => {}, durable: false, binaries })
    if (!started.ok) throw new Error(`${started.code} ${JSON.stringify(started.detail)}`)
    connection = started.value.connection
    stop = async () => {
      await started.value.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  }
  const admin = openDatabase(connection, 1)
  await admin.pool.query(`DROP DATABASE IF EXISTS ${TEMPLATE}`)
  await admin.pool.query(`CREATE DATABASE ${TEMPLATE}`)
  await admin.close()
  const template = openDatabase(onDatabase(connection, TEMPLATE), 1)
  await migrate(template.pool)
  await template.close()
  provide('postgres', connection)
  return stop
}

/** The same server, another database of it. */
export const onDatabase = (connection: ConnectionConfig, name: string): ConnectionConfig => {
  if (!connection.connectionString) return { ...connection, database: name }
  const url = new URL(connection.connectionString)
  url.pathname = `/${name}`
  return { connectionString: url.href }
}
