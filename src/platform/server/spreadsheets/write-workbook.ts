import ExcelJS from 'exceljs'
import { cleanText } from './cell-values.ts'
import { colors } from './colors.ts'

export interface SheetColumn<Row> {
  readonly title: string
  /** Width in characters. */
  readonly width: number
  readonly value: (row: Row) => string | number | null
  /** 'text' keeps codes and phone numbers from becoming numbers; 'date' takes YYYY-MM-DD and makes a true date of it. */
  readonly kind?: 'text' | 'number' | 'date'
  /** Offered as a drop-down; what is not among them is refused on typing, unless `orOther`. */
  readonly choices?: readonly string[]
  readonly orOther?: boolean
  /** Shown when the header cell is chosen. */
  readonly hint?: string
}

export interface Sheet<Row> {
  readonly name: string
  readonly columns: readonly SheetColumn<Row>[]
  readonly rows: readonly Row[]
  /** Columns (by title) to paint red in a row. */
  readonly bad?: (row: Row) => readonly string[]
  /** Rows below the data that drop-downs reach. */
  readonly spareRows?: number
}

const CIVIL_DATE = /^\d{4}-\d{2}-\d{2}$/

/** Texts are written as they are and typed as text; only a number or a date column holds anything else. */
const cellOf = (value: string | number | null, kind: SheetColumn<never>['kind']): string | number | Date | null => {
  if (typeof value !== 'string') return value
  return kind === 'date' && CIVIL_DATE.test(value) ? new Date(`${value}T00:00:00Z`) : cleanText(value)
}

/** A sheet's name without the signs Excel refuses, at most 31 long. */
const sheetName = (name: string): string =>
  name
    .replaceAll(/[[\]*?:/\\]|^'|'$/g, ' ')
    .trim()
    .slice(0, 31) || '表'

const styleOf = { text: { numFmt: '@' }, number: {}, date: { numFmt: 'yyyy-mm-dd' } } as const

// Excel holds at most 255 signs of choices in the rule itself; longer lists go to a hidden sheet.
const INLINE_CHOICES = 200

/**
 * One sheet as .xlsx. Texts are written as typed text, never as formulas, so that a cell beginning with = + - or @
 * does nothing when opened.
 */
export const writeWorkbook = async <Row>(sheet: Sheet<Row>): Promise<Buffer> => {
  const book = new ExcelJS.Workbook()
  book.creator = '轻骑 Qingqi'
  const page = book.addWorksheet(sheetName(sheet.name), { views: [{ state: 'frozen', ySplit: 1 }] })
  page.columns = sheet.columns.map((column) => ({
    width: column.width,
    style: styleOf[column.kind ?? 'text'],
  }))
  const header = page.addRow(sheet.columns.map((column) => column.title))
  header.font = { bold: true }
  header.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: colors.header } }
  header.alignment = { vertical: 'middle' }
  header.height = 22
  sheet.columns.forEach((column, at) => {
    if (column.hint) header.getCell(at + 1).note = column.hint
  })
  for (const row of sheet.rows) {
    const line = page.addRow(sheet.columns.map((column) => cellOf(column.value(row), column.kind)))
    sheet.columns.forEach((column, at) => {
      const cell = line.getCell(at + 1)
      // Without the text format a text such as =1+1 would come alive when its cell is edited.
      if (column.kind && column.kind !== 'text' && typeof cell.value === 'string') cell.numFmt = '@'
    })
    for (const title of sheet.bad?.(row) ?? []) {
      const at = sheet.columns.findIndex((column) => column.title === title)
      if (at >= 0) line.getCell(at + 1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: colors.bad } }
    }
  }
  const last = sheet.rows.length + 1 + (sheet.spareRows ?? 0)
  let lists: ExcelJS.Worksheet | undefined
  let listColumn = 0
  sheet.columns.forEach((column, at) => {
    if (!column.choices || last < 2) return
    const inline = column.choices.join(',')
    let formula = `"${inline}"`
    // A comma or a quotation mark would end the choice it stands in.
    if (inline.length > INLINE_CHOICES || column.choices.some((it) => /[",]/.test(it))) {
      lists ??= book.addWorksheet('选项', { state: 'veryHidden' })
      listColumn++
      column.choices.forEach((choice, row) => (lists!.getCell(row + 1, listColumn).value = choice))
      const letter = lists.getColumn(listColumn).letter
      formula = `选项!$${letter}$1:$${letter}$${column.choices.length}`
    }
    const letter = page.getColumn(at + 1).letter
    const validations = (page as unknown as { dataValidations: { add(range: string, rule: object): void } })
      .dataValidations
    validations.add(`${letter}2:${letter}${last}`, {
      type: 'list',
      allowBlank: true,
      formulae: [formula],
      showErrorMessage: !column.orOther,
      errorTitle: '请从下拉中选择',
      error: `${column.title}请从下拉中选择`,
    })
  })
  return Buffer.from(await book.xlsx.writeBuffer())
}
