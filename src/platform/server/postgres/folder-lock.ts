import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../base/result.ts'

/** When a process started, in the kernel's ticks; tells a pid that was handed out anew. Undefined where unknown. */
const startOf = (pid: number): string | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}

/**
 * Takes the data folder for this process. A lock left by a process that is gone is taken over.
 * @returns the release, or DATA_FOLDER_IN_USE with the pid that holds it.
 */
export const lockFolder = (folder: string): Result<() => void, 'DATA_FOLDER_IN_USE'> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'server.lock')
  const mine = `${process.pid} ${startOf(process.pid) ?? '-'}`
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const file = openSync(path, 'wx', 0o600)
      writeSync(file, mine)
      closeSync(file)
      return ok(() => rmSync(path, { force: true }))
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error
      const [pid = '0', started = '-'] = readFileSync(path, 'utf8').split(' ')
      const holder = Number(pid)
      const same = holder > 0 && isAlive(holder) && (started === '-' || startOf(holder) === started)
      if (same) return fail('DATA_FOLDER_IN_USE', { folder, pid: holder })
      rmSync(path, { force: true })
    }
  }
  return fail('DATA_FOLDER_IN_USE', { folder, pid: 0 })
}
