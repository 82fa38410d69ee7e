import type { Area } from '../../../platform/server/http/implement.ts'
import { accountTexts } from '../texts.zh.ts'
import { routes } from './routes.ts'

export const accounts: Area = { name: 'accounts', routes, texts: accountTexts }
export { DEMO_PASSWORD, demoUsername } from './demo-usernames.ts'
