import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useId } from 'react'
import { gapKinds } from '../domain/index.ts'
import type { GapKind } from '../domain/index.ts'
import { gapKindNames, weekdayNames } from '../gap-names.zh.ts'
import { TimeInput } from './time-input.tsx'
import { newKey, splitDay } from './week-draft.ts'
import type { DraftGap } from './week-draft.ts'

/** Weekdays as toggles. */
const DayToggles = (props: {
  readonly label: string
  readonly value: readonly number[]
  readonly disabled: boolean
  readonly onChange: (next: number[]) => void
}) => (
  <span className="e-days" role="group" aria-label={props.label}>
    {weekdayNames.map((name, at) => {
      const day = at + 1
      const on = props.value.includes(day)
      return (
        <button
          key={name}
          type="button"
          aria-label={`周${name}`}
          aria-pressed={on}
          disabled={props.disabled}
          onClick={() =>
            props.onChange(
              on ? props.value.filter((one) => one !== day) : [...props.value, day].toSorted((a, b) => a - b),
            )
          }
        >
          {name}
        </button>
      )
    })}
  </span>
)

/** The same week as rows: all that dragging does, by keyboard. */
export const WeekRows = (props: {
  readonly draft: readonly DraftGap[]
  readonly onChange: (next: DraftGap[]) => void
  readonly kind: GapKind
  readonly selected: { readonly key: number; readonly day: number } | undefined
  readonly onSelect: (next: { readonly key: number; readonly day: number } | undefined) => void
  readonly problems: ReadonlyMap<number, string>
  readonly readOnly: boolean
}) => {
  const { draft, onChange, readOnly, selected } = props
  const id = useId()
  const set = (key: number, part: Partial<DraftGap>): void =>
    onChange(draft.map((gap) => (gap.key === key ? { ...gap, ...part } : gap)))
  return (
    <div className="e-rows">
      <ul>
        {draft.map((gap, at) => {
          const name = `第 ${at + 1} 段`
          const problem = props.problems.get(gap.key)
          return (
            <li
              key={gap.key}
              className={selected?.key === gap.key ? 'e-row-chosen' : ''}
              onFocus={() => {
                if (selected?.key !== gap.key) props.onSelect({ key: gap.key, day: gap.weekdays[0] ?? 1 })
              }}
            >
              <Select
                size="middle"
                aria-label={`${name}类型`}
                className={`e-kind e-kind-${gap.kind}`}
                disabled={readOnly}
                value={gap.kind}
                options={gapKinds.map((kind) => ({ value: kind, label: gapKindNames[kind] }))}
                onChange={(kind: GapKind) => set(gap.key, { kind })}
              />
              <TimeInput
                label={`${name}开始`}
                value={gap.from}
                disabled={readOnly}
                onChange={(from) => set(gap.key, { from })}
              />
              <TimeInput
                label={`${name}结束`}
                value={gap.to}
                disabled={readOnly}
                onChange={(to) => set(gap.key, { to })}
              />
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={`删除${name}`}
                disabled={readOnly}
                onClick={() => onChange(draft.filter((one) => one.key !== gap.key))}
              />
              <DayToggles
                label={`${name}星期`}
                value={gap.weekdays}
                disabled={readOnly}
                onChange={(weekdays) => set(gap.key, { weekdays })}
              />
              <Input
                aria-label={`${name}班次或食堂批次`}
                placeholder="班次，如：一号食堂第二批"
                maxLength={40}
                disabled={readOnly}
                value={gap.shiftName ?? ''}
                onChange={(event) => set(gap.key, { shiftName: event.target.value || null })}
              />
              {problem !== undefined && (
                <p className="e-row-wrong" id={`${id}-${gap.key}`} role="alert">
                  {problem}
                </p>
              )}
              {selected?.key === gap.key && gap.weekdays.length > 1 && !readOnly && (
                <Button
                  size="small"
                  type="link"
                  className="e-row-split"
                  onClick={() => onChange(splitDay(draft, gap.key, selected.day))}
                >
                  周{weekdayNames[selected.day - 1]}单独设
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {!readOnly && (
        <Button
          block
          type="dashed"
          icon={<PlusOutlined />}
          onClick={() => {
            const gap = {
              key: newKey(),
              kind: props.kind,
              weekdays: [1, 2, 3, 4, 5],
              from: 690,
              to: 720,
              shiftName: null,
            }
            onChange([...draft, gap])
            props.onSelect({ key: gap.key, day: 1 })
          }}
        >
          加一段
        </Button>
      )}
    </div>
  )
}
