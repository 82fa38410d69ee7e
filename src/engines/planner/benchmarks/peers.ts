import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { readInstance } from '../toptw/read-instance.ts'
import { toProblem } from '../toptw/to-problem.ts'
import { countRoutes } from './count-routes.ts'

/**
 * PyVRP, OR-Tools and VROOM beside `qingqi toptw` on the same instances and seconds, one core each in turn; profits by
 * the same counter. Those that the Python of `--python` does not have are said to be absent.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    teams: { type: 'string', default: '1,2,3,4' },
    python: { type: 'string', default: 'python3' },
    out: { type: 'string' },
  },
})
const here = (name: string): string => new URL(name, import.meta.url).pathname
const bin = here('../../../../bin/qingqi.mjs')
const modules = { pyvrp: 'pyvrp', ortools: 'ortools.constraint_solver', vroom: 'vroom' }
const peers = Object.entries(modules).filter(([name, module]) => {
  const there = spawnSync(values.python, ['-c', `import ${module}`]).status === 0
  if (!there) process.stdout.write(`${name}: absent\n`)
  return there
})

const json = (text: string): unknown => JSON.parse(text.trim().split('\n').at(-1)!)
interface Row {
  readonly name: string
  readonly teams: number
  readonly scores: Readonly<Record<string, number>>
}
const rows: Row[] = []
const names = readdirSync(here('solomon')).map((it) => it.replace('.txt', ''))
for (const name of names.filter((it) => new RegExp(values.only).test(it)).sort())
  for (const teams of values.teams.split(',').map(Number)) {
    const file = here(`solomon/${name}.txt`)
    const text = readFileSync(file, 'utf8')
    const read = readInstance(text)
    if (!read.ok) throw new Error(`${name} cannot be read`)
    const problem = toProblem(read.value, teams, 1)
    const [shift] = problem.teams[0]!.shifts
    const input = JSON.stringify({
      way: problem.travel.minutes,
      service: [0, ...problem.requests.map((it) => it.minutes)],
      opens: [shift!.from, ...problem.enterprises.map((it) => it.gaps[0]!.from)],
      closes: [shift!.to, ...problem.enterprises.map((it, at) => it.gaps[0]!.to - problem.requests[at]!.minutes)],
      profit: [0, ...problem.requests.map((it) => it.value)],
      teams,
      seconds: Number(values.seconds),
    })
    const own = spawnSync(process.execPath, [bin, 'toptw', file, '--teams', `${teams}`, '--seconds', values.seconds])
    const scores: Record<string, number> = {
      qingqi: countRoutes(text, (json(String(own.stdout)) as { routes: number[][] }).routes, 1),
    }
    for (const [peer] of peers) {
      const run = spawnSync(values.python, [here('peers.py'), peer], { input })
      if (run.status !== 0) throw new Error(`${peer} on ${name}: ${String(run.stderr)}`)
      scores[peer] = countRoutes(text, json(String(run.stdout)) as number[][], 1)
    }
    rows.push({ name, teams, scores })
    process.stderr.write(`${name} ${teams} ${JSON.stringify(scores)}\n`)
  }
for (const [peer] of peers) {
  const gap = rows.reduce((sum, it) => sum + (100 * (it.scores.qingqi! - it.scores[peer]!)) / it.scores.qingqi!, 0)
  const behind = rows.filter((it) => it.scores.qingqi! < it.scores[peer]!).length
  process.stdout.write(
    `${peer}: ${(gap / rows.length).toFixed(2)} % below qingqi on average; qingqi behind on ${behind} of ${rows.length}\n`,
  )
}
if (values.out) {
  const machine = `${cpus()[0]!.model} × ${cpus().length}, Node ${process.version}`
  writeFileSync(values.out, JSON.stringify({ machine, seconds: values.seconds, seed: 1, rows }, null, 1))
}
