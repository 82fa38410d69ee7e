import { isIPv6 } from 'node:net'
import { resolve } from 'node:path'
import { startServer } from '../server/start-server.ts'
import { lineOf } from './failure-lines.ts'
import { readCall, refuseCall, wholeOf, type Usage } from './read-call.ts'

export const usage: Usage = {
  call: 'serve [--port 3000] [--host 127.0.0.1] [--data DIR] [--empty]',
  does: '启动服务；--empty 不装演示县，第一次打开时建立管理员',
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** `serve [--port 3000] [--host 127.0.0.1] [--data DIR] [--empty]`: until SIGTERM or Ctrl-C. */
export const run = async (args: string[]): Promise<number> => {
  const read = readCall({
    args,
    options: {
      port: { type: 'string', default: process.env.PORT ?? '3000' },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string', default: 'data' },
      empty: { type: 'boolean', default: false },
    },
  })
  if (!read.ok) return refuseCall(usage, read.detail?.reason)
  const { values } = read.value
  const port = wholeOf(values.port, 0, 65_535)
  if (port === undefined) return refuseCall(usage, `--port ${values.port} 不是端口号（0–65535）`)
  if (!isIPv6(values.host) && !URL.canParse(`http://${values.host}`))
    return refuseCall(usage, `--host ${values.host} 不是主机名或地址`)
  let asked = false
  let ask: () => void = () => {}
  const stopped = new Promise<void>((done) => {
    ask = () => {
      asked = true
      done()
    }
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => ask())

  const started = await startServer({
    port,
    host: values.host,
    dataDir: resolve(values.data),
    empty: values.empty,
    databaseUrl: process.env.DATABASE_URL,
    say,
  })
  if (!started.ok) {
    process.stderr.write(`${lineOf(started)}\n`)
    return 1
  }
  const { address, stop } = started.value
  say(`轻骑已就绪：${address}`)
  say(`  工作台 ${address}/console　手机页 ${address}/m　大屏 ${address}/wall`)
  say(values.empty ? '  第一次打开工作台时建立管理员。' : '  演示县在登录页点一下角色即可进入；停止请按 Ctrl-C。')
  if (!asked) await stopped
  say('正在停止，等手上的事做完……')
  await stop()
  return 0
}
