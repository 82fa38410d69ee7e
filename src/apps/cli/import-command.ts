import { readFileSync, writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { enterpriseTexts } from '../../areas/enterprises/texts.zh.ts'
import { errorFile, readRegister, writeRegister } from '../../areas/enterprises/server/index.ts'
import { openDatabase } from '../../platform/server/db/database.ts'
import { migrate } from '../../platform/server/db/migrate.ts'
import { inScope } from '../../platform/server/db/scope.ts'
import { scopeOfOrg } from '../../platform/server/http/orgs-queries.ts'
import { problemOf } from '../../platform/server/http/problem.ts'
import { openServerDatabase } from '../server/start-server.ts'
import { lineOf } from './failure-lines.ts'
import { readCall, refuseCall, type Usage } from './read-call.ts'

export const usage: Usage = {
  call: 'import enterprises FILE.xlsx|- [--dry-run] [--data DIR]',
  does: '导入企业名册，结果以 JSON 写到标准输出；--dry-run 只核对不写入',
}

/** Imports a register file; prints the counts as JSON. The file itself is never changed. */
export const run = async (args: string[]): Promise<number> => {
  const parsed = readCall({
    args,
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, data: { type: 'string', default: 'data' } },
  })
  if (!parsed.ok) return refuseCall(usage, parsed.detail?.reason)
  const { values, positionals } = parsed.value
  const [kind, file] = positionals
  if (kind !== 'enterprises') return refuseCall(usage, kind ? `没有可导入的种类 ${kind}` : '缺少种类和文件')
  if (!file || positionals.length !== 2) return refuseCall(usage, file ? '只能给一个文件' : '缺少文件')
  let bytes: Buffer
  try {
    bytes = readFileSync(file === '-' ? 0 : file)
  } catch (error) {
    process.stderr.write(`${file}: cannot be read (${(error as Error).message})\n`)
    return 1
  }
  const opened = await openServerDatabase({
    dataDir: resolve(values.data),
    databaseUrl: process.env.DATABASE_URL,
  })
  if (!opened.ok) {
    process.stderr.write(`${lineOf(opened)}\n`)
    return 1
  }
  const database = openDatabase(opened.value.connection, 4)
  try {
    await migrate(database.pool)
    const scope = await scopeOfOrg(database)
    if (!scope) {
      process.stderr.write('这个数据目录里还没有县：请先用 qingqi serve 启动一次。\n')
      return 1
    }
    return await inScope(database, scope, async (context) => {
      const read = await readRegister(context, bytes)
      if (!read.ok) {
        process.stderr.write(`${file}: ${problemOf(read, enterpriseTexts).detail}\n`)
        return 1
      }
      const { counts, rows } = read.value
      const written = values['dry-run']
        ? { created: counts.new, updated: counts.changed, unchanged: counts.same, rejected: counts.bad }
        : await writeRegister(context, rows)
      let errors: string | null = null
      if (counts.bad > 0) {
        errors = resolve(`${basename(file === '-' ? 'stdin' : file).replace(/\.[^.]*$/, '')}-有错误的行.xlsx`)
        writeFileSync(errors, (await errorFile(context, rows)).bytes)
      }
      process.stdout.write(`${JSON.stringify({ rows: counts.rows, ...written, errorFile: errors })}\n`)
      return 0
    })
  } finally {
    await database.close()
    await opened.value.stop()
  }
}
