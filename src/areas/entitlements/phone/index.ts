import type { PhonePage } from '../../../platform/web/phone-kit/index.ts'
import { owedPage } from './owed-page.tsx'

export const pages: readonly PhonePage[] = [owedPage]
