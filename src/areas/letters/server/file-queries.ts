import { newId } from '../../../platform/base/ids.ts'
import type { Context } from '../../../platform/server/db/scope.ts'

export const insertLetterFile = async (
  { tx, scope }: Context,
  it: { letterId: string; fileId: string; purpose: 'receipt' | 'answer' },
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('letter_files')
    .values({
      org_id: scope.orgId,
      id,
      letter_id: it.letterId,
      file_id: it.fileId,
      purpose: it.purpose,
      uploaded_by: scope.personId ?? null,
    })
    .execute()
  return id
}

export const filesOf = ({ tx, scope }: Context, letterId: string) =>
  tx
    .selectFrom('letter_files')
    .innerJoin('files', (join) =>
      join.onRef('files.org_id', '=', 'letter_files.org_id').onRef('files.id', '=', 'letter_files.file_id'),
    )
    .select([
      'letter_files.id',
      'letter_files.file_id as fileId',
      'letter_files.purpose',
      'letter_files.answer_id as answerId',
      'letter_files.uploaded_by as uploadedBy',
      'files.name',
      'files.bytes',
      'files.media_type as mediaType',
    ])
    .where('letter_files.org_id', '=', scope.orgId)
    .where('letter_files.letter_id', '=', letterId)
    .orderBy('letter_files.id')
    .execute()

/** Joins uploaded files to an answer; how many were free to be joined. */
export const joinFiles = async (
  { tx, scope }: Context,
  letterId: string,
  answerId: string,
  ids: readonly string[],
): Promise<number> => {
  if (ids.length === 0) return 0
  const { numUpdatedRows } = await tx
    .updateTable('letter_files')
    .set({ answer_id: answerId })
    .where('org_id', '=', scope.orgId)
    .where('letter_id', '=', letterId)
    .where('purpose', '=', 'answer')
    .where('answer_id', 'is', null)
    .where('uploaded_by', '=', scope.personId ?? null)
    .where('id', 'in', [...ids])
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
