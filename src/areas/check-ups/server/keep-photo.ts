import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { keepFile } from '../../../platform/server/files/keep-file.ts'
import { reencodePicture, type PictureCode } from '../../../platform/server/files/pictures.ts'
import type { FileAnswer, UploadedFile } from '../../../platform/server/http/implement.ts'
import type { Services } from '../../../platform/server/services.ts'
import { decideRepair } from '../domain/states.ts'
import * as queries from './check-up-queries.ts'
import * as findings from './finding-queries.ts'
import { frozenInstrument } from './judge-check-up.ts'
import { lockFor, seesResults, speaksFor } from './reach-check-up.ts'

interface Kept {
  readonly id: string
  readonly width: number
  readonly height: number
}

const keepPhoto = async (
  context: Context,
  of: { checkUpId: string; itemId: string; findingId: string | null; caption: string },
  file: UploadedFile,
  services: Services,
): Promise<Result<Kept, PictureCode>> => {
  const picture = await reencodePicture(file.bytes)
  if (!picture.ok) return picture
  const { jpeg, thumbnail, width, height } = picture.value
  const keep = (bytes: Buffer, name: string) =>
    keepFile(context, services.files, { name, mediaType: 'image/jpeg', bytes })
  const fileId = await keep(jpeg, '照片.jpg')
  const thumbnailFileId = await keep(thumbnail, '照片-小.jpg')
  return ok({
    id: await queries.insertPhoto(context, { ...of, fileId, thumbnailFileId, width, height }),
    width,
    height,
  })
}

/** What the inspectors saw, for one item. */
export const addPhoto = async (
  context: Context,
  id: string,
  { itemId, caption }: { itemId: string; caption: string },
  file: UploadedFile,
  services: Services,
): Promise<Result<Kept, PictureCode | 'NOT_FOUND' | 'CHECK_UP_STATE' | 'ITEM_UNKNOWN'>> => {
  const reached = await lockFor(context, id, 'photograph', 'inspector')
  if (!reached.ok) return reached
  const instrument = await frozenInstrument(context, reached.value.row)
  if (!instrument.items.some((it) => it.id === itemId)) return fail('ITEM_UNKNOWN', { items: [itemId] })
  return keepPhoto(context, { checkUpId: id, itemId, findingId: null, caption }, file, services)
}

/** What the enterprise shows of a repair. */
export const addProofPhoto = async (
  context: Context,
  findingId: string,
  caption: string,
  file: UploadedFile,
  services: Services,
): Promise<Result<Kept, PictureCode | 'NOT_FOUND' | 'FINDING_STATE'>> => {
  const finding = await findings.findingRow(context, findingId)
  if (!finding || !speaksFor(context, finding.enterpriseId)) return fail('NOT_FOUND')
  const next = decideRepair(finding.status, 'prove')
  if (!next.ok) return next
  return keepPhoto(
    context,
    { checkUpId: finding.checkUpId, itemId: finding.itemId, findingId, caption },
    file,
    services,
  )
}

export const readPhoto = async (
  context: Context,
  id: string,
  photoId: string,
  size: 'full' | 'thumbnail',
  { files }: Services,
): Promise<Result<FileAnswer, 'NOT_FOUND'>> => {
  const row = await queries.checkUpRow(context, id)
  if (!row) return fail('NOT_FOUND')
  const open = row.status === 'reported' || seesResults(context, await queries.inspectorsOf(context, id))
  const photo = open ? (await queries.photosOf(context, id)).find((it) => it.id === photoId) : undefined
  if (!photo) return fail('NOT_FOUND')
  const bytes = await files.read(size === 'full' ? photo.fileId : photo.thumbnailFileId)
  return ok({ name: '照片.jpg', mediaType: 'image/jpeg', bytes, inline: true })
}
