import type { Area } from '../../../platform/server/http/implement.ts'
import { enterpriseTexts } from '../texts.zh.ts'
import { routes } from './routes.ts'

export const enterprises: Area = { name: 'enterprises', routes, texts: enterpriseTexts }
export { calendarFor } from './date-rules.ts'
export { enterprisesForPlan, type EnterpriseForPlan } from './queries.ts'
export { reaches } from './read-enterprise.ts'
