import { execFile } from 'node:child_process'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { planInWorker } from '../in-worker.ts'
import { readInstance } from '../toptw/read-instance.ts'
import { toProblem } from '../toptw/to-problem.ts'
import { countRoutes } from './count-routes.ts'

/** The orienteering table of docs/planner.md: the command line on each instance, profits counted anew. */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    threads: { type: 'string', default: '1' },
    teams: { type: 'string', default: '1,2,3,4' },
    only: { type: 'string', default: '' },
    jobs: { type: 'string', default: '1' },
    // Steps in place of seconds, for a machine with other work on it; 100,000 are about a second's on a quiet core.
    steps: { type: 'string' },
    // Ends a run that has the best known value: the rest of its time could not make the gap larger.
    'stop-at-known': { type: 'boolean', default: false },
    // Other instances, the best known of them, and the decimals their distances are cut to (2 for Cordeau's).
    folder: { type: 'string' },
    known: { type: 'string' },
    decimals: { type: 'string', default: '1' },
    out: { type: 'string' },
  },
})

interface Run {
  readonly name: string
  readonly teams: number
  readonly score: number
  readonly best: number
  /** Percent below the best known; negative above it. */
  readonly gap: number
  readonly routes: readonly (readonly number[])[]
}

const here = (name: string): URL => new URL(name, import.meta.url)
const folder = values.folder ? pathToFileURL(`${resolve(values.folder)}/`) : here('solomon/')
const known = JSON.parse(readFileSync(values.known ?? here('best-known.json'), 'utf8')) as Record<
  string,
  Record<string, { bks: number }>
>
const names = readdirSync(folder)
  .filter((it) => it.endsWith('.txt'))
  .map((it) => it.replace('.txt', ''))
  .filter((it) => new RegExp(values.only).test(it))
  .sort()
const open = names.flatMap((name) => values.teams.split(',').map((teams) => ({ name, teams: Number(teams) })))
const decimals = Number(values.decimals)
const bin = new URL('../../../../bin/qingqi.mjs', import.meta.url).pathname

interface Found {
  readonly score: number
  readonly routes: number[][]
}

const byCommand = async (file: string, teams: number): Promise<Found> => {
  const options = [
    '--seconds',
    values.seconds,
    '--seed',
    values.seed,
    '--threads',
    values.threads,
    '--decimals',
    values.decimals,
  ]
  const call = [bin, 'toptw', file, '--teams', `${teams}`, ...options]
  return JSON.parse((await promisify(execFile)(process.execPath, call)).stdout) as Found
}

/** The same search as the command's, in threads, which may end once it has the score wanted. */
const inProcess = async (text: string, teams: number, wanted: number): Promise<Found> => {
  const vertices = readInstance(text)
  if (!vertices.ok) throw new Error(`line ${vertices.detail?.line} ${vertices.detail?.reason}`)
  const problem = toProblem(vertices.value, teams, decimals)
  const [seconds, seed, threads] = [Number(values.seconds), Number(values.seed), Number(values.threads)]
  const iterations = values.steps === undefined ? undefined : Number(values.steps)
  const search = planInWorker(problem, { seconds, iterations, seed, threads }, ({ score }) => {
    if (values['stop-at-known'] && score >= wanted) search.cancel()
  })
  const { score, visits } = await search.result
  const inOrder = visits.toSorted((a, b) => a.start - b.start)
  const routes = problem.teams.map(({ id }) => inOrder.filter((it) => it.team === id).map((it) => Number(it.request)))
  return { score, routes }
}

const runOne = async ({ name, teams }: { name: string; teams: number }): Promise<Run> => {
  const file = new URL(`${name}.txt`, folder).pathname
  const text = readFileSync(file, 'utf8')
  const best = known[name]![teams]!.bks
  const { score, routes } = await (values['stop-at-known'] || values.steps
    ? inProcess(text, teams, best)
    : byCommand(file, teams))
  const counted = countRoutes(text, routes, decimals)
  if (counted !== score) throw new Error(`${name}, ${teams} teams: ${score} said, ${counted} counted`)
  return { name, teams, score, best, gap: (100 * (best - score)) / best, routes }
}

const runs: Run[] = []
await Promise.all(
  Array.from({ length: Number(values.jobs) }, async () => {
    for (let next = open.shift(); next; next = open.shift()) {
      const run = await runOne(next)
      runs.push(run)
      process.stderr.write(`${run.name} ${run.teams}: ${run.score} (${run.gap.toFixed(2)} %)\n`)
    }
  }),
)

const mean = (list: readonly Run[]): number => list.reduce((sum, it) => sum + it.gap, 0) / list.length
const table = Object.entries(Object.groupBy(runs, (it) => it.name.slice(0, -2)))
for (const [series, list] of table) {
  const cells = Object.entries(Object.groupBy(list!, (it) => it.teams)).map(
    ([m, it]) => `m=${m} ${mean(it!).toFixed(3)}`,
  )
  process.stdout.write(`${series.padEnd(4)} ${cells.join('  ')}\n`)
}
const worst = runs.reduce((most, it) => (it.gap > most.gap ? it : most))
process.stdout.write(
  `${runs.length} runs of ${values.steps ? `${values.steps} steps` : `${values.seconds} s`}: average gap ${mean(runs).toFixed(4)} %, worst ${worst.gap.toFixed(2)} % (${worst.name}, m=${worst.teams})\n`,
)
for (const it of runs.filter((run) => run.gap < 0))
  process.stdout.write(
    `above the best known: ${it.name} m=${it.teams} ${it.score} > ${it.best}  ${JSON.stringify(it.routes)}\n`,
  )
if (values.out) {
  const { seconds, steps, seed, threads } = values
  const machine = `${cpus()[0]!.model} × ${cpus().length}, Node ${process.version}`
  writeFileSync(values.out, JSON.stringify({ machine, seconds, steps, seed, threads, runs }, null, 1))
}
