import { createQueue, type Queue, type QueuedWrite, type QueueStorage, type SendWrite } from './queue-core.ts'

const STORE = 'writes'

const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((keep, lose) => {
    request.onsuccess = () => keep(request.result)
    request.onerror = () => lose(request.error)
  })

/** Rows in memory, for browsers that keep nothing: they are lost when the page closes. */
export const memoryStorage = (): QueueStorage => {
  const rows = new Map<string, QueuedWrite>()
  return {
    all: async () => [...rows.values()],
    put: async (write) => void rows.set(write.key, write),
    remove: async (key) => void rows.delete(key),
  }
}

/** Rows in IndexedDB. A change is done when its transaction is, so a killed page loses nothing it was told is kept. */
const indexedStorage = async (): Promise<QueueStorage> => {
  const opening = indexedDB.open('qingqi-queue', 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'key' })
  const database = await done(opening)
  const change = (step: (store: IDBObjectStore) => void): Promise<void> =>
    new Promise((keep, lose) => {
      const work = database.transaction(STORE, 'readwrite')
      work.oncomplete = () => keep()
      work.onabort = () => lose(work.error)
      step(work.objectStore(STORE))
    })
  return {
    all: () => done<QueuedWrite[]>(database.transaction(STORE).objectStore(STORE).getAll()),
    put: (write) => change((store) => store.put(write)),
    remove: (key) => change((store) => store.delete(key)),
  }
}

/** Milliseconds for a write without a photo; one with a photo has four times as long. */
const TIMEOUT = 30_000

/** Sends a write by fetch. Only answers of this program count: a network's sign-in page answers 200 as well. */
export const sendByFetch: SendWrite = async ({ key, method, path, body, photo, version }) => {
  const headers: Record<string, string> = { 'idempotency-key': key }
  if (version !== undefined) headers['if-match'] = `"${version}"`
  const abort = new AbortController()
  const init: RequestInit = { method, headers, redirect: 'manual', signal: abort.signal }
  if (photo) {
    const form = new FormData()
    for (const [name, value] of Object.entries(body ?? {}))
      if (value !== undefined) form.append(name, typeof value === 'string' ? value : JSON.stringify(value))
    // The file last: servers read the fields before it.
    form.append('file', photo, 'photo')
    init.body = form
  } else if (body) {
    headers['content-type'] = 'application/json'
    init.body = JSON.stringify(body)
  }
  const timer = setTimeout(() => abort.abort(), photo ? 4 * TIMEOUT : TIMEOUT)
  try {
    const answer = await fetch(path, init)
    const { status } = answer
    const ours = /\bjson\b/.test(answer.headers.get('content-type') ?? '')
    // 413 may come from a proxy, and stays true however often it is sent.
    if (!ours && status !== 204 && status !== 413) return undefined
    const problem = status >= 400 && ours ? ((await answer.json()) as { code?: string; detail?: string }) : {}
    const retryAfter = Number(answer.headers.get('retry-after')) || 0
    return { status, code: problem.code ?? '', detail: problem.detail ?? '', retryAfter }
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

export interface OfflineQueue extends Queue {
  /** False where rows live only as long as the page. */
  readonly lasting: boolean
  /** Stops listening and sending; rows stay. */
  close(): void
}

/**
 * The queue of this device for one account. Sends when opened, when the page comes to the front, when the network
 * comes back, after each `add`, and by a timer with back-off. Never in the background.
 * @param owner id of the account that is signed in
 * @param changed called after every change of the rows, to draw `state()` anew
 */
export const openOfflineQueue = async (owner: string, changed?: () => void): Promise<OfflineQueue> => {
  let lasting = true
  // WeChat on old phones and private windows have no IndexedDB, or one that throws.
  const storage = await indexedStorage().catch(() => {
    lasting = false
    return memoryStorage()
  })
  const queue = createQueue({ storage, send: sendByFetch, owner, now: Date.now, random: Math.random, changed })
  let timer: ReturnType<typeof setTimeout> | undefined
  let closed = false

  const run = async (): Promise<void> => {
    clearTimeout(timer)
    if (closed || document.visibilityState === 'hidden') return
    // One page of several sends; the others look again later. Where there are no locks the key keeps one row.
    const wait = navigator.locks
      ? await navigator.locks.request(STORE, { ifAvailable: true }, (lock) => (lock ? queue.flush() : 10_000))
      : await queue.flush()
    clearTimeout(timer)
    if (wait !== undefined && !closed) timer = setTimeout(wake, wait)
  }
  // A storage that fails now (full, cleared) is tried again at the next occasion.
  const wake = (): void => void run().catch(() => {})

  document.addEventListener('visibilitychange', wake)
  addEventListener('online', wake)
  wake()
  return {
    ...queue,
    lasting,
    add: async (write) => {
      await queue.add(write)
      wake()
    },
    again: async (key) => {
      await queue.again(key)
      wake()
    },
    close: () => {
      closed = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', wake)
      removeEventListener('online', wake)
    },
  }
}
