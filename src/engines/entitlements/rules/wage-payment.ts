/**
 * 江苏省工资支付条例第十九条：解除或者终止之日起两个工作日内一次付清；第十二条、第三十五条与工资支付暂行规定第十六条：
 * 因劳动者原因造成损失的扣除每月不超过当月工资的百分之二十，余额不低于最低工资。
 */
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import type { Result } from '../../../platform/base/result.ts'
import { calendarOf, type Calendar } from '../../../platform/base/workdays.ts'
import { divide, larger, ratio, smaller, subtract, ZERO, type Ratio } from '../../../platform/base/ratio.ts'
import type { Case } from '../line-sheet.ts'
import { minimumWageOn } from './minimum-wage.ts'

/** The last day to settle wages after the relation ended on `end`; fails where the year's calendar is not held. */
export const settlementDue = (
  end: CivilDate,
  calendar: Calendar = calendarOf(),
): Result<CivilDate, 'YEAR_NOT_ANNOUNCED'> => calendar.addWorkdays(end, 2)

/** The most that may be taken off a month's wage for damage; undefined where no minimum wage is held. */
export const largestDeduction = (work: Case, wage: number, date?: CivilDate): Ratio | undefined => {
  const minimum = minimumWageOn(work, date)
  return minimum && smaller(divide(ratio(wage), ratio(5)), larger(ZERO, subtract(ratio(wage), minimum.amount)))
}
