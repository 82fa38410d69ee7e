import ExcelJS from 'exceljs'
import { creditCode } from '../../src/apps/server/demo/names.ts'

export const registerTitles = [
  '企业名称',
  '统一社会信用代码',
  '乡镇街道',
  '行业',
  '职工数',
  '试点级别',
  '联系人',
  '电话',
  '经纬度',
  '班次与午休',
]

/** A good row of the register; `number` from 1 makes its own credit code, apart from the demo county's. */
export const registerRow = (number: number): (string | number)[] => [
  `测试第${number}制造有限公司`,
  creditCode(500_000 + number),
  ['青阳街道', '双沟镇', '泗洪经济开发区', '大楼街道'][number % 4]!,
  '机械制造',
  50 + (number % 900),
  ['县级', '市级', '省级'][number % 3]!,
  `联系人${number % 97}`,
  `0527-8${String(600_000 + number)}`,
  `${(118.1 + (number % 100) / 1000).toFixed(4)},${(33.4 + (number % 70) / 1000).toFixed(4)}`,
  '两班 8:00-20:00、20:00-8:00；午休 11:30-12:30',
]

/** A register file as a program writes it. */
export const registerFile = async (
  rows: readonly (readonly (string | number | null)[])[],
  titles = registerTitles,
): Promise<Buffer> => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('名册')
  sheet.addRow([...titles])
  for (const row of rows) sheet.addRow([...row])
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** Several kinds of mistakes, one a row, in turn. */
export const spoil = (row: (string | number)[], kind: number): (string | number | null)[] => {
  const bad: (string | number | null)[] = [...row]
  const faults: (() => void)[] = [
    () => (bad[1] = 9.13213245e17),
    () => (bad[2] = '青洋镇'),
    () => (bad[4] = '很多'),
    () => (bad[5] = '星级'),
    () => (bad[7] = '123'),
    () => (bad[8] = '18.2,3'),
    () => (bad[9] = '看情况'),
    () => (bad[0] = null),
  ]
  faults[kind % faults.length]!()
  return bad
}
