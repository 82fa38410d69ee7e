import type { Problem } from '../model.ts'
import type { Vertex } from './read-instance.ts'

/**
 * The team orienteering problem with time windows as a planning problem of one day: `teams` alike, one request a
 * customer, no budget. Distances are Euclidean, cut (not rounded) to `decimals`; all times are in units of 10^-decimals.
 */
export const toProblem = (vertices: readonly Vertex[], teams: number, decimals: number): Problem => {
  const unit = 10 ** decimals
  // The small shift keeps products such as 0.1 × 10 from being cut to 0.
  const cut = (value: number): number => Math.floor(value * unit + 1e-7)
  const [depot, ...customers] = vertices as [Vertex, ...Vertex[]]
  return {
    name: 'toptw',
    horizon: { start: '2026-01-01', days: 1 },
    travel: { minutes: vertices.map((a) => vertices.map((b) => cut(Math.hypot(a.x - b.x, a.y - b.y)))) },
    teams: Array.from({ length: teams }, (_, at) => ({
      id: `t${at + 1}`,
      kinds: ['visit'],
      base: 0,
      shifts: [{ day: 0, from: 0, to: cut(depot.closing) }],
    })),
    enterprises: customers.map((it, at) => ({
      id: String(it.number),
      place: at + 1,
      gaps: [{ day: 0, type: 'office', from: cut(it.opening), to: cut(it.closing) + cut(it.service) }],
    })),
    requests: customers.map((it) => ({
      id: String(it.number),
      enterprise: String(it.number),
      kind: 'visit',
      minutes: cut(it.service),
      value: it.profit,
      gapTypes: ['office'],
    })),
    weights: { travel: 0, change: 0 },
  }
}
