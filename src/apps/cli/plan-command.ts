import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { check, readProblem } from '../../engines/planner/index.ts'
import { planInWorker } from '../../engines/planner/in-worker.ts'

const USAGE = 'usage: qingqi plan PROBLEM.json|- [--seconds 10] [--seed 1] [--threads N] [--progress]'

/** Reads a problem, prints the solution as JSON on stdout. */
export const run = async (args: string[]): Promise<number> => {
  let parsed
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        seconds: { type: 'string', default: '10' },
        seed: { type: 'string', default: '1' },
        threads: { type: 'string', default: '1' },
        progress: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    process.stderr.write(`${(error as Error).message}; ${USAGE}\n`)
    return 2
  }
  const { values, positionals } = parsed
  const [seconds, seed, threads] = [Number(values.seconds), Number(values.seed), Number(values.threads)]
  const [file] = positionals
  if (
    positionals.length !== 1 ||
    !file ||
    !(seconds > 0) ||
    !Number.isInteger(seed) ||
    !(Number.isInteger(threads) && threads > 0)
  ) {
    process.stderr.write(`${USAGE}\n`)
    return 2
  }
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'))
  } catch (error) {
    process.stderr.write(`${file}: cannot be read as JSON (${(error as Error).message}); give a planning problem\n`)
    return 1
  }
  const problem = readProblem(json)
  if (!problem.ok) {
    for (const { path, reason } of (problem.detail?.faults ?? []) as { path: string; reason: string }[])
      process.stderr.write(`${file}: ${path} ${reason}\n`)
    return 1
  }
  const running = planInWorker(problem.value, { seconds, seed, threads }, (it) => {
    if (values.progress)
      process.stderr.write(`${Math.round(it.done * 100)} %  ${it.iterations} steps  score ${it.score.toFixed(1)}\n`)
  })
  process.once('SIGINT', () => running.cancel())
  const solution = await running.result
  const [broken] = check(problem.value, solution).broken
  if (broken) {
    process.stderr.write(
      `${file}: pinned visits leave no plan that keeps the rules (${broken.rule} ${broken.code} at ${broken.request}); move or unpin one\n`,
    )
    return 1
  }
  await new Promise<void>((done) => process.stdout.write(`${JSON.stringify(solution)}\n`, () => done()))
  return 0
}
