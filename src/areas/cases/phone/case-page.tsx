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
  phonePage,
  ProblemNotice,
  shrinkPhoto,
  TextField,
  useAction,
} from '../../../platform/web/phone-kit/index.ts'
import type { CaseDetail } from '../contract.ts'
import { addEvidenceFile, addStep, answerClaimant, readCase } from '../contract.ts'
import { caseStateNames, deliveryNames, lackNames, outcomeNames, stepNames, topicNames } from '../names.zh.ts'
import { DueText } from './due-text.tsx'
import { options } from './options.tsx'
import { OutcomeForm } from './outcome-card.tsx'
import { Owed } from './owed-list.tsx'
import './cases.css'

interface CardProps {
  readonly it: CaseDetail
  readonly today: string
  readonly reload: () => Promise<void>
}
type Person = CaseDetail['persons'][number]
type Delivery = NonNullable<Person['answers'][number]['deliveredBy']>

/** What one person told, and the answer they get. */
const PersonCard = ({ it, person, today, reload }: CardProps & { readonly person: Person }) => {
  const now = person.answers.find((one) => one.round === person.round)
  const [text, setText] = useState(now?.text ?? '')
  const [on, setOn] = useState(now?.deliveredOn ?? '')
  const [by, setBy] = useState<Delivery | ''>(now?.deliveredBy ?? '')
  const sending = useAction()
  return (
    <Card
      title={`第${person.ordinal}位　${person.name}`}
      note={person.outcome ? outcomeNames[person.outcome] : undefined}
    >
      {person.phone !== '' && (
        <p>
          <a href={`tel:${person.phone}`}>{person.phone}</a>
        </p>
      )}
      <p>{person.facts}</p>
      <Owed caseId={it.id} person={person} />
      {it.status !== 'closed' && (
        <OutcomeForm key={person.version} caseId={it.id} person={person} today={today} reload={reload} />
      )}
      {it.status !== 'closed' && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void sending
              .run((key) =>
                call(answerClaimant, {
                  params: { id: it.id, claimantId: person.id },
                  body: { text, deliveredOn: on || null, deliveredBy: by || null },
                  idempotencyKey: key,
                }),
              )
              .then((through) => (through ? reload() : undefined))
          }}
        >
          <Field label="答复" hint={person.lacks.map((one) => lackNames[one]).join('；') || '齐了'}>
            {(control) => (
              <textarea
                {...control}
                rows={3}
                required
                maxLength={2000}
                value={text}
                onInput={(event) => setText(event.currentTarget.value)}
              />
            )}
          </Field>
          <TextField label="哪天送到" type="date" max={today} value={on} set={setOn} />
          <Field label="怎样送到">
            {(control) => (
              <select {...control} value={by} onChange={(event) => setBy(event.currentTarget.value as Delivery | '')}>
                <option value="">还没有送到</option>
                {options(deliveryNames)}
              </select>
            )}
          </Field>
          {sending.problem && <ProblemNotice problem={sending.problem} />}
          <Buttons>
            <Button type="submit" busy={sending.busy}>
              保存答复
            </Button>
          </Buttons>
        </form>
      )}
    </Card>
  )
}

/** What has happened, from which the deadlines follow. */
const StepsCard = ({ it, today, reload }: CardProps) => {
  const [kind, setKind] = useState<CaseDetail['steps'][number]['kind']>('note')
  const [on, setOn] = useState(today)
  const [note, setNote] = useState('')
  const sending = useAction()
  return (
    <Card title="期限与进展">
      <ul>
        {it.deadlines
          .filter((one) => one.metOn === null)
          .map((one) => (
            <li key={`${one.kind} ${one.from}`}>
              <DueText it={one} today={today} article />
            </li>
          ))}
        {it.steps.map((one) => (
          <li key={one.id}>
            {one.on} {stepNames[one.kind]} {one.note}
          </li>
        ))}
      </ul>
      {it.status !== 'closed' && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void sending
              .run((key) => call(addStep, { params: { id: it.id }, body: { kind, on, note }, idempotencyKey: key }))
              .then((through) => {
                if (!through) return
                setNote('')
                void reload()
              })
          }}
        >
          <Field label="进展">
            {(control) => (
              <select {...control} value={kind} onChange={(event) => setKind(event.currentTarget.value as typeof kind)}>
                {options(stepNames)}
              </select>
            )}
          </Field>
          <TextField label="哪一天" type="date" max={today} value={on} set={setOn} />
          <TextField label="说明" maxLength={1000} value={note} set={setNote} />
          {sending.problem && <ProblemNotice problem={sending.problem} />}
          <Buttons>
            <Button type="submit" busy={sending.busy}>
              登记进展
            </Button>
          </Buttons>
        </form>
      )}
    </Card>
  )
}

/** What is had, can be got, or not; a photo or file is sealed on the server. */
const EvidenceCard = ({ it, reload }: CardProps) => {
  const sending = useAction()
  const states = { have: '已有', can_get: '能取得', cannot_get: '无法取得' } as const
  const send = (evidenceId: string, file: File | undefined): void => {
    if (!file) return
    void sending
      .run(async (key) => {
        // A photo is made smaller and loses where it was taken; anything else goes as it is.
        const small = file.type.startsWith('image/') ? await shrinkPhoto(file) : file
        const named = new File([small], file.name, { type: small.type })
        await call(addEvidenceFile, { params: { id: it.id, evidenceId }, file: named, idempotencyKey: key })
      })
      .then((through) => (through ? reload() : undefined))
  }
  return (
    <Card title="证据">
      {it.evidence.length === 0 && <p class="p-hint">还没有列证据。</p>}
      {it.evidence.map((one) => (
        <div key={one.id}>
          <p>
            {one.item}（{states[one.state]}）{one.fileName !== null && `　${one.fileName}`}
          </p>
          {it.status !== 'closed' && one.fileName === null && (
            <Field label={`上传「${one.item}」`}>
              {(control) => (
                <input {...control} type="file" onChange={(event) => send(one.id, event.currentTarget.files?.[0])} />
              )}
            </Field>
          )}
        </div>
      ))}
      {sending.problem && <ProblemNotice problem={sending.problem} />}
    </Card>
  )
}

/** One case, for the lawyer it was given to. */
export const casePage = phonePage<CaseDetail>({
  path: '/m/cases/:id',
  roles: ['staff', 'member'],
  title: '案件',
  back: '/m/cases',
  load: (ask, { params }) => ask(readCase, { params: { id: params['id']! } }),
  view: ({ data, me }) => {
    const [it, setIt] = useState(data)
    const reload = async (): Promise<void> => setIt(await call(readCase, { params: { id: data.id } }))
    const given = { it, today: me!.org.today, reload }
    return (
      <>
        <Card title={`案件 ${it.number}`} note={caseStateNames[it.status]}>
          <Facts>
            <Fact label="事由">{topicNames[it.topic]}</Fact>
            <Fact label="用人单位">{it.employer}</Fact>
            <Fact label="经过">{it.message || '没有写'}</Fact>
          </Facts>
        </Card>
        {it.persons.map((person) => (
          <PersonCard key={`${person.id} ${person.round}`} {...given} person={person} />
        ))}
        <StepsCard {...given} />
        <EvidenceCard {...given} />
      </>
    )
  },
})
