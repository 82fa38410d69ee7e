import { Button, Progress } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { ApiProblem } from '../client.ts'
import { cancelOperation, isOver, useOperation } from './operation-status.ts'
import type { OperationStatus } from './operation-status.ts'
import { ProblemAlert } from './problem-alert.tsx'

const words: Record<OperationStatus['status'], string> = {
  queued: '等待开始',
  running: '进行中',
  done: '已完成',
  failed: '没有做成',
  cancelled: '已取消',
}

/** The progress of a long job, which can be cancelled. `onOver` is called once, when it is done, failed or cancelled. */
export const LongJob = <Value,>(props: {
  readonly id: string
  readonly title: string
  readonly onOver?: (state: OperationStatus<Value>) => void
}) => {
  const { state, error } = useOperation<Value>(props.id)
  const [cancelling, setCancelling] = useState(false)
  const [refused, setRefused] = useState<unknown>()
  const told = useRef('')
  const { onOver } = props
  useEffect(() => {
    if (state && isOver(state.status) && told.current !== state.id) {
      told.current = state.id
      onOver?.(state)
    }
  }, [state, onOver])
  const status = state?.status ?? 'queued'
  const percent = Math.round((state?.progress ?? 0) * 100)
  const cancel = async (): Promise<void> => {
    setCancelling(true)
    setRefused(undefined)
    try {
      await cancelOperation(props.id)
    } catch (thrown) {
      setRefused(thrown)
      setCancelling(false)
    }
  }
  return (
    <div className="q-job">
      <div className="q-job-head">
        <b>{props.title}</b>
        <span aria-live="polite">{isOver(status) ? words[status] : state?.note || words[status]}</span>
        {!isOver(status) && (
          <Button size="small" loading={cancelling} onClick={() => void cancel()}>
            取消
          </Button>
        )}
      </div>
      <Progress
        aria-label={props.title}
        percent={percent}
        size="small"
        status={status === 'failed' ? 'exception' : status === 'done' ? 'success' : 'normal'}
      />
      <ProblemAlert error={state?.problem ? new ApiProblem(state.problem) : (refused ?? error)} />
    </div>
  )
}
