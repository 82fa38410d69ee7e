import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from './folder-lock.ts'

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** How long each signal is given. */
const PATIENCE_MS = 10_000

/** Processes at work in a folder; on Linux every process of PostgreSQL works in its cluster's. */
const workersIn = (folder: string): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === folder
      } catch {
        // Gone meanwhile, a zombie, or somebody else's.
        return false
      }
    })
    .map(Number)

/**
 * Ends what a killed server left at work in its cluster, before the folder is opened again.
 * A pid file that names nobody at work there is taken away: its number may belong to a zombie or, after a restart of
 * the machine, to a stranger, and PostgreSQL would refuse to start.
 */
export const stopOrphan = async (cluster: string): Promise<void> => {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return
  const postmaster = Number(readFileSync(file, 'utf8').split('\n')[0])
  const linux = process.platform === 'linux'
  const folder = realpathSync(cluster)
  const left = (): number[] => (linux ? workersIn(folder) : isAlive(postmaster) ? [postmaster] : [])
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    const workers = left()
    // The postmaster ends its own; workers without one are told themselves.
    for (const pid of workers.includes(postmaster) ? [postmaster] : workers) if (isAlive(pid)) process.kill(pid, signal)
    for (let waited = 0; waited < PATIENCE_MS && left().length > 0; waited += 50) await pause(50)
  }
  if (linux && left().length === 0) rmSync(file, { force: true })
}
