import type { CivilDate } from '../../../platform/base/civil-date.ts'
import type { Calendar } from '../../../platform/base/workdays.ts'
import { terms, type LetterKind } from './kinds.ts'

/**
 * The last day, inclusive, on which an answer is in time. Working days by the State Council's calendar; null where they
 * reach into a year that is not announced: never computed.
 */
export const dueOn = (kind: LetterKind, deliveredOn: CivilDate, calendar: Calendar): CivilDate | null => {
  const due = calendar.addWorkdays(deliveredOn, terms[kind].workdays)
  return due.ok ? due.value : null
}

/** Overdue from the day after the last; never while the last is not known. */
export const isOverdue = (due: CivilDate | null, today: CivilDate): boolean => due !== null && today > due

export interface Dated {
  readonly kind: LetterKind
  readonly deliveredOn: CivilDate | null
  readonly dueOn: CivilDate | null
}

/** The letter with its last day as of today: what is kept stays, what could not be known at delivery is computed. */
export const withDue = <It extends Dated>(letter: It, calendar: Calendar): It =>
  letter.dueOn === null && letter.deliveredOn !== null
    ? { ...letter, dueOn: dueOn(letter.kind, letter.deliveredOn, calendar) }
    : letter
