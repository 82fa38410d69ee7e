import { addDays } from '../../../platform/base/civil-date.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { BodyOf } from '../../../platform/base/operation.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { keepFile } from '../../../platform/server/files/keep-file.ts'
import { reencodePicture, type PictureCode } from '../../../platform/server/files/pictures.ts'
import type { FileAnswer, UploadedFile } from '../../../platform/server/http/implement.ts'
import { notify } from '../../../platform/server/notify/notify.ts'
import type { Services } from '../../../platform/server/services.ts'
import type * as contract from '../contract.ts'
import type { VisitState } from '../domain/states.ts'
import { dateOf } from '../domain/telling.ts'
import { isOfTeam, lockFor } from './answer-dispatch.ts'
import * as people from './people-queries.ts'
import * as delivery from './delivery-queries.ts'
import * as requests from './request-queries.ts'
import * as queries from './visit-queries.ts'

type RecordCodes = 'NOT_FOUND' | 'VISIT_STATE' | 'NOT_TODAY' | 'TRAINED_OVER_HEADS' | 'DATE_PAST'

/** What was done, before how many, and what is to be followed up by when; asks the enterprise for its two facts. */
export const recordVisit = async (
  context: Context,
  id: string,
  body: BodyOf<typeof contract.recordVisit>,
): Promise<Result<{ status: VisitState }, RecordCodes>> => {
  const { scope } = context
  const locked = await lockFor(context, id, 'record', (visit) => isOfTeam(context, visit.teamId))
  if (!locked.ok) return locked
  const { visit, next } = locked.value
  if (scope.today < visit.date) return fail('NOT_TODAY', { date: visit.date })
  if (body.trained > body.heads) return fail('TRAINED_OVER_HEADS')
  // What was queued on site may come the day after, with a follow-up due on the day itself.
  const earliest = scope.today <= addDays(visit.date, 1) ? visit.date : scope.today
  if (body.followUps.some((it) => it.dueOn < earliest)) return fail('DATE_PAST')
  await delivery.putRecord(context, id, body)
  const known = new Set((await delivery.followUpsOf(context, id)).map((it) => `${it.dueOn} ${it.what}`))
  // A record corrected and sent again names the same follow-ups once more.
  await delivery.insertFollowUps(
    context,
    id,
    body.followUps.filter((it) => !known.has(`${it.dueOn} ${it.what}`)),
  )
  if (visit.status !== 'delivered') {
    await queries.setVisitState(context, id, next, { delivered_at: scope.now })
    await requests.moveRequest(context, visit.requestId, ['planned'], 'served')
    const row = await queries.visitTitle(context, id)
    await notify(context, {
      kind: 'rate',
      title: '请为这次上门答两个问题',
      lines: [`${dateOf(visit.date)}　${row?.activityName ?? ''}`, '占用生产时间了吗？下次还愿意开门吗？'],
      link: `/m/visits/${id}`,
      onceKey: `rate ${id}`,
      personIds: await people.contactsOf(context, [visit.enterpriseId]),
    })
  }
  return ok({ status: next })
}

/** Keeps a photo re-encoded, without the camera's data and place; the original bytes are not kept. */
export const addPhoto = async (
  context: Context,
  id: string,
  caption: string,
  file: UploadedFile,
  { files }: Services,
): Promise<Result<{ id: string; width: number; height: number }, 'NOT_FOUND' | 'VISIT_STATE' | PictureCode>> => {
  const visit = await queries.lockVisit(context, id)
  if (!visit || !isOfTeam(context, visit.teamId)) return fail('NOT_FOUND')
  if (['planned', 'declined', 'cancelled'].includes(visit.status)) return fail('VISIT_STATE', { state: visit.status })
  const picture = await reencodePicture(file.bytes)
  if (!picture.ok) return picture
  const keep = (bytes: Buffer, name: string) => keepFile(context, files, { name, mediaType: 'image/jpeg', bytes })
  const { jpeg, thumbnail, width, height } = picture.value
  const fileId = await keep(jpeg, '现场照片.jpg')
  const thumbnailFileId = await keep(thumbnail, '现场照片-小.jpg')
  return ok({
    id: await delivery.insertPhoto(context, { visitId: id, fileId, thumbnailFileId, width, height, caption }),
    width,
    height,
  })
}

export const readPhoto = async (
  context: Context,
  id: string,
  photoId: string,
  size: 'full' | 'thumbnail',
  { files }: Services,
): Promise<Result<FileAnswer, 'NOT_FOUND'>> => {
  if (!(await queries.visitRow(context, id))) return fail('NOT_FOUND')
  const photo = (await delivery.photosOf(context, id)).find((it) => it.id === photoId)
  if (!photo) return fail('NOT_FOUND')
  const bytes = await files.read(size === 'full' ? photo.fileId : photo.thumbnailFileId)
  return ok({ name: '现场照片.jpg', mediaType: 'image/jpeg', bytes, inline: true })
}
