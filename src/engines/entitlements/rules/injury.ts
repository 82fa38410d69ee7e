/**
 * 工伤保险条例（2010-12-20 修订，2011-01-01 施行）
 * 第三十五至三十七条：一级至十级一次性伤残补助金为 27/25/23/21/18/16/13/11/9/7 个月本人工资。
 * 第六十四条：本人工资为受伤前十二个月平均月缴费工资，不高于统筹地区职工平均工资的三倍，不低于其百分之六十。
 * 第三十三条：停工留薪期内原工资福利待遇不变，一般不超过十二个月，可再延长不超过十二个月。
 * 第三十九条：工亡补助金为上一年度全国城镇居民人均可支配收入的二十倍；丧葬补助金为六个月统筹地区上年度职工月平均工资。
 * 第六十二条：未参保的由用人单位支付。
 */
import { yearOf } from '../../../platform/base/civil-date.ts'
import { compare, larger, multiply, ratio, smaller, written } from '../../../platform/base/ratio.ts'
import { LineSheet, type Case } from '../line-sheet.ts'
import { wagesAccrue } from './limitation.ts'

const LAW = '工伤保险条例'

/** The pooling area's average: as stated, else as held for the place on the day. */
const poolingAverage = ({ claim, parameters, chain }: Case, sheet: LineSheet): number | undefined => {
  const { localAverageMonthly, date } = claim.injury!
  if (localAverageMonthly !== undefined) return localAverageMonthly
  const held = date === undefined ? undefined : parameters.at('local_avg_monthly_wage', chain, date)
  return held && sheet.uses(held)
}

const disabilityLump = (work: Case): LineSheet | undefined => {
  const { claim, parameters, chain, warn } = work
  const { grade, ownWage, date } = claim.injury!
  if (grade === undefined) return undefined
  const sheet = new LineSheet('injury_disability_lump', [
    LAW,
    grade <= 4 ? '第三十五条' : grade <= 6 ? '第三十六条' : '第三十七条',
  ])
  // The finding of the grade, which the facts do not date.
  sheet.accrues = 'unknown'
  const months = parameters.at('disability_lump_months', chain, date)
  const bounds = parameters.at('own_wage_bounds', chain, date)
  if (!months || !bounds) return sheet.none('no_rule', '2011-01-01 以前的标准未收录')
  if (ownWage === undefined) return sheet.needs('injury.ownWage')
  let wage = ratio(ownWage)
  sheet.step('本人工资', '受伤前十二个月平均月缴费工资，照所给', wage)
  const localAverageMonthly = poolingAverage(work, sheet)
  if (localAverageMonthly === undefined) {
    warn('bounds_unchecked')
    sheet.note('没有统筹地区职工平均工资，未核对百分之六十和三倍的界限')
  } else {
    const [least, most] = [bounds.value.least, bounds.value.most].map((it) =>
      multiply(ratio(localAverageMonthly), ratio(it)),
    )
    const held = smaller(larger(wage, least!), most!)
    if (compare(held, wage) !== 0) {
      sheet.uses(bounds)
      sheet.cites(LAW, '第六十四条').step('界限', `在 ${written(least!)} 与 ${written(most!)} 之间`, held)
    }
    wage = held
  }
  const count = months.value[grade]!
  sheet.uses(months, count)
  const amount = multiply(wage, ratio(count))
  return sheet.step('一次性伤残补助金', `${grade} 级：${written(wage)} × ${count} 个月`, amount).gives(amount)
}

const suspensionWage = (work: Case): LineSheet | undefined => {
  const { claim, parameters, chain, warn } = work
  const { suspensionMonths, suspensionMonthly, suspensionPaid, date } = claim.injury!
  if (suspensionMonths === undefined && suspensionMonthly === undefined) return undefined
  const sheet = new LineSheet('injury_suspension_wage', [LAW, '第三十三条'])
  sheet.accrues = wagesAccrue(work)
  const most = parameters.at('suspension_max_months', chain, date)
  if (!most) return sheet.none('no_rule', '2011-01-01 以前的标准未收录')
  if (suspensionMonths === undefined) sheet.needs('injury.suspensionMonths')
  if (suspensionMonthly === undefined) sheet.needs('injury.suspensionMonthly')
  if (suspensionMonths === undefined || suspensionMonthly === undefined) return sheet
  if (suspensionMonths > most.value) {
    sheet.uses(most)
    warn('suspension_needs_extension')
  }
  const months = smaller(ratio(suspensionMonths), ratio(most.value * 2))
  const amount = multiply(ratio(suspensionMonthly), months)
  sheet.settled = ratio(suspensionPaid ?? 0)
  return sheet.step('停工留薪期工资', `${suspensionMonthly} × ${written(months)} 个月`, amount).gives(amount)
}

const deathLines = (work: Case): LineSheet[] => {
  const { claim, parameters, chain } = work
  const { death, date } = claim.injury!
  if (!death) return []
  const lump = new LineSheet('death_lump', [LAW, '第三十九条第（三）项'])
  const funeral = new LineSheet('funeral_grant', [LAW, '第三十九条第（一）项'])
  // The recognition as a work injury, which the facts do not date.
  lump.accrues = funeral.accrues = 'unknown'
  const times = parameters.at('work_death_multiple', chain, date)
  const months = parameters.at('funeral_months', chain, date)
  const income = date === undefined ? undefined : parameters.ofYear('urban_disposable_income', chain, yearOf(date) - 1)
  if (date === undefined) lump.needs('injury.date')
  else if (!times || !income)
    lump.none('no_rule', `${yearOf(date) - 1} 年全国城镇居民人均可支配收入或者当时的倍数未收录`)
  else {
    lump.uses(times)
    lump.uses(income)
    const amount = multiply(ratio(income.value), ratio(times.value))
    lump.step('一次性工亡补助金', `${yearOf(date) - 1} 年 ${income.value} × ${times.value}`, amount).gives(amount)
  }
  const localAverageMonthly = poolingAverage(work, funeral)
  if (!months) funeral.none('no_rule', '2011-01-01 以前的标准未收录')
  else if (localAverageMonthly === undefined) funeral.needs('injury.localAverageMonthly')
  else {
    const amount = multiply(ratio(localAverageMonthly), ratio(funeral.uses(months)))
    funeral.step('丧葬补助金', `${localAverageMonthly} × ${months.value} 个月`, amount).gives(amount)
  }
  return [lump, funeral]
}

/** Disability lump, suspension wage, and what is due on death. */
export const injuryBenefits = (work: Case): LineSheet[] =>
  work.claim.injury
    ? [disabilityLump(work), suspensionWage(work), ...deathLines(work)].filter((it) => it !== undefined)
    : []
