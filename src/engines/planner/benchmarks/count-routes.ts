/**
 * Counts the profit of routes straight from an instance's text, with none of the planner's code: whole tenths (or
 * hundredths) of a minute, distances cut by exact integer roots.
 * @throws Error that names the route and stop at which a rule is broken.
 */
export const countRoutes = (text: string, routes: readonly (readonly number[])[], decimals: number): number => {
  const unit = 10 ** decimals
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .slice(2)
  const at = new Map(rows.map((row) => [Number(row[0]), row]))
  // Values have at most two decimals: in hundredths they are whole.
  const hundredths = (row: readonly string[], field: number): bigint => BigInt(Math.round(Number(row[field]) * 100))
  const units = (row: readonly string[], field: number): number => Math.round(Number(row[field]) * unit)
  const way = (a: readonly string[], b: readonly string[]): number => {
    const x = hundredths(a, 1) - hundredths(b, 1)
    const y = hundredths(a, 2) - hundredths(b, 2)
    return Number(rootOf((x * x + y * y) * BigInt(unit * unit)) / 100n)
  }
  const depot = at.get(0)!
  const closing = (row: readonly string[]): number => units(row, row.length - 1)
  const opening = (row: readonly string[]): number => units(row, row.length - 2)
  const seen = new Set<number>()
  let profit = 0
  routes.forEach((route, number) => {
    let here = depot
    let free = opening(depot)
    for (const stop of route) {
      const row = at.get(stop)
      if (!row || stop === 0 || seen.has(stop))
        throw new Error(`route ${number + 1}: ${stop} is unknown or visited twice`)
      seen.add(stop)
      const start = Math.max(opening(row), free + way(here, row))
      if (start > closing(row)) throw new Error(`route ${number + 1}: too late at ${stop}`)
      free = start + units(row, 3)
      profit += Number(row[4])
      here = row
    }
    if (free + way(here, depot) > closing(depot)) throw new Error(`route ${number + 1}: too late at the depot`)
  })
  return profit
}

/** Whole square root, cut. */
const rootOf = (square: bigint): bigint => {
  if (square < 2n) return square
  let root = BigInt(Math.floor(Math.sqrt(Number(square))))
  while (root * root > square) root--
  while ((root + 1n) * (root + 1n) <= square) root++
  return root
}
