import ExcelJS from 'exceljs'
import { colors } from './colors.ts'

export interface SheetColumn<Row> {
  readonly title: string
  /** Width in characters. */
  readonly width: number
  readonly value: (row: Row) => string | number | null
  /** 'text' keeps codes and phone numbers from becoming numbers. */
  readonly kind?: 'text' | 'number'
  /** Offered as a drop-down. */
  readonly choices?: readonly string[]
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

// Excel holds at most 255 signs of choices in the rule itself; longer lists go to a hidden sheet.
const INLINE_CHOICES = 200

/**
 * One sheet as .xlsx. Texts are written as typed text, never as formulas, so that a cell beginning with = + - or @
 * does nothing when opened.
 */
export const writeWorkbook = async <Row>(sheet: Sheet<Row>): Promise<Buffer> => {
  const book = new ExcelJS.Workbook()
  book.creator = '轻骑 Qingqi'
  const page = book.addWorksheet(sheet.name, { views: [{ state: 'frozen', ySplit: 1 }] })
  page.columns = sheet.columns.map((column) => ({
    width: column.width,
    style: column.kind === 'number' ? {} : { numFmt: '@' },
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
    const line = page.addRow(sheet.columns.map((column) => column.value(row)))
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
    if (inline.length > INLINE_CHOICES) {
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
      showErrorMessage: true,
      errorTitle: '请从下拉中选择',
      error: `${column.title}请从下拉中选择`,
    })
  })
  return Buffer.from(await book.xlsx.writeBuffer())
}
