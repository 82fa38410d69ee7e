import { newId } from '../../base/ids.ts'
import type { Role } from '../../base/operation.ts'
import type { Context } from '../db/scope.ts'

export interface Grants {
  readonly roles: Role[]
  readonly enterpriseIds: string[]
  readonly teamIds: string[]
}

/** What a person may be and where, as of now: read in the same transaction as the work it allows. */
export const grantsOf = async ({ tx, scope }: Context, personId: string): Promise<Grants> => {
  const grants = await tx
    .selectFrom('role_grants')
    .select(['role', 'enterprise_id', 'team_id'])
    .where('org_id', '=', scope.orgId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .execute()
  const memberships = await tx
    .selectFrom('members')
    .select('team_id')
    .where('org_id', '=', scope.orgId)
    .where('person_id', '=', personId)
    .where('active', '=', true)
    .execute()
  return {
    roles: [...new Set(grants.map((grant) => grant.role))],
    enterpriseIds: [...new Set(grants.flatMap((grant) => grant.enterprise_id ?? []))],
    teamIds: [...new Set([...grants.flatMap((grant) => grant.team_id ?? []), ...memberships.map((it) => it.team_id)])],
  }
}

export interface KeptAnswer {
  readonly operation: string
  readonly body_hash: string
  readonly status: number
  readonly answer: unknown
}

/**
 * Claims a key for this transaction. Undefined where it is ours now; else the answer kept under it.
 * A second caller with the same key waits here until the first has committed or rolled back.
 */
export const claimKey = async (
  { tx, scope }: Context,
  key: { key: string; actor: string; operation: string; bodyHash: string },
): Promise<KeptAnswer | undefined> => {
  const claimed = await tx
    .insertInto('idempotency_keys')
    .values({
      org_id: scope.orgId,
      key: key.key,
      actor: key.actor,
      operation: key.operation,
      body_hash: key.bodyHash,
      status: 0,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (claimed) return undefined
  return tx
    .selectFrom('idempotency_keys')
    .select(['operation', 'body_hash', 'status', 'answer'])
    .where('org_id', '=', scope.orgId)
    .where('actor', '=', key.actor)
    .where('key', '=', key.key)
    .executeTakeFirstOrThrow()
}

export const keepAnswer = async (
  { tx, scope }: Context,
  actor: string,
  key: string,
  status: number,
  answer: unknown,
): Promise<void> => {
  await tx
    .updateTable('idempotency_keys')
    .set({ status, answer: answer === undefined ? null : JSON.stringify(answer) })
    .where('org_id', '=', scope.orgId)
    .where('actor', '=', actor)
    .where('key', '=', key)
    .execute()
}

/** Who did what to which row, in the transaction of the deed itself. */
export const insertAudit = async (
  { tx, scope }: Context,
  entry: { operation: string; subjectId?: string; outcome: string },
): Promise<void> => {
  await tx
    .insertInto('audit_entries')
    .values({
      org_id: scope.orgId,
      id: newId(),
      actor_id: scope.personId ?? null,
      operation: entry.operation,
      subject_id: entry.subjectId ?? null,
      outcome: entry.outcome,
    })
    .execute()
}
