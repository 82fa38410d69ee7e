import type { GapPattern } from '../gaps.ts'
import { pilotLevelNames, type PilotLevel } from '../pilot-levels.ts'
import { titleOf, type ImportField } from './columns.ts'
import { checksOut, isCreditCode } from './credit-code.ts'
import type { Header, SheetCell, SheetLine } from './match-header.ts'
import { readShiftText, shiftExample } from './shift-text.ts'

export interface EnterpriseInput {
  readonly name: string
  readonly creditCode: string
  readonly townshipId: string
  readonly industry: string
  readonly headcount: number
  readonly pilotLevel: PilotLevel
  readonly contactName: string
  readonly contactPhone: string
  /** Both or neither. */
  readonly longitude: number | null
  readonly latitude: number | null
  readonly shiftText: string
  /** Undefined where the file has no column for shifts: gaps stay as they are. */
  readonly gaps: readonly GapPattern[] | undefined
}

export interface RowProblem {
  readonly column: string
  readonly value: string
  readonly problem: string
  readonly mend: string
}

export interface ParsedRow {
  readonly rowNumber: number
  /** What stood in the template's columns, to give it back. */
  readonly raw: Readonly<Partial<Record<ImportField, SheetCell>>>
  readonly input: EnterpriseInput | undefined
  readonly problems: readonly RowProblem[]
  readonly warnings: readonly string[]
}

export interface TownshipName {
  readonly id: string
  readonly name: string
}

const textOf = (cell: SheetCell | undefined): string =>
  String(cell ?? '')
    .normalize('NFKC')
    .trim()

const bareTownship = (name: string): string =>
  name
    .replaceAll(/\s/g, '')
    .replace(/^(江苏省)?(宿迁市)?(泗洪县)?/, '')
    .replace(/(街道办事处|街道|镇|乡|农场)$/, '')

/** Signs that two names share, for a suggestion. */
const likeness = (a: string, b: string): number => [...new Set(a)].filter((sign) => b.includes(sign)).length

const degrees = (text: string): number | undefined => {
  const dms = /^(\d{1,3})[°度](\d{1,2})['′分](?:(\d{1,2}(?:\.\d+)?)["″秒]?)?$/.exec(
    text.replaceAll(/[东北经纬\sEN]/gi, ''),
  )
  if (dms) return Number(dms[1]) + Number(dms[2]) / 60 + Number(dms[3] ?? 0) / 3600
  const plain = Number(text.replaceAll(/[东北经纬\s°EN:]/gi, ''))
  return text === '' || Number.isNaN(plain) ? undefined : plain
}

// Mainland China; a point outside is a slip.
const isLongitude = (value: number): boolean => value >= 73 && value <= 136
const isLatitude = (value: number): boolean => value >= 3 && value <= 54

/** Reads one line; every fault is named with its column and how to mend it, none is guessed over. */
export const parseRow = (line: SheetLine, header: Header, townships: readonly TownshipName[]): ParsedRow => {
  const problems: RowProblem[] = []
  const warnings: string[] = []
  const cell = (field: ImportField): SheetCell => {
    const at = header.at.get(field)
    return at === undefined ? null : (line.cells[at] ?? null)
  }
  const bad = (field: ImportField, problem: string, mend: string): undefined => {
    problems.push({ column: titleOf(field), value: textOf(cell(field)), problem, mend })
    return undefined
  }

  const name = textOf(cell('name'))
  if (name.length < 2 || name.length > 80)
    bad('name', name === '' ? '没有填企业名称' : '企业名称长度不对', '填营业执照上的全称')

  const readCode = (): string | undefined => {
    const value = cell('creditCode')
    const code = textOf(value).toUpperCase().replaceAll(/[\s-]/g, '')
    if (code === '') return bad('creditCode', '没有填信用代码', '填营业执照上的 18 位代码')
    if (typeof value === 'number' || /^\d(\.\d+)?E\+?\d+$/.test(code))
      return bad('creditCode', '代码被存成了数字，后几位已经丢失', '把这一列设为文本格式，重新填 18 位代码')
    if (!isCreditCode(code))
      return bad(
        'creditCode',
        `应是 18 位数字和大写字母（不含 I、O、S、V、Z），现在是 ${code.length} 位`,
        '对照营业执照改正',
      )
    if (!checksOut(code)) warnings.push('信用代码末位校验不符，请对照营业执照核对')
    return code
  }
  const creditCode = readCode()

  const readTownship = (): string | undefined => {
    const text = textOf(cell('township'))
    if (text === '') return bad('township', '没有填乡镇街道', '从下拉中选择')
    const wanted = bareTownship(text)
    const hits = townships.filter((it) => it.name === text || bareTownship(it.name) === wanted)
    const zone = /开发区|园区/.test(text) ? townships.filter((it) => it.name.includes('开发区')) : []
    const [hit] = hits.length > 0 ? hits : zone
    if (hit) return hit.id
    const near = townships
      .map((it) => ({ it, score: likeness(wanted, it.name) }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score)
      .slice(0, 3)
      .map(({ it }) => it.name)
    return bad(
      'township',
      '没有这个乡镇街道',
      near.length > 0 ? `是不是 ${near.join('、')}？请从下拉中选择` : '请从下拉中选择',
    )
  }
  const townshipId = readTownship()

  const readHeadcount = (): number | undefined => {
    const value = cell('headcount')
    const text = textOf(value).replaceAll(/[,，\s]|人|名|约/g, '')
    const count = Number(text)
    if (text === '') return bad('headcount', '没有填职工数', '填整数，如 120')
    if (!Number.isInteger(count) || count < 0 || count > 1_000_000)
      return bad('headcount', '职工数应是整数', '填整数，如 120')
    return count
  }
  const headcount = readHeadcount()

  const readLevel = (): PilotLevel | undefined => {
    const text = textOf(cell('pilotLevel'))
    const hits = (Object.entries(pilotLevelNames) as [PilotLevel, string][]).filter(
      ([, label]) =>
        text.includes(label) || text === label.slice(0, -1) || (label === '国家级' && text.includes('全国')),
    )
    return hits.length === 1
      ? hits[0]![0]
      : bad('pilotLevel', text === '' ? '没有填试点级别' : '看不出是哪一级', '填国家级、省级、市级或县级')
  }
  const pilotLevel = readLevel()

  const contactName = textOf(cell('contactName'))
  if (contactName === '' || contactName.length > 40) bad('contactName', '没有填联系人或太长', '填企业工会联络人的姓名')
  const readPhone = (): string | undefined => {
    const text = textOf(cell('contactPhone')).replace(/\.0$/, '')
    const digits = text.replaceAll(/[\s()+-]/g, '').replace(/^86(?=1\d{10}$)/, '')
    if (text === '') return bad('contactPhone', '没有填电话', '填手机号或带区号的座机')
    if (/^1[3-9]\d{9}$/.test(digits)) return digits
    if (/^0\d{9,11}$/.test(digits)) return text.replaceAll(/[\s()]/g, '')
    return bad('contactPhone', '不像电话号码', '手机号填 11 位；座机带区号，如 0527-86220000')
  }
  const contactPhone = readPhone()

  const readPoint = (): { longitude: number; latitude: number } | null | undefined => {
    const whole = textOf(cell('point'))
    const pair =
      whole === '' ? [textOf(cell('longitude')), textOf(cell('latitude'))] : whole.split(/[,，;；、|]\s*|\s+/)
    const given = pair.filter((it) => it !== '')
    if (given.length === 0) return null
    const field: ImportField = whole === '' ? 'longitude' : 'point'
    const [a, b] = given.map(degrees)
    if (given.length !== 2 || a === undefined || b === undefined)
      return bad(field, '经纬度读不出来', '写成 118.2121,33.4560（先经度后纬度），不知道可以留空')
    if (isLongitude(a) && isLatitude(b)) return { longitude: a, latitude: b }
    if (isLongitude(b) && isLatitude(a)) return { longitude: b, latitude: a }
    return bad(field, '经纬度不在国内', '写成 118.2121,33.4560，不知道可以留空')
  }
  const point = readPoint()

  const shiftText = textOf(cell('shifts'))
  const gaps = header.at.has('shifts') ? readShiftText(shiftText) : undefined
  if (header.at.has('shifts') && gaps === undefined)
    bad('shifts', '看不出哪一段是上班、哪一段是休息', `照这样写：${shiftExample}`)

  const whole =
    problems.length === 0 &&
    creditCode !== undefined &&
    townshipId !== undefined &&
    headcount !== undefined &&
    pilotLevel !== undefined &&
    contactPhone !== undefined &&
    point !== undefined
  const raw = Object.fromEntries([...header.at.keys()].map((field) => [field, cell(field)]))
  return {
    rowNumber: line.number,
    raw: raw['point'] === undefined && point ? { ...raw, point: `${point.longitude},${point.latitude}` } : raw,
    problems,
    warnings,
    input: whole
      ? {
          name,
          creditCode,
          townshipId,
          industry: textOf(cell('industry')),
          headcount,
          pilotLevel,
          contactName,
          contactPhone,
          longitude: point?.longitude ?? null,
          latitude: point?.latitude ?? null,
          shiftText,
          gaps,
        }
      : undefined,
  }
}
