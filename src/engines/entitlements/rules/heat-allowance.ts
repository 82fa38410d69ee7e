/**
 * 苏人社发〔2018〕113号（2018-06-01）：6 至 9 月，三十五度以上露天作业或者室内不能降到三十三度以下的，按月发高温津贴；
 * 不计入最低工资，不得以饮料抵。
 */
import { add, ratio, ZERO } from '../../../platform/base/ratio.ts'
import { LineSheet, type Case } from '../line-sheet.ts'

/** @param months YYYY-MM worked in the heat; months outside June to September count nothing */
export const heatAllowance = ({ parameters, chain }: Case, months: readonly string[]): LineSheet => {
  const sheet = new LineSheet('heat_allowance', [
    '江苏省关于调整企业职工夏季高温津贴标准的通知',
    '苏人社发〔2018〕113号',
  ])
  let sum = ZERO
  for (const month of new Set(months)) {
    if (!['06', '07', '08', '09'].includes(month.slice(5, 7))) {
      sheet.step(month, '不在 6 至 9 月', '0 元')
      continue
    }
    const found = parameters.at('heat_allowance', chain, `${month}-01`)
    if (!found) return sheet.none('no_rule', `${month} 当地的高温津贴标准未收录`)
    sum = add(sum, ratio(sheet.uses(found)))
    sheet.step(month, '每月标准', ratio(found.value))
  }
  return sheet.gives(sum)
}
