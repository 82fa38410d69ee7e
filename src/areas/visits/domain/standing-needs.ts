import { monthOf, type CivilDate } from '../../../platform/base/civil-date.ts'

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

/** Months since the year 0, of a key YYYY-MM. */
const monthNumber = (month: string): number => {
  const [year, of] = month.split('-').map(Number) as [number, number]
  return year * 12 + of
}

/**
 * The needs that fall due by the end of a month (YYYY-MM): enterprises of the need's level whose last visit of the kind
 * was `everyMonths` or more calendar months ago, and where none is waiting already. A visit on 31 August falls due
 * again by the end of February, so whole months are compared, never days. Where several needs of one kind fall due at
 * one enterprise, one visit answers them all: the worthiest is given.
 */
export const dueNeeds = (
  needs: readonly StandingNeed[],
  targets: readonly NeedTarget[],
  month: string,
): { need: StandingNeed; enterpriseId: string }[] => {
  const isDue = (need: StandingNeed, last: CivilDate | undefined): boolean =>
    last === undefined || monthNumber(monthOf(last)) + need.everyMonths <= monthNumber(month)
  const taken = new Set<string>()
  const worthiest = needs.toSorted((a, b) => b.value - a.value)
  return worthiest.flatMap((need) =>
    targets
      .filter(
        (it) =>
          (need.enterpriseId === null || need.enterpriseId === it.id) &&
          (need.pilotLevel === null || need.pilotLevel === it.pilotLevel) &&
          !it.waiting.has(need.activityKindId) &&
          isDue(need, it.lastOn.get(need.activityKindId)),
      )
      .flatMap((it) => {
        const key = `${need.activityKindId} ${it.id}`
        if (taken.has(key)) return []
        taken.add(key)
        return [{ need, enterpriseId: it.id }]
      }),
  )
}
