/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import { call } from '../../../platform/web/client.ts'
import { dateText } from '../../../platform/web/format.ts'
import {
  Button,
  Buttons,
  Card,
  DateRange,
  Field,
  ProblemNotice,
  Sheet,
  useAction,
} from '../../../platform/web/phone-kit/index.ts'
import { addAbsence } from '../contract.ts'
import type { Membership } from './availability-page.tsx'

const Form = (props: {
  readonly memberId: string
  readonly today: CivilDate
  readonly onDone: () => Promise<void>
}) => {
  const [from, setFrom] = useState(props.today)
  const [to, setTo] = useState(props.today)
  const [reason, setReason] = useState('')
  const adding = useAction()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void adding.run(async (idempotencyKey) => {
          await call(addAbsence, { params: { id: props.memberId }, body: { from, to, reason }, idempotencyKey })
          await props.onDone()
        })
      }}
    >
      <DateRange
        labels={['从哪天起', '到哪天止（含这一天）']}
        from={from}
        to={to}
        min={props.today}
        onChange={(first, last) => {
          setFrom(first)
          setTo(last)
        }}
      />
      <Field label="原因（可不填）">
        {(control) => (
          <input
            {...control}
            maxLength={200}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Field>
      <ProblemNotice problem={adding.problem} />
      <Buttons>
        <Button kind="main" type="submit" busy={adding.busy}>
          登记请假
        </Button>
      </Buttons>
    </form>
  )
}

/** The dates I am away, and telling more. */
export const AbsencesCard = (props: {
  readonly membership: Membership
  readonly today: CivilDate
  readonly reload: () => Promise<void>
}) => {
  const { membership, today } = props
  const [open, setOpen] = useState(false)
  const ahead = membership.absences.filter((one) => one.to >= today)
  return (
    <Card title="请假">
      {ahead.length === 0 ? (
        <p class="p-hint">往后没有请假。出差、倒班去不了，先在这里说一声。</p>
      ) : (
        <ul class="s-list">
          {ahead.map((one) => (
            <li key={one.id}>
              <b>
                {dateText(one.from, today)}
                {one.to !== one.from && ` 至 ${dateText(one.to, today)}`}
              </b>
              {one.reason && <small>{one.reason}</small>}
            </li>
          ))}
        </ul>
      )}
      <Buttons>
        <Button onClick={() => setOpen(true)}>我要请假</Button>
      </Buttons>
      <Sheet open={open} title="我要请假" onClose={() => setOpen(false)}>
        <Form
          memberId={membership.id}
          today={today}
          onDone={async () => {
            setOpen(false)
            await props.reload()
          }}
        />
      </Sheet>
    </Card>
  )
}
