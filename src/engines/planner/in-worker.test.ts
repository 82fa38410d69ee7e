import { expect, it } from 'vitest'
import { check } from './check.ts'
import { planInWorker } from './in-worker.ts'
import { plan } from './plan.ts'
import { smallProblem } from './small-problem.ts'

const county = smallProblem(7, { enterprises: 40, teams: 6, requests: 110, days: 14 })

it('gives in a thread what the function gives', async () => {
  const { visits } = await planInWorker(county, { iterations: 1_500, seed: 2 }).result
  expect(visits).toEqual(plan(county, { iterations: 1_500, seed: 2 }).visits)
})

it('reports progress, and cancelled gives the best so far at once', async () => {
  let score = -Infinity
  const running = planInWorker(county, { seconds: 60 }, (progress) => {
    score = progress.score
    running.cancel()
  })
  const best = await running.result
  expect(best.seconds).toBeLessThan(5)
  expect(best.score).toBeGreaterThanOrEqual(score - 1e-6)
  expect(check(county, best).feasible).toBe(true)
})

it('takes the best of several threads', async () => {
  const [two, one, other] = await Promise.all([
    planInWorker(county, { iterations: 800, seed: 1, threads: 2 }).result,
    planInWorker(county, { iterations: 800, seed: 1 }).result,
    planInWorker(county, { iterations: 800, seed: 2 }).result,
  ])
  expect(two.score).toBe(Math.max(one.score, other.score))
})
