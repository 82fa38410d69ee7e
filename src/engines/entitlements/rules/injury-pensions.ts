/**
 * 工伤保险条例第三十四至三十六条、第三十九条（2011-01-01）：护理费为统筹地区上年度职工月平均工资的 50%、40%、30%；
 * 一级至四级按月领伤残津贴 90%、85%、80%、75% 本人工资，五级、六级难以安排工作的由单位按月发 70%、60%，低于最低工资的补足；
 * 供养亲属抚恤金配偶 40%、其他亲属 30%，孤寡的加 10%，合计不高于本人工资。
 */
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import { add, larger, multiply, ratio, smaller, ZERO, type Ratio } from '../../../platform/base/ratio.ts'
import type { Case } from '../line-sheet.ts'
import { minimumWageOn } from './minimum-wage.ts'

/** A month of disability pension; undefined for grades 7 to 10 and before the law. */
export const disabilityPension = (work: Case, grade: number, ownWage: number, date: CivilDate): Ratio | undefined => {
  const share = work.parameters.at('disability_pension_ratio', work.chain, date)?.value[grade]
  if (share === undefined) return undefined
  return larger(multiply(ratio(ownWage), ratio(share)), minimumWageOn(work, date)?.amount ?? ZERO)
}

export type Care = 'full' | 'most' | 'part'

/** A month of care allowance from the pooling area's average wage. */
export const careAllowance = (
  { parameters, chain }: Case,
  need: Care,
  localAverage: number,
  date: CivilDate,
): Ratio | undefined => {
  const share = parameters.at('care_ratio', chain, date)?.value[need]
  return share === undefined ? undefined : multiply(ratio(localAverage), ratio(share))
}

export interface Dependant {
  readonly spouse?: boolean
  /** A widowed old person or an orphan. */
  readonly alone?: boolean
}

/** A month for all dependants together. */
export const dependantsPension = (
  { parameters, chain }: Case,
  dependants: readonly Dependant[],
  ownWage: number,
  date: CivilDate,
): Ratio | undefined => {
  const held = parameters.at('dependant_ratio', chain, date)?.value
  if (!held) return undefined
  const shares = dependants.reduce(
    (sum, it) => add(sum, add(ratio(it.spouse ? held.spouse : held.other), ratio(it.alone ? held.aloneExtra : 0))),
    ZERO,
  )
  return multiply(ratio(ownWage), smaller(shares, ratio(held.most)))
}
