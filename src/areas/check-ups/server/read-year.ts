import type { Context } from '../../../platform/server/db/scope.ts'
import { repairedOf } from '../domain/year.ts'
import * as queries from './finding-queries.ts'

/** Findings of a year by item over all enterprises, with share and time of repair. */
export const readYear = async (context: Context, year: number) => {
  const findings = await queries.findingsOfYear(context, year)
  const grades = await queries.gradesOfYear(context, year)
  const items = [...Map.groupBy(findings, (it) => it.itemId)].map(([itemId, list]) => ({
    itemId,
    title: list[0]!.title,
    severity: list[0]!.severity,
    ...repairedOf(list),
  }))
  return {
    year,
    checkUps: grades.reduce((sum, it) => sum + it.count, 0),
    byColor: Object.fromEntries(grades.map((it) => [it.color ?? 'none', it.count])),
    all: repairedOf(findings),
    items: items.toSorted((a, b) => b.found - a.found || a.itemId.localeCompare(b.itemId)),
  }
}
