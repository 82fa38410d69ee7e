import { isCivilDate } from '../../../platform/base/civil-date.ts'

type Fault = (value: unknown) => string | undefined

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const isYuan = (value: unknown): boolean =>
  isNumber(value) && value > 0 && value <= 10_000_000 && Math.abs(value * 100 - Math.round(value * 100)) < 1e-4
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const yuan: Fault = (value) => (isYuan(value) ? undefined : '请填大于 0、最多两位小数的金额')

const between =
  (least: number, most: number, what: string): Fault =>
  (value) =>
    isNumber(value) && value >= least && value <= most ? undefined : `请填 ${least} 到 ${most} 之间的${what}`

const wholeBetween =
  (least: number, most: number): Fault =>
  (value) =>
    Number.isInteger(value) ? between(least, most, '整数')(value) : `请填 ${least} 到 ${most} 之间的整数`

const table =
  (keys: readonly string[], each: Fault, name: (key: string) => string): Fault =>
  (value) => {
    if (!isRecord(value)) return `请填齐${keys.map(name).join('、')}`
    for (const key of Object.keys(value)) if (!keys.includes(key)) return `不认识「${key}」`
    for (const key of keys) {
      const fault = each(value[key])
      if (fault !== undefined) return `${name(key)}：${fault}`
    }
    return undefined
  }

const trusts = ['CONFIRMED', 'CORROBORATED', 'UNVERIFIED']
/** Yuan with how far that one figure was borne out. */
const figure: Fault = (value) =>
  Array.isArray(value) && value.length === 2 && isYuan(value[0]) && trusts.includes(String(value[1]))
    ? undefined
    : '请填大于 0、最多两位小数的金额，并写明核实程度'

const holidays: Fault = (value) => {
  if (!Array.isArray(value) || value.length < 7 || value.length > 20) return '请填这一年 7 到 20 个法定节假日当日'
  const days = value.map(String)
  if (!days.every(isCivilDate)) return '日期写作 2027-01-01'
  if (new Set(days).size < days.length) return '有日期写了两次'
  return new Set(days.map((it) => it.slice(0, 4))).size === 1 ? undefined : '这些日期要在同一年'
}

/** Grades that the two lumps on leaving are for. */
export const lumpGrades = ['5', '6', '7', '8', '9', '10'] as const
const grades = table(lumpGrades, yuan, (key) => `${key} 级`)

/** How the value of each concept is written that a county may enter. */
const forms: Readonly<Record<string, Fault>> = {
  local_avg_monthly_wage: yuan,
  urban_disposable_income: yuan,
  heat_allowance: yuan,
  min_wage_class: (value) => (['I', 'II', 'III'].includes(String(value)) ? undefined : '请选一类、二类或者三类'),
  min_wage_monthly: table(['I', 'II', 'III'], figure, (key) => ({ I: '一类', II: '二类', III: '三类' })[key] ?? key),
  injury_medical_lump: grades,
  injury_employment_lump: grades,
  statutory_holiday_dates: holidays,
  wage_days_per_month: between(15, 31, '数'),
  annual_workdays: wholeBetween(200, 366),
  monthly_workdays: between(15, 31, '数'),
  sick_pay_floor_ratio: between(0.1, 1, '比例'),
  idle_allowance_ratio: between(0.1, 1, '比例'),
  maternity_leave_total: wholeBetween(98, 400),
}

/** Concepts of which the version of a year holds for that year alone. */
const yearly = ['statutory_holiday_dates', 'urban_disposable_income']

/** Why a value cannot stand for a concept from a day on; undefined where it can. */
export const valueFault = (concept: string, effective: string, value: unknown): string | undefined => {
  const fault = forms[concept]?.(value) ?? (forms[concept] ? undefined : '这一项随程序更新，不能在这里改')
  if (fault !== undefined) return fault
  if (yearly.includes(concept) && !effective.endsWith('-01-01')) return '这一项按年有效，生效日要写当年 1 月 1 日'
  if (concept === 'statutory_holiday_dates' && String((value as unknown[])[0]).slice(0, 4) !== effective.slice(0, 4))
    return '节假日要和生效日在同一年'
  return undefined
}

/** Which list a concept stands in on the screen. */
export const groupOf = (concept: string): string => {
  if (/wage|sick|idle|heat/.test(concept) && !/own_wage/.test(concept)) return '工资'
  if (/workdays|holiday|leave/.test(concept)) return '工时与假期'
  if (/injury|disab|care|depend|own_wage|occup|suspension|death|income|funeral/.test(concept)) return '工伤'
  return '劳动合同与争议'
}
