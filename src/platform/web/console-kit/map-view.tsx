import { useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { fitView, placeLabels, scaleBar, toPlace, toSpot, zoomAt } from './map-projection.ts'
import type { Place, Spot, View } from './map-projection.ts'
import type { SquadTone } from '../tokens.ts'

export type MapTone = SquadTone | 'red' | 'gold' | 'muted' | 'ink'

export interface MapPoint extends Place {
  readonly id: string
  readonly label: string
  readonly tone?: MapTone
  /** Radius, px; 5 where absent. */
  readonly radius?: number
  /** Inside the point, one or two characters; makes it a badge of radius 10. */
  readonly text?: string
  /** The position is a placeholder: drawn hollow. */
  readonly unsure?: boolean
}
export interface MapLine {
  readonly id: string
  readonly path: readonly Place[]
  readonly tone?: MapTone
  readonly dashed?: boolean
}

interface MapProps {
  readonly label: string
  /** Where there is no room for all labels the selected point, badges and then earlier points keep theirs. */
  readonly points: readonly MapPoint[]
  readonly lines?: readonly MapLine[]
  /** Closed rings (county, townships), under everything. */
  readonly outlines?: readonly (readonly Place[])[]
  readonly selected?: string
  readonly onSelect?: (id: string | undefined) => void
  /** Points can be dragged where this is given; called once, at the end. */
  readonly onMove?: (id: string, to: Place) => void
  readonly height?: number
}

type Grip =
  | { readonly kind: 'pan'; readonly from: Spot; readonly view: View; moved: boolean }
  | { readonly kind: 'point'; readonly id: string; readonly from: Spot; moved: boolean }

const colour = (tone: MapTone | undefined): string =>
  tone === 'muted' ? 'var(--line-strong)' : `var(--${tone ?? 'red'})`

/** A map of the county on plain paper: no tiles, no foreign server. Wheel and buttons zoom, arrows move, Enter selects. */
export const MapView = (props: MapProps) => {
  const { points, lines = [], outlines = [], selected, onSelect, onMove } = props
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(800)
  const size = useMemo(() => ({ width, height: props.height ?? 440 }), [width, props.height])
  const [own, setOwn] = useState<View>()
  const [dragged, setDragged] = useState<{ id: string; to: Place }>()
  const grip = useRef<Grip>(undefined)
  const fitted = useMemo(
    () => fitView([...points, ...lines.flatMap((line) => line.path), ...outlines.flat()], size),
    [points, lines, outlines, size],
  )
  const view = own ?? fitted
  const latest = useRef({ view, size })
  useEffect(() => {
    latest.current = { view, size }
  })

  useEffect(() => {
    const element = box.current
    if (!element) return
    const watch = new ResizeObserver(() => setWidth(element.clientWidth || 800))
    watch.observe(element)
    // React's wheel listener is passive: the page would scroll while zooming. Ctrl or pinch zooms, plain wheel scrolls on.
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey && document.activeElement !== element) return
      event.preventDefault()
      const frame = element.getBoundingClientRect()
      const spot = { x: event.clientX - frame.left, y: event.clientY - frame.top }
      setOwn(zoomAt(latest.current.view, spot, Math.exp(-event.deltaY / 400), latest.current.size))
    }
    element.addEventListener('wheel', wheel, { passive: false })
    return () => {
      watch.disconnect()
      element.removeEventListener('wheel', wheel)
    }
  }, [])

  // The buttons zoom on what is selected, where it is in sight, otherwise on the middle.
  const zoom = (factor: number): void => {
    const chosen = points.find((point) => point.id === selected)
    const spot = chosen && toSpot(chosen, view, size)
    const inSight = spot && spot.x > 0 && spot.y > 0 && spot.x < size.width && spot.y < size.height
    setOwn(zoomAt(view, inSight ? spot : { x: size.width / 2, y: size.height / 2 }, factor, size))
  }
  const spotOf = (event: PointerEvent): Spot => {
    const frame = box.current!.getBoundingClientRect()
    return { x: event.clientX - frame.left, y: event.clientY - frame.top }
  }
  const down = (event: PointerEvent, id?: string): void => {
    event.stopPropagation()
    box.current?.setPointerCapture(event.pointerId)
    const from = spotOf(event)
    grip.current =
      id === undefined || !onMove
        ? { kind: 'pan', from, view, moved: false }
        : { kind: 'point', id, from, moved: false }
    if (id !== undefined) onSelect?.(id)
  }
  const move = (event: PointerEvent): void => {
    const held = grip.current
    if (!held) return
    const spot = spotOf(event)
    // A trembling hand is not a drag.
    if (Math.hypot(spot.x - held.from.x, spot.y - held.from.y) > 4) held.moved = true
    if (!held.moved) return
    if (held.kind === 'point') setDragged({ id: held.id, to: toPlace(spot, view, size) })
    else {
      const middle = { x: size.width / 2 + held.from.x - spot.x, y: size.height / 2 + held.from.y - spot.y }
      setOwn({ ...held.view, centre: toPlace(middle, held.view, size) })
    }
  }
  const up = (event: PointerEvent): void => {
    const held = grip.current
    grip.current = undefined
    if (held?.kind === 'point' && held.moved) onMove?.(held.id, toPlace(spotOf(event), view, size))
    setDragged(undefined)
  }
  const keys = (event: KeyboardEvent): void => {
    const steps: Record<string, Spot> = {
      ArrowLeft: { x: -60, y: 0 },
      ArrowRight: { x: 60, y: 0 },
      ArrowUp: { x: 0, y: -60 },
      ArrowDown: { x: 0, y: 60 },
    }
    const step = steps[event.key]
    if (event.key === '+' || event.key === '=') zoom(1.5)
    else if (event.key === '-') zoom(1 / 1.5)
    else if (step)
      setOwn({ ...view, centre: toPlace({ x: size.width / 2 + step.x, y: size.height / 2 + step.y }, view, size) })
    else return
    event.preventDefault()
  }

  const drawn = points.map((point) => {
    const at = dragged?.id === point.id ? dragged.to : point
    return { point, spot: toSpot(at, view, size) }
  })
  const rank = (point: MapPoint): number => (point.id === selected ? 0 : point.text !== undefined ? 1 : 2)
  const labels = placeLabels(
    drawn
      .toSorted((one, other) => rank(one.point) - rank(other.point))
      .map(({ point, spot }) => ({ id: point.id, label: point.label, spot })),
    size,
  )
  const bar = scaleBar(view)
  const pathOf = (path: readonly Place[]): string =>
    path
      .map((place, at) => {
        const { x, y } = toSpot(place, view, size)
        return `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`
      })
      .join('')

  return (
    <div
      ref={box}
      className="q-map"
      style={{ height: size.height }}
      role="group"
      aria-label={props.label}
      tabIndex={0}
      onKeyDown={keys}
      onPointerDown={(event) => down(event)}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
    >
      <svg width={size.width} height={size.height} aria-hidden={onSelect ? undefined : true}>
        {outlines.map((ring, at) => (
          <path key={at} d={`${pathOf(ring)}Z`} className="q-map-outline" />
        ))}
        {lines.map((line) => (
          <path
            key={line.id}
            d={pathOf(line.path)}
            fill="none"
            stroke={colour(line.tone)}
            strokeWidth={2.5}
            strokeLinejoin="round"
            strokeDasharray={line.dashed ? '6 5' : undefined}
            opacity={0.75}
          />
        ))}
        {drawn.map(({ point, spot }) => (
          <g
            key={point.id}
            className={point.id === selected ? 'q-map-point q-map-selected' : 'q-map-point'}
            transform={`translate(${spot.x.toFixed(1)} ${spot.y.toFixed(1)})`}
            {...(onSelect && {
              role: 'button',
              tabIndex: 0,
              'aria-label': point.label,
              'aria-pressed': point.id === selected,
              onKeyDown: (event: KeyboardEvent) => {
                if (event.key === 'Enter' || event.key === ' ') onSelect(point.id)
              },
            })}
            onPointerDown={(event) => down(event, point.id)}
          >
            {/* A finger needs more than the dot. */}
            <circle r={14} fill="transparent" />
            {point.id === selected && <circle r={(point.radius ?? (point.text ? 10 : 5)) + 5} className="q-map-halo" />}
            <circle
              r={point.radius ?? (point.text ? 10 : 5)}
              fill={point.unsure ? 'var(--card)' : colour(point.tone)}
              stroke={point.unsure ? colour(point.tone) : 'var(--card)'}
              strokeWidth={point.unsure ? 2 : 1.5}
            />
            {point.text !== undefined && (
              <text className="q-map-badge" dy="0.36em">
                {point.text}
              </text>
            )}
            {(labels.has(point.id) || point.id === selected) && (
              <text className="q-map-label" x={(point.radius ?? (point.text ? 10 : 5)) + 5} dy="0.36em">
                {point.label}
              </text>
            )}
          </g>
        ))}
      </svg>
      <div className="q-map-tools" onPointerDown={(event) => event.stopPropagation()}>
        <button type="button" aria-label="放大" onClick={() => zoom(1.5)}>
          ＋
        </button>
        <button type="button" aria-label="缩小" onClick={() => zoom(1 / 1.5)}>
          －
        </button>
        <button type="button" aria-label="看全" onClick={() => setOwn(undefined)}>
          全
        </button>
      </div>
      <div className="q-map-scale q-number" style={{ width: bar.width }}>
        {bar.metres >= 1000 ? `${bar.metres / 1000} 公里` : `${bar.metres} 米`}
      </div>
    </div>
  )
}
