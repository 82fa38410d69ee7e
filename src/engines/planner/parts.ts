import { groupBy } from '../../platform/base/group-by.ts'
import type { Problem } from './model.ts'

/**
 * The parts that a problem falls into by itself: teams, enterprises and requests of different parts never meet. A part
 * is a problem of its own with the places it needs; plans of the parts together are a plan of the whole, and their
 * scores add up. Requests of a kind that no team gives are in no part. One part is returned as it came.
 */
export const partsOf = (problem: Problem): Problem[] => {
  const { teams, enterprises, requests, travel } = problem
  const parent = Int32Array.from({ length: teams.length + enterprises.length }, (_, at) => at)
  const rootOf = (of: number): number => {
    let at = of
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }
  const enterpriseIndex = new Map(enterprises.map((it, at) => [it.id, at]))
  const teamIndex = new Map(teams.map((it, at) => [it.id, at]))
  const teamsByKind = groupBy(
    teams.flatMap((team, at) => team.kinds.map((kind) => ({ kind, at }))),
    (it) => it.kind,
  )
  const reachable = new Set<string>()
  const join = (a: number, b: number): void => void (parent[rootOf(a)] = rootOf(b))
  requests.forEach((request) => {
    const enterprise = enterpriseIndex.get(request.enterprise)!
    const named = request.teams?.flatMap((id) => teamIndex.get(id) ?? [])
    for (const at of named ?? teamsByKind.get(request.kind)?.map((it) => it.at) ?? []) {
      if (!teams[at]!.kinds.includes(request.kind)) continue
      join(at, teams.length + enterprise)
      reachable.add(request.id)
    }
  })
  const requestOf = new Map(requests.map((it) => [it.id, it]))
  for (const request of requests) {
    const before = request.after && requestOf.get(request.after.request)
    if (before)
      join(
        teams.length + enterpriseIndex.get(request.enterprise)!,
        teams.length + enterpriseIndex.get(before.enterprise)!,
      )
  }
  const groups = groupBy(
    requests.filter((it) => reachable.has(it.id)),
    (it) => rootOf(teams.length + enterpriseIndex.get(it.enterprise)!),
  )
  if (groups.size <= 1) return [problem]
  const teamsOf = groupBy(teams, (it) => rootOf(teamIndex.get(it.id)!))
  const enterprisesOf = groupBy(enterprises, (it) => rootOf(teams.length + enterpriseIndex.get(it.id)!))
  return [...groups].map(([root, own]) => {
    const ids = new Set(own.map((it) => it.id))
    const ownTeams = teamsOf.get(root) ?? []
    const ownEnterprises = enterprisesOf.get(root) ?? []
    const places = [...new Set([...ownTeams.map((it) => it.base), ...ownEnterprises.map((it) => it.place)])]
    const placeAt = new Map(places.map((it, at) => [it, at]))
    return {
      ...problem,
      travel: { minutes: places.map((a) => places.map((b) => travel.minutes[a]![b]!)) },
      teams: ownTeams.map((it) => ({ ...it, base: placeAt.get(it.base)! })),
      enterprises: ownEnterprises.map((it) => ({ ...it, place: placeAt.get(it.place)! })),
      requests: own,
      pinned: problem.pinned?.filter((it) => ids.has(it.request)),
      published: problem.published?.filter((it) => ids.has(it.request)),
    }
  })
}
