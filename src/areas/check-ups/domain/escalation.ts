import type { CivilDate } from '../../../platform/base/civil-date.ts'
import { isOverdue, type Repair } from './states.ts'

/** 提示函, 意见书, 建议书. */
export const escalations = ['none', 'reminder', 'opinion', 'recommendation'] as const
export type Escalation = (typeof escalations)[number]

// A recommendation goes back to an opinion that was sent (Jiangsu regulation, art. 21), so nothing begins with one.
const FIRST: Readonly<Record<string, Escalation>> = {
  red_line: 'opinion',
  major: 'opinion',
  general: 'reminder',
}

/** A letter that was written of a finding, as far as the next one hangs on it. */
export interface WrittenLetter {
  readonly kind: 'reminder' | 'opinion' | 'recommendation'
  readonly state: string
  /** Last day to answer, inclusive; null before delivery. */
  readonly dueOn: CivilDate | null
  /** Whether the newest answer was found to be true; null where there is none or nobody has looked. */
  readonly obeyed: boolean | null
}

/** Its time to answer has passed without an answer, or the answer was found not to be so. */
const hasFailed = ({ state, dueOn, obeyed }: WrittenLetter, today: CivilDate): boolean => {
  if (state === 'overdue' || state === 'escalated') return true
  if (state === 'delivered') return dueOn !== null && dueOn < today
  return state === 'answered' && obeyed === false
}

const AFTER: Readonly<Record<WrittenLetter['kind'], Escalation>> = {
  reminder: 'opinion',
  opinion: 'recommendation',
  recommendation: 'none',
}

/**
 * The letter that is due next for a finding that was not repaired in time. It begins by severity; the next sharper one
 * follows only a letter that was delivered and failed. While one is under way none is due.
 * @param letters those written of the finding, withdrawn ones too
 */
export const suggestedEscalation = (
  repair: Repair & { readonly severity: string },
  letters: readonly WrittenLetter[],
  today: CivilDate,
): Escalation => {
  if (!isOverdue(repair, today)) return 'none'
  const standing = letters.filter((it) => it.state !== 'withdrawn')
  const sharpest = standing.toSorted((a, b) => escalations.indexOf(b.kind) - escalations.indexOf(a.kind))[0]
  if (!sharpest) return FIRST[repair.severity] ?? 'reminder'
  const same = standing.filter((it) => it.kind === sharpest.kind)
  if (same.some((it) => hasFailed(it, today))) return AFTER[sharpest.kind]
  // What was settled once and is owed again begins anew at its own step.
  return same.every((it) => it.state === 'closed') ? sharpest.kind : 'none'
}
