/**
 * 劳动合同法实施条例第六条、第七条（2008-09-18）：二倍工资自用工满一个月的次日起，至补订书面合同的前一日或者满一年的前一日。
 * 劳动合同法第九十七条第二款：2008-01-01 以前已建立关系的，自施行之日起算。
 */
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import { addMonths, addYears, dayBefore } from '../period.ts'
import { LAW_BEGINS } from './contract-law.ts'

/** Both days are counted. */
export interface Days {
  readonly from: CivilDate
  readonly to: CivilDate
}

const countedFrom = (start: CivilDate): CivilDate => (start < LAW_BEGINS ? LAW_BEGINS : start)

/** First and last day of the second wage; undefined where it never begins. */
export const doubleWagePeriod = (start: CivilDate, end: CivilDate, signedOn: CivilDate | null): Days | undefined => {
  const hired = countedFrom(start)
  const from = addMonths(hired, 1)
  // A relation a year old when the law began owed a contract within one month all the same.
  const ends = [end, dayBefore(addYears(hired, 1)), ...(signedOn === null ? [] : [dayBefore(signedOn)])]
  const to = ends.toSorted()[0]!
  return from <= to ? { from, to } : undefined
}

/** The whole months of a period, each by the day of hire, and the days left over at its end. */
export const monthsOf = (
  start: CivilDate,
  period: Days,
): { readonly whole: readonly Days[]; readonly rest: Days | undefined } => {
  const hired = countedFrom(start)
  const whole: Days[] = []
  for (let from = period.from; from <= period.to;) {
    const next = addMonths(hired, whole.length + 2)
    if (dayBefore(next) > period.to) return { whole, rest: { from, to: period.to } }
    whole.push({ from, to: dayBefore(next) })
    from = next
  }
  return { whole, rest: undefined }
}
