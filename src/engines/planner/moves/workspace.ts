import type { PlanState } from '../plan-state.ts'
import type { Random } from '../random.ts'

/**
 * What one step of the search changes and may have to undo: routes as they were, requests taken out, requests worth
 * offering a place. Every array is made once; a stamp says which entries belong to the step.
 */
export class Workspace {
  readonly state: PlanState
  readonly random: Random
  stamp = 0
  readonly touchedAt: Int32Array
  readonly touched: Int32Array
  touchedCount = 0
  readonly removed: Int32Array
  removedCount = 0
  /** To be placed before all others, also at a loss. */
  readonly first: Int32Array
  firstCount = 0
  readonly oldStop: Int32Array
  readonly oldOption: Int32Array
  readonly oldLength: Int32Array
  private readonly pickedAt: Int32Array
  private oldWorth = 0
  private oldTravel = 0

  constructor(state: PlanState, random: Random) {
    const { c } = state
    this.state = state
    this.random = random
    this.touchedAt = new Int32Array(c.routes)
    this.touched = new Int32Array(c.routes)
    this.removed = new Int32Array(c.requests)
    this.first = new Int32Array(c.requests)
    this.oldStop = new Int32Array(state.stop.length)
    this.oldOption = new Int32Array(state.stop.length)
    this.oldLength = new Int32Array(c.routes)
    this.pickedAt = new Int32Array(c.routes)
  }

  begin(): void {
    this.stamp++
    this.touchedCount = 0
    this.removedCount = 0
    this.firstCount = 0
    this.oldWorth = this.state.worth
    this.oldTravel = this.state.travel
  }

  /** Keeps a copy of a route before its first change of the step. */
  touch(route: number): void {
    if (this.touchedAt[route] === this.stamp) return
    this.touchedAt[route] = this.stamp
    this.touched[this.touchedCount++] = route
    const { stop, stopOption, length, c } = this.state
    const first = route * c.stride
    const end = first + length[route]!
    this.oldLength[route] = length[route]!
    for (let at = first; at < end; at++) {
      this.oldStop[at] = stop[at]!
      this.oldOption[at] = stopOption[at]!
    }
  }

  /** True where the request, or one that comes after it, must stand. */
  private isFixed(request: number): boolean {
    const { c, routeOf } = this.state
    if (c.fixed[request]) return true
    for (let at = c.followerStart[request]!; at < c.followerStart[request + 1]!; at++)
      if (routeOf[c.follower[at]!]! >= 0 && this.isFixed(c.follower[at]!)) return true
    return false
  }

  /** Takes a visited request out with what comes after it; does nothing where it is out, or one of them is fixed. */
  take(request: number): void {
    if (this.state.routeOf[request]! >= 0 && !this.isFixed(request)) this.takeChain(request)
  }

  private takeChain(request: number): void {
    const { c, routeOf } = this.state
    for (let at = c.followerStart[request]!; at < c.followerStart[request + 1]!; at++)
      if (routeOf[c.follower[at]!]! >= 0) this.takeChain(c.follower[at]!)
    this.touch(routeOf[request]!)
    this.state.remove(request)
    this.removed[this.removedCount++] = request
  }

  /** Takes the stops from one position to another (exclusive) of a route out. */
  takeString(route: number, from: number, to: number): void {
    const { c, length, stop } = this.state
    const first = route * c.stride
    // From the end, so that what is taken moves nothing that is still to be looked at.
    for (let at = first + to - 1; at >= first + from; at--) if (at < first + length[route]!) this.take(stop[at]!)
  }

  /** True the first time a route is picked within a step. */
  pick(route: number): boolean {
    if (this.pickedAt[route] === this.stamp) return false
    this.pickedAt[route] = this.stamp
    return true
  }

  /** Puts everything back as it was at the beginning of the step. */
  undo(): void {
    const { state } = this
    // All out before any in: a request may have moved between two of these routes.
    for (let at = 0; at < this.touchedCount; at++)
      state.restoreRoute(this.touched[at]!, this.oldStop, this.oldOption, 0)
    for (let at = 0; at < this.touchedCount; at++) {
      const route = this.touched[at]!
      state.restoreRoute(route, this.oldStop, this.oldOption, this.oldLength[route]!)
    }
    state.worth = this.oldWorth
    state.travel = this.oldTravel
    state.sound = true
  }
}
