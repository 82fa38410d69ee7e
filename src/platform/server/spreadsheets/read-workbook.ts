import { Worker } from 'node:worker_threads'
import { fail, ok, type Result } from '../../base/result.ts'
import { checkDirectory, type ZipCode } from './zip-check.ts'

export type Cell = string | number | boolean | null

export interface SheetRow {
  /** As the program that made it counts, from 1. */
  readonly number: number
  readonly cells: readonly Cell[]
}

export interface ReadTask {
  readonly bytes: Uint8Array
  readonly maxRows: number
  readonly maxColumns: number
}

export type SheetCode =
  ZipCode | 'XML_DECLARES_TYPE' | 'OLD_XLS' | 'SHEET_BROKEN' | 'SHEET_TOO_LONG' | 'SHEET_TOO_HEAVY'

export type ReadAnswer = { readonly rows: SheetRow[] } | { readonly code: SheetCode }

export interface ReadLimits {
  readonly maxRows: number
  readonly maxColumns: number
  /** Heap of the reading thread. */
  readonly memoryMb: number
  readonly seconds: number
}

const usual: ReadLimits = { maxRows: 20_000, maxColumns: 60, memoryMb: 320, seconds: 30 }

/** What each refusal is told as: what is wrong with the file and how to mend it. */
export const sheetReasons: Readonly<Record<SheetCode, string>> = {
  NOT_A_ZIP: '这不是 Excel 工作簿（.xlsx）。请在 WPS 或 Excel 里另存为「Excel 工作簿 .xlsx」再上传。',
  OLD_XLS:
    '这是旧版 .xls 文件（改名成 .xlsx 也一样），或加了打开密码。请去掉密码，另存为「Excel 工作簿 .xlsx」再上传。',
  ZIP_ENCRYPTED: '文件加了密码，读不了。请去掉密码另存后再上传。',
  ZIP_BROKEN: '文件损坏或没有传完整。请重新打开另存一次再上传。',
  ZIP_TOO_MANY_ENTRIES: '文件里的部件太多，不像名册。请把名册单独复制到新工作簿再上传。',
  ZIP_TOO_LARGE: '文件展开后太大。请删掉图片和多余的空行空列，另存后再上传。',
  ZIP_BOMB: '文件里有大片重复内容，常见于整列整行设了格式的空行。请只保留有数据的行，另存后再上传。',
  ZIP_UNSAFE_NAME: '文件内部的名称不正常，为安全起见没有打开。请把名册复制到新工作簿再上传。',
  XML_DECLARES_TYPE: '文件内部带有不该有的声明，为安全起见没有打开。请把名册复制到新工作簿再上传。',
  SHEET_BROKEN: '工作表读不出来，文件可能损坏。请重新打开另存一次再上传。',
  SHEET_TOO_LONG: '数据超过两万行。请拆成几个文件分别上传。',
  SHEET_TOO_HEAVY: '文件太复杂，读它要的内存或时间超过了上限。请只保留名册这一张表，另存后再上传。',
}

const startsWith = (bytes: Buffer, ...signs: number[]): boolean => signs.every((sign, at) => bytes[at] === sign)

/** Text of a .csv: UTF-8 where it is valid, else GB 18030 as WPS and Excel in China write it. */
const decode = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** Rows of a .csv with quotes (RFC 4180); comma, semicolon or tab, whichever the first line has most of. */
const readCsv = (text: string, limits: ReadLimits): ReadAnswer => {
  const line = text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n'))
  const separator = [',', ';', '\t'].toSorted((a, b) => line.split(b).length - line.split(a).length)[0]!
  const rows: SheetRow[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let number = 1
  const endRow = (): boolean => {
    cells.push(cell)
    if (cells.some((it) => it.trim() !== '')) rows.push({ number, cells: cells.slice(0, limits.maxColumns) })
    cells = []
    cell = ''
    number++
    return rows.length <= limits.maxRows
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') {
        cell += '"'
        at++
      } else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === separator) {
      cells.push(cell)
      cell = ''
    } else if (sign === '\n') {
      if (!endRow()) return { code: 'SHEET_TOO_LONG' }
    } else if (sign !== '\r') cell += sign
  }
  if (cell !== '' || cells.length > 0) endRow()
  return { rows }
}

const looksLikeText = (bytes: Buffer): boolean => !bytes.subarray(0, 4096).includes(0) && bytes.length > 0

const readInThread = (bytes: Buffer, limits: ReadLimits): Promise<ReadAnswer> =>
  new Promise((resolve) => {
    const task: ReadTask = { bytes, maxRows: limits.maxRows, maxColumns: limits.maxColumns }
    const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 48 },
    })
    const end = (answer: ReadAnswer): void => {
      clearTimeout(timer)
      resolve(answer)
      void worker.terminate()
    }
    const timer = setTimeout(() => end({ code: 'SHEET_TOO_HEAVY' }), limits.seconds * 1000)
    worker.once('message', end)
    worker.once('error', () => end({ code: 'SHEET_TOO_HEAVY' }))
    worker.once('exit', () => end({ code: 'SHEET_TOO_HEAVY' }))
  })

/**
 * Rows of the first sheet that holds any, empty ones left out; also of a .csv whatever its name. The archive is judged
 * before anything is inflated, and parsed in a thread with limits on memory and time.
 */
export const readWorkbook = async (
  bytes: Buffer,
  limits: Partial<ReadLimits> = {},
): Promise<Result<SheetRow[], SheetCode>> => {
  const all = { ...usual, ...limits }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return fail('OLD_XLS')
  const zipped = startsWith(bytes, 0x50, 0x4b)
  if (!zipped && !looksLikeText(bytes)) return fail('NOT_A_ZIP')
  if (zipped) {
    const directory = await checkDirectory(bytes)
    if (!directory.ok) return directory
  }
  const answer = zipped ? await readInThread(bytes, all) : readCsv(decode(bytes), all)
  return 'rows' in answer ? ok(answer.rows) : fail(answer.code)
}
