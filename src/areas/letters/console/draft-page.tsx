import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented, Spin } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { call } from '../../../platform/web/client.ts'
import { Page, ProblemAlert, useMe } from '../../../platform/web/console-kit/index.ts'
import { listFindings, readCheckUp } from '../../check-ups/contract.ts'
import { draftLetter } from '../contract.ts'
import { draftFrom, letterKinds, terms, type FoundAt, type LetterKind } from '../domain/index.ts'
import { letterKindNames } from '../texts.zh.ts'
import { emptyContent } from './content-fields.tsx'
import { LetterForm, textsOf, type LetterValues } from './letter-form.tsx'
import './letters.css'

const uses: Readonly<Record<LetterKind, string>> = {
  reminder: '发现用工风险，提醒企业自查自纠',
  opinion: '查明违反劳动法律的事实，要求企业改正并书面告知',
  recommendation: '企业逾期不答复或不改正，提请主管部门处理；先要有送达过的意见书',
}

interface Source {
  readonly checkUp: string
  readonly findings: readonly string[]
}

/** From which findings of which check-up the draft is to be written, as the address says. */
const useSource = (): { kind?: LetterKind; source?: Source } => {
  const raw: Record<string, unknown> = useSearch({ strict: false })
  const { kind, checkUp, findings } = raw
  return {
    kind: letterKinds.find((it) => it === kind),
    source:
      typeof checkUp === 'string' && typeof findings === 'string'
        ? { checkUp, findings: findings.split(',') }
        : undefined,
  }
}

/** What the findings give to a draft of this kind; undefined until they are read. */
const useFound = (source: Source | undefined) => {
  const id = source?.checkUp ?? ''
  const enabled = source !== undefined
  const checkUp = useQuery({
    queryKey: ['check-ups', id],
    queryFn: () => call(readCheckUp, { params: { id } }),
    enabled,
  })
  const list = useQuery({
    queryKey: ['check-ups', id, 'findings'],
    queryFn: () => call(listFindings, { query: { checkUpId: id, limit: 500 } }),
    enabled,
  })
  const error = checkUp.error ?? list.error
  if (!checkUp.data || !list.data) return { error }
  const { checkedOn, inspectors, enterpriseId, enterpriseName } = checkUp.data
  const rows = list.data.rows.filter((it) => source?.findings.includes(it.id))
  return { error, found: { rows, enterpriseId, enterpriseName, at: { checkedOn: checkedOn ?? '', inspectors } } }
}

const initialOf = (kind: LetterKind, found: ReturnType<typeof useFound>['found']): object => {
  if (!found) return { content: emptyContent(kind) }
  const draft = draftFrom(kind, found.rows, found.at as FoundAt)
  const day = dayjs(found.at.checkedOn)
  return { ...draft, enterpriseId: found.enterpriseId, ...(kind === 'opinion' ? { inspected: [day, day] } : {}) }
}

const DraftPage = () => {
  const me = useMe()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const asked = useSource()
  const [kind, setKind] = useState<LetterKind>(asked.kind ?? 'reminder')
  const { found, error } = useFound(asked.source)
  const draft = useMutation({
    mutationFn: (values: LetterValues) =>
      call(draftLetter, {
        body: {
          ...textsOf(kind, values),
          enterpriseId: found?.enterpriseId ?? values.enterpriseId,
          opinionId: values.opinionId,
          sourceFindingIds: found?.rows.map((it) => it.id) ?? [],
        },
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
      {found && (
        <p className="q-lead">
          {found.enterpriseName}：由法治体检的 {found.rows.length} 项问题写成，请逐条核对后再存。
        </p>
      )}
      {error && <ProblemAlert error={error} />}
      {asked.source && !found ? (
        !error && <Spin />
      ) : (
        <LetterForm
          key={kind}
          kind={kind}
          fixed={false}
          enterprise={found && { id: found.enterpriseId, name: found.enterpriseName }}
          initial={{ contactName: me.person.name, ...initialOf(kind, found) }}
          saving={draft.isPending}
          error={draft.error}
          onSave={draft.mutate}
          onCancel={() => void navigate({ to: '/letters' } as never)}
        />
      )}
    </Page>
  )
}

export default DraftPage
