import { readFileSync } from 'node:fs'
import { check, readProblem } from '../../engines/planner/index.ts'
import { planInWorker } from '../../engines/planner/in-worker.ts'
import { readCall, refuseCall, secondsOf, wholeOf, type Usage } from './read-call.ts'

export const usage: Usage = {
  call: 'plan PROBLEM.json|- [--seconds 10] [--seed 1] [--threads N] [--bound 3] [--progress]',
  does: '读入排期问题，把排期以 JSON 写到标准输出；--bound 秒数用来求得分的理论上界（0 为不求）；--progress 把进度写到标准错误',
}

/** Reads a problem, prints the solution as JSON on stdout. */
export const run = async (args: string[]): Promise<number> => {
  const read = readCall({
    args,
    allowPositionals: true,
    options: {
      seconds: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
      threads: { type: 'string', default: '1' },
      bound: { type: 'string', default: '3' },
      progress: { type: 'boolean', default: false },
    },
  })
  if (!read.ok) return refuseCall(usage, read.detail?.reason)
  const { values, positionals } = read.value
  const [file] = positionals
  if (!file || positionals.length !== 1) return refuseCall(usage, file ? '只能给一个文件' : '缺少文件')
  const [seconds, seed, threads] = [secondsOf(values.seconds), wholeOf(values.seed, 0), wholeOf(values.threads, 1, 64)]
  if (seconds === undefined) return refuseCall(usage, `--seconds ${values.seconds} 不是秒数（大于 0）`)
  if (seed === undefined) return refuseCall(usage, `--seed ${values.seed} 不是整数（0 起）`)
  const boundSeconds = values.bound === '0' ? 0 : secondsOf(values.bound)
  if (boundSeconds === undefined) return refuseCall(usage, `--bound ${values.bound} 不是秒数（0 起）`)
  if (threads === undefined) return refuseCall(usage, `--threads ${values.threads} 不是整数（1–64）`)
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
  const running = planInWorker(problem.value, { seconds, seed, threads, boundSeconds }, (it) => {
    if (values.progress)
      process.stderr.write(
        `${it.phase} ${Math.round(it.done * 100)} %  ${it.iterations} steps  score ${it.score.toFixed(1)}\n`,
      )
  })
  process.once('SIGINT', running.cancel)
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
