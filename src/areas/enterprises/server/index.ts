import type { Area } from '../../../platform/server/http/implement.ts'
import { enterpriseTexts } from '../texts.zh.ts'
import type { LongOperation } from '../../../platform/server/jobs/long-operations.ts'
import { runImport } from './import-enterprises.ts'
import { routes } from './routes.ts'

export const enterprises: Area = {
  name: 'enterprises',
  routes,
  texts: enterpriseTexts,
  longOperations: { 'import-enterprises': runImport as LongOperation },
}
export { calendarFor } from './date-rules.ts'
export { enterprisesForPlan, type EnterpriseForPlan } from './plan-queries.ts'
export { reaches } from './read-enterprise.ts'
export { readRegister, writeRegister } from './import-enterprises.ts'
export { errorFile } from './workbooks.ts'
