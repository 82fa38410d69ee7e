/**
 * 江苏省工资支付条例第二十七条：病假工资、疾病救济费不低于最低工资的百分之八十；第三十一条：停工停产超过一个工资支付周期而未安排工作的，
 * 生活费不低于最低工资的百分之八十；第三十二条：此时个人应缴的社保和公积金由单位负担。
 * 劳部发〔1994〕479号：医疗期按累计工龄和本单位工龄三至二十四个月。
 * 江苏省劳动合同条例第三十四条：依第四十条第（一）项解除的，另付不低于六个月工资的医疗补助费，重病加五成以上，绝症加一倍以上。
 */
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import { add, divide, multiply, ratio, written, type Ratio } from '../../../platform/base/ratio.ts'
import { LineSheet, type Case } from '../line-sheet.ts'
import { minimumWageOn } from './minimum-wage.ts'

/** The least sick pay for working days of one month. */
export const sickPayFloor = (work: Case, workdays: number, date?: CivilDate): LineSheet => {
  const sheet = new LineSheet('sick_pay', ['江苏省工资支付条例', '第二十七条'])
  const share = work.parameters.at('sick_pay_floor_ratio', work.chain, date)
  const perMonth = work.parameters.at('wage_days_per_month', work.chain, date)
  const minimum = minimumWageOn(work, date)
  if (!share || !perMonth || !minimum) return sheet.none('no_rule', '当地当时的病假工资下限或者最低工资未收录')
  for (const { found, value, status } of minimum.used) sheet.uses(found, value, status)
  const least = multiply(minimum.amount, ratio(sheet.uses(share)))
  const pay = multiply(divide(least, ratio(sheet.uses(perMonth))), ratio(workdays))
  return sheet
    .step('病假工资下限', `${written(minimum.amount)} × ${share.value} ÷ ${perMonth.value} × ${workdays} 天`, pay)
    .gives(pay)
}

/** The least paid for a month without work, after the first pay period of the stop. */
export const idleAllowance = (work: Case, date?: CivilDate): Ratio | undefined => {
  const share = work.parameters.at('idle_allowance_ratio', work.chain, date)
  const minimum = minimumWageOn(work, date)
  return share && minimum && multiply(minimum.amount, ratio(share.value))
}

/** Months of the medical period and the window in which they add up. */
export const medicalPeriod = (
  { parameters, chain }: Case,
  totalYears: number,
  unitYears: number,
): { readonly months: number; readonly window: number } | undefined =>
  parameters
    .at('medical_period', chain)
    ?.value.find(
      (it) =>
        (it.totalBelow === null || totalYears < it.totalBelow) && (it.unitBelow === null || unitYears < it.unitBelow),
    )

/** The least medical subsidy on an end under art. 40 (1). */
export const medicalSubsidy = (
  { parameters, chain }: Case,
  monthlyWage: number,
  illness: 'ordinary' | 'serious' | 'terminal',
  date: CivilDate,
): Ratio | undefined => {
  const held = parameters.at('medical_subsidy_months', chain, date)?.value
  if (!held) return undefined
  const base = multiply(ratio(monthlyWage), ratio(held.least))
  const extra = { ordinary: 0, serious: held.seriousExtra, terminal: held.terminalExtra }[illness]
  return multiply(base, add(ratio(1), ratio(extra)))
}
