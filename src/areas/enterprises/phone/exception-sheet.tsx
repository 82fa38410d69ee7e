/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { formatMinute, parseMinute } from '../../../platform/base/civil-date.ts'
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import { call } from '../../../platform/web/client.ts'
import { Button, Buttons, Field, ProblemNotice, Sheet, useAction } from '../../../platform/web/phone-kit/index.ts'
import { addException } from '../contract.ts'
import { gapKinds } from '../domain/index.ts'
import type { GapKind } from '../domain/index.ts'
import { exceptionEffectNames, gapKindNames } from '../gap-names.zh.ts'

interface Given {
  readonly id: string
  readonly today: CivilDate
  readonly open: boolean
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}

const effects = ['closed', 'added', 'replaced'] as const

const Form = ({ id, today, onDone }: Given) => {
  const [date, setDate] = useState(today)
  const [effect, setEffect] = useState<(typeof effects)[number]>('closed')
  const [kind, setKind] = useState<GapKind>('break')
  const [hours, setHours] = useState({ from: 690, to: 720 })
  const [note, setNote] = useState('')
  const adding = useAction()
  const time = (name: 'from' | 'to', label: string) => (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          type="time"
          step={300}
          required
          value={formatMinute(hours[name])}
          onInput={(event) => {
            const minute = parseMinute(event.currentTarget.value)
            if (minute !== undefined) setHours({ ...hours, [name]: minute })
          }}
        />
      )}
    </Field>
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void adding.run(async (idempotencyKey) => {
          const body = { date, effect, note, ...(effect === 'closed' ? {} : { kind, ...hours }) }
          await call(addException, { params: { id }, body, idempotencyKey })
          await onDone()
        })
      }}
    >
      <Field label="哪一天">
        {(control) => (
          <input
            {...control}
            type="date"
            required
            min={today}
            value={date}
            onInput={(event) => setDate(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label="这一天">
        {(control) => (
          <select
            {...control}
            value={effect}
            onChange={(event) => setEffect(effects.find((one) => one === event.currentTarget.value) ?? 'closed')}
          >
            {effects.map((one) => (
              <option key={one} value={one}>
                {exceptionEffectNames[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {effect !== 'closed' && (
        <>
          <Field label="类型">
            {(control) => (
              <select
                {...control}
                value={kind}
                onChange={(event) => setKind(gapKinds.find((one) => one === event.currentTarget.value) ?? 'break')}
              >
                {gapKinds.map((one) => (
                  <option key={one} value={one}>
                    {gapKindNames[one]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <div class="e-pair">
            {time('from', '开始')}
            {time('to', '结束')}
          </div>
        </>
      )}
      <Field label="说明（可不填）">
        {(control) => (
          <input {...control} maxLength={200} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
        )}
      </Field>
      <ProblemNotice problem={adding.problem} />
      <Buttons>
        <Button kind="main" type="submit" busy={adding.busy}>
          登记这一天
        </Button>
      </Buttons>
    </form>
  )
}

/** One date that differs from the week. */
export const ExceptionSheet = (props: Given) => (
  <Sheet open={props.open} title="某一天的例外" onClose={props.onClose}>
    <Form {...props} />
  </Sheet>
)
