import { addDays, weekdayOf, type CivilDate } from '../../../platform/base/civil-date.ts'
import { ok, type Result } from '../../../platform/base/result.ts'
import type { Calendar, DayKind } from '../../../platform/base/workdays.ts'

export const gapKinds = ['break', 'handover', 'office'] as const
export type GapKind = (typeof gapKinds)[number]

const DAY = 1440

/**
 * An interval in which the enterprise can receive people; minutes after 00:00, `from` inclusive, `to` exclusive.
 * In patterns and exceptions `to` may lie past 1440: the gap runs over midnight into the next date.
 */
export interface Gap {
  readonly kind: GapKind
  readonly from: number
  readonly to: number
}

/** A gap that comes back every week on the given ISO weekdays; over midnight it belongs to the day it begins on. */
export interface GapPattern extends Gap {
  readonly weekdays: readonly number[]
  readonly shiftName?: string | null
  /** First and last date of the pattern, both inclusive; open where left out. */
  readonly validFrom?: CivilDate | null
  readonly validTo?: CivilDate | null
  /** Only on days that are worked: a Saturday pattern then holds on worked Saturdays (调休) alone. */
  readonly workdaysOnly?: boolean | null
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

const isQuiet = (date: CivilDate, { quiet }: GapRules): boolean =>
  quiet.some((season) => season.from <= date && date <= season.to)

const has = (effect: GapException['effect'], date: CivilDate, { exceptions }: GapRules): boolean =>
  exceptions.some((it) => it.date === date && it.effect === effect)

const patternsOn = (date: CivilDate, day: DayKind, rules: GapRules): GapPattern[] => {
  if (day === 'holiday') return []
  const of = (weekday: number): GapPattern[] =>
    rules.patterns.filter(
      (it) =>
        it.weekdays.includes(weekday) &&
        (!it.validFrom || it.validFrom <= date) &&
        (!it.validTo || date <= it.validTo) &&
        !(it.workdaysOnly && day === 'weekend'),
    )
  const plain = of(weekdayOf(date))
  return day === 'makeup' && plain.length === 0 ? of(5) : plain
}

/** The gaps that begin on a date; their ends may lie past midnight. */
const beginningOn = (date: CivilDate, day: DayKind, rules: GapRules): Gap[] => {
  if (isQuiet(date, rules) || has('closed', date, rules)) return []
  const own = rules.exceptions.flatMap((it) => (it.date === date && it.gap ? [it.gap] : []))
  return has('replaced', date, rules) ? own : [...patternsOn(date, day, rules), ...own]
}

const crossesMidnight = ({ patterns, exceptions }: GapRules): boolean =>
  patterns.some((it) => it.to > DAY) || exceptions.some((it) => it.gap !== undefined && it.gap.to > DAY)

/**
 * The gaps of one date, within 0 to 1440, merged, by start. Quiet seasons and freezes close it whatever else is said;
 * an exception goes before the week's pattern; on a State Council holiday there are none but added ones. A worked
 * weekend day (调休) follows the patterns of its own weekday where the enterprise has any, else Friday's: no notice
 * says which weekday's rota is worked, and teams keep Friday's hours on such days too.
 * What began the evening before reaches in after midnight, unless this date is closed, replaced, quiet or a holiday.
 */
export const gapsOn = (date: CivilDate, rules: GapRules, calendar: Calendar): Result<Gap[], 'YEAR_NOT_ANNOUNCED'> => {
  const day = calendar.kindOf(date)
  if (!day.ok) return day
  const gaps = beginningOn(date, day.value, rules).map((gap) => ({ ...gap, to: Math.min(gap.to, DAY) }))
  const barred = day.value === 'holiday' || has('closed', date, rules) || has('replaced', date, rules)
  if (barred || isQuiet(date, rules) || !crossesMidnight(rules)) return ok(mergeGaps(gaps))
  const eve = addDays(date, -1)
  const dayBefore = calendar.kindOf(eve)
  if (!dayBefore.ok) return dayBefore
  const reaching = beginningOn(eve, dayBefore.value, rules).filter((gap) => gap.to > DAY)
  return ok(mergeGaps([...gaps, ...reaching.map((gap) => ({ ...gap, from: 0, to: gap.to - DAY }))]))
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

/** The shortest gap that anything on the menu fits into, minutes. */
export const SHORTEST = 10
/** The week grid's step, minutes. */
export const STEP = 5

const WEEK = 7 * DAY

const validTogether = (a: GapPattern, b: GapPattern): boolean =>
  (!a.validTo || !b.validFrom || b.validFrom <= a.validTo) && (!b.validTo || !a.validFrom || a.validFrom <= b.validTo)

/** Whether two patterns of one kind share a minute of the week; Sunday night reaches into Monday. */
const overlap = (a: GapPattern, b: GapPattern): boolean =>
  a.kind === b.kind &&
  validTogether(a, b) &&
  a.weekdays.some((dayOfA) =>
    b.weekdays.some((dayOfB) =>
      [-WEEK, 0, WEEK].some((turn) => {
        const shift = (dayOfB - dayOfA) * DAY + turn
        return a.from < b.to + shift && b.from + shift < a.to
      }),
    ),
  )

/**
 * What is wrong with a week of patterns, by the place of the pattern in the list; empty where nothing is. Of two that
 * overlap the later one is named; only gaps of one kind may not overlap.
 */
export const weekProblems = (patterns: readonly GapPattern[]): WeekProblem[] =>
  patterns.flatMap((gap, at): WeekProblem[] => {
    if (gap.from >= gap.to) return [{ at, problem: 'GAP_REVERSED' }]
    if (gap.to - gap.from < SHORTEST) return [{ at, problem: 'GAP_TOO_SHORT' }]
    if (gap.weekdays.length === 0) return [{ at, problem: 'GAP_NO_DAY' }]
    const other = patterns.findIndex((it, place) => place < at && it.from < it.to && overlap(it, gap))
    return other >= 0 ? [{ at, problem: 'GAP_OVERLAP', other }] : []
  })

const snap = (minute: number): number => Math.round(minute / STEP) * STEP
const snapDown = (minute: number): number => Math.floor(minute / STEP) * STEP
const snapUp = (minute: number): number => Math.ceil(minute / STEP) * STEP
/** A drag of less than half a step is a click: it must not round a gap that was typed to the minute. */
const isClick = (by: number): boolean => Math.abs(by) * 2 < STEP

/** The gap shifted by some minutes, its start on the grid, its length kept, within the day unless it left it before. */
export const moveGap = <G extends Gap>(gap: G, by: number): G => {
  if (isClick(by)) return gap
  const length = gap.to - gap.from
  const latest = gap.to > DAY ? DAY - STEP : snapDown(DAY - length)
  const from = Math.max(0, Math.min(snap(gap.from + by), latest))
  return { ...gap, from, to: from + length }
}

/** The gap with one edge moved onto the grid, never shorter than the shortest. */
export const resizeGap = <G extends Gap>(gap: G, edge: 'from' | 'to', by: number): G => {
  if (isClick(by)) return gap
  if (edge === 'from')
    return { ...gap, from: Math.max(0, Math.min(snap(gap.from + by), snapDown(gap.to - SHORTEST), DAY - STEP)) }
  const latest = gap.to > DAY ? snapDown(gap.from + DAY) : DAY
  return { ...gap, to: Math.min(latest, Math.max(snap(gap.to + by), snapUp(gap.from + SHORTEST))) }
}
