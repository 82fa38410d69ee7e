/** A command takes its arguments and returns the exit code: 0 done, 1 bad data, 2 wrong call. */
interface Command {
  run(args: string[]): Promise<number>
}

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: () => import('./serve-command.ts'),
  import: () => import('./import-command.ts'),
  plan: () => import('./plan-command.ts'),
  toptw: () => import('./toptw-command.ts'),
  migrate: () => import('./migrate-command.ts'),
}

const [name = '', ...args] = process.argv.slice(2)
const load = Object.hasOwn(commands, name) ? commands[name] : undefined
if (load) process.exitCode = await (await load()).run(args)
else {
  process.stderr.write(`usage: qingqi ${Object.keys(commands).join(' | ')}\n`)
  process.exitCode = 2
}
