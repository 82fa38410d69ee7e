import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { DB } from './schema.generated.ts'

/** How a pool reaches the server: a URL, or the parts that the embedded server hands out. */
export type ConnectionConfig = Pick<
  pg.PoolConfig,
  'connectionString' | 'host' | 'port' | 'user' | 'password' | 'database'
>

export interface Database {
  readonly config: ConnectionConfig
  readonly pool: pg.Pool
  readonly kysely: Kysely<DB>
  close(): Promise<void>
}

const TYPE = { bool: 16, int8: 20, date: 1082, dateArray: 1182, timestamptz: 1184, numeric: 1700 } as const

/** Civil dates stay strings, instants become ISO 8601 strings in UTC, counts become numbers. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') => {
    if (oid === TYPE.date) return (text: string) => text
    if (oid === TYPE.dateArray) return (text: string) => text.slice(1, -1).split(',').filter(Boolean)
    if (oid === TYPE.timestamptz) return (text: string) => new Date(text).toISOString()
    if (oid === TYPE.int8) return Number
    return pg.types.getTypeParser(oid, format)
  }) as pg.CustomTypesConfig['getTypeParser'],
}

/** Opens a pool. `max` connections; a statement longer than 60 s is cut off by the server. */
export const openDatabase = (config: ConnectionConfig, max = 12): Database => {
  const pool = new pg.Pool({ ...config, max, types, statement_timeout: 60_000 })
  // An idle connection that the server closes must not end the process; the next query reports the fault.
  pool.on('error', () => {})
  return {
    config,
    pool,
    kysely: new Kysely<DB>({ dialect: new PostgresDialect({ pool }) }),
    close: () => pool.end(),
  }
}
