import { useEffect, useState } from 'preact/hooks'
import type { Line } from './clinic-draft.ts'

interface Kept {
  readonly lines: readonly Line[]
  /** The version that the counting was begun on. */
  readonly begun: number
}

/**
 * What is counted but not saved yet, kept on this phone so that a closed page loses nothing: counts only, no person. A
 * phone that cannot keep it goes on without.
 */
export const useClinicDraft = (
  key: string,
): readonly [kept: Kept | undefined, keep: (next: Kept | undefined) => void] => {
  const [kept, setKept] = useState<Kept>()
  useEffect(() => {
    try {
      const found = localStorage.getItem(key)
      if (found) setKept(JSON.parse(found) as Kept)
    } catch {
      // Storage is switched off.
    }
  }, [key])
  const keep = (next: Kept | undefined): void => {
    setKept(next)
    try {
      if (next) localStorage.setItem(key, JSON.stringify(next))
      else localStorage.removeItem(key)
    } catch {
      // As above.
    }
  }
  return [kept, keep]
}
