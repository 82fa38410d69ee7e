import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { checkDirectory, inflate } from '../../src/platform/server/spreadsheets/zip-check.ts'

const run = promisify(execFile)

/** Text of each part of a .docx by its path in the package. @throws where it is no sound zip. */
export const partsOf = async (docx: Buffer): Promise<Map<string, string>> => {
  const checked = await checkDirectory(docx)
  if (!checked.ok) throw new Error(checked.code)
  return new Map(
    checked.value.map((entry) => {
      const bytes = inflate(docx, entry)
      if (!bytes.ok) throw new Error(bytes.code)
      return [entry.name, bytes.value.toString('utf8')]
    }),
  )
}

/** Ink of one page, in mm: runs of rows with red or black in them, each with its left and right end. */
export interface Band {
  readonly colour: 'red' | 'black'
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export interface Printed {
  readonly pages: number
  /** Text of each page as pdftotext lays it out, from page 1. */
  readonly texts: readonly string[]
  /** All text without any space: what is said, in order. */
  readonly plain: string
  /** Page size in mm. */
  readonly size: { readonly width: number; readonly height: number }
  readonly bands: (page: number) => Promise<Band[]>
  readonly close: () => Promise<void>
}

const PIXELS_PER_MM = 10

const bandsOf = async (png: string): Promise<Band[]> => {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const bands: Band[] = []
  for (const colour of ['red', 'black'] as const) {
    let open: { top: number; left: number; right: number } | undefined
    for (let y = 0; y <= info.height; y++) {
      let [left, right] = [Infinity, -1]
      for (let x = 0; x < info.width && y < info.height; x++) {
        const at = (y * info.width + x) * 3
        const [r, g, b] = [data[at]!, data[at + 1]!, data[at + 2]!]
        const inked = colour === 'red' ? r > 180 && g < 120 && b < 120 : r < 100 && g < 100 && b < 100
        if (inked) [left, right] = [Math.min(left, x), x]
      }
      if (right >= 0)
        open = {
          top: open?.top ?? y,
          left: Math.min(open?.left ?? left, left),
          right: Math.max(open?.right ?? 0, right),
        }
      else if (open) {
        const mm = (pixels: number): number => pixels / PIXELS_PER_MM
        bands.push({ colour, top: mm(open.top), bottom: mm(y), left: mm(open.left), right: mm(open.right + 1) })
        open = undefined
      }
    }
  }
  return bands.toSorted((one, other) => one.top - other.top)
}

/**
 * Opens a .docx in LibreOffice, which says so and ends where it cannot, and prints it to PDF. A profile of its own, so
 * that several can run at once.
 */
export const print = async (docx: Buffer): Promise<Printed> => {
  const folder = await mkdtemp(join(tmpdir(), 'qingqi-print-'))
  const pdf = join(folder, 'it.pdf')
  await writeFile(join(folder, 'it.docx'), docx)
  await run('soffice', [
    `-env:UserInstallation=file://${folder}/profile`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    join(folder, 'it.docx'),
  ])
  const { stdout: info } = await run('pdfinfo', [pdf])
  const pages = Number(/Pages:\s+(\d+)/.exec(info)![1])
  const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info)!
  const { stdout: text } = await run('pdftotext', ['-layout', pdf, '-'])
  const points = (value: string | undefined): number => (Number(value) / 72) * 25.4
  return {
    pages,
    texts: text.split('\f').slice(0, pages),
    plain: text.replaceAll(/\s/g, ''),
    size: { width: points(width), height: points(height) },
    bands: async (page) => {
      const stem = join(folder, `page-${page}`)
      await run('pdftoppm', ['-r', '254', '-png', '-f', String(page), '-l', String(page), pdf, stem])
      const name = (await readdir(folder)).find((it) => it.startsWith(`page-${page}-`))!
      return bandsOf(join(folder, name))
    },
    close: () => rm(folder, { recursive: true, force: true }),
  }
}
