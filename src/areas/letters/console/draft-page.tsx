import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useState } from 'react'
import { call } from '../../../platform/web/client.ts'
import { Page, useMe } from '../../../platform/web/console-kit/index.ts'
import { draftLetter } from '../contract.ts'
import { letterKinds, terms, type LetterKind } from '../domain/index.ts'
import { letterKindNames } from '../texts.zh.ts'
import { emptyContent } from './content-fields.tsx'
import { LetterForm, textsOf, type LetterValues } from './letter-form.tsx'
import './letters.css'

const uses: Readonly<Record<LetterKind, string>> = {
  reminder: '发现用工风险，提醒企业自查自纠',
  opinion: '查明违反劳动法律的事实，要求企业改正并书面告知',
  recommendation: '企业逾期不答复或不改正，提请主管部门处理；先要有送达过的意见书',
}

const DraftPage = () => {
  const me = useMe()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [kind, setKind] = useState<LetterKind>('reminder')
  const draft = useMutation({
    mutationFn: (values: LetterValues) =>
      call(draftLetter, {
        body: { ...textsOf(kind, values), enterpriseId: values.enterpriseId, opinionId: values.opinionId },
      }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['letters'] })
      await navigate({ to: '/letters/$id', params: { id } } as never)
    },
  })
  return (
    <Page title="起草函书" trail={[{ title: '一函两书', to: '/letters' }]}>
      <Segmented
        aria-label="文种"
        value={kind}
        options={letterKinds.map((value) => ({ value, label: letterKindNames[value] }))}
        onChange={(it) => {
          draft.reset()
          setKind(it)
        }}
      />
      <p className="q-lead l-use">
        {uses[kind]}。答复期：送达后 {terms[kind].workdays} 个工作日（{terms[kind].basis}）。
      </p>
      <LetterForm
        key={kind}
        kind={kind}
        fixed={false}
        initial={{ content: emptyContent(kind), contactName: me.person.name }}
        saving={draft.isPending}
        error={draft.error}
        onSave={draft.mutate}
        onCancel={() => void navigate({ to: '/letters' } as never)}
      />
    </Page>
  )
}

export default DraftPage
