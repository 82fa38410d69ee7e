import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { applyChange } from '../apply-change.ts'
import { boundPlan } from '../bound/bound-plan.ts'
import { brokenBy, check } from '../check.ts'
import type { Problem, Solution, Visit } from '../model.ts'
import { plan, replan } from '../plan.ts'
import { createRandom } from '../random.ts'
import { tryWidest } from './widest-changes.ts'

/**
 * The county's tables of docs/planner.md, for problem files: score and share of the bound, what judging a dragged visit
 * and a fall-out cost, and how many of the suggested changes hold when planned again, from the published plan and from
 * nothing, by as many steps as `--anew-steps` or as the plan took. `--widest-steps` tries for what has no suggestion each
 * kind of change at its widest, by so many steps.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '10' },
    bound: { type: 'string', default: '4' },
    seed: { type: 'string', default: '1' },
    'fall-outs': { type: 'string', default: '0' },
    suggestions: { type: 'boolean', default: false },
    'anew-steps': { type: 'string' },
    'widest-steps': { type: 'string' },
    out: { type: 'string' },
  },
})
const [seconds, boundSeconds, seed] = [values.seconds, values.bound, values.seed].map(Number) as [
  number,
  number,
  number,
]
const anewSteps = values['anew-steps'] === undefined ? undefined : Number(values['anew-steps'])

interface FallOut {
  readonly what: string
  readonly milliseconds: number
  readonly moved: number
  readonly visits: number
  /** Percent below planning anew for as long as the first plan. */
  readonly loss: number
}

/** A team's day, an enterprise's week or a team's next seven days taken out of the problem. */
const takeOut = (problem: Problem, visits: readonly Visit[], at: number): { what: string; problem: Problem } => {
  const random = createRandom(at + 1)
  const { team, day, request } = visits[random.below(visits.length)]!
  const enterprise = problem.requests.find((it) => it.id === request)!.enterprise
  const days = at % 3 === 0 ? 1 : 7
  const isOut = (one: number): boolean => one >= day && one < day + days
  if (at % 3 === 1)
    return {
      what: `${enterprise}, a week`,
      problem: {
        ...problem,
        enterprises: problem.enterprises.map((it) =>
          it.id === enterprise ? { ...it, gaps: it.gaps.filter((gap) => !isOut(gap.day)) } : it,
        ),
      },
    }
  return {
    what: `${team}, ${days} day${days > 1 ? 's' : ''}`,
    problem: {
      ...problem,
      teams: problem.teams.map((it) =>
        it.id === team ? { ...it, shifts: it.shifts.filter((shift) => !isOut(shift.day)) } : it,
      ),
    },
  }
}

const tryFallOut = (problem: Problem, published: Solution, at: number): FallOut => {
  const out = takeOut({ ...problem, published: published.visits }, published.visits, at)
  const from = performance.now()
  const mended = replan(out.problem, { seed })
  const milliseconds = Math.round(performance.now() - from)
  const verdict = check(out.problem, mended)
  if (!verdict.feasible) throw new Error(`${out.what}: ${JSON.stringify(verdict.broken[0])}`)
  const anew = plan(out.problem, { seconds, seed })
  const loss = (100 * (anew.score - mended.score)) / anew.score
  return { what: out.what, milliseconds, moved: mended.parts.changes, visits: published.visits.length, loss }
}

/** Each visit dragged to another day: milliseconds to judge it, and as a share of a check of the whole plan. */
const tryDrags = (problem: Problem, { visits }: Solution) => {
  const dragged = visits.map((it, at) => ({ ...it, day: (it.day + at) % problem.horizon.days }))
  const meanOf = (judge: (candidate: Visit) => unknown): number => {
    const from = performance.now()
    for (const it of dragged) judge(it)
    return (performance.now() - from) / dragged.length
  }
  const whole = meanOf((it) => check(problem, { visits: visits.map((one) => (one.request === it.request ? it : one)) }))
  const milliseconds = meanOf((it) => brokenBy(problem, visits, it))
  return {
    milliseconds: Math.round(1000 * milliseconds) / 1000,
    ofWholeCheck: Math.round((100 * milliseconds) / whole) / 100,
  }
}

const trySuggestions = (problem: Problem, solution: Solution) => {
  const counts = { left: solution.unserved.length, suggested: 0, certain: 0, fromPlan: 0, anew: 0 }
  const sure = { fromPlan: 0, anew: 0 }
  for (const { request, wouldFit } of solution.unserved) {
    if (!wouldFit) continue
    const changed = applyChange(problem, wouldFit)
    const has = ({ visits }: Solution): boolean => visits.some((it) => it.request === request)
    const fromPlan = has(replan({ ...changed, published: solution.visits }, { seconds: 0.3, seed: seed + 50 }))
    const anew = has(plan(changed, { iterations: anewSteps ?? solution.iterations, seed: seed + 50 }))
    counts.suggested++
    if (fromPlan) counts.fromPlan++
    if (anew) counts.anew++
    if (!wouldFit.certain) continue
    counts.certain++
    if (fromPlan) sure.fromPlan++
    if (anew) sure.anew++
  }
  return { ...counts, sure }
}

const rows = positionals.map((file) => {
  const problem = JSON.parse(readFileSync(file, 'utf8')) as Problem
  const solution = plan(problem, { seconds, seed })
  const verdict = check(problem, solution)
  const from = performance.now()
  const { bound } = boundPlan(problem, { seconds: boundSeconds, visits: solution.visits })
  const row = {
    file,
    requests: problem.requests.length,
    visits: solution.visits.length,
    score: Math.round(solution.score * 10) / 10,
    bound: Math.round(bound * 10) / 10,
    share: `${((100 * solution.score) / bound).toFixed(2)} %`,
    feasible: verdict.feasible,
    untold: verdict.untold.length,
    wrongReason: verdict.wrongReason.length,
    seconds: solution.seconds,
    boundSeconds: Math.round(performance.now() - from) / 1000,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    drags: tryDrags(problem, solution),
    fallOuts: Array.from({ length: Number(values['fall-outs']) }, (_, at) => tryFallOut(problem, solution, at)),
    ...(values['widest-steps'] ? { widest: tryWidest(problem, solution, Number(values['widest-steps'])) } : {}),
    ...(values.suggestions ? { suggestions: trySuggestions(problem, solution) } : {}),
  }
  process.stdout.write(`${JSON.stringify(row)}\n`)
  return row
})
if (values.out) {
  const machine = `${cpus()[0]!.model} × ${cpus().length}, Node ${process.version}`
  writeFileSync(values.out, JSON.stringify({ machine, seconds, boundSeconds, seed, rows }, null, 1))
}
