import type { Failure } from '../../platform/base/result.ts'

/** One line for the person at the terminal: what, where, how to mend it. */
export const lineOf = ({ code, detail = {} }: Failure): string => {
  const lines: Readonly<Record<string, string>> = {
    DATA_FOLDER_IN_USE: `数据目录 ${detail.folder} 正被另一个轻骑服务使用（进程 ${detail.pid}），请先停掉它，或用 --data 换一个目录。`,
    ROOT_NOT_POSSIBLE:
      '数据库不能以 root 运行，本机又不许建用户命名空间或系统用户：请换普通用户启动，或用 DATABASE_URL 指向现有的 PostgreSQL。',
    NO_BINARIES: `没有适合本机（${detail.platform}）的数据库程序：请用 DATABASE_URL 指向一个 PostgreSQL 15 或更新的服务。`,
    POSTGRES_FAILED: `数据库没有启动起来：${detail.reason}`,
    PORT_IN_USE: `端口 ${detail.port} 已被占用，请用 --port 换一个。`,
  }
  return lines[code] ?? code
}

/** The like for a thrown error whose cause lies outside the program; undefined for any other. */
export const surpriseLineOf = (error: unknown): string | undefined => {
  const { code, path, address, port, hostname } = error as Readonly<Record<string, unknown>>
  const place = path ?? (address ? `${address}${port ? `:${port}` : ''}` : hostname)
  switch (code) {
    case 'ECONNREFUSED':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
      return `连不上数据库${place ? ` ${place}` : ''}：请检查 DATABASE_URL，并确认 PostgreSQL 已启动。`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `找不到主机 ${hostname}：请检查 DATABASE_URL 或 --host。`
    case 'EADDRNOTAVAIL':
      return `本机没有地址 ${address}：请用 --host 换一个。`
    case '28P01':
    case '28000':
      return '数据库不认这个用户名或口令：请检查 DATABASE_URL。'
    case '3D000':
      return 'DATABASE_URL 里的数据库还不存在：请先在 PostgreSQL 里建好。'
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ENOSPC':
      return place ? `不能使用 ${place}（${code}）：请检查权限、路径和剩余空间，或换一个。` : undefined
    default:
      return undefined
  }
}
