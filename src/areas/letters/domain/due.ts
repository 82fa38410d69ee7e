import type { CivilDate } from '../../../platform/base/civil-date.ts'
import type { Result } from '../../../platform/base/result.ts'
import type { Calendar } from '../../../platform/base/workdays.ts'
import { terms, type LetterKind } from './kinds.ts'

/**
 * The last day, inclusive, on which an answer is in time. Working days by the State Council's calendar; a year that is
 * not announced is refused, never computed.
 */
export const dueOn = (
  kind: LetterKind,
  deliveredOn: CivilDate,
  calendar: Calendar,
): Result<CivilDate, 'YEAR_NOT_ANNOUNCED'> => calendar.addWorkdays(deliveredOn, terms[kind].workdays)

/** Overdue from the day after the last. */
export const isOverdue = (due: CivilDate, today: CivilDate): boolean => today > due
