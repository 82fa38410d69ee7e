import { useEffect, useRef, useState } from 'preact/hooks'
import { newKey } from '../client.ts'
import { openOfflineQueue } from '../offline-queue.ts'
import type { OfflineQueue } from '../offline-queue.ts'
import type { QueuedWrite, QueueState } from '../queue-core.ts'

type Write = Pick<QueuedWrite, 'path' | 'body' | 'photo'> & { readonly key?: string }

export interface SubjectQueue extends QueueState {
  /** False until the browser has told what waits. */
  readonly ready: boolean
  /** False where what waits is lost when the page closes. */
  readonly lasting: boolean
  /** Keeps a POST for sending; it is stored when this returns. */
  readonly add: (write: Write) => Promise<void>
  readonly dismiss: (key: string) => Promise<void>
  readonly again: (key: string) => Promise<void>
}

const nothing: QueueState = { waiting: [], refused: [], signIn: false }

/**
 * What waits on this phone about one subject (a visit's id), for one account.
 * @param onSent called after writes have left, whether taken or refused
 */
export const useQueue = (owner: string, subject: string, onSent: () => Promise<void>): SubjectQueue => {
  const [state, setState] = useState(nothing)
  const [queue, setQueue] = useState<OfflineQueue>()
  const sentRef = useRef(onSent)
  useEffect(() => {
    sentRef.current = onSent
  })
  useEffect(() => {
    let closed = false
    let opened: OfflineQueue | undefined
    let before = 0
    const redraw = async (): Promise<void> => {
      const all = await opened?.state()
      if (!all || closed) return
      const mine = (write: QueuedWrite): boolean => write.subject === subject
      const waiting = all.waiting.filter(mine)
      const left = waiting.length < before
      before = waiting.length
      setState({ waiting, refused: all.refused.filter(mine), signIn: all.signIn })
      if (left) await sentRef.current()
    }
    void openOfflineQueue(owner, () => void redraw()).then((it) => {
      if (closed) return it.close()
      opened = it
      setQueue(it)
      return redraw()
    })
    return () => {
      closed = true
      opened?.close()
    }
  }, [owner, subject])
  return {
    ...state,
    ready: queue !== undefined,
    lasting: queue?.lasting ?? true,
    add: async ({ key = newKey(), ...write }) => {
      await queue?.add({ ...write, key, subject, method: 'POST' })
    },
    dismiss: async (key) => queue?.dismiss(key),
    again: async (key) => queue?.again(key),
  }
}
