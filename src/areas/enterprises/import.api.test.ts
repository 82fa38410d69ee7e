import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { registerFile, registerRow, spoil } from '../../../tests/support/register-file.ts'
import { startTestServer, type Client, type TestServer } from '../../../tests/support/server.ts'

interface Counts {
  id: string
  counts: { rows: number; new: number; changed: number; same: number; bad: number }
}

let server: TestServer
let staff: Client
beforeAll(async () => {
  server = await startTestServer()
  staff = await server.as('staff')
})
afterAll(() => server.close())

const upload = async (bytes: Buffer, name = '名册.xlsx') => {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), name)
  return staff.call<Counts>('POST', '/api/enterprise-imports', { form })
}
const total = async () => (await staff.get<{ total: number }>('/api/enterprises?limit=1')).body.total!
const confirm = async (id: string) => {
  const { body } = await staff.post<{ operationId: string }>(`/api/enterprise-imports/${id}/confirm`)
  return server.settled(staff, body.operationId!)
}

it('takes 9,700 of 10,000 rows, gives 300 back, takes them mended, and a second upload changes nothing', async () => {
  const rows = Array.from({ length: 10_000 }, (_, at) =>
    at % 33 === 7 && at < 9_900 ? spoil(registerRow(at), (at - 7) / 33) : registerRow(at),
  )
  expect(rows.filter((_, at) => at % 33 === 7 && at < 9_900)).toHaveLength(300)
  const before = await total()
  const read = await upload(await registerFile(rows))
  expect(read.body.counts).toEqual({ rows: 10_000, new: 9_700, changed: 0, same: 0, bad: 300 })
  const done = await confirm(read.body.id!)
  expect(done).toMatchObject({ status: 'done', progress: 1, result: { created: 9_700, rejected: 300 } })
  expect(await total()).toBe(before + 9_700)

  const errors = await staff.get(`/api/enterprise-imports/${read.body.id}/errors.xlsx`)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(errors.bytes as unknown as ArrayBuffer)
  const sheet = book.worksheets[0]!
  expect(sheet.rowCount).toBe(301)
  const titles = (sheet.getRow(1).values as string[]).slice(1)
  expect(titles.at(-1)).toBe('错误原因')
  // The cell that is wrong is red, its neighbours are not.
  const first = sheet.getRow(2)
  const wrong = String(first.getCell(titles.length).value).split('：')[0]!
  const fillOf = (title: string) =>
    (first.getCell(titles.indexOf(title) + 1).fill as ExcelJS.FillPattern | undefined)?.fgColor?.argb
  expect(fillOf(wrong)).toBe('FFFFC7C2')
  expect(titles.filter((title) => fillOf(title) === 'FFFFC7C2')).toEqual([wrong])

  // Mended in the file that came back, its extra column left in.
  for (let line = 2; line <= 301; line++) {
    const at = 7 + 33 * (line - 2)
    registerRow(at).forEach((value, column) => (sheet.getRow(line).getCell(column + 1).value = value))
  }
  const mended = await upload(Buffer.from(await book.xlsx.writeBuffer()))
  expect(mended.body.counts).toEqual({ rows: 300, new: 300, changed: 0, same: 0, bad: 0 })
  expect(await confirm(mended.body.id!)).toMatchObject({ result: { created: 300 } })
  expect(await total()).toBe(before + 10_000)

  const again = await upload(await registerFile(Array.from({ length: 10_000 }, (_, at) => registerRow(at))))
  expect(again.body.counts).toEqual({ rows: 10_000, new: 0, changed: 0, same: 10_000, bad: 0 })
}, 120_000)

it('shows what changes, and writes it once', async () => {
  const row = registerRow(20_001)
  await confirm((await upload(await registerFile([row]))).body.id!)
  const changed = [...row]
  changed[4] = 999
  const read = await upload(await registerFile([changed]))
  expect(read.body).toMatchObject({
    counts: { changed: 1 },
    rows: [{ changes: [{ field: '职工数', to: '999' }] }],
  })
  await confirm(read.body.id!)
  const second = await staff.post(`/api/enterprise-imports/${read.body.id}/confirm`)
  expect([second.status, second.body.code]).toEqual([409, 'IMPORT_ALREADY_CONFIRMED'])
})

it('refuses a file by name and reason', async () => {
  const old = await upload(Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), '名册.xlsx')
  expect([old.status, old.body.code, old.body.cause]).toEqual([422, 'SHEET_REFUSED', 'OLD_XLS'])
  expect(old.body.detail).toContain('另存为')
  const columns = await upload(await registerFile([['甲']], ['名称']))
  expect(columns.body.code).toBe('COLUMNS_MISSING')
})

it('keeps others away from imports', async () => {
  const contact = await server.as('contact')
  const form = new FormData()
  form.append('file', new Blob(['x']), 'a.xlsx')
  expect((await contact.call('POST', '/api/enterprise-imports', { form })).status).toBe(403)
})

it('gives a template that can be uploaded as it is filled', async () => {
  const template = await staff.get('/api/enterprise-imports/template.xlsx')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(template.bytes as unknown as ArrayBuffer)
  const sheet = book.worksheets[0]!
  expect(sheet.getCell('F3').dataValidation.formulae).toEqual(['"国家级,省级,市级,县级"'])
  registerRow(30_001).forEach((value, column) => (sheet.getRow(2).getCell(column + 1).value = value))
  const read = await upload(Buffer.from(await book.xlsx.writeBuffer()))
  expect(read.body.counts).toMatchObject({ rows: 1, new: 1, bad: 0 })
})
