import type { GapType, Problem } from './model.ts'
import { createRandom } from './random.ts'

export interface Size {
  readonly enterprises: number
  readonly teams: number
  readonly requests: number
  readonly days: number
}

/** A problem of any size from a seed, with budgets, chains, limits, pins' absence and asymmetric travel that may be shorter by a detour; for tests and benchmarks. */
export const smallProblem = (seed: number, size: Size): Problem => {
  const random = createRandom(seed)
  const int = (low: number, high: number): number => low + random.below(high - low + 1)
  const chance = (share: number): boolean => random.next() < share
  const pick = <T>(list: readonly T[]): T => list[random.below(list.length)]!
  const kinds = ['talk', 'show', 'advice']
  const types: Record<string, GapType[]> = { talk: ['break', 'handover'], show: ['break'], advice: ['office'] }
  const points = Array.from({ length: size.enterprises + 1 }, () => [random.next() * 60, random.next() * 60] as const)
  const minutes = points.map((a) =>
    points.map((b) => (a === b ? 0 : Math.round(Math.hypot(a[0] - b[0], a[1] - b[1])) + int(0, 3))),
  )
  const days = Array.from({ length: size.days }, (_, day) => day)
  return {
    name: `small ${seed}`,
    horizon: { start: '2026-12-01', days: size.days },
    travel: { minutes },
    teams: Array.from({ length: size.teams }, (_, at) => ({
      id: `t${at}`,
      kinds: chance(0.4) ? kinds : [kinds[at % kinds.length]!],
      base: 0,
      shifts: days.filter(() => chance(0.75)).map((day) => ({ day, from: int(8, 10) * 60, to: int(14, 18) * 60 })),
      ...(chance(0.5) ? { maxVisitsPerDay: int(1, 3) } : {}),
      ...(chance(0.3) ? { maxVisits: int(1, 6) } : {}),
    })),
    enterprises: Array.from({ length: size.enterprises }, (_, at) => ({
      id: `e${at}`,
      place: at + 1,
      coverage: pick([0, 10, 30]),
      ...(chance(0.8) ? { budget: { visits: int(0, 3), minDaysBetween: int(0, 3) } } : {}),
      ...(chance(0.3) ? { recentVisits: [-int(1, 4)] } : {}),
      gaps: days.flatMap((day) => [
        ...(chance(0.7) ? [{ day, type: 'break' as const, from: 690, to: 690 + int(4, 14) * 5 }] : []),
        ...(chance(0.3) ? [{ day, type: 'break' as const, from: 790, to: 830 }] : []),
        ...(chance(0.3) ? [{ day, type: 'handover' as const, from: 930, to: 960 }] : []),
        ...(chance(0.5) ? [{ day, type: 'office' as const, from: 540, to: 540 + int(1, 4) * 60 }] : []),
      ]),
    })),
    requests: Array.from({ length: size.requests }, (_, at) => {
      const kind = pick(kinds)
      const first = chance(0.3) ? int(0, size.days - 1) : 0
      return {
        id: `r${at}`,
        enterprise: `e${random.below(size.enterprises)}`,
        kind,
        minutes: kind === 'advice' ? pick([60, 90]) : pick([15, 20, 30]),
        value: int(5, 60),
        gapTypes: types[kind]!,
        ...(first > 0 ? { earliestDay: first } : {}),
        ...(chance(0.2) ? { latestDay: int(first, size.days - 1) } : {}),
        ...(chance(0.1) ? { teams: [`t${random.below(size.teams)}`] } : {}),
        ...(at > 0 && chance(0.15) ? { after: { request: `r${random.below(at)}`, minDays: int(0, 2) } } : {}),
      }
    }),
    weights: { travel: pick([0, 0.1, 0.5]), change: 5 },
  }
}
