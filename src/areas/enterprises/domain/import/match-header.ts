import { fail, ok, type Result } from '../../../../platform/base/result.ts'
import { importColumns, titleOf, type ImportField } from './columns.ts'

export type SheetCell = string | number | boolean | null
export interface SheetLine {
  readonly number: number
  readonly cells: readonly SheetCell[]
}

export interface Header {
  /** Place of each field's column, from 0. */
  readonly at: ReadonlyMap<ImportField, number>
  /** What the file calls them. */
  readonly titles: ReadonlyMap<ImportField, string>
  /** Index of the first line of data. */
  readonly dataFrom: number
}

/** A title without what does not change its meaning: case, width, spaces, marks, units and notes in brackets. */
export const bareTitle = (cell: SheetCell): string =>
  String(cell ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[((【[].*?[))】\]]/g, '')
    .replaceAll(/[\s*＊:：、,，/\\|·.。_-]/g, '')

const known = new Map<string, ImportField>(
  importColumns.flatMap((column) => column.names.map((name) => [bareTitle(name), column.field] as const)),
)

/** The field a title means, also where words such as 填 or 必填 stand around it. */
const fieldOf = (title: SheetCell): ImportField | undefined => {
  const bare = bareTitle(title).replaceAll(/^(请填写|填写|必填|选填)|(必填|选填|单位人|人)$/g, '')
  return known.get(bare) ?? known.get(bareTitle(title))
}

// A title block, a note and a two-line header fit into this many lines.
const LOOK_INTO = 12

/** Titles of a header of two lines: a group's name stands over several titles, or over one cell merged downwards. */
const joinedTitles = (upper: readonly SheetCell[], lower: readonly SheetCell[]): SheetCell[] =>
  Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) =>
    fieldOf(lower[at] ?? null) ? (lower[at] ?? null) : (upper[at] ?? lower[at] ?? null),
  )

const read = (titles: readonly SheetCell[]): Map<ImportField, number[]> => {
  const found = new Map<ImportField, number[]>()
  titles.forEach((title, at) => {
    const field = fieldOf(title)
    if (field) found.set(field, [...(found.get(field) ?? []), at])
  })
  return found
}

/**
 * Finds the header by the meaning of its titles, whatever their order and whatever stands above them; two lines count
 * as one header where that finds more.
 */
export const matchHeader = (
  lines: readonly SheetLine[],
): Result<Header, 'COLUMNS_MISSING' | 'COLUMNS_AMBIGUOUS' | 'SHEET_EMPTY'> => {
  if (lines.length === 0) return fail('SHEET_EMPTY')
  let best: { found: Map<ImportField, number[]>; titles: readonly SheetCell[]; dataFrom: number } | undefined
  const offer = (titles: readonly SheetCell[], dataFrom: number): void => {
    const found = read(titles)
    if (!best || found.size > best.found.size) best = { found, titles, dataFrom }
  }
  lines.slice(0, LOOK_INTO).forEach((line, at) => {
    offer(line.cells, at + 1)
    const next = lines[at + 1]
    if (next) offer(joinedTitles(line.cells, next.cells), at + 2)
  })
  const { found, titles, dataFrom } = best!
  const ambiguous = [...found].filter(([, places]) => places.length > 1)
  if (ambiguous.length > 0)
    return fail('COLUMNS_AMBIGUOUS', {
      ambiguous: ambiguous.map(([field, places]) => ({
        field: titleOf(field),
        headers: places.map((at) => String(titles[at])),
      })),
    })
  const missing = importColumns.filter((column) => column.required && !found.has(column.field)).map((it) => it.names[0])
  if (missing.length > 0) return fail('COLUMNS_MISSING', { missing })
  if (lines.length <= dataFrom) return fail('SHEET_EMPTY')
  return ok({
    at: new Map([...found].map(([field, places]) => [field, places[0]!])),
    titles: new Map([...found].map(([field, places]) => [field, String(titles[places[0]!])])),
    dataFrom,
  })
}
