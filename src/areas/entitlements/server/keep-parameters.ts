import type { BodyOf } from '../../../platform/base/operation.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import type * as contract from '../contract.ts'
import { valueFault } from '../domain/value-form.ts'
import * as queries from './queries.ts'

/** Who acts; the operations here are for signed-in people only. */
const actor = ({ scope }: Context): string => {
  if (scope.personId === undefined) throw new Error('a figure is kept by a person')
  return scope.personId
}

export const proposeParameter = async (
  context: Context,
  body: BodyOf<typeof contract.proposeParameter>,
): Promise<Result<{ id: string }, 'VALUE_FORM' | 'VERSION_EXISTS'>> => {
  const reason = valueFault(body.concept, body.effective, body.value)
  if (reason !== undefined) return fail('VALUE_FORM', { reason })
  const id = await queries.insertVersion(context, { ...body, proposedBy: actor(context) })
  return id === undefined ? fail('VERSION_EXISTS') : ok({ id })
}

export const confirmParameter = async (
  context: Context,
  id: string,
): Promise<Result<{ status: 'confirmed' }, 'NOT_FOUND' | 'SAME_PERSON' | 'PARAMETER_STATE'>> => {
  const row = await queries.lockVersion(context, id)
  if (!row) return fail('NOT_FOUND')
  if (row.withdrawnAt !== null || row.confirmedBy !== null) return fail('PARAMETER_STATE')
  if (row.proposedBy === actor(context)) return fail('SAME_PERSON')
  await queries.setConfirmed(context, id, actor(context))
  return ok({ status: 'confirmed' })
}

/** A proposal is withdrawn at once; of a version in force one asks and another confirms by asking too. */
export const withdrawParameter = async (
  context: Context,
  id: string,
  reason: string,
): Promise<Result<{ status: 'withdrawal-asked' | 'withdrawn' }, 'NOT_FOUND' | 'SAME_PERSON' | 'PARAMETER_STATE'>> => {
  const row = await queries.lockVersion(context, id)
  if (!row) return fail('NOT_FOUND')
  if (row.withdrawnAt !== null) return fail('PARAMETER_STATE')
  const who = actor(context)
  if (row.confirmedBy === null) {
    await queries.setWithdrawal(context, id, { askedBy: who, reason, withdrawnBy: who })
    return ok({ status: 'withdrawn' })
  }
  if (row.withdrawalBy === null) {
    await queries.setWithdrawal(context, id, { askedBy: who, reason })
    return ok({ status: 'withdrawal-asked' })
  }
  if (row.withdrawalBy === who) return fail('SAME_PERSON')
  await queries.setWithdrawal(context, id, { withdrawnBy: who })
  return ok({ status: 'withdrawn' })
}
