import { pages as accounts } from '../../areas/accounts/console/index.ts'
import { pages as cases } from '../../areas/cases/console/index.ts'
import { pages as checkUps } from '../../areas/check-ups/console/index.ts'
import { pages as enterprises } from '../../areas/enterprises/console/index.ts'
import { pages as entitlements } from '../../areas/entitlements/console/index.ts'
import { pages as letters } from '../../areas/letters/console/index.ts'
import { pages as notices } from '../../areas/notices/console/index.ts'
import { pages as reports } from '../../areas/reports/console/index.ts'
import { pages as squads } from '../../areas/squads/console/index.ts'
import { pages as visits } from '../../areas/visits/console/index.ts'
import type { ConsolePage } from '../../platform/web/console-kit/page-type.ts'

/** The pages of all areas: import each area's console door here and spread its `pages`. */
export const pages: readonly ConsolePage[] = [
  ...reports,
  ...visits,
  ...enterprises,
  ...squads,
  ...checkUps,
  ...letters,
  ...cases,
  ...notices,
  ...accounts,
  ...entitlements,
]
