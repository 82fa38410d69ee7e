import type { PhonePage } from '../../../platform/web/phone-kit/index.ts'
import { availabilityPage } from './availability-page.tsx'

export const pages: readonly PhonePage[] = [availabilityPage]
