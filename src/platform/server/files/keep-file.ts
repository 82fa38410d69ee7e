import { createHash } from 'node:crypto'
import { newId } from '../../base/ids.ts'
import type { Context } from '../db/scope.ts'
import { insertFile } from './queries.ts'
import type { FileStore } from './store.ts'

export const PDF = 'application/pdf'

/** By the first bytes alone; the name and the declared type are the sender's word. */
export const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'

/** A name as it may be shown and saved under: no folders, no controls, the ending that fits what is in it. */
export const savedName = (name: string, ending: string): string => {
  const stem = (name.split(/[/\\]/).at(-1) ?? '')
    .replace(/\.[^.]*$/, '')
    .replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, '')
    .trim()
    .slice(0, 60)
  return `${stem || '附件'}.${ending}`
}

/** Writes bytes to the store and their row beside it. @returns the file's id */
export const keepFile = async (
  context: Context,
  files: FileStore,
  it: { readonly name: string; readonly mediaType: string; readonly bytes: Buffer },
): Promise<string> => {
  const id = newId()
  await files.write(id, it.bytes)
  const sha256 = createHash('sha256').update(it.bytes).digest('hex')
  await insertFile(context, { id, name: it.name, mediaType: it.mediaType, bytes: it.bytes.length, sha256 })
  return id
}
