import { sql, type Transaction } from 'kysely'
import { isId } from '../../base/ids.ts'
import type { Role } from '../../base/operation.ts'
import type { CivilDate } from '../../base/civil-date.ts'
import type { Database } from './database.ts'
import { SCOPED_ROLE } from './migrate.ts'
import type { DB } from './schema.generated.ts'

/** Who acts, in which county, when. Every query of tenant rows needs one. */
export interface Scope {
  readonly orgId: string
  /** Absent for the public and for jobs. */
  readonly personId?: string
  readonly roles: readonly Role[]
  /** Enterprises this person is contact of. */
  readonly enterpriseIds: readonly string[]
  /** Teams this person is a member or leader of. */
  readonly teamIds: readonly string[]
  /** The county's clock: the real one, or the demo county's fixed day with the real time of day. */
  readonly now: Date
  readonly today: CivilDate
  readonly demo: boolean
}

declare const scopedMark: unique symbol

/** A transaction in which only the scope's county is visible; only `inScope` makes one. */
export interface Context {
  readonly tx: Transaction<DB>
  readonly scope: Scope
  readonly [scopedMark]: true
}

/** True where the person holds one of the roles. */
export const has = (scope: Scope, ...roles: readonly Role[]): boolean =>
  roles.some((role) => scope.roles.includes(role))

/**
 * Runs `work` in one transaction of one county, as a role under row-level security.
 * @throws what `work` throws, after rolling back.
 */
export const inScope = async <Value>(
  database: Database,
  scope: Scope,
  work: (context: Context) => Promise<Value>,
): Promise<Value> => {
  if (!isId(scope.orgId)) throw new Error('scope without a county')
  return database.kysely.transaction().execute(async (tx) => {
    await sql.raw(`SET LOCAL ROLE ${SCOPED_ROLE}; SET LOCAL app.org_id = '${scope.orgId}'`).execute(tx)
    return work({ tx, scope } as Context)
  })
}

/** The same transaction under another view of who acts; used once the roles have been read. */
export const withScope = (context: Context, scope: Partial<Omit<Scope, 'orgId'>>): Context =>
  ({ tx: context.tx, scope: { ...context.scope, ...scope } }) as Context
