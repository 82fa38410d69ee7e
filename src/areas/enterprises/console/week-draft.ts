import type { Enterprise } from '../contract.ts'
import { moveGap, resizeGap, SHORTEST, STEP } from '../domain/index.ts'
import type { GapKind } from '../domain/index.ts'

/** A gap of the week while it is edited; `key` tells it apart on the screen only. */
export interface DraftGap {
  readonly key: number
  readonly kind: GapKind
  readonly weekdays: readonly number[]
  readonly from: number
  readonly to: number
  readonly shiftName: string | null
}

let lastKey = 0
export const newKey = (): number => ++lastKey

export const draftOf = (patterns: Enterprise['patterns']): DraftGap[] =>
  patterns.map((one) => ({ ...one, key: newKey() }))

/** What is sent. */
export const patternsOf = (draft: readonly DraftGap[]): Enterprise['patterns'] =>
  draft.map(({ kind, weekdays, from, to, shiftName }) => ({
    kind,
    weekdays: weekdays.toSorted((one, other) => one - other),
    from,
    to,
    shiftName,
  }))

export type Grip =
  | { readonly act: 'move' | 'from' | 'to'; readonly key: number; readonly fromMinute: number }
  | { readonly act: 'create'; readonly day: number; readonly fromMinute: number; readonly kind: GapKind }

const snap = (minute: number): number => Math.round(minute / STEP) * STEP

/** The draft while a grip is held with the pointer at `minute` of `day` (ISO weekday). */
export const dragged = (
  draft: readonly DraftGap[],
  grip: Grip,
  at: { readonly day: number; readonly minute: number },
): DraftGap[] => {
  if (grip.act === 'create') {
    const [first, last] = [Math.min(grip.day, at.day), Math.max(grip.day, at.day)]
    const [from, to] = [snap(Math.min(grip.fromMinute, at.minute)), snap(Math.max(grip.fromMinute, at.minute))]
    const made: DraftGap = {
      key: 0,
      kind: grip.kind,
      weekdays: Array.from({ length: last - first + 1 }, (_, step) => first + step),
      from: Math.min(from, 1440 - SHORTEST),
      to: Math.min(1440, Math.max(to, from + SHORTEST)),
      shiftName: null,
    }
    return [...draft, made]
  }
  const by = at.minute - grip.fromMinute
  return draft.map((gap) => {
    if (gap.key !== grip.key) return gap
    return grip.act === 'move' ? moveGap(gap, by) : resizeGap(gap, grip.act, by)
  })
}

/** Takes one weekday out of a gap of several, as a gap of its own. */
export const splitDay = (draft: readonly DraftGap[], key: number, day: number): DraftGap[] =>
  draft.flatMap((gap) =>
    gap.key === key && gap.weekdays.length > 1
      ? [
          { ...gap, weekdays: gap.weekdays.filter((one) => one !== day) },
          { ...gap, key: newKey(), weekdays: [day] },
        ]
      : [gap],
  )

export interface Lane {
  readonly gap: DraftGap
  /** From 0. */
  readonly lane: number
  readonly lanes: number
}

/** The gaps of one weekday side by side where they overlap. */
export const lanesOf = (draft: readonly DraftGap[], day: number): Lane[] => {
  const gaps = draft
    .filter((gap) => gap.weekdays.includes(day))
    .toSorted((one, other) => one.from - other.from || other.to - one.to)
  const result: Lane[] = []
  let group: { gap: DraftGap; lane: number }[] = []
  let ends: number[] = []
  const close = (): void => {
    result.push(...group.map((one) => ({ ...one, lanes: ends.length })))
    group = []
    ends = []
  }
  for (const gap of gaps) {
    if (group.length > 0 && ends.every((end) => end <= gap.from)) close()
    const free = ends.findIndex((end) => end <= gap.from)
    const lane = free < 0 ? ends.length : free
    ends[lane] = gap.to
    group.push({ gap, lane })
  }
  close()
  return result
}
