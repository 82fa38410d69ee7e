/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { call } from '../../../platform/web/client.ts'
import { dateText, nearDate } from '../../../platform/web/format.ts'
import {
  Button,
  Buttons,
  Card,
  EmptyState,
  phonePage,
  ProblemNotice,
  useAction,
} from '../../../platform/web/phone-kit/index.ts'
import type { RequestRow } from '../contract.ts'
import { listRequests, withdrawRequest } from '../contract.ts'
import './visits.css'

const stateNames: Readonly<Record<RequestRow['status'], string>> = {
  open: '等待安排',
  planned: '已排上',
  served: '已办',
  withdrawn: '已撤回',
  refused: '未受理',
}

const OrderCard = (props: {
  readonly order: RequestRow
  readonly today: string
  readonly reload: () => Promise<void>
}) => {
  const { order, today } = props
  const withdrawing = useAction()
  return (
    <Card
      squad={order.squadKind}
      title={order.activityName}
      note={stateNames[order.status]}
      {...(order.visitId ? { href: `/m/visits/${order.visitId}` } : {})}
    >
      <p>
        {order.visitOn
          ? `${nearDate(order.visitOn, today)}上门`
          : `${dateText(order.earliestOn, today)}至${dateText(order.latestOn, today)}之间`}
      </p>
      {order.wish !== '' && <p class="p-hint">{order.wish}</p>}
      {order.refusal !== null && <p class="p-wrong">理由：{order.refusal}</p>}
      <ProblemNotice problem={withdrawing.problem} />
      {order.status === 'open' && order.source === 'enterprise' && (
        <Buttons>
          <Button
            busy={withdrawing.busy}
            onClick={() =>
              void withdrawing.run(async (idempotencyKey) => {
                await call(withdrawRequest, { params: { id: order.id }, idempotencyKey })
                await props.reload()
              })
            }
          >
            撤回
          </Button>
        </Buttons>
      )}
    </Card>
  )
}

/** 我的点单: each order and what became of it. */
export const ordersPage = phonePage<readonly RequestRow[]>({
  path: '/m/orders',
  roles: ['contact'],
  title: '我的点单',
  load: async (ask) => (await ask(listRequests, { query: { limit: 100 } })).rows,
  view: ({ data, me }) => {
    const [orders, setOrders] = useState(data)
    const reload = async (): Promise<void> => setOrders((await call(listRequests, { query: { limit: 100 } })).rows)
    return (
      <>
        {orders.length === 0 && <EmptyState title="还没有点过单" hint="看看菜单，想要什么就点。" />}
        {orders.map((order) => (
          <OrderCard key={order.id} order={order} today={me!.org.today} reload={reload} />
        ))}
        <Buttons>
          <Button kind="main" href="/m/order">
            去点单
          </Button>
        </Buttons>
      </>
    )
  },
})
