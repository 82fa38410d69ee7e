import { readFileSync } from 'node:fs'
import { proveRoutes } from '../../engines/planner/bound/prove-routes.ts'
import { toRouting } from '../../engines/planner/bound/prove-toptw.ts'
import { planInWorker } from '../../engines/planner/in-worker.ts'
import { readInstance } from '../../engines/planner/toptw/read-instance.ts'
import { toProblem } from '../../engines/planner/toptw/to-problem.ts'
import { readCall, refuseCall, secondsOf, wholeOf, type Usage } from './read-call.ts'

export const usage: Usage = {
  call: 'toptw FILE|- --teams M [--seconds 10] [--seed 1] [--threads N] [--decimals 1] [--prove]',
  does: '把 Solomon 或 Cordeau 文件当作团队定向问题求解，结果以 JSON 写到标准输出；--prove 另给出经证明的上界（默认 60 秒）',
}

/** Seconds of search for routes that the proof then tries to beat; a fifth of the time where that is less. */
const SEARCH_BEFORE_PROOF = 6

/** Reads an orienteering instance, prints the best routes found as JSON on stdout. */
export const run = async (args: string[]): Promise<number> => {
  const read = readCall({
    args,
    allowPositionals: true,
    options: {
      teams: { type: 'string' },
      seconds: { type: 'string' },
      seed: { type: 'string', default: '1' },
      threads: { type: 'string', default: '1' },
      decimals: { type: 'string', default: '1' },
      prove: { type: 'boolean', default: false },
    },
  })
  if (!read.ok) return refuseCall(usage, read.detail?.reason)
  const { values, positionals } = read.value
  const [file] = positionals
  if (!file || positionals.length !== 1) return refuseCall(usage, file ? '只能给一个文件' : '缺少文件')
  if (values.teams === undefined) return refuseCall(usage, '缺少 --teams')
  const teams = wholeOf(values.teams, 1, 1000)
  if (teams === undefined) return refuseCall(usage, `--teams ${values.teams} 不是整数（1–1000）`)
  const given = values.seconds ?? (values.prove ? '60' : '10')
  const [seconds, seed, threads] = [secondsOf(given), wholeOf(values.seed, 0), wholeOf(values.threads, 1, 64)]
  if (seconds === undefined) return refuseCall(usage, `--seconds ${given} 不是秒数（大于 0）`)
  if (seed === undefined) return refuseCall(usage, `--seed ${values.seed} 不是整数（0 起）`)
  if (threads === undefined) return refuseCall(usage, `--threads ${values.threads} 不是整数（1–64）`)
  const decimals = wholeOf(values.decimals, 0, 9)
  if (decimals === undefined) return refuseCall(usage, `--decimals ${values.decimals} 不是整数（0–9）`)
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
  const routing = values.prove ? toRouting(vertices.value, teams, decimals) : undefined
  if (routing && !routing.ok) {
    process.stderr.write(`${file}: cannot be proven (${routing.detail?.reason})\n`)
    return 1
  }
  const started = performance.now()
  const search = routing ? Math.min(SEARCH_BEFORE_PROOF, seconds / 5) : seconds
  const solution = await planInWorker(problem, { seconds: search, seed, threads }).result
  const routes = problem.teams.map((team) =>
    solution.visits
      .filter((visit) => visit.team === team.id)
      .toSorted((a, b) => a.start - b.start)
      .map((visit) => Number(visit.request)),
  )
  if (!routing) {
    process.stdout.write(`${JSON.stringify({ score: solution.score, routes, seconds: solution.seconds })}\n`)
    return 0
  }
  const vertexOf = new Map(vertices.value.map((it, at) => [it.number, at]))
  const proof = await proveRoutes(routing.value, {
    seconds: seconds - (performance.now() - started) / 1000,
    start: routes.map((route) => route.map((it) => vertexOf.get(it)!)),
  })
  const proven = {
    score: proof.score,
    routes: Array.from({ length: teams }, (_, at) => (proof.routes[at] ?? []).map((it) => vertices.value[it]!.number)),
    seconds: Math.round(performance.now() - started) / 1000,
    bound: proof.bound,
    optimal: proof.optimal,
  }
  process.stdout.write(`${JSON.stringify(proven)}\n`)
  return 0
}
