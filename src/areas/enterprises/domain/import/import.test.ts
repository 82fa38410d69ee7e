import { describe, expect, it } from 'vitest'
import { registerRow, registerTitles } from '../../../../../tests/support/register-file.ts'
import {
  compareRows,
  findTownship,
  matchHeader,
  parseRow,
  parseSheet,
  readShiftText,
  type ExistingEnterprise,
  type SheetLine,
} from './index.ts'
import { readPhone } from './read-phone.ts'
import { readPoint } from './read-point.ts'

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

// The proposed ledger of pilot enterprises, with all its columns.
const ledger = [
  '序号',
  '企业名称',
  '统一社会信用代码',
  '所属镇街/园区',
  '行业',
  '试点级别(省/市/县)',
  '列入日期',
  '职工人数',
  '工会会员数',
  '工会主席',
  '联系人',
  '联系电话',
  '班次制度',
  '用餐时段',
  '可接待时段',
  '免扰时段',
  '备注',
]
const ledgerRow = [
  '1',
  '甲公司',
  registerRow(1)[1]!,
  '双沟镇',
  '酿造',
  '县级',
  '2024-01-01',
  51,
  40,
  '王五',
  '张三',
  '13800001234',
  '两班 8:00-20:00/20:00-8:00',
  '11:30-12:00',
  '9:00-11:00',
  null,
  null,
]

describe('a whole sheet', () => {
  it('of the union’s own ledger is read, its three time columns together', () => {
    const sheet = parseSheet(lines(ledger, ledgerRow), townships)
    const row = sheet.ok ? sheet.value.rows[0]! : undefined
    expect(row?.problems).toEqual([])
    expect(row?.input).toMatchObject({
      contactName: '张三',
      shiftText: '两班 8:00-20:00/20:00-8:00；午休 11:30-12:00；办公 9:00-11:00',
    })
    expect(row?.input?.gaps?.map((gap) => gap.kind)).toEqual(['break', 'office', 'handover', 'handover'])
    // The workbook with bad rows has the template's columns.
    expect(row?.raw.shifts).toContain('午休 11:30-12:00')
  })
  it('leaves out a header said again, sums and remarks, and keeps the file’s row numbers', () => {
    const sheet = parseSheet(
      lines(
        registerTitles,
        registerTitles,
        registerRow(1),
        registerTitles,
        registerRow(2),
        ['合计', null, null, null, 102],
        ['备注：职工数以年末为准'],
        ['合计机械公司', ...registerRow(3).slice(1)],
      ),
      townships,
    )
    expect(sheet.ok && sheet.value.rows.map((row) => row.rowNumber)).toEqual([3, 5, 8])
  })
  it('has a group’s name over titles that mean nothing alone', () => {
    const sheet = parseSheet(
      lines(
        ['企业名称', '信用代码', '乡镇', '职工数', '级别', '工会联络人', null, '位置', null],
        [null, null, null, null, null, '姓名', '手机', '经度', '纬度'],
        ['甲公司', registerRow(1)[1]!, '双沟', 5, '省', '张三', '13800001234', '118.2', '33.4'],
      ),
      townships,
    )
    expect(sheet.ok && sheet.value.rows[0]!.input).toMatchObject({ contactName: '张三', longitude: 118.2 })
  })
  it('reads no more of a title than its first 60 signs, whatever a cell holds', () => {
    const behind = (signs: number) =>
      header(
        registerTitles.map((title) => ' '.repeat(signs) + title),
        [],
      )
    expect(behind(40).ok).toBe(true)
    expect(behind(60)).toMatchObject({ code: 'COLUMNS_MISSING' })
  })
})

describe('a township', () => {
  const find = (text: string) => findTownship(text, townships)
  it('is known by its name, its bare name, with the county before it, or at the start of an address', () => {
    for (const text of ['双沟镇', '双沟', '泗洪县双沟镇', '江苏省宿迁市泗洪县双沟', '双沟镇工业园区便民路1号'])
      expect(find(text)).toEqual({ id: 's' })
    for (const text of ['开发区', '经济开发区', '泗洪经济开发区', '泗洪县经济开发区'])
      expect(find(text)).toEqual({ id: 'z' })
    expect(find('青阳街道办事处')).toMatchObject({ id: 'q' })
  })
  it('with a wrong ending is taken with a warning', () => {
    expect(find('大楼镇')).toEqual({ id: 'd', warning: expect.stringContaining('大楼街道') })
  })
  it('that was split or merged, or is another’s park, is not guessed', () => {
    expect(find('青阳镇')).toMatchObject({ problem: '青阳镇已经撤并', suggestions: ['青阳街道', '大楼街道'] })
    expect(find('四河乡')).toMatchObject({ suggestions: ['双沟镇'] })
    expect(find('双沟工业园区')).toMatchObject({
      problem: '没有这个乡镇街道',
      suggestions: expect.arrayContaining(['双沟镇']),
    })
  })
})

describe('a place', () => {
  const at = townships.map((it) => ({ ...it, longitude: 118.2, latitude: 33.4 }))
  it.each([
    ['118.21,33.46', 118.21, 33.46],
    ['33.46，118.21'.normalize('NFKC'), 118.21, 33.46],
    ['118°12′36″,33°27′36″'.normalize('NFKC'), 118.21, 33.46],
    ['118° 12′ 36″ E, 33° 27′ 36″ N'.normalize('NFKC'), 118.21, 33.46],
    ['东经118度12分36秒北纬33度27分36秒', 118.21, 33.46],
    ['E118.21 N33.46', 118.21, 33.46],
    ['经度:118.21 纬度:33.46', 118.21, 33.46],
    ['(118.21, 33.46)', 118.21, 33.46],
  ])('%s', (text, longitude, latitude) => {
    expect(readPoint(text, undefined, at)).toEqual({ longitude, latitude })
  })
  it('far from the county or unreadable is named', () => {
    expect(readPoint('116.4,39.9', undefined, at)).toBe('outside')
    expect(readPoint('116.4,39.9', undefined, townships)).toEqual({ longitude: 116.4, latitude: 39.9 })
    expect(readPoint('118.21', undefined, at)).toBe('unreadable')
    expect(readPoint('118°72′,33°27′', undefined, at)).toBe('unreadable')
    expect(readPoint('118.2', '', at)).toBe('unreadable')
    expect(readPoint('', undefined, at)).toBeUndefined()
  })
})

describe('a phone', () => {
  it.each([
    ['+86 138 0000 1234', '13800001234'],
    ['0527-86220000', '0527-86220000'],
    ['(0527)86220000', '0527-86220000'],
    ['052786220000', '0527-86220000'],
    ['0527-86220000转801', '0527-86220000-801'],
    ['010-12345678', '010-12345678'],
    ['400-828-1234', '4008281234'],
  ])('%s', (text, phone) => expect(readPhone(text)).toEqual({ phone }))
  it('of several is the first, with a warning; one that lost its zero is named', () => {
    expect(readPhone('13800001234/0527-86220000')).toMatchObject({ phone: '13800001234', warning: expect.any(String) })
    expect(readPhone('52786220000')).toMatchObject({ problem: '像是座机丢了开头的 0' })
    expect(readPhone('123')).toHaveProperty('problem')
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
  it('never gives back a lost code in a form that would pass', () => {
    const lost = parse({ 1: 913213245678901000 })
    expect(lost.problems[0]!.problem).toContain('存成了数字')
    expect(faults({ 1: lost.raw.creditCode as string })).toEqual(['统一社会信用代码'])
    expect(faults({ 1: '913213245678901000' })).toEqual(['统一社会信用代码'])
  })
  it('reads levels as they are written, and none that is in doubt', () => {
    const level = (text: string) => parse({ 5: text }).input?.pilotLevel
    expect(['省', '江苏省产改试点', '地市级', '县（区）级', '全国'].map(level)).toEqual([
      'province',
      'province',
      'city',
      'county',
      'national',
    ])
    expect(['省市级', 'A级', ''].map(level)).toEqual([undefined, undefined, undefined])
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
      { kind: 'handover', weekdays: [1, 2, 3, 4, 5], from: 465, to: 495, shiftName: '交接班' },
      { kind: 'handover', weekdays: [1, 2, 3, 4, 5], from: 1185, to: 1215, shiftName: '交接班' },
    ])
  })
  const brief = (text: string) =>
    readShiftText(text)?.map((gap) => `${gap.kind} ${gap.from}-${gap.to} ${gap.weekdays.join('')}`)
  it.each([
    [
      '两班制 8:00-20:00/20:00-8:00，午休11:30-12:30',
      ['break 690-750 12345', 'handover 465-495 12345', 'handover 1185-1215 12345'],
    ],
    [
      '早班8:00-16:00，中班16:00-24:00，夜班0:00-8:00',
      ['handover 0-15 12345', 'handover 465-495 12345', 'handover 945-975 12345', 'handover 1425-1440 12345'],
    ],
    ['白班 8点-12点、13点半至17时30分', ['break 720-810 12345']],
    ['上午8:00-11:30，下午1:30-5:30', ['break 690-810 12345']],
    ['周一至周六 上班 8：00—17：00，午休 12：00～13：00', ['break 720-780 123456']],
    ['周一、周三 午休 12:00-12:30；周六日 午休 11:30-12:00', ['break 720-750 13', 'break 690-720 67']],
    ['8:00-17:00白班，11:30-12:30午休', ['break 690-750 12345']],
    ['三班倒 8:00-16:00、16:00-24:00、0:00-8:00；交接班 15:50-16:10', ['handover 950-970 12345']],
    ['两班倒 8:00-20:00、20:00-次日8:00，交接20分钟', ['handover 470-490 12345', 'handover 1190-1210 12345']],
    ['8:00-17:00 长白班 双休', []],
  ])('%s', (text, gaps) => {
    expect(brief(text)?.toSorted()).toEqual(gaps.toSorted())
  })
  it('with a time that belongs to nothing are unreadable, not half read', () => {
    expect(readShiftText('午休 11:30 开始；办公 9:00-11:00')).toBeUndefined()
    expect(readShiftText('午休一小时')).toBeUndefined()
    expect(readShiftText('午休 12:75-13:00')).toBeUndefined()
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
  it('a week edited since stays, with a warning, where the file says what it said before', () => {
    const edited = { ...existing, gaps: [] }
    const [same] = status([parsed], edited)
    expect(same).toMatchObject({ status: 'same', parsed: { warnings: [expect.stringContaining('保留不动')] } })
    const [changed] = status([parsed], { ...edited, headcount: 7 })
    expect(changed!.status).toBe('changed')
    expect(changed!.parsed.input!.gaps).toBeUndefined()
    expect(status([parsed], { ...edited, shiftText: '别的' })[0]!.parsed.input!.gaps).toEqual(gaps)
  })
  it('a code that also stands in a row with other faults is bad in both places', () => {
    const twins = status([parsed, { ...parse({ 4: '很多' }), rowNumber: 7 }])
    expect(twins.map((it) => it.problems.length)).toEqual([1, 2])
  })
  it('a code that stands twice in the file is bad in both places', () => {
    const twins = status([parsed, { ...parsed, rowNumber: 9 }])
    expect(twins.map((it) => it.status)).toEqual(['bad', 'bad'])
    expect(twins[0]!.problems[0]!.problem).toContain('第 9 行')
  })
})
