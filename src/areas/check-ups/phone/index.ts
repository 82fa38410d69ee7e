import type { PhonePage } from '../../../platform/web/phone-kit/index.ts'
import { checkUpPage } from './check-up-page.tsx'
import { checkUpsPage } from './check-ups-page.tsx'
import { selfCheckPage } from './self-check-page.tsx'

export const pages: readonly PhonePage[] = [checkUpsPage, checkUpPage, selfCheckPage]
