import { addDays } from '../../../platform/base/civil-date.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { BodyOf } from '../../../platform/base/operation.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { qrSvg } from '../../../platform/server/qr.ts'
import type { Services } from '../../../platform/server/services.ts'
import type * as contract from '../contract.ts'
import { decide, held, type VisitState } from '../domain/states.ts'
import { isOfTeam, type Locked } from './answer-dispatch.ts'
import * as delivery from './delivery-queries.ts'
import { checkCode, issueCode, QUEUE_MAX_MS } from './rotating-code.ts'
import * as queries from './visit-queries.ts'

type SiteCodes = 'NOT_FOUND' | 'VISIT_STATE' | 'NOT_TODAY'

/** On-site steps belong to the visit's own day; a queued one may arrive on the day after. */
const notItsDay = ({ scope }: Context, visit: Locked): boolean =>
  scope.today < visit.date || scope.today > addDays(visit.date, 1)

/** Out or held: what a phone queued on site may arrive after the record and even after the answer. */
const onSite = (visit: Locked): boolean => decide(visit.status, 'arrive').ok || held.includes(visit.status)

/** The instant a phone names, where it can be true: no later than now, no earlier than a queue waits. */
const namedInstant = (text: string, now: Date): Date => {
  const at = Date.parse(text)
  return at <= now.getTime() && at >= now.getTime() - QUEUE_MAX_MS ? new Date(at) : now
}

/** The code to show, as a picture of the address a phone opens; changes every 20 s. */
export const readCode = async (
  context: Context,
  id: string,
  { secret, publicAddress }: Services,
): Promise<
  Result<{ address: string; svg: string; expiresInMs: number; signedIn: number }, 'NOT_FOUND' | 'VISIT_STATE'>
> => {
  const visit = await queries.lockVisit(context, id)
  if (!visit || !isOfTeam(context, visit.teamId)) return fail('NOT_FOUND')
  if (!onSite(visit)) return fail('VISIT_STATE', { state: visit.status })
  const { code, expiresInMs } = issueCode(secret, id, Date.now())
  const address = `${publicAddress}/m/sign/${id}?code=${code}`
  const { byCode, byHand } = await delivery.signedIn(context, id)
  return ok({ address, svg: await qrSvg(address), expiresInMs, signedIn: byCode + byHand })
}

export const arriveAtVisit = async (
  context: Context,
  id: string,
  body: BodyOf<typeof contract.arriveAtVisit>,
): Promise<Result<{ status: VisitState }, SiteCodes>> => {
  const visit = await queries.lockVisit(context, id)
  if (!visit || !isOfTeam(context, visit.teamId)) return fail('NOT_FOUND')
  if (!onSite(visit)) return fail('VISIT_STATE', { state: visit.status })
  if (notItsDay(context, visit)) return fail('NOT_TODAY', { date: visit.date })
  const at = namedInstant(body.at, context.scope.now)
  await delivery.insertSignIn(context, {
    visitId: id,
    key: body.key,
    way: 'team',
    heads: 1,
    at,
    personId: context.scope.personId,
  })
  const next = decide(visit.status, 'arrive')
  // Queued behind the record: the arrival is noted, the state stays.
  if (!next.ok) return ok({ status: visit.status })
  if (visit.status !== 'arrived') await queries.setVisitState(context, id, next.value, { arrived_at: at })
  return ok({ status: next.value })
}

/** A worker's sign-in: no name, no account; the phone's key makes it one row however often it is sent. */
export const signInToVisit = async (
  context: Context,
  id: string,
  body: BodyOf<typeof contract.signInToVisit>,
  { secret }: Services,
): Promise<Result<{ activityName: string; enterpriseName: string }, SiteCodes | 'CODE_EXPIRED' | 'CODE_WRONG'>> => {
  const visit = await queries.lockVisit(context, id)
  if (!visit) return fail('NOT_FOUND')
  const row = (await queries.visitTitle(context, id))!
  // A retry of a sign-in that is in already is answered the same, however old its code is by now.
  if (await delivery.hasSignedIn(context, id, body.key)) return ok(row)
  if (!onSite(visit)) return fail('VISIT_STATE', { state: visit.status })
  if (notItsDay(context, visit)) return fail('NOT_TODAY', { date: visit.date })
  const checked = checkCode(secret, id, body.code, Date.parse(body.scannedAt), Date.now())
  if (!checked.ok) return checked
  const at = new Date(checked.value.atMs)
  await delivery.insertSignIn(context, { visitId: id, key: body.key, way: 'code', heads: 1, at })
  return ok(row)
}

export const countHeads = async (
  context: Context,
  id: string,
  body: BodyOf<typeof contract.countHeads>,
): Promise<Result<{ signedIn: number }, SiteCodes>> => {
  const visit = await queries.lockVisit(context, id)
  if (!visit || !isOfTeam(context, visit.teamId)) return fail('NOT_FOUND')
  if (!onSite(visit)) return fail('VISIT_STATE', { state: visit.status })
  if (notItsDay(context, visit)) return fail('NOT_TODAY', { date: visit.date })
  await delivery.insertSignIn(context, {
    visitId: id,
    key: body.key,
    way: 'manual',
    heads: body.heads,
    at: context.scope.now,
    personId: context.scope.personId,
  })
  const { byCode, byHand } = await delivery.signedIn(context, id)
  return ok({ signedIn: byCode + byHand })
}
