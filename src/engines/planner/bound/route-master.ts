import type { Highs, Model } from 'highs'
import { timesPaid, type SubsetRow } from './prices.ts'

export interface MasterSolution {
  readonly value: number
  readonly customers: Float64Array
  readonly team: number
  readonly cuts: Float64Array
  /** Share of each route taken, in the order in which they were added. */
  readonly shares: Float64Array
}

const rowsOf = (size: number, teams: number, highs: Highs, rows: number) => ({
  lower: Float64Array.from({ length: rows }, () => -highs.infinity),
  upper: Float64Array.from({ length: rows }, (_, at) => (at === 0 ? teams : 1)),
})

const OPTIMAL = 7

/**
 * Which routes to drive, as a linear program: each customer at most once (row = its vertex), `teams` routes (row 0),
 * then the cuts. Kept in HiGHS from call to call, so that each solve goes on from the last.
 */
export class RouteMaster {
  readonly routes: number[][] = []
  readonly rows: SubsetRow[] = []
  private readonly keys = new Set<string>()
  private readonly highs: Highs
  private readonly profit: Int32Array
  private readonly teams: number
  private readonly model: Model

  constructor(highs: Highs, profit: Int32Array, teams: number) {
    this.highs = highs
    this.profit = profit
    this.teams = teams
    const size = profit.length
    const { lower, upper } = rowsOf(size, teams, highs, size)
    this.model = highs.createModel({
      numCols: 0,
      numRows: size,
      colCost: [],
      colLower: [],
      colUpper: [],
      rowLower: lower,
      rowUpper: upper,
      matrix: { format: 'csc', numRows: size, numCols: 0, starts: [0], indices: [], values: [] },
    })
    this.model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex' })
  }

  private profitOf(route: readonly number[]): number {
    return route.reduce((sum, it) => sum + this.profit[it]!, 0)
  }

  /** Adds the routes that are new; returns how many were. The order counts: it decides how often a cut is paid. */
  add(routes: readonly (readonly number[])[]): number {
    let added = 0
    for (const route of routes) {
      const key = route.join()
      if (this.keys.has(key)) continue
      this.keys.add(key)
      this.routes.push([...route])
      const size = this.profit.length
      const indices = [0, ...route]
      const values = indices.map(() => 1)
      for (const [at, row] of this.rows.entries()) {
        const paid = timesPaid(row, route)
        if (paid === 0) continue
        indices.push(size + at)
        values.push(paid)
      }
      this.model.addCol(-this.profitOf(route), 0, this.highs.infinity, { indices, values })
      added++
    }
    return added
  }

  /** Adds a cut, or widens the memory of the cut of the same three customers. */
  cut(row: SubsetRow): void {
    const size = this.profit.length
    const known = this.rows.findIndex((it) => it.members.every((vertex, at) => vertex === row.members[at]))
    if (known >= 0) {
      const wider = this.rows[known]!
      for (const vertex of row.memory) wider.memory.add(vertex)
      for (const [at, route] of this.routes.entries())
        this.model.changeCoefficient(size + known, at, timesPaid(wider, route))
      return
    }
    const indices: number[] = []
    const values: number[] = []
    for (const [at, route] of this.routes.entries()) {
      const paid = timesPaid(row, route)
      if (paid === 0) continue
      indices.push(at)
      values.push(paid)
    }
    this.rows.push(row)
    this.model.addRow(-this.highs.infinity, 1, { indices, values })
  }

  /** @throws where HiGHS finds no optimum; there is always one, to stay at home. */
  solve(): MasterSolution {
    const size = this.profit.length
    if (this.routes.length === 0) {
      const none = new Float64Array(0)
      return { value: 0, customers: new Float64Array(size), team: 0, cuts: none, shares: none }
    }
    const { modelStatus } = this.model.run()
    if (modelStatus !== OPTIMAL) throw new Error(`the master ended with status ${modelStatus}`)
    const { colValue, rowDual } = this.model.getSolution()
    const duals = rowDual.map((it) => Math.max(0, -it))
    return {
      value: -this.model.getObjectiveValue(),
      customers: duals.slice(0, size),
      team: duals[0]!,
      cuts: duals.slice(size),
      shares: colValue,
    }
  }

  /**
   * Whole routes of the most profit, at least `least`, out of `routes`. `none`: there are no such routes;
   * `unknown`: not settled within the seconds.
   */
  chooseWhole(routes: readonly (readonly number[])[], least: number, seconds: number): number[][] | 'none' | 'unknown' {
    if (routes.length === 0) return 'none'
    const { highs, profit, rows } = this
    const size = profit.length
    const numRows = size + 1 + rows.length
    const starts = [0]
    const indices: number[] = []
    const values: number[] = []
    for (const route of routes) {
      indices.push(0, ...route, size)
      values.push(1, ...route.map(() => 1), this.profitOf(route))
      for (const [at, row] of rows.entries()) {
        const met = route.filter((it) => row.members.includes(it)).length
        if (met < 2) continue
        indices.push(size + 1 + at)
        values.push(1)
      }
      starts.push(indices.length)
    }
    const { lower, upper } = rowsOf(size, this.teams, highs, numRows)
    lower[size] = least - 0.5
    upper[size] = highs.infinity
    return highs.withModel(
      {
        numCols: routes.length,
        numRows,
        colCost: routes.map((it) => -this.profitOf(it)),
        colLower: routes.map(() => 0),
        colUpper: routes.map(() => 1),
        rowLower: lower,
        rowUpper: upper,
        integrality: Int32Array.from(routes, () => 1),
        matrix: { format: 'csc', numRows, numCols: routes.length, starts, indices, values },
      },
      (model: Model) => {
        model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 0.5 })
        const { modelStatus } = model.run()
        if (modelStatus === 8 || modelStatus === 9) return 'none'
        if (modelStatus !== OPTIMAL) return 'unknown'
        const { colValue } = model.getSolution()
        return routes.filter((_, at) => colValue[at]! > 0.5).map((it) => [...it])
      },
    )
  }

  dispose(): void {
    ;(this.model as Model & { dispose(): void }).dispose()
  }
}
