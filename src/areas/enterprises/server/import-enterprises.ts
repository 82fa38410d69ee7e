import { createHash } from 'node:crypto'
import { newId } from '../../../platform/base/ids.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import type { UploadedFile } from '../../../platform/server/http/implement.ts'
import type { OperationRun } from '../../../platform/server/jobs/long-operations.ts'
import type { Services } from '../../../platform/server/services.ts'
import { readWorkbook, sheetReasons, type SheetRow } from '../../../platform/server/spreadsheets/read-workbook.ts'
import { compareRows, matchHeader, parseRow, titleOf, type ComparedRow } from '../domain/import/index.ts'
import * as queries from './import-queries.ts'
import { townships as readTownships } from './register-queries.ts'

export interface ReadImport {
  readonly columns: readonly { readonly field: string; readonly header: string }[]
  readonly counts: queries.ImportCounts
  readonly rows: readonly ComparedRow[]
}

type ReadCodes = 'SHEET_REFUSED' | 'SHEET_EMPTY' | 'COLUMNS_MISSING' | 'COLUMNS_AMBIGUOUS'

/** Reads a register file and tells each row apart; writes nothing. */
export const readRegister = async (context: Context, bytes: Buffer): Promise<Result<ReadImport, ReadCodes>> => {
  const read = await readWorkbook(bytes)
  if (!read.ok) return fail('SHEET_REFUSED', { reason: sheetReasons[read.code], cause: read.code })
  const lines: readonly SheetRow[] = read.value
  const header = matchHeader(lines)
  if (!header.ok) return header
  const townships = await readTownships(context)
  const parsed = lines.slice(header.value.dataFrom).map((line) => parseRow(line, header.value, townships))
  const rows = compareRows(parsed, await queries.existingByCode(context), townships)
  const count = (status: ComparedRow['status']): number => rows.filter((row) => row.status === status).length
  return ok({
    rows,
    columns: [...header.value.titles].map(([field, title]) => ({ field: titleOf(field), header: title })),
    counts: { rows: rows.length, new: count('new'), changed: count('changed'), same: count('same'), bad: count('bad') },
  })
}

const PREVIEW_ROWS = 50

/** An import as the page shows it; `page` chooses which rows. */
export const showImport = (
  it: NonNullable<Awaited<ReturnType<typeof queries.importById>>>,
  page: { status?: ComparedRow['status']; limit: number; offset: number } = { limit: PREVIEW_ROWS, offset: 0 },
) => {
  const { columns, ...counts } = it.counts
  return {
    id: it.id,
    fileName: it.fileName,
    status: it.status,
    counts,
    columns,
    hasErrorFile: counts.bad > 0,
    rows: it.rows
      .filter((row) => !page.status || row.status === page.status)
      .slice(page.offset, page.offset + page.limit)
      .map((row) => ({
        rowNumber: row.rowNumber,
        status: row.status,
        name: String(row.parsed.input?.name ?? row.parsed.raw.name ?? ''),
        creditCode: String(row.parsed.input?.creditCode ?? row.parsed.raw.creditCode ?? ''),
        changes: [...row.changes],
        problems: [...row.problems],
        warnings: [...row.parsed.warnings],
      })),
  }
}

export const uploadImport = async (
  context: Context,
  file: UploadedFile,
  { files }: Services,
): Promise<Result<ReturnType<typeof showImport>, ReadCodes>> => {
  const read = await readRegister(context, file.bytes)
  if (!read.ok) return read
  const fileId = newId()
  await files.write(fileId, file.bytes)
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const name = file.name.slice(0, 200)
  await queries.insertFileRow(context, { id: fileId, name, bytes: file.bytes.length, sha256 })
  const id = await queries.insertImport(context, { ...read.value, fileName: name, fileId })
  return ok(showImport((await queries.importById(context, id))!))
}

export const confirmImport = async (
  context: Context,
  id: string,
  { operations }: Services,
): Promise<Result<{ operationId: string }, 'NOT_FOUND' | 'IMPORT_ALREADY_CONFIRMED'>> => {
  if (!(await queries.importById(context, id))) return fail('NOT_FOUND')
  if (!(await queries.moveImport(context, id, 'read', 'confirmed'))) return fail('IMPORT_ALREADY_CONFIRMED')
  return ok({ operationId: await operations.start(context, 'import-enterprises', { importId: id }) })
}

const CHUNK = 500

class Cancelled extends Error {}

/** Writes the good rows in one transaction: all of them, or none where it is cancelled or fails. */
export const writeRegister = async (
  context: Context,
  rows: readonly ComparedRow[],
  report: (done: number) => void = () => {},
  cancelled: () => boolean = () => false,
): Promise<{ created: number; updated: number; unchanged: number; rejected: number }> => {
  const townships = new Map((await readTownships(context)).map((it) => [it.id, it]))
  const fresh = rows.filter((row) => row.status === 'new')
  const changed = rows.filter((row) => row.status === 'changed')
  const total = Math.max(1, fresh.length + changed.length)
  let created = 0
  for (let at = 0; at < fresh.length; at += CHUNK) {
    if (cancelled()) throw new Cancelled()
    const inputs = fresh.slice(at, at + CHUNK).map((row) => row.parsed.input!)
    created += await queries.insertEnterprises(context, inputs, townships)
    report(Math.min(at + CHUNK, fresh.length) / total)
  }
  for (const [at, row] of changed.entries()) {
    if (cancelled()) throw new Cancelled()
    await queries.overwriteEnterprise(context, row.existingId!, row.parsed.input!)
    if (at % 50 === 0) report((fresh.length + at) / total)
  }
  return {
    created,
    updated: changed.length,
    unchanged: rows.filter((row) => row.status === 'same').length,
    rejected: rows.filter((row) => row.status === 'bad').length,
  }
}

/** The long operation behind a confirmed import. */
export const runImport = async (run: OperationRun<{ importId: string }>): Promise<Result<unknown, 'NOT_FOUND'>> => {
  const { importId } = run.input
  try {
    return await run.inScope(async (context) => {
      const it = await queries.importById(context, importId)
      if (!it) return fail('NOT_FOUND')
      run.progress(0.02, `正在写入 ${it.counts.new + it.counts.changed} 家企业`)
      const written = await writeRegister(
        context,
        it.rows,
        (done) => run.progress(0.02 + 0.96 * done, `已写入 ${Math.round(done * 100)}%`),
        run.cancelled,
      )
      await queries.moveImport(context, importId, 'confirmed', 'done')
      return ok(written)
    })
  } catch (error) {
    // Whatever ended it, nothing was written; the same file can be confirmed again.
    await run.inScope((context) => queries.moveImport(context, importId, 'confirmed', 'read'))
    if (error instanceof Cancelled) return ok({ cancelled: true })
    throw error
  }
}
