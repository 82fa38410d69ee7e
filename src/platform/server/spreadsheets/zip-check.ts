import yauzl from 'yauzl'
import { fail, ok, type Result } from '../../base/result.ts'

export interface ZipLimits {
  readonly entries: number
  /** Bytes of all entries together, declared and real. */
  readonly total: number
  /** Inflated to packed size of one entry; judged from `ratioFrom` bytes on, since small ones pack well by nature. */
  readonly ratio: number
  readonly ratioFrom: number
}

/** A register of 10,000 rows inflates to about 8 MB at a ratio of 10 to 15. */
export const usualLimits: ZipLimits = { entries: 200, total: 60_000_000, ratio: 100, ratioFrom: 1_000_000 }

export type ZipCode =
  | 'NOT_A_ZIP'
  | 'ZIP_TOO_MANY_ENTRIES'
  | 'ZIP_TOO_LARGE'
  | 'ZIP_BOMB'
  | 'ZIP_UNSAFE_NAME'
  | 'ZIP_ENCRYPTED'
  | 'ZIP_BROKEN'
  | 'SHEET_BROKEN'

const openZip = (bytes: Buffer): Promise<yauzl.ZipFile | undefined> =>
  new Promise((resolve) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true }, (error, zip) =>
      resolve(error ? undefined : zip),
    )
  })

/** Reads the directory entry by entry; `visit` may end it with a failure. */
const walk = (
  zip: yauzl.ZipFile,
  visit: (entry: yauzl.Entry) => Promise<ZipCode | undefined> | ZipCode | undefined,
): Promise<Result<undefined, ZipCode>> =>
  new Promise((resolve) => {
    const end = (result: Result<undefined, ZipCode>): void => {
      zip.close()
      resolve(result)
    }
    zip.on('error', (error: Error) =>
      end(fail(/invalid|relative|absolute/i.test(error.message) ? 'ZIP_UNSAFE_NAME' : 'ZIP_BROKEN')),
    )
    zip.on('end', () => end(ok(undefined)))
    zip.on('entry', (entry: yauzl.Entry) => {
      void Promise.resolve(visit(entry)).then((code) => (code ? end(fail(code)) : zip.readEntry()))
    })
    zip.readEntry()
  })

/** Judges an archive by its central directory alone, before anything is inflated; milliseconds, no memory. */
export const checkDirectory = async (bytes: Buffer, limits = usualLimits): Promise<Result<undefined, ZipCode>> => {
  const zip = await openZip(bytes)
  if (!zip) return fail('NOT_A_ZIP')
  if (zip.entryCount > limits.entries) {
    zip.close()
    return fail('ZIP_TOO_MANY_ENTRIES')
  }
  let total = 0
  return walk(zip, (entry) => {
    total += entry.uncompressedSize
    if ((entry.generalPurposeBitFlag & 1) !== 0) return 'ZIP_ENCRYPTED'
    if (total > limits.total) return 'ZIP_TOO_LARGE'
    const large = entry.uncompressedSize > limits.ratioFrom
    return large && entry.uncompressedSize > entry.compressedSize * limits.ratio ? 'ZIP_BOMB' : undefined
  })
}

const DECLARES = /<!(DOCTYPE|ENTITY)/i

/**
 * Inflates every entry and counts what really comes out, since sizes in the directory can lie; refuses XML that
 * declares a document type. Nothing is kept.
 */
export const checkContents = async (
  bytes: Buffer,
  limits = usualLimits,
): Promise<Result<undefined, ZipCode | 'XML_DECLARES_TYPE'>> => {
  const zip = await openZip(bytes)
  if (!zip) return fail('NOT_A_ZIP')
  let total = 0
  let declares = false
  const result = await walk(
    zip,
    (entry) =>
      new Promise((resolve) => {
        zip.openReadStream(entry, (error, stream) => {
          if (error) return resolve('ZIP_BROKEN')
          let size = 0
          let first = true
          let tail = ''
          stream.on('data', (chunk: Buffer) => {
            size += chunk.length
            total += chunk.length
            if (first && /\.(xml|rels)$/i.test(entry.fileName))
              declares ||= DECLARES.test(chunk.toString('latin1', 0, 4096))
            first = false
            tail = (tail + chunk.toString('latin1')).slice(-40)
            if (total > limits.total) {
              stream.destroy()
              resolve('ZIP_TOO_LARGE')
            } else if (size > limits.ratioFrom && size > entry.compressedSize * limits.ratio) {
              stream.destroy()
              resolve('ZIP_BOMB')
            }
          })
          stream.on('error', () => resolve('ZIP_BROKEN'))
          // A sheet cut short would be read as if it held fewer rows.
          const isSheet = /xl\/worksheets\/[^/]+\.xml$/.test(entry.fileName)
          stream.on('end', () => resolve(isSheet && !/worksheet>\s*$/.test(tail) ? 'SHEET_BROKEN' : undefined))
        })
      }),
  )
  return result.ok && declares ? fail('XML_DECLARES_TYPE') : result
}
