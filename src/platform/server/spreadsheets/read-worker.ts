import { Readable } from 'node:stream'
import { parentPort, workerData } from 'node:worker_threads'
import ExcelJS from 'exceljs'
import { checkContents } from './zip-check.ts'
import type { Cell, ReadAnswer, ReadTask, SheetRow } from './read-workbook.ts'

const { bytes, maxRows, maxColumns } = workerData as ReadTask

/** A cell's plain value: text, number, yes or no, or null. Dates become YYYY-MM-DD, formulas what they last gave. */
const plain = (value: ExcelJS.CellValue): Cell => {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if ('richText' in value) return value.richText.map((part) => part.text).join('')
  if ('result' in value) return plain((value.result ?? null) as ExcelJS.CellValue)
  if ('text' in value) return plain(value.text as ExcelJS.CellValue)
  return null
}

const read = async (): Promise<ReadAnswer> => {
  const buffer = Buffer.from(bytes)
  const contents = await checkContents(buffer)
  if (!contents.ok) return { code: contents.code }
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([buffer]), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  })
  for await (const sheet of reader) {
    const rows: SheetRow[] = []
    for await (const row of sheet) {
      const values = row.values as ExcelJS.CellValue[]
      const cells = values.slice(1, maxColumns + 1).map(plain)
      if (cells.every((cell) => cell === null || cell === '')) continue
      if (rows.length >= maxRows) return { code: 'SHEET_TOO_LONG' }
      rows.push({ number: row.number, cells: Array.from(cells, (cell) => cell ?? null) })
    }
    // The first sheet that holds anything; templates keep their lists on later ones.
    if (rows.length > 0) return { rows }
  }
  return { rows: [] }
}

parentPort!.postMessage(await read().catch((): ReadAnswer => ({ code: 'SHEET_BROKEN' })))
