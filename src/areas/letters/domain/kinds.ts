/** 提示函, 意见书, 建议书: each sharper than the one before. */
export const letterKinds = ['reminder', 'opinion', 'recommendation'] as const
export type LetterKind = (typeof letterKinds)[number]

export interface Term {
  /** Working days after delivery; the day of delivery is not counted. */
  readonly workdays: number
  /** Whether a law sets the term. */
  readonly statutory: boolean
  /** What a reader is told of where it comes from. */
  readonly basis: string
}

export const terms: Readonly<Record<LetterKind, Term>> = {
  // Jiangsu's regulation knows no reminder: the union asks for ten days, as Inner Mongolia's regulation has them.
  reminder: { workdays: 10, statutory: false, basis: '工会建议的答复期，不是法定期限' },
  opinion: { workdays: 15, statutory: true, basis: '《江苏省工会劳动法律监督条例》第二十条' },
  recommendation: { workdays: 5, statutory: true, basis: '《江苏省工会劳动法律监督条例》第二十三条' },
}

/** A union's own sign for a kind, between its code and the year. */
const marks: Readonly<Record<LetterKind, string>> = { reminder: '提', opinion: '意', recommendation: '建' }

/** 发文字号, such as 泗洪工意〔2026〕3号: hexagonal brackets, the number without leading zeros (GB/T 9704, 7.2.5). */
export const numberText = (organCode: string, kind: LetterKind, year: number, sequence: number): string =>
  `${organCode}${marks[kind]}〔${year}〕${sequence}号`

/** Where none is set: 泗洪县总工会 gives 泗洪工. */
export const organCodeOf = (unionName: string): string => `${unionName.replace(/(县|市|区)?总工会$/, '')}工`
