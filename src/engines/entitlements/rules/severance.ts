/**
 * 劳动合同法（2008-01-01 施行）
 * 第四十六条：三十八条解除、单位提出的协商解除、四十条、四十一条第一款、期满终止（单位维持或提高条件续订而劳动者不同意的除外）、
 * 破产和关闭解散终止，应付经济补偿。
 * 第四十七条：每满一年一个月工资；六个月以上不满一年算一年，不满六个月付半个月。第二款（例外）：月工资高于当地上年度职工月平均
 * 工资三倍的，按三倍付，年限最高十二年。
 * 第九十七条第三款：施行时存续的合同，依四十六条应付补偿的年限自施行日起算；此前按当时规定。
 */
import { daysBetween, type CivilDate } from '../../../platform/base/civil-date.ts'
import { compare, divide, multiply, ratio, smaller, written, type Ratio } from '../../../platform/base/ratio.ts'
import { LineSheet, type Case } from '../line-sheet.ts'
import { halfYearsOf, lastOfMonth, spanOf } from '../period.ts'
import type { Ground } from '../model.ts'
import { LAW_BEGINS } from './contract-law.ts'
import { severanceWage } from './wage-base.ts'

interface Entitling {
  readonly article: string
  /** Years before the law are left out: no earlier rule gave anything for it. */
  readonly fromLaw?: true
}

/** The grounds that give severance; all others give none. */
const entitling: Partial<Readonly<Record<Ground, Entitling>>> = {
  art36_mutual_employer_proposed: { article: '第三十六条、第四十六条第（二）项' },
  art38_worker_resigns_for_cause: { article: '第三十八条、第四十六条第（一）项' },
  art40_no_fault: { article: '第四十条、第四十六条第（三）项' },
  art41_layoff: { article: '第四十一条第一款、第四十六条第（四）项' },
  art44_1_expiry: { article: '第四十四条第（一）项、第四十六条第（五）项', fromLaw: true },
  art44_4_bankruptcy: { article: '第四十四条第（四）项、第四十六条第（六）项', fromLaw: true },
  art44_5_dissolution: { article: '第四十四条第（五）项、第四十六条第（六）项', fromLaw: true },
  other_severance: { article: '第四十六条' },
}

/** Why the other grounds give none. */
const refusing: Partial<Readonly<Record<Ground, string>>> = {
  art36_employee_proposed: '劳动者提出的协商解除，第四十六条第（二）项不及于此',
  art37_resign: '劳动者依第三十七条辞职，无经济补偿',
  art39_fault: '单位依第三十九条解除，无经济补偿',
  art44_2_3_retire_death: '因享受养老待遇或者死亡等终止，第四十六条未列',
}

/** Half years of service; undefined where facts are missing, which the sheet then names. */
export const serviceHalfYears = (
  { claim: { employment }, warn }: Case,
  sheet: LineSheet,
  fromLaw: boolean,
): number | undefined => {
  const { start, end, serviceYears, precision } = employment ?? {}
  const counted = (from: CivilDate): number | undefined =>
    end === undefined ? undefined : halfYearsOf(spanOf(from, end))
  if (serviceYears !== undefined) {
    const halves = Math.round(serviceYears * 2)
    if (fromLaw && (start === undefined || start < LAW_BEGINS)) warn('service_before_2008_unchecked')
    else if (start !== undefined && end !== undefined && counted(start) !== halves)
      warn('service_years_differ_from_dates')
    sheet.step('计算年限', '照所给的年限', `${serviceYears} 年`)
    return halves
  }
  if (start === undefined || end === undefined) {
    sheet.needs(...(start === undefined ? ['employment.start'] : []), ...(end === undefined ? ['employment.end'] : []))
    return undefined
  }
  const before = start < LAW_BEGINS
  const from = fromLaw && before ? LAW_BEGINS : start
  const span = spanOf(from, end)
  const halves = halfYearsOf(span)
  if (before && fromLaw) sheet.cites('劳动合同法', '第九十七条第三款')
  if (before) warn(fromLaw ? 'service_before_2008_left_out' : 'service_before_2008_counted')
  if (precision === 'month' && from === start) {
    const last = lastOfMonth(start.slice(0, 7))
    if (last <= end && counted(last) !== halves) warn('start_month_only')
  }
  const years = Math.floor(span.months / 12)
  sheet.step(
    '计算年限',
    `${from} 至 ${end}（首尾都计）＝${years} 年 ${span.months % 12} 个月${span.more ? '余' : ''}${from === start ? '' : '，2008 年以前不计'}`,
    `${halves / 2} 年`,
  )
  return halves
}

/**
 * Where no average is held and the wage is above what three times the neighbouring cities' comes to: what the cap would
 * leave at the least and most. Only told, the amount stays uncapped.
 */
const rangeOfCap = ({ claim, parameters, chain, warn }: Case, sheet: LineSheet, wage: Ratio, years: Ratio): void => {
  const near = parameters.at('three_times_average_nearby', chain, claim.employment?.end)
  const most = parameters.at('severance_cap_years', chain, claim.employment?.end)
  if (!near || !most || compare(wage, ratio(near.value.least)) <= 0) return
  warn('cap_possible')
  sheet.uses(near, `${near.value.least} 至 ${near.value.most}`)
  const [least, upper] = [near.value.least, near.value.most].map((line) =>
    multiply(smaller(wage, ratio(line)), smaller(years, ratio(most.value))),
  )
  sheet.step(
    '可能封顶',
    `邻近设区市的三倍线在 ${near.value.least} 至 ${near.value.most} 元；月工资若高于本地的三倍线，只按三倍、最多 ${most.value} 年`,
    `约 ${written(least!)} 至 ${written(upper!)} 元`,
  )
}

/** N: the exact severance, with its steps on the sheet; undefined where facts are missing. */
export const severanceOf = (work: Case, sheet: LineSheet, fromLaw: boolean): Ratio | undefined => {
  const { claim, parameters, chain, warn } = work
  const wage = severanceWage(work, sheet)
  const halves = serviceHalfYears(work, sheet, fromLaw)
  if (!wage || halves === undefined) return undefined
  const years = divide(ratio(halves), ratio(2))
  const { wages, employment } = claim
  const plain = { base: wage, years }
  const capped = (): typeof plain | undefined => {
    if (wages?.aboveThreeTimes === false) {
      const line = wages.localAverageMonthly
      if (line !== undefined && compare(wage, multiply(ratio(line), ratio(3))) > 0)
        warn('not_above_three_times_differs')
      sheet.note('工资不高于当地职工月平均工资三倍已有定论，不封顶')
      return plain
    }
    const held = parameters.at('local_avg_monthly_wage', chain, employment?.end)
    const average = wages?.localAverageMonthly ?? held?.value
    if (average === undefined) {
      if (wages?.aboveThreeTimes) {
        sheet.needs('wages.localAverageMonthly')
        return undefined
      }
      warn('cap_unchecked')
      rangeOfCap(work, sheet, wage, years)
      sheet.note('没有当地上年度职工月平均工资，未核对三倍封顶')
      return plain
    }
    const multiple = parameters.at('severance_cap_multiple', chain, employment?.end)
    const most = parameters.at('severance_cap_years', chain, employment?.end)
    if (!multiple || !most) return plain
    const cap = multiply(ratio(average), ratio(sheet.uses(multiple)))
    if (wages?.localAverageMonthly === undefined && held) sheet.uses(held)
    const above = compare(wage, cap) > 0
    if (wages?.aboveThreeTimes === true && !above) warn('above_three_times_differs')
    sheet.step('三倍线', `${average} × ${multiple.value}${above ? '，月工资高于它' : '，月工资不高于它，不封顶'}`, cap)
    if (!above) return plain
    sheet.uses(most)
    return { base: cap, years: smaller(years, ratio(most.value)) }
  }
  const result = capped()
  if (!result) return undefined
  const amount = multiply(result.base, result.years)
  sheet.step('经济补偿标准', `${written(result.base)} × ${written(result.years)}`, amount)
  return amount
}

/** 经济补偿 on the given ground. */
export const economicCompensation = (work: Case): LineSheet | undefined => {
  const { termination, employment } = work.claim
  if (!termination) return undefined
  const sheet = new LineSheet('economic_compensation', ['劳动合同法', '第四十七条'])
  const { ground } = termination
  // Shut out by 2N, which the exclusions say.
  if (ground === 'unlawful') return sheet
  const rule = entitling[ground]
  if (!rule) return sheet.cites('劳动合同法', '第四十六条').none('not_applicable', refusing[ground] ?? '第四十六条未列')
  sheet.cites('劳动合同法', rule.article)
  sheet.accrues = employment?.end ?? 'unknown'
  if (employment?.end !== undefined && employment.end < LAW_BEGINS)
    return sheet.none('no_rule', '劳动合同法 2008-01-01 施行，此前解除或者终止的规定未收录')
  if (ground === 'art44_1_expiry') sheet.note('单位维持或者提高原条件续订而劳动者不同意的，没有经济补偿')
  const amount = severanceOf(work, sheet, rule.fromLaw === true)
  return amount ? sheet.gives(amount) : sheet
}

/** Days between two dates, both counted. */
export const daysCounted = (from: CivilDate, to: CivilDate): number => daysBetween(from, to) + 1
