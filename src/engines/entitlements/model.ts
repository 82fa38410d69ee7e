import type { CivilDate } from '../../platform/base/civil-date.ts'
import type { Status } from './parameters/model.ts'

export const grounds = [
  'unlawful',
  'art36_mutual_employer_proposed',
  'art36_employee_proposed',
  'art37_resign',
  'art38_worker_resigns_for_cause',
  'art39_fault',
  'art40_no_fault',
  'art41_layoff',
  'art44_1_expiry',
  'art44_4_bankruptcy',
  'art44_5_dissolution',
  'art44_2_3_retire_death',
  'other_severance',
] as const
export type Ground = (typeof grounds)[number]

export const overtimeKinds = ['weekday', 'rest_day', 'statutory_holiday'] as const
export type OvertimeKind = (typeof overtimeKinds)[number]

export const eventKinds = ['claim', 'complaint', 'promise', 'order', 'learned'] as const
export type EventKind = (typeof eventKinds)[number]

export interface OvertimeItem {
  readonly kind: OvertimeKind
  readonly baseMonthly: number
  readonly hours?: number
  readonly days?: number
  readonly timeOffDays?: number
  readonly date?: CivilDate
}

export interface ArrearsItem {
  readonly due?: number
  readonly monthly?: number
  readonly months?: number
  readonly workdays?: number
  readonly paid?: number
}

export interface Sum {
  readonly code: string
  readonly amount: number
}

/**
 * The facts of one worker's claim. Amounts in yuan with at most two decimals; both ends of a period count; whatever is
 * absent is unknown, never 0.
 */
export interface Claim {
  /** GB/T 2260 code of the place where the contract is performed; 000000 where only national law may be applied. */
  readonly region: string
  readonly employment?: {
    readonly start?: CivilDate
    readonly end?: CivilDate
    readonly precision?: 'day' | 'month'
    readonly serviceYears?: number
  }
  readonly termination?: {
    readonly ground: Ground
    readonly noticeGiven?: boolean
    readonly noticePayAsked?: boolean
    readonly lastMonthWage?: number
  }
  readonly wages?: {
    readonly averageMonthly?: number
    readonly monthly?: readonly number[]
    readonly minimumWage?: number
    /** W, last year's average of the city. */
    readonly localAverageMonthly?: number
    readonly aboveThreeTimes?: boolean
  }
  readonly unsignedContract?: {
    /** null: never signed. */
    readonly signedOn?: CivilDate | null
    readonly monthly?: number
    readonly monthlyDue?: readonly { readonly month: string; readonly amount: number }[]
    readonly workdaysInPartMonth?: number
    readonly months?: number
  }
  readonly annualLeave?: {
    readonly totalServiceYears?: number
    readonly entitledDays?: number
    readonly takenDays?: number
    readonly unusedDays?: number
    readonly elapsedDaysInYear?: number
  }
  readonly overtime?: readonly OvertimeItem[]
  readonly arrears?: readonly ArrearsItem[]
  readonly probation?: {
    /** null: without fixed term. */
    readonly contractMonths?: number | null
    readonly agreedMonths?: number
    readonly servedMonths?: number
    readonly regularWage?: number
  }
  readonly injury?: {
    readonly grade?: number
    readonly ownWage?: number
    readonly localAverageMonthly?: number
    readonly date?: CivilDate
    readonly death?: boolean
    readonly occupationalDisease?: boolean
    readonly relationEnded?: boolean
    readonly monthsToRetirement?: number
    readonly suspensionMonths?: number
    readonly suspensionMonthly?: number
    readonly suspensionPaid?: number
  }
  readonly training?: {
    readonly cost?: number
    readonly servicePeriodMonths?: number
    readonly unservedMonths?: number
  }
  readonly paid?: readonly Sum[]
  readonly claimed?: readonly Sum[]
  readonly filedOn?: CivilDate
  readonly events?: readonly { readonly date: CivilDate; readonly kind: EventKind }[]
}

/** What a line is for, in the order in which lines are given. */
export const lineNames = {
  unlawful_termination: '违法解除或者终止赔偿金',
  economic_compensation: '经济补偿',
  notice_pay: '代通知金',
  double_wage: '未签书面劳动合同二倍工资差额',
  wage_arrears: '拖欠工资',
  overtime_weekday: '工作日加班工资',
  overtime_rest_day: '休息日加班工资',
  overtime_statutory_holiday: '法定节假日加班工资',
  annual_leave_pay: '未休年休假工资',
  probation_damages: '违法约定试用期赔偿金',
  min_wage_shortfall: '低于最低工资差额',
  sick_pay: '病假工资',
  heat_allowance: '高温津贴',
  injury_disability_lump: '一次性伤残补助金',
  injury_medical_lump: '一次性工伤医疗补助金',
  injury_employment_lump: '一次性伤残就业补助金',
  injury_suspension_wage: '停工留薪期工资',
  death_lump: '一次性工亡补助金',
  funeral_grant: '丧葬补助金',
  training_penalty: '服务期违约金（劳动者应付）',
} as const
export type LineCode = keyof typeof lineNames

export type LineStatus = 'ok' | 'needs_input' | 'time_barred' | 'not_applicable' | 'excluded_by' | 'no_rule'

export interface Article {
  readonly law: string
  readonly article: string
}

/** One step of a computation: what is found, how, and what comes out. */
export interface Step {
  readonly label: string
  readonly expression: string
  readonly value: string
}

/** A parameter as a line used it: the version in force and the value taken from it. */
export interface UsedParameter {
  readonly key: string
  readonly effective: CivilDate
  readonly value: unknown
  readonly status: Status
}

export interface Line {
  readonly code: LineCode
  readonly status: LineStatus
  /** Yuan as the law computes it; only where status is ok or time_barred. */
  readonly amount?: number
  /** After limitation and the exclusions between lines. */
  readonly claimable?: number
  /** After what was paid, not above what was claimed. */
  readonly balance?: number
  /** Paths of the facts that are needed. */
  readonly missing?: readonly string[]
  readonly excludedBy?: string
  readonly articles: readonly Article[]
  readonly parameters?: readonly UsedParameter[]
  readonly steps?: readonly Step[]
}

export interface Entitlements {
  readonly lines: readonly Line[]
  /** Stable codes, some with a detail after a colon; `warningText` explains them. */
  readonly warnings: readonly string[]
  /** Keys of the parameters used that are not verified. */
  readonly unverified: readonly string[]
}
