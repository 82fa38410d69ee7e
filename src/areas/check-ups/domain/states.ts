import type { CivilDate } from '../../../platform/base/civil-date.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'

export const checkUpStates = ['planned', 'in_progress', 'submitted', 'reported'] as const
export type CheckUpState = (typeof checkUpStates)[number]
export type CheckUpAction = 'assign' | 'start' | 'save' | 'submit' | 'self_check' | 'photograph' | 'report'

/** From which states an action leads where. A state that is not named refuses the action. */
const moves: Readonly<Record<CheckUpAction, Partial<Record<CheckUpState, CheckUpState>>>> = {
  assign: { planned: 'planned' },
  start: { planned: 'in_progress' },
  save: { in_progress: 'in_progress' },
  submit: { in_progress: 'submitted' },
  // What the enterprise says of itself is of worth only before it knows what was found.
  self_check: { planned: 'planned', in_progress: 'in_progress' },
  // Photos of a phone that was offline may arrive after the answers.
  photograph: { in_progress: 'in_progress', submitted: 'submitted' },
  report: { submitted: 'reported' },
}

export const decide = (state: CheckUpState, action: CheckUpAction): Result<CheckUpState, 'CHECK_UP_STATE'> => {
  const next = moves[action][state]
  return next ? ok(next) : fail('CHECK_UP_STATE', { state, action })
}

/** 待整改, 已提交, 复查通过, 退回. 逾期 is no state of its own: it is one of these after its day. */
export const findingStates = ['open', 'submitted', 'passed', 'returned'] as const
export type FindingState = (typeof findingStates)[number]
export type FindingAction = 'prove' | 'pass' | 'return'

const repairs: Readonly<Record<FindingAction, Partial<Record<FindingState, FindingState>>>> = {
  prove: { open: 'submitted', returned: 'submitted', submitted: 'submitted' },
  // Inspectors may see a repair with their own eyes before anything was sent in.
  pass: { open: 'passed', submitted: 'passed', returned: 'passed' },
  return: { submitted: 'returned' },
}

export const decideRepair = (state: FindingState, action: FindingAction): Result<FindingState, 'FINDING_STATE'> => {
  const next = repairs[action][state]
  return next ? ok(next) : fail('FINDING_STATE', { state, action })
}

export interface Repair {
  readonly status: FindingState
  /** Inclusive; null where the year's calendar is not announced. */
  readonly dueOn: CivilDate | null
}

/** True where the enterprise owes a repair and its last day is over; what was sent in time and waits is not. */
export const isOverdue = ({ status, dueOn }: Repair, today: CivilDate): boolean =>
  (status === 'open' || status === 'returned') && dueOn !== null && dueOn < today
