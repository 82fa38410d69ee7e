import { resolve } from 'node:path'
import { openDatabase } from '../../platform/server/db/database.ts'
import { migrate } from '../../platform/server/db/migrate.ts'
import { openServerDatabase } from '../server/start-server.ts'
import { lineOf } from './failure-lines.ts'
import { readCall, refuseCall, type Usage } from './read-call.ts'

export const usage: Usage = { call: 'migrate [--data DIR]', does: '把数据库更新到最新结构' }

/** `migrate [--data DIR]`: brings the database of the folder, or of DATABASE_URL, to the newest schema. */
export const run = async (args: string[]): Promise<number> => {
  const read = readCall({ args, options: { data: { type: 'string', default: 'data' } } })
  if (!read.ok) return refuseCall(usage, read.detail?.reason)
  const { data } = read.value.values
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
