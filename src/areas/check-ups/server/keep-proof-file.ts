import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { isPdf, keepFile, PDF, savedName } from '../../../platform/server/files/keep-file.ts'
import type { FileAnswer } from '../../../platform/server/http/implement.ts'
import type { Services } from '../../../platform/server/services.ts'
import { decideRepair } from '../domain/states.ts'
import * as queries from './finding-queries.ts'
import { speaksFor } from './reach-check-up.ts'

/** A paper that shows a repair, as it is. */
export const addProofFile = async (
  context: Context,
  findingId: string,
  givenName: string,
  bytes: Buffer,
  { files }: Services,
): Promise<Result<{ id: string; name: string; bytes: number }, 'NOT_FOUND' | 'FINDING_STATE' | 'FILE_NOT_PDF'>> => {
  const finding = await queries.findingRow(context, findingId)
  if (!finding || !speaksFor(context, finding.enterpriseId)) return fail('NOT_FOUND')
  const next = decideRepair(finding.status, 'prove')
  if (!next.ok) return next
  if (!isPdf(bytes)) return fail('FILE_NOT_PDF')
  const name = savedName(givenName, 'pdf')
  const fileId = await keepFile(context, files, { name, mediaType: PDF, bytes })
  return ok({ id: await queries.insertProofFile(context, findingId, fileId), name, bytes: bytes.length })
}

/** For everybody who sees the finding itself. */
export const readProofFile = async (
  context: Context,
  findingId: string,
  id: string,
  { files }: Services,
): Promise<Result<FileAnswer, 'NOT_FOUND'>> => {
  const finding = await queries.findingRow(context, findingId)
  const file = finding && (await queries.proofFilesOf(context, [findingId])).find((it) => it.id === id)
  if (!file) return fail('NOT_FOUND')
  // A PDF may carry script: it is saved, not shown within the site.
  return ok({ name: file.name, mediaType: file.mediaType, bytes: await files.read(file.fileId) })
}
