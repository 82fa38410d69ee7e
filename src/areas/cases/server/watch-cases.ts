import { addDays } from '../../../platform/base/civil-date.ts'
import { inScope, withScope, type Context } from '../../../platform/server/db/scope.ts'
import { scopesOfAll } from '../../../platform/server/http/orgs-queries.ts'
import type { Repeated } from '../../../platform/server/jobs/repeated.ts'
import { notify } from '../../../platform/server/notify/notify.ts'
import type { Services } from '../../../platform/server/services.ts'
import { calendarFor } from '../../enterprises/server/index.ts'
import { tellingOf } from '../domain/index.ts'
import { deadlineNames } from '../names.zh.ts'
import * as cases from './case-queries.ts'
import { closeCase } from './close-case.ts'
import * as people from './people-queries.ts'
import { deadlinesFor } from './read-case.ts'
import { numberOf, phoneLinkOf } from './reach-case.ts'

/** Days after which advice that was answered and delivered is closed without somebody closing it. */
const CLOSE_AFTER = 7

type Shown = ReturnType<typeof deadlinesFor>[number]

const lineOf = (number: string, it: Shown, telling: string): string => {
  const name = deadlineNames[it.kind] ?? it.kind
  const when =
    telling === 'unknown'
      ? `从 ${it.from} 起按工作日算，当年节假日未公布，请先自己数好日子`
      : telling === 'missed'
        ? `最迟是 ${it.on}，已经过了`
        : `最迟 ${it.on}${it.calendarKnown ? '' : '（当年节假日未公布，没有顺延）'}`
  return `案号 ${number}：${name}，${when}（${it.article}）。`
}

/** Tells of deadlines that come, that passed, and that cannot be counted, each once. */
const tell = async (context: Context, row: cases.CaseRecord): Promise<void> => {
  const { today } = context.scope
  const onCase = await people.peopleOf(context, [row.id])
  const deadlines = deadlinesFor(row, onCase, await cases.stepsOf(context, [row.id]), await calendarFor(context))
  const clerks = await people.clerks(context)
  const working = onCase.map((it) => it.personId).filter((id) => !clerks.includes(id))
  for (const it of deadlines) {
    const telling = tellingOf(it, today)
    if (!telling) continue
    const notice = {
      kind: 'case-deadline',
      title: telling === 'missed' ? '法律援助案件有期限过了' : '法律援助案件有期限快到',
      lines: [lineOf(numberOf(row), it, telling)],
    }
    const key = `deadline ${row.id} ${it.kind} ${it.on ?? it.from} ${telling}`
    await notify(context, { ...notice, link: `/console/cases/${row.id}`, onceKey: key, personIds: clerks })
    // Whoever is on a case has the phone; taken off it, they lose what was told by this link.
    for (const personId of working)
      await notify(context, {
        ...notice,
        link: phoneLinkOf(row.id),
        onceKey: `${key} ${personId}`,
        personIds: [personId],
      })
  }
}

/** One look at a county's cases. @returns how many were closed */
export const watchCounty = async (context: Context, services: Services): Promise<number> => {
  const { today } = context.scope
  let closed = 0
  for (const row of await cases.casesBy(context, { status: 'open' })) {
    const lastAnswer = await cases.lastDelivery(context, row.id)
    const quiet = lastAnswer !== null && addDays(lastAnswer, CLOSE_AFTER) <= today
    // The same gate as for everybody: what lacks something stays open.
    if ((row.path === 'advice' || row.path === 'drafting') && quiet) {
      const done = await closeCase(context, row.id, services)
      if (done.ok) {
        closed++
        continue
      }
    }
    await tell(context, row)
  }
  for (const row of await cases.casesBy(context, { status: 'received' })) await tell(context, row)
  for (const row of await cases.casesBy(context, { callbackDue: true }))
    await notify(context, {
      kind: 'case-callback',
      title: '有法律援助案件该回访了',
      lines: [`案号 ${numberOf(row)}：问一问当事人，事情是不是解决了。`],
      link: `/console/cases/${row.id}`,
      onceKey: `callback ${row.id} ${row.closedOn ?? ''}`,
      personIds: await people.clerks(context),
    })
  return closed
}

export const watchCases: Repeated = {
  name: 'watch-cases',
  seconds: 3_600,
  start: (services) => ({
    round: async (stopping) => {
      for (const scope of await scopesOfAll(services.database)) {
        if (stopping.aborted) return
        // The county itself acts: it reaches all of its cases.
        await inScope(services.database, scope, (bare) => watchCounty(withScope(bare, { roles: ['admin'] }), services))
      }
    },
  }),
}
