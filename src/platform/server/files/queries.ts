import type { Context } from '../db/scope.ts'

export interface FileRow {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  /** Hexadecimal. */
  readonly sha256: string
}

export const insertFile = async ({ tx, scope }: Context, it: FileRow): Promise<void> => {
  await tx
    .insertInto('files')
    .values({
      org_id: scope.orgId,
      id: it.id,
      name: it.name,
      media_type: it.mediaType,
      bytes: it.bytes,
      sha256: it.sha256,
      created_by: scope.personId ?? null,
    })
    .execute()
}
