import { crc32, inflateRawSync } from 'node:zlib'
import yauzl from 'yauzl'
import { fail, ok, type Result } from '../../base/result.ts'

export interface ZipLimits {
  readonly entries: number
  /** Bytes of all entries together as the directory declares them; what comes out may not differ from that. */
  readonly total: number
  /** Inflated to packed size of one entry; judged from `ratioFrom` bytes on, since small ones pack well by nature. */
  readonly ratio: number
  readonly ratioFrom: number
}

/** A register of 10,000 rows and 12 columns, saved by LibreOffice, inflates to 14 MB; its shared texts at a ratio of 47. */
export const usualLimits: ZipLimits = { entries: 200, total: 50_000_000, ratio: 100, ratioFrom: 1_000_000 }

export type ZipCode =
  | 'NOT_A_ZIP'
  | 'ZIP_TOO_MANY_ENTRIES'
  | 'ZIP_TOO_LARGE'
  | 'ZIP_BOMB'
  | 'ZIP_SIZE_FALSE'
  | 'ZIP_DUPLICATE'
  | 'ZIP_UNSAFE_NAME'
  | 'ZIP_ENCRYPTED'
  | 'ZIP_BROKEN'

/** One part of an archive as its central directory has it. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly crc: number
  /** Of the local header, bytes from the start of the archive. */
  readonly offset: number
}

const openZip = (bytes: Buffer): Promise<yauzl.ZipFile | undefined> =>
  new Promise((resolve) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => resolve(error ? undefined : zip))
  })

const judge = (entry: yauzl.Entry, before: readonly ZipEntry[], limits: ZipLimits): ZipCode | undefined => {
  const total = before.reduce((sum, it) => sum + it.size, entry.uncompressedSize)
  if ((entry.generalPurposeBitFlag & 1) !== 0) return 'ZIP_ENCRYPTED'
  if (total > limits.total) return 'ZIP_TOO_LARGE'
  if (entry.uncompressedSize > limits.ratioFrom && entry.uncompressedSize > entry.compressedSize * limits.ratio)
    return 'ZIP_BOMB'
  // Two parts of one name: which of them counts would depend on who reads.
  const name = entry.fileName.toLowerCase()
  return before.some((it) => it.name.toLowerCase() === name) ? 'ZIP_DUPLICATE' : undefined
}

/**
 * Judges an archive by its central directory alone, before anything is inflated: milliseconds, no memory.
 * Only what stands there is ever read; parts that only a local header mentions do not exist for us.
 */
export const checkDirectory = async (
  bytes: Buffer,
  limits: ZipLimits = usualLimits,
): Promise<Result<ZipEntry[], ZipCode>> => {
  const zip = await openZip(bytes)
  // A file that begins like an archive and has no directory was cut off.
  if (!zip) return fail(bytes.readUInt16BE(0) === 0x504b ? 'ZIP_BROKEN' : 'NOT_A_ZIP')
  if (zip.entryCount > limits.entries) return fail('ZIP_TOO_MANY_ENTRIES')
  const entries: ZipEntry[] = []
  return new Promise((resolve) => {
    zip.on('error', (error: Error) =>
      resolve(fail(/invalid|relative|absolute/i.test(error.message) ? 'ZIP_UNSAFE_NAME' : 'ZIP_BROKEN')),
    )
    zip.on('end', () => resolve(ok(entries)))
    zip.on('entry', (entry: yauzl.Entry) => {
      const code = judge(entry, entries, limits)
      if (code) return resolve(fail(code))
      entries.push({
        name: entry.fileName,
        method: entry.compressionMethod,
        packed: entry.compressedSize,
        size: entry.uncompressedSize,
        crc: entry.crc32,
        offset: entry.relativeOffsetOfLocalHeader,
      })
      zip.readEntry()
    })
    zip.readEntry()
  })
}

const LOCAL_HEADER = 30

/**
 * The bytes of one part. Inflating stops at the first byte beyond the declared size, since sizes can lie; that bounds
 * memory by what `checkDirectory` has allowed. Synchronous: call it off the main thread.
 */
export const inflate = (bytes: Buffer, entry: ZipEntry): Result<Buffer, 'ZIP_SIZE_FALSE' | 'ZIP_BROKEN'> => {
  if (entry.offset + LOCAL_HEADER > bytes.length || bytes.readUInt32LE(entry.offset) !== 0x04034b50)
    return fail('ZIP_BROKEN')
  const from =
    entry.offset + LOCAL_HEADER + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28)
  const packed = bytes.subarray(from, from + entry.packed)
  if (packed.length !== entry.packed || (entry.method !== 0 && entry.method !== 8)) return fail('ZIP_BROKEN')
  let whole = packed
  if (entry.method === 8)
    try {
      whole = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size), chunkSize: 256 * 1024 })
    } catch (error) {
      return fail((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'ZIP_SIZE_FALSE' : 'ZIP_BROKEN')
    }
  if (whole.length !== entry.size) return fail('ZIP_SIZE_FALSE')
  return crc32(whole) === entry.crc ? ok(whole) : fail('ZIP_BROKEN')
}
