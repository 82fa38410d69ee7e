import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { call } from '../../../platform/web/client.ts'
import { EmptyState, ProblemAlert, Section, useMe } from '../../../platform/web/console-kit/index.ts'
import { listFailed, retryDelivery, type FailedDelivery } from '../contract.ts'
import { reasonText } from '../reason-text.zh.ts'
import { timeText } from '../time-text.zh.ts'

/** Asks before something is sent that may be there already. */
const RetryButton = (props: {
  readonly failed: FailedDelivery
  readonly busy: boolean
  readonly onRetry: () => void
}) =>
  props.failed.mayHaveArrived ? (
    <Popconfirm
      title="可能已经送到，再发一次？"
      description="对方没有收到才需要重试。"
      okText="再发一次"
      cancelText="取消"
      onConfirm={props.onRetry}
    >
      <Button size="small" loading={props.busy}>
        重试
      </Button>
    </Popconfirm>
  ) : (
    <Button size="small" loading={props.busy} onClick={props.onRetry}>
      重试
    </Button>
  )

/** What could not be delivered, why, and sending it again. */
export const FailedSection = () => {
  const { today } = useMe().org
  const { message } = App.useApp()
  const queries = useQueryClient()
  const failed = useInfiniteQuery({
    queryKey: ['notice-settings', 'failed'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => call(listFailed, { query: { before: pageParam } }),
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: 10_000,
  })
  const again = useMutation({
    mutationFn: (id: string) => call(retryDelivery, { params: { id } }),
    onSuccess: () => void message.success('已放回待发送'),
    onSettled: () => queries.invalidateQueries({ queryKey: ['notice-settings'] }),
  })
  const rows = failed.data?.pages.flatMap((page) => page.rows)
  return (
    <Section flush title="没有送达">
      <ProblemAlert error={again.error} />
      <ProblemAlert error={failed.error} onRetry={() => void failed.refetch()} />
      {rows?.length === 0 && (
        <EmptyState title="没有失败的通知" hint="暂时发不出去的会自动重试，约一天后仍不行才列到这里。" />
      )}
      <ul className="n-rows" aria-label="没有送达的通知">
        {rows?.map((it) => (
          <li key={it.id}>
            <div className="n-main">
              <b>{it.title}</b>
              <span className="n-soft">
                {timeText(it.createdAt, today)}　{it.channel === 'mail' ? '邮件' : '工作群'}：{it.to}
              </span>
            </div>
            <div className="n-told">
              <span>{reasonText(it.reason)}</span>
              <span className="n-soft">
                {it.attempts > 1 && `试了 ${it.attempts} 次。`}
                {it.mayHaveArrived && '也可能已经送到，重试前请先问一声。'}
              </span>
            </div>
            <div className="n-acts">
              <RetryButton
                failed={it}
                busy={again.isPending && again.variables === it.id}
                onRetry={() => again.mutate(it.id)}
              />
            </div>
          </li>
        ))}
      </ul>
      {failed.hasNextPage && (
        <div className="n-further">
          <Button loading={failed.isFetchingNextPage} onClick={() => void failed.fetchNextPage()}>
            更早的
          </Button>
        </div>
      )}
    </Section>
  )
}
