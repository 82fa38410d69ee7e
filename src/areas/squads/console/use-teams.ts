import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ApiProblem, call } from '../../../platform/web/client.ts'
import type { Problem } from '../../../platform/base/operation.ts'
import { listTeams } from '../contract.ts'

export const useTeams = () => useQuery({ queryKey: ['squads', 'teams'], queryFn: () => call(listTeams) })

/** A write after which the teams are read again. A 409 on an old version becomes `conflict`. */
export const useTeamsWrite = <Input>(write: (input: Input) => Promise<unknown>, done: () => void) => {
  const queries = useQueryClient()
  const it = useMutation({
    mutationFn: write,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['squads'] })
      done()
    },
  })
  const conflict: Problem | undefined =
    it.error instanceof ApiProblem && it.error.code === 'STALE' ? it.error.problem : undefined
  return { run: it.mutate, busy: it.isPending, conflict, error: conflict ? undefined : it.error, clear: it.reset }
}
