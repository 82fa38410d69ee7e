import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { call } from '../../../platform/web/client.ts'
import {
  DataTable,
  EmptyState,
  ProblemAlert,
  Section,
  useMe,
  type Columns,
} from '../../../platform/web/console-kit/index.ts'
import { listFailed, retryDelivery, type FailedDelivery } from '../contract.ts'
import { reasonText } from '../reason-text.zh.ts'
import { timeText } from '../time-text.zh.ts'

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
  const columns: Columns<FailedDelivery> = [
    { title: '通知', dataIndex: 'title' },
    {
      title: '发给',
      key: 'to',
      render: (_, it) => (
        <>
          {it.to}
          <span className="n-soft">　{it.channel === 'mail' ? '邮件' : '工作群'}</span>
        </>
      ),
    },
    {
      title: '为什么没有送达',
      key: 'reason',
      render: (_, it) => (
        <>
          {reasonText(it.reason)}
          <div className="n-soft">
            {it.attempts > 1 && `试了 ${it.attempts} 次。`}
            {it.mayHaveArrived && '也可能已经送到，重试前请先问一声。'}
          </div>
        </>
      ),
    },
    { title: '时间', key: 'time', render: (_, it) => timeText(it.createdAt, today) },
    {
      title: <span className="q-unseen">操作</span>,
      key: 'actions',
      render: (_, it) => {
        const busy = again.isPending && again.variables === it.id
        return it.mayHaveArrived ? (
          <Popconfirm
            title="可能已经送到，再发一次？"
            description="对方没有收到才需要重试。"
            okText="再发一次"
            cancelText="取消"
            onConfirm={() => again.mutate(it.id)}
          >
            <Button size="small" loading={busy}>
              重试
            </Button>
          </Popconfirm>
        ) : (
          <Button size="small" loading={busy} onClick={() => again.mutate(it.id)}>
            重试
          </Button>
        )
      },
    },
  ]
  return (
    <Section flush title="没有送达">
      <ProblemAlert error={again.error} />
      <DataTable
        label="没有送达的通知"
        rows={failed.data?.pages.flatMap((page) => page.rows)}
        rowKey="id"
        columns={columns}
        loading={failed.isPending}
        error={failed.error}
        onRetry={() => void failed.refetch()}
        empty={<EmptyState title="没有失败的通知" hint="暂时发不出去的会自动重试，约一天后仍不行才列到这里。" />}
      />
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
