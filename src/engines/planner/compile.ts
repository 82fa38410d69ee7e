import { groupBy } from '../../platform/base/group-by.ts'
import type { Problem, Visit } from './model.ts'

/** A start that no window reaches. */
export const NEVER = 0x3fffffff

/**
 * A problem as flat arrays. A route is one team's shift of one day; an option is one route that can take a request
 * when nothing else is in it; a window is a closed interval of start minutes within an option.
 */
export interface Compiled {
  readonly problem: Problem
  readonly requestIndex: ReadonlyMap<string, number>
  readonly requests: number
  readonly routes: number
  readonly days: number
  /** Most stops that a route can hold; stride of route arrays. */
  readonly stride: number
  readonly places: number
  readonly travel: Int32Array
  readonly travelWeight: number
  /** Weight of travel that steers the search: travelWeight, or a little where travel costs nothing. */
  readonly guideWeight: number
  readonly duration: Int32Array
  readonly value: Float64Array
  readonly place: Int32Array
  readonly enterpriseOf: Int32Array
  /** 1 where a request must stand: pinned, or needed by a pinned one. */
  readonly fixed: Uint8Array
  readonly after: Int32Array
  readonly afterDays: Int32Array
  readonly followerStart: Int32Array
  readonly follower: Int32Array
  readonly routeTeam: Int32Array
  readonly routeDay: Int32Array
  readonly routeFrom: Int32Array
  readonly routeTo: Int32Array
  readonly routeBase: Int32Array
  readonly routeMost: Int32Array
  readonly teamMost: Int32Array
  /** Requests of an enterprise. */
  readonly enterpriseRequestStart: Int32Array
  readonly enterpriseRequest: Int32Array
  /** Options of a route. */
  readonly routeOptionStart: Int32Array
  readonly routeOption: Int32Array
  readonly optionStart: Int32Array
  readonly optionRequest: Int32Array
  readonly optionRoute: Int32Array
  readonly optionWindow: Int32Array
  readonly optionWindowEnd: Int32Array
  /** Worth of standing where the published plan has it. */
  readonly optionBonus: Float64Array
  readonly windowFrom: Int32Array
  readonly windowTo: Int32Array
  readonly enterpriseMost: Int32Array
  readonly enterpriseApart: Int32Array
  readonly enterpriseCoverage: Float64Array
  /** enterprise × day: 1 where a recent visit bars the day. */
  readonly barred: Uint8Array
}

interface Options {
  readonly start: number[]
  readonly route: number[]
  readonly window: number[]
  readonly windowEnd: number[]
  readonly bonus: number[]
  readonly from: number[]
  readonly to: number[]
}

// Share of a mean value that a mean way counts for where travel is free. Found by trial on Solomon's instances.
const GUIDE_SHARE = 0.05

/** Items by group: item[start[g]] to item[start[g + 1]] (exclusive) are those whose group is g, in order. */
const groupFlat = (groups: number, groupOf: Int32Array): { start: Int32Array; item: Int32Array } => {
  const start = new Int32Array(groups + 1)
  for (const group of groupOf) start[group + 1]!++
  for (let group = 0; group < groups; group++) start[group + 1]! += start[group]!
  const next = start.slice()
  const item = new Int32Array(groupOf.length)
  groupOf.forEach((group, at) => (item[next[group]!++] = at))
  return { start, item }
}

const mostStops = (problem: Problem, shortest: number): number => {
  let most = 1
  for (const team of problem.teams)
    for (const shift of team.shifts) {
      const byTime = shortest > 0 ? Math.floor((shift.to - shift.from) / shortest) : problem.requests.length
      most = Math.max(most, Math.min(team.maxVisitsPerDay ?? problem.requests.length, byTime))
    }
  return Math.max(1, Math.min(most, problem.requests.length))
}

/**
 * Lays a problem out for the search; O(requests × teams of the kind × days). Visits of `standing` can keep their very
 * minute: each gets an option of that minute beside the free one.
 */
export const compile = (problem: Problem, standing: readonly Visit[] = []): Compiled => {
  const { requests, teams, enterprises, horizon } = problem
  const requestIndex = new Map(requests.map((it, at) => [it.id, at]))
  const enterpriseIndex = new Map(enterprises.map((it, at) => [it.id, at]))
  const places = problem.travel.minutes.length
  const travel = new Int32Array(places * places)
  for (let a = 0; a < places; a++) travel.set(problem.travel.minutes[a]!, a * places)

  const shifts = teams.flatMap((team, at) => team.shifts.map((shift) => ({ team, at, shift })))
  const routeAt = new Map(shifts.map(({ at, shift }, route) => [at * horizon.days + shift.day, route]))
  const teamIndex = new Map(teams.map((it, at) => [it.id, at]))
  const pins = new Map((problem.pinned ?? []).map((it) => [it.request, it]))
  const published = new Map((problem.published ?? []).map((it) => [it.request, it]))

  const stood = new Map(standing.map((it) => [it.request, it]))

  const options: Options = { start: [0], route: [], window: [], windowEnd: [], bonus: [], from: [], to: [] }
  const teamsByKind = groupBy(
    teams.flatMap((team, at) => team.kinds.map((kind) => ({ kind, at }))),
    (it) => it.kind,
  )
  const isAt = (visit: Visit | undefined, team: number, day: number): boolean =>
    visit !== undefined && teamIndex.get(visit.team) === team && visit.day === day

  for (const request of requests) {
    const enterprise = enterprises[enterpriseIndex.get(request.enterprise)!]!
    const first = request.earliestDay ?? 0
    const last = request.latestDay ?? horizon.days - 1
    const pin = pins.get(request.id)
    const before = published.get(request.id)
    const still = stood.get(request.id)
    const gapsByDay = groupBy(
      enterprise.gaps.filter(
        (gap) =>
          request.gapTypes.includes(gap.type) &&
          first <= gap.day &&
          gap.day <= last &&
          gap.to - gap.from >= request.minutes,
      ),
      (gap) => gap.day,
    )
    for (const { at } of teamsByKind.get(request.kind) ?? []) {
      const team = teams[at]!
      if (request.teams && !request.teams.includes(team.id)) continue
      for (const [day, gaps] of gapsByDay) {
        const route = routeAt.get(at * horizon.days + day)
        if (route === undefined) continue
        if (pin && !isAt(pin, at, day)) continue
        const { shift } = shifts[route]!
        const earliest = shift.from + travel[team.base * places + enterprise.place]!
        const latest = shift.to - travel[enterprise.place * places + team.base]! - request.minutes
        const windows = gaps
          .map((gap) => ({ from: Math.max(gap.from, earliest), to: Math.min(gap.to - request.minutes, latest) }))
          .filter((it) => it.from <= it.to)
          .toSorted((a, b) => a.from - b.from)
        const stands = (visit: Visit): boolean => windows.some((it) => it.from <= visit.start && visit.start <= it.to)
        const add = (bonus: number, spans: readonly { from: number; to: number }[]): void => {
          options.route.push(route)
          options.bonus.push(bonus)
          options.window.push(options.from.length)
          for (const it of spans) {
            options.from.push(it.from)
            options.to.push(it.to)
          }
          options.windowEnd.push(options.from.length)
        }
        const kept = before && isAt(before, at, day) && stands(before) ? before : undefined
        if (pin) {
          if (stands(pin))
            add(kept?.start === pin.start ? problem.weights.change : 0, [{ from: pin.start, to: pin.start }])
          continue
        }
        // As published, at its minute and with its bonus; as it stands; and at any minute of the day.
        const bonus = problem.weights.change
        if (kept && bonus > 0) add(bonus, [{ from: kept.start, to: kept.start }])
        if (still && isAt(still, at, day) && stands(still) && !(kept?.start === still.start && bonus > 0))
          add(0, [{ from: still.start, to: still.start }])
        if (windows.length > 0) add(0, windows)
      }
    }
    options.start.push(options.route.length)
  }

  const after = Int32Array.from(requests, (it) => (it.after ? (requestIndex.get(it.after.request) ?? -2) : -1))
  const followers: number[][] = requests.map(() => [])
  after.forEach((before, at) => {
    if (before >= 0) followers[before]!.push(at)
  })
  const fixed = Uint8Array.from(requests, (it) => (pins.has(it.id) ? 1 : 0))
  for (let at = 0; at < requests.length; at++)
    for (let it = at; fixed[it] && after[it]! >= 0 && !fixed[after[it]!]; it = after[it]!) fixed[after[it]!] = 1

  const optionRequest = new Int32Array(options.route.length)
  for (let at = 0; at < requests.length; at++) optionRequest.fill(at, options.start[at], options.start[at + 1])
  const ofEnterprise = groupFlat(
    enterprises.length,
    Int32Array.from(requests, (it) => enterpriseIndex.get(it.enterprise)!),
  )
  const ofRoute = groupFlat(shifts.length, Int32Array.from(options.route))
  // So little that it never outweighs a request of any worth worth having, yet prefers the shorter of equal plans.
  const meanValue = requests.reduce((sum, it) => sum + it.value, 0) / Math.max(1, requests.length)
  const meanTravel = travel.reduce((a, b) => a + b, 0) / Math.max(1, travel.length)
  const little = (GUIDE_SHARE * meanValue) / Math.max(1, meanTravel)

  const barred = new Uint8Array(enterprises.length * horizon.days)
  enterprises.forEach((enterprise, at) => {
    const apart = enterprise.budget?.minDaysBetween ?? 0
    for (const recent of enterprise.recentVisits ?? [])
      for (let day = 0; day < Math.min(horizon.days, recent + apart); day++) barred[at * horizon.days + day] = 1
  })
  const followerStart = new Int32Array(requests.length + 1)
  followers.forEach((list, at) => (followerStart[at + 1] = followerStart[at]! + list.length))
  const shortest = Math.min(...requests.map((it) => it.minutes), Infinity)

  return {
    problem,
    requestIndex,
    requests: requests.length,
    routes: shifts.length,
    days: horizon.days,
    stride: mostStops(problem, Number.isFinite(shortest) ? shortest : 1),
    places,
    travel,
    travelWeight: problem.weights.travel,
    guideWeight: Math.max(problem.weights.travel, little, 1e-9),
    duration: Int32Array.from(requests, (it) => it.minutes),
    value: Float64Array.from(requests, (it) => it.value),
    place: Int32Array.from(requests, (it) => enterprises[enterpriseIndex.get(it.enterprise)!]!.place),
    enterpriseOf: Int32Array.from(requests, (it) => enterpriseIndex.get(it.enterprise)!),
    fixed,
    after,
    afterDays: Int32Array.from(requests, (it) => it.after?.minDays ?? 0),
    followerStart,
    follower: Int32Array.from(followers.flat()),
    routeTeam: Int32Array.from(shifts, (it) => it.at),
    routeDay: Int32Array.from(shifts, (it) => it.shift.day),
    routeFrom: Int32Array.from(shifts, (it) => it.shift.from),
    routeTo: Int32Array.from(shifts, (it) => it.shift.to),
    routeBase: Int32Array.from(shifts, (it) => it.team.base),
    routeMost: Int32Array.from(shifts, (it) => it.team.maxVisitsPerDay ?? NEVER),
    teamMost: Int32Array.from(teams, (it) => it.maxVisits ?? NEVER),
    enterpriseRequestStart: ofEnterprise.start,
    enterpriseRequest: ofEnterprise.item,
    routeOptionStart: ofRoute.start,
    routeOption: ofRoute.item,
    optionStart: Int32Array.from(options.start),
    optionRequest,
    optionRoute: Int32Array.from(options.route),
    optionWindow: Int32Array.from(options.window),
    optionWindowEnd: Int32Array.from(options.windowEnd),
    optionBonus: Float64Array.from(options.bonus),
    windowFrom: Int32Array.from(options.from),
    windowTo: Int32Array.from(options.to),
    enterpriseMost: Int32Array.from(enterprises, (it) => it.budget?.visits ?? NEVER),
    enterpriseApart: Int32Array.from(enterprises, (it) => it.budget?.minDaysBetween ?? 0),
    enterpriseCoverage: Float64Array.from(enterprises, (it) => it.coverage ?? 0),
    barred,
  }
}

/** The same problem with so many visits in the budget of a request's enterprise. */
export const allowVisits = (c: Compiled, request: string, visits: number): Compiled => {
  const enterpriseMost = c.enterpriseMost.slice()
  enterpriseMost[c.enterpriseOf[c.requestIndex.get(request)!]!] = visits
  return { ...c, enterpriseMost }
}
