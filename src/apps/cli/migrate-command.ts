import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '../../platform/server/db/database.ts'
import { migrate } from '../../platform/server/db/migrate.ts'
import { openServerDatabase } from '../server/start-server.ts'
import { lineOf } from './failure-lines.ts'

/** `migrate [--data DIR]`: brings the database of the folder, or of DATABASE_URL, to the newest schema. */
export const run = async (args: string[]): Promise<number> => {
  let data: string
  try {
    data = parseArgs({ args, options: { data: { type: 'string', default: 'data' } } }).values.data
  } catch (error) {
    process.stderr.write(`migrate: ${(error as Error).message}\n`)
    return 2
  }
  const opened = await openServerDatabase({ dataDir: resolve(data), databaseUrl: process.env.DATABASE_URL })
  if (!opened.ok) {
    process.stderr.write(`${lineOf(opened)}\n`)
    return 1
  }
  const database = openDatabase(opened.value.connection, 2)
  try {
    const { applied } = await migrate(database.pool)
    process.stdout.write(applied.length > 0 ? `${applied.join('\n')}\n` : '数据库已是最新。\n')
  } finally {
    await database.close()
    await opened.value.stop()
  }
  return 0
}
