import { fail, ok, type Result } from '../../../platform/base/result.ts'

export interface Vertex {
  /** As numbered in the file; 0 is the depot. */
  readonly number: number
  readonly x: number
  readonly y: number
  readonly service: number
  readonly profit: number
  /** Service must begin within [opening, closing]. */
  readonly opening: number
  readonly closing: number
}

const numbers = (line: string): number[] => line.trim().split(/\s+/).map(Number)

/** In Cordeau's own form the customers stand first, as many as the header names, and the depots behind them. */
const putDepotFirst = (vertices: Vertex[], customers: number | undefined): void => {
  if (!customers || vertices.length <= customers || vertices[0]!.number === 0) return
  const [depot] = vertices.splice(customers)
  vertices.unshift(depot!)
}

/**
 * Reads Solomon's own form (number x y demand ready due service under CUSTOMER), the orienteering form of Solomon's and
 * Cordeau's instances (number x y service profit f a list opening closing under two header lines, the depot first), and
 * Cordeau's own form (the same rows under one line for each depot, the depots last, of which the first one counts).
 * A row that goes on past the list it announces is no vertex.
 */
export const readInstance = (text: string): Result<Vertex[], 'INSTANCE_INVALID'> => {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const solomon = lines.some((line) => /^\s*CUSTOMER/i.test(line))
  const vertices: Vertex[] = []
  for (const [at, line] of lines.entries()) {
    const row = numbers(line)
    if (row.some((it) => Number.isNaN(it))) {
      if (!solomon) return fail('INSTANCE_INVALID', { line: at + 1, reason: 'holds something that is no number' })
      continue
    }
    if (solomon) {
      if (row.length !== 7) continue
      const [number, x, y, profit, opening, closing, service] = row as [
        number,
        number,
        number,
        number,
        number,
        number,
        number,
      ]
      vertices.push({ number, x, y, service, profit, opening, closing })
    } else {
      if (row.length < 7 || row.length > 9 + row[6]!) continue
      const [number, x, y, service, profit] = row as [number, number, number, number, number]
      vertices.push({
        number,
        x,
        y,
        service,
        profit,
        opening: row.length < 10 && profit === 0 ? 0 : row.at(-2)!,
        closing: row.at(-1)!,
      })
    }
  }
  if (!solomon) putDepotFirst(vertices, numbers(lines[0] ?? '')[2])
  if (vertices.length < 2)
    return fail('INSTANCE_INVALID', { line: lines.length, reason: 'has no depot with customers under it' })
  return ok(vertices)
}
