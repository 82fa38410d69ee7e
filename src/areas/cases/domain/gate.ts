/** How a case ended for one person. */
export const outcomes = [
  'advised',
  'drafted',
  'settled',
  'mediated',
  'awarded',
  'judged',
  'withdrawn',
  'not_supported',
  'not_accepted',
  'referred',
] as const
export type Outcome = (typeof outcomes)[number]

/** Outcomes that are about money: the amounts by kind are stated, or why there is none. */
const withMoney: readonly Outcome[] = ['settled', 'mediated', 'awarded', 'judged']

/** What is known of one person's part of a case, in its present round. */
export interface ClaimantRecord {
  readonly ordinal: number
  readonly outcome: Outcome | null
  readonly amounts: number
  readonly noAmountReason: string | null
  readonly answer: { readonly text: string; readonly deliveredOn: string | null } | null
}

export const lacks = ['CLAIMANT', 'OUTCOME', 'AMOUNTS', 'ANSWER', 'DELIVERY'] as const
export type Lack = (typeof lacks)[number]

/** One person and what is still missing for them; ordinal 0 where nobody is in the case. */
export interface LackOf {
  readonly ordinal: number
  readonly lacks: readonly Lack[]
}

const lacksOf = (it: ClaimantRecord): Lack[] => {
  const moneyStated = it.amounts > 0 || (it.noAmountReason ?? '').trim() !== ''
  return [
    ...(it.outcome === null ? (['OUTCOME'] as const) : []),
    ...((it.outcome === null || withMoney.includes(it.outcome)) && !moneyStated ? (['AMOUNTS'] as const) : []),
    ...(it.answer === null || it.answer.text.trim() === '' ? (['ANSWER'] as const) : []),
    ...(it.answer?.deliveredOn ? [] : (['DELIVERY'] as const)),
  ]
}

/**
 * The gate: what each person of a case still lacks before it may be closed; empty where it may. Every way of closing
 * asks this and nothing else: one case, many at once, an import, a job.
 */
export const lackingForClosure = (claimants: readonly ClaimantRecord[]): LackOf[] => {
  if (claimants.length === 0) return [{ ordinal: 0, lacks: ['CLAIMANT'] }]
  return claimants.map((it) => ({ ordinal: it.ordinal, lacks: lacksOf(it) })).filter((it) => it.lacks.length > 0)
}
