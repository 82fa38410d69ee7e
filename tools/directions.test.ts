import { expect, it } from 'vitest'
import { brokenRules, checkFile, importsOf, sqlOutsideQueries } from './directions.ts'

const root = new URL('..', import.meta.url).pathname

it.each([
  ['platform-knows-no-business', 'src/platform/base/x.ts', 'src/areas/visits/contract.ts'],
  ['engines-are-pure', 'src/engines/planner/plan.ts', 'node:fs'],
  ['engines-are-pure', 'src/engines/planner/plan.ts', 'src/platform/server/db/scope.ts'],
  ['engines-stand-alone', 'src/engines/checkup/score.ts', 'src/engines/entitlements/period.ts'],
  ['areas-below-apps', 'src/areas/visits/server/index.ts', 'src/apps/server/app.ts'],
  ['areas-meet-at-doors', 'src/areas/visits/server/plan.ts', 'src/areas/enterprises/server/gap-queries.ts'],
  ['areas-meet-at-doors', 'src/areas/visits/server/plan.test.ts', 'src/areas/enterprises/server/gap-queries.ts'],
  ['apps-use-doors', 'src/apps/server/app.ts', 'src/areas/visits/server/queries.ts'],
  ['browser-reaches-no-server', 'src/areas/visits/console/page.tsx', 'src/areas/visits/server/index.ts'],
  ['browser-reaches-no-server', 'src/platform/web/kit/a.tsx', 'node:path'],
])('%s: %s may not import %s', (rule, from, to) => {
  expect(brokenRules(from, to, false)).toContain(rule)
})

it.each([
  ['src/areas/visits/server/plan.ts', 'src/areas/enterprises/server/index.ts'],
  ['src/areas/visits/server/plan.ts', 'src/areas/visits/server/queries.ts'],
  ['src/apps/server/app.ts', 'src/areas/visits/server/index.ts'],
  ['src/engines/planner/worker.ts', 'node:worker_threads'],
  ['src/engines/planner/plan.ts', 'src/engines/planner/rules/index.ts'],
  ['src/areas/visits/console/page.tsx', 'src/areas/enterprises/contract.ts'],
])('%s may import %s', (from, to) => {
  expect(brokenRules(from, to, false)).toEqual([])
})

it('lets types cross into the browser, code not', () => {
  const from = 'src/areas/visits/console/page.tsx'
  const read = (text: string) => checkFile(root, from, text)
  expect(read("import type { Plan } from '../server/index.ts'")).toEqual([])
  for (const text of [
    "import { plan } from '../server/index.ts'",
    "import { type Plan, plan } from '../server/index.ts'",
    "import '../server/index.ts'",
    "export { plan } from '../server/index.ts'",
    "const later = () => import('../server/index.ts')",
  ])
    expect(read(text), text).toEqual([
      expect.stringMatching(/^browser-reaches-no-server: .* → .*visits\/server\/index\.ts$/),
    ])
})

it('reads JSX, names a file that is not there, and throws where it cannot read', () => {
  expect(importsOf('src/apps/phone/a.tsx', "import { B } from './b.tsx'\nexport const A = () => <B x={1} />")).toEqual([
    { to: 'src/apps/phone/b.tsx', types: false },
  ])
  expect(checkFile(root, 'src/apps/phone/a.tsx', "import './nowhere.ts'")).toEqual([
    'not-found: src/apps/phone/a.tsx → src/apps/phone/nowhere.ts',
  ])
  expect(() => importsOf('src/a.ts', 'import {')).toThrow('src/a.ts')
})

it('finds SQL outside the files that may speak it', () => {
  expect(sqlOutsideQueries('src/areas/visits/server/publish-plan.ts', "tx.selectFrom('visits')")).toHaveLength(1)
  expect(sqlOutsideQueries('src/areas/visits/server/plan-queries.ts', "tx.selectFrom('visits')")).toEqual([])
  expect(sqlOutsideQueries('src/areas/visits/server/publish-plan.ts', 'queries.planOf(tx)')).toEqual([])
})
