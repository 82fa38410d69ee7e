import { describe, expect, it } from 'vitest'
import { registerRow, registerTitles } from '../../../../../tests/support/register-file.ts'
import { compareRows, matchHeader, parseRow, readShiftText, type ExistingEnterprise, type SheetLine } from './index.ts'

const townships = [
  { id: 'q', name: '青阳街道' },
  { id: 's', name: '双沟镇' },
  { id: 'z', name: '泗洪经济开发区' },
  { id: 'd', name: '大楼街道' },
]
const lines = (...rows: (string | number | null)[][]): SheetLine[] =>
  rows.map((cells, at) => ({ number: at + 1, cells }))
const header = (...rows: (string | number | null)[][]) => matchHeader(lines(...rows))
const parse = (change: Record<number, string | number | null>) => {
  const row: (string | number | null)[] = registerRow(1)
  for (const [at, value] of Object.entries(change)) row[Number(at)] = value
  const found = header(registerTitles, row)
  if (!found.ok) throw new Error(found.code)
  return parseRow({ number: 2, cells: row }, found.value, townships)
}
const faults = (change: Record<number, string | number | null>) => parse(change).problems.map((it) => it.column)

describe('the header', () => {
  it('is found by meaning, in any order, under a title, with notes', () => {
    const found = header(
      ['泗洪县产改试点企业名册', null],
      ['联系电话（手机）', '单位名称*', '社会信用代码', '所属乡镇', '员工人数(人)', '级别', '联络人'],
      ['1', '2', '3', '4', '5', '6', '7'],
    )
    expect(found.ok && Object.fromEntries(found.value.at)).toMatchObject({
      contactPhone: 0,
      name: 1,
      creditCode: 2,
      township: 3,
      headcount: 4,
      pilotLevel: 5,
      contactName: 6,
    })
    expect(found.ok && found.value.dataFrom).toBe(2)
  })
  it('may have two lines with merged cells', () => {
    const found = header(
      ['企业名称', '信用代码', '乡镇', '职工数', '级别', '联系方式', null, '位置', null],
      [null, null, null, null, null, '联系人', '手机号', '经度', '纬度'],
      ['甲', '1', '2', '3', '4', '5', '6', '7', '8'],
    )
    expect(found.ok && found.value.dataFrom).toBe(2)
    expect(found.ok && [found.value.at.get('contactPhone'), found.value.at.get('latitude')]).toEqual([6, 8])
  })
  it('names missing and doubled columns', () => {
    expect(header(['企业名称', '电话'], ['甲', '1'])).toMatchObject({
      code: 'COLUMNS_MISSING',
      detail: { missing: expect.arrayContaining(['统一社会信用代码', '职工数']) },
    })
    expect(header([...registerTitles, '单位名称'], [])).toMatchObject({
      code: 'COLUMNS_AMBIGUOUS',
      detail: { ambiguous: [{ field: '企业名称', headers: ['企业名称', '单位名称'] }] },
    })
    expect(header(registerTitles)).toMatchObject({ code: 'SHEET_EMPTY' })
  })
})

describe('a row', () => {
  it('that is good becomes an enterprise', () => {
    expect(parse({}).input).toMatchObject({
      townshipId: 's',
      headcount: 51,
      pilotLevel: 'city',
      longitude: 118.101,
      latitude: 33.401,
    })
  })
  it('names each fault by its column', () => {
    expect(faults({ 0: null })).toEqual(['企业名称'])
    expect(faults({ 1: 9.13213245e17 })).toEqual(['统一社会信用代码'])
    expect(faults({ 1: '9.13E+17' })).toEqual(['统一社会信用代码'])
    expect(faults({ 1: '91321324QQ50000' })).toEqual(['统一社会信用代码'])
    expect(faults({ 2: '青洋镇', 4: '很多', 5: '星级' })).toEqual(['乡镇街道', '职工数', '试点级别'])
    expect(faults({ 7: '123', 8: '0,0', 9: '看情况' })).toEqual(['电话', '经纬度', '班次与午休'])
  })
  it('suggests the township that was meant', () => {
    expect(parse({ 2: '青洋镇' }).problems[0]!.mend).toContain('青阳街道')
  })
  it('takes what people write', () => {
    const ok = parse({ 2: '泗洪县双沟', 4: '1,200人', 5: '省级试点', 7: '+86 138 0000 1234', 8: '33°27′N，118°12′E' })
    expect(ok.problems).toEqual([])
    expect(ok.input).toMatchObject({
      townshipId: 's',
      headcount: 1200,
      pilotLevel: 'province',
      contactPhone: '13800001234',
      longitude: 118.2,
      latitude: 33.45,
    })
  })
  it('warns of a code that fails its check, and takes it', () => {
    const code = String(registerRow(1)[1])
    const other = code.slice(0, 17) + (code.endsWith('A') ? 'B' : 'A')
    expect(parse({ 1: other })).toMatchObject({ problems: [], warnings: [expect.stringContaining('校验')] })
  })
})

describe('shifts as text', () => {
  it('become breaks, office hours and handovers', () => {
    expect(readShiftText('两班 8:00-20:00、20:00-8:00；午休 11:30-12:30、12:10-13:00；办公 9:00～11:00')).toEqual([
      { kind: 'break', weekdays: [1, 2, 3, 4, 5], from: 690, to: 750, shiftName: null },
      { kind: 'break', weekdays: [1, 2, 3, 4, 5], from: 730, to: 780, shiftName: null },
      { kind: 'office', weekdays: [1, 2, 3, 4, 5], from: 540, to: 660, shiftName: null },
      { kind: 'handover', weekdays: [1, 2, 3, 4, 5], from: 480, to: 500, shiftName: '交接班' },
      { kind: 'handover', weekdays: [1, 2, 3, 4, 5], from: 1200, to: 1220, shiftName: '交接班' },
    ])
  })
  it('are cut at midnight, and named unreadable rather than guessed', () => {
    expect(readShiftText('夜餐 23:30-00:30')?.map((gap) => [gap.from, gap.to])).toEqual([
      [1410, 1440],
      [0, 30],
    ])
    expect(readShiftText('')).toEqual([])
    expect(readShiftText('看情况')).toBeUndefined()
    expect(readShiftText('11:30-12:30')).toBeUndefined()
    expect(readShiftText('午休 25:30-26:00')).toBeUndefined()
  })
})

describe('against the register', () => {
  const parsed = parse({})
  const { gaps, ...facts } = parsed.input!
  const existing: ExistingEnterprise = {
    ...facts,
    id: 'e',
    gaps: gaps!,
    longitude: facts.longitude!,
    latitude: facts.latitude!,
  }
  const status = (rows: ReturnType<typeof parse>[], was?: ExistingEnterprise) =>
    compareRows(rows, new Map(was ? [[was.creditCode, was]] : []), townships)

  it('a row is new, the same, or changed with its fields', () => {
    expect(status([parsed])[0]!.status).toBe('new')
    expect(status([parsed], existing)[0]!.status).toBe('same')
    expect(status([parsed], { ...existing, headcount: 7 })[0]).toMatchObject({
      status: 'changed',
      changes: [{ field: '职工数', from: '7', to: '51' }],
    })
  })
  it('a code that stands twice in the file is bad in both places', () => {
    const twins = status([parsed, { ...parsed, rowNumber: 9 }])
    expect(twins.map((it) => it.status)).toEqual(['bad', 'bad'])
    expect(twins[0]!.problems[0]!.problem).toContain('第 9 行')
  })
})
