import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Descriptions, Popconfirm, Spin } from 'antd'
import { useState } from 'react'
import { call, urlOf } from '../../../platform/web/client.ts'
import {
  CivilDate,
  EmptyState,
  Page,
  ProblemAlert,
  Section,
  StateTag,
  useMe,
  usePart,
} from '../../../platform/web/console-kit/index.ts'
import { listFindings } from '../../check-ups/contract.ts'
import { dropLetter, issueLetter, readDocument, readFile, submitLetter, type Letter } from '../contract.ts'
import { deliveryWayNames, letterActionNames, letterKindNames, letterTitles } from '../texts.zh.ts'
import { ContentView } from './content-view.tsx'
import { Due, LetterState } from './letter-tags.tsx'
import { AnswerDialog, DeliverDialog, ReasonDialog, VerifyDialog, type ReasonStep } from './step-dialogs.tsx'
import { StepsSection } from './steps-section.tsx'
import { useLetter, useStep } from './use-letter.ts'
import './letters.css'

type Open = 'deliver' | 'answer' | 'verify' | ReasonStep

const dialogs: readonly Open[] = ['deliver', 'answer', 'verify', 'close', 'escalate', 'return', 'withdraw']
const dangerous: readonly string[] = ['withdraw', 'return']

const Actions = (props: { readonly letter: Letter; readonly onOpen: (open: Open) => void }) => {
  const { letter } = props
  const navigate = useNavigate()
  const list = (): void => void navigate({ to: '/letters' } as never)
  const { id, version, can } = letter
  const submit = useStep(
    () => call(submitLetter, { params: { id } }),
    () => {},
  )
  const issue = useStep(
    () => call(issueLetter, { params: { id }, version }),
    () => {},
  )
  const drop = useStep(() => call(dropLetter, { params: { id } }), list)
  const name = letterKindNames[letter.kind]
  const main = letter.state === 'answered' && can.includes('verify') ? 'verify' : can.find((it) => it === 'deliver')
  return (
    <>
      <Button icon={<DownloadOutlined />} href={urlOf(readDocument.path, { id })}>
        {letter.number ? '下载 Word 文书' : '下载样稿'}
      </Button>
      {can.includes('edit') && (
        <Button onClick={() => void navigate({ to: '/letters/$id/edit', params: { id } } as never)}>修改</Button>
      )}
      {can.includes('drop') && (
        <Popconfirm title="删去这份草稿？" okText="删去" cancelText="留着" onConfirm={() => drop.mutate(undefined)}>
          <Button danger loading={drop.isPending}>
            删去
          </Button>
        </Popconfirm>
      )}
      {can.includes('submit') && (
        <Button type="primary" loading={submit.isPending} onClick={() => submit.mutate(undefined)}>
          报送审批
        </Button>
      )}
      {dialogs
        .filter((it) => can.includes(it))
        .map((it) => (
          <Button
            key={it}
            type={it === main ? 'primary' : 'default'}
            danger={dangerous.includes(it)}
            onClick={() => props.onOpen(it)}
          >
            {it === 'deliver' ? '登记送达' : it === 'answer' ? '登记答复' : letterActionNames[it]}
          </Button>
        ))}
      {can.includes('issue') && (
        <Popconfirm
          title={`签发这份${name}？`}
          description="签发后编号定稿，不能再改。"
          okText="签发"
          cancelText="再看看"
          onConfirm={() => issue.mutate(undefined)}
        >
          <Button type="primary" loading={issue.isPending}>
            签发
          </Button>
        </Popconfirm>
      )}
      <ProblemAlert error={submit.error ?? issue.error ?? drop.error} />
    </>
  )
}

const FileLink = (props: {
  readonly letterId: string
  readonly file: { readonly id: string; readonly name: string }
}) => (
  <a href={urlOf(readFile.path, { id: props.letterId, fileId: props.file.id })} target="_blank" rel="noreferrer">
    {props.file.name}
  </a>
)

/** The check-up whose findings the letter was written from. */
const FindingsLink = ({ letter }: { readonly letter: Letter }) => {
  const { enterpriseId, sourceFindingIds } = letter
  const list = useQuery({
    queryKey: ['check-ups', 'findings', enterpriseId],
    queryFn: () => call(listFindings, { query: { enterpriseId, limit: 500 } }),
  })
  const checkUpId = list.data?.rows.find((it) => sourceFindingIds.includes(it.id))?.checkUpId
  const text = `法治体检的 ${sourceFindingIds.length} 项问题`
  return checkUpId ? <Link to={`/check-ups/${checkUpId}` as never}>{text}</Link> : <>{text}</>
}

const Answers = ({ letter }: { readonly letter: Letter }) => (
  <Section title={letter.kind === 'recommendation' ? '主管部门的答复' : '企业的答复'}>
    {letter.answers.length === 0 ? (
      <EmptyState title="还没有答复" />
    ) : (
      letter.answers.map((answer) => (
        <div key={answer.id} className="l-answer">
          <p>
            <CivilDate date={answer.answeredOn} /> {answer.way === 'online' ? '企业在线提交' : '书面'}{' '}
            {answer.late && <StateTag tone="danger">过了答复期</StateTag>}{' '}
            {answer.obeyed === null ? (
              <StateTag tone="warning">待核实</StateTag>
            ) : (
              <StateTag tone={answer.obeyed ? 'success' : 'danger'}>{answer.obeyed ? '已办理' : '没有办理'}</StateTag>
            )}
          </p>
          <p>{answer.text}</p>
          {answer.files.map((file) => (
            <p key={file.id}>
              <FileLink letterId={letter.id} file={file} />
            </p>
          ))}
          {answer.verdict && (
            <p className="l-faint">
              核实（{answer.verifiedBy}）：{answer.verdict}
            </p>
          )}
        </div>
      ))
    )}
  </Section>
)

const LetterPage = () => {
  const id = usePart('id')
  const me = useMe()
  const read = useLetter(id)
  const [open, setOpen] = useState<Open>()
  const trail = [{ title: '一函两书', to: '/letters' }]
  const letter = read.data
  if (!letter)
    return (
      <Page title="函书" trail={trail}>
        <ProblemAlert error={read.error} onRetry={() => void read.refetch()} />
        {read.isPending && (
          <div className="q-waiting">
            <Spin description="正在打开" />
          </div>
        )}
      </Page>
    )
  const given = { letter, today: me.org.today, onClose: () => setOpen(undefined) }
  return (
    <Page
      title={letter.number ?? `${letterKindNames[letter.kind]}草稿`}
      lead={`关于${letter.subject}的${letterTitles[letter.kind]}`}
      trail={trail}
      actions={<Actions letter={letter} onOpen={setOpen} />}
    >
      {letter.state === 'submitted' && !letter.can.includes('issue') && (
        <p className="q-lead">等待签发。起草或报送的人不能签发，由另一位管理员或主席签发。</p>
      )}
      <div className="l-columns">
        <div>
          <Section>
            <Descriptions column={{ xs: 1, md: 2 }} size="small">
              <Descriptions.Item label="状态">
                <LetterState state={letter.state} />
              </Descriptions.Item>
              <Descriptions.Item label="答复期">
                <Due letter={letter} today={me.org.today} />
              </Descriptions.Item>
              <Descriptions.Item label="企业">{letter.enterpriseName}</Descriptions.Item>
              <Descriptions.Item label="主送">{letter.addressee}</Descriptions.Item>
              <Descriptions.Item label="抄送">{letter.copies.join('、') || '没有'}</Descriptions.Item>
              <Descriptions.Item label="联系人">
                {letter.contactName} {letter.contactPhone}
              </Descriptions.Item>
              <Descriptions.Item label="起草">{letter.draftedBy}</Descriptions.Item>
              <Descriptions.Item label="签发">
                {letter.issuedBy ? `${letter.issuedBy}，${letter.issuedOn}` : '还没有签发'}
              </Descriptions.Item>
              {letter.sourceFindingIds.length > 0 && (
                <Descriptions.Item label="来源">
                  <FindingsLink letter={letter} />
                </Descriptions.Item>
              )}
              {letter.opinionNumber && (
                <Descriptions.Item label="依据的意见书">
                  {letter.opinionNumber}，{letter.opinionDeliveredOn} 送达
                </Descriptions.Item>
              )}
              {letter.delivery && (
                <Descriptions.Item label="送达">
                  {letter.delivery.deliveredOn}，{deliveryWayNames[letter.delivery.way]}，{letter.delivery.receivedBy}
                  {letter.delivery.receipt && (
                    <>
                      ，<FileLink letterId={letter.id} file={letter.delivery.receipt} />
                    </>
                  )}
                </Descriptions.Item>
              )}
            </Descriptions>
          </Section>
          <Section title="内容">
            <ContentView content={letter.content} />
          </Section>
          {letter.deliveredOn && <Answers letter={letter} />}
        </div>
        <StepsSection letter={letter} today={me.org.today} />
      </div>
      {open === 'deliver' && <DeliverDialog {...given} />}
      {open === 'answer' && <AnswerDialog {...given} />}
      {open === 'verify' && <VerifyDialog {...given} />}
      {open && open !== 'deliver' && open !== 'answer' && open !== 'verify' && (
        <ReasonDialog {...given} action={open} />
      )}
    </Page>
  )
}

export default LetterPage
