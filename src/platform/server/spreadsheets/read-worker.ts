import { parentPort, workerData } from 'node:worker_threads'
import { readArchive } from './read-archive.ts'
import { readCsv } from './read-csv.ts'
import type { ReadTask } from './read-workbook.ts'

const { bytes, entries, titles, limits } = workerData as ReadTask
const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

parentPort!.postMessage(entries ? readArchive(buffer, entries, titles, limits) : readCsv(buffer, limits))
