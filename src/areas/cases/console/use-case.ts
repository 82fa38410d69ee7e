import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type RefObject } from 'react'
import type { Problem } from '../../../platform/base/operation.ts'
import { ApiProblem, call } from '../../../platform/web/client.ts'
import type { Choice } from '../../../platform/web/console-kit/index.ts'
import { readCase, type CaseDetail } from '../contract.ts'

export const useCase = (id: string) =>
  useQuery({ queryKey: ['cases', id], queryFn: () => call(readCase, { params: { id } }) })

/** A step on a case; what is shown is read anew afterwards, also where it was refused. */
export const useCaseStep = <Input>(step: (input: Input) => Promise<unknown>, done?: () => void) => {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: step,
    onSuccess: () => done?.(),
    onSettled: () => cache.invalidateQueries({ queryKey: ['cases'] }),
  })
}

export type Person = CaseDetail['persons'][number]

/** From which version to which this page itself has moved a person on. */
export type OwnSteps = RefObject<Map<number, number>>

/**
 * One form about a person. What was typed stays while others write: `formKey` changes, and the form begins anew with
 * what is read, only where nothing was typed. Another's change is met as a conflict, this page's own writes are not.
 * `write` gets the fields that stay mine after a conflict (undefined: all of them) with what the other side has.
 */
export const usePersonEdit = <Values>(
  person: Person,
  own: OwnSteps,
  write: (
    values: Values,
    version: number,
    after?: { readonly mine: (field: string) => boolean; readonly theirs: (field: string) => unknown },
  ) => Promise<{ version: number }>,
) => {
  const [begun, setBegun] = useState<number>()
  const [typed, setTyped] = useState<Values>()
  const saving = useCaseStep(
    async (it: { values: Values; version: number; after?: Parameters<typeof write>[2] }) => {
      const next = await write(it.values, it.version, it.after)
      own.current.set(it.version, next.version)
    },
    () => setBegun(undefined),
  )
  const conflict: Problem | undefined =
    saving.error instanceof ApiProblem && saving.error.code === 'STALE' ? saving.error.problem : undefined
  return {
    formKey: begun ?? person.version,
    touch: () => setBegun((before) => before ?? person.version),
    busy: saving.isPending,
    error: conflict ? undefined : saving.error,
    conflict,
    save: (values: Values): void => {
      let version = begun ?? person.version
      for (let next = own.current.get(version); next !== undefined; next = own.current.get(version)) version = next
      setTyped(values)
      saving.mutate({ values, version })
    },
    resolve: (choices: Readonly<Record<string, Choice>>, version: number | undefined): void => {
      const differs = conflict?.differs ?? []
      const theirs = (field: string): unknown => differs.find((it) => it.field === field)?.theirs
      const mine = (field: string): boolean => choices[field] !== 'theirs'
      saving.reset()
      if (typed === undefined || version === undefined || !differs.some((it) => mine(it.field))) setBegun(undefined)
      else saving.mutate({ values: typed, version, after: { mine, theirs } })
    },
    cancel: () => saving.reset(),
  }
}
