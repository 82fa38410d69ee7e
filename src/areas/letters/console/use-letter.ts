import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../../platform/web/client.ts'
import { addFile, readLetter } from '../contract.ts'

export const useLetter = (id: string) =>
  useQuery({ queryKey: ['letters', 'one', id], queryFn: () => call(readLetter, { params: { id } }) })

/** A step after which the letter and the list are read again. */
export const useStep = <Input>(act: (input: Input) => Promise<unknown>, done: () => void) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['letters'] })
      done()
    },
  })
}

/** Uploads files one after another and answers their ids. */
export const uploadAll = async (
  id: string,
  purpose: 'receipt' | 'answer',
  files: readonly File[],
): Promise<string[]> => {
  const ids: string[] = []
  for (const file of files) ids.push((await call(addFile, { params: { id }, body: { purpose }, file })).id)
  return ids
}
