import type { Area } from '../../../platform/server/http/implement.ts'
import { routes } from './routes.ts'

export const reports: Area = { name: 'reports', routes, texts: {} }
export { readWallFigures } from './read-figures.ts'
