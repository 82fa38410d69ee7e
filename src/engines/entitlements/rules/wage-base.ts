/**
 * 劳动合同法实施条例第二十七条（2008-09-18）：月工资按应得工资计算，含计时计件、奖金、津贴和补贴；为解除或终止前十二个月的平均；
 * 不满十二个月按实际月数；低于当地最低工资的按最低工资。
 */
import { add, compare, divide, ratio, toCent, written, ZERO, type Ratio } from '../../../platform/base/ratio.ts'
import type { Case, LineSheet } from '../line-sheet.ts'
import { minimumWageOn } from './minimum-wage.ts'

/** The average of the last (at most twelve) months, rounded to the cent before anything is multiplied with it. */
export const averageWage = ({ claim: { wages }, warn }: Case, sheet: LineSheet): Ratio | undefined => {
  if (wages?.averageMonthly !== undefined) {
    const given = ratio(wages.averageMonthly)
    sheet.step('月平均工资', '前十二个月平均应得工资，照所给', given)
    return given
  }
  const months = wages?.monthly?.slice(-12) ?? []
  if (months.length === 0) {
    sheet.needs('wages.averageMonthly')
    return undefined
  }
  if ((wages?.monthly?.length ?? 0) > 12) warn('wages_last_twelve_counted')
  const total = months.reduce((sum, month) => add(sum, ratio(month)), ZERO)
  const average = toCent(divide(total, ratio(months.length)))
  sheet.step('月平均工资', `${months.length} 个月应得合计 ${written(total)} ÷ ${months.length}，取到分`, average)
  return average
}

/** The base of severance before any cap: the average, or the minimum wage where that is more. */
export const severanceWage = (work: Case, sheet: LineSheet): Ratio | undefined => {
  const average = averageWage(work, sheet)
  if (!average) return undefined
  const minimum = minimumWageOn(work, work.claim.employment?.end)
  if (!minimum || compare(average, minimum.amount) >= 0) return average
  for (const { found, value, status } of minimum.used) sheet.uses(found, value, status)
  sheet
    .cites('劳动合同法实施条例', '第二十七条')
    .step('最低工资保底', '平均工资低于当地最低工资，按最低工资', minimum.amount)
  return minimum.amount
}
