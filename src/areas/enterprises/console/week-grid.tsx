import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { formatMinute } from '../../../platform/base/civil-date.ts'
import { moveGap, resizeGap, STEP } from '../domain/index.ts'
import type { GapKind } from '../domain/index.ts'
import { gapKindNames, weekdayNames, weekdaysText } from '../gap-names.zh.ts'
import { dragged, lanesOf, newKey } from './week-draft.ts'
import type { DraftGap, Grip } from './week-draft.ts'

/** Pixels of one hour: ten minutes, the shortest gap, can still be seen and held. */
const HOUR = 44
const USUAL = { from: 360, to: 1320 } as const

/**
 * Monday to Sunday × 6:00 to 22:00 (wider where a gap lies outside). Drag on empty ground makes a gap of `kind`, also
 * over several days; drag a block moves it on all its days; drag its edge changes its length. With the keyboard:
 * ↑↓ moves 5 minutes, Shift+↑↓ the end, Delete removes.
 */
export const WeekGrid = (props: {
  readonly draft: readonly DraftGap[]
  readonly onChange: (next: DraftGap[]) => void
  readonly kind: GapKind
  readonly selected: { readonly key: number; readonly day: number } | undefined
  readonly onSelect: (next: { readonly key: number; readonly day: number } | undefined) => void
  /** What is wrong with a gap, by its key. */
  readonly problems: ReadonlyMap<number, string>
  readonly readOnly: boolean
}) => {
  const { draft, problems, readOnly, selected } = props
  const ground = useRef<HTMLDivElement>(null)
  const [grip, setGrip] = useState<Grip>()
  const [at, setAt] = useState<{ day: number; minute: number }>()
  const shown = grip && at ? dragged(draft, grip, at) : draft
  const first = Math.floor(Math.min(USUAL.from, ...draft.map((gap) => gap.from)) / 60) * 60
  const last = Math.ceil(Math.max(USUAL.to, ...draft.map((gap) => gap.to)) / 60) * 60
  const hours = Array.from({ length: (last - first) / 60 + 1 }, (_, step) => first + step * 60)
  const place = (minute: number): number => ((minute - first) / 60) * HOUR

  const spotOf = (event: PointerEvent): { day: number; minute: number } => {
    const frame = ground.current!.getBoundingClientRect()
    const day = Math.ceil(((event.clientX - frame.left) / frame.width) * 7)
    const minute = first + ((event.clientY - frame.top) / HOUR) * 60
    return { day: Math.min(7, Math.max(1, day)), minute: Math.min(last, Math.max(first, minute)) }
  }
  const hold = (event: PointerEvent, next: (spot: { day: number; minute: number }) => Grip): void => {
    if (readOnly || event.button !== 0) return
    event.stopPropagation()
    // Otherwise the browser begins to mark text.
    event.preventDefault()
    ground.current?.setPointerCapture(event.pointerId)
    setGrip(next(spotOf(event)))
    setAt(undefined)
  }
  const move = (event: PointerEvent): void => {
    if (!grip) return
    const spot = spotOf(event)
    // A click is no drag: less than half a step changes nothing.
    if (!at && Math.abs(spot.minute - grip.fromMinute) < STEP / 2 && (grip.act !== 'create' || spot.day === grip.day))
      return
    setAt(spot)
  }
  const drop = (): void => {
    if (grip && at) {
      const next = dragged(draft, grip, at).map((gap) => (gap.key === 0 ? { ...gap, key: newKey() } : gap))
      props.onChange(next)
      const made = next.at(-1)
      if (grip.act === 'create' && made) props.onSelect({ key: made.key, day: grip.day })
    } else if (grip?.act === 'create') props.onSelect(undefined)
    setGrip(undefined)
    setAt(undefined)
  }
  useEffect(() => {
    const leave = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      setGrip(undefined)
      setAt(undefined)
    }
    window.addEventListener('keydown', leave)
    return () => window.removeEventListener('keydown', leave)
  }, [])
  const keys = (event: KeyboardEvent, gap: DraftGap, day: number): void => {
    if (event.key === 'Enter' || event.key === ' ') props.onSelect({ key: gap.key, day })
    else if (readOnly) return
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      props.onChange(draft.filter((one) => one.key !== gap.key))
      props.onSelect(undefined)
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      const by = event.key === 'ArrowUp' ? -STEP : STEP
      const change = (one: DraftGap): DraftGap => (event.shiftKey ? resizeGap(one, 'to', by) : moveGap(one, by))
      props.onChange(draft.map((one) => (one.key === gap.key ? change(one) : one)))
    } else return
    event.preventDefault()
  }

  return (
    <div className="e-week" role="group" aria-label="一周的时间缝隙">
      <div className="e-week-head" aria-hidden="true">
        {weekdayNames.map((name) => (
          <span key={name}>周{name}</span>
        ))}
      </div>
      <div className="e-week-hours q-number" aria-hidden="true" style={{ height: place(last) }}>
        {hours.map((minute) => (
          <span key={minute} style={{ top: place(minute) }}>
            {formatMinute(minute)}
          </span>
        ))}
      </div>
      <div
        ref={ground}
        className={`e-week-ground ${readOnly ? '' : 'e-week-edits'}`}
        style={{ height: place(last), backgroundSize: `100% ${HOUR}px` }}
        onPointerDown={(event) =>
          hold(event, (spot) => ({ act: 'create', day: spot.day, fromMinute: spot.minute, kind: props.kind }))
        }
        onPointerMove={move}
        onPointerUp={drop}
        onPointerCancel={() => {
          setGrip(undefined)
          setAt(undefined)
        }}
      >
        {weekdayNames.map((name, column) => (
          <div key={name} className="e-week-day" data-weekday={column + 1}>
            {lanesOf(shown, column + 1).map(({ gap, lane, lanes }) => {
              const problem = problems.get(gap.key)
              const chosen = selected?.key === gap.key
              const height = place(gap.to) - place(gap.from)
              return (
                <div
                  key={gap.key}
                  role="button"
                  tabIndex={0}
                  aria-pressed={chosen}
                  className={`e-gap e-gap-${gap.kind} ${chosen ? 'e-gap-chosen' : ''} ${problem ? 'e-gap-wrong' : ''}`}
                  style={{
                    top: place(gap.from),
                    height,
                    left: `calc(${(lane / lanes) * 100}% + 2px)`,
                    width: `calc(${100 / lanes}% - 4px)`,
                  }}
                  title={problem}
                  onPointerDown={(event) => {
                    props.onSelect({ key: gap.key, day: column + 1 })
                    hold(event, (spot) => ({ act: 'move', key: gap.key, fromMinute: spot.minute }))
                    event.currentTarget.focus({ preventScroll: true })
                  }}
                  onKeyDown={(event) => keys(event, gap, column + 1)}
                >
                  <span className="q-unseen">{weekdaysText(gap.weekdays)}</span>
                  <span className="e-gap-text q-number">
                    {formatMinute(gap.from)}
                    <span className={lanes > 1 ? 'q-unseen' : undefined}>–{formatMinute(gap.to)}</span>
                  </span>
                  <span className={height >= 38 ? 'e-gap-text' : 'q-unseen'}>
                    {problem ?? gap.shiftName ?? gapKindNames[gap.kind]}
                  </span>
                  {!readOnly && (
                    <>
                      {(['from', 'to'] as const).map((edge) => (
                        <i
                          key={edge}
                          className={`e-gap-edge e-gap-edge-${edge}`}
                          data-edge={edge}
                          onPointerDown={(event) => {
                            props.onSelect({ key: gap.key, day: column + 1 })
                            hold(event, (spot) => ({ act: edge, key: gap.key, fromMinute: spot.minute }))
                          }}
                        />
                      ))}
                    </>
                  )}
                </div>
              )
            })}
          </div>
        ))}
      </div>
    </div>
  )
}
