import type { Case, LineSheet } from './line-sheet.ts'
import type { LineCode } from './model.ts'

/** A code that may be claimed without a line of its own: the relation is to go on (劳动合同法第四十八条). */
const REINSTATEMENT = 'reinstatement'

interface Exclusion {
  readonly winner: LineCode | typeof REINSTATEMENT
  readonly losers: readonly LineCode[]
  readonly why: string
}

/** Which line shuts out which. Double wages and injury lumps stand beside severance. */
const exclusions: readonly Exclusion[] = [
  {
    winner: REINSTATEMENT,
    losers: ['unlawful_termination', 'economic_compensation', 'notice_pay'],
    why: '要求继续履行劳动合同的，不再付赔偿金、经济补偿和代通知金（劳动合同法第四十八条）',
  },
  {
    winner: 'unlawful_termination',
    losers: ['economic_compensation', 'notice_pay'],
    why: '违法解除付赔偿金的，不再付经济补偿（劳动合同法实施条例第二十五条），代通知金只用于第四十条',
  },
]

/** Marks lines that another shuts out. With both reinstatement and 2N claimed, 2N stands as the alternative. */
export const exclude = ({ claim, warn }: Case, sheets: readonly LineSheet[]): void => {
  const asked = (code: string): boolean => claim.claimed?.some((it) => it.code === code) ?? false
  const unlawful = claim.termination?.ground === 'unlawful'
  for (const { winner, losers, why } of exclusions) {
    if (!unlawful || (winner === REINSTATEMENT && !asked(REINSTATEMENT))) continue
    if (winner === REINSTATEMENT && asked('unlawful_termination')) {
      warn('reinstatement_or_damages')
      continue
    }
    for (const sheet of sheets) if (losers.includes(sheet.code)) sheet.exclude(winner, why)
  }
}
