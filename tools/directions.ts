import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'

/** Fewer modules than this means that the parser read nothing, which must not pass for "no violations". */
export const MODULES_FLOOR = 100

const doors =
  '^src/areas/[^/]+/(contract|texts\\.zh)\\.ts$|^src/areas/[^/]+/(server|console|phone|stage|domain)/index\\.tsx?$'
const browser = '^src/platform/web/|^src/areas/[^/]+/(console|phone|stage)/|^src/apps/(console|phone|stage)/'
const tests = '\\.test\\.tsx?$'

export const rules: IForbiddenRuleType[] = [
  {
    name: 'platform-knows-no-business',
    severity: 'error',
    from: { path: '^src/platform/', pathNot: tests },
    to: { path: '^src/(areas|apps|engines)/' },
  },
  {
    name: 'engines-are-pure',
    severity: 'error',
    from: { path: '^src/engines/', pathNot: `${tests}|/benchmarks/|/(in-)?worker\\.ts$` },
    to: { path: '^src/(areas|apps)/|^src/platform/(server|web)/|^node:', pathNot: '^src/engines/' },
  },
  {
    name: 'areas-below-apps',
    severity: 'error',
    from: { path: '^src/areas/', pathNot: tests },
    to: { path: '^src/apps/' },
  },
  {
    name: 'areas-meet-at-doors',
    severity: 'error',
    from: { path: '^src/areas/([^/]+)/' },
    to: { path: '^src/areas/([^/]+)/', pathNot: `^src/areas/$1/|${doors}` },
  },
  {
    name: 'apps-use-doors',
    severity: 'error',
    from: { path: '^src/apps/' },
    to: { path: '^src/areas/', pathNot: doors },
  },
  {
    name: 'browser-reaches-no-server',
    severity: 'error',
    from: { path: browser, pathNot: tests },
    to: { path: '^src/platform/server/|/server/|^node:|^(fs|path|crypto)$', dependencyTypesNot: ['type-only'] },
  },
]

/** Reads every module under `folder` and returns how many there were and each broken rule as a line. */
export const checkDirections = async (folder: string): Promise<{ modules: number; broken: string[] }> => {
  const { output } = await cruise([folder], {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'node_modules' },
    ruleSet: { forbidden: rules },
    validate: true,
  })
  const { modules, summary } = output as ICruiseResult
  return {
    modules: modules.filter((it) => it.source.startsWith(folder)).length,
    broken: summary.violations.map((it) => `${it.rule.name}: ${it.from} → ${it.to}`),
  }
}

const SQL = /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql(?:<[^`]*>)?`|\.pool\.query\(/
const MAY_QUERY = /(^|[/-])queries\.ts$|^src\/platform\/server\/(db|jobs\/jobs|http\/server|postgres)|\.test\.ts$/

/** A line where a file outside queries speaks SQL. */
export const sqlOutsideQueries = (path: string, text: string): string[] =>
  SQL.test(text) && !MAY_QUERY.test(path) ? [`sql-outside-queries: ${path}`] : []
