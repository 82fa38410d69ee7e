import type { CivilDate } from '../../platform/base/civil-date.ts'
import type { GradeStep } from './grade.ts'
import type { Article, Color, DayUnit, DeadlineBasis, Inspector, Outcome, SelfCheck, Severity } from './model.ts'
import type { SamplingPlan } from './sampling.ts'
import type { WarningCode } from './warnings.zh.ts'

/** How one item was counted; numbers have up to four decimals, half up, and are for reading: nothing is computed from them. */
export interface ItemTrace {
  readonly id: string
  readonly group: string
  readonly title: string
  readonly severity: Severity
  readonly weight: number
  readonly outcome: Outcome
  readonly inDenominator: boolean
  /** Of the weight; null where the item does not count. */
  readonly ratio: number | null
  readonly earned: number
  /** The sum and its reason, in Chinese. */
  readonly why: string
}

export interface GroupTrace {
  readonly name: string
  readonly weight: number
  /** Of the items that count. */
  readonly inDenominator: number
  readonly earned: number
  /** 0 to 100, two decimals, half up; null where no item counts. */
  readonly score: number | null
}

export interface Finding {
  readonly itemId: string
  readonly title: string
  readonly group: string
  readonly severity: Severity
  readonly outcome: 'partial' | 'zero'
  /** What the inspectors wrote. */
  readonly what: string
  /** What the instrument says of this outcome. */
  readonly standard: string
  readonly articles: readonly Article[]
  readonly liability: string
  readonly evidence: readonly string[]
}

/** What is to be done about one finding, by when, and how it is proved. */
export interface Prescription {
  readonly itemId: string
  readonly action: string
  readonly days: number
  readonly unit: DayUnit
  readonly basis: DeadlineBasis
  readonly basisText: string
  /** Inclusive; null where the year's calendar has not been announced. */
  readonly dueOn: CivilDate | null
  readonly document: string
  /** What to show at the re-check. */
  readonly proof: readonly string[]
}

export interface RedLine {
  readonly itemId: string
  readonly title: string
  readonly what: string
  readonly reportWithinHours: number
  readonly reportTo: readonly string[]
}

export interface Difference {
  readonly itemId: string
  readonly title: string
  readonly selfCheck: SelfCheck
  readonly outcome: Outcome
  /** Whether the enterprise saw itself better or worse than the inspectors did. */
  readonly enterprise: 'better' | 'worse' | 'other'
}

export interface Stage {
  readonly date: CivilDate
  readonly inspectors: readonly Inspector[]
  readonly score: number | null
  readonly grade: string | null
  readonly color: Color | null
  /** Items answered otherwise than before; empty for the check-up itself. */
  readonly changes: readonly { readonly itemId: string; readonly from: Outcome; readonly to: Outcome }[]
}

export interface CheckUp {
  readonly instrument: { readonly version: string; readonly title: string; readonly status: string }
  readonly statement: string
  readonly notes: readonly string[]
  readonly enterprise: { readonly name: string; readonly ref?: string; readonly headcount: number }
  readonly date: CivilDate
  /** 0 to 100, two decimals, half up; null where no item counts. */
  readonly score: number | null
  /** The same before rounding, as a fraction in lowest terms. */
  readonly scoreExact: string | null
  readonly grade: string | null
  readonly color: Color | null
  readonly gradeSteps: readonly GradeStep[]
  readonly groups: readonly GroupTrace[]
  readonly items: readonly ItemTrace[]
  readonly redLines: readonly RedLine[]
  /** Red lines first, then major, then general items. */
  readonly findings: readonly Finding[]
  /** One for each finding, in the same order. */
  readonly prescriptions: readonly Prescription[]
  /** What rests on no evidence, and articles whose numbers were written from memory. */
  readonly unverified: {
    readonly items: readonly {
      readonly itemId: string
      readonly reason: string
      readonly evidence: readonly string[]
    }[]
    readonly articles: readonly (Article & { readonly itemId: string })[]
  }
  readonly differences: readonly Difference[]
  readonly sampling: SamplingPlan
  /** Counted from the check-up, or from the last re-check. */
  readonly next: {
    readonly recheckOn: CivilDate | null
    readonly recheckDays: number | null
    readonly checkUpOn: CivilDate | null
    readonly checkUpDays: number | null
  }
  /** The check-up and each re-check. */
  readonly stages: readonly Stage[]
  readonly warnings: readonly { readonly code: WarningCode; readonly text: string; readonly items: readonly string[] }[]
}
