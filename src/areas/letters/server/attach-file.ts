import { fail, ok, type Result } from '../../../platform/base/result.ts'
import { has, type Context } from '../../../platform/server/db/scope.ts'
import { isPdf, keepFile, PDF, savedName } from '../../../platform/server/files/keep-file.ts'
import { reencodePicture, type PictureCode } from '../../../platform/server/files/pictures.ts'
import type { FileAnswer, UploadedFile } from '../../../platform/server/http/implement.ts'
import type { Services } from '../../../platform/server/services.ts'
import { isOut } from '../domain/index.ts'
import { filesOf, insertLetterFile } from './file-queries.ts'
import * as queries from './queries.ts'
import { isReceived } from './read-letter.ts'

const JPEG = 'image/jpeg'

const isOffice = ({ scope }: Context): boolean => has(scope, 'admin', 'chair', 'staff', 'leader')

type AttachCode = 'NOT_FOUND' | 'LETTER_STATE' | 'FILE_KIND' | PictureCode

/** Keeps a receipt or a piece of an answer: a PDF as it is, a photo encoded anew without its place and device. */
export const attachFile = async (
  context: Context,
  id: string,
  purpose: 'receipt' | 'answer',
  file: UploadedFile,
  { files }: Services,
): Promise<Result<{ id: string; name: string; bytes: number; purpose: 'receipt' | 'answer' }, AttachCode>> => {
  const letter = await queries.letterById(context, id)
  // An enterprise adds to its answer; the receipt is the union's.
  const mine = letter && (isOffice(context) || (isReceived(context, letter) && purpose === 'answer'))
  if (!mine) return fail('NOT_FOUND')
  if (!isOut(letter.state)) return fail('LETTER_STATE', { state: letter.state, action: 'answer' })
  let bytes = file.bytes
  const pdf = isPdf(bytes)
  if (!pdf) {
    const picture = await reencodePicture(bytes)
    if (!picture.ok) return picture.code === 'PICTURE_KIND' ? fail('FILE_KIND') : picture
    bytes = picture.value.jpeg
  }
  const name = savedName(file.name, pdf ? 'pdf' : 'jpg')
  const fileId = await keepFile(context, files, { name, mediaType: pdf ? PDF : JPEG, bytes })
  return ok({
    id: await insertLetterFile(context, { letterId: id, fileId, purpose }),
    name,
    bytes: bytes.length,
    purpose,
  })
}

/** The office reads every file, an enterprise those of its own answers. */
export const readFile = async (
  context: Context,
  id: string,
  fileId: string,
  { files }: Services,
): Promise<Result<FileAnswer, 'NOT_FOUND'>> => {
  const letter = await queries.letterById(context, id)
  if (!letter) return fail('NOT_FOUND')
  const file = (await filesOf(context, id)).find((it) => it.id === fileId)
  const mine =
    isOffice(context) ||
    (isReceived(context, letter) && file?.purpose === 'answer' && file.uploadedBy === context.scope.personId)
  if (!file || !mine) return fail('NOT_FOUND')
  return ok({
    name: file.name,
    mediaType: file.mediaType,
    bytes: await files.read(file.fileId),
    // A PDF may carry script: it is saved, not shown within the site.
    inline: file.mediaType === JPEG,
  })
}
