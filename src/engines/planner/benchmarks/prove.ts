/**
 * Proves orienteering instances and prints a table.
 * node src/engines/planner/benchmarks/prove.ts FOLDER [--only c101,r1] [--teams 1,2,3,4] [--seconds 60] [--search 3] [--best bks.json] [--out results.json] [--cpu] [--verbose]
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { proveRoutes } from '../bound/prove-routes.ts'
import { toRouting } from '../bound/prove-toptw.ts'
import { plan } from '../plan.ts'
import { readInstance } from '../toptw/read-instance.ts'
import { toProblem } from '../toptw/to-problem.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: 'c1,r1,rc1' },
    teams: { type: 'string', default: '1,2,3,4' },
    seconds: { type: 'string', default: '60' },
    search: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    decimals: { type: 'string', default: '1' },
    best: { type: 'string' },
    out: { type: 'string' },
    // Seconds of this process's processor time instead of the wall's, for machines that are shared.
    cpu: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
})
const folder = positionals[0]
if (!folder) throw new Error('give the folder of the instances')
const only = values.only.split(',')
const seconds = Number(values.seconds)
const search = Number(values.search)
const seed = Number(values.seed)
const decimals = Number(values.decimals)
type Best = Record<string, Record<string, { bks: number; optimal: boolean }>>
const best: Best = values.best ? (JSON.parse(readFileSync(values.best, 'utf8')) as Best) : {}
const names = readdirSync(folder)
  .filter((it) => it.endsWith('.txt') && only.some((start) => it.startsWith(start)))
  .map((it) => it.slice(0, -'.txt'.length))
const clock = (): number => {
  if (!values.cpu) return performance.now()
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const results: object[] = []
let proven = 0
console.log('instance  m  score  bound  best  proven  seconds')
for (const name of names)
  for (const teams of values.teams.split(',').map(Number)) {
    const vertices = readInstance(readFileSync(join(folder, `${name}.txt`), 'utf8'))
    if (!vertices.ok) throw new Error(`${name}: ${vertices.detail?.reason}`)
    const started = clock()
    const problem = toProblem(vertices.value, teams, decimals)
    const found = plan(problem, { seconds: search, seed, clock })
    const start = problem.teams.map((team) =>
      found.visits
        .filter((it) => it.team === team.id)
        .toSorted((a, b) => a.start - b.start)
        .map((it) => vertices.value.findIndex((vertex) => vertex.number === Number(it.request))),
    )
    const routing = toRouting(vertices.value, teams, decimals)
    if (!routing.ok) throw new Error(`${name}: ${routing.detail?.reason}`)
    const proof = await proveRoutes(routing.value, {
      seconds: seconds - (clock() - started) / 1000,
      start,
      clock,
      onStep: values.verbose
        ? (line) => console.log(`  ${((clock() - started) / 1000).toFixed(1)} ${line}`)
        : undefined,
    })
    const took = Math.round((clock() - started) / 10) / 100
    const known = best[name]?.[teams]
    if (proof.optimal) proven++
    const wrong = known && (proof.bound < known.bks || (known.optimal && proof.score > known.bks))
    console.log(
      [
        name.padEnd(8),
        teams,
        String(proof.score).padStart(5),
        String(proof.bound).padStart(5),
        String(known?.bks ?? '').padStart(5) + (known?.optimal ? '*' : ' '),
        proof.optimal ? 'yes' : 'no ',
        took,
        wrong ? 'CONTRADICTS WHAT IS KNOWN' : '',
      ].join('  '),
    )
    results.push({ name, teams, ...proof, best: known?.bks, seconds: took, searched: found.score })
    if (values.out)
      writeFileSync(
        values.out,
        JSON.stringify(
          {
            machine: cpus()[0]?.model,
            clock: values.cpu ? 'processor' : 'wall',
            node: process.version,
            seed,
            seconds,
            search,
            proven,
            results,
          },
          null,
          1,
        ),
      )
  }
console.log(`${proven} of ${results.length} proven`)
