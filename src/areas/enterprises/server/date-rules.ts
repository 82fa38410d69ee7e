import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { BodyOf, QueryOf } from '../../../platform/base/operation.ts'
import { calendarOf } from '../../../platform/base/workdays.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import type * as contract from '../contract.ts'
import { gapsBetween, type Gap } from '../domain/gaps.ts'
import * as gaps from './gap-queries.ts'
import * as plan from './plan-queries.ts'
import * as register from './register-queries.ts'
import { reaches } from './read-enterprise.ts'

/** The State Council calendar: shipped years and those entered here. */
export const calendarFor = async (context: Context) => calendarOf(await gaps.enteredYears(context))

const known = async (context: Context, id: string): Promise<boolean> =>
  reaches(context, id) && (await register.enterpriseRow(context, id)) !== undefined

export const addException = async (
  context: Context,
  id: string,
  body: BodyOf<typeof contract.addException>,
): Promise<Result<{ id: string }, 'NOT_FOUND' | 'EXCEPTION_INCOMPLETE' | 'YEAR_NOT_ANNOUNCED' | 'DATE_PAST'>> => {
  if (!(await known(context, id))) return fail('NOT_FOUND')
  if (body.date < context.scope.today) return fail('DATE_PAST')
  const kind = (await calendarFor(context)).kindOf(body.date)
  if (!kind.ok) return kind
  const whole = body.kind !== undefined && body.from !== undefined && body.to !== undefined && body.from < body.to
  if (body.effect !== 'closed' && !whole) return fail('EXCEPTION_INCOMPLETE')
  return ok({ id: await gaps.insertException(context, id, body) })
}

export const removeException = async (
  context: Context,
  id: string,
  exceptionId: string,
): Promise<Result<undefined, 'NOT_FOUND'>> =>
  (await known(context, id)) && (await gaps.deleteException(context, id, exceptionId))
    ? ok(undefined)
    : fail('NOT_FOUND')

type Touched = { id: string; visits: { id: string; date: string; activity: string }[] }

/** Bars dates. Visits that already stand there are named, not cancelled. */
export const addQuiet = async (
  context: Context,
  id: string,
  body: BodyOf<typeof contract.addQuiet>,
): Promise<Result<Touched, 'NOT_FOUND' | 'DATES_REVERSED' | 'DATE_PAST'>> => {
  if (!(await known(context, id))) return fail('NOT_FOUND')
  if (body.to < body.from) return fail('DATES_REVERSED')
  if (body.to < context.scope.today) return fail('DATE_PAST')
  const visits = await register.standingVisits(context, id)
  return ok({
    id: await gaps.insertQuiet(context, id, body),
    visits: visits.filter((it) => it.date >= context.scope.today && body.from <= it.date && it.date <= body.to),
  })
}

export const removeQuiet = async (
  context: Context,
  id: string,
  quietId: string,
): Promise<Result<undefined, 'NOT_FOUND'>> =>
  (await known(context, id)) && (await gaps.deleteQuiet(context, id, quietId)) ? ok(undefined) : fail('NOT_FOUND')

type DayOut = { date: string; day: 'workday' | 'weekend' | 'holiday' | 'makeup'; gaps: Gap[] }

/** The gaps of each date, at most 92 days at a time. */
export const readGaps = async (
  context: Context,
  id: string,
  { from, to }: QueryOf<typeof contract.readGaps>,
): Promise<Result<DayOut[], 'NOT_FOUND' | 'YEAR_NOT_ANNOUNCED' | 'DATES_REVERSED'>> => {
  if (to < from) return fail('DATES_REVERSED')
  if (!reaches(context, id)) return fail('NOT_FOUND')
  const [enterprise] = await plan.enterprisesForPlan(context, [id])
  if (!enterprise) return fail('NOT_FOUND')
  const calendar = await calendarFor(context)
  const days = gapsBetween(from, to, enterprise.rules, calendar)
  if (!days.ok) return days
  return ok(
    days.value.slice(0, 92).map(({ date, gaps }) => {
      const kind = calendar.kindOf(date)
      return { date, gaps, day: kind.ok ? kind.value : ('workday' as const) }
    }),
  )
}
