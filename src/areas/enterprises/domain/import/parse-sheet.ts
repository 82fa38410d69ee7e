import { ok, type Result } from '../../../../platform/base/result.ts'
import type { TownshipName } from './find-township.ts'
import { dataLines, matchHeader, type Header, type SheetLine } from './match-header.ts'
import { parseRow, type ParsedRow } from './parse-row.ts'

/** A whole sheet: its header, and every line of data as an enterprise or with its faults. */
export const parseSheet = (
  lines: readonly SheetLine[],
  townships: readonly TownshipName[],
): Result<{ header: Header; rows: ParsedRow[] }, 'COLUMNS_MISSING' | 'COLUMNS_AMBIGUOUS' | 'SHEET_EMPTY'> => {
  const header = matchHeader(lines)
  if (!header.ok) return header
  return ok({
    header: header.value,
    rows: dataLines(lines, header.value).map((line) => parseRow(line, header.value, townships)),
  })
}
