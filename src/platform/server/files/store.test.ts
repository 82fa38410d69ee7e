import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { newId } from '../../base/ids.ts'
import { createFileStore, type FileStore } from './store.ts'

let above: string
let store: FileStore

beforeEach(async () => {
  above = await mkdtemp(join(tmpdir(), 'qingqi-files-'))
  store = createFileStore(join(above, 'files'))
})
afterEach(() => rm(above, { recursive: true, force: true }))

const names = async (): Promise<string[]> => (await readdir(above, { recursive: true })).toSorted()

it('keeps bytes under the id, reads them back and removes them', async () => {
  const id = newId()
  const bytes = Buffer.from([0, 255, 13, 10, 0])
  await store.write(id, bytes)
  expect(await store.read(id)).toEqual(bytes)
  expect(await buffer(store.stream(id))).toEqual(bytes)
  expect(await names()).toEqual(['files', `files/${id.slice(-2)}`, `files/${id.slice(-2)}/${id}`])
  expect((await stat(join(above, 'files', id.slice(-2), id))).mode & 0o077).toBe(0)
  await store.remove(id)
  await store.remove(id)
  await expect(store.read(id)).rejects.toMatchObject({ code: 'ENOENT' })
})

it('holds one whole file after writes of one id at the same time', async () => {
  const id = newId()
  const versions = Array.from({ length: 8 }, (_, at) => Buffer.alloc(200_000 + at * 1000, at))
  await Promise.all(versions.map((it) => store.write(id, it)))
  const kept = await store.read(id)
  expect(versions.some((it) => it.equals(kept))).toBe(true)
  expect((await names()).filter((it) => it.includes('.part'))).toEqual([])
})

it('leaves nothing behind when a write fails', async () => {
  const id = newId()
  const wrong = { length: 3 } as unknown as Uint8Array
  await expect(store.write(id, wrong)).rejects.toThrow()
  expect((await names()).filter((it) => it.includes(id))).toEqual([])
})

it.each([
  '../outside',
  '../../etc/passwd',
  '/etc/passwd',
  '..',
  '',
  'a/b',
  `${newId()}/../../outside`,
  `${newId()}\0`,
  `${newId()}.part`,
  `${newId()}\n`,
  newId().toUpperCase().replace(/^0/, 'A'),
])('refuses the name %j in every call', async (name) => {
  await writeFile(join(above, 'outside'), 'precious')
  await expect(store.write(name, Buffer.from('x'))).rejects.toThrow('file name is no id')
  await expect(store.read(name)).rejects.toThrow('file name is no id')
  await expect(store.remove(name)).rejects.toThrow('file name is no id')
  expect(() => store.stream(name)).toThrow('file name is no id')
  expect(await names()).toEqual(['outside'])
})
