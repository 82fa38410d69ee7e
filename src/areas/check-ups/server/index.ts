import type { Area } from '../../../platform/server/http/implement.ts'
import { checkUpTexts } from '../texts.zh.ts'
import { routes } from './routes.ts'
import { watchCheckUps } from './watch-check-ups.ts'

export const checkUps: Area = { name: 'check-ups', routes, texts: checkUpTexts, repeated: [watchCheckUps] }
/** For the letters: findings with what today makes of them, and the letter suggested next. */
export { listFindings } from './repair-finding.ts'
export { watchCounty } from './watch-check-ups.ts'
