/**
 * 职工带薪年休假条例第三条、第五条（2008-01-01）：累计工作满一年不满十年五天，满十年不满二十年十天，满二十年十五天；
 * 应休未休的按日工资的百分之三百支付，其中含正常工作的百分之一百。
 * 企业职工带薪年休假实施办法第十至十二条（2008-09-18）：日工资＝前十二个月剔除加班工资的月平均÷21.75；
 * 离职当年＝已过日历天÷365×全年天数−已休，不足一整天不付，多休不扣回。
 */
import { yearOf, type CivilDate } from '../../../platform/base/civil-date.ts'
import {
  divide,
  floor,
  larger,
  multiply,
  ratio,
  subtract,
  written,
  ZERO,
  type Ratio,
} from '../../../platform/base/ratio.ts'
import { LineSheet, type Case } from '../line-sheet.ts'
import { addYears } from '../period.ts'
import { daysCounted } from './severance.ts'
import { averageWage } from './wage-base.ts'

/** Days of a full year, by what is stated, else by the years worked anywhere; undefined where neither is known. */
const daysOfYear = ({ claim, parameters, chain }: Case, sheet: LineSheet): number | undefined => {
  const { entitledDays, totalServiceYears } = claim.annualLeave!
  if (entitledDays !== undefined) return entitledDays
  if (totalServiceYears === undefined) {
    sheet.needs('annualLeave.totalServiceYears')
    return undefined
  }
  const table = parameters.at('annual_leave_days', chain, claim.employment?.end)
  const days = table?.value.findLast((it) => totalServiceYears >= it.fromYears)?.days ?? 0
  if (table) sheet.uses(table, days)
  sheet.step('全年天数', `累计工作 ${totalServiceYears} 年`, `${days} 天`)
  return days
}

/** Calendar days of the year of leaving that count, where the dates alone tell. */
const elapsedDays = ({ employment, annualLeave }: Case['claim'], end: CivilDate): number | undefined => {
  const firstDay = `${end.slice(0, 4)}-01-01`
  const { start } = employment ?? {}
  if (start === undefined) return undefined
  if (addYears(start, 1) <= firstDay) return daysCounted(firstDay, end)
  // Hired within the year before: whether leave was due from the first day depends on earlier work elsewhere.
  const earlier = (annualLeave!.totalServiceYears ?? 0) - 2
  return earlier >= 0 ? daysCounted(start > firstDay ? start : firstDay, end) : undefined
}

const unusedDays = (work: Case, sheet: LineSheet): Ratio | undefined => {
  const { annualLeave: facts, employment } = work.claim
  if (facts!.unusedDays !== undefined) {
    sheet.step('未休天数', '照所给', `${facts!.unusedDays} 天`)
    return ratio(facts!.unusedDays)
  }
  const full = daysOfYear(work, sheet)
  if (facts!.takenDays === undefined) sheet.needs('annualLeave.takenDays')
  const { end } = employment ?? {}
  const elapsed = facts!.elapsedDaysInYear ?? (end === undefined ? undefined : elapsedDays(work.claim, end))
  if (elapsed === undefined && end !== undefined) sheet.needs('annualLeave.elapsedDaysInYear')
  if (full === undefined || sheet.missing.length > 0) return undefined
  const taken = ratio(facts!.takenDays!)
  if (elapsed === undefined) {
    const left = larger(ZERO, subtract(ratio(full), taken))
    sheet.step('未休天数', `全年 ${full} 天 − 已休 ${written(taken)} 天`, left, '天')
    return left
  }
  const due = divide(multiply(ratio(elapsed), ratio(full)), ratio(365))
  const left = larger(ZERO, floor(subtract(due, taken)))
  sheet.cites('企业职工带薪年休假实施办法', '第十二条')
  sheet.step('未休天数', `${elapsed} ÷ 365 × ${full} − 已休 ${written(taken)}，不足一整天不计`, left, '天')
  return left
}

export const annualLeavePay = (work: Case): LineSheet | undefined => {
  const { claim, parameters, chain } = work
  if (!claim.annualLeave) return undefined
  const sheet = new LineSheet(
    'annual_leave_pay',
    ['职工带薪年休假条例', '第三条、第五条'],
    ['企业职工带薪年休假实施办法', '第十条、第十一条'],
  )
  const { end } = claim.employment ?? {}
  const perMonth = parameters.at('wage_days_per_month', chain, end)
  const times = parameters.at('annual_leave_extra_multiplier', chain, end)
  if (!perMonth || !times) return sheet.none('no_rule', '职工带薪年休假条例 2008-01-01 施行')
  // Runs from 1 January after the year the leave belongs to; of the year of leaving at the latest.
  sheet.accrues = end === undefined ? 'unknown' : `${yearOf(end)}-12-31`
  const days = unusedDays(work, sheet)
  const wage = averageWage(work, sheet)
  if (!days || !wage) return sheet
  sheet.uses(perMonth)
  sheet.uses(times)
  const pay = multiply(multiply(divide(wage, ratio(perMonth.value)), days), ratio(times.value))
  sheet.note('日工资的基数应剔除加班工资；日工资不先取整')
  return sheet
    .step('未休年休假工资', `${written(wage)} ÷ ${perMonth.value} × ${written(days)} 天 × ${times.value}`, pay)
    .gives(pay)
}
