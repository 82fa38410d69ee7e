import { yearOf } from '../../../platform/base/civil-date.ts'
import type { QueryOf } from '../../../platform/base/operation.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import type * as contract from '../contract.ts'
import { measures, roundedDown } from '../domain/measures.ts'
import * as queries from './queries.ts'

type Query = QueryOf<typeof contract.readFigures>

/** The period asked for; the current year up to today where nothing is said. */
export const periodOf = ({ scope }: Context, query: Query): queries.Period => ({
  ...query,
  from: query.from ?? `${yearOf(scope.today)}-01-01`,
  to: query.to ?? scope.today,
})

export const readFigures = async (context: Context, query: Query) => {
  const period = periodOf(context, query)
  const figures = []
  for (const measure of measures) {
    const value = await queries.figureValue(context, measure.key, period)
    const { key, label, unit, definition } = measure
    figures.push({ key, label, unit, definition, value, told: roundedDown(value) })
  }
  return {
    from: period.from,
    to: period.to,
    pilotEnterprises: await queries.countPilots(context),
    figures,
    months: await queries.monthsOf(context, period),
    townships: await queries.townshipsOf(context, period),
    burden: await queries.burdenOf(context),
  }
}

/** The public year in figures and the next visits, without persons: for the stage and the wall. */
export const readWallFigures = async (context: Context) => {
  const facts = await readFigures(context, {})
  const sum = (squad: 'culture' | 'skills' | 'rights'): number =>
    facts.months.reduce((total, it) => total + it[squad], 0)
  const shown = ['visits', 'heads', 'enterprises', 'talks', 'readings', 'clinics']
  const coming = [
    ...(await queries.visitsOn(context, context.scope.today)),
    ...(await queries.visitsAfter(context, context.scope.today, 7)),
  ]
  return {
    org: { name: await queries.orgName(context), demo: context.scope.demo },
    year: yearOf(context.scope.today),
    today: context.scope.today,
    figures: facts.figures
      .filter((it) => shown.includes(it.key))
      .map((it) => ({
        label: it.label,
        value: it.value,
        unit: it.unit,
        note: it.definition,
        ...(it.key === 'enterprises' ? { of: facts.pilotEnterprises } : {}),
      })),
    squads: (['culture', 'skills', 'rights'] as const).map((squad) => ({ squad, visits: sum(squad) })),
    coming: coming.slice(0, 7).map((it) => ({
      date: it.date,
      start: it.startMinute,
      end: it.endMinute,
      squad: it.squadKind,
      activity: it.activityName,
      enterprise: it.enterpriseName,
    })),
  }
}
