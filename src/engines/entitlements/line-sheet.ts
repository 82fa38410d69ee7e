import type { CivilDate } from '../../platform/base/civil-date.ts'
import { toCent, toNumber, written, ZERO, type Ratio } from '../../platform/base/ratio.ts'
import type { Article, Claim, Line, LineCode, LineStatus, Step, UsedParameter } from './model.ts'
import type { Found, ParameterSet } from './parameters/model.ts'

/** One claim being worked on. */
export interface Case {
  readonly claim: Claim
  /** Regions, nearest first. */
  readonly chain: readonly string[]
  readonly parameters: ParameterSet
  warn(code: string): void
}

/** From when a line's limitation runs; `unknown` where the facts do not tell; `none` while it does not run. */
export type Accrual = CivilDate | 'unknown' | 'none'

/** A line while a rule fills it in. Amounts stay exact until the end. */
export class LineSheet {
  readonly code: LineCode
  status: LineStatus = 'ok'
  amount: Ratio = ZERO
  /** What limitation leaves, where a rule has worked it out itself. */
  leftByLimitation: Ratio | undefined
  /** Paid within the rule's own facts. */
  settled: Ratio = ZERO
  excludedBy: string | undefined
  accrues: Accrual = 'none'
  readonly missing: string[] = []
  readonly articles: Article[] = []
  readonly parameters: UsedParameter[] = []
  readonly steps: Step[] = []

  constructor(code: LineCode, ...articles: readonly (readonly [law: string, article: string])[]) {
    this.code = code
    for (const [law, article] of articles) this.cites(law, article)
  }

  cites(law: string, article: string): this {
    if (!this.articles.some((it) => it.law === law && it.article === article)) this.articles.push({ law, article })
    return this
  }

  /** Notes a parameter as used. `value` is what was taken from it, `status` where the part has its own. */
  uses<Value>(found: Found<Value>, value: unknown = found.value, status = found.status): Value {
    if (!this.parameters.some((it) => it.key === found.key && it.effective === found.effective && it.value === value))
      this.parameters.push({ key: found.key, effective: found.effective, value, status })
    return found.value
  }

  step(label: string, expression: string, value: Ratio | string, unit = '元'): this {
    this.steps.push({ label, expression, value: typeof value === 'string' ? value : `${written(value)} ${unit}` })
    return this
  }

  note(text: string): this {
    return this.step('说明', text, '')
  }

  needs(...paths: readonly string[]): this {
    this.status = 'needs_input'
    for (const path of paths) if (!this.missing.includes(path)) this.missing.push(path)
    return this
  }

  /** No amount, with the reason. */
  none(status: 'not_applicable' | 'no_rule', why: string): this {
    this.status = status
    return this.note(why)
  }

  exclude(by: string, why: string): this {
    if (this.status !== 'ok' && this.status !== 'time_barred' && this.status !== 'needs_input') return this
    this.status = 'excluded_by'
    this.excludedBy = by
    this.missing.length = 0
    return this.note(why)
  }

  gives(amount: Ratio): this {
    this.amount = toCent(amount)
    return this
  }

  /** @param balance after what was paid and claimed */
  finish(claimable: Ratio, balance: Ratio): Line {
    const { code, status, articles, parameters, steps } = this
    const counted = status === 'ok' || status === 'time_barred'
    const nothing = status === 'excluded_by' || status === 'not_applicable'
    return {
      code,
      status,
      ...(counted ? { amount: toNumber(this.amount) } : {}),
      ...(counted ? { claimable: toNumber(claimable), balance: toNumber(balance) } : {}),
      ...(nothing ? { claimable: 0, balance: 0 } : {}),
      ...(status === 'needs_input' ? { missing: this.missing } : {}),
      ...(this.excludedBy === undefined ? {} : { excludedBy: this.excludedBy }),
      articles,
      parameters,
      steps,
    }
  }
}
