import { expect, it } from 'vitest'
import { compile } from './compile.ts'
import { load } from './construct.ts'
import type { Problem } from './model.ts'
import { PlanState } from './plan-state.ts'

it('notices that a removal leaves a route late where a detour is shorter than the straight way', () => {
  // 0 base, then a, x, b: from a to b it is 100 straight and 5 + 5 by way of x. b closes its gap at 640.
  const problem: Problem = {
    name: 'detour',
    horizon: { start: '2026-12-01', days: 1 },
    travel: {
      minutes: [
        [0, 5, 5, 10],
        [5, 0, 5, 100],
        [5, 5, 0, 5],
        [5, 5, 5, 0],
      ],
    },
    teams: [{ id: 't', kinds: ['talk'], base: 0, shifts: [{ day: 0, from: 600, to: 900 }] }],
    enterprises: ['a', 'x', 'b'].map((id, at) => ({
      id,
      place: at + 1,
      gaps: [{ day: 0, type: 'break', from: 600, to: 640 }],
    })),
    requests: ['a', 'x', 'b'].map((id) => ({
      id,
      enterprise: id,
      kind: 'talk',
      minutes: 5,
      value: 10,
      gapTypes: ['break'],
    })),
    weights: { travel: 0, change: 0 },
  }
  const visits = [605, 615, 625].map((start, at) => ({ request: ['a', 'x', 'b'][at]!, team: 't', day: 0, start }))
  const filled = (): PlanState => {
    const state = new PlanState(compile(problem, visits))
    load(state, visits)
    expect(state.visits()).toEqual(visits)
    return state
  }
  const withoutX = filled()
  withoutX.remove(1)
  expect(withoutX.sound).toBe(false)
  const withoutB = filled()
  withoutB.remove(2)
  expect(withoutB.sound).toBe(true)
})
