import { fail, ok, type Result } from '../../../platform/base/result.ts'
import { civilDateAt, daysBetween, type CivilDate } from '../../../platform/base/civil-date.ts'
import type { OutputOf, QueryOf } from '../../../platform/base/operation.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import type { Services } from '../../../platform/server/services.ts'
import { calendarFor } from '../../enterprises/server/index.ts'
import { claimText } from '../claim-text.zh.ts'
import type * as contract from '../contract.ts'
import { deadlinesOf, lackingForClosure, nextOf, overdueOf, urgenciesOf, type Deadline } from '../domain/index.ts'
import * as cases from './case-queries.ts'
import * as claimants from './claimant-queries.ts'
import * as evidence from './evidence-queries.ts'
import * as people from './people-queries.ts'
import { recordsOf } from './close-case.ts'
import { numberOf } from './reach-case.ts'
import { openSeal, type SealedForms } from './sealed-case.ts'

type Row = cases.LockedCase
type OnCase = Awaited<ReturnType<typeof people.peopleOf>>[number]
type StepRow = Awaited<ReturnType<typeof cases.stepsOf>>[number]
type Calendar = Awaited<ReturnType<typeof calendarFor>>

const showDeadline = (it: Deadline) => ({ ...it, on: it.on ?? null, metOn: it.metOn ?? null })

/** The deadlines of a case with what was met. */
export const deadlinesFor = (row: Row, onCase: readonly OnCase[], steps: readonly StepRow[], calendar: Calendar) => {
  const given = onCase.find((it) => it.duty === 'lawyer' || it.duty === 'mediator')
  const assignedOn: CivilDate | null = given ? civilDateAt(new Date(given.assignedAt)) : null
  return deadlinesOf({ ...row, assignedOn, steps }, calendar).map(showDeadline)
}

const showRow = (
  row: Row,
  claimantCount: number,
  onCase: readonly OnCase[],
  steps: readonly StepRow[],
  calendar: Calendar,
  today: CivilDate,
) => {
  const deadlines = deadlinesFor(row, onCase, steps, calendar)
  return {
    id: row.id,
    number: numberOf(row),
    status: row.status,
    channel: row.channel,
    topic: row.topic,
    path: row.path,
    employer: row.employer,
    enterpriseId: row.enterpriseId,
    receivedOn: row.receivedOn,
    closedOn: row.closedOn,
    claimants: claimantCount,
    lawyers: onCase.filter((it) => it.duty === 'lawyer').map((it) => it.name),
    urgencies: row.status === 'closed' ? [] : urgenciesOf({ ...row, claimants: claimantCount, steps }, today),
    nextDeadline: row.status === 'closed' ? null : (nextOf(deadlines, today) ?? null),
    overdue: row.status === 'closed' ? [] : overdueOf(deadlines, today).map((it) => it.kind),
    deadlines,
    version: row.version,
  }
}

export const listCases = async (
  context: Context,
  query: QueryOf<typeof contract.listCases>,
): Promise<Result<OutputOf<typeof contract.listCases>, never>> => {
  const rows = await cases.casesBy(context, query)
  const ids = rows.map((it) => it.id)
  const onCases = Map.groupBy(await people.peopleOf(context, ids), (it) => it.caseId)
  const steps = Map.groupBy(await cases.stepsOf(context, ids), (it) => it.caseId)
  const calendar = await calendarFor(context)
  const { today } = context.scope
  const isDue = (it: ReturnType<typeof showRow>): boolean => {
    const on = it.nextDeadline?.on ?? null
    return it.overdue.length > 0 || (on !== null && daysBetween(today, on) <= (query.dueWithin ?? 0))
  }
  const shown = rows
    .map((row) => showRow(row, row.claimants ?? 0, onCases.get(row.id) ?? [], steps.get(row.id) ?? [], calendar, today))
    .filter((it) => query.urgent === undefined || query.urgent === it.urgencies.length > 0)
    .filter((it) => query.dueWithin === undefined || isDue(it))
  return ok({ total: shown.length, rows: shown.slice(query.offset, query.offset + query.limit) })
}

const factsOf = (person: SealedForms['claimant']) => ({ ...person, facts: claimText(person.claim) })

/** A case with everything in it opened; the look is kept. */
export const readCase = async (
  context: Context,
  id: string,
  services: Services,
): Promise<Result<OutputOf<typeof contract.readCase>, 'NOT_FOUND'>> => {
  const row = await cases.caseById(context, id)
  if (!row) return fail('NOT_FOUND')
  await people.insertView(context, id, 'case')
  const seal = openSeal(services, id, row.wrappedKey)
  const onCase = await people.peopleOf(context, [id])
  const steps = await cases.stepsOf(context, [id])
  const list = await claimants.claimantsOf(context, id)
  const ids = list.map((it) => it.id)
  const [amounts, answers, callbacks] = [
    await claimants.amountsOf(context, ids),
    await claimants.answersOf(context, ids),
    await claimants.callbacksOf(context, ids),
  ]
  const lacks = lackingForClosure(await recordsOf(context, id, seal))
  const shown = showRow(row, list.length, onCase, steps, await calendarFor(context), context.scope.today)
  return ok({
    ...shown,
    message: seal.open('case', id, row.sealed).message,
    stillEmployed: row.stillEmployed,
    leftOn: row.leftOn,
    writtenContract: row.writtenContract,
    injured: row.injured,
    pregnant: row.pregnant,
    peopleUnpaid: row.peopleUnpaid,
    acceptedOn: row.acceptedOn,
    clinicVisitId: row.clinicVisitId,
    people: onCase.map((it) => ({ id: it.id, personId: it.personId, name: it.name, duty: it.duty })),
    steps: steps.map((it) => ({
      id: it.id,
      kind: it.kind,
      on: it.on,
      note: seal.open('step', it.id, it.sealed).note,
    })),
    evidence: (await evidence.evidenceOf(context, id)).map((it) => ({
      id: it.id,
      claimantId: it.claimantId,
      state: it.state,
      version: it.version,
      ...seal.open('evidence', it.id, it.sealed),
    })),
    persons: list.map((it) => ({
      id: it.id,
      ordinal: it.ordinal,
      ...factsOf(seal.open('claimant', it.id, it.sealed)),
      outcome: it.outcome,
      noAmountReason: it.noAmountReason,
      round: it.round,
      amounts: amounts.filter((one) => one.claimantId === it.id),
      answers: answers
        .filter((one) => one.claimantId === it.id)
        .map((one) => ({
          round: one.round,
          text: seal.open('answer', one.id, one.sealed).text,
          deliveredOn: one.deliveredOn,
          deliveredBy: one.deliveredBy,
        })),
      callbackDueOn: it.callbackDueOn,
      callbacks: callbacks
        .filter((one) => one.claimantId === it.id)
        .map((one) => ({
          round: one.round,
          calledOn: one.calledOn,
          reached: one.reached,
          settled: one.settled,
          note: seal.open('callback', one.id, one.sealed).note,
        })),
      lacks: [...(lacks.find((one) => one.ordinal === it.ordinal)?.lacks ?? [])],
      version: it.version,
    })),
    lacks: lacks.map((it) => ({ ordinal: it.ordinal, lacks: [...it.lacks] })),
  })
}
