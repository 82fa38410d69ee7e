import type { Area } from '../../../platform/server/http/implement.ts'
import { entitlementTexts } from '../texts.zh.ts'
import { routes } from './routes.ts'

export { parametersIfDecided, parametersInForce } from './parameters-in-force.ts'

export const entitlements: Area = { name: 'entitlements', routes, texts: entitlementTexts }
