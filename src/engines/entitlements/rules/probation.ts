/**
 * 劳动合同法第十九条（2008-01-01）：合同不满三个月或者以完成任务为期限不得约定试用期；三个月以上不满一年不超过一个月；一年以上不满三年
 * 不超过二个月；三年以上和无固定期限不超过六个月；同一单位与同一劳动者只能约定一次。
 * 第八十三条：违法约定已经履行的，以试用期满月工资为标准，按已履行的超过法定试用期的期间付赔偿金。
 */
import { addMonths } from '../period.ts'
import { multiply, ratio, subtract, written } from '../../../platform/base/ratio.ts'
import { LineSheet, type Case } from '../line-sheet.ts'
import { LAW_BEGINS } from './contract-law.ts'

/** @param earlierProbation true where this employer had agreed on a probation before: then none is lawful */
export const probationDamages = (work: Case, earlierProbation = false): LineSheet | undefined => {
  const { claim, parameters, chain } = work
  const facts = claim.probation
  if (!facts) return undefined
  const sheet = new LineSheet('probation_damages', ['劳动合同法', '第十九条'], ['劳动合同法', '第八十三条'])
  const { start } = claim.employment ?? {}
  const limits = parameters.at('probation_limits', chain, start)
  if (!limits || (start !== undefined && start < LAW_BEGINS)) return sheet.none('no_rule', '劳动合同法 2008-01-01 施行')
  const { contractMonths, servedMonths, regularWage } = facts
  if (contractMonths === undefined) sheet.needs('probation.contractMonths')
  if (servedMonths === undefined) sheet.needs('probation.servedMonths')
  if (contractMonths === undefined || servedMonths === undefined) {
    if (regularWage === undefined) sheet.needs('probation.regularWage')
    return sheet
  }
  const term = contractMonths ?? Infinity
  const row = limits.value.find((it) => it.termBelow === null || term < it.termBelow)
  const lawful = earlierProbation ? 0 : (row?.months ?? 0)
  sheet.uses(limits, lawful)
  sheet.step('法定上限', contractMonths === null ? '无固定期限合同' : `${contractMonths} 个月的合同`, `${lawful} 个月`)
  if (servedMonths <= lawful) return sheet.none('not_applicable', `已履行 ${servedMonths} 个月，没有超过上限`)
  if (regularWage === undefined) return sheet.needs('probation.regularWage')
  const over = subtract(ratio(servedMonths), ratio(lawful))
  const amount = multiply(ratio(regularWage), over)
  sheet.accrues = start === undefined ? 'unknown' : addMonths(start, Math.ceil(servedMonths))
  return sheet
    .step('赔偿金', `${regularWage} ×（${servedMonths} − ${lawful}）＝${regularWage} × ${written(over)}`, amount)
    .gives(amount)
}
