import type { ArrearsItem, Claim, OvertimeItem } from '../../../engines/entitlements/index.ts'
import { dayOf, type Answers, type At } from './question.ts'
import { about, contractCounts, disabled, gradeOf, groundOf, hasLeft } from './situation.ts'

type Writable<T> = { -readonly [Key in keyof T]: T[Key] }

/** Leaves out what is not known: unknown is not nothing. */
const known = <T extends object>(fields: { readonly [Key in keyof T]: T[Key] | undefined }): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T

const number = (said: Answers, id: string): number | undefined => {
  const value = said[id]
  return typeof value === 'number' ? value : undefined
}
const flag = (said: Answers, id: string): boolean | undefined =>
  said[id] === 'yes' ? true : said[id] === 'no' ? false : undefined

const overtimeOf = (said: Answers): OvertimeItem[] => {
  const kinds = said['overtimeKinds']
  const baseMonthly = number(said, 'overtimeBase')
  if (!Array.isArray(kinds) || baseMonthly === undefined) return []
  const rows: Record<string, () => OvertimeItem> = {
    weekday: () => known({ kind: 'weekday', baseMonthly, hours: number(said, 'overtimeWeekday') }),
    rest_day: () =>
      known({
        kind: 'rest_day',
        baseMonthly,
        days: number(said, 'overtimeRest'),
        timeOffDays: number(said, 'overtimeOff'),
      }),
    statutory_holiday: () => known({ kind: 'statutory_holiday', baseMonthly, days: number(said, 'overtimeHoliday') }),
  }
  return kinds.flatMap((kind) => rows[String(kind)]?.() ?? [])
}

const arrearsOf = (said: Answers): ArrearsItem =>
  known({
    due: number(said, 'arrearsSum'),
    monthly: number(said, 'arrearsMonthly'),
    months: number(said, 'arrearsMonths'),
    paid: number(said, 'arrearsPaid'),
  })

/** What one month paid on the average, to the cent. */
const monthOf = (said: Answers): number | undefined => {
  const months = said['months']
  if (!Array.isArray(months) || months.length === 0) return number(said, 'wage')
  const cents = months.reduce<number>((sum, it) => sum + Math.round(Number(it) * 100), 0)
  return Math.round(cents / months.length) / 100
}

/** Left, on a day that is not known: what is in time cannot be told. */
export const endUnknown = (said: Answers): boolean => hasLeft(said) && said['end'] === null

/**
 * The claim that the answers make, by the engine's form, as if it were filed today.
 * @param said answers of one path, as `pathOf` gives them
 */
export const claimOf = (said: Answers, at: At): Claim => {
  const { today } = at
  const claim: Writable<Claim> = { region: typeof said['place'] === 'string' ? said['place'] : '000000' }
  // Who has left on a day not known is not taken to have worked on until today.
  if (!endUnknown(said)) claim.filedOn = today
  const [start, end] = [dayOf(said['start']), hasLeft(said) ? dayOf(said['end']) : undefined]
  if (start !== undefined || end !== undefined)
    claim.employment = known({
      start,
      end,
      precision: String(said['start']).length === 7 ? ('month' as const) : undefined,
    })
  const ground = groundOf(said)
  if (ground !== undefined)
    claim.termination = known({
      ground,
      noticeGiven: flag(said, 'noticeGiven'),
      lastMonthWage: number(said, 'lastMonthWage'),
    })
  const months = said['months']
  if (number(said, 'wage') !== undefined) claim.wages = { averageMonthly: number(said, 'wage')! }
  else if (Array.isArray(months)) claim.wages = { monthly: months.map(Number) }
  if (about(said, 'contract'))
    claim.unsignedContract = known({
      // Too short for a second wage: then it is all the same.
      signedOn: said['signed'] === 'never' || !contractCounts(said, at) ? null : dayOf(said['signedOn']),
      monthly: monthOf(said),
      workdaysInPartMonth: number(said, 'partDays'),
    })
  if (about(said, 'wages')) claim.arrears = [arrearsOf(said)]
  const overtime = overtimeOf(said)
  if (overtime.length > 0) claim.overtime = overtime
  if (about(said, 'leave'))
    claim.annualLeave = known({
      unusedDays: number(said, 'leaveUnused'),
      totalServiceYears: number(said, 'leaveService'),
      takenDays: number(said, 'leaveTaken'),
    })
  if (about(said, 'probation'))
    claim.probation = known({
      contractMonths: said['termKind'] === 'open' ? null : number(said, 'term'),
      servedMonths: number(said, 'probationServed'),
      regularWage: number(said, 'regularWage'),
    })
  if (said['injuryKind'] === 'death') claim.injury = known({ death: true, date: dayOf(said['injuryDate']) })
  if (disabled(said)) {
    const stopped = number(said, 'suspensionMonths')
    claim.injury = known({
      grade: gradeOf(said),
      date: dayOf(said['injuryDate']),
      ownWage: number(said, 'ownWage'),
      relationEnded: hasLeft(said),
      occupationalDisease: flag(said, 'disease'),
      monthsToRetirement: number(said, 'toRetirement'),
      suspensionMonths: stopped === 0 ? undefined : stopped,
      suspensionMonthly: number(said, 'suspensionMonthly'),
      suspensionPaid: number(said, 'suspensionPaid'),
    })
  }
  const paid = number(said, 'severancePaid')
  if (paid !== undefined && paid > 0) claim.paid = [{ code: 'economic_compensation', amount: paid }]
  if (said['wish'] === 'back') claim.claimed = [{ code: 'reinstatement', amount: 0 }]
  const demandOn = dayOf(said['demandOn'])
  if (demandOn !== undefined)
    claim.events = [{ date: demandOn, kind: said['demand'] as 'claim' | 'complaint' | 'promise' }]
  return claim
}

const months = (said: Answers, id: string): readonly string[] => {
  const value = said[id]
  return Array.isArray(value) ? value.map(String) : []
}

/** What the claim's form has no place for: months in the heat, and months below the minimum wage with what they paid. */
export const besidesOf = (
  said: Answers,
): {
  readonly heat?: readonly string[]
  readonly low?: readonly { readonly month: string; readonly paid: number }[]
} => {
  const paid = number(said, 'lowPaid')
  return {
    ...(about(said, 'heat') ? { heat: months(said, 'heatMonths').toSorted() } : {}),
    ...(about(said, 'low')
      ? {
          low:
            paid === undefined
              ? []
              : months(said, 'lowMonths')
                  .toSorted()
                  .map((month) => ({ month, paid })),
        }
      : {}),
  }
}
