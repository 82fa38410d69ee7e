/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { call } from '../../../platform/web/client.ts'
import { nearDate } from '../../../platform/web/format.ts'
import { Button, Buttons, Card, Field, ProblemNotice, Sheet, useAction } from '../../../platform/web/phone-kit/index.ts'
import type { Visit } from '../contract.ts'
import { closeFollowUp } from '../contract.ts'
import type { VisitCardProps } from './visit-page.tsx'

type FollowUp = Visit['followUps'][number]

const CloseForm = (props: VisitCardProps & { readonly one: FollowUp; readonly onDone: () => void }) => {
  const [outcome, setOutcome] = useState('')
  const closing = useAction()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void closing.run(async (idempotencyKey) => {
          const { id, version } = props.one
          await call(closeFollowUp, { params: { id }, body: { outcome }, version, idempotencyKey })
          props.onDone()
          await props.reload()
        })
      }}
    >
      <p class="v-before-form">{props.one.what}</p>
      <Field label="结果怎样">
        {(control) => (
          <textarea
            {...control}
            rows={3}
            required
            minLength={2}
            maxLength={500}
            value={outcome}
            onInput={(event) => setOutcome(event.currentTarget.value)}
          />
        )}
      </Field>
      <ProblemNotice problem={closing.problem} />
      <Buttons>
        <Button kind="main" type="submit" busy={closing.busy}>
          办结这件
        </Button>
      </Buttons>
    </form>
  )
}

/** What was promised and by when; the team closes each with its outcome. */
export const FollowUpsCard = (props: VisitCardProps & { readonly may: boolean }) => {
  const { visit, today, may } = props
  const [open, setOpen] = useState<FollowUp>()
  if (visit.followUps.length === 0) return null
  return (
    <Card title="后续跟踪" note={`${visit.followUps.filter((it) => it.status === 'open').length} 件没办完`}>
      <ul class="v-list">
        {visit.followUps.map((one) => (
          <li key={one.id}>
            <div>
              <p>{one.what}</p>
              <p class={one.status === 'open' && one.dueOn < today ? 'p-wrong' : 'p-hint'}>
                {one.status === 'closed' ? `已办结：${one.outcome ?? ''}` : `${nearDate(one.dueOn, today)}前办完`}
              </p>
            </div>
            {may && one.status === 'open' && <Button onClick={() => setOpen(one)}>办结</Button>}
          </li>
        ))}
      </ul>
      <Sheet open={open !== undefined} title="办结" onClose={() => setOpen(undefined)}>
        {open && <CloseForm {...props} one={open} onDone={() => setOpen(undefined)} />}
      </Sheet>
    </Card>
  )
}
