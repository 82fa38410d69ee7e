/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { addDays } from '../../../platform/base/civil-date.ts'
import { call } from '../../../platform/web/client.ts'
import { durationText } from '../../../platform/web/format.ts'
import {
  Button,
  Buttons,
  Card,
  DateRange,
  EmptyState,
  Field,
  Notice,
  phonePage,
  ProblemNotice,
  Sheet,
  SquadTag,
  useAction,
} from '../../../platform/web/phone-kit/index.ts'
import { squadTones } from '../../../platform/web/tokens.ts'
import { readEnterprise } from '../../enterprises/contract.ts'
import type { Enterprise } from '../../enterprises/contract.ts'
import type { ActivityKind } from '../contract.ts'
import { createRequest, listKinds } from '../contract.ts'
import './visits.css'

interface Menu {
  readonly kinds: readonly ActivityKind[]
  readonly enterprise: Pick<Enterprise, 'id' | 'meter'> | null
}

const OrderForm = (props: {
  readonly kind: ActivityKind
  readonly enterpriseId: string
  readonly today: string
  readonly onDone: () => void
}) => {
  const { kind, today } = props
  // A week's notice, four weeks of room: the planner needs some to find a gap.
  const [earliestOn, setEarliestOn] = useState(addDays(today, 7))
  const [latestOn, setLatestOn] = useState(addDays(today, 35))
  const [wish, setWish] = useState('')
  const [heads, setHeads] = useState('')
  const ordering = useAction()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void ordering.run(async (idempotencyKey) => {
          const body = {
            enterpriseId: props.enterpriseId,
            activityKindId: kind.id,
            earliestOn,
            latestOn,
            wish,
            ...(heads ? { expectedHeads: Number(heads) } : {}),
          }
          await call(createRequest, { body, idempotencyKey })
          props.onDone()
        })
      }}
    >
      <p class="v-before-form">
        {durationText(kind.minutes)}
        {kind.setupMinutes > 0 && `，另要布置${durationText(kind.setupMinutes)}`}。
        具体哪天几点，由系统在贵企业的时间缝隙里排，排好先告诉您。
      </p>
      <DateRange
        labels={['最早哪天', '最晚哪天']}
        from={earliestOn}
        to={latestOn}
        min={today}
        onChange={(first, last) => {
          setEarliestOn(first)
          setLatestOn(last)
        }}
      />
      <Field label="预计多少人（可不填）">
        {(control) => (
          <input
            {...control}
            type="number"
            inputMode="numeric"
            min={1}
            max={5000}
            value={heads}
            onInput={(event) => setHeads(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label="想要什么、注意什么（可不填）">
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={300}
            placeholder="例如：想听焊接的绝活"
            value={wish}
            onInput={(event) => setWish(event.currentTarget.value)}
          />
        )}
      </Field>
      <ProblemNotice problem={ordering.problem} />
      <Buttons>
        <Button kind="main" type="submit" busy={ordering.busy}>
          点这一单
        </Button>
      </Buttons>
    </form>
  )
}

/** 点单: what the squads can bring, by squad. */
export const orderPage = phonePage<Menu>({
  path: '/m/order',
  roles: ['contact'],
  title: '点单',
  tab: { label: '点单', icon: 'order', order: 15 },
  load: async (ask, { me }) => ({
    kinds: (await ask(listKinds)).filter((it) => it.active),
    enterprise: me?.enterpriseId ? await ask(readEnterprise, { params: { id: me.enterpriseId } }) : null,
  }),
  view: ({ data, me }) => {
    const [kind, setKind] = useState<ActivityKind>()
    const [ordered, setOrdered] = useState<string>()
    const { enterprise } = data
    if (!enterprise || !me)
      return <EmptyState title="还没有关联企业" hint="请联系县总工会，把您的账号关联到企业后再来。" />
    const left = enterprise.meter.allowed - enterprise.meter.used
    return (
      <>
        {ordered && (
          <Notice tone="success" title={`已点：${ordered}`}>
            排进计划后会发消息给您。<a href="/m/orders">看我的点单</a>
          </Notice>
        )}
        <p class="v-lead">
          {Number(enterprise.meter.month.slice(5))} 月还可上门 {Math.max(0, left)}{' '}
          次。想要什么就点，排不下的会说明理由。
          <a href="/m/orders">我的点单</a>
        </p>
        {squadTones.map((squad) => (
          <section key={squad}>
            <h2 class="p-sub">
              <SquadTag squad={squad} />
            </h2>
            {data.kinds
              .filter((it) => it.squadKind === squad)
              .map((it) => (
                <Card key={it.id} squad={squad} title={it.name} note={durationText(it.minutes)}>
                  <p class="v-about">{it.description}</p>
                  <Buttons>
                    <Button onClick={() => setKind(it)}>点{it.name}</Button>
                  </Buttons>
                </Card>
              ))}
          </section>
        ))}
        <Sheet open={kind !== undefined} title={kind?.name ?? ''} onClose={() => setKind(undefined)}>
          {kind && (
            <OrderForm
              kind={kind}
              enterpriseId={enterprise.id}
              today={me.org.today}
              onDone={() => {
                setOrdered(kind.name)
                setKind(undefined)
                scrollTo(0, 0)
              }}
            />
          )}
        </Sheet>
      </>
    )
  },
})
