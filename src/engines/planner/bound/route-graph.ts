/** One direction of travel over the customers. Vertex 0 is the depot; all times are whole units. */
export interface RouteGraph {
  /** Vertices, the depot included. */
  readonly size: number
  /** Latest return to the depot; routes leave it at 0. */
  readonly horizon: number
  /** Earliest start of service by vertex. */
  readonly opening: Int32Array
  /** Latest start of service by vertex that still lets the route end by the horizon; −1 where there is none. */
  readonly latest: Int32Array
  /** From the start of service at a to the arrival at b: step[a * size + b]. */
  readonly step: Int32Array
  /** Shortest such time over any way between. */
  readonly shortest: Int32Array
  /** Vertices that can follow each vertex at all. */
  readonly next: readonly Int32Array[]
  /** True where the direct way is always the quickest, so that leaving out a customer never hurts a route. */
  readonly direct: boolean
}

export interface TeamRouting {
  /** Vertices, the depot included. */
  readonly size: number
  readonly teams: number
  readonly profit: Int32Array
  readonly forward: RouteGraph
  /** The same routes driven backwards: time x there is horizon − x here. */
  readonly backward: RouteGraph
}

export interface RoutingInput {
  readonly teams: number
  readonly horizon: number
  readonly profit: readonly number[]
  readonly opening: readonly number[]
  readonly closing: readonly number[]
  readonly service: readonly number[]
  /** Travel from a to b. */
  readonly travel: readonly (readonly number[])[]
}

const shortestOf = (step: Int32Array, size: number): Int32Array => {
  const shortest = step.slice()
  for (let by = 1; by < size; by++)
    for (let a = 0; a < size; a++)
      for (let b = 0; b < size; b++) {
        const around = shortest[a * size + by]! + shortest[by * size + b]!
        if (around < shortest[a * size + b]!) shortest[a * size + b] = around
      }
  return shortest
}

const graphOf = (size: number, horizon: number, opening: Int32Array, closing: Int32Array, step: Int32Array) => {
  const shortest = shortestOf(step, size)
  const latest = new Int32Array(size)
  for (let at = 1; at < size; at++) {
    const end = Math.min(closing[at]!, horizon - shortest[at * size]!)
    latest[at] = Math.max(opening[at]!, shortest[at]!) <= end ? end : -1
  }
  const next = Array.from({ length: size }, (_, a) => {
    const follow: number[] = []
    for (let b = 1; b < size; b++) {
      const from = a === 0 ? 0 : Math.max(opening[a]!, shortest[a]!)
      if (a !== b && latest[a]! >= 0 && from + step[a * size + b]! <= latest[b]!) follow.push(b)
    }
    return Int32Array.from(follow)
  })
  const direct = step.every((it, at) => it === shortest[at] || at % (size + 1) === 0)
  return { size, horizon, opening, latest, step, shortest, next, direct }
}

/** Times and profits must be whole numbers ≥ 0; vertex 0 is the depot with service 0. */
export const routingOf = (input: RoutingInput): TeamRouting => {
  const { teams, horizon } = input
  const size = input.profit.length
  const step = new Int32Array(size * size)
  const mirrored = new Int32Array(size * size)
  for (let a = 0; a < size; a++)
    for (let b = 0; b < size; b++) {
      step[a * size + b] = (a === 0 ? 0 : input.service[a]!) + input.travel[a]![b]!
      mirrored[b * size + a] = step[a * size + b]!
    }
  const opening = Int32Array.from(input.opening)
  const closing = Int32Array.from(input.closing, (it) => Math.min(it, horizon))
  const forward = graphOf(size, horizon, opening, closing, step)
  const backward = graphOf(
    size,
    horizon,
    closing.map((it) => horizon - it),
    opening.map((it) => horizon - it),
    mirrored,
  )
  return { size, teams, profit: Int32Array.from(input.profit), forward, backward }
}
