/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { addDays } from '../../../platform/base/civil-date.ts'
import { Button, Buttons, Card, Fact, Facts, Field, Notice } from '../../../platform/web/phone-kit/index.ts'
import type { Visit } from '../contract.ts'
import type { VisitCardProps } from './visit-page.tsx'

interface FollowUp {
  readonly what: string
  readonly dueOn: string
}
interface Draft {
  readonly done: string
  /** Absent until typed: then it is as many as have signed in. */
  readonly heads: string | undefined
  readonly trained: string
  readonly gifts: string
  readonly asked: string
  readonly followUps: readonly FollowUp[]
}

const counts = [
  { key: 'heads', label: '到场人数', required: true },
  { key: 'trained', label: '其中受训人数', required: false },
  { key: 'gifts', label: '送出图书、礼品（件）', required: false },
  { key: 'asked', label: '解答咨询（人次）', required: false },
] as const

/** What each squad is asked for; the others' counts stay nought. */
const wanted: Readonly<Record<Visit['squadKind'], readonly string[]>> = {
  culture: ['heads', 'gifts'],
  skills: ['heads', 'trained'],
  rights: ['heads', 'asked'],
}

const draftOf = (visit: Visit, refused: Readonly<Record<string, unknown>> | undefined): Draft => {
  const text = (value: unknown): string => (value === undefined || value === 0 ? '' : String(value))
  const from: Readonly<Record<string, unknown>> = refused ?? visit.record ?? {}
  return {
    done: String(from['done'] ?? ''),
    heads: from['heads'] === undefined ? undefined : String(from['heads']),
    trained: text(from['trained']),
    gifts: text(from['gifts']),
    asked: text(from['asked']),
    followUps: (refused?.['followUps'] as readonly FollowUp[] | undefined) ?? [],
  }
}

const Kept = ({ visit }: { readonly visit: Visit }) => {
  const { record } = visit
  if (!record) return null
  return (
    <>
      <p class="v-done">{record.done}</p>
      <Facts>
        <Fact label="到场">{record.heads} 人</Fact>
        {record.trained > 0 && <Fact label="受训">{record.trained} 人</Fact>}
        {record.gifts > 0 && <Fact label="送出">{record.gifts} 件</Fact>}
        {record.asked > 0 && <Fact label="咨询">{record.asked} 人次</Fact>}
      </Facts>
    </>
  )
}

const FollowUpLines = (props: {
  readonly lines: readonly FollowUp[]
  readonly today: string
  readonly onChange: (lines: readonly FollowUp[]) => void
}) => {
  const { lines, onChange } = props
  const change = (at: number, part: Partial<FollowUp>): void =>
    onChange(lines.map((line, place) => (place === at ? { ...line, ...part } : line)))
  return (
    <fieldset class="v-follow">
      <legend>要跟踪的事（没有就不填）</legend>
      {lines.map((line, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines have no other identity while they are written
        <div key={at} class="v-follow-line">
          <Field label={`第 ${at + 1} 件`}>
            {(control) => (
              <input
                {...control}
                required
                minLength={2}
                maxLength={300}
                value={line.what}
                onInput={(event) => change(at, { what: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field label="最晚哪天办完">
            {(control) => (
              <input
                {...control}
                type="date"
                required
                min={props.today}
                value={line.dueOn}
                onInput={(event) => change(at, { dueOn: event.currentTarget.value })}
              />
            )}
          </Field>
          <button type="button" class="p-plain-button" onClick={() => onChange(lines.toSpliced(at, 1))}>
            去掉第 {at + 1} 件
          </button>
        </div>
      ))}
      <Button onClick={() => onChange([...lines, { what: '', dueOn: addDays(props.today, 14) }])}>加一件</Button>
    </fieldset>
  )
}

/** What was done, before how many, and what is to be followed up by when. Kept on the phone until the network takes it. */
export const RecordCard = ({ visit, today, queue }: VisitCardProps) => {
  const path = `/api/visits/${visit.id}/record`
  const refused = queue.refused.find((it) => it.path === path)?.body
  const [writing, setWriting] = useState(false)
  const [draft, setDraft] = useState(() => draftOf(visit, refused))
  const [wrong, setWrong] = useState<string>()
  const may = visit.can.includes('record')
  const waiting = queue.waiting.some((it) => it.path === path)
  if (!may && !visit.record) return null
  if (waiting || !may || (visit.record && !writing))
    return (
      <Card title="现场登记">
        {waiting ? <Notice tone="info">登记已存在手机里，等网络。</Notice> : <Kept visit={visit} />}
        {may && !waiting && (
          <Buttons>
            <Button
              onClick={() => {
                setDraft(draftOf(visit, refused))
                setWriting(true)
              }}
            >
              补充或更正
            </Button>
          </Buttons>
        )}
      </Card>
    )
  const seen = visit.signedIn.byCode + visit.signedIn.byHand
  const written = { ...draft, heads: draft.heads ?? (seen > 0 ? String(seen) : '') }
  const send = async (): Promise<void> => {
    const number = (text: string): number => Number(text || 0)
    if (number(written.trained) > number(written.heads)) return setWrong('受训人数不能多于到场人数')
    setWrong(undefined)
    for (const one of queue.refused.filter((it) => it.path === path)) await queue.dismiss(one.key)
    await queue.add({
      path,
      body: {
        done: draft.done.trim(),
        heads: number(written.heads),
        trained: number(draft.trained),
        gifts: number(draft.gifts),
        asked: number(draft.asked),
        followUps: draft.followUps,
      },
    })
    setWriting(false)
  }
  return (
    <Card title="现场登记">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <Field label="做了什么" hint="一两句话就够，例如：在缝纫车间讲安全操作，职工提了两个问题。">
          {(control) => (
            <textarea
              {...control}
              rows={3}
              required
              minLength={2}
              maxLength={2000}
              value={draft.done}
              onInput={(event) => setDraft({ ...draft, done: event.currentTarget.value })}
            />
          )}
        </Field>
        {counts
          .filter((it) => wanted[visit.squadKind].includes(it.key))
          .map((it) => (
            <Field key={it.key} label={it.label} {...(it.key === 'trained' && wrong ? { error: wrong } : {})}>
              {(control) => (
                <input
                  {...control}
                  type="number"
                  inputMode="numeric"
                  min={0}
                  max={5000}
                  required={it.required}
                  value={written[it.key]}
                  onInput={(event) => setDraft({ ...draft, [it.key]: event.currentTarget.value })}
                />
              )}
            </Field>
          ))}
        <FollowUpLines
          lines={draft.followUps}
          today={today}
          onChange={(followUps) => setDraft({ ...draft, followUps })}
        />
        <Buttons>
          <Button kind="main" type="submit" disabled={!queue.ready}>
            交登记
          </Button>
          {visit.record && <Button onClick={() => setWriting(false)}>不改了</Button>}
        </Buttons>
      </form>
    </Card>
  )
}
