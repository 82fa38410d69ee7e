/**
 * 劳动合同法第二十二条（2008-01-01）：违反服务期约定的违约金不超过培训费用，也不超过尚未履行部分应分摊的费用。
 * 劳动合同法实施条例第二十六条：劳动者依第三十八条解除的不属于违反服务期，单位不得要求违约金。
 * 竞业限制补偿：江苏省劳动合同条例第二十八条，不低于离职前十二个月平均工资的三分之一。
 */
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import type { Ground } from '../model.ts'
import { divide, multiply, ratio, smaller, type Ratio } from '../../../platform/base/ratio.ts'
import { LineSheet, type Case } from '../line-sheet.ts'
import { LAW_BEGINS } from './contract-law.ts'

/** Ends of the relation that are a worker's breach of the period, or may be. */
const breaching: readonly (Ground | undefined)[] = [undefined, 'art37_resign', 'art36_employee_proposed', 'art39_fault']

export const trainingPenalty = ({ claim }: Case): LineSheet | undefined => {
  const facts = claim.training
  if (!facts) return undefined
  const sheet = new LineSheet('training_penalty', ['劳动合同法', '第二十二条'])
  if (claim.employment?.end !== undefined && claim.employment.end < LAW_BEGINS)
    return sheet.none('no_rule', '劳动合同法 2008-01-01 施行')
  if (!breaching.includes(claim.termination?.ground))
    return sheet.cites('劳动合同法实施条例', '第二十六条').none('not_applicable', '不是劳动者违反服务期约定')
  const { cost, servicePeriodMonths, unservedMonths } = facts
  if (cost === undefined) sheet.needs('training.cost')
  if (servicePeriodMonths === undefined) sheet.needs('training.servicePeriodMonths')
  if (unservedMonths === undefined) sheet.needs('training.unservedMonths')
  if (cost === undefined || servicePeriodMonths === undefined || unservedMonths === undefined) return sheet
  const unserved = smaller(ratio(unservedMonths), ratio(servicePeriodMonths))
  const amount = divide(multiply(ratio(cost), unserved), ratio(servicePeriodMonths))
  return sheet
    .note('由劳动者支付，这是上限')
    .step('违约金上限', `${cost} × ${unservedMonths} ÷ ${servicePeriodMonths}`, amount)
    .gives(amount)
}

/** The least compensation a month for a non-compete clause, of the average wage given. */
export const nonCompeteFloor = ({ parameters, chain }: Case, average: number, date: CivilDate): Ratio | undefined => {
  const share = parameters.at('non_compete_ratio', chain, date)?.value
  return share && divide(multiply(ratio(average), ratio(share.numerator)), ratio(share.denominator))
}
