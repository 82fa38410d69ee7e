import { readFileSync } from 'node:fs'
import { planInWorker } from '../../engines/planner/in-worker.ts'
import { readInstance } from '../../engines/planner/toptw/read-instance.ts'
import { toProblem } from '../../engines/planner/toptw/to-problem.ts'
import { readCall, refuseCall, secondsOf, wholeOf, type Usage } from './read-call.ts'

export const usage: Usage = {
  call: 'toptw FILE|- --teams M [--seconds 10] [--seed 1] [--threads N] [--decimals 1]',
  does: '把 Solomon 或 Cordeau 文件当作团队定向问题求解，结果以 JSON 写到标准输出',
}

/** Reads an orienteering instance, prints the best routes found as JSON on stdout. */
export const run = async (args: string[]): Promise<number> => {
  const read = readCall({
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
  if (!read.ok) return refuseCall(usage, read.detail?.reason)
  const { values, positionals } = read.value
  const [file] = positionals
  if (!file || positionals.length !== 1) return refuseCall(usage, file ? '只能给一个文件' : '缺少文件')
  if (values.teams === undefined) return refuseCall(usage, '缺少 --teams')
  const teams = wholeOf(values.teams, 1, 1000)
  if (teams === undefined) return refuseCall(usage, `--teams ${values.teams} 不是整数（1–1000）`)
  const [seconds, seed, threads] = [secondsOf(values.seconds), wholeOf(values.seed, 0), wholeOf(values.threads, 1, 64)]
  if (seconds === undefined) return refuseCall(usage, `--seconds ${values.seconds} 不是秒数（大于 0）`)
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
