import { sql } from 'kysely'
import { newId } from '../../base/ids.ts'
import type { Context } from '../db/scope.ts'

export const insertOperation = async ({ tx, scope }: Context, kind: string, input: object): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('operations')
    .values({
      org_id: scope.orgId,
      id,
      kind,
      status: 'queued',
      input: JSON.stringify(input),
      created_by: scope.personId ?? null,
    })
    .execute()
  return id
}

export const operationById = ({ tx, scope }: Context, id: string) =>
  tx.selectFrom('operations').selectAll().where('org_id', '=', scope.orgId).where('id', '=', id).executeTakeFirst()

/** Takes a queued operation for running; false where it was cancelled or taken before. */
export const takeOperation = async ({ tx, scope }: Context, id: string): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('operations')
    .set({ status: 'running', started_at: sql`now()` })
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .where('status', '=', 'queued')
    .where('cancel_requested', '=', false)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Notes progress and tells whether someone asked to cancel. */
export const noteProgress = async (
  { tx, scope }: Context,
  id: string,
  progress: number,
  note: string,
): Promise<boolean> => {
  const row = await tx
    .updateTable('operations')
    .set({ progress, note })
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    // A late tick must not take back what its end has said.
    .where('status', '=', 'running')
    .returning('cancel_requested')
    .executeTakeFirst()
  return row?.cancel_requested ?? true
}

export const finishOperation = async (
  { tx, scope }: Context,
  id: string,
  end: { status: 'done' | 'failed' | 'cancelled'; result?: unknown; problem?: unknown },
): Promise<void> => {
  await tx
    .updateTable('operations')
    .set({
      status: end.status,
      result: end.result === undefined ? null : JSON.stringify(end.result),
      problem: end.problem === undefined ? null : JSON.stringify(end.problem),
      finished_at: sql`now()`,
      ...(end.status === 'done' ? { progress: 1 } : {}),
    })
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .execute()
}

export const requestCancel = async ({ tx, scope }: Context, id: string): Promise<void> => {
  await tx
    .updateTable('operations')
    .set({ cancel_requested: true, status: sql`CASE WHEN status = 'queued' THEN 'cancelled' ELSE status END` })
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .where('status', 'in', ['queued', 'running'])
    .execute()
}

/** Operations left running by a server that died; only where no other server can be running them. */
export const failAbandoned = async ({ tx, scope }: Context, problem: object): Promise<void> => {
  await tx
    .updateTable('operations')
    .set({ status: 'failed', problem: JSON.stringify(problem), finished_at: sql`now()` })
    .where('org_id', '=', scope.orgId)
    .where('status', 'in', ['queued', 'running'])
    .execute()
}
