import { addYears } from '../../../engines/entitlements/period.ts'
import { isCivilDate, type CivilDate } from '../../../platform/base/civil-date.ts'

/** What was said to a question; null: 不清楚. Dates are YYYY-MM-DD, or YYYY-MM where only the month is known. */
export type Answer = string | number | readonly string[] | readonly number[] | null
export type Answers = Readonly<Record<string, Answer>>

/** The day on which it is asked, by which summers and limitation are reckoned. */
export interface At {
  readonly today: CivilDate
}

export interface Option {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

interface Base {
  readonly id: string
  readonly title: string
  /** One sentence: what the answer is for. */
  readonly why: string
  /** True where the answer may matter, judged by what was said before; questions stand in the order in which they are put. */
  readonly asked: (said: Answers, at: At) => boolean
  /** What the worker may do who does not know; absent where the question must be answered. */
  readonly unknown?: string
}

export type Question = Base &
  (
    | { readonly kind: 'choice' | 'choices'; readonly options: (at: At) => readonly Option[] }
    | {
        readonly kind: 'date'
        /** First and last day that may be given, both inclusive. */
        readonly from?: (said: Answers) => CivilDate | undefined
        /** Said where it is not another answer that sets the first day. */
        readonly fromWhy?: string
        readonly to: (at: At) => CivilDate
        readonly monthWillDo?: true
      }
    /** Yuan, at most two decimals. */
    | { readonly kind: 'yuan'; readonly least: number }
    | {
        readonly kind: 'count'
        readonly unit: string
        readonly least: number
        readonly most: number
        readonly step: number
      }
    /** Yuan of each of the last, at most twelve, months. */
    | { readonly kind: 'months' }
  )

export const MOST_YUAN = 10_000_000
const FIRST_DAY = '1950-01-01'

/** The first of the month where only the month is known. */
export const dayOf = (said: Answer | undefined): CivilDate | undefined =>
  typeof said !== 'string' ? undefined : said.length === 7 ? `${said}-01` : said

const yuanFault = (value: unknown, least: number): string | undefined => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return '请填数字，单位是元'
  if (value < least || value > MOST_YUAN)
    return least > 0 ? '请填大于 0 的金额；不知道的，点「不清楚」' : '请填 0 或者更大的金额'
  return Math.abs(value * 100 - Math.round(value * 100)) < 1e-4 ? undefined : '最多到分，两位小数'
}

/** Why an answer cannot stand, in a sentence; undefined where it can. */
export const faultOf = (question: Question, value: Answer | undefined, said: Answers, at: At): string | undefined => {
  if (value === null) return question.unknown === undefined ? '这一题需要回答' : undefined
  switch (question.kind) {
    case 'choice':
      return question.options(at).some((it) => it.value === value) ? undefined : '请选一项'
    case 'choices': {
      const known = question.options(at).map((it) => it.value)
      return Array.isArray(value) && value.length > 0 && value.every((it) => known.includes(String(it)))
        ? undefined
        : '请至少选一项'
    }
    case 'date': {
      const day = typeof value === 'string' && (value.length === 10 || question.monthWillDo) ? dayOf(value) : undefined
      if (day === undefined || !isCivilDate(day)) return '请选一个日期'
      const first = question.from?.(said) ?? FIRST_DAY
      if (day < first) return `不能早于 ${first}${question.fromWhy ?? ''}，请核对`
      const last = question.to(at)
      return day > last ? `不能晚于 ${last}，请核对` : undefined
    }
    case 'yuan':
      return yuanFault(value, question.least)
    case 'count': {
      const { least, most, step, unit } = question
      return typeof value === 'number' && value >= least && value <= most && Number.isInteger(value / step)
        ? undefined
        : `请填 ${least} 到 ${most} 之间的数（${unit}）${step === 1 ? '，不带小数' : ''}`
    }
    case 'months': {
      if (!Array.isArray(value) || value.length === 0 || value.length > 12) return '请至少填一个月的工资'
      return value.map((it) => yuanFault(it, 0)).find((it) => it !== undefined)
    }
  }
}

/** A year before today: what fell due before it may be out of time. */
export const yearBefore = ({ today }: At): CivilDate => addYears(today, -1)
