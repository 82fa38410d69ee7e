import type { CivilDate } from '../../../platform/base/civil-date.ts'
import type { Step } from './deadlines.ts'

/** One year later; a year from 29 February ends on the last day of the next February. */
const yearAfter = (day: CivilDate): CivilDate => {
  const [year, month, date] = day.split('-') as [string, string, string]
  const next = String(Number(year) + 1).padStart(4, '0')
  return month === '02' && date === '29' ? `${next}-02-28` : `${next}-${month}-${date}`
}

export interface Limitation {
  readonly from: CivilDate
  /** Last day, inclusive; not moved off days of rest: who comes a day early loses nothing. */
  readonly on: CivilDate
  /** The day arbitration was asked for; after it nothing runs. */
  readonly metOn: CivilDate | undefined
}

/**
 * One year from leaving; undefined while employed or where it is not known. Asking for mediation in time interrupts
 * it, and it runs anew from that day (劳动争议调解仲裁法 27). What else interrupts is for people to judge.
 */
export const limitationOf = (it: {
  readonly stillEmployed: boolean | null
  readonly leftOn: CivilDate | null
  readonly steps: readonly Step[]
}): Limitation | undefined => {
  if (it.stillEmployed === true || it.leftOn === null) return undefined
  const days = (...kinds: readonly Step['kind'][]): CivilDate[] =>
    it.steps
      .filter((step) => kinds.includes(step.kind))
      .map((step) => step.on)
      .toSorted()
  let from = it.leftOn
  for (const asked of days('mediation_asked')) if (asked > from && asked <= yearAfter(from)) from = asked
  return { from, on: yearAfter(from), metOn: days('arbitration_asked', 'arbitration_docketed')[0] }
}
