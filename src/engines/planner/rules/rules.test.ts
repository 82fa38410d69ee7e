import { describe, expect, it } from 'vitest'
import { brokenBy, check } from '../check.ts'
import { indexProblem } from '../index-problem.ts'
import type { Problem, Visit } from '../model.ts'

const problem: Problem = {
  name: 'rules',
  horizon: { start: '2026-12-01', days: 4 },
  travel: {
    minutes: [
      [0, 30, 40],
      [30, 0, 20],
      [40, 20, 0],
    ],
  },
  teams: [
    {
      id: 'a',
      kinds: ['talk'],
      base: 0,
      shifts: [
        { day: 0, from: 600, to: 800 },
        { day: 1, from: 600, to: 800 },
      ],
      maxVisitsPerDay: 2,
      maxVisits: 2,
    },
    { id: 'b', kinds: ['show'], base: 0, shifts: [{ day: 0, from: 600, to: 800 }] },
  ],
  enterprises: [
    {
      id: 'x',
      place: 1,
      gaps: [0, 1, 2].flatMap((day) => [
        { day, type: 'break' as const, from: 660, to: 720 },
        { day, type: 'office' as const, from: 720, to: 790 },
      ]),
      budget: { visits: 1, minDaysBetween: 2 },
      recentVisits: [-1],
      coverage: 10,
    },
    {
      id: 'y',
      place: 2,
      gaps: [0, 1].map((day) => ({ day, type: 'break' as const, from: 660, to: 760 })),
      coverage: 0,
    },
  ],
  requests: [
    { id: 'x1', enterprise: 'x', kind: 'talk', minutes: 30, value: 20, gapTypes: ['break'] },
    { id: 'x2', enterprise: 'x', kind: 'talk', minutes: 30, value: 20, gapTypes: ['break'], latestDay: 1 },
    {
      id: 'y1',
      enterprise: 'y',
      kind: 'talk',
      minutes: 30,
      value: 5,
      gapTypes: ['break'],
      after: { request: 'x1', minDays: 1 },
    },
    { id: 'y2', enterprise: 'y', kind: 'talk', minutes: 30, value: 5, gapTypes: ['break'] },
    { id: 'y3', enterprise: 'y', kind: 'talk', minutes: 30, value: 5, gapTypes: ['break'], teams: ['b'] },
  ],
  weights: { travel: 0.1, change: 3 },
}
const codes = (visits: Visit[], changed: Partial<Problem> = {}) =>
  check({ ...problem, ...changed }, visits).broken.map((it) => `${it.rule} ${it.code} ${it.request}`)
const visit = (request: string, team: string, day: number, start: number): Visit => ({ request, team, day, start })
const free = { enterprises: problem.enterprises.map((it) => ({ ...it, recentVisits: [], budget: undefined })) }

describe('each hard rule', () => {
  it('accepts a plan that keeps all of them', () => {
    expect(codes([visit('y2', 'a', 0, 660)])).toEqual([])
  })
  it('assignment: kind, wanted team, once', () => {
    expect(codes([visit('y2', 'b', 0, 660)])).toEqual(['assignment KIND_NOT_GIVEN y2'])
    expect(codes([visit('y3', 'a', 0, 660)])).toEqual(['assignment TEAM_NOT_WANTED y3'])
    expect(codes([visit('y2', 'a', 0, 660), visit('y2', 'a', 1, 660)])).toContain('assignment VISITED_TWICE y2')
    expect(codes([visit('zz', 'a', 0, 660)])).toContain('assignment UNKNOWN_REQUEST zz')
  })
  it('gap: whole within one of its type', () => {
    expect(codes([visit('y2', 'a', 0, 731)])).toContain('gap OUTSIDE_GAP y2')
    expect(codes([visit('y2', 'a', 0, 730)])).toEqual([])
    expect(codes([visit('x1', 'a', 1, 725)], free)).toContain('gap GAP_OF_OTHER_TYPE x1')
    expect(codes([visit('x1', 'a', 1, 710)], free)).toContain('gap OUTSIDE_GAP x1')
  })
  it('days: between earliest and latest', () => {
    const wide = { ...free, teams: [{ ...problem.teams[0]!, shifts: [{ day: 2, from: 600, to: 800 }] }] }
    expect(codes([visit('x2', 'a', 2, 660)], wide)).toEqual(['days DAY_NOT_WANTED x2'])
  })
  it('shift: reach, wait and be back', () => {
    expect(codes([visit('y2', 'a', 0, 660), visit('x1', 'a', 0, 709)], free)).toContain('shift TOO_SOON_AFTER x1')
    expect(codes([visit('x1', 'a', 0, 660), visit('y2', 'a', 0, 730)], free)).toEqual([])
    const short = { ...free, teams: [{ ...problem.teams[0]!, shifts: [{ day: 0, from: 625, to: 730 }] }] }
    expect(codes([visit('y2', 'a', 0, 661)], short)).toEqual(['shift BEFORE_SHIFT y2', 'shift BACK_TOO_LATE y2'])
    expect(codes([visit('y2', 'a', 3, 660)])).toContain('shift NO_SHIFT y2')
  })
  it('limits: a day and the horizon', () => {
    const one = { ...free, teams: [{ ...problem.teams[0]!, maxVisitsPerDay: 1, maxVisits: 1 }] }
    const broken = codes([visit('x1', 'a', 0, 660), visit('y2', 'a', 0, 730)], one)
    expect(broken).toContain('limits DAY_FULL y2')
    expect(broken).toContain('limits TEAM_FULL x1')
  })
  it('burden: visits, days apart, recent ones too', () => {
    expect(codes([visit('x1', 'a', 0, 660)])).toEqual(['burden TOO_CLOSE_TO_RECENT x1'])
    expect(codes([visit('x1', 'a', 1, 660)])).toEqual([])
    const two = codes([visit('x1', 'a', 0, 660), visit('x2', 'a', 1, 660)], {
      enterprises: problem.enterprises.map((it) => ({ ...it, recentVisits: [] })),
    })
    expect(two).toContain('burden BUDGET_USED_UP x2')
    expect(two).toContain('burden TOO_CLOSE x1')
  })
  it('predecessor: there, and days later', () => {
    expect(codes([visit('y1', 'a', 1, 660)])).toEqual(['predecessor PREDECESSOR_MISSING y1'])
    expect(codes([visit('x1', 'a', 1, 660), visit('y1', 'a', 1, 730)])).toEqual([
      'predecessor TOO_SOON_AFTER_PREDECESSOR y1',
    ])
  })
  it('pinned: exactly', () => {
    const pinned = [visit('y2', 'a', 0, 660)]
    expect(codes([visit('y2', 'a', 0, 661)], { pinned })).toEqual(['pinned PIN_MOVED y2'])
    expect(codes(pinned, { pinned })).toEqual([])
  })
})

describe('score and dragging', () => {
  it('adds value and coverage, takes off travel and changes', () => {
    const published = [visit('y2', 'a', 1, 660)]
    const verdict = check({ ...problem, published }, [visit('x1', 'a', 1, 660)])
    expect(verdict.parts).toEqual({ value: 20, coverage: 10, travelMinutes: 60, changes: 1 })
    expect(verdict.score).toBeCloseTo(20 + 10 - 6 - 3)
  })
  it('names all that a dragged visit breaks, and nothing it does not', () => {
    const index = indexProblem(problem)
    const broken = brokenBy(index, [visit('y2', 'a', 1, 660)], visit('x1', 'a', 1, 690))
    expect(broken.map((it) => it.code)).toEqual(['TOO_SOON_AFTER'])
    expect(brokenBy(index, [visit('x1', 'a', 1, 660)], visit('x1', 'a', 1, 670))).toEqual([])
  })
})
