/**
 * 劳动合同法第四十八条、第八十七条（2008-01-01）：违法解除或者终止，劳动者要求继续履行的应当继续履行；不要求或者不能继续的，
 * 按第四十七条标准的二倍付赔偿金。
 * 劳动合同法实施条例第二十五条（2008-09-18）：付了赔偿金的不再付经济补偿；年限自用工之日起算，不分段。
 */
import { multiply, ratio } from '../../../platform/base/ratio.ts'
import { LineSheet, type Case } from '../line-sheet.ts'
import { LAW_BEGINS } from './contract-law.ts'
import { severanceOf } from './severance.ts'

export const unlawfulTermination = (work: Case): LineSheet | undefined => {
  const { termination, employment } = work.claim
  if (termination?.ground !== 'unlawful') return undefined
  const sheet = new LineSheet(
    'unlawful_termination',
    ['劳动合同法', '第四十七条'],
    ['劳动合同法', '第四十八条'],
    ['劳动合同法', '第八十七条'],
    ['劳动合同法实施条例', '第二十五条'],
  )
  sheet.accrues = employment?.end ?? 'unknown'
  if (employment?.end !== undefined && employment.end < LAW_BEGINS)
    return sheet.none('no_rule', '劳动合同法 2008-01-01 施行，此前解除的规定未收录')
  const severance = severanceOf(work, sheet, false)
  if (!severance) return sheet
  const amount = multiply(severance, ratio(2))
  return sheet.step('赔偿金', '经济补偿标准 × 2', amount).gives(amount)
}
