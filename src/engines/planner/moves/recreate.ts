import type { Compiled } from '../compile.ts'
import type { Workspace } from './workspace.ts'

// A route is overlooked now and then, which lets the greedy choice vary (SISR's blinks).
const BLINK = 0.01
// What goes first overlooks many: of several routes as good for it alone, only one may serve others on the way.
const FIRST_BLINK = 0.15
// Blinks at one place of a route, to those at the whole of it: without them some plans are never reached.
const PLACE_BLINKS = 0.2
const GAINS = 1e-9

/** Puts requests back one by one, each at its best place. Holds its lists from call to call. */
export class Recreate {
  private readonly c: Compiled
  private readonly candidates: Int32Array
  private readonly keys: Float64Array
  private readonly offeredAt: Int32Array
  /** Stamp of the step in which all options of a request are open, not just those on touched routes. */
  private readonly openAt: Int32Array
  private readonly density: Float64Array
  private count = 0

  constructor(c: Compiled) {
    this.c = c
    this.candidates = new Int32Array(c.requests)
    this.keys = new Float64Array(c.requests)
    this.offeredAt = new Int32Array(c.requests)
    this.openAt = new Int32Array(c.requests)
    this.density = Float64Array.from(c.value, (value, at) => value / (10 + c.duration[at]!))
  }

  /** Requests that the ruin may have made room for, each with a fresh key of the order drawn for this step. */
  private gather(space: Workspace): void {
    const { c } = this
    const { state, stamp } = space
    this.count = 0
    const order = space.random.below(5)
    for (let at = 0; at < space.removedCount; at++) {
      const request = space.removed[at]!
      const enterprise = c.enterpriseOf[request]!
      for (let it = c.enterpriseRequestStart[enterprise]!; it < c.enterpriseRequestStart[enterprise + 1]!; it++)
        this.offer(space, c.enterpriseRequest[it]!, order, true)
      for (let it = c.followerStart[request]!; it < c.followerStart[request + 1]!; it++)
        this.offer(space, c.follower[it]!, order, true)
    }
    for (let at = 0; at < space.touchedCount; at++) {
      const route = space.touched[at]!
      for (let it = c.routeOptionStart[route]!; it < c.routeOptionStart[route + 1]!; it++) {
        const request = c.optionRequest[c.routeOption[it]!]!
        if (this.offeredAt[request] !== stamp && state.routeOf[request]! < 0) this.offer(space, request, order, false)
      }
    }
  }

  private offer(space: Workspace, request: number, order: number, open: boolean): void {
    const { c } = this
    const { state, random, stamp } = space
    if (this.offeredAt[request] === stamp || state.routeOf[request]! >= 0) return
    const enterprise = c.enterpriseOf[request]!
    if (state.enterpriseCount[enterprise]! >= c.enterpriseMost[enterprise]!) return
    this.offeredAt[request] = stamp
    if (open) this.openAt[request] = stamp
    const value = c.value[request]!
    this.keys[this.count] =
      order === 0
        ? random.next()
        : order === 1
          ? -value
          : order === 2
            ? -this.density[request]! * (0.7 + 0.6 * random.next())
            : order === 3
              ? c.optionStart[request + 1]! - c.optionStart[request]!
              : -value * random.next()
    this.candidates[this.count++] = request
  }

  /** Shell sort by key, then by request; the lists are short and nothing is allocated. */
  private sort(): void {
    const { candidates, keys, count } = this
    for (let gap = count > 20 ? 13 : count > 6 ? 4 : 1; gap > 0; gap = gap === 13 ? 4 : gap === 4 ? 1 : 0)
      for (let at = gap; at < count; at++) {
        const key = keys[at]!
        const request = candidates[at]!
        let to = at
        while (to >= gap && (keys[to - gap]! > key || (keys[to - gap] === key && candidates[to - gap]! > request))) {
          keys[to] = keys[to - gap]!
          candidates[to] = candidates[to - gap]!
          to -= gap
        }
        keys[to] = key
        candidates[to] = request
      }
  }

  private find(space: Workspace, request: number, open: boolean, blink: number): void {
    const { c } = this
    const { state, random, stamp, touchedAt } = space
    state.clearFound()
    const first = c.optionStart[request]!
    const end = c.optionStart[request + 1]!
    if (first === end) return
    // From anywhere on: of places as good as each other the first one met is taken.
    const from = first + random.below(end - first)
    for (let option = from, left = end - first; left > 0; left--, option = option + 1 === end ? first : option + 1) {
      const route = c.optionRoute[option]!
      if (!open && touchedAt[route] !== stamp) continue
      if (!state.allows(request, route)) continue
      const dice = random.next()
      if (dice < blink) continue
      const place = dice < (1 + PLACE_BLINKS) * blink ? random.below(state.length[route]! + 1) : -1
      state.tryRoute(request, option, route, place)
    }
  }

  private place(space: Workspace, request: number, open: boolean, least: number, blink = BLINK): void {
    const { state } = space
    if (state.routeOf[request]! >= 0) return
    this.find(space, request, open, blink)
    if (state.foundOption < 0 || state.foundGain <= least) return
    space.touch(this.c.optionRoute[state.foundOption]!)
    state.insertFound(request)
  }

  /** Rebuilds after a ruin; a request that gains nothing stays out, except those that go first. */
  run(space: Workspace): void {
    // Also at a loss: a long way may pay for two visits, or for what comes after; the search judges the whole.
    // Before the others are gathered, so that those come in whom the new way serves.
    for (let at = 0; at < space.firstCount; at++) this.place(space, space.first[at]!, true, -Infinity, FIRST_BLINK)
    this.gather(space)
    this.sort()
    let waiting = 0
    const { candidates, c } = this
    const { state, stamp } = space
    for (let at = 0; at < this.count; at++) {
      const request = candidates[at]!
      const before = c.after[request]!
      if (before >= 0 && state.routeOf[before]! < 0) candidates[waiting++] = request
      else this.place(space, request, this.openAt[request] === stamp, GAINS)
    }
    // Followers whose predecessor came in meanwhile.
    for (let at = 0; at < waiting; at++) this.place(space, candidates[at]!, true, GAINS)
  }
}
