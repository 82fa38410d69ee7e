/**
 * 劳动合同法第三十条（2008-01-01）：按约定和国家规定及时足额支付劳动报酬。
 * 第八十五条：由劳动行政部门责令限期支付，逾期不付的，按应付金额百分之五十以上百分之一百以下加付——加付不由本引擎计入。
 * 劳部发〔1994〕481号的百分之二十五补偿金已于 2017-11-24 废止，不计。
 */
import { add, divide, larger, multiply, ratio, subtract, written, ZERO } from '../../../platform/base/ratio.ts'
import { LineSheet, type Case } from '../line-sheet.ts'
import { wagesAccrue } from './limitation.ts'

export const wageArrears = (work: Case): LineSheet | undefined => {
  const { claim, parameters, chain, warn } = work
  if (!claim.arrears || claim.arrears.length === 0) return undefined
  const sheet = new LineSheet('wage_arrears', ['劳动法', '第五十条'], ['劳动合同法', '第三十条'])
  sheet.accrues = wagesAccrue(work)
  const perMonth = parameters.at('wage_days_per_month', chain, claim.employment?.end)
  let [sum, left] = [ZERO, ZERO]
  for (const [at, item] of claim.arrears.entries()) {
    const paid = ratio(item.paid ?? 0)
    let due = ZERO
    if (item.due !== undefined) {
      due = ratio(item.due)
      sheet.step(`第 ${at + 1} 笔`, '应付，照所给', due)
    } else if (item.monthly === undefined) sheet.needs(`arrears[${at}].due`)
    else if (item.months === undefined && item.workdays === undefined) sheet.needs(`arrears[${at}].months`)
    else {
      const monthly = ratio(item.monthly)
      due = multiply(monthly, ratio(item.months ?? 0))
      if (item.months !== undefined) sheet.step(`第 ${at + 1} 笔`, `${written(monthly)} × ${item.months} 个月`, due)
      if (item.workdays !== undefined) {
        if (!perMonth) return sheet.none('no_rule', '当时的月计薪天数未收录')
        const part = multiply(divide(monthly, ratio(sheet.uses(perMonth))), ratio(item.workdays))
        sheet.step(`第 ${at + 1} 笔`, `${written(monthly)} ÷ ${perMonth.value} × ${item.workdays} 个工作日`, part)
        due = add(due, part)
      }
    }
    sum = add(sum, due)
    left = add(left, larger(ZERO, subtract(due, paid)))
  }
  if (sheet.missing.length > 0) return sheet
  sheet.settled = subtract(sum, left)
  const order = claim.events?.find((it) => it.kind === 'order')
  const extra = order && parameters.at('art85_ratio', chain, order.date)
  if (extra) {
    const { least, most } = extra.value
    const range = `${written(multiply(left, ratio(least)))} 至 ${written(multiply(left, ratio(most)))} 元`
    sheet.cites('劳动合同法', '第八十五条')
    sheet.step('可另行主张', '责令后逾期不付的，加付应付金额的 50%–100%，由人社部门或者裁判确定，未计入', range)
    warn('art85_may_be_asked')
  } else warn('art85_not_counted')
  return sheet.step('拖欠合计', '各笔相加', sum).gives(sum)
}
