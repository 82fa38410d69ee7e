/**
 * 劳动合同法第四十条（2008-01-01）：三种无过失情形，提前三十日书面通知或者额外付一个月工资后可以解除。
 * 劳动合同法实施条例第二十条：额外的一个月工资按上一个月的工资标准。
 * 江苏省劳动合同条例第三十二条（2013-05-01）：上月工资不能反映正常水平的取前十二个月平均，并不低于最低工资。
 */
import { compare, ratio } from '../../../platform/base/ratio.ts'
import { LineSheet, type Case } from '../line-sheet.ts'
import { minimumWageOn } from './minimum-wage.ts'
import { LAW_BEGINS } from './contract-law.ts'

export const JIANGSU = '320000'

export const noticePay = (work: Case): LineSheet | undefined => {
  const { termination, employment } = work.claim
  if (!termination) return undefined
  const { ground, noticeGiven, noticePayAsked, lastMonthWage } = termination
  const sheet = new LineSheet('notice_pay', ['劳动合同法', '第四十条'])
  // Shut out by 2N, which the exclusions say.
  if (ground === 'unlawful') return sheet
  if (ground !== 'art40_no_fault')
    return noticePayAsked ? sheet.none('not_applicable', '只有依第四十条解除而未提前三十日书面通知的才有') : undefined
  sheet.cites('劳动合同法实施条例', '第二十条')
  sheet.accrues = employment?.end ?? 'unknown'
  if (employment?.end !== undefined && employment.end < LAW_BEGINS)
    return sheet.none('no_rule', '劳动合同法 2008-01-01 施行，此前的规定未收录')
  if (noticeGiven === true) return sheet.none('not_applicable', '已提前三十日书面通知')
  if (noticeGiven === undefined) sheet.needs('termination.noticeGiven')
  if (lastMonthWage === undefined) sheet.needs('termination.lastMonthWage')
  if (noticeGiven === undefined || lastMonthWage === undefined) return sheet
  const wage = ratio(lastMonthWage)
  sheet.step('代通知金', '解除前上一个月工资', wage)
  const minimum = work.chain.includes(JIANGSU) ? minimumWageOn(work, employment?.end) : undefined
  if (!minimum || compare(wage, minimum.amount) >= 0) return sheet.gives(wage)
  for (const { found, value, status } of minimum.used) sheet.uses(found, value, status)
  sheet
    .cites('江苏省劳动合同条例', '第三十二条')
    .step('最低工资保底', '上月工资低于最低工资，按最低工资', minimum.amount)
  return sheet.gives(minimum.amount)
}
