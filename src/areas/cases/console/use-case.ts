import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../../platform/web/client.ts'
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
