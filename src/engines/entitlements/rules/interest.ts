/**
 * 民事诉讼法第二百六十四条、法释〔2014〕8号：生效文书确定的履行期届满次日起，加倍部分利息日万分之一点七五。
 * 裁决前的拖欠一般不计利息。
 */
import { daysBetween, type CivilDate } from '../../../platform/base/civil-date.ts'
import { multiply, ratio, ZERO, type Ratio } from '../../../platform/base/ratio.ts'
import type { Case } from '../line-sheet.ts'

/** @param dueOn last day to perform @param until last day counted; nothing before the day after `dueOn` */
export const interestAfterAward = (
  { parameters, chain }: Case,
  amount: number,
  dueOn: CivilDate,
  until: CivilDate,
): Ratio | undefined => {
  const rate = parameters.at('late_performance_daily_rate', chain, dueOn)?.value
  const days = daysBetween(dueOn, until)
  return rate === undefined ? undefined : days <= 0 ? ZERO : multiply(multiply(ratio(amount), ratio(rate)), ratio(days))
}
