import { addDays, type CivilDate } from '../../../platform/base/civil-date.ts'

export interface StandingNeed {
  readonly id: string
  readonly activityKindId: string
  /** One enterprise, or null for all of a level, or of every level. */
  readonly enterpriseId: string | null
  readonly pilotLevel: string | null
  readonly everyMonths: number
  readonly value: number
}

export interface NeedTarget {
  readonly id: string
  readonly pilotLevel: string
  /** When this kind was last held or is planned there, or null. */
  readonly lastOn: ReadonlyMap<string, CivilDate>
  /** Kinds with an open or planned request. */
  readonly waiting: ReadonlySet<string>
}

/** The same day of the month `months` earlier; the 28th at the latest, so that it exists in every month. */
const monthsBefore = (date: CivilDate, months: number): CivilDate => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const at = year * 12 + (month - 1) - months
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-${String(Math.min(day, 28)).padStart(2, '0')}`
}

/**
 * The needs that fall due by the end of a month: enterprises of the need's level whose last visit of the kind is
 * `everyMonths` or more before the month's end, and where none is waiting already.
 */
export const dueNeeds = (
  needs: readonly StandingNeed[],
  targets: readonly NeedTarget[],
  monthEnd: CivilDate,
): { need: StandingNeed; enterpriseId: string }[] =>
  needs.flatMap((need) => {
    const since = addDays(monthsBefore(monthEnd, need.everyMonths), 1)
    return targets
      .filter(
        (it) =>
          (need.enterpriseId === null || need.enterpriseId === it.id) &&
          (need.pilotLevel === null || need.pilotLevel === it.pilotLevel) &&
          !it.waiting.has(need.activityKindId) &&
          (it.lastOn.get(need.activityKindId) ?? '') < since,
      )
      .map((it) => ({ need, enterpriseId: it.id }))
  })
