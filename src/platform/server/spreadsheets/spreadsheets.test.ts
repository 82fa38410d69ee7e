import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { registerFile, registerRow, registerTitles } from '../../../../tests/support/register-file.ts'
import { readWorkbook } from './read-workbook.ts'
import { writeWorkbook } from './write-workbook.ts'

interface Part {
  readonly name: string
  readonly body: Buffer
  /** What the directory says instead of the truth. */
  readonly declared?: number
  readonly flags?: number
}

/** A zip archive by hand, so that its directory can lie. */
const zip = (parts: readonly Part[]): Buffer => {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, body, declared = body.length, flags = 0 } of parts) {
    const packed = deflateRawSync(body)
    const fileName = Buffer.from(name)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(flags, 6)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(crc32(body), 14)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(declared, 22)
    head.writeUInt16LE(fileName.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 4)
    entry.writeUInt16LE(20, 6)
    head.copy(entry, 8, 6, 30)
    entry.writeUInt32LE(offset, 42)
    locals.push(head, fileName, packed)
    directory.push(entry, fileName)
    offset += 30 + fileName.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, list, end])
}

const SHEET_HEAD =
  '<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
const SHEET_END = '</sheetData></worksheet>'

/** The parts of a workbook in the shape WPS Office gives it: inline texts, no shared strings, no dimension. */
const wpsParts = (sheet: string): Part[] => {
  const xml = (text: string): Buffer => Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`)
  return [
    {
      name: '[Content_Types].xml',
      body: xml(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
      ),
    },
    {
      name: '_rels/.rels',
      body: xml(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
      ),
    },
    {
      name: 'xl/workbook.xml',
      body: xml(
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      body: xml(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
    },
    { name: 'xl/worksheets/sheet1.xml', body: Buffer.from(sheet) },
  ]
}

const outcome = async (bytes: Buffer) => {
  const from = performance.now()
  const result = await readWorkbook(bytes)
  return { code: result.ok ? `${result.value.length} rows` : result.code, ms: performance.now() - from }
}

const inlineRow = (number: number, cells: readonly (string | number)[]): string =>
  `<row r="${number}">${cells.map((cell, at) => `<c r="${String.fromCharCode(65 + at)}${number}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`

describe('files that are read', () => {
  it('of Excel’s own form', async () => {
    const read = await readWorkbook(await registerFile([registerRow(1), registerRow(2)]))
    expect(read.ok && read.value[1]!.cells).toEqual(registerRow(1))
  })

  it('saved by LibreOffice', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'qingqi-office-'))
    writeFileSync(
      join(folder, 'in.csv'),
      [registerTitles, registerRow(7)].map((row) => row.map((it) => `"${it}"`).join(',')).join('\n'),
    )
    const done = spawnSync('soffice', [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'xlsx',
      '--infilter=CSV:44,34,76',
      '--outdir',
      folder,
      join(folder, 'in.csv'),
    ])
    expect(done.status).toBe(0)
    const read = await readWorkbook(readFileSync(join(folder, 'in.xlsx')))
    expect(read.ok && read.value[1]!.cells.map(String)).toEqual(registerRow(7).map(String))
  }, 60_000)

  it('in the shape of WPS: inline texts, no shared strings', async () => {
    const sheet = `${SHEET_HEAD}${inlineRow(1, registerTitles)}${inlineRow(2, registerRow(3))}${SHEET_END}`
    const read = await readWorkbook(zip(wpsParts(sheet)))
    expect(read.ok && read.value[1]!.cells.map(String)).toEqual(registerRow(3).map(String))
  })

  it('.csv in GB 18030 and UTF-8, whatever its name', async () => {
    // "企业名称,电话" and "泗洪,1" in GBK.
    const gbk = Buffer.from('c6f3d2b5c3fbb3c62cb5e7bbb00d0ae3f4bae92c310d0a', 'hex')
    const read = await readWorkbook(gbk)
    expect(read.ok && read.value.map((row) => row.cells)).toEqual([
      ['企业名称', '电话'],
      ['泗洪', '1'],
    ])
    const utf8 = await readWorkbook(Buffer.from('\uFEFF企业名称,备注\n泗洪,"a,""b"""\n'))
    expect(utf8.ok && utf8.value[1]!.cells).toEqual(['泗洪', 'a,"b"'])
  })

  it('with formulas, by what they last gave, and numbers as numbers', async () => {
    const book = new ExcelJS.Workbook()
    book.addWorksheet('a').addRow(['x', { formula: '1+1', result: 2 }, 9.13e17])
    const read = await readWorkbook(Buffer.from(await book.xlsx.writeBuffer()))
    expect(read.ok && read.value[0]!.cells).toEqual(['x', 2, 9.13e17])
  })
})

describe('hostile and broken files are refused by name', () => {
  const spaces = Buffer.alloc(100_000_000, 0x20)

  it('a bomb, before anything is inflated', async () => {
    const before = process.memoryUsage().rss
    const bomb = zip([...wpsParts(`${SHEET_HEAD}${SHEET_END}`), { name: 'xl/big.xml', body: spaces }])
    const { code, ms } = await outcome(bomb)
    expect(code).toBe('ZIP_TOO_LARGE')
    expect(ms).toBeLessThan(200)
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
  })

  it('a bomb whose directory lies about its size', async () => {
    const liar = zip([...wpsParts(`${SHEET_HEAD}${SHEET_END}`), { name: 'xl/big.xml', body: spaces, declared: 1_000 }])
    expect(['ZIP_BOMB', 'ZIP_TOO_LARGE', 'ZIP_BROKEN']).toContain((await outcome(liar)).code)
  })

  it('a million empty formatted rows', async () => {
    const rows = Array.from(
      { length: 1_000_000 },
      (_, at) => `<row r="${at + 2}"><c r="A${at + 2}" s="1"/></row>`,
    ).join('')
    const { code } = await outcome(zip(wpsParts(`${SHEET_HEAD}${inlineRow(1, registerTitles)}${rows}${SHEET_END}`)))
    expect(code).toMatch(/^(1 rows|ZIP_BOMB|ZIP_TOO_LARGE)$/)
  }, 60_000)

  it('too many parts, unsafe names, encryption', async () => {
    const many = Array.from({ length: 300 }, (_, at) => ({ name: `a${at}`, body: Buffer.from('x') }))
    expect((await outcome(zip(many))).code).toBe('ZIP_TOO_MANY_ENTRIES')
    expect((await outcome(zip([{ name: '../../etc/passwd', body: Buffer.from('x') }]))).code).toBe('ZIP_UNSAFE_NAME')
    expect((await outcome(zip([{ name: 'a', body: Buffer.from('x'), flags: 1 }]))).code).toBe('ZIP_ENCRYPTED')
  })

  it('XML that declares a document type', async () => {
    const entities = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    const sheet = `<?xml version="1.0"?>${entities}<worksheet><sheetData>${inlineRow(1, ['&b;'])}</sheetData></worksheet>`
    expect((await outcome(zip(wpsParts(sheet)))).code).toBe('XML_DECLARES_TYPE')
  })

  it('an old .xls under a new name, a picture, half a file, nothing', async () => {
    expect((await outcome(Buffer.from('d0cf11e0a1b11ae10000000000', 'hex'))).code).toBe('OLD_XLS')
    expect((await outcome(Buffer.from('89504e470d0a1a0a0000000d', 'hex'))).code).toBe('NOT_A_ZIP')
    const whole = await registerFile([registerRow(1)])
    expect((await outcome(whole.subarray(0, whole.length / 2))).code).toBe('NOT_A_ZIP')
    expect((await outcome(Buffer.alloc(0))).code).toBe('NOT_A_ZIP')
    expect((await outcome(zip(wpsParts('<worksheet><sheetData><row')))).code).toBe('SHEET_BROKEN')
  })

  it('what needs more memory than the thread may have', async () => {
    const rows = Array.from({ length: 15_000 }, (_, at) => registerRow(at))
    const result = await readWorkbook(await registerFile(rows), { memoryMb: 12 })
    expect(result).toMatchObject({ ok: false, code: 'SHEET_TOO_HEAVY' })
  }, 60_000)
})

describe('files that are written', () => {
  it('hold formula-like texts as texts', async () => {
    const texts = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1+1', "=cmd|' /C calc'!A0"]
    const bytes = await writeWorkbook({
      name: 'x',
      columns: [{ title: '名', width: 10, value: (row: string) => row }],
      rows: texts,
    })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes as unknown as ArrayBuffer)
    const cells = texts.map((_, at) => book.worksheets[0]!.getCell(at + 2, 1))
    expect(cells.map((cell) => cell.type)).toEqual(texts.map(() => ExcelJS.ValueType.String))
    expect(cells.map((cell) => cell.formula)).toEqual(texts.map(() => undefined))
  })

  it('offer drop-downs, long ones from a hidden sheet', async () => {
    const long = Array.from({ length: 60 }, (_, at) => `第${at}号乡镇街道`)
    const bytes = await writeWorkbook({
      name: 'x',
      columns: [
        { title: '级', width: 8, value: () => null, choices: ['县级', '市级'] },
        { title: '镇', width: 8, value: () => null, choices: long },
      ],
      rows: [],
      spareRows: 10,
    })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes as unknown as ArrayBuffer)
    const sheet = book.worksheets[0]!
    expect(sheet.getCell('A5').dataValidation.formulae).toEqual(['"县级,市级"'])
    expect(sheet.getCell('B5').dataValidation.formulae).toEqual(['选项!$A$1:$A$60'])
    expect(book.getWorksheet('选项')!.state).toBe('veryHidden')
  })
})
