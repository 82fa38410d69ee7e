import { check } from '../check.ts'
import type { Problem, Visit } from '../model.ts'

/** Two teams, two enterprises, four days: small enough to reckon by hand. For tests of the rules. */
export const exampleProblem: Problem = {
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

/** The example without budgets and recent visits. */
export const withoutBudgets: Partial<Problem> = {
  enterprises: exampleProblem.enterprises.map((it) => ({ ...it, recentVisits: [], budget: undefined })),
}

export const visit = (request: string, team: string, day: number, start: number): Visit => ({
  request,
  team,
  day,
  start,
})

/** Each broken rule of a plan as `rule code request`. */
export const brokenIn = (visits: Visit[], changed: Partial<Problem> = {}): string[] =>
  check({ ...exampleProblem, ...changed }, { visits }).broken.map((it) => `${it.rule} ${it.code} ${it.request}`)
