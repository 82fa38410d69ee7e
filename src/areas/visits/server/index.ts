import type { Area } from '../../../platform/server/http/implement.ts'
import type { LongOperation } from '../../../platform/server/jobs/long-operations.ts'
import { visitTexts } from '../texts.zh.ts'
import { runReplan } from './answer-dispatch.ts'
import { runPlan } from './make-plan.ts'
import { routes } from './routes.ts'

export const visits: Area = {
  name: 'visits',
  routes,
  texts: visitTexts,
  longOperations: { plan: runPlan as LongOperation, replan: runReplan as LongOperation },
}
