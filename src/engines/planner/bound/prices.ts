/**
 * What a route is worth under the master's duals, in whole units of 1/scale of a profit point: all sums are exact.
 * Bound: base + teams · max(0, worth of the best route) is never below the best total profit, for any worths ≤ profits.
 */
export interface Prices {
  readonly scale: number
  /** Worth of a visit by vertex: profit less the dual of its row, never negative. */
  readonly worth: Int32Array
  /** Σ duals of the customers' rows and of the cuts. */
  readonly base: number
  /** Dual of the row that counts the teams. */
  readonly team: number
  readonly cuts: CutPrices
}

/** Subset rows: of three customers a route takes two or more at the price of one; at most 32 · words cuts. */
export interface CutPrices {
  readonly count: number
  readonly words: number
  readonly price: Int32Array
  /** Bits of the cuts that hold a vertex: holds[vertex * words + word]. */
  readonly holds: Int32Array
  /** Bits of the cuts whose memory holds a vertex; elsewhere the count of visits is forgotten. */
  readonly keeps: Int32Array
}

/** Three customers, and the vertices where a route remembers that it has met one of them. */
export interface SubsetRow {
  readonly members: readonly [number, number, number]
  readonly memory: Set<number>
}

/** How often a route pays the cut's price. */
export const timesPaid = (row: SubsetRow, route: ArrayLike<number>): number => {
  let paid = 0
  let open = false
  for (let at = 0; at < route.length; at++) {
    const vertex = route[at]!
    if (!row.memory.has(vertex)) open = false
    if (!row.members.includes(vertex)) continue
    if (open) paid++
    open = !open
  }
  return paid
}

/** The largest power of two that keeps every sum of profits far within 32 bits. */
export const scaleFor = (profit: Int32Array): number => {
  const total = profit.reduce((sum, it) => sum + it, 0)
  return 2 ** Math.max(0, Math.min(14, Math.floor(Math.log2(2 ** 29 / Math.max(1, total)))))
}

/** Rounds duals to whole units and clips them into where the bound holds; any numbers may be given. */
export const pricesOf = (
  profit: Int32Array,
  scale: number,
  duals: { readonly customers: ArrayLike<number>; readonly team: number; readonly cuts: ArrayLike<number> },
  rows: readonly SubsetRow[],
): Prices => {
  const size = profit.length
  const worth = new Int32Array(size)
  let base = 0
  for (let at = 1; at < size; at++) {
    const dual = Math.max(0, Math.min(profit[at]! * scale, Math.round((duals.customers[at] ?? 0) * scale)))
    worth[at] = profit[at]! * scale - dual
    base += dual
  }
  const used: { row: SubsetRow; price: number }[] = []
  for (const [at, row] of rows.entries()) {
    const price = Math.max(0, Math.round((duals.cuts[at] ?? 0) * scale))
    if (price > 0) used.push({ row, price })
    base += price
  }
  const words = Math.ceil(used.length / 32)
  const cuts = {
    count: used.length,
    words,
    price: Int32Array.from(used, (it) => it.price),
    holds: new Int32Array(size * words),
    keeps: new Int32Array(size * words),
  }
  for (const [at, { row }] of used.entries()) {
    for (const vertex of row.members) cuts.holds[vertex * words + (at >> 5)]! |= 1 << (at & 31)
    for (const vertex of row.memory) cuts.keeps[vertex * words + (at >> 5)]! |= 1 << (at & 31)
  }
  return { scale, worth, base, team: Math.max(0, Math.round(duals.team * scale)), cuts }
}
