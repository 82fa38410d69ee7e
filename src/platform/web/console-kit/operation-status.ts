import { useEffect, useState } from 'react'
import type { z } from 'zod'
import type { Operation, Problem } from '../../base/operation.ts'
import { callPath } from '../client.ts'

/** What `GET /api/operations/:id` answers about a long job. */
export interface OperationStatus<Value = unknown> {
  readonly id: string
  readonly status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
  /** 0 to 1. */
  readonly progress: number
  /** What it is doing, in Chinese; may be empty. */
  readonly note?: string
  readonly result?: Value
  readonly problem?: Problem | null
}

type AtOperation = Operation<
  z.ZodType<{ id: string }, { id: string }>,
  z.ZodNever,
  z.ZodNever,
  z.ZodType<OperationStatus>
>

/** Often enough to feel live, seldom enough for a weak server. */
const POLL_MS = 400

export const isOver = (status: OperationStatus['status'] | undefined): boolean =>
  status === 'done' || status === 'failed' || status === 'cancelled'

/** Follows a long job until it is over. `id` undefined follows nothing. A failed poll is told and tried again. */
export const useOperation = <Value>(
  id: string | undefined,
): { readonly state: OperationStatus<Value> | undefined; readonly error: unknown } => {
  const [seen, setSeen] = useState<{ id: string; state?: OperationStatus<Value>; error?: unknown }>()
  useEffect(() => {
    if (id === undefined) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = new AbortController()
    const poll = async (): Promise<void> => {
      let over = false
      try {
        const next = (await callPath<AtOperation>(
          { method: 'GET', path: '/api/operations/:id' },
          { params: { id }, signal: stop.signal },
        )) as OperationStatus<Value>
        if (stop.signal.aborted) return
        over = isOver(next.status)
        setSeen({ id, state: next })
      } catch (thrown) {
        if (stop.signal.aborted) return
        setSeen((before) => ({ id, state: before?.id === id ? before.state : undefined, error: thrown }))
      }
      if (!over) timer = setTimeout(() => void poll(), POLL_MS)
    }
    void poll()
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [id])
  // What was seen of another job is not shown for this one.
  return seen?.id === id ? { state: seen?.state, error: seen?.error } : { state: undefined, error: undefined }
}

/** Asks a long job to stop. It ends as 'cancelled' a little later. Throws ApiProblem. */
export const cancelOperation = async (id: string): Promise<void> => {
  await callPath<AtOperation>({ method: 'POST', path: '/api/operations/:id/cancel' }, { params: { id } })
}
