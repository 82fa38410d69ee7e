import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { createReadStream, type ReadStream } from 'node:fs'
import { dirname, join } from 'node:path'
import { isId } from '../../base/ids.ts'

/** Bytes of files, named by the id of their row and nothing else. */
export interface FileStore {
  /** Durable when it returns; a crash before leaves no half file under the name. */
  write(id: string, bytes: Uint8Array): Promise<void>
  read(id: string): Promise<Buffer>
  stream(id: string): ReadStream
  /** No error where there is none. */
  remove(id: string): Promise<void>
}

/** Makes an entry of a folder durable: renames and new folders live in the folder above them. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A store in a folder, spread over subfolders by the last two signs of the id. @throws on a name that is no id. */
export const createFileStore = (folder: string): FileStore => {
  const pathOf = (id: string): string => {
    // Lower-case UUIDs only: no slash, no dot, no drive, no second spelling of one name.
    if (!isId(id)) throw new Error('file name is no id')
    // The last signs are random in every version; the first ones of version 7 are the time.
    return join(folder, id.slice(-2), id)
  }
  return {
    write: async (id, bytes) => {
      const path = pathOf(id)
      const shelf = dirname(path)
      if (await mkdir(shelf, { recursive: true, mode: 0o700 })) await syncFolder(folder)
      // A name of its own for each write, so that two of them never mix in one file.
      const part = `${path}.${randomUUID()}.part`
      try {
        const handle = await open(part, 'wx', 0o600)
        try {
          await handle.writeFile(bytes)
          await handle.sync()
        } finally {
          await handle.close()
        }
        await rename(part, path)
      } catch (error) {
        await rm(part, { force: true })
        throw error
      }
      await syncFolder(shelf)
    },
    read: async (id) => readFile(pathOf(id)),
    stream: (id) => createReadStream(pathOf(id)),
    remove: async (id) => rm(pathOf(id), { force: true }),
  }
}
