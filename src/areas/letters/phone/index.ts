import type { PhonePage } from '../../../platform/web/phone-kit/index.ts'
import { letterPage } from './letter-page.tsx'
import { lettersPage } from './letters-page.tsx'

export const pages: readonly PhonePage[] = [lettersPage, letterPage]
