import { Button, Space, Tag } from 'antd'
import { useState } from 'react'
import { DataTable, EmptyState, SquadTag, StateTag, type Columns } from '../../../platform/web/console-kit/index.ts'
import type { Board, UnservedRequest } from '../contract.ts'
import { reasonNames } from '../texts.zh.ts'

/** The requests without a visit: why, what holds their place, and the smallest change that would place them. */
export const LeftOut = (props: {
  readonly board: Board
  readonly onPlace: ((it: UnservedRequest) => void) | undefined
}) => {
  const [reason, setReason] = useState<string>()
  const { left } = props.board
  const columns: Columns<UnservedRequest> = [
    { title: '企业', dataIndex: 'enterpriseName', width: 200 },
    {
      title: '活动',
      key: 'activity',
      width: 210,
      render: (_, it) => (
        <Space>
          <SquadTag squad={it.squadKind} />
          {it.activityName}
        </Space>
      ),
    },
    {
      title: '为什么没排上',
      key: 'reason',
      render: (_, it) => (
        <div className="v-wraps v-narrow">
          {it.reasonText}
          {it.displacedBy.length > 0 && (
            <div className="v-soft">
              占用它的：
              {it.displacedBy
                .slice(0, 3)
                .map((one) => one.text)
                .join('、')}
              {it.displacedBy.length > 3 && ' 等'}
            </div>
          )}
        </div>
      ),
    },
    {
      title: '最小的改动',
      key: 'fit',
      render: (_, it) =>
        it.wouldFit ? (
          <div className="v-wraps">
            {!it.wouldFit.certain && <StateTag tone="neutral">可能</StateTag>}
            {it.wouldFit.text}
          </div>
        ) : (
          '单改一处还排不上'
        ),
    },
    ...(props.onPlace
      ? [
          {
            title: '',
            key: 'place',
            width: 90,
            render: (_: unknown, it: UnservedRequest) => (
              <Button size="small" onClick={() => props.onPlace!(it)}>
                手工放入
              </Button>
            ),
          },
        ]
      : []),
  ]
  const counts = Map.groupBy(left, (it) => it.reason)
  return (
    <DataTable
      label="没排上的点单"
      rows={left.filter((it) => !reason || it.reason === reason)}
      rowKey="requestId"
      columns={columns}
      filters={
        <Space wrap>
          {[...counts].map(([key, list]) => (
            <Tag.CheckableTag key={key} checked={reason === key} onChange={(on) => setReason(on ? key : undefined)}>
              {reasonNames[key]}（{list.length}）
            </Tag.CheckableTag>
          ))}
          {left.some((it) => it.wouldFit && !it.wouldFit.certain) && (
            <span className="v-soft">「可能」：照现在的排期放得下，从头重排时未必排上</span>
          )}
        </Space>
      }
      empty={<EmptyState title="全部排上了" />}
    />
  )
}
