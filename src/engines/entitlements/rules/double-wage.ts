/**
 * 劳动合同法第十条、第八十二条（2008-01-01）：自用工之日起超过一个月不满一年未订立书面合同的，每月付二倍工资。
 * 劳动合同法实施条例第六条、第七条：自满一个月的次日起，至补订的前一日或者满一年的前一日；满一年视为已订无固定期限合同。
 * 第九十七条第二款：施行前已建立关系而未订的，应自施行之日起一个月内订立。
 * 法释〔2025〕12号第六条（2025-09-01）：按月计算，不满一月的按实际工作日计算。
 * 第二份工资适用一年的一般时效，按日倒推（江苏未核实）。
 */
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import { add, divide, multiply, ratio, smaller, written, ZERO, type Ratio } from '../../../platform/base/ratio.ts'
import { LineSheet, type Case } from '../line-sheet.ts'
import { addYears, dayBefore, lastOfMonth, weekdaysBetween } from '../period.ts'
import { LAW_BEGINS } from './contract-law.ts'
import { doubleWagePeriod, monthsOf } from './double-wage-period.ts'
import { earliestInTime, LIMITATION_BEGINS } from './limitation.ts'

interface Part {
  readonly label: string
  readonly from: CivilDate
  readonly to: CivilDate
  readonly amount: Ratio
}

/** The amount of a part that is in time: whole, none, or by its weekdays where the line falls within. */
const inTime = (part: Part, earliest: CivilDate, byDay: (weekdays: number) => Ratio): Ratio =>
  part.from >= earliest
    ? part.amount
    : part.to < earliest
      ? ZERO
      : smaller(part.amount, byDay(weekdaysBetween(earliest, part.to)))

export const doubleWage = (work: Case): LineSheet | undefined => {
  const { claim, warn, parameters, chain } = work
  const { unsignedContract: facts, employment, filedOn } = claim
  if (!facts) return undefined
  const sheet = new LineSheet(
    'double_wage',
    ['劳动合同法', '第十条'],
    ['劳动合同法', '第八十二条'],
    ['劳动合同法实施条例', '第六条、第七条'],
  )
  const { start } = employment ?? {}
  // Without an end the relation lasts at least to the day of filing, unless it is known to be over.
  const end = employment?.end ?? (claim.termination ? undefined : filedOn)
  const signed = facts.signedOn
  if (end !== undefined && end < LAW_BEGINS)
    return sheet.none('no_rule', '劳动合同法 2008-01-01 施行，此前没有收录这项规定')
  const period =
    start !== undefined && end !== undefined && signed !== undefined ? doubleWagePeriod(start, end, signed) : undefined
  if (period) sheet.step('二倍工资期间', `入职 ${start}，满一个月的次日起`, `${period.from} 至 ${period.to}`)
  const date = period?.from ?? end ?? start
  const most = parameters.at('double_wage_max_months', chain, date)
  const perMonth = parameters.at('wage_days_per_month', chain, date)
  if (!most || !perMonth) return sheet.none('no_rule', '当时的标准未收录')
  const limited = filedOn !== undefined && filedOn >= LIMITATION_BEGINS
  const earliest = limited ? earliestInTime(work, filedOn) : undefined
  const known = start !== undefined && end !== undefined && signed !== undefined
  if (known && !period) return sheet.none('not_applicable', '满一个月以前已订立书面合同或者已离职')

  const leave = (left: Ratio): void => {
    if (earliest === undefined) return
    sheet.cites('劳动争议调解仲裁法', '第二十七条').step('时效', `${filedOn} 申请，${earliest} 以后的在一年以内`, left)
    sheet.leftByLimitation = left
  }

  if (facts.monthlyDue && facts.monthlyDue.length > 0) {
    let [sum, left] = [ZERO, ZERO]
    for (const { month, amount } of facts.monthlyDue) {
      const [first, last] = [`${month}-01`, lastOfMonth(month)]
      if (period && (last < period.from || first > period.to)) {
        warn('month_outside_double_wage_period')
        continue
      }
      const part: Part = {
        label: month,
        from: period && first < period.from ? period.from : first,
        to: period && last > period.to ? period.to : last,
        amount: ratio(amount),
      }
      sheet.step(part.label, '当月应得工资', part.amount)
      sum = add(sum, part.amount)
      if (earliest !== undefined) {
        const split = part.from < earliest && part.to >= earliest
        if (split) warn('limitation_split_by_day')
        left = add(
          left,
          inTime(part, earliest, (inside) =>
            inside === 0
              ? ZERO
              : divide(multiply(part.amount, ratio(inside)), ratio(weekdaysBetween(part.from, part.to))),
          ),
        )
      }
    }
    leave(left)
    return sheet.step('合计', '各月相加', sum).gives(sum)
  }

  if (facts.monthly === undefined) sheet.needs('unsignedContract.monthly')
  if (facts.months === undefined) {
    if (start === undefined) sheet.needs('employment.start')
    if (end === undefined) sheet.needs('employment.end')
    if (signed === undefined) sheet.needs('unsignedContract.signedOn')
  }
  if (sheet.missing.length > 0) return sheet
  const monthly = ratio(facts.monthly!)

  const daily = divide(monthly, ratio(perMonth.value))
  const byDay = (days: number): Ratio => {
    sheet.uses(perMonth)
    return multiply(daily, ratio(days))
  }
  const partDays = (days: number): Ratio => {
    const amount = byDay(days)
    sheet.step('不满一月', `${written(monthly)} ÷ ${perMonth.value} × ${days} 个工作日`, amount)
    return amount
  }

  if (facts.months !== undefined) {
    sheet.uses(most)
    if (facts.months > most.value) warn('double_wage_months_capped')
    const months = smaller(ratio(facts.months), ratio(most.value))
    const whole = multiply(monthly, months)
    sheet.step('整月', `${written(monthly)} × ${written(months)} 个月`, whole)
    // Whole months found leave the days of the last, unfinished one to be added.
    const days = Number.isInteger(facts.months) && facts.months < most.value ? (facts.workdaysInPartMonth ?? 0) : 0
    const amount = days > 0 ? add(whole, partDays(days)) : whole
    if (earliest !== undefined) {
      // Never signed, the months lie in the first year. Not renewed or not made open-ended, they lie on days not known.
      const latest = period?.to ?? (start === undefined || signed !== null ? undefined : dayBefore(addYears(start, 1)))
      if (latest !== undefined && latest < earliest) leave(ZERO)
      else if (period && period.from >= earliest) leave(amount)
      else warn('limitation_unchecked:double_wage')
    }
    return sheet.step('二倍工资差额', '各月相加', amount).gives(amount)
  }

  const { whole, rest } = monthsOf(start!, period!)
  const days = facts.workdaysInPartMonth
  if (rest && days === undefined) return sheet.needs('unsignedContract.workdaysInPartMonth')
  const parts: Part[] = whole.map((it) => ({ label: '', ...it, amount: monthly }))
  sheet.uses(most)
  let sum = multiply(monthly, ratio(whole.length))
  sheet.step('整月', `${written(monthly)} × ${whole.length} 个月`, sum)
  if (rest && days !== undefined) {
    const amount = partDays(days)
    parts.push({ label: '', ...rest, amount })
    sum = add(sum, amount)
  }
  if (earliest !== undefined) {
    if (parts.some((part) => part.from < earliest && part.to >= earliest)) warn('limitation_split_by_day')
    leave(parts.reduce((left, part) => add(left, inTime(part, earliest, byDay)), ZERO))
  }
  return sheet.gives(sum)
}
