import { fail, ok, type Result } from '../../base/result.ts'
import type { SheetCode, SheetRow } from './read-workbook.ts'
import { readRows, type RowLimits } from './sheet-rows.ts'
import { readParts, type SheetPart } from './workbook-parts.ts'
import { inflate, type ZipEntry } from './zip-check.ts'

// A title block and a header fit into this many rows.
const LOOK_INTO = 12
const DECLARES = /<!(DOCTYPE|ENTITY)/i

const bare = (text: string): string =>
  text
    .slice(0, 60)
    .normalize('NFKC')
    .replaceAll(/\(.*?\)|[^\p{L}\p{N}]/gu, '')

const isXml = (name: string): boolean => /\.(xml|rels)$/.test(name)

/**
 * Rows of the workbook's sheet in which most of `titles` stand as a header; without titles, of the first sheet that
 * holds any. Hidden sheets are taken only where there is no other.
 * Every part is inflated once and counted, also those that are not read.
 */
export const readArchive = (
  bytes: Buffer,
  entries: readonly ZipEntry[],
  titles: readonly string[],
  limits: RowLimits,
): Result<SheetRow[], SheetCode> => {
  const parts = new Map<string, Buffer>()
  for (const entry of entries) {
    const part = inflate(bytes, entry)
    if (!part.ok) return part
    const name = entry.name.toLowerCase()
    if (!isXml(name)) continue
    // Also in parts that are not read, such as the properties.
    if (DECLARES.test(part.value.toString('latin1', 0, 4096).replaceAll('\0', ''))) return fail('XML_DECLARES_TYPE')
    parts.set(name, part.value)
  }
  const book = readParts(parts)
  if (typeof book === 'string') return fail(book)
  const open = book.sheets.filter((it) => !it.hidden && parts.has(it.path))
  const sheets = open.length > 0 ? open : book.sheets.filter((it) => parts.has(it.path))
  const wanted = new Set(titles.map(bare))
  let best: { sheet: SheetPart; score: number } | undefined
  for (const sheet of sheets) {
    const head = readRows(parts.get(sheet.path)!, book, limits, LOOK_INTO)
    if (!head.ok) {
      // The only sheet, or the first: its fault is the answer. A later one that cannot be read is passed over.
      if (!best) return head
      continue
    }
    if (head.value.length === 0) continue
    const score = Math.max(
      ...head.value.map(
        (row) => new Set(row.cells.map((it) => bare(String(it ?? ''))).filter((it) => wanted.has(it))).size,
      ),
    )
    if (!best || score > best.score) best = { sheet, score }
    if (wanted.size === 0) break
  }
  if (!best) return ok([])
  return readRows(parts.get(best.sheet.path)!, book, limits)
}
