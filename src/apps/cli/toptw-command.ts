import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { planInWorker } from '../../engines/planner/in-worker.ts'
import { readInstance } from '../../engines/planner/toptw/read-instance.ts'
import { toProblem } from '../../engines/planner/toptw/to-problem.ts'

const USAGE = 'usage: qingqi toptw FILE|- --teams M [--seconds 10] [--seed 1] [--threads N] [--decimals 1]'

/** Reads an orienteering instance, prints the best routes found as JSON on stdout. */
export const run = async (args: string[]): Promise<number> => {
  let parsed
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        teams: { type: 'string' },
        seconds: { type: 'string', default: '10' },
        seed: { type: 'string', default: '1' },
        threads: { type: 'string', default: '1' },
        decimals: { type: 'string', default: '1' },
      },
    })
  } catch (error) {
    process.stderr.write(`${(error as Error).message}; ${USAGE}\n`)
    return 2
  }
  const [file] = parsed.positionals
  const [teams, seconds, seed, threads, decimals] = (['teams', 'seconds', 'seed', 'threads', 'decimals'] as const).map(
    (name) => Number(parsed.values[name]),
  ) as [number, number, number, number, number]
  const whole = [teams, seed, threads, decimals].every((it) => Number.isInteger(it))
  if (!file || !whole || teams < 1 || threads < 1 || decimals < 0 || !(seconds > 0)) {
    process.stderr.write(`${USAGE}\n`)
    return 2
  }
  let text: string
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    process.stderr.write(`${file}: cannot be read (${(error as Error).message})\n`)
    return 1
  }
  const vertices = readInstance(text)
  if (!vertices.ok) {
    process.stderr.write(
      `${file}: line ${vertices.detail?.line} ${vertices.detail?.reason}; give a Solomon or Cordeau file\n`,
    )
    return 1
  }
  const problem = toProblem(vertices.value, teams, decimals)
  const solution = await planInWorker(problem, { seconds, seed, threads }).result
  const routes = problem.teams.map((team) =>
    solution.visits
      .filter((visit) => visit.team === team.id)
      .toSorted((a, b) => a.start - b.start)
      .map((visit) => Number(visit.request)),
  )
  process.stdout.write(`${JSON.stringify({ score: solution.score, routes, seconds: solution.seconds })}\n`)
  return 0
}
