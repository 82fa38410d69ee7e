import type { Compiled } from './compile.ts'
import type { Problem } from './model.ts'

/** The problem with its ways, its largest array, in memory that threads share. */
export const shareTravel = (problem: Problem): Problem => {
  const { minutes } = problem.travel
  const size = minutes.length
  const cells = new SharedArrayBuffer(size * size * Int32Array.BYTES_PER_ELEMENT)
  const rows = minutes.map((row, at) => {
    const shared = new Int32Array(cells, at * size * Int32Array.BYTES_PER_ELEMENT, size)
    shared.set(row)
    return shared
  })
  return { ...problem, travel: { ...problem.travel, minutes: rows } }
}

type Cells = Int32Array | Uint8Array | Float64Array

const copyOf = (cells: Cells): Cells => {
  const kind = cells.constructor as new (memory: SharedArrayBuffer) => Cells
  const copy = new kind(new SharedArrayBuffer(cells.byteLength))
  copy.set(cells)
  return copy
}

/** The same with all arrays in memory that threads share; a search only reads them. */
export const shareCompiled = (c: Compiled): Compiled => {
  const shared = Object.entries(c).map(([name, it]: [string, unknown]) => [
    name,
    ArrayBuffer.isView(it) ? copyOf(it as Cells) : it,
  ])
  return Object.fromEntries(shared) as Compiled
}
