import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Input, Modal, Space } from 'antd'
import { useState } from 'react'
import { call } from '../../../platform/web/client.ts'
import {
  CivilDate,
  DataTable,
  EmptyState,
  ProblemAlert,
  Section,
  useMe,
  type Columns,
} from '../../../platform/web/console-kit/index.ts'
import { listLetters } from '../../letters/contract.ts'
import { listFindings, recheckFinding, type CheckUpView, type FindingView } from '../contract.ts'
import { escalationNames } from '../names.zh.ts'
import { ProofOf } from './proof-section.tsx'
import { FindingTag, SeverityTag } from './tags.tsx'

const RecheckDialog = (props: {
  readonly finding: FindingView
  readonly photos: CheckUpView['photos']
  readonly onClose: () => void
}) => {
  const { finding } = props
  const [remark, setRemark] = useState('')
  const cache = useQueryClient()
  const deciding = useMutation({
    mutationFn: (passed: boolean) =>
      call(recheckFinding, { params: { id: finding.id }, version: finding.version, body: { passed, remark } }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['check-ups'] })
      props.onClose()
    },
  })
  const short = remark.trim().length < 2
  return (
    <Modal
      title={`复查：${finding.itemId} ${finding.title}`}
      open
      onCancel={props.onClose}
      footer={
        <Space>
          <Button disabled={short} loading={deciding.isPending} onClick={() => deciding.mutate(false)}>
            退回
          </Button>
          <Button type="primary" disabled={short} loading={deciding.isPending} onClick={() => deciding.mutate(true)}>
            复查通过
          </Button>
        </Space>
      }
    >
      {finding.proof === null ? (
        <p>企业还没有提交整改，可以当场看过后复查通过。</p>
      ) : (
        <ProofOf finding={finding} photos={props.photos} />
      )}
      <label htmlFor="recheck-remark">复查记录：看了什么、怎样核对的；退回的写明还差什么</label>
      <Input.TextArea
        id="recheck-remark"
        rows={3}
        maxLength={500}
        value={remark}
        onChange={(event) => setRemark(event.target.value)}
      />
      {deciding.error && <ProblemAlert error={deciding.error} />}
    </Modal>
  )
}

const letterKinds = ['reminder', 'opinion', 'recommendation'] as const

/** What was found, how far its repair is, and the letters written of it; findings that are chosen go into a draft. */
export const FindingsSection = ({ checkUp }: { readonly checkUp: CheckUpView }) => {
  const { id: checkUpId, enterpriseId } = checkUp
  const me = useMe()
  const navigate = useNavigate()
  const [open, setOpen] = useState<FindingView>()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const query = { checkUpId, limit: 500 }
  const list = useQuery({
    queryKey: ['check-ups', checkUpId, 'findings'],
    queryFn: () => call(listFindings, { query }),
  })
  const letters = useQuery({
    queryKey: ['letters', 'of', enterpriseId],
    queryFn: () => call(listLetters, { query: { enterpriseId, limit: 200 } }),
  })
  const lettersOf = (findingId: string) =>
    letters.data?.rows.filter((it) => it.sourceFindingIds.includes(findingId) && it.state !== 'withdrawn') ?? []
  const draft = (kind: string): void =>
    void navigate({ to: '/letters/new', search: { kind, checkUp: checkUpId, findings: chosen.join(',') } } as never)
  const suggested = list.data?.rows.find((it) => chosen.includes(it.id))?.escalation
  const mayRecheck = me.roles.some((it) => it === 'admin' || it === 'staff' || it === 'leader')
  const columns: Columns<FindingView> = [
    { title: '问题', key: 'title', render: (_, it) => `${it.itemId} ${it.title}` },
    { title: '轻重', key: 'severity', render: (_, it) => <SeverityTag severity={it.severity} /> },
    { title: '期限', key: 'due', render: (_, it) => (it.dueOn ? <CivilDate date={it.dueOn} /> : '未公布') },
    { title: '状态', key: 'status', render: (_, it) => <FindingTag {...it} /> },
    { title: '整改', dataIndex: 'proof' },
    {
      title: '函书',
      key: 'letters',
      render: (_, it) => (
        <>
          {lettersOf(it.id).map((letter) => (
            <div key={letter.id}>
              <Link to={`/letters/${letter.id}` as never} className="q-number">
                {letter.number ?? `${escalationNames[letter.kind]}草稿`}
              </Link>
            </div>
          ))}
          {it.escalation !== 'none' && <div>逾期，建议发{escalationNames[it.escalation]}</div>}
        </>
      ),
    },
    {
      title: '',
      key: 'recheck',
      render: (_, it) =>
        mayRecheck &&
        it.status !== 'passed' && (
          <Button size="small" onClick={() => setOpen(it)}>
            复查
          </Button>
        ),
    },
  ]
  return (
    <Section title="问题与整改" flush>
      <DataTable
        label="问题与整改"
        rows={list.data?.rows}
        rowKey="id"
        columns={columns}
        loading={list.isPending}
        error={list.error}
        selection={{
          hideSelectAll: true,
          selectedRowKeys: [...chosen],
          onChange: (keys) => setChosen(keys.map(String)),
          getCheckboxProps: (it) =>
            ({ disabled: it.status === 'passed', 'aria-label': `选 ${it.itemId} ${it.title}` }) as object,
        }}
        filters={
          <Space wrap>
            <span>{chosen.length > 0 ? `选了 ${chosen.length} 项，写进：` : '勾选问题，可以写进一函两书'}</span>
            {chosen.length > 0 &&
              letterKinds.map((kind) => (
                <Button
                  key={kind}
                  size="small"
                  type={kind === suggested ? 'primary' : 'default'}
                  onClick={() => draft(kind)}
                >
                  {escalationNames[kind]}
                </Button>
              ))}
          </Space>
        }
        empty={<EmptyState title="没有要整改的问题" />}
      />
      {open && (
        <RecheckDialog
          finding={open}
          photos={checkUp.photos.filter((it) => it.findingId === open.id)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Section>
  )
}
