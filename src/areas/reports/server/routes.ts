import { ok } from '../../../platform/base/result.ts'
import { implement, type Route } from '../../../platform/server/http/implement.ts'
import { calendarFor } from '../../enterprises/server/index.ts'
import * as contract from '../contract.ts'
import * as queries from './queries.ts'
import { periodOf, readFigures } from './read-figures.ts'

export const routes: readonly Route[] = [
  implement(contract.readFigures, async (context, { query }) => ok(await readFigures(context, query))),

  implement(contract.readFigureRows, async (context, { query }) => {
    const { key, limit, offset, ...asked } = query
    const period = periodOf(context, asked)
    return ok({
      value: await queries.figureValue(context, key, period),
      total: await queries.countFigureRows(context, key, period),
      rows: await queries.figureRows(context, key, period, { limit, offset }),
    })
  }),

  implement(contract.readToday, async (context) => {
    const { today } = context.scope
    const kind = (await calendarFor(context)).kindOf(today)
    return ok({
      today,
      day: kind.ok ? kind.value : 'unknown',
      out: await queries.visitsOn(context, today),
      next: await queries.visitsAfter(context, today, 12),
      waiting: await queries.waitingCounts(context),
    })
  }),
]
