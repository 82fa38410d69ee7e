import { useEffect, useRef, useState } from 'preact/hooks'
import { openDraftStore, type DraftStore } from './draft-store.ts'
import { draftOf, type Draft, type Kit } from './kit.ts'

export interface KeptDraft {
  readonly draft: Draft
  /** False until the device has told what was kept. */
  readonly ready: boolean
  readonly lasting: boolean
  /** What is shown is stored. */
  readonly stored: boolean
  /** The device would not take the last change; each further one is tried anew. */
  readonly full: boolean
  readonly change: (step: (draft: Draft) => Draft) => void
  readonly forget: () => Promise<void>
}

/** The draft of a check-up on this device, for one account; every change is stored at once. */
export const useDraft = (owner: string, kit: Kit, today: string): KeptDraft => {
  const key = `${owner} ${kit.checkUp.id}`
  const [draft, setDraft] = useState(() => draftOf(kit, today))
  const [store, setStore] = useState<DraftStore>()
  const [stored, setStored] = useState(true)
  const [full, setFull] = useState(false)
  const turnRef = useRef<Promise<unknown>>(Promise.resolve())
  const latestRef = useRef(draft)
  useEffect(() => {
    let closed = false
    void openDraftStore().then(async (opened) => {
      const kept = await opened.read(key).catch(() => undefined)
      if (closed) return
      if (kept) {
        latestRef.current = kept
        setDraft(kept)
      }
      setStore(opened)
    })
    return () => {
      closed = true
    }
  }, [key])
  return {
    draft,
    ready: store !== undefined,
    lasting: store?.lasting ?? true,
    stored,
    full,
    change: (step) => {
      latestRef.current = step(latestRef.current)
      setDraft(latestRef.current)
      setStored(false)
      const mine = latestRef.current
      const settle = (taken: boolean): void => {
        if (latestRef.current !== mine) return
        setStored(taken)
        setFull(!taken)
      }
      // One that fails must not keep the next from being tried.
      turnRef.current = turnRef.current
        .then(() => store?.write(key, mine))
        .then(
          () => settle(true),
          () => settle(false),
        )
    },
    forget: async () => {
      await turnRef.current
      // One that cannot be removed is of a check-up that can no longer be filled in.
      await store?.remove(key).catch(() => {})
    },
  }
}
