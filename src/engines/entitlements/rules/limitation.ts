/**
 * 劳动争议调解仲裁法第二十七条（2008-05-01）：申请仲裁的时效一年，自知道或者应当知道权利被侵害之日起；
 * 主张权利、请求有关部门救济、对方同意履行的，从中断时重新计算；劳动关系存续期间拖欠劳动报酬不受一年限制，终止的自终止之日起一年。
 * 第四十四条之外：仲裁中不提时效抗辩的，之后不再支持（法释〔2025〕12号第二十条）。
 * 民法典第二百零二条、第二百零三条（2021-01-01，此前民法通则第一百五十四条同）：按年计算的，到期月的对应日为最后一日，没有对应日的为月末日；
 * 最后一日是法定休假日的，顺延至休假结束的次日。
 */
import { addDays, weekdayOf, type CivilDate } from '../../../platform/base/civil-date.ts'
import { calendarOf } from '../../../platform/base/workdays.ts'
import { addYears, dayBefore } from '../period.ts'
import type { Accrual, Case, LineSheet } from '../line-sheet.ts'

export const LIMITATION_BEGINS = '2008-05-01'

const calendar = calendarOf()

/** Saturdays and Sundays where the year's notice is not held. */
const isRestDay = (date: CivilDate): boolean => {
  const works = calendar.isWorkday(date)
  return works.ok ? !works.value : weekdayOf(date) > 5
}

const interrupting = new Set(['claim', 'complaint', 'promise'])

const interruptions = ({ claim: { events = [] } }: Case): CivilDate[] =>
  events
    .filter((it) => interrupting.has(it.kind))
    .map((it) => it.date)
    .toSorted()

/** The corresponding day a number of years on, the last of the month where there is none. */
const correspondingDay = (date: CivilDate, years: number): CivilDate => {
  const day = addYears(date, years)
  return day.slice(8) === date.slice(8) ? day : dayBefore(day)
}

/** The last day on which to file for what accrued on `since`, and the same put off over days of rest. */
export const lastDayToFile = (
  work: Case,
  since: CivilDate,
): { readonly last: CivilDate; readonly putOff: CivilDate } => {
  const years = work.parameters.at('limitation_years', work.chain, since)?.value ?? 1
  const ends = (from: CivilDate): { last: CivilDate; putOff: CivilDate } => {
    const last = correspondingDay(from, years)
    let putOff = last
    while (isRestDay(putOff)) putOff = addDays(putOff, 1)
    return { last, putOff }
  }
  let found = ends(since)
  for (const date of interruptions(work)) if (date >= since && date <= found.putOff) found = ends(date)
  return found
}

/** The first day whose rights are still in time when filed on `filedOn`. */
export const earliestInTime = (work: Case, filedOn: CivilDate): CivilDate => {
  const years = work.parameters.at('limitation_years', work.chain, filedOn)?.value ?? 1
  let earliest = addYears(filedOn, -years)
  for (const date of interruptions(work).toReversed())
    if (date >= earliest && date <= filedOn) earliest = addYears(date, -years)
  return earliest
}

/** Wages: no limit of one year while the relation lasts, a year from its end. */
export const wagesAccrue = ({ claim: { employment, termination } }: Case): Accrual =>
  employment?.end ?? (termination ? 'unknown' : 'none')

/** Marks a line whose time to file is over. */
export const limit = (work: Case, sheet: LineSheet): void => {
  const { filedOn, events = [] } = work.claim
  if (filedOn === undefined || sheet.status !== 'ok' || sheet.accrues === 'none') return
  if (filedOn < LIMITATION_BEGINS) return work.warn('limitation_no_rule')
  const learned = events
    .filter((it) => it.kind === 'learned')
    .map((it) => it.date)
    .toSorted()[0]
  if (sheet.accrues === 'unknown' && learned === undefined) return work.warn(`limitation_unchecked:${sheet.code}`)
  const known = sheet.accrues === 'unknown' ? '' : sheet.accrues
  const since = learned !== undefined && learned > known ? learned : known
  const { last, putOff } = lastDayToFile(work, since)
  sheet.cites('劳动争议调解仲裁法', '第二十七条')
  sheet.step('时效', `自 ${since} 起一年，${filedOn} 申请`, `最后一日 ${last}`)
  if (filedOn > last && filedOn <= putOff)
    sheet.cites('民法典', '第二百零三条').note(`最后一日是休息日，顺延至 ${putOff}`)
  if (filedOn <= putOff) {
    if (addDays(filedOn, 30) >= last) work.warn(`limitation_near:${sheet.code}`)
    return
  }
  sheet.status = 'time_barred'
  sheet.note('已过一年时效；对方在仲裁中不提时效抗辩的，仍可得')
}
