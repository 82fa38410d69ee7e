import { addDays, weekdayOf, type CivilDate } from '../../../platform/base/civil-date.ts'
import { ok, type Result } from '../../../platform/base/result.ts'
import type { Calendar } from '../../../platform/base/workdays.ts'

export const gapKinds = ['break', 'handover', 'office'] as const
export type GapKind = (typeof gapKinds)[number]

/** An interval in which the enterprise can receive people; minutes after 00:00, `from` inclusive, `to` exclusive. */
export interface Gap {
  readonly kind: GapKind
  readonly from: number
  readonly to: number
}

/** A gap that comes back every week on the given ISO weekdays. */
export interface GapPattern extends Gap {
  readonly weekdays: readonly number[]
  readonly shiftName?: string | null
}

/** One date that differs: closed, with an added gap, or with its gaps replaced. */
export interface GapException {
  readonly date: CivilDate
  readonly effect: 'closed' | 'added' | 'replaced'
  readonly gap?: Gap
}

/** Both dates inclusive. `quiet` is the enterprise's busy season, `freeze` dates it has barred itself. */
export interface QuietSeason {
  readonly from: CivilDate
  readonly to: CivilDate
  readonly kind: 'quiet' | 'freeze'
}

export interface GapRules {
  readonly patterns: readonly GapPattern[]
  readonly exceptions: readonly GapException[]
  readonly quiet: readonly QuietSeason[]
}

/** Overlapping or touching gaps of one kind become one; ordered by start. */
export const mergeGaps = (gaps: readonly Gap[]): Gap[] => {
  const merged: Gap[] = []
  for (const gap of gaps.toSorted((a, b) => a.kind.localeCompare(b.kind) || a.from - b.from)) {
    const last = merged.at(-1)
    if (last && last.kind === gap.kind && gap.from <= last.to)
      merged[merged.length - 1] = { ...last, to: Math.max(last.to, gap.to) }
    else merged.push({ kind: gap.kind, from: gap.from, to: gap.to })
  }
  return merged.toSorted((a, b) => a.from - b.from || a.kind.localeCompare(b.kind))
}

/**
 * The gaps of one date. Quiet seasons and freezes close it whatever else is said; an exception goes before the
 * week's pattern; on a State Council holiday there are none; a worked weekend day without a pattern of its own
 * follows Friday's.
 */
export const gapsOn = (date: CivilDate, rules: GapRules, calendar: Calendar): Result<Gap[], 'YEAR_NOT_ANNOUNCED'> => {
  const kind = calendar.kindOf(date)
  if (!kind.ok) return kind
  if (rules.quiet.some((season) => season.from <= date && date <= season.to)) return ok([])
  const exceptions = rules.exceptions.filter((it) => it.date === date)
  const own = exceptions.flatMap((it) => (it.gap ? [it.gap] : []))
  if (exceptions.some((it) => it.effect === 'closed')) return ok([])
  if (exceptions.some((it) => it.effect === 'replaced')) return ok(mergeGaps(own))
  if (kind.value === 'holiday') return ok(mergeGaps(own))
  const of = (weekday: number): GapPattern[] => rules.patterns.filter((it) => it.weekdays.includes(weekday))
  const plain = of(weekdayOf(date))
  return ok(mergeGaps([...(kind.value === 'makeup' && plain.length === 0 ? of(5) : plain), ...own]))
}

/** The gaps of each date from `from` to `to`, both inclusive. */
export const gapsBetween = (
  from: CivilDate,
  to: CivilDate,
  rules: GapRules,
  calendar: Calendar,
): Result<{ date: CivilDate; gaps: Gap[] }[], 'YEAR_NOT_ANNOUNCED'> => {
  const days: { date: CivilDate; gaps: Gap[] }[] = []
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const gaps = gapsOn(date, rules, calendar)
    if (!gaps.ok) return gaps
    days.push({ date, gaps: gaps.value })
  }
  return ok(days)
}

export interface WeekProblem {
  readonly at: number
  readonly problem: 'GAP_REVERSED' | 'GAP_TOO_SHORT' | 'GAP_NO_DAY' | 'GAP_OVERLAP'
  /** The place of the pattern it overlaps. */
  readonly other?: number
}

/** What is wrong with a week of patterns, by the place of the pattern in the list; empty where nothing is. */
export const weekProblems = (patterns: readonly GapPattern[]): WeekProblem[] =>
  patterns.flatMap((gap, at): WeekProblem[] => {
    if (gap.from >= gap.to) return [{ at, problem: 'GAP_REVERSED' }]
    if (gap.to - gap.from < SHORTEST) return [{ at, problem: 'GAP_TOO_SHORT' }]
    if (gap.weekdays.length === 0) return [{ at, problem: 'GAP_NO_DAY' }]
    const other = patterns.findIndex(
      (it, place) =>
        place < at &&
        it.kind === gap.kind &&
        it.weekdays.some((day) => gap.weekdays.includes(day)) &&
        it.from < gap.to &&
        gap.from < it.to,
    )
    return other >= 0 ? [{ at, problem: 'GAP_OVERLAP', other }] : []
  })

/** The shortest gap that anything on the menu fits into, minutes. */
export const SHORTEST = 10
/** The week grid's step, minutes. */
export const STEP = 5

const snap = (minute: number): number => Math.round(minute / STEP) * STEP

/** The gap shifted by some minutes, kept whole within the day. */
export const moveGap = <G extends Gap>(gap: G, by: number): G => {
  const length = gap.to - gap.from
  const from = Math.min(Math.max(0, snap(gap.from + by)), 1440 - length)
  return { ...gap, from, to: from + length }
}

/** The gap with one edge moved, never shorter than the shortest. */
export const resizeGap = <G extends Gap>(gap: G, edge: 'from' | 'to', by: number): G =>
  edge === 'from'
    ? { ...gap, from: Math.max(0, Math.min(snap(gap.from + by), gap.to - SHORTEST)) }
    : { ...gap, to: Math.min(1440, Math.max(snap(gap.to + by), gap.from + SHORTEST)) }
