/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import type { OutputOf } from '../../../platform/base/operation.ts'
import { call } from '../../../platform/web/client.ts'
import {
  Button,
  Buttons,
  DateRange,
  Field,
  ProblemNotice,
  Sheet,
  useAction,
} from '../../../platform/web/phone-kit/index.ts'
import { addQuiet } from '../contract.ts'

interface Given {
  readonly id: string
  readonly today: CivilDate
  readonly open: boolean
  readonly onClose: () => void
  readonly onDone: (visits: OutputOf<typeof addQuiet>['visits']) => Promise<void>
}

const Form = ({ id, today, onDone }: Given) => {
  const [from, setFrom] = useState(today)
  const [to, setTo] = useState(today)
  const [kind, setKind] = useState<'freeze' | 'quiet'>('freeze')
  const [reason, setReason] = useState('')
  const adding = useAction()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void adding.run(async (idempotencyKey) => {
          const { visits } = await call(addQuiet, { params: { id }, body: { from, to, kind, reason }, idempotencyKey })
          await onDone(visits)
        })
      }}
    >
      <DateRange
        labels={['从哪天起', '到哪天止（含这一天）']}
        from={from}
        to={to}
        min={today}
        onChange={(first, last) => {
          setFrom(first)
          setTo(last)
        }}
      />
      <Field label="是什么">
        {(control) => (
          <select
            {...control}
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value === 'quiet' ? 'quiet' : 'freeze')}
          >
            <option value="freeze">冻结：这几天不接待</option>
            <option value="quiet">繁忙期：生产旺季</option>
          </select>
        )}
      </Field>
      <Field label="原因（可不填）">
        {(control) => (
          <input
            {...control}
            maxLength={200}
            placeholder="例如：客户验厂"
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Field>
      <ProblemNotice problem={adding.problem} />
      <Buttons>
        <Button kind="main" type="submit" busy={adding.busy}>
          确定冻结
        </Button>
      </Buttons>
    </form>
  )
}

/** Bars dates; the answer names the visits that stand there. */
export const FreezeSheet = (props: Given) => (
  <Sheet open={props.open} title="冻结日期" onClose={props.onClose}>
    <Form {...props} />
  </Sheet>
)
