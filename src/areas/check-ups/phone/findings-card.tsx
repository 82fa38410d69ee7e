/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { call } from '../../../platform/web/client.ts'
import {
  Button,
  Buttons,
  Card,
  Fact,
  Facts,
  Field,
  Notice,
  ProblemNotice,
  shrinkPhoto,
  useAction,
} from '../../../platform/web/phone-kit/index.ts'
import type { SubjectQueue } from '../../../platform/web/phone-kit/index.ts'
import { sizeText } from '../../../platform/web/format.ts'
import type { CheckUpView, FindingView } from '../contract.ts'
import { recheckFinding, submitProof } from '../contract.ts'
import { findingStateNames, severityNames } from '../names.zh.ts'

type Photo = CheckUpView['photos'][number]

interface FindingProps {
  readonly finding: FindingView
  readonly photos: readonly Photo[]
  readonly queue: SubjectQueue
  readonly reload: () => Promise<void>
}

/** What the enterprise has shown so far: photos to look at, papers to save. */
const Shown = ({ finding, photos }: Pick<FindingProps, 'finding' | 'photos'>) =>
  photos.length + finding.files.length === 0 ? null : (
    <div class="c-proof">
      {photos.length > 0 && (
        <ul class="c-proof-photos">
          {photos.map((photo, at) => {
            const path = `/api/check-ups/${finding.checkUpId}/photos/${photo.id}`
            return (
              <li key={photo.id}>
                <a href={path}>
                  <img
                    src={`${path}?size=thumbnail`}
                    alt={photo.caption || `整改照片 ${at + 1}`}
                    width={photo.width}
                    height={photo.height}
                    loading="lazy"
                  />
                </a>
              </li>
            )
          })}
        </ul>
      )}
      {finding.files.map((file) => (
        <a key={file.id} class="c-proof-file" href={`/api/check-up-findings/${finding.id}/files/${file.id}`} download>
          <span>{file.name}</span>
          <small>PDF，{sizeText(file.bytes)}</small>
        </a>
      ))}
    </div>
  )

/** The enterprise tells how it was put right, with photos and papers. */
const Proof = ({ finding, photos, queue, reload }: FindingProps) => {
  const [proof, setProof] = useState(finding.proof ?? '')
  const sending = useAction()
  const path = `/api/check-up-findings/${finding.id}`
  const waiting = queue.waiting.filter((it) => it.path.startsWith(path))
  const add = async (files: FileList | null, one: (file: File) => Promise<Parameters<typeof queue.add>[0]>) => {
    for (const file of files ?? []) await queue.add(await one(file))
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void sending
          .run((key) =>
            call(submitProof, {
              params: { id: finding.id },
              body: { proof },
              version: finding.version,
              idempotencyKey: key,
            }),
          )
          .then(reload)
      }}
    >
      <Field label="怎样改的">
        {(control) => (
          <textarea
            {...control}
            rows={3}
            required
            minLength={2}
            maxLength={2000}
            value={proof}
            onInput={(event) => setProof(event.currentTarget.value)}
          />
        )}
      </Field>
      {sending.problem && <ProblemNotice problem={sending.problem} />}
      <Shown finding={finding} photos={photos} />
      <div class="c-foot c-proof-add">
        <label class="p-button c-photo">
          加照片
          <input
            type="file"
            accept="image/jpeg,image/png,image/webp"
            multiple
            onChange={(event) => {
              const it = event.currentTarget
              void add(it.files, async (file) => ({
                path: `${path}/photos`,
                body: { caption: '' },
                photo: await shrinkPhoto(file),
              })).then(() => (it.value = ''))
            }}
          />
        </label>
        <label class="p-button c-photo">
          加 PDF
          <input
            type="file"
            accept="application/pdf,.pdf"
            multiple
            onChange={(event) => {
              const it = event.currentTarget
              void add(it.files, async (file) => ({
                path: `${path}/files`,
                body: { name: file.name.slice(-200) },
                photo: file,
              })).then(() => (it.value = ''))
            }}
          />
        </label>
        <span class="p-hint">
          {finding.photos} 张照片{finding.files.length > 0 && `，${finding.files.length} 份 PDF`}
          {waiting.length > 0 && `，${waiting.length} 件等网络`}
        </span>
      </div>
      <Buttons>
        <Button kind="main" type="submit" busy={sending.busy}>
          交整改
        </Button>
      </Buttons>
    </form>
  )
}

/** An inspector passes a repair or sends it back with the reason. */
const Recheck = ({ finding, photos, reload }: FindingProps) => {
  const [remark, setRemark] = useState('')
  const sending = useAction()
  const decide = (passed: boolean): void =>
    void sending
      .run((key) =>
        call(recheckFinding, {
          params: { id: finding.id },
          body: { passed, remark },
          version: finding.version,
          idempotencyKey: key,
        }),
      )
      .then(reload)
  return (
    <>
      <p>企业整改：{finding.proof}</p>
      <Shown finding={finding} photos={photos} />
      <Field label="复查记录" hint="看了什么、怎样核对的；退回的写明还差什么。">
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={500}
            value={remark}
            onInput={(event) => setRemark(event.currentTarget.value)}
          />
        )}
      </Field>
      {sending.problem && <ProblemNotice problem={sending.problem} />}
      <Buttons>
        <Button kind="main" busy={sending.busy} disabled={remark.trim().length < 2} onClick={() => decide(true)}>
          复查通过
        </Button>
        <Button busy={sending.busy} disabled={remark.trim().length < 2} onClick={() => decide(false)}>
          退回
        </Button>
      </Buttons>
    </>
  )
}

/** Findings with what to do by when; the enterprise proves, an inspector re-checks. */
export const FindingsCard = (props: {
  readonly findings: readonly FindingView[]
  /** Of the whole check-up. */
  readonly photos: readonly Photo[]
  readonly side: 'enterprise' | 'inspector'
  readonly queue: SubjectQueue
  readonly reload: () => Promise<void>
}) => (
  <>
    {props.findings.map((finding) => {
      const given = {
        finding,
        photos: props.photos.filter((it) => it.findingId === finding.id),
        queue: props.queue,
        reload: props.reload,
      }
      const mine = props.side === 'enterprise' && (finding.status === 'open' || finding.status === 'returned')
      return (
        <Card
          key={finding.id}
          title={`${finding.itemId} ${finding.title}`}
          note={<span class={`c-severity c-${finding.severity}`}>{severityNames[finding.severity]}</span>}
        >
          <p>
            <b>{findingStateNames[finding.status]}</b>
            {finding.overdue && <span class="c-overdue"> 已逾期</span>}
          </p>
          <Facts>
            <Fact label="问题">{finding.fact}</Fact>
            <Fact label="依据">{finding.articles}</Fact>
            {finding.evidence !== '' && <Fact label="证据">{finding.evidence}</Fact>}
            {finding.status !== 'passed' && (
              <>
                <Fact label="处方">{finding.demand}</Fact>
                <Fact label="期限">{finding.byWhen}</Fact>
                <Fact label="复查出示">{finding.standard}</Fact>
              </>
            )}
          </Facts>
          {finding.returnedReason !== null && finding.status === 'returned' && (
            <Notice tone="warning" title="退回了">
              {finding.returnedReason}
            </Notice>
          )}
          {mine && <Proof {...given} key={finding.version} />}
          {!mine && !(props.side === 'inspector' && finding.status === 'submitted') && <Shown {...given} />}
          {props.side === 'inspector' && finding.status === 'submitted' && <Recheck {...given} key={finding.version} />}
        </Card>
      )
    })}
  </>
)
