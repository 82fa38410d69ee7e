import { fail, ok, type Result } from '../../../platform/base/result.ts'

export const caseStates = ['received', 'open', 'closed'] as const
export type CaseState = (typeof caseStates)[number]
export type CaseAction = 'accept' | 'work' | 'close' | 'reopen'

/** A case that is not taken on is closed too, so that the person is told by the same gate. */
const moves: Readonly<Record<CaseAction, Partial<Record<CaseState, CaseState>>>> = {
  accept: { received: 'open', open: 'open' },
  work: { received: 'received', open: 'open' },
  close: { received: 'closed', open: 'closed' },
  reopen: { closed: 'open' },
}

/** The state after an action, or CASE_STATE with the state that does not allow it. */
export const decide = (state: CaseState, action: CaseAction): Result<CaseState, 'CASE_STATE'> => {
  const next = moves[action][state]
  return next ? ok(next) : fail('CASE_STATE', { state, action })
}

export const paths = ['advice', 'drafting', 'mediation', 'arbitration', 'court'] as const
export type Path = (typeof paths)[number]

export const topics = [
  'wages',
  'termination',
  'contract',
  'overtime',
  'leave',
  'injury',
  'insurance',
  'women',
  'other',
] as const
export type Topic = (typeof topics)[number]

/** Days after a closing in which the person is called and asked whether it is settled; our own choice, not law. */
export const CALLBACK_DAYS = 30
