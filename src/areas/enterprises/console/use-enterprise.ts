import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Problem } from '../../../platform/base/operation.ts'
import { ApiProblem, call } from '../../../platform/web/client.ts'
import { readEnterprise } from '../contract.ts'
import type { Enterprise } from '../contract.ts'

export const enterpriseKey = (id: string) => ['enterprises', 'one', id] as const

/** The enterprise as read, and the way from a version this page itself has moved on from to the present one. */
export interface EnterpriseAt {
  readonly enterprise: Enterprise
  /** Puts an answer of a write in place of what was read; `from` is the version that write was made on. */
  readonly accept: (next: Enterprise, from: number) => void
  /**
   * The version to send for an edit begun on `begun`: moved on over this page's own writes, never over those of
   * others, so that another's change is met as a conflict and not overwritten.
   */
  readonly versionFor: (begun: number) => number
  /** After a write to dates, which answer no enterprise. */
  readonly reload: () => void
}

export const useEnterprise = (id: string) => {
  const queries = useQueryClient()
  const read = useQuery({
    queryKey: enterpriseKey(id),
    queryFn: () => call(readEnterprise, { params: { id } }),
  })
  const steps = useRef(new Map<number, number>())
  const at: EnterpriseAt | undefined = read.data && {
    enterprise: read.data,
    accept: (next, from) => {
      steps.current.set(from, next.version)
      queries.setQueryData(enterpriseKey(id), next)
      void queries.invalidateQueries({ queryKey: ['enterprises'] })
    },
    versionFor: (begun) => {
      let version = begun
      for (let next = steps.current.get(version); next !== undefined; next = steps.current.get(version)) version = next
      return version
    },
    reload: () => void queries.invalidateQueries({ queryKey: ['enterprises'] }),
  }
  return { read, at }
}

/**
 * One edit with its conflict. `write` sends the body on a version and answers the enterprise. A 409 becomes `conflict`;
 * any other refusal stays in `error`. `saved` is called when it went through.
 */
export const useEdit = <Body>(
  at: EnterpriseAt,
  write: (body: Body, version: number) => Promise<Enterprise>,
  saved: () => void,
) => {
  const edit = useMutation({
    mutationFn: async ({ body, version }: { body: Body; version: number }) => ({
      next: await write(body, version),
      version,
    }),
    onSuccess: ({ next, version }) => {
      at.accept(next, version)
      saved()
    },
  })
  const stale: Problem | undefined =
    edit.error instanceof ApiProblem && edit.error.code === 'STALE' ? edit.error.problem : undefined
  return {
    busy: edit.isPending,
    conflict: stale,
    error: stale ? undefined : edit.error,
    save: (body: Body, begun: number) => edit.mutate({ body, version: at.versionFor(begun) }),
    /** On exactly this version: after a conflict has been decided. */
    saveOn: (body: Body, version: number) => edit.mutate({ body, version }),
    clear: () => edit.reset(),
  }
}
