import { useRef, useState } from 'preact/hooks'
import type { Problem } from '../../base/operation.ts'
import { ApiProblem, newKey } from '../client.ts'

/**
 * Runs one write at a time and keeps what went wrong. A try repeated after 'offline' or a server failure carries the
 * key of the first one, so that it is done once; a refusal or another success begins with a new key.
 */
export const useAction = (): {
  readonly busy: boolean
  readonly problem: Problem | undefined
  /** Answers true when it went through. Throws what is no ApiProblem. */
  readonly run: (act: (idempotencyKey: string) => Promise<unknown>) => Promise<boolean>
  readonly clear: () => void
} => {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const keyRef = useRef<string>(undefined)
  const runningRef = useRef(false)
  const run = async (act: (idempotencyKey: string) => Promise<unknown>): Promise<boolean> => {
    // Two taps in one frame both come before `busy` is drawn.
    if (runningRef.current) return false
    runningRef.current = true
    setBusy(true)
    setProblem(undefined)
    keyRef.current ??= newKey()
    try {
      await act(keyRef.current)
      keyRef.current = undefined
      return true
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setProblem(error.problem)
      if (error.status >= 400 && error.status < 500) keyRef.current = undefined
      return false
    } finally {
      runningRef.current = false
      setBusy(false)
    }
  }
  return { busy, problem, run, clear: () => setProblem(undefined) }
}
