import type { BodyOf, OutputOf } from '../../../platform/base/operation.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import type * as contract from '../contract.ts'
import { conflictOf, type Tie } from '../domain/index.ts'
import * as people from './people-queries.ts'
import { numberOf } from './reach-case.ts'

/** What ties this person to the employer of a case, if anything does: their own ties, or being its contact. */
export const tieOf = async (context: Context, personId: string, against: Tie): Promise<Tie | undefined> =>
  conflictOf([...(await people.ties(context, personId)), ...(await people.contactTies(context, personId))], against)

/** A tie that becomes known later takes nobody off a case; it says which cases have to be given to somebody else. */
export const addTie = async (
  context: Context,
  body: BodyOf<typeof contract.addTie>,
): Promise<Result<OutputOf<typeof contract.addTie>, 'NOT_FOUND' | 'NOT_A_MEMBER'>> => {
  if (!(await people.worksHere(context, body.personId))) return fail('NOT_A_MEMBER')
  if (body.enterpriseId && !(await people.enterpriseExists(context, body.enterpriseId))) return fail('NOT_FOUND')
  const id = await people.insertTie(context, body)
  const tie = { employer: body.employer, enterpriseId: body.enterpriseId ?? null }
  const against = (await people.openCasesOf(context, body.personId)).filter((it) => conflictOf([tie], it))
  return ok({ id, cases: against.map((it) => ({ id: it.id, number: numberOf(it) })) })
}
