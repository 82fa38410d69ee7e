import type { Vertex } from '../toptw/read-instance.ts'
import { toProblem } from '../toptw/to-problem.ts'
import { routingOf, type TeamRouting } from './route-graph.ts'

/** The instance as the bound sees it, from the very problem that is planned: vertex = place, times in its units. */
export const toRouting = (vertices: readonly Vertex[], teams: number, decimals: number): TeamRouting => {
  const { requests, enterprises, teams: all, travel } = toProblem(vertices, teams, decimals)
  const gaps = enterprises.map((it) => it.gaps[0]!)
  return routingOf({
    teams,
    horizon: all[0]!.shifts[0]!.to,
    profit: [0, ...requests.map((it) => it.value)],
    service: [0, ...requests.map((it) => it.minutes)],
    opening: [0, ...gaps.map((it) => it.from)],
    closing: [0, ...gaps.map((it, at) => it.to - requests[at]!.minutes)],
    travel: travel.minutes,
  })
}
