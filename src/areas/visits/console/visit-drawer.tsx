import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Checkbox, DatePicker, Drawer, Form, Select, Space, TimePicker } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { formatMinute } from '../../../platform/base/civil-date.ts'
import { call } from '../../../platform/web/client.ts'
import { dateText } from '../../../platform/web/format.ts'
import { ProblemAlert } from '../../../platform/web/console-kit/index.ts'
import { judgeMove, removeVisit, whyHere, type Board } from '../contract.ts'
import type { Place } from './use-judge.ts'

export interface Placing extends Place {
  readonly title: string
  readonly pinned: boolean
  /** 0 for a request that is not in the plan. */
  readonly version: number
}

/** What else was possible for a visit of the plan, and what it would cost. */
const WhyHere = ({ board, placing }: { readonly board: Board; readonly placing: Placing }) => {
  const why = useQuery({
    queryKey: ['why', board.id, placing.requestId, board.version],
    queryFn: () => call(whyHere, { params: { id: board.id, requestId: placing.requestId } }),
  })
  if (!why.data) return null
  const { from, to, teams, elsewhere, others } = why.data
  const nameOf = new Map(board.teams.map((it) => [it.id, it.name]))
  return (
    <section className="v-why" aria-label="为什么排在这里">
      <h3>为什么排在这里</h3>
      <p>
        {teams === 1 ? '只有这支小分队能做这项活动。' : `${teams} 支小分队能做这项活动。`}
        这一天{from === to ? `只能 ${formatMinute(from)} 开始` : `可在 ${formatMinute(from)}–${formatMinute(to)} 开始`}
        。{elsewhere === 0 ? '其他上门不动，没有别的位置。' : `其他上门不动，还有 ${elsewhere} 个位置，得分最高的是：`}
      </p>
      {others.length > 0 && (
        <ol>
          {others.map((it) => (
            <li key={it.teamId + it.date}>
              {dateText(it.date)} {formatMinute(it.startMinute)} {nameOf.get(it.teamId)}
              <small>{it.cost > 0 ? `得分少 ${it.cost}` : it.cost === 0 ? '得分一样' : `得分多 ${-it.cost}`}</small>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

const Body = (props: {
  readonly board: Board
  readonly placing: Placing
  readonly editable: boolean
  readonly onSave: (place: Place & { pinned: boolean }, version: number) => Promise<boolean>
  readonly onRemoved: () => Promise<void>
  readonly onClose: () => void
}) => {
  const { board, placing } = props
  const [place, setPlace] = useState({
    requestId: placing.requestId,
    teamId: placing.teamId,
    date: placing.date,
    startMinute: placing.startMinute,
  })
  const [pinned, setPinned] = useState(placing.pinned)
  const [error, setError] = useState<unknown>()
  const judged = useQuery({
    queryKey: ['judge', board.id, place, board.version],
    queryFn: () => call(judgeMove, { params: { id: board.id }, body: place }),
    enabled: props.editable,
  })
  const remove = async (): Promise<void> => {
    try {
      await call(removeVisit, { params: { id: board.id, requestId: place.requestId }, version: placing.version })
      await props.onRemoved()
      props.onClose()
    } catch (problem) {
      setError(problem)
    }
  }
  const broken = judged.data?.broken ?? []
  return (
    <Form layout="vertical" disabled={!props.editable}>
      <Form.Item label="小分队">
        <Select
          aria-label="小分队"
          value={place.teamId}
          onChange={(teamId) => setPlace({ ...place, teamId })}
          options={board.teams.map((it) => ({ value: it.id, label: it.name }))}
        />
      </Form.Item>
      <Form.Item label="日期">
        <DatePicker
          aria-label="日期"
          allowClear={false}
          value={dayjs(place.date)}
          minDate={dayjs(board.from)}
          maxDate={dayjs(board.to)}
          onChange={(it) => it && setPlace({ ...place, date: it.format('YYYY-MM-DD') })}
        />
      </Form.Item>
      <Form.Item label="开始">
        <TimePicker
          aria-label="开始时间"
          allowClear={false}
          format="HH:mm"
          needConfirm={false}
          value={dayjs(`${place.date}T${formatMinute(place.startMinute)}`)}
          onChange={(it) => it && setPlace({ ...place, startMinute: it.hour() * 60 + it.minute() })}
        />
      </Form.Item>
      <Form.Item>
        <Checkbox checked={pinned} onChange={(event) => setPinned(event.target.checked)}>
          锁定：重新排期时保持不动
        </Checkbox>
      </Form.Item>
      {broken.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title="这样排行不通"
          description={
            <ul>
              {broken.map((it) => (
                <li key={it.code + it.requestId}>{it.text}</li>
              ))}
            </ul>
          }
        />
      )}
      {judged.data && broken.length === 0 && (
        <Alert
          type="success"
          showIcon
          title={`可以，得分 ${judged.data.scoreChange >= 0 ? '+' : ''}${judged.data.scoreChange}`}
        />
      )}
      {error !== undefined && <ProblemAlert error={error} />}
      {placing.version > 0 && <WhyHere board={board} placing={placing} />}
      {props.editable && (
        <Space style={{ marginTop: 16 }}>
          <Button
            type="primary"
            disabled={broken.length > 0}
            onClick={() =>
              void props.onSave({ ...place, pinned }, placing.version).then((saved) => saved && props.onClose())
            }
          >
            保存
          </Button>
          {placing.version > 0 && (
            <Button danger onClick={() => void remove()}>
              拿掉
            </Button>
          )}
        </Space>
      )}
    </Form>
  )
}

/** The same change as dragging, by form: for the keyboard, for small screens, and for another minute. */
export const VisitDrawer = (props: {
  readonly board: Board
  readonly placing: Placing | undefined
  readonly editable: boolean
  readonly onClose: () => void
  readonly onSave: (place: Place & { pinned: boolean }, version: number) => Promise<boolean>
  readonly onRemoved: () => Promise<void>
}) => (
  <Drawer open={props.placing !== undefined} title={props.placing?.title} onClose={props.onClose} destroyOnHidden>
    {props.placing && <Body {...props} placing={props.placing} key={props.placing.requestId + props.placing.version} />}
  </Drawer>
)
