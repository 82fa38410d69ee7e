import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type Client, type TestServer } from '../../../tests/support/server.ts'
import { expectOk } from '../../../tests/support/visit-steps.ts'
import type { CaseDetail, CaseRow } from './contract.ts'
import { receivedTitle, sheetTitles } from './domain/index.ts'

let server: TestServer
let staff: Client

beforeAll(async () => {
  server = await startTestServer()
  staff = await server.as('staff')
})
afterAll(() => server.close())

const template = async () => {
  const answer = await staff.get('/api/case-imports/template.xlsx')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(answer.bytes as unknown as ArrayBuffer)
  const page = book.worksheets[0]!
  const titles = (page.getRow(1).values as string[]).slice(1)
  return { answer, book, page, titles }
}

it('gives a template with all that the import reads, and drop-downs of what it takes', async () => {
  const { answer, page, titles } = await template()
  expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('法律援助案件台账模板.xlsx'))
  expect(titles.toSorted()).toEqual([...sheetTitles, receivedTitle].toSorted())
  const choices = (title: string) => page.getRow(2).getCell(titles.indexOf(title) + 1).dataValidation?.formulae
  expect(choices('支付方')).toEqual(['"用人单位,工伤保险基金,其他"'])
  for (const title of ['事由', '结果', '金额种类', '送达方式'])
    expect([title, choices(title)]).not.toEqual([title, undefined])
  expect(page.actualRowCount).toBe(1)
})

it('is read as it is filled in, days and amounts as such, through the gate like any other case', async () => {
  const { book, page, titles } = await template()
  const day = (text: string) => new Date(`${text}T00:00:00Z`)
  const rows: Record<string, string | number | Date>[] = [
    {
      案件编号: '2025-9',
      收案日期: day('2025-06-01'),
      事由: '拖欠工资',
      用人单位: '某纺织厂（虚构）',
      姓名: '甲某',
      结果: '调解达成',
      金额种类: '工资',
      '金额（元）': 12000.5,
      支付方: '用人单位',
      约定日期: day('2025-06-30'),
      答复: '工资已付清',
      送达日期: day('2025-07-01'),
      送达方式: '当面',
    },
    { 案件编号: '2025-10', 事由: '工伤', 用人单位: '某厂（虚构）', 姓名: '乙某' },
  ]
  rows.forEach((cells, at) => {
    for (const [title, value] of Object.entries(cells))
      page.getRow(at + 2).getCell(titles.indexOf(title) + 1).value = value
  })
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(await book.xlsx.writeBuffer())]), '台账.xlsx')
  const read = expectOk(await staff.call<Record<string, unknown>>('POST', '/api/case-imports', { form }))
  expect(read).toMatchObject({ created: 2, closed: 1, unchanged: 0, faults: [], open: [{ number: '2025-10' }] })
  const { rows: listed } = expectOk(await staff.get<{ rows: CaseRow[] }>('/api/cases?year=2025'))
  expect(listed).toMatchObject([{ receivedOn: '2025-06-01', status: 'closed' }])
  const kept = expectOk(await staff.get<CaseDetail>(`/api/cases/${listed![0]!.id}`)) as CaseDetail
  expect(kept.persons[0]).toMatchObject({
    name: '甲某',
    amounts: [{ kind: 'wages', payer: 'employer', amountFen: 1_200_050, agreedOn: '2025-06-30' }],
    answers: [{ text: '工资已付清', deliveredOn: '2025-07-01', deliveredBy: 'in_person' }],
  })
})
