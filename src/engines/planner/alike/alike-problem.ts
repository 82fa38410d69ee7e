import type { Compiled } from '../compile.ts'

/**
 * A planning problem whose routes are all alike: one base, one shift, each request at its own place, with one window
 * and no rule but time. Nodes are the requests, then one node a route that stands for its base at both ends.
 */
export interface AlikeProblem {
  readonly requests: number
  readonly routes: number
  /** Row length of `leg`. */
  readonly nodes: number
  /** From the start at one node to the arrival at another: duration and way. */
  readonly leg: Int32Array
  readonly duration: Int32Array
  /** First and last start, both inclusive; for a base, leaving and return. */
  readonly opens: Int32Array
  readonly closes: Int32Array
  readonly value: Float64Array
  /** Worth of a minute of way in choosing between plans of the same value. */
  readonly guideWeight: number
  /** Option of request × route in the compiled problem. */
  readonly option: Int32Array
}

/** The problem in its short form, or undefined where anything but time and identical routes is at stake. */
export const recogniseAlike = (c: Compiled): AlikeProblem | undefined => {
  const { requests, routes, places } = c
  if (routes === 0 || requests === 0 || c.travelWeight !== 0) return undefined
  for (let route = 0; route < routes; route++)
    if (
      c.routeFrom[route] !== c.routeFrom[0] ||
      c.routeTo[route] !== c.routeTo[0] ||
      c.routeBase[route] !== c.routeBase[0] ||
      c.routeDay[route] !== c.routeDay[0] ||
      c.routeMost[route]! < requests ||
      c.teamMost[c.routeTeam[route]!]! < requests
    )
      return undefined
  const seen = new Set<number>()
  const option = new Int32Array(requests * routes)
  const nodes = requests + routes
  const opens = new Int32Array(nodes).fill(c.routeFrom[0]!)
  const closes = new Int32Array(nodes).fill(c.routeTo[0]!)
  for (let request = 0; request < requests; request++) {
    const enterprise = c.enterpriseOf[request]!
    if (seen.has(enterprise) || c.fixed[request] || c.after[request] !== -1 || c.duration[request]! <= 0)
      return undefined
    if (c.enterpriseMost[enterprise]! < 1 || c.enterpriseCoverage[enterprise] !== 0) return undefined
    if (c.barred[enterprise * c.days + c.routeDay[0]!]) return undefined
    seen.add(enterprise)
    const options = c.optionStart[request + 1]! - c.optionStart[request]!
    if (options !== 0 && options !== routes) return undefined
    // Where no route reaches it: a window that no start can meet.
    closes[request] = -1
    for (let at = c.optionStart[request]!; at < c.optionStart[request + 1]!; at++) {
      const window = c.optionWindow[at]!
      const alone = c.optionWindowEnd[at] === window + 1 && c.optionBonus[at] === 0
      if (!alone) return undefined
      opens[request] = c.windowFrom[window]!
      closes[request] = c.windowTo[window]!
      option[request * routes + c.optionRoute[at]!] = at
    }
  }
  const placeOf = Int32Array.from({ length: nodes }, (_, at) => (at < requests ? c.place[at]! : c.routeBase[0]!))
  const duration = Int32Array.from({ length: nodes }, (_, at) => (at < requests ? c.duration[at]! : 0))
  const leg = new Int32Array(nodes * nodes)
  for (let from = 0; from < nodes; from++)
    for (let to = 0; to < nodes; to++)
      leg[from * nodes + to] = duration[from]! + c.travel[placeOf[from]! * places + placeOf[to]!]!
  // Leaving a stop out must never make a route later.
  for (let from = 0; from <= requests; from++)
    for (let over = 0; over < requests; over++) {
      const way = leg[from * nodes + over]!
      for (let to = 0; to <= requests; to++)
        if (way + leg[over * nodes + to]! < leg[from * nodes + to]!) return undefined
    }
  return { requests, routes, nodes, leg, duration, opens, closes, value: c.value, guideWeight: c.guideWeight, option }
}
