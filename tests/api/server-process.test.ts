import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'

const command = new URL('../../bin/qingqi.mjs', import.meta.url).pathname
const running: ChildProcess[] = []
const folders: string[] = []

interface Server {
  readonly child: ChildProcess
  readonly address: string
  /** Exit code, or the signal's name. */
  readonly ended: Promise<number | string>
}

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'qingqi-process-'))
  folders.push(made)
  return made
}

/** `serve --empty` on a free port; `as` puts another user in front. Rejects with what it said where it ends early. */
const serve = (data: string, as: readonly string[] = []): Promise<Server> =>
  new Promise((done, lose) => {
    const [program, ...args] = [...as, process.execPath, command, 'serve', '--empty', '--port', '0', '--data', data]
    // A group of its own, so that a test can kill all of it at once.
    const child = spawn(program!, args, { detached: true, env: { ...process.env, DATABASE_URL: '' } })
    running.push(child)
    let said = ''
    const ended = new Promise<number | string>((end) => {
      child.on('exit', (code, signal) => end(code ?? signal ?? 'gone'))
    })
    child.stdout!.on('data', (bytes) => {
      said += String(bytes)
      const address = /轻骑已就绪：(\S+)/.exec(said)?.[1]
      if (address) done({ child, address, ended })
    })
    child.stderr!.on('data', (bytes) => (said += String(bytes)))
    void ended.then((how) => lose(new Error(`${how}: ${said}`)))
  })

const admin = { name: '张建国', username: 'zhang', password: '三月的汴河水，春天来了吧' }
const post = (address: string, path: string, body: unknown) =>
  fetch(address + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify(body),
  }).then((answer) => answer.status)

const postgresOf = (data: string): number =>
  Number(readFileSync(join(data, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])
const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

afterEach(() => {
  for (const child of running.splice(0))
    try {
      process.kill(-child.pid!, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true })
})

test('a second server on the same folder is refused with one line that names folder and process', async () => {
  const data = folder()
  const first = await serve(data)
  const second = await serve(data).then(
    () => 'it started',
    (error: Error) => error.message,
  )
  expect(second).toMatch(/^1: 数据目录 \S+ 正被另一个轻骑服务使用（进程 \d+）[^\n]*\n$/)
  expect(second).toContain(data)
  expect((await fetch(`${first.address}/api/health`)).status).toBe(200)
})

test('SIGTERM ends it whole: exit code 0, no database left running, and the folder opens with what was written', async () => {
  const data = folder()
  const first = await serve(data)
  expect(await post(first.address, '/api/first-admin', admin)).toBe(204)
  const database = postgresOf(data)
  expect(alive(database)).toBe(true)
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  expect(alive(database)).toBe(false)
  const again = await serve(data)
  expect(await post(again.address, '/api/session', { username: admin.username, password: admin.password })).toBe(204)
})

test('killed, alone or with its database, it leaves a folder that opens by itself with what was written', async () => {
  const data = folder()
  const first = await serve(data)
  expect(await post(first.address, '/api/first-admin', admin)).toBe(204)
  first.child.kill('SIGKILL')
  expect(await first.ended).toBe('SIGKILL')
  const second = await serve(data)
  expect(await post(second.address, '/api/session', { username: admin.username, password: admin.password })).toBe(204)
  const database = postgresOf(data)
  process.kill(database, 'SIGKILL')
  process.kill(-second.child.pid!, 'SIGKILL')
  await second.ended
  const third = await serve(data)
  expect(await post(third.address, '/api/session', { username: admin.username, password: admin.password })).toBe(204)
  third.child.kill('SIGTERM')
  expect(await third.ended).toBe(0)
})

test('an ordinary user can run it', async () => {
  const data = folder()
  if (process.getuid?.() !== 0) {
    // Who runs the tests is one.
    expect((await fetch(`${(await serve(data)).address}/api/health`)).status).toBe(200)
    return
  }
  // The system's own user without rights: PostgreSQL wants one with a name.
  const uid = Number(spawnSync('id', ['-u', 'nobody'], { encoding: 'utf8' }).stdout)
  chownSync(data, uid, uid)
  chmodSync(data, 0o700)
  expect(spawnSync('setpriv', ['--version']).status).toBe(0)
  const server = await serve(data, ['setpriv', `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups'])
  expect((await fetch(`${server.address}/api/health`)).status).toBe(200)
  expect(existsSync(join(data, 'postgres'))).toBe(true)
  server.child.kill('SIGTERM')
  expect(await server.ended).toBe(0)
})
