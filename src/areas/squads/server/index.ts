import type { Area } from '../../../platform/server/http/implement.ts'
import { squadTexts } from '../texts.zh.ts'
import { routes } from './routes.ts'

export const squads: Area = { name: 'squads', routes, texts: squadTexts }
export { members, teams } from './queries.ts'
