import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { Vertex } from '../toptw/read-instance.ts'
import { toProblem } from '../toptw/to-problem.ts'
import { routingOf, type TeamRouting } from './route-graph.ts'

/** Labels are kept by their start time, so the horizon takes memory. */
const LONGEST = 4_000_000

/**
 * The instance as the bound sees it, from the very problem that is planned: vertex = place, times in its units.
 * Refused where profits are no whole numbers, or where so many decimals make the horizon too long.
 */
export const toRouting = (
  vertices: readonly Vertex[],
  teams: number,
  decimals: number,
): Result<TeamRouting, 'INSTANCE_UNPROVABLE'> => {
  const { requests, enterprises, teams: all, travel } = toProblem(vertices, teams, decimals)
  const gaps = enterprises.map((it) => it.gaps[0]!)
  const horizon = all[0]!.shifts[0]!.to
  if (requests.some((it) => !Number.isSafeInteger(it.value) || it.value < 0))
    return fail('INSTANCE_UNPROVABLE', { reason: 'a profit is no whole number' })
  if (horizon > LONGEST) return fail('INSTANCE_UNPROVABLE', { reason: 'the horizon is too long in these decimals' })
  return ok(
    routingOf({
      teams,
      horizon,
      profit: [0, ...requests.map((it) => it.value)],
      service: [0, ...requests.map((it) => it.minutes)],
      opening: [0, ...gaps.map((it) => it.from)],
      closing: [0, ...gaps.map((it, at) => it.to - requests[at]!.minutes)],
      travel: travel.minutes.map((it) => Array.from(it)),
    }),
  )
}
