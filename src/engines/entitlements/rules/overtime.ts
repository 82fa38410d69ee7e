/**
 * 劳动法第四十四条（1995-01-01）：延长工作时间不低于百分之一百五十；休息日又不能补休的不低于百分之二百；法定休假日不低于百分之三百。
 * 日工资＝月工资÷21.75，小时工资＝日工资÷8（劳社部发〔2008〕3号、人社部发〔2025〕2号）。
 * 江苏省工资支付条例第六十三条：基数不得低于当地最低工资；他省所给的最低工资同样是下限（劳动法第四十八条）。
 */
import { calendarOf } from '../../../platform/base/workdays.ts'
import { yearOf } from '../../../platform/base/civil-date.ts'
import {
  add,
  compare,
  divide,
  larger,
  multiply,
  ratio,
  subtract,
  written,
  ZERO,
  type Ratio,
} from '../../../platform/base/ratio.ts'
import { LineSheet, type Case } from '../line-sheet.ts'
import type { OvertimeItem, OvertimeKind } from '../model.ts'
import { wagesAccrue } from './limitation.ts'
import { minimumWageOn } from './minimum-wage.ts'
import { JIANGSU } from './notice-pay.ts'

const calendar = calendarOf()

const clauses: Readonly<Record<OvertimeKind, string>> = {
  weekday: '第四十四条第（一）项',
  rest_day: '第四十四条第（二）项',
  statutory_holiday: '第四十四条第（三）项',
}

/** The kind that the day makes it, where its year is known; undefined: an ordinary working day, no overtime. */
export const kindOn = (
  { parameters, chain, warn }: Case,
  { kind, date }: OvertimeItem,
  sheet?: LineSheet,
): OvertimeKind | undefined => {
  if (date === undefined) return kind
  const holidays = parameters.ofYear('statutory_holiday_dates', chain, yearOf(date))
  if (!holidays) {
    warn('holidays_of_year_not_held')
    return kind
  }
  if (holidays.value.includes(date)) {
    sheet?.uses(holidays, date)
    if (kind !== 'statutory_holiday') warn('overtime_day_is_statutory_holiday')
    return 'statutory_holiday'
  }
  const day = calendar.kindOf(date)
  const adjusted = day.ok && day.value === 'makeup'
  if (kind === 'rest_day' && adjusted) {
    warn('overtime_day_is_adjusted_workday')
    return undefined
  }
  if (kind === 'weekday' && day.ok && day.value === 'holiday') {
    warn('overtime_day_is_day_off')
    return 'rest_day'
  }
  if (kind !== 'statutory_holiday') return kind
  warn('overtime_day_is_no_statutory_holiday')
  if (!day.ok) return new Date(`${date}T00:00:00Z`).getUTCDay() % 6 === 0 ? 'rest_day' : undefined
  return day.value === 'holiday' || day.value === 'weekend' ? 'rest_day' : undefined
}

/** One line for each kind worked, in the order weekday, rest day, statutory holiday. */
export const overtime = (work: Case): LineSheet[] => {
  const { claim, parameters, chain, warn } = work
  const sheets = new Map<OvertimeKind, LineSheet>()
  const sums = new Map<OvertimeKind, Ratio>()
  const sheetOf = (kind: OvertimeKind): LineSheet => {
    const made = sheets.get(kind) ?? new LineSheet(`overtime_${kind}`, ['劳动法', clauses[kind]])
    made.accrues = wagesAccrue(work)
    sheets.set(kind, made)
    return made
  }
  for (const [at, item] of (claim.overtime ?? []).entries()) {
    const kind = kindOn(work, item)
    const sheet = sheetOf(kind ?? item.kind)
    if (kind === undefined) {
      sheet.step(item.date!, '当日是工作日，不是这种加班', '0 元')
      continue
    }
    kindOn(work, item, sheet)
    const date = item.date ?? claim.employment?.end
    const perMonth = parameters.at('wage_days_per_month', chain, date)
    const times = parameters.at('overtime_multiplier', chain, date)
    if (!perMonth || !times) {
      sheet.none('no_rule', `${date} 的月计薪天数未收录`)
      continue
    }
    if (item.hours === undefined && item.days === undefined) {
      sheet.needs(`overtime[${at}].hours`)
      continue
    }
    if (item.hours !== undefined && item.days !== undefined) warn('overtime_hours_and_days_added')
    let base = ratio(item.baseMonthly)
    const minimum = minimumWageOn(work, date)
    if (minimum && compare(base, minimum.amount) < 0) {
      for (const { found, value, status } of minimum.used) sheet.uses(found, value, status)
      base = minimum.amount
      if (chain.includes(JIANGSU)) sheet.cites('江苏省工资支付条例', '第六十三条')
      sheet.cites('劳动法', '第四十八条').step('基数保底', '低于最低工资，按最低工资', base)
    }
    sheet.uses(perMonth)
    sheet.uses(times, times.value[kind])
    // Time off makes up for rest days only.
    const off = kind === 'rest_day' ? ratio(item.timeOffDays ?? 0) : ZERO
    const worked = add(ratio(item.days ?? 0), divide(ratio(item.hours ?? 0), ratio(8)))
    const days = larger(ZERO, subtract(worked, off))
    const pay = multiply(multiply(divide(base, ratio(perMonth.value)), days), ratio(times.value[kind]))
    sums.set(kind, add(sums.get(kind) ?? ZERO, pay))
    const units = off.n > 0n ? `（${written(worked)} − 补休 ${written(off)}）天` : `${written(days)} 天`
    sheet.step(
      item.date ?? `第 ${at + 1} 项`,
      `${written(base)} ÷ ${perMonth.value} × ${units} × ${times.value[kind]}`,
      pay,
    )
  }
  return [...sheets].map(([kind, sheet]) => {
    if (kind === 'rest_day' && sheet.status === 'ok') sheet.note('已安排补休的不再支付；法定节假日不得以补休代替')
    return sheet.status === 'ok' ? sheet.gives(sums.get(kind) ?? ZERO) : sheet
  })
}
