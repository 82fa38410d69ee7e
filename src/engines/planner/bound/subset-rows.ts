import type { SubsetRow } from './prices.ts'

const TOLERANCE = 0.02

/** Vertices from the two closest members of the row in the route, both included. */
const between = (route: readonly number[], members: readonly number[]): number[] => {
  const met = route.flatMap((vertex, at) => (members.includes(vertex) ? [at] : []))
  let from = 0
  for (let k = 1; k + 1 < met.length; k++) if (met[k + 1]! - met[k]! < met[from + 1]! - met[from]!) from = k
  return route.slice(met[from], met[from + 1]! + 1)
}

/** The subset rows that the shares break most, no customer in more than a few of them. */
export const brokenSubsetRows = (
  size: number,
  routes: readonly (readonly number[])[],
  shares: ArrayLike<number>,
  wanted: number,
): SubsetRow[] => {
  const taken = routes.flatMap((route, at) => (shares[at]! > 1e-6 ? [{ route, share: shares[at]! }] : []))
  // together[a * size + b]: share of the routes that visit both.
  const together = new Float64Array(size * size)
  const visits = taken.map(({ route }) => {
    const bits = new Uint8Array(size)
    for (const it of route) bits[it] = 1
    return bits
  })
  for (const { route, share } of taken) for (const a of route) for (const b of route) together[a * size + b]! += share
  const found: { members: [number, number, number]; over: number }[] = []
  for (let a = 1; a < size; a++)
    for (let b = a + 1; b < size; b++)
      for (let c = b + 1; c < size; c++) {
        const pairs = together[a * size + b]! + together[a * size + c]! + together[b * size + c]!
        if (pairs <= 1 + TOLERANCE) continue
        // A route with all three counts once, but stands in each of the three pairs.
        let over = pairs - 1
        for (const [at, bits] of visits.entries()) if (bits[a]! & bits[b]! & bits[c]!) over -= 2 * taken[at]!.share
        if (over > TOLERANCE) found.push({ members: [a, b, c], over })
      }
  found.sort((x, y) => y.over - x.over)
  const used = new Int32Array(size)
  const rows: SubsetRow[] = []
  for (const { members } of found) {
    if (members.some((it) => used[it]! >= 4)) continue
    for (const it of members) used[it]!++
    const memory = new Set<number>(members)
    for (const { route } of taken)
      if (route.filter((it) => members.includes(it)).length >= 2)
        for (const it of between(route, members)) memory.add(it)
    rows.push({ members, memory })
    if (rows.length >= wanted) break
  }
  return rows
}
