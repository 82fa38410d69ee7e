import { createHash, randomBytes } from 'node:crypto'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { BodyOf } from '../../../platform/base/operation.ts'
import { has, type Context } from '../../../platform/server/db/scope.ts'
import type { FileAnswer } from '../../../platform/server/http/implement.ts'
import type { Services } from '../../../platform/server/services.ts'
import type * as contract from '../contract.ts'
import { calendarFeed } from './calendar-feed.ts'
import * as queries from './feed-queries.ts'

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** A new secret address for a calendar of oneself, a team or an enterprise; the one before stops working. */
export const createFeed = async (
  context: Context,
  body: BodyOf<typeof contract.createFeed>,
  { publicAddress }: Services,
): Promise<Result<{ address: string }, 'NOT_FOUND'>> => {
  const { scope } = context
  const office = has(scope, 'admin', 'chair', 'staff')
  const id =
    body.of === 'member' ? scope.personId : (body.id ?? (body.of === 'team' ? scope.teamIds : scope.enterpriseIds)[0])
  const reach =
    body.of === 'member' ||
    office ||
    (id !== undefined && (body.of === 'team' ? scope.teamIds : scope.enterpriseIds).includes(id))
  const subject = { kind: body.of, id: id ?? '' }
  if (!id || !reach || !(await queries.feedSubjectName(context, subject))) return fail('NOT_FOUND')
  const token = randomBytes(24).toString('base64url')
  await queries.replaceFeedToken(context, subject, hashOf(token))
  return ok({ address: `${publicAddress}/api/calendar-feeds/${token}.ics` })
}

/** The feed of a token; calendar programs send no session, the address is the key. */
export const readFeed = async (context: Context, token: string): Promise<Result<FileAnswer, 'NOT_FOUND'>> => {
  const subject = await queries.feedSubject(context, hashOf(token.replace(/\.ics$/, '')))
  if (!subject) return fail('NOT_FOUND')
  const name = (await queries.feedSubjectName(context, subject)) ?? ''
  const visits = await queries.feedVisits(context, subject)
  const text = calendarFeed(
    `轻骑 ${name}`,
    visits.map((it) => ({
      ...it,
      title:
        subject.kind === 'enterprise'
          ? `${it.activityName}（${it.teamName}）`
          : `${it.activityName} · ${it.enterpriseName}`,
      place: it.enterpriseName,
      description: `${it.teamName}\n${it.activityName}`,
      cancelled: it.status === 'cancelled' || it.status === 'declined',
    })),
  )
  return ok({ name: 'qingqi.ics', mediaType: 'text/calendar; charset=utf-8', bytes: Buffer.from(text), inline: true })
}
