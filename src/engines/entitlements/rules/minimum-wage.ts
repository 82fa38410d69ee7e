/**
 * 劳动法第四十八条（1995-01-01）、最低工资规定（2004-03-01）：提供了正常劳动的，工资不得低于当地最低工资；
 * 江苏按一、二、三类地区公布。各月用该月有效的标准。
 */
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import { add, larger, multiply, ratio, subtract, written, ZERO, type Ratio } from '../../../platform/base/ratio.ts'
import { LineSheet, type Case } from '../line-sheet.ts'
import type { Found, Status } from '../parameters/model.ts'

export interface MinimumWage {
  readonly amount: Ratio
  /** The parameters it rests on; none where the caller stated it. */
  readonly used: readonly { readonly found: Found<unknown>; readonly value: unknown; readonly status: Status }[]
}

/** The minimum wage held for the place and day, by its class; undefined where none is held or the day is not known. */
export const heldMinimumWage = ({ chain, parameters }: Case, date?: CivilDate): MinimumWage | undefined => {
  if (date === undefined) return undefined
  const classed = parameters.at('min_wage_class', chain, date)
  const table = parameters.at('min_wage_monthly', chain, date)
  if (!classed || !table) return undefined
  const [yuan, status] = table.value[classed.value]
  return {
    amount: ratio(yuan),
    used: [
      { found: classed, value: classed.value, status: classed.status },
      { found: table, value: yuan, status },
    ],
  }
}

/** As stated with the claim, else as held. */
export const minimumWageOn = (work: Case, date?: CivilDate): MinimumWage | undefined => {
  const stated = work.claim.wages?.minimumWage
  return stated === undefined ? heldMinimumWage(work, date) : { amount: ratio(stated), used: [] }
}

/**
 * What was paid below the minimum wage, month by month, each by the version in force in that month.
 * @param months full months worked, YYYY-MM, with what counts towards the minimum wage in yuan
 */
export const minimumWageShortfall = (
  work: Case,
  months: readonly { readonly month: string; readonly paid: number; readonly minimum?: number }[],
): LineSheet => {
  const sheet = new LineSheet('min_wage_shortfall', ['劳动法', '第四十八条'], ['最低工资规定', '第三条、第十二条'])
  let sum = ZERO
  for (const { month, paid, minimum } of months) {
    const least = minimum === undefined ? heldMinimumWage(work, `${month}-01`) : { amount: ratio(minimum), used: [] }
    if (!least) return sheet.none('no_rule', `${month} 当地最低工资未收录`)
    for (const { found, value, status } of least.used) sheet.uses(found, value, status)
    const short = larger(ZERO, subtract(least.amount, ratio(paid)))
    sheet.step(month, `${written(least.amount)} − ${paid}（不足部分）`, short)
    sum = add(sum, short)
  }
  return sheet.gives(sum)
}

/** 劳动争议调解仲裁法第四十七条: an item up to this many yuan is decided finally. */
export const finalAwardLimit = (work: Case, date?: CivilDate): Ratio | undefined => {
  const months = work.parameters.at('final_award_months', work.chain, date)
  const least = minimumWageOn(work, date)
  return months && least && multiply(least.amount, ratio(months.value))
}
