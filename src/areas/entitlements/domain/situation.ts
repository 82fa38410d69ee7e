import type { Ground } from '../../../engines/entitlements/index.ts'
import { addMonths, addYears } from '../../../engines/entitlements/period.ts'
import { doubleWagePeriod, monthsOf, type Days } from '../../../engines/entitlements/rules/double-wage-period.ts'
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import { dayOf, yearBefore, type Answers, type At } from './question.ts'

export const topics = [
  'wages',
  'termination',
  'contract',
  'overtime',
  'leave',
  'injury',
  'probation',
  'low',
  'heat',
] as const
export type Topic = (typeof topics)[number]

export const about = (said: Answers, ...wanted: readonly Topic[]): boolean => {
  const chosen = said['topics']
  return Array.isArray(chosen) && wanted.some((it) => chosen.some((one) => one === it))
}

const groundQuestions = ['employerReason', 'ownReason', 'whoFirst', 'goneHow'] as const

/** The ground by the law's grouping; undefined where it is not known or nothing is asked of an end. */
export const groundOf = (said: Answers): Ground | undefined => {
  for (const id of groundQuestions) if (typeof said[id] === 'string') return said[id] as Ground
  if (said['ended'] === 'retired') return 'art44_2_3_retire_death'
  return said['expiryWho'] === 'employer' ? 'art44_1_expiry' : undefined
}

/** The worker let the contract run out although it was to be renewed on the same terms or better: art. 46 (5). */
export const refusedRenewal = (said: Answers): boolean => said['expiryWho'] === 'worker'

const withoutSeverance: readonly (Ground | undefined)[] = [
  undefined,
  'art36_employee_proposed',
  'art37_resign',
  'art39_fault',
  'art44_2_3_retire_death',
]

/** True where money for the end itself may be due, so that dates and wages matter. */
export const severs = (said: Answers): boolean => !withoutSeverance.includes(groundOf(said)) && said['wish'] !== 'back'

export const disabled = (said: Answers): boolean => said['injuryKind'] === 'disabled'

/** The relation is over. */
export const hasLeft = (said: Answers): boolean => about(said, 'termination') || said['working'] === 'no'

export const gradeOf = (said: Answers): number | undefined =>
  typeof said['grade'] === 'string' ? Number(said['grade']) : undefined

/** Jiangsu's own figures apply. */
export const inJiangsu = (said: Answers): boolean => typeof said['place'] === 'string' && said['place'] !== '000000'

/** From here on the lumps of Jiangsu are held. */
const LUMPS_HELD_FROM = '2015-06-01'

/** Lumps of grades five to ten, paid when the relation ends, but not with retirement. */
export const lumpsDue = (said: Answers): boolean =>
  disabled(said) &&
  (gradeOf(said) ?? 0) >= 5 &&
  hasLeft(said) &&
  inJiangsu(said) &&
  groundOf(said) !== 'art44_2_3_retire_death' &&
  (dayOf(said['end']) ?? dayOf(said['injuryDate']) ?? LUMPS_HELD_FROM) >= LUMPS_HELD_FROM

const number = (said: Answers, id: string): boolean => typeof said[id] === 'number'

export const wageKnown = (said: Answers): boolean => number(said, 'wage') || Array.isArray(said['months'])

/** The rules on probation are held from 2008 on. */
export const probationHeld = (said: Answers): boolean =>
  about(said, 'probation') && (dayOf(said['start']) ?? '2008-01-01') >= '2008-01-01'

/** Months of probation that the law allows for a contract of `term` months; null: without fixed term (art. 19). */
export const lawfulProbation = (term: number | null): number =>
  term === null || term >= 36 ? 6 : term >= 12 ? 2 : term >= 3 ? 1 : 0

/** True where an amount of unpaid wages can be reckoned. */
export const arrearsKnown = (said: Answers): boolean =>
  said['arrearsForm'] === 'sum'
    ? number(said, 'arrearsSum')
    : number(said, 'arrearsMonthly') && number(said, 'arrearsMonths')

/** First and last day of the second wage without a contract, where known (实施条例第六条、第七条). */
const doubleWageDays = (said: Answers, { today }: At): Days | undefined => {
  const start = dayOf(said['start'])
  const end = hasLeft(said) ? dayOf(said['end']) : today
  const signed = said['signed'] === 'never' ? null : dayOf(said['signedOn'])
  return start === undefined || end === undefined || signed === undefined
    ? undefined
    : doubleWagePeriod(start, end, signed)
}

/** False where the relation is known to have been too short for a second wage, which begins after a month. */
export const contractCounts = (said: Answers, { today }: At): boolean => {
  const start = dayOf(said['start'])
  const end = hasLeft(said) ? dayOf(said['end']) : today
  // An end that is not known was at the latest today.
  if (about(said, 'contract') && start !== undefined && said['end'] === null) return addMonths(start, 1) <= today
  return about(said, 'contract') && (start === undefined || end === undefined || addMonths(start, 1) <= end)
}

/** True where the second wage ends within a month, whose days then count one by one. */
export const endsWithinMonth = (said: Answers, at: At): boolean => {
  const [period, start] = [doubleWageDays(said, at), dayOf(said['start'])]
  return period !== undefined && start !== undefined && monthsOf(start, period).rest !== undefined
}

/**
 * True where something fell due more than a year ago, but not so long that one demand could not have kept it alive:
 * a demand counts within the year, and gives another.
 */
export const mayBeLate = (said: Answers, at: At): boolean => {
  const [line, lost] = [yearBefore(at), addYears(at.today, -2)]
  const end = hasLeft(said) ? dayOf(said['end']) : undefined
  const start = dayOf(said['start'])
  const served = said['probationServed']
  const allowed = lawfulProbation(typeof said['term'] === 'number' ? said['term'] : null)
  const due: (CivilDate | undefined)[] = [
    (severs(said) && wageKnown(said) && start !== undefined) || (lumpsDue(said) && said['toRetirement'] !== 0)
      ? end
      : undefined,
    about(said, 'wages') && arrearsKnown(said) ? end : undefined,
    ['overtimeWeekday', 'overtimeRest', 'overtimeHoliday'].some((id) => number(said, id)) ? end : undefined,
    number(said, 'leaveUnused') && wageKnown(said) && end !== undefined ? `${end.slice(0, 4)}-12-31` : undefined,
    number(said, 'suspensionMonthly') ? end : undefined,
    typeof served === 'number' && number(said, 'regularWage') && start !== undefined && served > allowed
      ? addMonths(start, Math.ceil(served))
      : undefined,
  ]
  const daysKnown = !endsWithinMonth(said, at) || number(said, 'partDays')
  const doubled = wageKnown(said) && daysKnown ? doubleWageDays(said, at) : undefined
  return (
    due.some((it) => it !== undefined && it < line && it >= lost) ||
    (doubled !== undefined && doubled.from < line && doubled.to >= lost)
  )
}
