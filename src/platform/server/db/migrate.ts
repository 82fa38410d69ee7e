import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type pg from 'pg'
import { tables } from './tables.ts'

/** The role that tenant work runs as: owns nothing, so row-level security holds for it. */
export const SCOPED_ROLE = 'qingqi_scoped'

// Any constant known to all servers of one database.
const LOCK = 7_203_118
const FOLDER = new URL('../../../../db/migrations/', import.meta.url)

interface Migration {
  readonly name: string
  readonly checksum: string
  readonly statements: readonly string[]
}

const readMigrations = (): Migration[] =>
  readdirSync(FOLDER)
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    .toSorted()
    .map((name) => {
      const text = readFileSync(new URL(name, FOLDER), 'utf8')
      return {
        name,
        checksum: createHash('sha256').update(text).digest('hex'),
        statements: text
          .replaceAll(/^--.*$/gm, '')
          .split(/;[ \t]*\n/)
          .map((statement) => statement.trim())
          .filter(Boolean),
      }
    })

const grantToScopedRole = async (client: pg.PoolClient): Promise<void> => {
  const { rows } = await client.query<{ name: string }>('SELECT rolname AS name FROM pg_roles WHERE rolname = $1', [
    SCOPED_ROLE,
  ])
  if (rows.length === 0) await client.query(`CREATE ROLE ${SCOPED_ROLE} NOLOGIN`)
  await client.query(`GRANT ${SCOPED_ROLE} TO CURRENT_USER`)
  await client.query(`GRANT USAGE ON SCHEMA public TO ${SCOPED_ROLE}`)
  for (const table of [...tables.tenant, 'calendar_token_directory'])
    await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO ${SCOPED_ROLE}`)
  for (const table of ['orgs', 'calendar_years']) await client.query(`GRANT SELECT ON ${table} TO ${SCOPED_ROLE}`)
}

/**
 * Brings the database to the newest schema; safe to call from several servers at once (advisory lock).
 * Each migration runs in a transaction of its own, one statement a call.
 * @throws when an applied migration's text has changed since, or a statement fails (nothing of that file stays).
 */
export const migrate = async (pool: pg.Pool): Promise<{ applied: string[] }> => {
  const client = await pool.connect()
  const applied: string[] = []
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    await client.query(
      'CREATE TABLE IF NOT EXISTS schema_migrations (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
    )
    const done = new Map(
      (await client.query<{ name: string; checksum: string }>('SELECT name, checksum FROM schema_migrations')).rows.map(
        (row) => [row.name, row.checksum],
      ),
    )
    for (const migration of readMigrations()) {
      const before = done.get(migration.name)
      if (before === migration.checksum) continue
      if (before !== undefined) throw new Error(`migration ${migration.name} was changed after it had been applied`)
      await client.query('BEGIN')
      try {
        for (const statement of migration.statements) await client.query(statement)
        await client.query('INSERT INTO schema_migrations (name, checksum) VALUES ($1, $2)', [
          migration.name,
          migration.checksum,
        ])
        await client.query('COMMIT')
      } catch (error) {
        await client.query('ROLLBACK')
        throw new Error(`migration ${migration.name} failed`, { cause: error })
      }
      applied.push(migration.name)
    }
    if (applied.length > 0) await grantToScopedRole(client)
    return { applied }
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [LOCK]).catch(() => {})
    client.release()
  }
}
