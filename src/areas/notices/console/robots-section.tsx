import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Switch } from 'antd'
import { useEffect, useState } from 'react'
import { ApiProblem, call } from '../../../platform/web/client.ts'
import { EmptyState, ProblemAlert, Section, SquadTag, useOperation } from '../../../platform/web/console-kit/index.ts'
import { deleteRobot, editRobot, groupNotices, listRobots, testRobot, type Robot } from '../contract.ts'
import { groupNoticeNames, robotKindNames } from '../names.zh.ts'
import { RobotDialog } from './robot-dialog.tsx'

/** Sends a test message and tells what became of it. */
const TestButton = (props: { readonly robot: Robot }) => {
  const { message, modal } = App.useApp()
  const [operationId, setOperationId] = useState<string>()
  const [asking, setAsking] = useState(false)
  const { state } = useOperation(operationId)
  const over = state !== undefined && state.status !== 'queued' && state.status !== 'running'
  useEffect(() => {
    if (!over) return
    if (state.status === 'done') void message.success('测试消息已发出，请到群里看一眼')
    else if (state.problem) modal.error({ title: state.problem.title, content: state.problem.detail, okText: '知道了' })
  }, [over, state, message, modal])
  const send = async (): Promise<void> => {
    setAsking(true)
    try {
      setOperationId((await call(testRobot, { params: { id: props.robot.id } })).operationId)
    } catch (error) {
      const problem = error instanceof ApiProblem ? error.problem : undefined
      modal.error({ title: problem?.title ?? '没有发出去', content: problem?.detail, okText: '知道了' })
    } finally {
      setAsking(false)
    }
  }
  return (
    <Button size="small" loading={asking || (operationId !== undefined && !over)} onClick={() => void send()}>
      发送测试消息
    </Button>
  )
}

/** The groups that are told, and what each is told. */
export const RobotsSection = () => {
  const { modal } = App.useApp()
  const queries = useQueryClient()
  const robots = useQuery({ queryKey: ['notice-settings', 'robots'], queryFn: () => call(listRobots) })
  const [editing, setEditing] = useState<Robot | 'new'>()
  const [error, setError] = useState<unknown>()
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['notice-settings'] })
  const run = async (act: () => Promise<unknown>): Promise<void> => {
    setError(undefined)
    try {
      await act()
    } catch (problem) {
      setError(problem)
    }
    await refresh()
  }
  const remove = (robot: Robot): void => {
    modal.confirm({
      title: `删除「${robot.name}」？`,
      content: '这个群以后收不到通知，还没有发出的也不再发。只想暂停的话，关掉开关就行。',
      okText: '删除',
      okButtonProps: { danger: true },
      cancelText: '取消',
      onOk: () => run(() => call(deleteRobot, { params: { id: robot.id } })),
    })
  }
  return (
    <Section
      flush
      title="工作群机器人"
      extra={
        <Button type="primary" onClick={() => setEditing('new')}>
          添加机器人
        </Button>
      }
    >
      <ProblemAlert error={error} />
      <ProblemAlert error={robots.error} onRetry={() => void robots.refetch()} />
      {robots.data?.length === 0 && (
        <EmptyState
          title="还没有机器人"
          hint="在企业微信、钉钉或飞书群里添加一个自定义机器人，把它的 Webhook 地址填到这里，派单就会发到群里。"
        />
      )}
      <ul className="n-rows" aria-label="工作群机器人">
        {robots.data?.map((it) => (
          <li key={it.id}>
            <div className="n-main">
              <b>{it.name}</b>
              <span className="n-soft">
                {robotKindNames[it.kind]}　<code>{it.addressHint}</code>
                {it.kind !== 'wecom' && (it.hasSecret ? '　已设签名密钥' : '　没有设密钥')}
              </span>
            </div>
            <div className="n-told">
              {it.squadKind ? <SquadTag squad={it.squadKind} /> : <span>三支小队</span>}
              <span className="n-soft">
                {(it.noticeKinds ?? groupNotices).map((kind) => groupNoticeNames[kind]).join('、')}
              </span>
            </div>
            <div className="n-acts">
              <Switch
                checked={it.active}
                checkedChildren="启用"
                unCheckedChildren="停用"
                aria-label={`启用「${it.name}」`}
                onChange={(active) =>
                  void run(() => call(editRobot, { params: { id: it.id }, body: { active }, version: it.version }))
                }
              />
              <TestButton robot={it} />
              <Button size="small" onClick={() => setEditing(it)}>
                修改
              </Button>
              <Button size="small" danger onClick={() => remove(it)}>
                删除
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {editing !== undefined && (
        <RobotDialog
          robot={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onDone={refresh}
        />
      )}
    </Section>
  )
}
