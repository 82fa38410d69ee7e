import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync } from 'vite'

/** Fewer modules than this means that nothing was read, which must not pass for "no violations". */
export const MODULES_FLOOR = 100

interface Rule {
  readonly name: string
  readonly from: RegExp
  readonly fromNot?: RegExp
  readonly to: RegExp
  readonly toNot?: RegExp
  /** Types vanish from the bundle, so they may cross where code may not. */
  readonly typesMay?: true
}

const tests = /\.test\.tsx?$/
const doors =
  /^src\/areas\/[^/]+\/(contract|texts\.zh)\.ts$|^src\/areas\/[^/]+\/(server|console|phone|stage|domain)\/index\.tsx?$/

/** Who may import whom (docs/architecture.md); paths from the project's folder, packages by their names. */
export const rules: readonly Rule[] = [
  { name: 'platform-knows-no-business', from: /^src\/platform\//, fromNot: tests, to: /^src\/(areas|apps|engines)\// },
  {
    name: 'engines-are-pure',
    from: /^src\/engines\//,
    fromNot: /\.test\.tsx?$|\/benchmarks\/|\/(in-)?worker\.ts$/,
    to: /^src\/(areas|apps)\/|^src\/platform\/(server|web)\/|^node:/,
  },
  { name: 'areas-below-apps', from: /^src\/areas\//, fromNot: tests, to: /^src\/apps\// },
  { name: 'apps-use-doors', from: /^src\/apps\//, to: /^src\/areas\//, toNot: doors },
  {
    name: 'browser-reaches-no-server',
    from: /^src\/platform\/web\/|^src\/areas\/[^/]+\/(console|phone|stage)\/|^src\/apps\/(console|phone|stage)\//,
    fromNot: tests,
    to: /^src\/platform\/server\/|^src\/.*\/server\/|^node:|^(fs|path|crypto)$/,
    typesMay: true,
  },
]

const areaOf = (path: string): string | undefined => /^src\/areas\/([^/]+)\//.exec(path)?.[1]
const engineOf = (path: string): string | undefined => /^src\/engines\/([^/]+)\//.exec(path)?.[1]

/** The rules that an import from `from` of `to` breaks, by name; `types` where only types are imported. */
export const brokenRules = (from: string, to: string, types: boolean): string[] => {
  const broken = rules
    .filter(
      (rule) =>
        rule.from.test(from) &&
        !rule.fromNot?.test(from) &&
        rule.to.test(to) &&
        !rule.toNot?.test(to) &&
        !(types && rule.typesMay),
    )
    .map((rule) => rule.name)
  const areas = [areaOf(from), areaOf(to)]
  const besideDoors = areas[0] && areas[1] && areas[0] !== areas[1] && !doors.test(to)
  const engines = [engineOf(from), engineOf(to)]
  const beside = engines[0] && engines[1] && engines[0] !== engines[1]
  return [...broken, ...(besideDoors ? ['areas-meet-at-doors'] : []), ...(beside ? ['engines-stand-alone'] : [])]
}

interface Import {
  readonly to: string
  readonly types: boolean
}

/** What a file imports or exports again, relative paths resolved from the project's folder. @throws on a syntax error */
export const importsOf = (path: string, text: string): Import[] => {
  const { module, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`)
  const found = [
    ...module.staticImports.map((it) => ({
      name: it.moduleRequest.value,
      types: it.entries.length > 0 && it.entries.every((entry) => entry.isType),
    })),
    ...module.staticExports.flatMap((it) => {
      const from = it.entries.filter((entry) => entry.moduleRequest)
      return from.map((entry) => ({ name: entry.moduleRequest!.value, types: entry.isType }))
    }),
    ...module.dynamicImports.map((it) => ({
      name: text.slice(it.moduleRequest.start + 1, it.moduleRequest.end - 1),
      types: false,
    })),
  ]
  return found.map(({ name, types }) => ({
    to: name.startsWith('.') ? posix.join(posix.dirname(path), name) : name,
    types,
  }))
}

/** Each broken rule and each import of a file that is not there, as a line. `root` is the project's folder. */
export const checkFile = (root: string, path: string, text: string): string[] =>
  importsOf(path, text).flatMap(({ to, types }) => [
    ...brokenRules(path, to, types).map((name) => `${name}: ${path} → ${to}`),
    ...(to.startsWith('src/') && !existsSync(join(root, to.split('?')[0]!)) ? [`not-found: ${path} → ${to}`] : []),
  ])

const SQL = /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql(?:<[^`]*>)?`|\.pool\.query\(/
const MAY_QUERY = /(^|[/-])queries\.ts$|^src\/platform\/server\/(db|jobs\/jobs|http\/server|postgres)|\.test\.ts$/

/** A line where a file outside queries speaks SQL. */
export const sqlOutsideQueries = (path: string, text: string): string[] =>
  SQL.test(text) && !MAY_QUERY.test(path) ? [`sql-outside-queries: ${path}`] : []
