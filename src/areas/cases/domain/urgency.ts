import { daysBetween, type CivilDate } from '../../../platform/base/civil-date.ts'
import type { Step } from './deadlines.ts'
import { limitationOf } from './limitation.ts'

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
  readonly steps: readonly Step[]
}

/** Own threshold of the union office; the law in force knows none. */
export const SEVERAL_UNPAID = 3
/** 劳动争议调解仲裁法 7: ten or more with a common claim may elect representatives. */
export const COLLECTIVE = 10
/** A limitation this near is urgent; own threshold. */
export const NEAR_DAYS = 30

/** Why a case must not wait; empty where nothing says so. */
export const urgenciesOf = (it: Triage, today: CivilDate): Urgency[] => {
  const limitation = limitationOf(it)
  const end = limitation?.metOn === undefined ? limitation?.on : undefined
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
