import type { Auth } from './auth/auth.ts'
import type { Database } from './db/database.ts'
import type { FileStore } from './files/store.ts'
import type { LongOperations } from './jobs/long-operations.ts'
import type { Log } from './log.ts'
import type { MailSettings } from './mail-settings.ts'

/** What use cases may reach beside their transaction. */
export interface Services {
  readonly database: Database
  readonly auth: Auth
  readonly files: FileStore
  readonly operations: LongOperations
  /** Key of this server for rotating codes and the like, 32 bytes. */
  readonly secret: Buffer
  /** True where the server listens on a loopback address only. */
  readonly loopback: boolean
  /** The address people reach it at, without a slash at the end. */
  readonly publicAddress: string
  /** Mail settings from the environment; absent where none is set. */
  readonly mail?: MailSettings
  /** Hosts a chat robot's webhook may have beside the known services; empty outside tests. */
  readonly webhookHosts: readonly string[]
  readonly log: Log
}
