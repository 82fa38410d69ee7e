import { fail, ok, type Result } from '../../../platform/base/result.ts'

export const visitStates = [
  'planned',
  'dispatched',
  'accepted',
  'declined',
  'arrived',
  'delivered',
  'answered',
  'settled',
  'cancelled',
] as const
export type VisitState = (typeof visitStates)[number]

export type VisitAction =
  'dispatch' | 'accept' | 'decline' | 'arrive' | 'record' | 'answer' | 'settle' | 'reopen' | 'cancel' | 'move'

/** From which states an action leads where. A state that is not named refuses the action. */
const moves: Readonly<Record<VisitAction, Partial<Record<VisitState, VisitState>>>> = {
  dispatch: { planned: 'dispatched' },
  accept: { dispatched: 'accepted' },
  decline: { dispatched: 'declined', accepted: 'declined' },
  // A team that went without tapping "accept" has accepted by going.
  arrive: { dispatched: 'arrived', accepted: 'arrived', arrived: 'arrived' },
  record: { dispatched: 'delivered', accepted: 'delivered', arrived: 'delivered', delivered: 'delivered' },
  answer: { delivered: 'answered', answered: 'answered' },
  settle: { answered: 'settled', settled: 'settled' },
  reopen: { settled: 'answered' },
  cancel: { planned: 'cancelled', dispatched: 'cancelled', accepted: 'cancelled' },
  move: { planned: 'planned', dispatched: 'dispatched', accepted: 'dispatched' },
}

/** The state after an action, or VISIT_STATE with the state that does not allow it. */
export const decide = (state: VisitState, action: VisitAction): Result<VisitState, 'VISIT_STATE'> => {
  const next = moves[action][state]
  return next ? ok(next) : fail('VISIT_STATE', { state, action })
}

/** States in which a visit stands: it counts for the burden and holds its team. */
export const standing: readonly VisitState[] = [
  'planned',
  'dispatched',
  'accepted',
  'arrived',
  'delivered',
  'answered',
  'settled',
]
/** States of visits that have taken place. */
export const held: readonly VisitState[] = ['delivered', 'answered', 'settled']
/** States in which a plan may still move a visit. */
export const movable: readonly VisitState[] = ['planned', 'dispatched', 'accepted']

export interface Settling {
  readonly delivered: boolean
  readonly answered: boolean
  readonly openFollowUps: number
}

/** What a visit still lacks to be settled; empty where nothing. */
export const lacking = (it: Settling): ('RECORD' | 'ANSWER' | 'FOLLOW_UPS')[] => [
  ...(it.delivered ? [] : (['RECORD'] as const)),
  ...(it.answered ? [] : (['ANSWER'] as const)),
  ...(it.openFollowUps > 0 ? (['FOLLOW_UPS'] as const) : []),
]
