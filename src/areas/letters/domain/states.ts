import { fail, ok, type Result } from '../../../platform/base/result.ts'

export const letterStates = [
  'draft',
  'submitted',
  'issued',
  'delivered',
  'answered',
  'overdue',
  'closed',
  'escalated',
  'withdrawn',
] as const
export type LetterState = (typeof letterStates)[number]

export const letterActions = [
  'edit',
  'drop',
  'submit',
  'return',
  'issue',
  'deliver',
  'answer',
  'verify',
  'lapse',
  'close',
  'escalate',
  'withdraw',
] as const
export type LetterAction = (typeof letterActions)[number]

/** From which states an action leads where. A state that is not named refuses the action. */
const moves: Readonly<Record<LetterAction, Partial<Record<LetterState, LetterState>>>> = {
  edit: { draft: 'draft' },
  drop: { draft: 'draft' },
  submit: { draft: 'submitted' },
  return: { submitted: 'draft' },
  issue: { submitted: 'issued' },
  deliver: { issued: 'delivered' },
  // An answer that comes late is kept as well; what was escalated stays so.
  answer: { delivered: 'answered', overdue: 'answered', answered: 'answered', escalated: 'escalated' },
  verify: { answered: 'answered', escalated: 'escalated' },
  lapse: { delivered: 'overdue' },
  close: { answered: 'closed', overdue: 'closed', escalated: 'closed' },
  escalate: { answered: 'escalated', overdue: 'escalated' },
  withdraw: { issued: 'withdrawn', delivered: 'withdrawn', overdue: 'withdrawn', answered: 'withdrawn' },
}

/** The state after an action, or LETTER_STATE with the state that does not allow it. */
export const decide = (state: LetterState, action: LetterAction): Result<LetterState, 'LETTER_STATE'> => {
  const next = moves[action][state]
  return next ? ok(next) : fail('LETTER_STATE', { state, action })
}

/** A letter that has left the house: it has a number and never changes. */
export const isOut = (state: LetterState): boolean => state !== 'draft' && state !== 'submitted'

export interface Answered {
  /** Absent until somebody has looked whether what was asked was done. */
  readonly obeyed?: boolean
}

/**
 * Whether the opinion may be followed by a recommendation (江苏省工会劳动法律监督条例 第二十一条): it was delivered, and
 * it was not answered in time or, as somebody verified, not obeyed.
 */
export const mayRecommend = (
  opinion: { readonly kind: string; readonly state: LetterState; readonly deliveredOn: string | null },
  newest: Answered | undefined,
): Result<undefined, 'OPINION_NOT_DELIVERED' | 'OPINION_NOT_DUE' | 'OPINION_OBEYED' | 'OPINION_MISSING'> => {
  if (opinion.kind !== 'opinion') return fail('OPINION_MISSING')
  if (opinion.state === 'withdrawn') return fail('OPINION_MISSING')
  if (!isOut(opinion.state) || opinion.deliveredOn === null) return fail('OPINION_NOT_DELIVERED')
  if (opinion.state === 'overdue') return ok(undefined)
  if (opinion.state === 'delivered') return fail('OPINION_NOT_DUE')
  if (opinion.state === 'closed' || newest?.obeyed === true) return fail('OPINION_OBEYED')
  if (newest !== undefined && newest.obeyed === undefined) return fail('OPINION_NOT_DUE')
  return ok(undefined)
}
