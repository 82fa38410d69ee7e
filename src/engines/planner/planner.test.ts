import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brokenBy, check, indexProblem, plainReason, plan, readProblem, type Problem, type Visit } from './index.ts'
import { planInWorker } from './in-worker.ts'
import { smallProblem } from './small-problem.ts'

const county = smallProblem(7, { enterprises: 40, teams: 6, requests: 110, days: 14 })

/** The best score over all plans, by trying everything; only for a few requests. */
const exhaustive = (problem: Problem): number => {
  const options = problem.requests.map((request): (Visit | undefined)[] => {
    const enterprise = problem.enterprises.find((it) => it.id === request.enterprise)!
    const list: (Visit | undefined)[] = [undefined]
    for (const team of problem.teams)
      for (const gap of enterprise.gaps)
        for (let start = gap.from; start + request.minutes <= gap.to; start++)
          list.push({ request: request.id, team: team.id, day: gap.day, start })
    return list.filter((it) => it === undefined || check(problem, [it]).broken.every((b) => b.rule === 'predecessor'))
  })
  let best = -Infinity
  const walk = (at: number, visits: Visit[]): void => {
    if (at === options.length) {
      const verdict = check(problem, visits)
      if (verdict.feasible) best = Math.max(best, verdict.score)
      return
    }
    for (const option of options[at]!) walk(at + 1, option ? [...visits, option] : visits)
  }
  walk(0, [])
  return best
}

describe('plan', () => {
  it('keeps every rule, tells its score right and gives each request left out a right reason', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const problem = smallProblem(seed, { enterprises: 6, teams: 3, requests: 14, days: 5 })
        const solution = plan(problem, { iterations: 200, seed })
        const verdict = check(problem, solution.visits)
        expect(verdict.broken).toEqual([])
        expect(solution.score).toBeCloseTo(verdict.score, 6)
        const index = indexProblem(problem)
        const told = new Map(solution.unserved.map((it) => [it.request, it]))
        const visited = new Set(solution.visits.map((it) => it.request))
        for (const request of problem.requests) {
          if (visited.has(request.id)) continue
          const reason = told.get(request.id)?.reason
          expect(reason).toBeDefined()
          const fact = plainReason(index, request)
          if (fact) expect(reason).toBe(fact)
          else expect(['burden', 'predecessor', 'capacity']).toContain(reason)
        }
      }),
      { numRuns: 250 },
    )
  })

  it('finds the best of all plans where all can be tried', () => {
    let compared = 0
    for (let seed = 1; seed <= 60; seed++) {
      const whole = smallProblem(seed, { enterprises: 3, teams: 2, requests: 3, days: 2 })
      // Whole five minutes keep the number of starts small and lose nothing: every time here is a multiple of five.
      const problem = {
        ...whole,
        travel: { minutes: whole.travel.minutes.map((row) => row.map((it) => Math.ceil(it / 5) * 5)) },
      }
      const best = exhaustive({
        ...problem,
        enterprises: problem.enterprises.map((it) => ({
          ...it,
          gaps: it.gaps.map((gap) => ({ ...gap, to: Math.min(gap.to, gap.from + 100) })),
        })),
      })
      const found = plan(problem, { iterations: 400, seed })
      expect(found.score).toBeGreaterThanOrEqual(best - 1e-6)
      compared++
    }
    expect(compared).toBe(60)
  }, 20_000)

  it('is the same for the same seed and iterations, and differs in what it tried for another', () => {
    const a = plan(county, { iterations: 2_000, seed: 3 })
    const b = plan(county, { iterations: 2_000, seed: 3 })
    expect(b.visits).toEqual(a.visits)
    expect(plan(county, { iterations: 2_000, seed: 4 }).visits).not.toEqual(a.visits)
  })

  it('gains by searching longer', () => {
    const short = plan(county, { iterations: 1, seed: 1 })
    const long = plan(county, { iterations: 6_000, seed: 1 })
    expect(long.score).toBeGreaterThan(short.score)
  })

  it('lets no single swap for a visit that is said to hold the place raise the score', () => {
    const solution = plan(county, { iterations: 3_000, seed: 1 })
    const index = indexProblem(county)
    let tried = 0
    for (const { request, displacedBy = [] } of solution.unserved)
      for (const other of displacedBy) {
        const rest = solution.visits.filter((it) => it.request !== other)
        const { gaps } = index.enterprises.get(index.requests.get(request)!.enterprise)!
        for (const team of county.teams)
          for (const gap of gaps) {
            const candidate = { request, team: team.id, day: gap.day, start: gap.from }
            if (brokenBy(index, rest, candidate).length > 0) continue
            tried++
            const verdict = check(county, [...rest, candidate])
            if (verdict.feasible) expect(verdict.score).toBeLessThanOrEqual(solution.score + 1e-6)
          }
      }
    expect(tried).toBeGreaterThan(0)
  })

  it('keeps pinned visits and what they come after', () => {
    const first = plan(county, { iterations: 1_000, seed: 1 })
    const pinned = first.visits.slice(0, 6)
    const chained = { ...county, pinned }
    const again = plan(chained, { iterations: 1_000, seed: 9 })
    expect(check(chained, again.visits).broken).toEqual([])
    for (const pin of pinned) expect(again.visits).toContainEqual(pin)
  })

  it('changes little of a published plan when one day of a team falls out', () => {
    const first = plan(county, { iterations: 4_000, seed: 1 })
    const lost = first.visits[0]!
    const problem: Problem = {
      ...county,
      published: first.visits,
      teams: county.teams.map((team) =>
        team.id === lost.team ? { ...team, shifts: team.shifts.filter((it) => it.day !== lost.day) } : team,
      ),
      weights: { ...county.weights, change: 40 },
    }
    const second = plan(problem, { iterations: 2_000, seed: 1 })
    expect(check(problem, second.visits).broken).toEqual([])
    const forced = first.visits.filter((it) => it.team === lost.team && it.day === lost.day).length
    expect(second.parts.changes).toBeLessThanOrEqual(forced + 4)
  })

  it('suggests changes that hold: with the change the visit it names breaks no rule', () => {
    const solution = plan(county, { iterations: 2_000, seed: 1 })
    const certain = solution.unserved.filter((it) => it.wouldFit?.certain)
    expect(certain.length).toBeGreaterThan(5)
  })
})

describe('the thread', () => {
  it('gives what the function gives, reports progress and stops when asked', async () => {
    const solution = await planInWorker(county, { iterations: 1_500, seed: 2 }).result
    expect(solution.visits).toEqual(plan(county, { iterations: 1_500, seed: 2 }).visits)
    let reports = 0
    const running = planInWorker(county, { seconds: 60 }, () => {
      reports++
      running.cancel()
    })
    const best = await running.result
    expect(reports).toBeGreaterThan(0)
    expect(best.seconds).toBeLessThan(30)
    expect(check(county, best.visits).feasible).toBe(true)
  })
})

describe('readProblem', () => {
  it('names where a problem is wrong and how', () => {
    const bad = structuredClone(county) as unknown as { requests: { minutes: unknown }[]; teams: { base: number }[] }
    bad.requests[3]!.minutes = '20'
    bad.teams[0]!.base = 999
    const result = readProblem(bad)
    expect(result).toMatchObject({ ok: false, code: 'PROBLEM_INVALID' })
    const faults = (result as unknown as { detail: { faults: { path: string }[] } }).detail.faults
    expect(faults.map((it) => it.path)).toEqual(['teams[0].base', 'requests[3].minutes'])
    expect(readProblem(county).ok).toBe(true)
    expect(readProblem(null).ok).toBe(false)
  })
})
