import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { boundPlan } from '../bound/bound-plan.ts'
import { check } from '../check.ts'
import type { Problem, Solution } from '../model.ts'
import { plan } from '../plan.ts'
import { exhaustiveScore } from './exhaustive.ts'
import { smallProblem, type Size } from '../small-problem.ts'

/**
 * Plans random small problems with chains, budgets, pins and published visits and checks every plan, every tenth bound,
 * and the score against that of every plan there is where those can be tried. What fails is made as small as it goes and
 * told with the `--seed` and `--path` that draw it again. `--checker FILE` checks by another program as well: a module
 * that exports `check(problem, solution)`.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    path: { type: 'string' },
    checker: { type: 'string' },
  },
})

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

interface Draw extends Size {
  readonly seed: number
  readonly published: 'nothing' | 'all' | 'all, some pinned'
}

const draws: fc.Arbitrary<Draw> = fc.record({
  enterprises: fc.integer({ min: 1, max: 4 }),
  teams: fc.integer({ min: 1, max: 4 }),
  requests: fc.integer({ min: 1, max: 15 }),
  days: fc.integer({ min: 1, max: 9 }),
  published: fc.constantFrom('nothing', 'nothing', 'nothing', 'nothing', 'all', 'all, some pinned'),
  seed: fc.integer({ min: 1, max: 1_000_000 }),
})

const problemOf = ({ seed, published: standing, ...size }: Draw): Problem => {
  const problem = smallProblem(seed, size)
  if (standing === 'nothing') return problem
  const published = plan(problem, { iterations: 20, seed }).visits
  const pinned = standing === 'all' ? [] : published.filter((_, at) => at % 3 === 0)
  const ids = new Set(pinned.map((it) => it.request))
  const before = new Map(problem.requests.map((it) => [it.id, it.after?.request]))
  return { ...problem, published, pinned: pinned.filter((it) => ids.has(before.get(it.request) ?? it.request)) }
}

const many = (it: number | readonly string[]): number => (typeof it === 'number' ? it : it.length)

const mustBeFine = (verdict: Verdict): void => {
  const { feasible, honest, untold, wrongReason } = verdict
  if (feasible && honest && many(untold) === 0 && many(wrongReason) === 0) return
  throw new Error(JSON.stringify(verdict))
}

// The plan is searched longer where the best is known and not yet reached.
const MORE_STEPS = 30_000
// Above any error of adding up doubles of this size.
const SAFE = 1e-6

let drawn = 0
let compared = 0
let reached = 0
const judge = (draw: Draw): void => {
  const { seed } = draw
  const problem = problemOf(draw)
  const solution = plan(problem, { iterations: 60, seed })
  mustBeFine(check(problem, solution))
  if (other) mustBeFine(other.check(problem, solution))
  const best = exhaustiveScore(problem)
  if (best !== undefined) {
    compared++
    const short = solution.score < best - SAFE
    const { score } = short ? plan(problem, { iterations: MORE_STEPS, seed }) : solution
    if (score > best + SAFE) throw new Error(`planned ${score}, the best of all plans is ${best}`)
    if (score >= best - SAFE) reached++
    else process.stdout.write(`${JSON.stringify(draw)}: planned ${score}, the best of all plans is ${best}\n`)
  }
  if (++drawn % 10 > 0) return
  const { bound } = boundPlan(problem, { rounds: 15, visits: solution.visits })
  if (bound < solution.score) throw new Error(`bound ${bound} below ${solution.score}`)
}

const { failed, counterexample, counterexamplePath, errorInstance, numRuns } = fc.check(fc.property(draws, judge), {
  numRuns: Number(values.runs),
  seed: Number(values.seed),
  path: values.path,
})
if (failed)
  process.stdout.write(
    `${JSON.stringify(counterexample?.[0])} (--seed ${values.seed} --path ${counterexamplePath}): ${String(errorInstance)}\n`,
  )
process.stdout.write(
  `${numRuns} problems, ${failed ? 'one wrong' : 'none wrong'}; the best of all plans known for ${compared}, reached in ${reached}\n`,
)
process.exitCode = failed ? 1 : 0
