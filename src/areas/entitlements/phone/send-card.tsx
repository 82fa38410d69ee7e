/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { Claim } from '../../../engines/entitlements/index.ts'
import type { BodyIn } from '../../../platform/base/operation.ts'
import { call } from '../../../platform/web/client.ts'
import {
  Button,
  Buttons,
  Card,
  Field,
  Notice,
  ProblemNotice,
  TextField,
  useAction,
} from '../../../platform/web/phone-kit/index.ts'
import { takeIn } from '../../cases/contract.ts'
import type { Answers } from '../domain/question.ts'
import { CheckField } from './check-field.tsx'

type Topic = BodyIn<typeof takeIn>['topic']

/** What the union files it under: the weightiest matter chosen. */
const topicOf = (said: Answers): Topic => {
  const chosen = said['topics']
  const has = (id: string): boolean => Array.isArray(chosen) && chosen.some((it) => it === id)
  const first = (['injury', 'termination', 'wages', 'contract', 'overtime', 'leave'] as const).find(has)
  return first ?? (has('probation') ? 'contract' : 'wages')
}

/** Sends the facts to the union, after the person has read what goes out and agreed. */
export const SendCard = (props: {
  readonly said: Answers
  readonly claim: Claim
  /** Each answer as a line of text. */
  readonly lines: readonly string[]
  /** What the claim's form has no place for. */
  readonly besides: readonly string[]
}) => {
  const [open, setOpen] = useState(false)
  const [fields, setFields] = useState({ name: '', phone: '', employer: '', words: '', unpaid: '' })
  const [pregnant, setPregnant] = useState(false)
  const [agreed, setAgreed] = useState(false)
  const [sent, setSent] = useState<{ readonly number: string; readonly followCode: string }>()
  const sending = useAction()
  const set = (name: keyof typeof fields) => (value: string) => setFields({ ...fields, [name]: value })
  if (sent)
    return (
      <Notice tone="success" title="工会收到了">
        <p>
          案号 <b>{sent.number}</b>。七日内决定是否受理，会打电话告诉您。
        </p>
        <p>查询码（请拍照或者抄下来，凭它查办到哪一步，不要给别人）：</p>
        <p class="o-code">{sent.followCode}</p>
      </Notice>
    )
  if (!open)
    return (
      <Card title="要工会帮忙吗">
        <p>到现在为止，您填的都只在这台手机上，没有发出去。要工会帮忙的，可以发给县总工会，不收费。</p>
        <Buttons>
          <Button onClick={() => setOpen(true)}>发给工会</Button>
        </Buttons>
      </Card>
    )
  const message = [fields.words.trim(), ...props.besides].filter((it) => it !== '').join('\n')
  return (
    <Card title="发给工会">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void sending.run(async (idempotencyKey) => {
            const body = {
              channel: 'phone' as const,
              topic: topicOf(props.said),
              claim: { ...props.claim },
              employer: fields.employer,
              name: fields.name,
              phone: fields.phone,
              message,
              // Whether and when somebody left stands in the claim where it was asked.
              stillEmployed: props.said['working'] === 'yes' || null,
              writtenContract: { never: false, later: true }[String(props.said['signed'])] ?? null,
              pregnant,
              peopleUnpaid: Number(fields.unpaid || 0),
              consent: true as const,
            }
            setSent(await call(takeIn, { body, idempotencyKey }))
          })
        }}
      >
        <TextField
          label="您的电话"
          hint="工会打这个电话答复您。"
          type="tel"
          autocomplete="tel"
          required
          minLength={5}
          maxLength={30}
          value={fields.phone}
          set={set('phone')}
        />
        <TextField
          label="怎么称呼（可不填）"
          autocomplete="name"
          maxLength={30}
          value={fields.name}
          set={set('name')}
        />
        <TextField
          label="单位名称（可不填）"
          hint="工会不会告诉单位是谁说的。"
          autocomplete="off"
          maxLength={80}
          value={fields.employer}
          set={set('employer')}
        />
        <TextField
          label="连您一共几个人没拿到工资（可不填）"
          hint="没来问的工友也算。"
          inputMode="numeric"
          pattern="\d{1,4}"
          maxLength={4}
          value={fields.unpaid}
          set={set('unpaid')}
        />
        <CheckField label="我在孕期、产期或者哺乳期" checked={pregnant} onChange={() => setPregnant(!pregnant)} />
        <Field label="还想说的（可不填）">
          {(control) => (
            <textarea
              {...control}
              rows={3}
              maxLength={1000}
              value={fields.words}
              onInput={(event) => set('words')(event.currentTarget.value)}
            />
          )}
        </Field>
        <h3 class="o-sub">发出去的就是这些</h3>
        <ul class="o-list">
          <li>
            您的电话{fields.name.trim() !== '' && '、称呼'}
            {fields.employer.trim() !== '' && '、单位名称'}
            {fields.unpaid !== '' && '、几个人没拿到工资'}
            {pregnant && '、孕期产期哺乳期'}
            {fields.words.trim() !== '' && '、您写的话'}
          </li>
          {props.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
          <li>今天的日期</li>
        </ul>
        <p>只有县总工会办理求助的人和派给您的律师看得到，加密保存，每次查看都留记录。</p>
        <CheckField label="我看过了，同意把上面这些发给县总工会" checked={agreed} onChange={() => setAgreed(!agreed)} />
        <ProblemNotice problem={sending.problem} />
        <Buttons>
          <Button kind="main" type="submit" busy={sending.busy} disabled={!agreed}>
            发送
          </Button>
          <Button onClick={() => setOpen(false)}>先不发</Button>
        </Buttons>
      </form>
    </Card>
  )
}
