import type { Path } from './states.ts'

/** Papers that a case is helped with. */
export const paperKinds = [
  'advice_record',
  'mediation_application',
  'mediation_agreement',
  'arbitration_application',
  'power_of_attorney',
  'complaint',
] as const
export type PaperKind = (typeof paperKinds)[number]

/** Papers of each path, in the order in which they are needed. */
export const papersOf: Readonly<Record<Path, readonly PaperKind[]>> = {
  advice: ['advice_record'],
  drafting: ['advice_record', 'arbitration_application', 'complaint'],
  mediation: ['mediation_application', 'mediation_agreement'],
  arbitration: ['power_of_attorney', 'arbitration_application'],
  court: ['power_of_attorney', 'complaint'],
}

/** Fen as yuan in figures, with thousands: 1,234.50. */
export const yuanText = (fen: number): string => {
  const [whole, part] = [Math.floor(fen / 100), fen % 100]
  return `${String(whole).replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${String(part).padStart(2, '0')}`
}

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖']
const UNITS = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿']

const groupText = (value: number): string => {
  let text = ''
  for (let at = 3, gap = false; at >= 0; at--) {
    const digit = Math.floor(value / 10 ** at) % 10
    if (digit === 0) gap = text !== ''
    else {
      text += `${gap ? '零' : ''}${DIGITS[digit]}${UNITS[at]}`
      gap = false
    }
  }
  return text
}

/** Fen as an amount in capital figures, as contracts write it: 壹仟贰佰叁拾肆元伍角整. Below 1,000,000,000,000 yuan. */
export const capitalText = (fen: number): string => {
  const yuan = Math.floor(fen / 100)
  let text = ''
  for (let at = 2, gap = false; at >= 0; at--) {
    const group = Math.floor(yuan / 10_000 ** at) % 10_000
    if (group === 0) {
      gap = text !== ''
      continue
    }
    text += `${text !== '' && (gap || group < 1_000) ? '零' : ''}${groupText(group)}${GROUPS[at]}`
    gap = false
  }
  const [jiao, cents] = [Math.floor(fen / 10) % 10, fen % 10]
  const whole = text === '' ? (jiao + cents > 0 ? '' : '零元') : `${text}元`
  if (jiao === 0 && cents === 0) return `${whole}整`
  const tenths = jiao > 0 ? `${DIGITS[jiao]}角` : whole === '' ? '' : '零'
  return `${whole}${tenths}${cents > 0 ? `${DIGITS[cents]}分` : '整'}`
}
