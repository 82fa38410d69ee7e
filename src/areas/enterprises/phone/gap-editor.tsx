/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { formatMinute } from '../../../platform/base/civil-date.ts'
import { gapKinds, resizeGap, STEP } from '../domain/index.ts'
import { gapKindNames, weekdayNames, weekdaysText } from '../gap-names.zh.ts'
import type { DraftGap } from './week-card.tsx'

const Stepper = (props: {
  readonly label: string
  readonly name: string
  readonly minute: number
  readonly onStep: (by: number) => void
}) => (
  <div class="e-stepper" role="group" aria-label={`${props.name}${props.label}`}>
    <button type="button" aria-label={`${props.name}${props.label}早 5 分钟`} onClick={() => props.onStep(-STEP)}>
      −
    </button>
    <span aria-live="polite">
      <small>{props.label}</small>
      <b>{formatMinute(props.minute)}</b>
    </span>
    <button type="button" aria-label={`${props.name}${props.label}晚 5 分钟`} onClick={() => props.onStep(STEP)}>
      ＋
    </button>
  </div>
)

/** One gap: its start and end by steps of 5 minutes; kind and days behind 更多. */
export const GapEditor = (props: {
  readonly name: string
  readonly gap: DraftGap
  readonly day: number
  readonly problem: string | undefined
  readonly onChange: (next: DraftGap) => void
  /** Of all its days (`whole`), or of the day in sight. */
  readonly onRemove: (whole: boolean) => void
}) => {
  const { gap, name } = props
  const [open, setOpen] = useState(false)
  return (
    <li>
      <div class="e-gap-head">
        <span class={`e-tag e-tag-${gap.kind}`}>{gapKindNames[gap.kind]}</span>
        <span>
          {weekdaysText(gap.weekdays)}
          {gap.shiftName && ` · ${gap.shiftName}`}
        </span>
        <button
          type="button"
          class="p-plain-button"
          aria-expanded={open}
          aria-label={`${name}更多`}
          onClick={() => setOpen(!open)}
        >
          {open ? '收起' : '更多'}
        </button>
      </div>
      <div class="e-steppers">
        <Stepper
          name={name}
          label="开始"
          minute={gap.from}
          onStep={(by) => props.onChange(resizeGap(gap, 'from', by))}
        />
        <Stepper name={name} label="结束" minute={gap.to} onStep={(by) => props.onChange(resizeGap(gap, 'to', by))} />
      </div>
      {props.problem !== undefined && (
        <p class="p-hint p-wrong" role="alert">
          {props.problem}
        </p>
      )}
      {open && (
        <div class="e-more">
          <div class="e-kinds" role="group" aria-label={`${name}类型`}>
            {gapKinds.map((kind) => (
              <button
                key={kind}
                type="button"
                aria-pressed={gap.kind === kind}
                onClick={() => props.onChange({ ...gap, kind })}
              >
                {gapKindNames[kind]}
              </button>
            ))}
          </div>
          <div class="e-days" role="group" aria-label={`${name}用在哪几天`}>
            {weekdayNames.map((one, at) => {
              const on = gap.weekdays.includes(at + 1)
              return (
                <button
                  key={one}
                  type="button"
                  aria-label={`${name}周${one}`}
                  aria-pressed={on}
                  // The last day is taken away by removing the gap.
                  disabled={on && gap.weekdays.length === 1}
                  onClick={() =>
                    props.onChange({
                      ...gap,
                      weekdays: on
                        ? gap.weekdays.filter((it) => it !== at + 1)
                        : [...gap.weekdays, at + 1].toSorted((a, b) => a - b),
                    })
                  }
                >
                  {one}
                </button>
              )
            })}
          </div>
          <div class="e-removes">
            {gap.weekdays.length > 1 && (
              <button type="button" class="p-plain-button" onClick={() => props.onRemove(false)}>
                只删周{weekdayNames[props.day - 1]}
              </button>
            )}
            <button type="button" class="p-plain-button e-remove" onClick={() => props.onRemove(true)}>
              删除这一段
            </button>
          </div>
        </div>
      )}
    </li>
  )
}
