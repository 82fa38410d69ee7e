const names: Readonly<Record<string, string>> = {
  I: '一类',
  II: '二类',
  III: '三类',
  weekday: '平时',
  rest_day: '休息日',
  statutory_holiday: '法定节日',
  full: '全部',
  most: '最多',
  part: '部分',
  least: '最少',
  spouse: '配偶',
  other: '其他亲属',
  aloneExtra: '孤寡另加',
  fromYears: '工龄满（年）',
  days: '天数',
  termBelow: '合同不满（月）',
  months: '月数',
  below: '不足（月）',
  share: '比例',
  numerator: '分子',
  denominator: '分母',
  seriousExtra: '重病另加',
  terminalExtra: '绝症另加',
  totalBelow: '工龄不满（年）',
  unitBelow: '本单位不满（年）',
  window: '累计（月）',
  base: '基本',
  difficultBirth: '难产另加',
  eachFurtherChild: '多胞胎每多一个',
  miscarriageEarly: '流产不满四个月',
  miscarriageLate: '流产满四个月',
}
const trusts: readonly unknown[] = ['CONFIRMED', 'CORROBORATED', 'UNVERIFIED']

/** How far a figure was borne out. */
export const trustNames = { CONFIRMED: '已核原文', CORROBORATED: '有印证', UNVERIFIED: '未核实' } as const

export const regionNames: Readonly<Record<string, string>> = {
  '000000': '全国',
  '320000': '江苏省',
  '321300': '宿迁市',
  '321324': '泗洪县',
}

const nameOf = (key: string): string => names[key] ?? (/^\d+$/.test(key) ? `${key} 级` : key)

/** A parameter's value as a person reads it, whatever its form. */
export const parameterText = (value: unknown): string => {
  if (value === null || value === undefined) return '—'
  if (typeof value === 'number') return value.toLocaleString('zh-CN', { maximumFractionDigits: 4 })
  if (typeof value === 'string') return names[value] ?? value
  if (Array.isArray(value)) {
    // One figure of several, with how far it was borne out.
    if (value.length === 2 && trusts.includes(value[1]))
      return `${parameterText(value[0])}${value[1] === 'UNVERIFIED' ? '（未核实）' : ''}`
    return value.map(parameterText).join('；')
  }
  return Object.entries(value)
    .map(([key, one]) => `${nameOf(key)} ${one === null ? '不限' : parameterText(one)}`)
    .join('，')
}

/** The value with its unit, where a unit says anything: a class or dates have none. */
export const parameterWithUnit = (value: unknown, unit: string): string =>
  typeof value === 'number' || (typeof value === 'object' && value !== null && !Array.isArray(value))
    ? `${parameterText(value)} ${unit}`
    : parameterText(value)
