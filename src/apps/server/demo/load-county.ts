import { DEMO_PASSWORD, demoUsername } from '../../../areas/accounts/server/index.ts'
import { newId } from '../../../platform/base/ids.ts'
import type { Database } from '../../../platform/server/db/database.ts'
import { inScope } from '../../../platform/server/db/scope.ts'
import { scopeOfOrg } from '../../../platform/server/http/orgs-queries.ts'
import type { Services } from '../../../platform/server/services.ts'
import { actCases } from './cases.ts'
import { DEMO_TODAY, makeCounty } from './make-county.ts'
import { deleteOrg, insertOrg, insertRows } from './queries.ts'
import { emptyRows } from './rows.ts'
import { seeded } from './seeded.ts'
import { townships } from './townships.ts'

const NAME = '泗洪县'
const UNION = '泗洪县总工会'

/** Loads the seeded demo county. A load that fails leaves no county behind, so the next start tries again. */
export const loadDemoCounty = async (services: Services): Promise<void> => {
  const { database, auth } = services
  const county = makeCounty()
  await insertOrg(database, { id: county.orgId, name: NAME, unionName: UNION, demo: true, demoDate: DEMO_TODAY })
  try {
    const scope = (await scopeOfOrg(database, county.orgId))!
    await inScope(database, scope, (context) => insertRows(context, county.rows))
    await inScope(database, scope, (context) => actCases(context, services, county))
    for (const { role, personId, name } of county.accounts)
      await auth.createAccount({
        orgId: county.orgId,
        personId,
        name,
        username: demoUsername(role),
        password: DEMO_PASSWORD,
      })
  } catch (error) {
    await deleteOrg(database, county.orgId).catch(() => {})
    throw error
  }
}

/** A county with its townships and nothing else; its first administrator is made on the page. */
export const loadEmptyCounty = async (database: Database): Promise<void> => {
  const orgId = newId()
  await insertOrg(database, { id: orgId, name: NAME, unionName: UNION, demo: false, demoDate: null })
  const rows = emptyRows()
  const random = seeded(1)
  for (const township of townships)
    rows.townships.push({
      id: random.id(),
      name: township.name,
      kind: township.kind,
      longitude: township.longitude,
      latitude: township.latitude,
      point_source: township.source,
    })
  const scope = (await scopeOfOrg(database, orgId))!
  await inScope(database, scope, (context) => insertRows(context, rows))
}
