import type { Area } from '../../../platform/server/http/implement.ts'
import { caseTexts } from '../texts.zh.ts'
import { routes } from './routes.ts'
import { watchCases } from './watch-cases.ts'

export const cases: Area = { name: 'cases', routes, texts: caseTexts, repeated: [watchCases] }
