import { accounts } from '../../areas/accounts/server/index.ts'
import type { Area } from '../../platform/server/http/implement.ts'
import { operationsArea } from '../../platform/server/jobs/routes.ts'

/** Every area this server serves. */
export const areas: readonly Area[] = [operationsArea, accounts]
