/**
 * Writes db/schema.sql and the table types from a database that has been migrated from nothing.
 * `--check` compares instead and exits 1 where they differ.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import prettier from 'prettier'
import { openDatabase } from '../src/platform/server/db/database.ts'
import { migrate } from '../src/platform/server/db/migrate.ts'
import { startEmbedded } from '../src/platform/server/postgres/supervisor.ts'

const TYPES: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  timestamptz: 'Instant',
  int4: 'number',
  // Fen: far below 2^53; read as a number everywhere.
  int8: 'number',
  bytea: 'Buffer',
  int2: 'number',
  float8: 'number',
  bool: 'boolean',
  jsonb: 'Json',
}

interface Column {
  table_name: string
  column_name: string
  udt_name: string
  is_nullable: 'YES' | 'NO'
  column_default: string | null
}

const folder = mkdtempSync(join(tmpdir(), 'qingqi-schema-'))
const started = await startEmbedded({ dataDir: folder, log: () => {}, durable: false })
if (!started.ok) throw new Error(started.code)
const database = openDatabase(started.value.connection, 2)
let differs = false
try {
  await migrate(database.pool)
  const columns = (
    await database.pool.query<Column>(
      `SELECT table_name, column_name, udt_name, is_nullable, column_default FROM information_schema.columns
       WHERE table_schema = 'public' ORDER BY table_name, ordinal_position`,
    )
  ).rows
  const constraints = (
    await database.pool.query<{ table: string; name: string; definition: string }>(
      `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
       FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n' ORDER BY 1, 2`,
    )
  ).rows
  const indexes = (
    await database.pool.query<{ definition: string }>(
      `SELECT indexdef AS definition FROM pg_indexes WHERE schemaname = 'public' ORDER BY indexname`,
    )
  ).rows
  const policies = (
    await database.pool.query<{ table: string; name: string; qual: string; check: string }>(
      `SELECT tablename AS table, policyname AS name, qual, with_check AS check FROM pg_policies WHERE schemaname = 'public' ORDER BY 1`,
    )
  ).rows

  const choices = new Map<string, string>()
  for (const { table, definition } of constraints) {
    const match = /^CHECK \(\((\w+) = ANY \(ARRAY\[(.+)\]\)\)\)$/.exec(definition)
    if (match) choices.set(`${table}.${match[1]}`, match[2]!.replaceAll('::text', '').split(', ').join(' | '))
  }
  const tables = Map.groupBy(columns, (column) => column.table_name)
  const typeOf = (column: Column): string => {
    const array = column.udt_name.startsWith('_')
    const base = TYPES[array ? column.udt_name.slice(1) : column.udt_name]
    if (!base) throw new Error(`no type for ${column.udt_name} of ${column.table_name}.${column.column_name}`)
    const chosen = choices.get(`${column.table_name}.${column.column_name}`) ?? base
    const full = (array ? `(${chosen})[]` : chosen) + (column.is_nullable === 'YES' ? ' | null' : '')
    return column.column_default === null ? full : `Generated<${full}>`
  }
  const pascal = (name: string): string => name.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())
  const typeText = [
    '// Written by tools/write-schema.ts from the migrated schema. Do not edit.',
    "import type { ColumnType, JSONColumnType } from 'kysely'",
    '',
    'export type Generated<T> = ColumnType<T, T | undefined, T>',
    '/** ISO 8601 in UTC when read; a Date or ISO string when written. */',
    'export type Instant = ColumnType<string, Date | string, Date | string>',
    'export type Json = ColumnType<unknown, string, string>',
    '',
    ...[...tables].flatMap(([name, list]) => [
      `export interface ${pascal(name)}Table {`,
      ...list.map((column) => `  ${column.column_name}: ${typeOf(column)}`),
      '}',
      '',
    ]),
    'export interface DB {',
    ...[...tables.keys()].map((name) => `  ${name}: ${pascal(name)}Table`),
    '}',
    '',
  ]
    .join('\n')
    .replaceAll('Generated<Instant>', 'ColumnType<string, Date | string | undefined, Date | string>')
    .replaceAll('Generated<Json>', 'ColumnType<unknown, string | undefined, string>')
    .replaceAll('Instant | null', 'ColumnType<string | null, Date | string | null | undefined, Date | string | null>')
    .replaceAll('Json | null', 'ColumnType<unknown, string | null | undefined, string | null>')
    .replace("import type { ColumnType, JSONColumnType } from 'kysely'", "import type { ColumnType } from 'kysely'")
  const sqlText = [
    '-- Written by tools/write-schema.ts from the migrations. Do not edit.',
    ...[...tables].flatMap(([name, list]) => [
      '',
      `TABLE ${name}`,
      ...list.map(
        (column) =>
          `  ${column.column_name} ${column.udt_name}${column.is_nullable === 'NO' ? ' NOT NULL' : ''}${column.column_default ? ` DEFAULT ${column.column_default}` : ''}`,
      ),
      ...constraints.filter((it) => it.table === name).map((it) => `  CONSTRAINT ${it.name} ${it.definition}`),
      ...policies
        .filter((it) => it.table === name)
        .map((it) => `  POLICY ${it.name} USING ${it.qual} WITH CHECK ${it.check}`),
    ]),
    '',
    ...indexes.map((it) => `${it.definition};`),
    '',
  ].join('\n')

  const root = new URL('../', import.meta.url)
  const options = { ...(await prettier.resolveConfig(new URL('tools/write-schema.ts', root))), parser: 'typescript' }
  const files: [string, string][] = [
    ['db/schema.sql', sqlText],
    ['src/platform/server/db/schema.generated.ts', await prettier.format(typeText, options)],
  ]
  for (const [path, text] of files) {
    const url = new URL(path, root)
    if (!process.argv.includes('--check')) writeFileSync(url, text)
    else if (readFileSync(url, 'utf8') !== text) {
      differs = true
      console.error(`${path} does not match the migrations: run node tools/write-schema.ts`)
    }
  }
} finally {
  await database.close()
  await started.value.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = differs ? 1 : 0
