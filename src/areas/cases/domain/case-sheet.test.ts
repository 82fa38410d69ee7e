import { expect, it } from 'vitest'
import { amountKindNames, deliveryNames, outcomeNames, payerNames, topicNames } from '../names.zh.ts'
import { fenOf, readCaseSheet, receivedTitle, sheetTitles } from './case-sheet.ts'

const names = {
  topics: topicNames,
  outcomes: outcomeNames,
  kinds: amountKindNames,
  payers: payerNames,
  ways: deliveryNames,
}
const titles = [...sheetTitles, receivedTitle]
const whole: Readonly<Record<string, string>> = {
  案件编号: '2025-7',
  事由: '拖欠工资',
  用人单位: '某纺织厂（虚构）',
  姓名: '王芳',
  结果: '调解达成',
  金额种类: '工资',
  '金额（元）': '1200',
  约定日期: '2025-06-30',
  答复: '工资已付清',
  送达日期: '2025-07-01',
  送达方式: '当面',
}
const read = (rows: readonly Readonly<Record<string, string>>[], header: readonly string[] = titles) => {
  const found = readCaseSheet(
    [
      { number: 1, cells: [...header] },
      ...rows.map((row, at) => ({ number: at + 2, cells: header.map((title) => row[title] ?? null) })),
    ],
    names,
  )
  if (!found.ok) throw new Error(found.code)
  return found.value
}

it('keeps two of one name apart by their phones, and adds further amounts to whom they belong', () => {
  const [one, other] = [
    { ...whole, 电话: '13800000001' },
    { ...whole, 电话: '13800000002', 答复: '补偿金已付清', '金额（元）': '3000' },
  ]
  const { cases, faults } = read([one, other, { ...other, 金额种类: '经济补偿金', '金额（元）': '500.05' }])
  expect(faults).toEqual([])
  expect(cases[0]!.persons.map((it) => [it.phone, it.answer, it.amounts.map((row) => row.amountFen)])).toEqual([
    ['13800000001', '工资已付清', [120_000]],
    ['13800000002', '补偿金已付清', [300_000, 50_005]],
  ])
})

it.each<Readonly<Record<string, string>>>([
  { 结果: '仲裁裁决' },
  { 答复: '另一句' },
  { 送达日期: '2025-07-02' },
  { 送达方式: '电话' },
  { 没有金额的原因: '没有' },
])('leaves a case out where two rows of one person differ by %j, and says so', (other) => {
  const { cases, faults } = read([whole, { ...whole, ...other }])
  expect(cases).toEqual([])
  expect(faults.map((it) => [it.row, it.column])).toEqual([[3, '姓名']])
})

it('takes the day a case came from the sheet where it has one', () => {
  expect(read([{ ...whole, 收案日期: '2025.3.4' }]).cases[0]!.receivedOn).toBe('2025-03-04')
  expect(read([whole], sheetTitles).cases[0]!.receivedOn).toBeNull()
  expect(read([{ ...whole, 收案日期: '去年' }]).faults).toEqual([
    { row: 2, column: '收案日期', reason: '要写日期，如 2025-06-30' },
  ])
})

it.each([
  ['12,000.50', 1_200_050],
  ['12000元', 1_200_000],
  ['0.1', 10],
  ['一千', undefined],
  ['1.234', undefined],
  ['-5', undefined],
])('reads %s as %s fen', (text, fen) => {
  expect(fenOf(text)).toBe(fen)
})
