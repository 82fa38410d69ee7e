import { parseArgs } from 'node:util'
import { boundPlan } from '../bound/bound-plan.ts'
import { check } from '../check.ts'
import type { Problem, Solution } from '../model.ts'
import { plan } from '../plan.ts'
import { exhaustiveScore } from './exhaustive.ts'
import { smallProblem } from '../small-problem.ts'

/**
 * Plans random small problems with chains, budgets, pins and published visits and checks every plan, every tenth
 * bound, and the score against that of every plan there is where those can be tried. `--checker FILE` checks by another program as well: a module that exports `check(problem, solution)`.
 */
const { values } = parseArgs({ options: { runs: { type: 'string', default: '10000' }, checker: { type: 'string' } } })

interface Verdict {
  readonly feasible: boolean
  readonly honest: boolean
  readonly untold: number | readonly string[]
  readonly wrongReason: number | readonly string[]
}
const other = values.checker
  ? ((await import(new URL(values.checker, `file://${process.cwd()}/`).href)) as {
      check(problem: Problem, solution: Solution): Verdict
    })
  : undefined

const draw = (seed: number): Problem => {
  const part = (limit: number): number => (Math.imul(seed, 0x9e3779b1) >>> 8) % limit
  const size = { enterprises: 2 + part(3), teams: 1 + part(4), requests: 3 + 2 * part(7), days: 1 + part(9) }
  const problem = smallProblem(seed, size)
  if (seed % 3 !== 0) return problem
  const published = plan(problem, { iterations: 20, seed }).visits
  const pinned = seed % 2 === 0 ? [] : published.filter((_, at) => at % 3 === 0)
  const ids = new Set(pinned.map((it) => it.request))
  const before = new Map(problem.requests.map((it) => [it.id, it.after?.request]))
  return { ...problem, published, pinned: pinned.filter((it) => ids.has(before.get(it.request) ?? it.request)) }
}

const many = (it: number | readonly string[]): number => (typeof it === 'number' ? it : it.length)

// The plan is searched longer where the best is known and not yet reached.
const MORE_STEPS = 3_000

let bad = 0
let compared = 0
let reached = 0
for (let seed = 1; seed <= Number(values.runs); seed++) {
  const problem = draw(seed)
  const solution = plan(problem, { iterations: 60, seed })
  for (const verdict of [check(problem, solution), other?.check(problem, solution)]) {
    if (
      !verdict ||
      (verdict.feasible && verdict.honest && many(verdict.untold) === 0 && many(verdict.wrongReason) === 0)
    )
      continue
    bad++
    process.stdout.write(`${seed}: ${JSON.stringify(verdict)}\n`)
  }
  const best = exhaustiveScore(problem)
  if (best !== undefined) {
    compared++
    const short = solution.score < best - 1e-6
    const { score } = short ? plan(problem, { iterations: MORE_STEPS, seed }) : solution
    if (Math.abs(score - best) <= 1e-6) reached++
    else process.stdout.write(`${seed}: planned ${score}, the best is ${best}\n`)
    if (score > best + 1e-6) bad++
  }
  if (seed % 10 > 0) continue
  const { bound } = boundPlan(problem, { rounds: 15, visits: solution.visits })
  if (bound >= solution.score) continue
  bad++
  process.stdout.write(`${seed}: bound ${bound} below ${solution.score}\n`)
}
process.stdout.write(
  `${values.runs} problems, ${bad} wrong; the best of all plans known for ${compared}, reached in ${reached}\n`,
)
process.exitCode = bad > 0 ? 1 : 0
