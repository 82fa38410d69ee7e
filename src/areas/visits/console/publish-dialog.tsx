import { useQuery } from '@tanstack/react-query'
import { Modal, Table } from 'antd'
import { useState } from 'react'
import { formatMinute } from '../../../platform/base/civil-date.ts'
import { call } from '../../../platform/web/client.ts'
import { ProblemAlert, StateTag } from '../../../platform/web/console-kit/index.ts'
import { comparePlan, publishPlan, type Board } from '../contract.ts'

const kinds = { added: ['新增', 'success'], moved: ['调整', 'warning'], dropped: ['取消', 'danger'] } as const

/** What publishing changes against the plan in force and who will be told; nothing is sent before the button. */
export const PublishDialog = (props: {
  readonly plan: Board
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}) => {
  const { plan } = props
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const compared = useQuery({
    queryKey: ['plan', plan.id, 'changes'],
    queryFn: () => call(comparePlan, { params: { id: plan.id } }),
    staleTime: 0,
  })
  const publish = async (): Promise<void> => {
    setBusy(true)
    setError(undefined)
    try {
      const done = await call(publishPlan, { params: { id: plan.id }, version: plan.version })
      await props.onDone()
      props.onClose()
      Modal.success({
        title: '已发布并派单',
        content: `派出 ${done.dispatched} 场，调整 ${done.moved} 场，取消 ${done.cancelled} 场，通知 ${done.told} 人次。`,
      })
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const affected = compared.data?.affected
  const place = (it: { teamName: string; date: string; startMinute: number } | null): string =>
    it ? `${it.date.slice(5)} ${formatMinute(it.startMinute)} ${it.teamName}` : '—'
  return (
    <Modal
      open
      width={860}
      title="与现行排期对照"
      okText="发布并派单"
      cancelText="先不发布"
      confirmLoading={busy}
      okButtonProps={{ disabled: !compared.data }}
      onOk={() => void publish()}
      onCancel={props.onClose}
    >
      {compared.error && <ProblemAlert error={compared.error} />}
      {error !== undefined && <ProblemAlert error={error} />}
      {affected && (
        <p className="v-told">
          发布后将通知 <b>{affected.people}</b> 人：{affected.teams.length} 支小分队（
          {affected.teams.slice(0, 4).join('、')}
          {affected.teams.length > 4 && ' 等'}）、{affected.enterprises.length} 家企业（
          {affected.enterprises.slice(0, 3).join('、')}
          {affected.enterprises.length > 3 && ' 等'}）。点「发布并派单」之前不会发出任何通知。
        </p>
      )}
      <Table
        size="small"
        rowKey="requestId"
        loading={compared.isPending}
        dataSource={compared.data?.changes}
        pagination={{ pageSize: 8, showSizeChanger: false }}
        scroll={{ x: 700 }}
        columns={[
          {
            title: '',
            key: 'kind',
            width: 70,
            render: (_, it) => <StateTag tone={kinds[it.kind][1]}>{kinds[it.kind][0]}</StateTag>,
          },
          { title: '企业', dataIndex: 'enterpriseName' },
          { title: '活动', dataIndex: 'activityName' },
          { title: '原来', key: 'from', render: (_, it) => place(it.from) },
          { title: '现在', key: 'to', render: (_, it) => place(it.to) },
        ]}
      />
    </Modal>
  )
}
