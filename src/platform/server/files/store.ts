import { createReadStream, type ReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isId } from '../../base/ids.ts'

/** Bytes of files, named by the id of their row and nothing else. */
export interface FileStore {
  /** Durable when it returns; a crash before leaves no half file under the name. */
  write(id: string, bytes: Uint8Array): Promise<void>
  read(id: string): Promise<Buffer>
  stream(id: string): ReadStream
  remove(id: string): Promise<void>
}

/** A store in a folder, spread over subfolders by the last two signs of the id. @throws on a name that is no id. */
export const createFileStore = (folder: string): FileStore => {
  const pathOf = (id: string): string => {
    if (!isId(id)) throw new Error('file name is no id')
    return join(folder, id.slice(-2), id)
  }
  return {
    write: async (id, bytes) => {
      const path = pathOf(id)
      await mkdir(join(path, '..'), { recursive: true })
      const handle = await open(`${path}.part`, 'w', 0o600)
      try {
        await handle.writeFile(bytes)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(`${path}.part`, path)
    },
    read: (id) => readFile(pathOf(id)),
    stream: (id) => createReadStream(pathOf(id)),
    remove: (id) => rm(pathOf(id), { force: true }),
  }
}
