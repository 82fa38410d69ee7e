import type { GapPattern } from '../gaps.ts'
import { pilotLevelNames, type PilotLevel } from '../pilot-levels.ts'
import { titleOf, type ImportField } from './columns.ts'
import { checksOut, isCreditCode } from './credit-code.ts'
import { findTownship, type TownshipName } from './find-township.ts'
import type { Header, SheetCell, SheetLine } from './match-header.ts'
import { readPhone } from './read-phone.ts'
import { readPoint } from './read-point.ts'
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
  /** Undefined where the file says nothing new of shifts: gaps stay as they are. */
  readonly gaps: readonly GapPattern[] | undefined
}

export interface RowProblem {
  /** A title of the template. */
  readonly column: string
  readonly value: string
  readonly problem: string
  readonly mend: string
}

export interface ParsedRow {
  readonly rowNumber: number
  /** What stood in the template's columns, to give it back. */
  readonly raw: Readonly<Partial<Record<ImportField, SheetCell>>>
  /** Also of a row with faults elsewhere, so that doubles are seen. */
  readonly creditCode?: string
  readonly input: EnterpriseInput | undefined
  readonly problems: readonly RowProblem[]
  readonly warnings: readonly string[]
}

const LONGEST_CELL = 1_000

const textOf = (cell: SheetCell | undefined): string =>
  String(cell ?? '')
    .slice(0, LONGEST_CELL)
    .normalize('NFKC')
    .trim()

const levelSigns: Readonly<Record<PilotLevel, RegExp>> = {
  national: /国家|全国|国级/,
  province: /省/,
  city: /市/,
  county: /县|区/,
}

/** The level a text names; undefined where it names none or several. */
const levelOf = (text: string): PilotLevel | undefined => {
  const bare = text.replaceAll(/[\s()]/g, '')
  const exact = Object.entries(pilotLevelNames).find(([, label]) => label === bare || label.slice(0, -1) === bare)
  if (exact) return exact[0] as PilotLevel
  const hits = (Object.keys(levelSigns) as PilotLevel[]).filter((level) => levelSigns[level].test(bare))
  return hits.length === 1 ? hits[0] : undefined
}

/** Reads one line; every fault is named with its column and how to mend it, none is guessed over. */
export const parseRow = (line: SheetLine, header: Header, townships: readonly TownshipName[]): ParsedRow => {
  const problems: RowProblem[] = []
  const warnings: string[] = []
  const cell = (field: ImportField): SheetCell => {
    const at = header.at.get(field)
    return at === undefined ? null : (line.cells[at] ?? null)
  }
  const text = (field: ImportField): string => textOf(cell(field))
  const raw: Partial<Record<ImportField, SheetCell>> = Object.fromEntries(
    [...header.at.keys()].map((field) => [field, cell(field)]),
  )
  const bad = (field: ImportField, problem: string, mend: string): undefined => {
    problems.push({ column: titleOf(field), value: textOf(raw[field]).slice(0, 80), problem, mend })
    return undefined
  }

  const name = text('name')
  if (name.length < 2 || name.length > 80)
    bad('name', name === '' ? '没有填企业名称' : '企业名称长度不对', '填营业执照上的全称')

  const readCode = (): string | undefined => {
    const value = cell('creditCode')
    const code = text('creditCode')
      .toUpperCase()
      .replaceAll(/[\s'’-]/g, '')
    if (code === '') return bad('creditCode', '没有填信用代码', '填营业执照上的 18 位代码')
    // Excel keeps 15 digits of a number; the rest are zeros.
    const lost = /^\d{15}000$/.test(code) && !checksOut(code)
    if (typeof value === 'number' || /^\d(\.\d+)?E\+?\d+$/.test(code) || lost) {
      // Given back in a form that cannot pass for a code when it is uploaded again.
      if (typeof value === 'number') raw.creditCode = value.toExponential()
      return bad('creditCode', '代码被存成了数字，后几位已经丢失', '把这一列设为文本格式，重新填 18 位代码')
    }
    if (code.length !== 18) return bad('creditCode', `应是 18 位，现在是 ${code.length} 位`, '对照营业执照改正')
    if (!isCreditCode(code))
      return bad('creditCode', '只能有数字和大写字母，不含 I、O、S、V、Z', '对照营业执照改正，常把 0 写成 O、1 写成 I')
    if (!checksOut(code)) warnings.push('信用代码末位校验不符，请对照营业执照核对')
    return code
  }
  const creditCode = readCode()

  const readTownship = (): string | undefined => {
    if (text('township') === '') return bad('township', '没有填乡镇街道', '从下拉中选择')
    const found = findTownship(text('township'), townships)
    if ('id' in found) {
      if (found.warning) warnings.push(found.warning)
      return found.id
    }
    const near = found.suggestions.join('、')
    return bad('township', found.problem, near === '' ? '请从下拉中选择' : `是不是 ${near}？请从下拉中选择`)
  }
  const townshipId = readTownship()

  const industry = text('industry')
  if (industry.length > 60) bad('industry', '行业太长', '写简短的行业名称，如 机械制造')

  const readHeadcount = (): number | undefined => {
    const written = text('headcount')
    if (written === '') return bad('headcount', '没有填职工数', '填整数，如 120')
    const digits = written.replaceAll(/[,\s]|人|名|约|共/g, '')
    const count = /^\d{1,7}(\.0+)?$/.test(digits) ? Number(digits) : undefined
    return count === undefined || count > 1_000_000 ? bad('headcount', '职工数应是整数', '填整数，如 120') : count
  }
  const headcount = readHeadcount()

  const pilotLevel =
    levelOf(text('pilotLevel')) ??
    bad('pilotLevel', text('pilotLevel') === '' ? '没有填试点级别' : '看不出是哪一级', '填国家级、省级、市级或县级')

  const contactName = text('contactName')
  if (contactName === '' || contactName.length > 40)
    bad('contactName', contactName === '' ? '没有填联系人' : '联系人太长', '填企业工会联络人的姓名')
  const phone = readPhone(text('contactPhone'))
  if ('problem' in phone) bad('contactPhone', phone.problem, phone.mend)
  else if (phone.warning) warnings.push(phone.warning)

  const inOne = text('point')
  const [east, north] = [text('longitude'), text('latitude')]
  const apart = inOne === '' && (east !== '' || north !== '')
  if (apart) raw.point = [east, north].join(',')
  const point = apart ? readPoint(east, north, townships) : readPoint(inOne, undefined, townships)
  const pointExample = '写成 118.2121,33.4560（先经度后纬度），不知道可以留空'
  if (point === 'unreadable') bad('point', '经纬度读不出来', pointExample)
  else if (point === 'outside') bad('point', '经纬度不在本县一带', pointExample)

  const saysShifts = (['shifts', 'breaks', 'office'] as const).some((field) => header.at.has(field))
  const shiftText = [
    text('shifts'),
    text('breaks') && `午休 ${text('breaks')}`,
    text('office') && `办公 ${text('office')}`,
  ]
    .filter((it) => it !== '')
    .join('；')
  if (header.at.has('breaks') || header.at.has('office')) raw.shifts = shiftText
  const gaps = saysShifts ? readShiftText(shiftText) : undefined
  if (saysShifts && gaps === undefined) bad('shifts', '看不出哪一段是上班、哪一段是休息', `照这样写：${shiftExample}`)

  const whole =
    problems.length === 0 &&
    creditCode !== undefined &&
    townshipId !== undefined &&
    headcount !== undefined &&
    pilotLevel !== undefined &&
    'phone' in phone &&
    typeof point !== 'string'
  return {
    rowNumber: line.number,
    raw,
    creditCode,
    problems,
    warnings,
    input: whole
      ? {
          name,
          creditCode,
          townshipId,
          industry,
          headcount,
          pilotLevel,
          contactName,
          contactPhone: phone.phone,
          longitude: point?.longitude ?? null,
          latitude: point?.latitude ?? null,
          shiftText,
          gaps,
        }
      : undefined,
  }
}
