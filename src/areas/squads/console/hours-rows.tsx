import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { Hours } from '../domain/index.ts'
import { weekdayNames } from '../hours-text.zh.ts'
import { TimeInput } from './time-input.tsx'

/** Hours of the week, row by row: which days, from when to when. */
export const HoursRows = (props: {
  readonly label: string
  readonly value: readonly Hours[]
  readonly onChange: (next: Hours[]) => void
}) => {
  const { label, value, onChange } = props
  const set = (at: number, part: Partial<Hours>): void =>
    onChange(value.map((one, place) => (place === at ? { ...one, ...part } : one)))
  return (
    <div className="s-hours" role="group" aria-label={label}>
      {value.map((row, at) => (
        <div key={at} className="s-hours-row">
          <span className="s-days" role="group" aria-label={`第 ${at + 1} 段星期`}>
            {weekdayNames.map((name, place) => {
              const on = row.weekdays.includes(place + 1)
              return (
                <button
                  key={name}
                  type="button"
                  aria-label={`周${name}`}
                  aria-pressed={on}
                  onClick={() =>
                    set(at, {
                      weekdays: on
                        ? row.weekdays.filter((day) => day !== place + 1)
                        : [...row.weekdays, place + 1].toSorted((a, b) => a - b),
                    })
                  }
                >
                  {name}
                </button>
              )
            })}
          </span>
          <TimeInput label={`第 ${at + 1} 段开始`} value={row.from} onChange={(from) => set(at, { from })} />
          <span aria-hidden="true">–</span>
          <TimeInput label={`第 ${at + 1} 段结束`} value={row.to} onChange={(to) => set(at, { to })} />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={`删除第 ${at + 1} 段`}
            onClick={() => onChange(value.filter((_, place) => place !== at))}
          />
        </div>
      ))}
      <Button
        size="small"
        type="dashed"
        icon={<PlusOutlined />}
        onClick={() => onChange([...value, { weekdays: [1, 2, 3, 4, 5], from: 540, to: 1020 }])}
      >
        加一段
      </Button>
    </div>
  )
}
