import { addDays, daysBetween, type CivilDate } from '../../../platform/base/civil-date.ts'

export const urgencies = [
  'limitation_near',
  'limitation_over',
  'collective',
  'wages_of_several',
  'injury',
  'pregnancy',
] as const
export type Urgency = (typeof urgencies)[number]

export interface Triage {
  readonly stillEmployed: boolean | null
  readonly leftOn: CivilDate | null
  readonly injured: boolean
  readonly pregnant: boolean
  /** People whose wages are unpaid, those who have not come included. */
  readonly peopleUnpaid: number
  readonly claimants: number
}

/** Own threshold of the union office; the law in force knows none. */
export const SEVERAL_UNPAID = 3
/** 劳动争议调解仲裁法 7: ten or more with a common claim may elect representatives. */
export const COLLECTIVE = 10
/** A limitation this near is urgent; own threshold. */
const NEAR_DAYS = 30

/** One year from leaving (劳动争议调解仲裁法 27); undefined while employed or where it is not known. Inclusive. */
export const limitationEnd = (it: Pick<Triage, 'stillEmployed' | 'leftOn'>): CivilDate | undefined => {
  if (it.stillEmployed === true || it.leftOn === null) return undefined
  const [year, month, day] = it.leftOn.split('-').map(Number) as [number, number, number]
  const sameDay = `${String(year + 1).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  // A year from 29 February ends on the last day of the next February.
  return month === 2 && day === 29 ? `${year + 1}-02-28` : sameDay
}

/** Why a case must not wait; empty where nothing says so. */
export const urgenciesOf = (it: Triage, today: CivilDate): Urgency[] => {
  const end = limitationEnd(it)
  const people = Math.max(it.peopleUnpaid, it.claimants)
  const found: (Urgency | false)[] = [
    end !== undefined && today <= end && daysBetween(today, end) <= NEAR_DAYS && 'limitation_near',
    end !== undefined && today > end && 'limitation_over',
    people >= COLLECTIVE && 'collective',
    it.peopleUnpaid >= SEVERAL_UNPAID && 'wages_of_several',
    it.injured && 'injury',
    it.pregnant && 'pregnancy',
  ]
  return found.filter((name) => name !== false)
}

/** The day on which somebody should be asked to act, before a limitation ends. */
export const actBefore = (end: CivilDate): CivilDate => addDays(end, -NEAR_DAYS)
