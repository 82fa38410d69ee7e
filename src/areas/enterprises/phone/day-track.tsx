/** @jsxImportSource preact */
import { useRef, useState } from 'preact/hooks'
import { formatMinute } from '../../../platform/base/civil-date.ts'
import { moveGap, resizeGap } from '../domain/index.ts'
import { gapKindNames } from '../gap-names.zh.ts'
import type { DraftGap } from './week-card.tsx'

/** The track's hours: 6:00 to 22:00, wider where a gap lies outside. */
const USUAL = { from: 360, to: 1320 } as const

/**
 * One day from left to right. The selected bar is dragged, or one of its two handles; the steppers below do the same
 * in steps. Bars lie one under another so that a thumb meets only one.
 */
export const DayTrack = (props: {
  readonly gaps: readonly DraftGap[]
  readonly problems: ReadonlyMap<number | undefined, string>
  readonly label: string
  readonly onChange: (next: DraftGap) => void
}) => {
  const box = useRef<HTMLDivElement>(null)
  const [held, setHeld] = useState<{ gap: DraftGap; act: 'move' | 'from' | 'to'; x: number; now: DraftGap }>()
  const first = Math.floor(Math.min(USUAL.from, ...props.gaps.map((gap) => gap.from)) / 60) * 60
  const last = Math.ceil(Math.max(USUAL.to, ...props.gaps.map((gap) => gap.to)) / 60) * 60
  const part = (minute: number): number => ((minute - first) / (last - first)) * 100
  const hold = (event: PointerEvent, gap: DraftGap, act: 'move' | 'from' | 'to'): void => {
    event.stopPropagation()
    ;(event.currentTarget as Element).setPointerCapture(event.pointerId)
    setHeld({ gap, act, x: event.clientX, now: gap })
  }
  const drag = (event: PointerEvent): void => {
    if (!held || !box.current) return
    const by = ((event.clientX - held.x) / box.current.clientWidth) * (last - first)
    const now = held.act === 'move' ? moveGap(held.gap, by) : resizeGap(held.gap, held.act, by)
    setHeld({ ...held, now: Math.abs(event.clientX - held.x) < 4 ? held.gap : now })
  }
  const drop = (): void => {
    if (held && (held.now.from !== held.gap.from || held.now.to !== held.gap.to)) props.onChange(held.now)
    setHeld(undefined)
  }
  return (
    <div
      class="e-track"
      ref={box}
      aria-hidden="true"
      onPointerMove={drag}
      onPointerUp={drop}
      onPointerCancel={() => setHeld(undefined)}
    >
      <div class="e-track-hours">
        {Array.from({ length: Math.floor((last - first) / 240) + 1 }, (_, step) => first + step * 240).map((minute) => (
          <span key={minute} style={{ left: `${part(minute)}%` }}>
            {formatMinute(minute)}
          </span>
        ))}
      </div>
      {props.gaps.map((one) => {
        const gap = held?.gap.key === one.key ? held.now : one
        return (
          <div key={one.key} class="e-track-line">
            <div
              class={`e-bar e-bar-${gap.kind} ${props.problems.has(one.key) ? 'e-bar-wrong' : ''}`}
              data-gap={gapKindNames[gap.kind]}
              style={{ left: `${part(gap.from)}%`, width: `${part(gap.to) - part(gap.from)}%` }}
              onPointerDown={(event) => hold(event, one, 'move')}
            >
              <div class="e-grab">
                <i class="e-handle e-handle-from" onPointerDown={(event) => hold(event, one, 'from')} />
                <i class="e-handle e-handle-to" onPointerDown={(event) => hold(event, one, 'to')} />
              </div>
            </div>
          </div>
        )
      })}
    </div>
  )
}
