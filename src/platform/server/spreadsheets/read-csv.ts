import { fail, ok, type Result } from '../../base/result.ts'
import { cleanText } from './cell-values.ts'
import type { SheetRow } from './read-workbook.ts'
import type { RowLimits } from './sheet-rows.ts'

/** UTF-16 with its mark ("Unicode text" of Excel), UTF-8 where it is valid, else GB 18030 as WPS and Excel write it here. */
const decode = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** Whichever the first line has most of. */
const separatorOf = (text: string): string => {
  const line = text.slice(0, 20_000).split('\n', 1)[0]!
  return [',', '\t', ';', '，'].toSorted((a, b) => line.split(b).length - line.split(a).length)[0]!
}

/** A code kept as text by writing ="0527" comes back as what it shows. */
const unwrapped = (cell: string): string => /^="([^"]*)"$/.exec(cell)?.[1] ?? cell

/** Rows of a .csv with quotes (RFC 4180); NOT_A_ZIP where the bytes are no text. */
export const readCsv = (
  bytes: Uint8Array,
  limits: RowLimits,
): Result<SheetRow[], 'SHEET_TOO_LONG' | 'SHEET_TOO_WIDE' | 'SHEET_TOO_HEAVY' | 'NOT_A_ZIP'> => {
  const text = decode(bytes)
  if (text.length > limits.maxSigns) return fail('SHEET_TOO_HEAVY')
  const odd = text.slice(0, 20_000).match(/\ufffd|(?![\t\n\r\f])\p{Cc}/gu)?.length ?? 0
  if (odd > 2 + text.length / 1000) return fail('NOT_A_ZIP')
  const separator = separatorOf(text)
  const rows: SheetRow[] = []
  let number = 0
  let at = 0
  while (at < text.length) {
    number++
    const cells: string[] = []
    let holds = false
    for (let ended = false; !ended;) {
      let cell = ''
      if (text[at] === '"') {
        let from = ++at
        for (;;) {
          const quote = text.indexOf('"', from)
          const end = quote < 0 ? text.length : quote
          cell += text.slice(from, end)
          at = end + 1
          if (text[at] !== '"' || quote < 0) break
          cell += '"'
          from = ++at
        }
      }
      const from = at
      while (at < text.length && text[at] !== separator && text[at] !== '\n') at++
      const value = unwrapped(cleanText(cell + text.slice(from, at).replace(/\r$/, '')))
      ended = text[at] !== separator
      at++
      if (value.trim() !== '') {
        if (cells.length >= limits.maxColumns) return fail('SHEET_TOO_WIDE')
        holds = true
      }
      if (cells.length < limits.maxColumns) cells.push(value)
    }
    if (!holds) continue
    if (rows.length >= limits.maxRows) return fail('SHEET_TOO_LONG')
    rows.push({ number, cells })
  }
  return ok(rows)
}
