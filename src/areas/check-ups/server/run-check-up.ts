import { readInstrument } from '../../../engines/checkup/index.ts'
import type { BodyOf } from '../../../platform/base/operation.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { stale } from '../../../platform/server/http/stale.ts'
import { notify } from '../../../platform/server/notify/notify.ts'
import type * as contract from '../contract.ts'
import type { CheckUpState } from '../domain/states.ts'
import { colorNames } from '../names.zh.ts'
import * as queries from './check-up-queries.ts'
import { offeredInstruments } from './keep-instruments.ts'
import * as instruments from './instrument-queries.ts'
import * as findings from './finding-queries.ts'
import { judgeCheckUp } from './judge-check-up.ts'
import * as people from './people-queries.ts'
import { lockFor } from './reach-check-up.ts'

type AssignCodes = 'NOT_FOUND' | 'STALE' | 'CHECK_UP_STATE' | 'INSPECTORS_SAME' | 'INSPECTOR_UNKNOWN' | 'DATE_PAST'

/** Names the two who check, each with a certificate, and the day; tells them and the enterprise. */
export const assignInspectors = async (
  context: Context,
  id: string,
  version: number,
  { plannedOn, inspectors }: BodyOf<typeof contract.assignInspectors>,
): Promise<Result<{ version: number }, AssignCodes>> => {
  const reached = await lockFor(context, id, 'assign', 'office')
  if (!reached.ok) return reached
  const { row } = reached.value
  if (row.version !== version) return stale({ plannedOn }, row)
  if (plannedOn < context.scope.today) return fail('DATE_PAST')
  const personIds = inspectors.map((it) => it.personId)
  const known = await people.possibleInspectors(context, personIds)
  const distinct = (values: readonly string[]): boolean => new Set(values).size === values.length
  // The engine tells people apart by name and certificate, as the report's reader does.
  const same =
    !distinct(personIds) || !distinct(inspectors.map((it) => it.certificate)) || !distinct(known.map((it) => it.name))
  if (same) return fail('INSPECTORS_SAME')
  if (known.length !== 2) return fail('INSPECTOR_UNKNOWN')
  await queries.replaceInspectors(context, id, inspectors)
  await queries.updateCheckUp(context, id, { plannedOn })
  const lines = [`${row.enterpriseName}：${plannedOn} 法治体检，两名持证人员上门。`, '服务性评估，不具行政处罚效力。']
  const once = `check-up ${id} ${plannedOn} ${personIds.toSorted().join(' ')}`
  const notice = { kind: 'check-up-planned', title: '法治体检安排', lines }
  await notify(context, { ...notice, link: `/m/check-ups/${id}`, onceKey: `${once} inspectors`, personIds })
  await notify(context, {
    ...notice,
    lines: [...lines, '体检前可先自查，自查结果与检查结果并列。'],
    link: `/m/check-ups/${id}/self-check`,
    onceKey: `${once} contacts`,
    personIds: await people.contactsOf(context, row.enterpriseId),
  })
  return ok({ version: version + 1 })
}

/** Begins a check-up; the instrument that is offered now is frozen for it. */
export const startCheckUp = async (
  context: Context,
  id: string,
): Promise<
  Result<{ status: CheckUpState; instrumentVersion: string }, 'NOT_FOUND' | 'CHECK_UP_STATE' | 'INSPECTORS_MISSING'>
> => {
  const reached = await lockFor(context, id, 'start', 'inspector')
  if (!reached.ok) return reached
  if (reached.value.inspectors.length !== 2) return fail('INSPECTORS_MISSING')
  const instrument = readInstrument((await offeredInstruments(context))[0])
  if (!instrument.ok) throw new Error('an offered instrument does not hold together')
  const { version } = instrument.value
  await instruments.keepInstrument(context, instrument.value, true)
  await queries.updateCheckUp(context, id, { status: reached.value.next, instrumentVersion: version })
  return ok({ status: reached.value.next, instrumentVersion: version })
}

/** Keeps what is filled in so far, whole; nothing is judged. */
export const saveAnswers = async (
  context: Context,
  id: string,
  version: number,
  body: BodyOf<typeof contract.saveAnswers>,
): Promise<Result<{ version: number }, 'NOT_FOUND' | 'STALE' | 'CHECK_UP_STATE'>> => {
  const reached = await lockFor(context, id, 'save', 'inspector')
  if (!reached.ok) return reached
  const { row } = reached.value
  if (row.version !== version) return stale({ items: body.items }, { items: row.answers, version: row.version })
  await queries.updateCheckUp(context, id, { answers: body })
  return ok({ version: version + 1 })
}

type SubmitCodes = 'NOT_FOUND' | 'CHECK_UP_STATE' | 'ANSWERS_INVALID' | 'DATE_AHEAD'

/** Takes the whole of what was found, judges it, keeps result and findings; red lines are told at once. */
export const submitCheckUp = async (context: Context, id: string, body: BodyOf<typeof contract.submitCheckUp>) => {
  const reached: Result<
    Awaited<ReturnType<typeof lockFor>> extends Result<infer It> ? It : never,
    SubmitCodes
  > = await lockFor(context, id, 'submit', 'inspector')
  if (!reached.ok) return reached
  const { row, next } = reached.value
  if (body.checkedOn > context.scope.today) return fail('DATE_AHEAD')
  const judged = await judgeCheckUp(context, row, body)
  if (!judged.ok) return judged
  const result = judged.value
  await queries.updateCheckUp(context, id, { status: next, answers: body, result, submitted: true })
  await findings.insertFindings(context, { checkUpId: id, enterpriseId: row.enterpriseId, result })
  const redLines = result.redLines.map((it) => it.title)
  const red = redLines.length > 0
  await notify(context, {
    kind: red ? 'check-up-red-line' : 'check-up-submitted',
    title: red ? '法治体检发现红线问题' : '法治体检已提交',
    lines: [
      `${row.enterpriseName}：${result.score ?? '—'} 分，${result.color ? colorNames[result.color] : '不定等'}。`,
      ...(red ? [`红线：${redLines.join('、')}。请在 ${result.redLines[0]!.reportWithinHours} 小时内上报。`] : []),
    ],
    link: `/console/check-ups/${id}`,
    onceKey: `check-up submitted ${id}`,
    personIds: red ? await people.staffAndChair(context) : await people.staff(context),
  })
  const { score, grade, color } = result
  return ok({ status: next, score, grade, color, findings: result.findings.length, redLines })
}

/** Issues the report: from now on the enterprise sees the result and owes its repairs. */
export const reportCheckUp = async (
  context: Context,
  id: string,
): Promise<Result<{ status: CheckUpState }, 'NOT_FOUND' | 'CHECK_UP_STATE'>> => {
  const reached = await lockFor(context, id, 'report', 'office')
  if (!reached.ok) return reached
  const { row, next } = reached.value
  await queries.updateCheckUp(context, id, { status: next, reported: true })
  await notify(context, {
    kind: 'check-up-reported',
    title: '法治体检报告已出具',
    lines: [`${row.enterpriseName}：请查看体检报告和诊疗处方，按期整改并提交证明。`, '服务性评估，不具行政处罚效力。'],
    link: `/m/check-ups/${id}`,
    onceKey: `check-up reported ${id}`,
    personIds: await people.contactsOf(context, row.enterpriseId),
  })
  return ok({ status: next })
}
