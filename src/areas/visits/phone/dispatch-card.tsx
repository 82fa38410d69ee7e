/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { call } from '../../../platform/web/client.ts'
import {
  Button,
  Buttons,
  Card,
  Field,
  Notice,
  ProblemNotice,
  Sheet,
  useAction,
} from '../../../platform/web/phone-kit/index.ts'
import { acceptVisit, cancelVisit, declineVisit } from '../contract.ts'
import type { VisitCardProps } from './visit-page.tsx'

type Way = 'decline' | 'cancel'

const words = {
  decline: {
    button: '不能接单',
    title: '为什么不能接单',
    hint: '例如：当天单位有任务。工会会另排队伍或时间，不影响您以后接单。',
    sure: '确定不接',
  },
  cancel: {
    button: '取消这次上门',
    title: '为什么取消',
    hint: '例如：临时赶订单。名额会还给您，工会会告诉小分队。',
    sure: '确定取消',
  },
} as const

const ReasonForm = ({
  way,
  visit,
  reload,
  onDone,
}: VisitCardProps & { readonly way: Way; readonly onDone: () => void }) => {
  const [reason, setReason] = useState('')
  const sending = useAction()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void sending.run(async (idempotencyKey) => {
          const given = { params: { id: visit.id }, body: { reason }, idempotencyKey }
          if (way === 'decline') await call(declineVisit, given)
          else await call(cancelVisit, given)
          onDone()
          await reload()
        })
      }}
    >
      <Field label="原因" hint={words[way].hint}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            required
            minLength={2}
            maxLength={300}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Field>
      <ProblemNotice problem={sending.problem} />
      <Buttons>
        <Button kind="danger" type="submit" busy={sending.busy}>
          {words[way].sure}
        </Button>
      </Buttons>
    </form>
  )
}

/** Taking a dispatch, or saying why not; for the enterprise calling the visit off. */
export const DispatchCard = (props: VisitCardProps) => {
  const { visit, reload } = props
  const [way, setWay] = useState<Way>()
  const [accepted, setAccepted] = useState(false)
  const accepting = useAction()
  const ways = (['decline', 'cancel'] as const).filter((it) => visit.can.includes(it))
  if (!visit.can.includes('accept') && ways.length === 0) return null
  return (
    <Card title={visit.can.includes('accept') ? '接单' : '来不了、接不了？'}>
      {accepted && !visit.can.includes('accept') && <Notice tone="success" title="已接单，谢谢" />}
      {visit.can.includes('accept') && <p>请在出发前一天确认。有事来不了，写明原因，工会另作安排。</p>}
      <ProblemNotice problem={accepting.problem} />
      <Buttons>
        {visit.can.includes('accept') && (
          <Button
            kind="main"
            busy={accepting.busy}
            onClick={() =>
              void accepting.run(async (idempotencyKey) => {
                await call(acceptVisit, { params: { id: visit.id }, idempotencyKey })
                setAccepted(true)
                await reload()
              })
            }
          >
            接单
          </Button>
        )}
        {ways.map((it) => (
          <Button key={it} onClick={() => setWay(it)}>
            {words[it].button}
          </Button>
        ))}
      </Buttons>
      <Sheet open={way !== undefined} title={way ? words[way].title : ''} onClose={() => setWay(undefined)}>
        {way && <ReasonForm {...props} way={way} onDone={() => setWay(undefined)} />}
      </Sheet>
    </Card>
  )
}
