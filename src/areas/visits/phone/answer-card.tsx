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
  ProblemNotice,
  useAction,
} from '../../../platform/web/phone-kit/index.ts'
import { answerVisit } from '../contract.ts'
import type { VisitCardProps } from './visit-page.tsx'

const Choice = (props: {
  readonly label: string
  readonly name: string
  readonly words: readonly [yes: string, no: string]
  readonly value: boolean | undefined
  readonly onChange: (value: boolean) => void
}) => (
  <fieldset class="v-choice">
    <legend>{props.label}</legend>
    {([true, false] as const).map((value) => (
      <label key={String(value)}>
        <input
          type="radio"
          name={props.name}
          required
          checked={props.value === value}
          onChange={() => props.onChange(value)}
        />
        <span>{props.words[value ? 0 : 1]}</span>
      </label>
    ))}
  </fieldset>
)

/** The enterprise's two facts; no stars, no names. May be changed until the visit is settled. */
export const AnswerCard = ({ visit, reload }: VisitCardProps) => {
  const [took, setTook] = useState<boolean>()
  const [again, setAgain] = useState<boolean>()
  const [remark, setRemark] = useState('')
  const sending = useAction()
  if (visit.answer)
    return (
      <Card title="您的评单">
        <Facts>
          <Fact label="占用生产时间">{visit.answer.tookProductionTime ? '占用了' : '没有占用'}</Fact>
          <Fact label="下次还愿意">{visit.answer.wouldOpenAgain ? '愿意' : '不愿意'}</Fact>
          {visit.answer.remark !== '' && <Fact label="还想说">{visit.answer.remark}</Fact>}
        </Facts>
      </Card>
    )
  if (!visit.can.includes('answer')) return null
  return (
    <Card title="请答两个问题">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (took === undefined || again === undefined) return
          void sending.run(async (idempotencyKey) => {
            const body = { tookProductionTime: took, wouldOpenAgain: again, remark }
            await call(answerVisit, { params: { id: visit.id }, body, idempotencyKey })
            await reload()
          })
        }}
      >
        <p class="p-hint">小分队看不到您怎么答的，只有县总工会能看。</p>
        <Choice
          label="这次占用生产时间了吗？"
          name="took"
          words={['占用了', '没有占用']}
          value={took}
          onChange={setTook}
        />
        <Choice label="下次还愿意开门吗？" name="again" words={['愿意', '不愿意']} value={again} onChange={setAgain} />
        <Field label="还想说什么（可不填）">
          {(control) => (
            <textarea
              {...control}
              rows={2}
              maxLength={300}
              value={remark}
              onInput={(event) => setRemark(event.currentTarget.value)}
            />
          )}
        </Field>
        <ProblemNotice problem={sending.problem} />
        <Buttons>
          <Button kind="main" type="submit" busy={sending.busy}>
            交评单
          </Button>
        </Buttons>
      </form>
    </Card>
  )
}
