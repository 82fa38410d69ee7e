import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { fail, ok, type Result } from '../../base/result.ts'

/** How PostgreSQL is started: words put before the command, and the user it runs as. */
export interface RunAs {
  readonly before: readonly string[]
  readonly uid?: number
  readonly gid?: number
}

const works = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0

/** A system user for PostgreSQL alone, made where it is missing. */
const systemUser = (): { uid: number; gid: number } | undefined => {
  const find = (): { uid: number; gid: number } | undefined => {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((row) => row.startsWith('qingqi:'))
    const [, , uid, gid] = line?.split(':') ?? []
    return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
  }
  return find() ?? (works('useradd', '--system', '--no-create-home', 'qingqi') ? find() : undefined)
}

/**
 * PostgreSQL refuses to run as root. An ordinary user starts it directly; root through a user namespace in which
 * it is user 1000, or as a system user where namespaces are barred.
 * @param folder the database's folder; handed over to the system user where one is used.
 */
export const runAs = (folder: string): Result<RunAs, 'ROOT_NOT_POSSIBLE'> => {
  // The signal reaches postgres when this process dies in any way, so that no orphan keeps the folder.
  const dies =
    process.platform === 'linux' && works('setpriv', '--pdeathsig', 'INT', 'true')
      ? ['setpriv', '--pdeathsig', 'INT']
      : []
  if (process.getuid?.() !== 0) return ok({ before: dies })
  const unshare = ['unshare', '--user', '--map-user=1000', '--map-group=1000']
  if (works(unshare[0]!, ...unshare.slice(1), 'true')) return ok({ before: [...unshare, ...dies] })
  const user = systemUser()
  if (!user) return fail('ROOT_NOT_POSSIBLE')
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 })
  chownSync(folder, user.uid, user.gid)
  return ok({ before: dies, ...user })
}
