import type { Context } from '../../../platform/server/db/scope.ts'
import { gradeColors } from '../contract.ts'
import { shownCount, yearOf } from '../domain/year.ts'
import { seesAll } from './check-up-queries.ts'
import * as queries from './finding-queries.ts'

/** A year over all enterprises: grades, findings by item and severity, share and time of repair. */
export const readYear = async (context: Context, year: number) => {
  // Whoever may open every check-up learns nothing from a small figure; nobody else is told one.
  const mayOpen = seesAll(context)
  const counted = await queries.gradesOfYear(context, year)
  const grades = gradeColors.flatMap((color) => {
    const count = counted.find((it) => (it.color ?? 'none') === color)?.count
    return count === undefined ? [] : [{ color, count: shownCount(count, mayOpen) }]
  })
  const { hidden, ...findings } = yearOf(await queries.findingsOfYear(context, year), mayOpen)
  const few = grades.some((it) => it.count === null)
  return {
    year,
    checkUps: few ? null : grades.reduce((sum, it) => sum + it.count!, 0),
    colors: grades,
    ...findings,
    hidden: hidden || few,
    mayOpen,
  }
}
