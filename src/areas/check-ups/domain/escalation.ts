import type { CivilDate } from '../../../platform/base/civil-date.ts'
import type { Calendar } from '../../../platform/base/workdays.ts'
import { isOverdue, type Repair } from './states.ts'

/** 提示函, 意见书, 建议书. */
export const escalations = ['none', 'reminder', 'opinion', 'recommendation'] as const
export type Escalation = (typeof escalations)[number]

/** Working days given to answer a letter before the next; the opinion's are set by the Jiangsu regulation, art. 20. */
const ANSWER_DAYS: Readonly<Partial<Record<Escalation, number>>> = { reminder: 10, opinion: 15 }

// A recommendation goes back to an opinion that was sent (Jiangsu regulation, art. 21), so nothing begins with one.
const FIRST: Readonly<Record<string, Escalation>> = {
  red_line: 'opinion',
  major: 'opinion',
  general: 'reminder',
}

/**
 * The letter that is due next for a finding that was not repaired in time: it begins by severity and rises when the
 * answering time of the step before has passed too. In a year that is not announced it stays where it began.
 */
export const suggestedEscalation = (
  repair: Repair & { readonly severity: string },
  today: CivilDate,
  calendar: Calendar,
): Escalation => {
  if (!isOverdue(repair, today) || repair.dueOn === null) return 'none'
  let at = FIRST[repair.severity] ?? 'reminder'
  let from = repair.dueOn
  for (;;) {
    const days = ANSWER_DAYS[at]
    const until = days === undefined ? undefined : calendar.addWorkdays(from, days)
    if (!until?.ok || today <= until.value) return at
    from = until.value
    at = escalations[escalations.indexOf(at) + 1]!
  }
}
