import type { CivilDate } from '../../platform/base/civil-date.ts'

/** 红线, 重大, 一般; the order in which findings are told. */
export const severities = ['red_line', 'major', 'general'] as const
export type Severity = (typeof severities)[number]

export const severityNames: Readonly<Record<Severity, string>> = { red_line: '红线', major: '重大', general: '一般' }

/** From best to worst. */
export const colors = ['green', 'yellow', 'orange', 'red'] as const
export type Color = (typeof colors)[number]

export const colorNames: Readonly<Record<Color, string>> = { green: '绿', yellow: '黄', orange: '橙', red: '红' }

export const outcomes = ['full', 'partial', 'zero', 'not_applicable', 'not_verified'] as const
export type Outcome = (typeof outcomes)[number]

export const outcomeNames: Readonly<Record<Outcome, string>> = {
  full: '符合',
  partial: '部分符合',
  zero: '不符合',
  not_applicable: '不适用',
  not_verified: '未核实',
}

export const selfChecks = ['full', 'partial', 'zero', 'not_applicable', 'unsure'] as const
export type SelfCheck = (typeof selfChecks)[number]

export interface Article {
  readonly law: string
  readonly article: string
  /** The number was written from memory: to be compared with the text before it is relied on. */
  readonly recalled?: boolean
}

export type DayUnit = 'calendar' | 'working'
/** Whether a law sets the days, or this instrument proposes them. */
export type DeadlineBasis = 'statutory' | 'proposed'

export interface InstrumentItem {
  readonly id: string
  readonly group: string
  readonly title: string
  readonly question: string
  readonly severity: Severity
  /** Above 0, at most two decimals. */
  readonly weight: number
  readonly articles: readonly Article[]
  /** What to look at, also what proves a repair. */
  readonly evidence: readonly string[]
  /** Judged from a sample of people or files. */
  readonly sampled: boolean
  /** What earns full, part, nothing; `partial` is null where the item knows no middle. */
  readonly scoring: { readonly full: string; readonly partial: string | null; readonly zero: string }
  /** The fact whose "no" takes the item out; null where nothing does. */
  readonly notApplicableWhen: {
    readonly text: string
    readonly fact: string
    /** Added by this program; the source names no such condition. */
    readonly proposedHere?: boolean
  } | null
  readonly liability: string
  readonly prescription: {
    readonly action: string
    /** After the day of the check-up, which is day 0; the last day counts. */
    readonly days: number
    readonly unit: DayUnit
    readonly basis: DeadlineBasis
    readonly basisText: string
    readonly document: string
  }
}

export interface Band {
  readonly grade: string
  readonly color: Color
  /** Inclusive, of 100. */
  readonly least: number
  /** Major items with nothing, inclusive; null where they do not matter. */
  readonly mostMajorZeros: number | null
  /** Days to the first look at repairs; null where none is set. */
  readonly firstRecheckDays: number | null
  /** Days to the next whole check-up. */
  readonly nextCheckUpDays: number
}

/** What is asked and how it is judged: data, so that a union can put its own in its place. */
export interface Instrument {
  readonly version: string
  readonly title: string
  readonly status: 'candidate' | 'in_force' | 'withdrawn'
  readonly statusText: string
  readonly source: string
  /** Stands on every report. */
  readonly statement: string
  readonly notes: readonly string[]
  /** What is asked of the enterprise first, as yes or no. */
  readonly facts: readonly { readonly key: string; readonly question: string }[]
  readonly groups: readonly { readonly name: string; readonly weight: number }[]
  /** Parts of an item's weight, above 0 and below 1. */
  readonly ratios: { readonly partial: number; readonly notVerified: number }
  /** From best to worst; the last has `least` 0 and is also that of any red line with nothing. */
  readonly bands: readonly Band[]
  readonly redLine: { readonly reportWithinHours: number; readonly reportTo: readonly string[] }
  readonly sampling: {
    /** Everybody is looked at up to this head count, inclusive. */
    readonly allUpTo: number
    /** In rising order; `upTo` inclusive, null in the last. */
    readonly sizes: readonly { readonly upTo: number | null; readonly size: number }[]
  }
  readonly items: readonly InstrumentItem[]
}

export interface Inspector {
  readonly name: string
  readonly certificate: string
}

export interface ItemAnswer {
  readonly id: string
  readonly outcome: Outcome
  /** How many were looked at, and how many of them were in order. */
  readonly sampled?: number
  readonly conforming?: number
  /** Why not applicable, or why it could not be verified. */
  readonly reason?: string
  readonly findings?: string
  /** References to what was seen: names, numbers, ids of files. */
  readonly evidence?: readonly string[]
  readonly selfCheck?: SelfCheck
}

export interface Recheck {
  readonly date: CivilDate
  readonly inspectors: readonly Inspector[]
  readonly items: readonly ItemAnswer[]
}

/** One check-up as its inspectors hand it in. */
export interface Answers {
  /** Version of the instrument that was filled in; re-checks keep it. */
  readonly instrument: string
  readonly date: CivilDate
  readonly enterprise: {
    readonly name: string
    readonly ref?: string
    readonly headcount: number
    /** Yes or no to the instrument's facts; an absent one is unknown. */
    readonly facts?: Readonly<Record<string, boolean>>
  }
  readonly inspectors: readonly Inspector[]
  /** Seed of the sample; made from enterprise and date where absent. */
  readonly seed?: string
  /** One for each item of the instrument, in any order. */
  readonly items: readonly ItemAnswer[]
  /** In the order of time. */
  readonly rechecks?: readonly Recheck[]
}
