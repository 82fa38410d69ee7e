import type { PhonePage } from '../../../platform/web/phone-kit/index.ts'
import { enterprisePage } from './enterprise-page.tsx'

export const pages: readonly PhonePage[] = [enterprisePage]
