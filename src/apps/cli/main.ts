import { surpriseLineOf } from './failure-lines.ts'
import type { Usage } from './read-call.ts'

/** A command takes its arguments and returns the exit code: 0 done, 1 bad data, 2 wrong call. */
interface Command {
  readonly usage: Usage
  run(args: string[]): Promise<number>
}

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: () => import('./serve-command.ts'),
  import: () => import('./import-command.ts'),
  plan: () => import('./plan-command.ts'),
  toptw: () => import('./toptw-command.ts'),
  checkup: () => import('./checkup-command.ts'),
  entitlements: () => import('./entitlements-command.ts'),
  migrate: () => import('./migrate-command.ts'),
}

const names = Object.keys(commands)

const overview = async (): Promise<string> => {
  const loaded = await Promise.all(Object.values(commands).map((load) => load()))
  return [
    '轻骑：产改轻骑兵上门活动的排期与跟踪',
    '',
    '用法：qingqi 命令 [选项]',
    '',
    ...loaded.map(({ usage }) => `  ${usage.call}\n      ${usage.does}`),
    '',
    '文件写 - 表示从标准输入读。退出码：0 完成，1 数据有误，2 用法有误。',
    '',
  ].join('\n')
}

const isHelp = (word: string): boolean => word === '--help' || word === '-h'

const main = async ([name = '', ...args]: string[]): Promise<number> => {
  if (isHelp(name) || name === 'help') {
    process.stdout.write(await overview())
    return 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) {
    const what = name === '' ? '缺少命令' : `没有命令 ${JSON.stringify(name)}`
    process.stderr.write(`${what}，可用：${names.join('、')}；说明见 qingqi --help\n`)
    return 2
  }
  const { run, usage } = await load()
  const operandsFrom = args.indexOf('--')
  if ((operandsFrom < 0 ? args : args.slice(0, operandsFrom)).some(isHelp)) {
    process.stdout.write(`${usage.does}\n用法：qingqi ${usage.call}\n`)
    return 0
  }
  return run(args)
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const line = surpriseLineOf(error)
  if (line === undefined) throw error
  process.stderr.write(`${line}\n`)
  // A database that was started meanwhile would keep this process; it ends with it.
  process.exit(1)
}
