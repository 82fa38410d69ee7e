import type { LineCode, Step } from '../../../engines/entitlements/index.ts'

/** How each line is reckoned, in one sentence for whoever has never read a law. */
export const inPlainWords: Readonly<Record<LineCode, string>> = {
  unlawful_termination: '每做满一年算一个月工资，零头够半年算一年、不够半年算半年，加起来再翻一倍。',
  economic_compensation: '每做满一年算一个月工资，零头够半年算一年、不够半年算半年。',
  notice_pay: '没有提前三十天书面通知的，多付一个月工资。',
  double_wage: '上班满一个月以后，没签合同的每个月另付一份工资，最多十一个月。',
  wage_arrears: '应该发的，减去已经发的。',
  overtime_weekday: '一小时的工资（月工资 ÷ 21.75 天 ÷ 8 小时）× 小时数 × 1.5 倍。',
  overtime_rest_day: '一天的工资（月工资 ÷ 21.75 天）× 没有补休的天数 × 2 倍。',
  overtime_statutory_holiday: '一天的工资（月工资 ÷ 21.75 天）× 天数 × 3 倍。',
  annual_leave_pay: '一天的工资（月工资 ÷ 21.75 天）× 没休的天数 × 2 倍；平时那一份工资已经发过，不重复算。',
  probation_damages: '试用期比法律允许的多过了几个月，就按转正后的工资赔几个月。',
  min_wage_shortfall: '每个月比最低工资少多少，就补多少，各月相加。',
  sick_pay: '病假的那几天，不低于最低工资的八成。',
  heat_allowance: '在高温下干活的月数 × 每月的标准。',
  injury_disability_lump: '受伤前的平均月缴费工资 × 按伤残级数定的月数。',
  injury_medical_lump: '按伤残级数定的一笔钱，各省自己定。',
  injury_employment_lump: '按伤残级数定的一笔钱，各省自己定。',
  injury_suspension_wage: '停工治伤的月数 × 受伤以前的月工资，减去已经发的。',
  death_lump: '出事的上一年，全国城镇居民人均可支配收入 × 20。',
  funeral_grant: '当地职工的月平均工资 × 6 个月。',
  training_penalty: '培训费按服务期分摊，只付还没有做满的那几个月。',
}

const format = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 })
const yuan = (amount: number): string => format.format(amount)

/** Long numbers in groups of three, as on the rest of the page; dates and numbers of documents stay. */
const grouped = (text: string): string =>
  text.replaceAll(/\d[\d.-]*/g, (number) => (/^\d{5,}(\.\d+)?$/.test(number) ? yuan(Number(number)) : number))

/** A step as it is shown: a sum after an equals sign, a period or a last day after a comma. */
export const shownStep = ({ label, expression, value }: Step): { readonly label: string; readonly text: string } => {
  const sum = /^(\d+(?:\.\d+)?) 元$/.exec(value)
  const result = sum ? `${yuan(Number(sum[1]))} 元` : grouped(value)
  const sign = /\d{4}-\d{2}-\d{2}/.test(value) ? '，' : ' ＝ '
  return { label, text: grouped(expression) + (value.trim() === '' ? '' : sign + result) }
}
