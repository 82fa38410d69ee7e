import { fail, ok, type Result } from '../../base/result.ts'
import { cleanText, columnOf, dateText, LONGEST_TEXT } from './cell-values.ts'
import type { Cell, SheetRow } from './read-workbook.ts'
import type { WorkbookParts } from './workbook-parts.ts'
import { attribute, scanXml, type XmlCode } from './xml-scan.ts'

export interface RowLimits {
  /** Rows that hold something; empty ones do not count. */
  readonly maxRows: number
  /** Columns that hold something; formatted empty ones further right do not count. */
  readonly maxColumns: number
  /** Signs of all texts together. One shared text can stand in any number of cells. */
  readonly maxSigns: number
}

export type RowsCode = XmlCode | 'SHEET_TOO_LONG' | 'SHEET_TOO_WIDE' | 'SHEET_TOO_HEAVY'

// A merge stands after the rows; a hostile sheet could hold any number of them.
const MOST_MERGES = 20_000
const MOST_FILLED = 500_000

interface Merge {
  readonly column: number
  readonly from: number
  readonly to: number
}

/** A merged cell's value also in the rows below, in its first column: 乡镇 is often written once for several lines. */
const fillMerged = (rows: readonly { number: number; cells: Cell[] }[], merges: readonly Merge[]): void => {
  const placeOf = new Map(rows.map((row, place) => [row.number, place]))
  let filled = 0
  for (const { column, from, to } of merges) {
    const first = placeOf.get(from)
    const value = first === undefined ? null : (rows[first]!.cells[column] ?? null)
    if (first === undefined || value === null) continue
    for (let place = first + 1; place < rows.length && rows[place]!.number <= to; place++) {
      const { cells } = rows[place]!
      while (cells.length < column) cells.push(null)
      cells[column] ??= value
      if (++filled > MOST_FILLED) return
    }
  }
}

/**
 * The rows of one sheet that hold anything. Formulas give what they last gave, rich and linked text its text, dates
 * YYYY-MM-DD (see `dateText`), errors their sign such as #N/A.
 * @param stopAfter so many rows are enough: to look at a sheet without reading it all.
 */
export const readRows = (
  xml: Buffer,
  book: WorkbookParts,
  limits: RowLimits,
  stopAfter = Infinity,
): Result<SheetRow[], RowsCode> => {
  const rows: { number: number; cells: Cell[] }[] = []
  const merges: Merge[] = []
  let inData = false
  let number = 0
  let column = -1
  let cells: Cell[] = []
  let holds = false
  let type = ''
  let style = 0
  let text = ''
  let hasValue = false
  let capture = false
  let inReading = false
  let signs = 0

  const valueOf = (): Cell => {
    if (!hasValue) return null
    if (type === 's') return book.texts[Number(text)] ?? null
    if (type === 'b') return text.trim() === '1' || text.trim() === 'true'
    if (type === 'inlineStr' || type === 'str' || type === 'e' || type === 'd') return cleanText(text)
    const value = Number(text)
    if (text.trim() === '') return null
    if (!Number.isFinite(value)) return cleanText(text)
    return book.dateStyles[style] ? dateText(value, book.from1904) : value
  }
  const endCell = (): RowsCode | undefined => {
    const value = valueOf()
    if (value === null || value === '') return undefined
    if (column >= limits.maxColumns) return 'SHEET_TOO_WIDE'
    if (typeof value === 'string' && (signs += value.length) > limits.maxSigns) return 'SHEET_TOO_HEAVY'
    while (cells.length < column) cells.push(null)
    cells[column] = value
    holds ||= typeof value !== 'string' || value.trim() !== ''
    return undefined
  }
  const code = scanXml<RowsCode>(xml, {
    open: (name, attributes) => {
      if (name === 'c' && inData) {
        column = columnOf(attribute(attributes, 'r') ?? '') ?? column + 1
        type = attribute(attributes, 't') ?? 'n'
        style = Number(attribute(attributes, 's') ?? 0)
        text = ''
        hasValue = false
      } else if (name === 'row' && inData) {
        const own = Number(attribute(attributes, 'r'))
        number = Number.isInteger(own) && own > number ? own : number + 1
        column = -1
        cells = []
        holds = false
      } else if (name === 'v' || name === 't') {
        capture = inData && !inReading
        hasValue ||= capture
      } else if (name === 'rPh') inReading = true
      else if (name === 'sheetData') inData = true
      else if (name === 'mergeCell' && merges.length < MOST_MERGES) {
        const match = /^([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)$/.exec(attribute(attributes, 'ref') ?? '')
        if (match && match[2] !== match[3])
          merges.push({ column: columnOf(match[1]!)!, from: Number(match[2]), to: Number(match[3]) })
      }
      return undefined
    },
    close: (name) => {
      if (name === 'v' || name === 't') capture = false
      else if (name === 'c' && inData) return endCell()
      else if (name === 'row' && inData && holds) {
        if (rows.length >= limits.maxRows) return 'SHEET_TOO_LONG'
        rows.push({ number, cells })
        if (rows.length >= stopAfter) return 'done'
      } else if (name === 'rPh') inReading = false
      else if (name === 'sheetData') inData = false
      return undefined
    },
    text: (piece) => {
      if (capture && text.length < LONGEST_TEXT) text += piece
      return undefined
    },
  })
  if (code) return fail(code)
  fillMerged(
    rows,
    merges.filter((it) => it.column < limits.maxColumns),
  )
  return ok(rows)
}
