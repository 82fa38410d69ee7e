import { inScope, withScope, type Context } from '../../../platform/server/db/scope.ts'
import { scopesOfAll } from '../../../platform/server/http/orgs-queries.ts'
import type { Repeated } from '../../../platform/server/jobs/repeated.ts'
import { notify } from '../../../platform/server/notify/notify.ts'
import * as checkUps from './check-up-queries.ts'
import * as findings from './finding-queries.ts'
import { filledIn, judgeCheckUp } from './judge-check-up.ts'
import * as people from './people-queries.ts'

/** Gives last days to findings whose year has been announced since. */
const dateFindings = async (context: Context): Promise<void> => {
  for (const id of await findings.undatedCheckUps(context)) {
    await checkUps.lockCheckUp(context, id)
    const row = await checkUps.checkUpRow(context, id)
    if (!row) continue
    const judged = await judgeCheckUp(context, row, filledIn(row))
    if (!judged.ok) throw new Error(`kept answers are refused: ${JSON.stringify(judged.detail)}`)
    const dated = judged.value.prescriptions.filter((it) => it.dueOn !== null)
    for (const { itemId, dueOn } of dated) await findings.setDueOn(context, id, itemId, dueOn!)
    await checkUps.updateCheckUp(context, id, { result: judged.value })
  }
}

/** One look at a county: dates what can be dated, marks what is overdue, tells of it once. @returns how many are new */
export const watchCounty = async (context: Context): Promise<number> => {
  await dateFindings(context)
  const overdue = await findings.newlyOverdue(context)
  if (overdue.length === 0) return 0
  await findings.markOverdue(
    context,
    overdue.map((it) => it.id),
  )
  const staff = await people.staff(context)
  for (const [checkUpId, list] of Map.groupBy(overdue, (it) => it.checkUpId)) {
    const { enterpriseName, enterpriseId } = list[0]!
    const about = {
      kind: 'check-up-overdue',
      title: '法治体检整改逾期',
      lines: list.map((it) => `${enterpriseName}：${it.title}，应于 ${it.dueOn} 前整改。`),
    }
    const once = `overdue ${checkUpId} ${list.map((it) => it.itemId).join(' ')}`
    const contacts = await people.contactsOf(context, enterpriseId)
    const link = `/m/check-ups/${checkUpId}`
    await notify(context, { ...about, link, onceKey: `${once} contacts`, personIds: contacts })
    const console_ = `/console/check-ups/${checkUpId}`
    await notify(context, { ...about, link: console_, onceKey: `${once} staff`, personIds: staff })
  }
  return overdue.length
}

export const watchCheckUps: Repeated = {
  name: 'watch-check-ups',
  seconds: 3_600,
  start: (services) => ({
    round: async (stopping) => {
      for (const scope of await scopesOfAll(services.database)) {
        if (stopping.aborted) return
        // The county itself acts: it reaches all of its check-ups.
        await inScope(services.database, scope, (bare) => watchCounty(withScope(bare, { roles: ['admin'] })))
      }
    },
  }),
}
