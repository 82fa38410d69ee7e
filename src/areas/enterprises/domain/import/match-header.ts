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

// Titles are short; a bound keeps a cell of 32,767 brackets from costing seconds.
const LONGEST_TITLE = 60

/** A title without what does not change its meaning: case, width, spaces, marks, units and notes in brackets. */
export const bareTitle = (cell: SheetCell): string =>
  String(cell ?? '')
    .slice(0, LONGEST_TITLE)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[((【[〔〈<《].*?[))】\]〕〉>》]/g, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

interface Meaning {
  readonly field: ImportField
  /** 2 for a name of the field, 1 for a lesser one. */
  readonly strength: number
}

const known = new Map<string, Meaning>(
  importColumns.flatMap((column) => [
    ...('lesser' in column
      ? column.lesser.map((name) => [bareTitle(name), { field: column.field, strength: 1 }] as const)
      : []),
    ...column.names.map((name) => [bareTitle(name), { field: column.field, strength: 2 }] as const),
  ]),
)

/** What a title means, also where words such as 请填写 or 必填 stand around it. */
const meaningOf = (title: SheetCell): Meaning | undefined => {
  const bare = bareTitle(title)
  return known.get(bare) ?? known.get(bare.replaceAll(/^(请填写|请填|填写|必填|选填)|(必填|选填|单位人|人)$/g, ''))
}

// A title block, a note and a two-line header fit into this many lines.
const LOOK_INTO = 12

type Titles = readonly { readonly text: string; readonly meaning: Meaning | undefined }[]

const titlesOf = (line: SheetLine): Titles =>
  line.cells.map((cell) => ({ text: String(cell ?? ''), meaning: meaningOf(cell) }))

const isBlank = (cell: SheetCell | undefined): boolean => cell === null || cell === undefined || cell === ''

/**
 * Titles of a header of two lines. The lower title counts, alone or with its group's name before it; the upper one
 * where nothing stands below. A group's name reaches to the right over empty cells, as merged cells are saved.
 */
const joinedTitles = (upper: SheetLine, lower: SheetLine): Titles => {
  let group: SheetCell = null
  return Array.from({ length: Math.max(upper.cells.length, lower.cells.length) }, (_, at) => {
    const above = upper.cells[at] ?? null
    const below = lower.cells[at] ?? null
    if (!isBlank(above)) group = above
    if (isBlank(below)) return { text: String(above ?? ''), meaning: meaningOf(above) }
    const joined = known.get(bareTitle(group) + bareTitle(below))
    return { text: String(below), meaning: joined ?? meaningOf(below) }
  })
}

/** Places of each field: those of the strongest titles only. */
const placesOf = (titles: Titles): Map<ImportField, number[]> => {
  const found = new Map<ImportField, { strength: number; places: number[] }>()
  titles.forEach(({ meaning }, at) => {
    if (!meaning) return
    const before = found.get(meaning.field)
    if (!before || before.strength < meaning.strength)
      found.set(meaning.field, { strength: meaning.strength, places: [at] })
    else if (before.strength === meaning.strength) before.places.push(at)
  })
  return new Map([...found].map(([field, { places }]) => [field, places]))
}

/** True for a line that only says the titles again, as a header merged over two lines or printed on each page does. */
const repeatsHeader = (line: SheetLine, at: Header['at']): boolean =>
  [...at].filter(([field, place]) => meaningOf(line.cells[place] ?? null)?.field === field).length >= 3

const NOTE = /^(合计|总计|小计|共计|备注|说明|注|填表|制表|填报)/

/** True for a sum or a remark under the table: it begins like one and has neither a code nor a contact. */
const isRemark = (line: SheetLine, at: Header['at']): boolean => {
  const first = line.cells.find((cell) => !isBlank(cell))
  const holds = (field: ImportField): boolean => {
    const cell = line.cells[at.get(field) ?? -1]
    return !isBlank(cell) && cell !== first
  }
  return NOTE.test(bareTitle(first ?? null)) && !holds('creditCode') && !holds('contactPhone')
}

/** The lines of data under a header, without repeated headers, sums and remarks. */
export const dataLines = (lines: readonly SheetLine[], { at, dataFrom }: Header): SheetLine[] =>
  lines.slice(dataFrom).filter((line) => !repeatsHeader(line, at) && !isRemark(line, at))

/**
 * Finds the header by the meaning of its titles, whatever their order and whatever stands above them; two lines count
 * as one header where that finds more.
 */
export const matchHeader = (
  lines: readonly SheetLine[],
): Result<Header, 'COLUMNS_MISSING' | 'COLUMNS_AMBIGUOUS' | 'SHEET_EMPTY'> => {
  if (lines.length === 0) return fail('SHEET_EMPTY')
  let best: { found: Map<ImportField, number[]>; titles: Titles; dataFrom: number } | undefined
  const offer = (titles: Titles, dataFrom: number): void => {
    const found = placesOf(titles)
    if (!best || found.size > best.found.size) best = { found, titles, dataFrom }
  }
  lines.slice(0, LOOK_INTO).forEach((line, at) => {
    offer(titlesOf(line), at + 1)
    const next = lines[at + 1]
    if (next) offer(joinedTitles(line, next), at + 2)
  })
  const { found, titles, dataFrom } = best!
  const ambiguous = [...found].filter(([, places]) => places.length > 1)
  if (ambiguous.length > 0)
    return fail('COLUMNS_AMBIGUOUS', {
      ambiguous: ambiguous.map(([field, places]) => ({
        field: titleOf(field),
        headers: places.map((at) => titles[at]!.text),
      })),
    })
  const missing = importColumns.filter((column) => column.required && !found.has(column.field)).map((it) => it.names[0])
  if (missing.length > 0) return fail('COLUMNS_MISSING', { missing })
  const header: Header = {
    at: new Map([...found].map(([field, places]) => [field, places[0]!])),
    titles: new Map([...found].map(([field, places]) => [field, titles[places[0]!]!.text])),
    dataFrom,
  }
  return dataLines(lines, header).length > 0 ? ok(header) : fail('SHEET_EMPTY')
}
