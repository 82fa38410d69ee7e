import { fail, ok, type Result } from '../../platform/base/result.ts'
import { isCivilDate } from '../../platform/base/civil-date.ts'
import { check } from './check.ts'
import type { Problem } from './model.ts'

type Path = string

/** Collects where a value is not what the problem's form asks for. */
class Reader {
  readonly faults: { path: Path; reason: string }[] = []

  fault(path: Path, reason: string): undefined {
    if (this.faults.length < 20) this.faults.push({ path, reason })
    return undefined
  }

  object(value: unknown, path: Path): Record<string, unknown> {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
    this.fault(path, 'should be an object')
    return {}
  }

  /** An object of known fields only: a misspelt one would be overlooked otherwise. */
  record(value: unknown, path: Path, fields: string): Record<string, unknown> {
    const it = this.object(value, path)
    const known = fields.split(' ')
    for (const key of Object.keys(it))
      if (!known.includes(key))
        this.fault(path ? `${path}.${key}` : key, `is not known here; known are ${known.join(', ')}`)
    return it
  }

  list(value: unknown, path: Path, optional = false): unknown[] {
    if (Array.isArray(value)) return value
    if (!(optional && value === undefined)) this.fault(path, 'should be a list')
    return []
  }

  text(value: unknown, path: Path): void {
    if (typeof value !== 'string' || value === '') this.fault(path, 'should be a text that is not empty')
  }

  whole(value: unknown, path: Path, low: number, high = Number.MAX_SAFE_INTEGER, optional = false): void {
    if (optional && value === undefined) return
    if (!Number.isInteger(value) || (value as number) < low || (value as number) > high)
      this.fault(
        path,
        `should be a whole number from ${low}${high === Number.MAX_SAFE_INTEGER ? ' up' : ` to ${high}`}`,
      )
  }

  amount(value: unknown, path: Path, optional = false): void {
    if (optional && value === undefined) return
    if (typeof value !== 'number' || !Number.isFinite(value) || value < 0)
      this.fault(path, 'should be a number from 0 up')
  }
}

const GAP_TYPES = ['break', 'handover', 'office']

/**
 * Reads a problem from parsed JSON.
 * @returns the problem, or PROBLEM_INVALID with up to 20 faults, each a path like `requests[3].minutes` and a reason.
 */
export const readProblem = (json: unknown): Result<Problem, 'PROBLEM_INVALID'> => {
  const r = new Reader()
  const top =
    typeof json === 'object' && json !== null && !Array.isArray(json)
      ? r.record(json, '', 'name horizon travel teams enterprises requests pinned published weights')
      : r.object(json, 'problem')
  r.text(top.name, 'name')
  const horizon = r.record(top.horizon, 'horizon', 'start days')
  if (!isCivilDate(String(horizon.start))) r.fault('horizon.start', 'should be a date that exists, like 2026-12-07')
  r.whole(horizon.days, 'horizon.days', 1, 366)
  const matrix = r.list(r.record(top.travel, 'travel', 'places minutes').minutes, 'travel.minutes')
  matrix.forEach((row, at) => {
    const cells = r.list(row, `travel.minutes[${at}]`)
    if (cells.length !== matrix.length)
      r.fault(`travel.minutes[${at}]`, `should have ${matrix.length} cells, has ${cells.length}`)
    cells.forEach((cell, column) => r.whole(cell, `travel.minutes[${at}][${column}]`, 0))
  })
  const ids = (list: unknown[], name: string): Set<unknown> => {
    const seen = new Set<unknown>()
    list.forEach((it, at) => {
      const { id } = r.object(it, `${name}[${at}]`)
      r.text(id, `${name}[${at}].id`)
      if (seen.has(id)) r.fault(`${name}[${at}].id`, `${String(id)} is there twice`)
      seen.add(id)
    })
    return seen
  }
  const interval = (value: unknown, path: Path): void => {
    const it = r.object(value, path)
    r.whole(it.day, `${path}.day`, 0)
    r.whole(it.from, `${path}.from`, 0)
    r.whole(it.to, `${path}.to`, 0)
    if (Number(it.to) < Number(it.from)) r.fault(path, `should not end (${it.to}) before it begins (${it.from})`)
  }
  const teams = r.list(top.teams, 'teams')
  const enterprises = r.list(top.enterprises, 'enterprises')
  const requests = r.list(top.requests, 'requests')
  const teamIds = ids(teams, 'teams')
  const enterpriseIds = ids(enterprises, 'enterprises')
  const requestIds = ids(requests, 'requests')
  teams.forEach((value, at) => {
    const it = r.record(value, `teams[${at}]`, 'id name squad kinds base shifts maxVisitsPerDay maxVisits')
    r.list(it.kinds, `teams[${at}].kinds`).forEach((kind, n) => r.text(kind, `teams[${at}].kinds[${n}]`))
    r.whole(it.base, `teams[${at}].base`, 0, Math.max(0, matrix.length - 1))
    const days = new Set<unknown>()
    r.list(it.shifts, `teams[${at}].shifts`).forEach((shift, n) => {
      interval(shift, `teams[${at}].shifts[${n}]`)
      const { day } = r.object(shift, `teams[${at}].shifts[${n}]`)
      if (days.has(day)) r.fault(`teams[${at}].shifts[${n}]`, `the team has two shifts on day ${String(day)}`)
      days.add(day)
    })
    r.whole(it.maxVisitsPerDay, `teams[${at}].maxVisitsPerDay`, 1, undefined, true)
    r.whole(it.maxVisits, `teams[${at}].maxVisits`, 1, undefined, true)
  })
  enterprises.forEach((value, at) => {
    const path = `enterprises[${at}]`
    const it = r.record(value, path, 'id name place gaps budget recentVisits coverage')
    r.whole(it.place, `${path}.place`, 0, Math.max(0, matrix.length - 1))
    r.amount(it.coverage, `${path}.coverage`, true)
    r.list(it.gaps, `${path}.gaps`).forEach((gap, n) => {
      interval(gap, `${path}.gaps[${n}]`)
      const { type } = r.object(gap, `${path}.gaps[${n}]`)
      if (!GAP_TYPES.includes(String(type)))
        r.fault(`${path}.gaps[${n}].type`, `should be one of ${GAP_TYPES.join(', ')}`)
    })
    const budget = it.budget === undefined ? {} : r.record(it.budget, `${path}.budget`, 'visits minDaysBetween')
    r.whole(budget.visits, `${path}.budget.visits`, 0, undefined, true)
    r.whole(budget.minDaysBetween, `${path}.budget.minDaysBetween`, 0, undefined, true)
    r.list(it.recentVisits, `${path}.recentVisits`, true).forEach((day, n) => {
      if (!Number.isInteger(day) || (day as number) > -1)
        r.fault(`${path}.recentVisits[${n}]`, 'should be a negative whole number')
    })
  })
  const known = (set: Set<unknown>, value: unknown, path: Path, what: string): void => {
    if (!set.has(value)) r.fault(path, `there is no ${what} ${String(value)}`)
  }
  requests.forEach((value, at) => {
    const path = `requests[${at}]`
    const fields = 'id enterprise kind minutes value gapTypes earliestDay latestDay teams after'
    const it = r.record(value, path, fields)
    known(enterpriseIds, it.enterprise, `${path}.enterprise`, 'enterprise')
    r.text(it.kind, `${path}.kind`)
    r.whole(it.minutes, `${path}.minutes`, 0)
    r.amount(it.value, `${path}.value`)
    r.whole(it.earliestDay, `${path}.earliestDay`, 0, undefined, true)
    r.whole(it.latestDay, `${path}.latestDay`, 0, undefined, true)
    const types = r.list(it.gapTypes, `${path}.gapTypes`)
    if (types.some((type) => !GAP_TYPES.includes(String(type))))
      r.fault(`${path}.gapTypes`, `should hold ${GAP_TYPES.join(', ')}`)
    r.list(it.teams, `${path}.teams`, true).forEach((team, n) => known(teamIds, team, `${path}.teams[${n}]`, 'team'))
    if (it.after !== undefined) {
      const after = r.record(it.after, `${path}.after`, 'request minDays')
      known(requestIds, after.request, `${path}.after.request`, 'request')
      r.whole(after.minDays, `${path}.after.minDays`, 0)
    }
  })
  for (const name of ['pinned', 'published'] as const)
    r.list(top[name], name, true).forEach((value, at) => {
      const it = r.record(value, `${name}[${at}]`, 'request team day start')
      // A published visit may be of a team or a request that is gone since: it counts as dropped.
      if (name === 'pinned') {
        known(requestIds, it.request, `${name}[${at}].request`, 'request')
        known(teamIds, it.team, `${name}[${at}].team`, 'team')
      }
      r.whole(it.day, `${name}[${at}].day`, 0)
      r.whole(it.start, `${name}[${at}].start`, 0)
    })
  const weights = r.record(top.weights, 'weights', 'travel change')
  r.amount(weights.travel, 'weights.travel')
  r.amount(weights.change, 'weights.change')
  if (r.faults.length === 0) readChains(r, json as Problem)
  if (r.faults.length === 0) readPins(r, json as Problem)
  return r.faults.length === 0 ? ok(json as Problem) : fail('PROBLEM_INVALID', { faults: r.faults })
}

/** No request may come after itself, by however many others. */
const readChains = (r: Reader, { requests }: Problem): void => {
  const before = new Map(requests.map((it) => [it.id, it.after?.request]))
  const told = new Set<string>()
  requests.forEach(({ id }, at) => {
    const ring = [id]
    for (let it = before.get(id); it !== undefined && ring.length <= requests.length; it = before.get(it)) {
      if (it === id && !ring.some((one) => told.has(one))) {
        for (const one of ring) told.add(one)
        r.fault(
          `requests[${at}].after`,
          `goes round in a ring (${[...ring, id].slice(0, 6).join(' after ')}); take one out`,
        )
        break
      }
      ring.push(it)
    }
  })
}

/** Pinned visits must be able to stand side by side; what they come after is still to be planned. */
const readPins = (r: Reader, problem: Problem): void => {
  const pinned = problem.pinned ?? []
  const first = new Map<string, number>()
  pinned.forEach((pin, at) => {
    const before = first.get(pin.request)
    if (before === undefined) first.set(pin.request, at)
    else r.fault(`pinned[${at}]`, `${pin.request} is pinned already by pinned[${before}]; keep one of them`)
  })
  if (r.faults.length > 0) return
  const told = new Set<string>()
  for (const { rule, code, request, detail } of check(problem, { visits: pinned }).broken) {
    if (code === 'PREDECESSOR_MISSING' || told.has(request)) continue
    told.add(request)
    const numbers = detail ? ` ${JSON.stringify(detail)}` : ''
    r.fault(`pinned[${first.get(request)}]`, `cannot stand: ${rule} ${code}${numbers}; move it or take the pin off`)
  }
}
