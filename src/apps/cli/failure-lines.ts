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
