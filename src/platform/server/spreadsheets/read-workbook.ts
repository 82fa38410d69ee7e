import { Worker } from 'node:worker_threads'
import { fail, type Result } from '../../base/result.ts'
import type { RowLimits, RowsCode } from './sheet-rows.ts'
import { checkDirectory, type ZipCode, type ZipEntry } from './zip-check.ts'

export type Cell = string | number | boolean | null

export interface SheetRow {
  /** As the program that made it counts, from 1. */
  readonly number: number
  readonly cells: readonly Cell[]
}

/** What the reading thread is given; `entries` is absent for a .csv. */
export interface ReadTask {
  readonly bytes: Uint8Array
  readonly entries: readonly ZipEntry[] | undefined
  readonly titles: readonly string[]
  readonly limits: RowLimits
}

export type SheetCode = ZipCode | RowsCode | 'FILE_EMPTY' | 'OLD_XLS' | 'WEB_PAGE' | 'NOT_A_WORKBOOK' | 'SHEET_BROKEN'

export interface ReadLimits extends RowLimits {
  /** Heap of the reading thread; what is inflated lies beside it and is bounded by the zip limits. */
  readonly memoryMb: number
  readonly seconds: number
}

export interface ReadOptions extends Partial<ReadLimits> {
  /** Titles to choose the sheet by: the one whose header holds most of them. */
  readonly titles?: readonly string[]
}

const usual: ReadLimits = { maxRows: 20_000, maxColumns: 200, maxSigns: 20_000_000, memoryMb: 256, seconds: 20 }

const BROKEN = '工作表读不出来，文件可能损坏。请重新打开另存一次再上传。'
const TOO_HEAVY = '文件太复杂，读它要的内存或时间超过了上限。请只保留名册这一张表，另存后再上传。'

/** What each refusal is told as: what is wrong with the file and how to mend it. */
export const sheetReasons: Readonly<Record<SheetCode, string>> = {
  FILE_EMPTY: '文件是空的，一个字节也没有。请确认保存成功后再上传。',
  NOT_A_ZIP: '这不是 Excel 工作簿（.xlsx）。请在 WPS 或 Excel 里另存为「Excel 工作簿 .xlsx」再上传。',
  NOT_A_WORKBOOK:
    '这是压缩包，但里面不是 .xlsx 工作簿（可能是 .ods、.docx、.xlsb 或改了名）。请另存为「Excel 工作簿 .xlsx」再上传。',
  OLD_XLS: '这是旧版 .xls 文件，改名成 .xlsx 也一样。请用 WPS 或 Excel 打开，另存为「Excel 工作簿 .xlsx」再上传。',
  WEB_PAGE: '这是网页或 XML 改名成的表格，常见于系统导出。请用 WPS 或 Excel 打开，另存为「Excel 工作簿 .xlsx」再上传。',
  ZIP_ENCRYPTED: '文件加了打开密码，读不了。请去掉密码另存后再上传。',
  ZIP_BROKEN: '文件损坏或没有传完整。请重新打开另存一次再上传。',
  ZIP_TOO_MANY_ENTRIES: '文件里的部件太多，不像名册。请把名册单独复制到新工作簿再上传。',
  ZIP_TOO_LARGE: '文件展开后太大，常见于整列设了格式的空行。请删掉图片和数据下方的空行，另存后再上传。',
  ZIP_BOMB: '文件里有大片重复内容，常见于整列整行设了格式的空行。请只保留有数据的行，另存后再上传。',
  ZIP_SIZE_FALSE: '文件内部写的大小和实际不符，为安全起见没有打开。请把名册复制到新工作簿再上传。',
  ZIP_DUPLICATE: '文件内部有重名的部件，为安全起见没有打开。请把名册复制到新工作簿再上传。',
  ZIP_UNSAFE_NAME: '文件内部的名称不正常，为安全起见没有打开。请把名册复制到新工作簿再上传。',
  XML_DECLARES_TYPE: '文件内部带有不该有的声明，为安全起见没有打开。请把名册复制到新工作簿再上传。',
  XML_BROKEN: BROKEN,
  SHEET_BROKEN: BROKEN,
  SHEET_TOO_LONG: '数据超过两万行。请拆成几个文件分别上传。',
  SHEET_TOO_WIDE: '数据超过 200 列，不像名册。请删掉右边无关的列，另存后再上传。',
  SHEET_TOO_HEAVY: TOO_HEAVY,
}

const startsWith = (bytes: Buffer, ...signs: number[]): boolean => signs.every((sign, at) => bytes[at] === sign)

/** A workbook with a password is an old container around the encrypted package, named in UTF-16. */
const holdsEncrypted = (bytes: Buffer): boolean => bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))

/** What can be told from the first bytes; undefined where it must be looked into. */
const refuseByStart = (bytes: Buffer): SheetCode | undefined => {
  if (bytes.length === 0) return 'FILE_EMPTY'
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return holdsEncrypted(bytes) ? 'ZIP_ENCRYPTED' : 'OLD_XLS'
  if (startsWith(bytes, 0x50, 0x4b)) return undefined
  const start = bytes.toString('latin1', 0, 200)
  if (/^\W{0,8}<(!doctype|html|table|meta|head|\?xml|!--)/i.test(start)) return 'WEB_PAGE'
  const utf16 = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)
  return (!utf16 && bytes.includes(0)) || /^(%PDF|\{\\rtf)/.test(start) ? 'NOT_A_ZIP' : undefined
}

const readInThread = (task: ReadTask, limits: ReadLimits): Promise<Result<SheetRow[], SheetCode>> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 32 },
    })
    const end = (answer: Result<SheetRow[], SheetCode>): void => {
      clearTimeout(timer)
      resolve(answer)
      void worker.terminate()
    }
    const timer = setTimeout(() => end(fail('SHEET_TOO_HEAVY')), limits.seconds * 1000)
    worker.once('message', end)
    worker.once('error', (error: NodeJS.ErrnoException) =>
      end(fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'SHEET_TOO_HEAVY' : 'SHEET_BROKEN')),
    )
    worker.once('exit', () => end(fail('SHEET_BROKEN')))
  })

// The limits hold for one thread; this many may run, the rest wait their turn.
const MOST_AT_ONCE = 2
let running = 0
const waiting: (() => void)[] = []

const inTurn = async <Value>(work: () => Promise<Value>): Promise<Value> => {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

/**
 * Rows of one sheet, empty ones left out; also of a .csv whatever its name. The archive is judged before anything is
 * inflated; inflating and parsing run in a thread with limits on memory and time.
 */
export const readWorkbook = async (
  bytes: Buffer,
  options: ReadOptions = {},
): Promise<Result<SheetRow[], SheetCode>> => {
  const { titles = [], ...limits } = { ...usual, ...options }
  const refused = refuseByStart(bytes)
  if (refused) return fail(refused)
  let entries: ZipEntry[] | undefined
  if (startsWith(bytes, 0x50, 0x4b)) {
    const directory = await checkDirectory(bytes)
    if (!directory.ok) return directory
    entries = directory.value
    const has = (pattern: RegExp): boolean => entries!.some((it) => pattern.test(it.name))
    if (!has(/workbook[^/]*\.xml$/i)) return fail('NOT_A_WORKBOOK')
  }
  const { maxRows, maxColumns, maxSigns } = limits
  return inTurn(() => readInThread({ bytes, entries, titles, limits: { maxRows, maxColumns, maxSigns } }, limits))
}
