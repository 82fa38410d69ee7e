import type { PhonePage } from '../../../platform/web/phone-kit/index.ts'
import { casePage } from './case-page.tsx'
import { casesPage } from './cases-page.tsx'
import { clinicPage } from './clinic-page.tsx'
import { clinicsPage } from './clinics-page.tsx'
import { followPage } from './follow-page.tsx'

export const pages: readonly PhonePage[] = [casesPage, casePage, clinicsPage, clinicPage, followPage]
