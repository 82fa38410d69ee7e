import { execFileSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plan } from '../../src/engines/planner/index.ts'
import { smallProblem } from '../../src/engines/planner/small-problem.ts'
import { importsOf } from '../../tools/directions.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const problem = smallProblem(7, { enterprises: 12, teams: 3, requests: 25, days: 6 })
const options = { iterations: 2_000, seed: 3 }

/** A project elsewhere that has the packed product among its packages, and none of the product's own. */
let project: string
const installed = (): string => join(project, 'node_modules', 'qingqi')

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'qingqi-library-'))
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', project], { cwd: root })
  const [tarball] = globSync('*.tgz', { cwd: project })
  execFileSync('tar', ['xzf', tarball!], { cwd: project })
  mkdirSync(join(project, 'node_modules'))
  renameSync(join(project, 'package'), installed())
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(project, 'problem.json'), JSON.stringify(problem))
})
afterAll(() => rmSync(project, { recursive: true, force: true }))

/** Every Node of this machine: the one that runs the tests, and others in PATH. */
const nodes = new Set([
  process.execPath,
  ...(process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'node'))
    .filter((path) => existsSync(path)),
])

// What Node 20 lacks of the language that newer ones have.
const asOld = `
delete Map.groupBy
delete Object.groupBy
delete Array.fromAsync
delete Promise.withResolvers
for (const name of ['union', 'intersection', 'difference', 'isSubsetOf', 'isDisjointFrom']) delete Set.prototype[name]
`

test('in a project that installed it, every Node here imports the engines and plans alike', () => {
  writeFileSync(join(project, 'as-old.js'), asOld)
  writeFileSync(
    join(project, 'use.js'),
    `import { readFileSync } from 'node:fs'
    import { plan, replan, explain, check, boundPlan } from 'qingqi/planner'
    import { entitlementsOf } from 'qingqi/entitlements'
    import { checkUpOf } from 'qingqi/checkup'
    const problem = JSON.parse(readFileSync('problem.json', 'utf8'))
    const made = plan(problem, ${JSON.stringify(options)})
    const again = replan({ ...problem, published: made.visits }, { iterations: 10 })
    const proven = boundPlan(problem, { rounds: 20 })
    const verdict = check(problem, made)
    console.log(JSON.stringify({
      visits: made.visits,
      score: made.score,
      broken: verdict.broken,
      reasons: explain(problem, made.visits).length,
      stays: again.score === made.score,
      bounded: proven.bound >= made.score,
      others: [typeof entitlementsOf, typeof checkUpOf],
    }))`,
  )
  const expected = plan(problem, options)
  expect(expected.unserved.length).toBeGreaterThan(0)
  const old = ['--import', './as-old.js']
  for (const [node, ...flags] of [...[...nodes].map((it) => [it]), [process.execPath, ...old]]) {
    const said = execFileSync(node!, [...flags, 'use.js'], { cwd: project, encoding: 'utf8' })
    expect(JSON.parse(said), `${node} ${flags.join(' ')}`).toEqual({
      visits: expected.visits,
      score: expected.score,
      broken: [],
      reasons: expected.unserved.length,
      stays: true,
      bounded: true,
      others: ['function', 'function'],
    })
  }
})

test('no builtin module of Node and no package is reached from an engine', () => {
  const scripts = globSync('dist/lib/**/*.js', { cwd: installed() })
  expect(scripts.length).toBeGreaterThanOrEqual(3)
  const reached = scripts.flatMap((path) => importsOf(path, readFileSync(join(installed(), path), 'utf8')))
  expect(reached.map((it) => it.to).filter((to) => !scripts.includes(to))).toEqual([])
})

test('TypeScript sees what goes in and what comes out', () => {
  const source = `import { check, plan, type Problem, type Solution } from 'qingqi/planner'
    import { readClaim } from 'qingqi/entitlements'
    import { readAnswers } from 'qingqi/checkup'
    export const solve = (problem: Problem): Solution => plan(problem, { iterations: 10, seed: 1 })
    export const score = (problem: Problem): number => check(problem, solve(problem)).score
    export const read = [readClaim({}), readAnswers({})].map((it) => it.ok)
    // @ts-expect-error a problem is wanted
    plan(7)
    // @ts-expect-error a solution is no text
    export const text: string = plan({} as Problem)
  `
  writeFileSync(join(project, 'typed.ts'), source)
  for (const [module, moduleResolution] of [
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ]) {
    const compilerOptions = { noEmit: true, strict: true, target: 'es2022', types: [], module, moduleResolution }
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['typed.ts'] }))
    execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', project], { encoding: 'utf8' })
  }
})

test('dist/lib is a package of its own, without the product’s dependencies', () => {
  const whole = JSON.parse(readFileSync(join(installed(), 'package.json'), 'utf8'))
  const alone = JSON.parse(readFileSync(join(installed(), 'dist/lib/package.json'), 'utf8'))
  expect(alone.dependencies).toBeUndefined()
  const files = (exports: Record<string, Record<string, string>>, folder: string): string[] =>
    Object.values(exports).flatMap((it) =>
      typeof it === 'string' ? [] : Object.values(it).map((to) => join(folder, to)),
    )
  expect(files(alone.exports, 'dist/lib').toSorted()).toEqual(files(whole.exports, '').toSorted())
  for (const file of files(whole.exports, '')) expect(existsSync(join(installed(), file)), file).toBe(true)
})

test('the command line says that it is not there', () => {
  const run = (): string =>
    execFileSync(process.execPath, [join(installed(), 'bin/qingqi.mjs')], { encoding: 'utf8', stdio: 'pipe' })
  expect(run).toThrow('runs in a checkout')
})
