import { accounts } from '../../areas/accounts/server/index.ts'
import { cases } from '../../areas/cases/server/index.ts'
import { checkUps } from '../../areas/check-ups/server/index.ts'
import { enterprises } from '../../areas/enterprises/server/index.ts'
import { entitlements } from '../../areas/entitlements/server/index.ts'
import { letters } from '../../areas/letters/server/index.ts'
import { notices } from '../../areas/notices/server/index.ts'
import { squads } from '../../areas/squads/server/index.ts'
import { reports } from '../../areas/reports/server/index.ts'
import { visits } from '../../areas/visits/server/index.ts'
import type { Area } from '../../platform/server/http/implement.ts'
import { operationsArea } from '../../platform/server/jobs/routes.ts'

/** Every area this server serves. */
export const areas: readonly Area[] = [
  operationsArea,
  accounts,
  enterprises,
  squads,
  visits,
  cases,
  entitlements,
  checkUps,
  letters,
  reports,
  notices,
]
