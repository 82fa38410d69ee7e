import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import dayjs from 'dayjs'
import { ApiProblem, call } from '../../../platform/web/client.ts'
import { Page, ProblemAlert, usePart } from '../../../platform/web/console-kit/index.ts'
import { editLetter, readLetter } from '../contract.ts'
import { LetterForm, textsOf, type LetterValues } from './letter-form.tsx'
import './letters.css'

const EditPage = () => {
  const id = usePart('id')
  const navigate = useNavigate()
  const queries = useQueryClient()
  // As it stood when the form was opened: the version the edit is made on.
  const read = useQuery({
    queryKey: ['letter-draft', id],
    queryFn: () => call(readLetter, { params: { id } }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  const back = (): void => void navigate({ to: '/letters/$id', params: { id } } as never)
  const letter = read.data
  const save = useMutation({
    mutationFn: (values: LetterValues) =>
      call(editLetter, { params: { id }, body: textsOf(letter!.kind, values), version: letter!.version }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['letters'] })
      back()
    },
  })
  const stale = save.error instanceof ApiProblem && save.error.code === 'STALE'
  const trail = [{ title: '一函两书', to: '/letters' }]
  if (!letter)
    return (
      <Page title="修改草稿" trail={trail}>
        {read.error && <ProblemAlert error={read.error} />}
      </Page>
    )
  const { content } = letter
  const initial = {
    ...letter,
    ...(content.kind === 'opinion' ? { inspected: [dayjs(content.inspectedFrom), dayjs(content.inspectedTo)] } : {}),
  }
  return (
    <Page title="修改草稿" lead={letter.enterpriseName} trail={trail}>
      <LetterForm
        kind={letter.kind}
        fixed
        initial={initial}
        saving={save.isPending}
        error={save.error}
        onSave={save.mutate}
        onCancel={back}
      />
      {stale && <p className="q-lead">您填的内容还在这一页上。请另开一页看最新的草稿，把要留的抄过去后再存。</p>}
    </Page>
  )
}

export default EditPage
