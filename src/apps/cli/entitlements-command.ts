import { readFileSync } from 'node:fs'
import { entitlementsOf, readClaim, type ClaimFault } from '../../engines/entitlements/index.ts'
import { readCall, refuseCall, type Usage } from './read-call.ts'

export const usage: Usage = {
  call: 'entitlements FACTS.json|-',
  does: '读入一名劳动者的事实，把依法应得的各项以 JSON 写到标准输出',
}

/** Reads the facts of one claim, prints what the law gives on them as JSON on stdout. */
export const run = async (args: string[]): Promise<number> => {
  const read = readCall({ args, allowPositionals: true, options: {} })
  if (!read.ok) return refuseCall(usage, read.detail?.reason)
  const [file, ...others] = read.value.positionals
  if (!file || others.length > 0) return refuseCall(usage, file ? '只能给一个文件' : '缺少文件')
  let json: unknown
  try {
    // Editors on Windows put a byte order mark first.
    json = JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\uFEFF/, ''))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const reason = message.replaceAll(/\s+/g, ' ')
    const said =
      code === undefined
        ? `读不出 JSON（${reason}），请给一份事实，如 {"region": "321324", …}`
        : `打不开（${reason}），请核对路径，要给一个 JSON 文件，或者写 - 从标准输入读`
    process.stderr.write(`${file}: ${said}\n`)
    return 1
  }
  const claim = readClaim(json)
  if (!claim.ok) {
    for (const { path, reason } of (claim.detail?.faults ?? []) as ClaimFault[])
      process.stderr.write(`${file}: ${path} ${reason}\n`)
    return 1
  }
  const text = `${JSON.stringify(entitlementsOf(claim.value), null, 2)}\n`
  await new Promise<void>((done) => process.stdout.write(text, () => done()))
  return 0
}
