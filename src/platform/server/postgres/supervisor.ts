import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { fail, ok, type Result } from '../../base/result.ts'
import { runAs, type RunAs } from './as-user.ts'
import { findEmbedded, type Binaries } from './binaries.ts'
import { lockFolder } from './folder-lock.ts'
import { stopOrphan } from './stop-orphan.ts'

export interface EmbeddedOptions {
  /** Made where missing. One server at a time. */
  readonly dataDir: string
  /** PostgreSQL's own log, line by line. */
  readonly log: (line: string) => void
  /** Another PostgreSQL than the one that came along. */
  readonly binaries?: Binaries
  /** False only where losing data at a crash does not matter: tests. */
  readonly durable?: boolean
}

export interface EmbeddedPostgres {
  readonly connection: {
    readonly host: string
    readonly port: number
    readonly user: string
    readonly database: string
  }
  readonly pid: number
  /** Lets running statements end their transactions, then writes everything down. */
  stop(): Promise<void>
}

export type EmbeddedCode = 'DATA_FOLDER_IN_USE' | 'ROOT_NOT_POSSIBLE' | 'NO_BINARIES' | 'POSTGRES_FAILED'

const USER = 'qingqi'
// A Unix socket's path may have 107 bytes; ".s.PGSQL.5432" and a slash take 14.
const SOCKET_PATH_MAX = 107 - 14
const START_TIMEOUT_MS = 60_000

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const isReady = async (host: string): Promise<boolean> => {
  const client = new pg.Client({ host, port: 5432, user: USER, database: 'postgres' })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

const makeCluster = (binaries: Binaries, cluster: string, as: RunAs): Result<void, EmbeddedCode> => {
  const words = [
    ...as.before,
    binaries.initdb,
    '-D',
    cluster,
    '-U',
    USER,
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    '-k',
  ]
  const made = spawnSync(words[0]!, words.slice(1), { encoding: 'utf8', uid: as.uid, gid: as.gid })
  if (made.status === 0) return ok(undefined)
  rmSync(cluster, { recursive: true, force: true })
  return fail('POSTGRES_FAILED', { reason: `${made.stderr ?? ''}${made.error?.message ?? ''}`.trim().slice(-500) })
}

/**
 * Starts PostgreSQL on a folder, reachable through a Unix socket only; the database `qingqi` is there when it returns.
 * Refuses a folder that another live process holds. A folder left by a killed server recovers by itself.
 */
export const startEmbedded = async (options: EmbeddedOptions): Promise<Result<EmbeddedPostgres, EmbeddedCode>> => {
  const { dataDir, log, durable = true } = options
  const binaries = options.binaries ?? findEmbedded()
  if (!binaries) return fail('NO_BINARIES', { platform: `${process.platform}-${process.arch}` })
  const lock = lockFolder(dataDir)
  if (!lock.ok) return lock
  const release = lock.value
  const cluster = join(dataDir, 'cluster')
  const as = runAs(dataDir)
  if (!as.ok) {
    release()
    return as
  }
  await stopOrphan(cluster)
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    const made = makeCluster(binaries, cluster, as.value)
    if (!made.ok) {
      release()
      return made
    }
  }
  const tooLong = Buffer.byteLength(join(dataDir, 'run')) > SOCKET_PATH_MAX
  const socket = tooLong ? mkdtempSync(join(tmpdir(), 'qingqi-')) : join(dataDir, 'run')
  // A killed server leaves its socket's lock behind; the folder is ours and nobody is at work in it.
  rmSync(socket, { recursive: true, force: true })
  mkdirSync(socket, { recursive: true, mode: 0o700 })
  if (as.value.uid !== undefined) chownSync(socket, as.value.uid, as.value.gid!)
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socket,
    unix_socket_permissions: '0700',
    max_connections: '80',
    shared_buffers: '128MB',
    timezone: 'UTC',
    // Values of refused statements may hold personal data.
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: '0',
    log_min_messages: 'fatal',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const words = [
    ...as.value.before,
    binaries.postgres,
    '-D',
    cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const child: ChildProcess = spawn(words[0]!, words.slice(1), {
    stdio: ['ignore', 'ignore', 'pipe'],
    uid: as.value.uid,
    gid: as.value.gid,
    // Out of the terminal's group: Ctrl-C must reach the server first, which stops the database last.
    detached: true,
  })
  let tail = ''
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-500)
    for (const line of text.split('\n').filter(Boolean)) log(line)
  })
  let ended = false
  const end = new Promise<void>((resolve) => {
    child.once('exit', () => {
      ended = true
      resolve()
    })
    child.once('error', (error) => {
      tail = error.message
      ended = true
      resolve()
    })
  })
  const stop = async (): Promise<void> => {
    if (!ended) child.kill('SIGINT')
    await end
    if (tooLong) rmSync(socket, { recursive: true, force: true })
    release()
  }
  for (let waited = 0; !ended && waited < START_TIMEOUT_MS; waited += 25) {
    if (await isReady(socket)) {
      const client = new pg.Client({ host: socket, port: 5432, user: USER, database: 'postgres' })
      await client.connect()
      const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'qingqi'")
      if (!rowCount) await client.query('CREATE DATABASE qingqi')
      await client.end()
      return ok({
        connection: { host: socket, port: 5432, user: USER, database: 'qingqi' },
        pid: child.pid!,
        stop,
      })
    }
    await pause(25)
  }
  await stop()
  return fail('POSTGRES_FAILED', { reason: tail.trim() })
}
