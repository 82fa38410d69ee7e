/** One write that waits on this device. Holds ids and what was entered on the page, no name or number of a person. */
export interface QueuedWrite {
  /** Idempotency-Key; one row per key. */
  readonly key: string
  /** Id of the account that made it: only sent while the same account is signed in. */
  readonly owner: string
  /** Writes of one subject (a visit's id) are sent in the order they were made. */
  readonly subject: string
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path below the site's root, with its query. */
  readonly path: string
  /** Sent as JSON; beside a photo as fields of the form. */
  readonly body?: Readonly<Record<string, unknown>>
  readonly photo?: Blob
  /** Version for If-Match. */
  readonly version?: number
  /** Milliseconds since 1970, by the device's clock. */
  readonly createdAt: number
  /** Position in the order, from `add`; the clock may be set back between two writes. */
  readonly place: number
  /** Why the server will not take it; such a row stays until the person dismisses it or sends it again. */
  readonly refused?: Refusal
}

export interface Refusal {
  readonly status: number
  /** The server's stable code, empty where it sent none. */
  readonly code: string
  /** The server's Chinese sentence, empty where it sent none. */
  readonly detail: string
}

export interface QueueStorage {
  all(): Promise<QueuedWrite[]>
  /** Replaces the row of the same key. */
  put(write: QueuedWrite): Promise<void>
  remove(key: string): Promise<void>
}

/** Sends one write. A status, or undefined where no answer came. */
export type SendWrite = (write: QueuedWrite) => Promise<(Refusal & { readonly retryAfter?: number }) | undefined>

export interface QueueState {
  readonly waiting: readonly QueuedWrite[]
  readonly refused: readonly QueuedWrite[]
  /** True where the server wants a sign-in before it takes anything. */
  readonly signIn: boolean
}

export interface Queue {
  /** Stored when it returns. A key that is known already changes nothing. */
  add(write: Omit<QueuedWrite, 'place' | 'createdAt' | 'refused' | 'owner'>): Promise<void>
  /**
   * Sends what waits, one call at a time.
   * @returns milliseconds until the next try, or undefined where nothing waits or a sign-in is needed.
   */
  flush(): Promise<number | undefined>
  state(): Promise<QueueState>
  /** Drops a refused write. */
  dismiss(key: string): Promise<void>
  /** Lets a refused write wait again, behind the others. */
  again(key: string): Promise<void>
}

export interface QueueParts {
  readonly storage: QueueStorage
  readonly send: SendWrite
  readonly owner: string
  readonly now: () => number
  /** In [0, 1). */
  readonly random: () => number
  readonly changed?: () => void
}

/** 401 is for the person to mend, not a judgement on the write; the rest of these may pass. */
const mayPass = (status: number): boolean =>
  status >= 500 || status < 200 || (status >= 300 && status < 400) || [401, 408, 425, 429].includes(status)

const FIRST_WAIT = 5_000
const LONGEST_WAIT = 300_000

/** The queue over a storage and a way to send; no page, no clock and no network of its own. */
export const createQueue = ({ storage, send, owner, now, random, changed }: QueueParts): Queue => {
  let failures = 0
  let signIn = false
  let wanted = false
  let flushing: Promise<number | undefined> | undefined
  // Changes of rows run one after another, so that no two writes take one place.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <Value>(step: () => Promise<Value>): Promise<Value> => {
    const mine = last.then(step, step)
    last = mine
    return mine
  }

  const mine = async (): Promise<QueuedWrite[]> =>
    (await storage.all()).filter((it) => it.owner === owner).sort((a, b) => a.place - b.place)
  const waiting = async (): Promise<QueuedWrite[]> => (await mine()).filter((it) => !it.refused)
  const nextPlace = (rows: readonly QueuedWrite[]): number => Math.max(0, ...rows.map((it) => it.place)) + 1

  const rounds = async (): Promise<number | undefined> => {
    const held = new Set<string>()
    let retryAfter = 0
    signIn = false
    for (;;) {
      // Read anew each time: rows may have come while the last one was under way.
      const write = (await waiting()).find((it) => !held.has(it.subject))
      if (!write) break
      const answer = await send(write)
      if (!answer || mayPass(answer.status)) {
        held.add(write.subject)
        retryAfter = Math.max(retryAfter, answer?.retryAfter ?? 0)
        signIn = answer?.status === 401
        // No network, no session, or a server that asks for rest: the other subjects would fare no better.
        if (!answer || signIn || answer.status === 429 || answer.status === 503) break
        continue
      }
      failures = 0
      if (answer.status < 300) await inTurn(() => storage.remove(write.key))
      else {
        const { status, code, detail } = answer
        await inTurn(() => storage.put({ ...write, refused: { status, code, detail } }))
      }
      changed?.()
    }
    changed?.()
    if (signIn || (await waiting()).length === 0) return undefined
    const full = Math.min(FIRST_WAIT * 2 ** failures, LONGEST_WAIT)
    failures += 1
    return Math.max(full / 2 + (full / 2) * random(), retryAfter * 1000)
  }

  const flushAll = async (): Promise<number | undefined> => {
    try {
      let wait: number | undefined
      // A call during the last round asks for another: its row may have come too late for that one.
      do {
        wanted = false
        wait = await rounds()
      } while (wanted)
      return wait
    } finally {
      flushing = undefined
    }
  }

  return {
    add: (write) =>
      inTurn(async () => {
        const rows = await storage.all()
        if (rows.some((it) => it.key === write.key)) return
        await storage.put({ ...write, owner, createdAt: now(), place: nextPlace(rows) })
        changed?.()
      }),
    flush: () => {
      wanted = true
      return (flushing ??= flushAll())
    },
    state: async () => {
      const rows = await mine()
      return { waiting: rows.filter((it) => !it.refused), refused: rows.filter((it) => it.refused), signIn }
    },
    dismiss: (key) =>
      inTurn(async () => {
        if ((await mine()).some((it) => it.key === key && it.refused)) await storage.remove(key)
        changed?.()
      }),
    again: (key) =>
      inTurn(async () => {
        const rows = await storage.all()
        const row = rows.find((it) => it.key === key && it.owner === owner)
        if (row?.refused) await storage.put({ ...row, refused: undefined, place: nextPlace(rows) })
        changed?.()
      }),
  }
}
