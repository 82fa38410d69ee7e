import type { OutputOf } from '../../../platform/base/operation.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import { has, type Context } from '../../../platform/server/db/scope.ts'
import { calendarFor } from '../../enterprises/server/index.ts'
import type * as contract from '../contract.ts'
import { addAmounts, SEVERAL_UNPAID, shownCount, shownPart, shownParts, type CaseState } from '../domain/index.ts'
import * as cases from './case-queries.ts'
import * as figures from './figure-queries.ts'
import * as people from './people-queries.ts'
import { deadlinesFor } from './read-case.ts'
import { numberOf } from './reach-case.ts'
import { hashOfCode } from './sealed-case.ts'

/** Cases by the year they came in, amounts by the year they were agreed. */
export const readFigures = async (
  context: Context,
  year: number,
): Promise<Result<OutputOf<typeof contract.readFigures>, never>> => {
  const mayOpen = has(context.scope, 'admin', 'staff')
  const counts = await figures.caseCounts(context, year, SEVERAL_UNPAID)
  const rows = (await figures.amountsOfYear(context, year)).map((it) => ({ ...it, number: numberOf(it) }))
  const { amounts, totalFen, hidden } = addAmounts(rows, mayOpen)
  const [all, persons] = [shownCount(counts.cases, mayOpen), shownCount(counts.people, mayOpen)]
  const byTopic = await figures.casesByTopic(context, year)
  const topics = shownParts(byTopic, mayOpen)
  const paths = shownParts(await figures.casesByPath(context, year), mayOpen)
  const wages = byTopic.find((it) => it.topic === 'wages')?.cases ?? 0
  const closed = shownPart(counts.closed, counts.cases, mayOpen)
  // A part of all cases and of those about wages, and both are shown.
  const ofAll = shownPart(counts.groupWage, counts.cases, mayOpen)
  const groupWage = shownPart(counts.groupWage, wages, mayOpen) === null ? null : ofAll
  return ok({
    year,
    cases: all,
    people: persons,
    closed,
    groupWage,
    topics: topics && [...topics],
    paths: paths && [...paths],
    recoveredFen: totalFen,
    amounts: amounts.map((it) => ({ ...it, cases: [...it.cases] })),
    hidden: hidden || [all, persons, closed, groupWage, topics, paths].includes(null),
  })
}

/** What somebody with the code may know: how far it is. No name, no employer, no matter. */
export const followCase = async (
  context: Context,
  code: string,
): Promise<Result<OutputOf<typeof contract.followCase>, 'NOT_FOUND'>> => {
  const row = await cases.caseByFollowHash(context, hashOfCode(code), false)
  if (!row) return fail('NOT_FOUND')
  const onCase = await people.peopleOf(context, [row.id])
  const steps = await cases.stepsOf(context, [row.id])
  const status: CaseState = row.status
  return ok({
    number: numberOf(row),
    status,
    receivedOn: row.receivedOn,
    closedOn: row.closedOn,
    deadlines: status === 'closed' ? [] : deadlinesFor(row, onCase, steps, await calendarFor(context)),
    mayObject: status === 'closed',
  })
}
