import type { Draft } from './kit.ts'

const STORE = 'drafts'

interface Row {
  readonly key: string
  readonly draft: Draft
}

/** Drafts on this device, in IndexedDB; in memory where the browser keeps nothing. */
export interface DraftStore {
  /** False where a draft lives only as long as the page. */
  readonly lasting: boolean
  read(key: string): Promise<Draft | undefined>
  write(key: string, draft: Draft): Promise<void>
  remove(key: string): Promise<void>
}

const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((keep, lose) => {
    request.onsuccess = () => keep(request.result)
    request.onerror = () => lose(request.error)
  })

const inMemory = (): DraftStore => {
  const rows = new Map<string, Draft>()
  return {
    lasting: false,
    read: async (key) => rows.get(key),
    write: async (key, draft) => void rows.set(key, draft),
    remove: async (key) => void rows.delete(key),
  }
}

const open = async (): Promise<DraftStore> => {
  const opening = indexedDB.open('qingqi-check-ups', 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'key' })
  const database = await done(opening)
  /** Done when the transaction is: a killed page loses nothing it was told is kept. */
  const change = (step: (store: IDBObjectStore) => void): Promise<void> =>
    new Promise((keep, lose) => {
      const work = database.transaction(STORE, 'readwrite')
      work.oncomplete = () => keep()
      work.onabort = () => lose(work.error)
      step(work.objectStore(STORE))
    })
  return {
    lasting: true,
    read: async (key) => (await done<Row | undefined>(database.transaction(STORE).objectStore(STORE).get(key)))?.draft,
    write: (key, draft) => change((store) => store.put({ key, draft } satisfies Row)),
    remove: (key) => change((store) => store.delete(key)),
  }
}

export const openDraftStore = (): Promise<DraftStore> => open().catch(inMemory)
