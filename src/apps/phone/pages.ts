import { pages as cases } from '../../areas/cases/phone/index.ts'
import { pages as checkUps } from '../../areas/check-ups/phone/index.ts'
import { pages as enterprises } from '../../areas/enterprises/phone/index.ts'
import { pages as entitlements } from '../../areas/entitlements/phone/index.ts'
import { pages as letters } from '../../areas/letters/phone/index.ts'
import { pages as notices } from '../../areas/notices/phone/index.ts'
import { pages as squads } from '../../areas/squads/phone/index.ts'
import { pages as visits } from '../../areas/visits/phone/index.ts'
import type { PhonePage } from '../../platform/web/phone-kit/page-type.ts'
import { minePage } from './mine.tsx'
import { signInPage } from './sign-in.tsx'

/** The pages of all areas: import each area's phone door here and spread its `pages`. */
export const pages: readonly PhonePage[] = [
  signInPage,
  ...enterprises,
  ...entitlements,
  ...squads,
  ...visits,
  ...checkUps,
  ...cases,
  ...letters,
  ...notices,
  minePage,
]
