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
  readonly optionStart: Int32Array
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

const mostStops = (problem: Problem, shortest: number): number => {
  let most = 1
  for (const team of problem.teams)
    for (const shift of team.shifts) {
      const byTime = shortest > 0 ? Math.floor((shift.to - shift.from) / shortest) : problem.requests.length
      most = Math.max(most, Math.min(team.maxVisitsPerDay ?? problem.requests.length, byTime))
    }
  return Math.max(1, Math.min(most, problem.requests.length))
}

/** Lays a problem out for the search; O(requests × teams of the kind × days). */
export const compile = (problem: Problem): Compiled => {
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

  const options: Options = { start: [0], route: [], window: [], windowEnd: [], bonus: [], from: [], to: [] }
  const teamsByKind = Map.groupBy(
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
    const gapsByDay = Map.groupBy(
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
        const keep = pin ?? (isAt(before, at, day) ? before : undefined)
        const keeps = keep !== undefined && windows.some((it) => it.from <= keep.start && keep.start <= it.to)
        if (windows.length === 0 || (pin && !keeps)) continue
        options.route.push(route)
        options.bonus.push(
          keeps && before && isAt(before, at, day) && before.start === keep.start ? problem.weights.change : 0,
        )
        options.window.push(options.from.length)
        // A published visit keeps its minute on its own route; elsewhere it may take any.
        for (const it of keeps ? [{ from: keep.start, to: keep.start }] : windows) {
          options.from.push(it.from)
          options.to.push(it.to)
        }
        options.windowEnd.push(options.from.length)
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
    optionStart: Int32Array.from(options.start),
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
