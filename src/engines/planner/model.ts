/**
 * The planning problem and its solution. Days count from 0 at the horizon's start; times are minutes after 00:00 on
 * that day. The JSON forms are the contract of the command line and of the worker.
 */
export type GapType = 'break' | 'handover' | 'office'

export interface DayInterval {
  readonly day: number
  /** Inclusive. */
  readonly from: number
  /** Exclusive: a visit may end at it. */
  readonly to: number
}

export interface Gap extends DayInterval {
  readonly type: GapType
}

export interface Team {
  readonly id: string
  readonly name?: string
  readonly squad?: 'culture' | 'skills' | 'rights'
  /** Kinds of request it can give. */
  readonly kinds: readonly string[]
  /** Index into travel; it leaves from here and returns here. */
  readonly base: number
  /** At most one a day. */
  readonly shifts: readonly DayInterval[]
  readonly maxVisitsPerDay?: number
  readonly maxVisits?: number
}

export interface Enterprise {
  readonly id: string
  readonly name?: string
  readonly place: number
  readonly gaps: readonly Gap[]
  readonly budget?: { readonly visits?: number; readonly minDaysBetween?: number }
  /** Days of visits shortly before the horizon, negative. */
  readonly recentVisits?: readonly number[]
  /** Worth of the first visit of the horizon. */
  readonly coverage?: number
}

export interface Request {
  readonly id: string
  readonly enterprise: string
  readonly kind: string
  readonly minutes: number
  readonly value: number
  readonly gapTypes: readonly GapType[]
  readonly earliestDay?: number
  readonly latestDay?: number
  /** Only these teams, where given. */
  readonly teams?: readonly string[]
  readonly after?: { readonly request: string; readonly minDays: number }
}

export interface Visit {
  readonly request: string
  readonly team: string
  readonly day: number
  readonly start: number
}

export interface Problem {
  readonly name: string
  readonly horizon: { readonly start: string; readonly days: number }
  readonly travel: {
    readonly places?: readonly { readonly lat: number; readonly lng: number; readonly name?: string }[]
    /** Whole minutes, square, not always symmetric. Rows may be typed arrays in memory that threads share. */
    readonly minutes: readonly ArrayLike<number>[]
  }
  readonly teams: readonly Team[]
  readonly enterprises: readonly Enterprise[]
  readonly requests: readonly Request[]
  readonly pinned?: readonly Visit[]
  readonly published?: readonly Visit[]
  readonly weights: { readonly travel: number; readonly change: number }
}

export const reasons = ['no-gap', 'no-team', 'burden', 'predecessor', 'capacity'] as const
export type Reason = (typeof reasons)[number]

/** What every suggested change names besides the change itself. */
interface Suggested {
  /** Where the request would go. */
  readonly visit: Visit
  /** Visits of other requests that would move to make room, or come with it, each where it would go; none is dropped. */
  readonly moved?: readonly Visit[]
  /**
   * True where the changed problem was planned again from nothing, several times, and the request had a visit each time.
   * Where it is false the visit fits (no rule is broken and the score rises); `plan` tells such a change only where the
   * plan that stands, were it published, would take the request in, unless its time did not reach so far.
   */
  readonly certain: boolean
}

interface GapChange extends Suggested {
  readonly type: GapType
  readonly day: number
  readonly from: number
  readonly to: number
  readonly extraMinutes: number
}

/** The smallest single change that would place a request, everything else standing (but for `moved`). */
export type WouldFit =
  | (Suggested & { readonly kind: 'nothing' })
  | (GapChange & { readonly kind: 'longer-gap' })
  | (GapChange & { readonly kind: 'new-gap' })
  | (Omit<GapChange, 'type'> & { readonly kind: 'shift'; readonly team: string })
  | (Suggested & { readonly kind: 'budget-visits'; readonly visits: number })
  | (Suggested & { readonly kind: 'budget-days'; readonly minDaysBetween: number })
  | (Suggested & { readonly kind: 'team-limit'; readonly team: string })
  | (Suggested & { readonly kind: 'unpin'; readonly request: string })

export interface Unserved {
  readonly request: string
  readonly reason: Reason
  /** For burden and capacity: visited requests any one of which gives way would make room. */
  readonly displacedBy?: readonly string[]
  /** Only for `capacity`: it has a place as things are, but the score would fall by this much (0 or more). */
  readonly wouldCost?: number
  readonly wouldFit?: WouldFit
}

/** score = value + coverage − travel − change. */
export interface ScoreParts {
  readonly value: number
  readonly coverage: number
  /** travelMinutes by their weight. */
  readonly travel: number
  /** changes by their weight. */
  readonly change: number
  readonly travelMinutes: number
  /** Published visits moved or dropped. */
  readonly changes: number
}

export interface Solution {
  readonly visits: readonly Visit[]
  readonly unserved: readonly Unserved[]
  readonly score: number
  readonly parts: ScoreParts
  readonly seconds?: number
  readonly seed?: number
  readonly iterations?: number
  /** Proven: no plan that keeps the rules scores more. */
  readonly bound?: number
}
