import { isCivilDate, type CivilDate } from '../../../platform/base/civil-date.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import { outcomes, type Outcome } from './gate.ts'
import { topics, type Topic } from './states.ts'

export type SheetCell = string | number | boolean | null

/** A ledger of earlier cases: one row a person, or one more row for each further amount of that person. */
export const sheetTitles = [
  '案件编号',
  '事由',
  '用人单位',
  '姓名',
  '电话',
  '结果',
  '金额种类',
  '金额（元）',
  '支付方',
  '约定日期',
  '没有金额的原因',
  '答复',
  '送达日期',
  '送达方式',
] as const
/** Read where the sheet has it; the day of the import where it has not. */
export const receivedTitle = '收案日期'
export type SheetTitle = (typeof sheetTitles)[number] | typeof receivedTitle

export interface SheetNames {
  readonly topics: Readonly<Record<string, string>>
  readonly outcomes: Readonly<Record<string, string>>
  readonly kinds: Readonly<Record<string, string>>
  readonly payers: Readonly<Record<string, string>>
  readonly ways: Readonly<Record<string, string>>
}

export interface SheetAmount {
  readonly kind: string
  readonly payer: string
  readonly amountFen: number
  readonly agreedOn: CivilDate
}

export interface SheetPerson {
  readonly name: string
  readonly phone: string
  readonly outcome: Outcome | null
  readonly noAmountReason: string | null
  readonly amounts: SheetAmount[]
  readonly answer: string
  readonly deliveredOn: CivilDate | null
  readonly deliveredBy: string | null
}

export interface SheetCase {
  readonly number: string
  readonly topic: Topic
  readonly employer: string
  readonly receivedOn: CivilDate | null
  readonly persons: readonly SheetPerson[]
}

export interface SheetFault {
  readonly row: number
  readonly column: string
  readonly reason: string
}

const textOf = (cell: SheetCell | undefined): string => (cell === null || cell === undefined ? '' : String(cell).trim())

const dateOf = (text: string): CivilDate | undefined => {
  const parts = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(text)
  if (!parts) return undefined
  const date = `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`
  return isCivilDate(date) ? date : undefined
}

/** Yuan with at most two decimals as fen, exactly. */
export const fenOf = (text: string): number | undefined => {
  const parts = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.replaceAll(/[,，\s元]/g, ''))
  return parts ? Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) : undefined
}

const keyOf = (names: Readonly<Record<string, string>>, text: string): string | undefined =>
  Object.entries(names).find(([, name]) => name === text)?.[0]

interface Line {
  readonly row: number
  readonly of: (title: SheetTitle) => string
}

/** Rows that hold something, by their titles; COLUMNS_MISSING names what the first row lacks. */
const linesOf = (
  rows: readonly { readonly number: number; readonly cells: readonly SheetCell[] }[],
): Result<Line[], 'COLUMNS_MISSING'> => {
  const [header, ...rest] = rows
  const places = new Map(header?.cells.map((cell, at) => [textOf(cell), at]))
  const missing = sheetTitles.filter((title) => !places.has(title))
  if (missing.length > 0) return fail('COLUMNS_MISSING', { missing })
  return ok(
    rest
      .filter((it) => it.cells.some((cell) => textOf(cell) !== ''))
      .map((it) => ({ row: it.number, of: (title) => textOf(it.cells[places.get(title) ?? -1]) })),
  )
}

const readAmount = (line: Line, names: SheetNames, bad: (column: SheetTitle, reason: string) => void) => {
  if (line.of('金额（元）') === '') return undefined
  const amountFen = fenOf(line.of('金额（元）'))
  const kind = keyOf(names.kinds, line.of('金额种类'))
  const payer = keyOf(names.payers, line.of('支付方') || '用人单位')
  const agreedOn = dateOf(line.of('约定日期'))
  if (!amountFen) bad('金额（元）', '要写大于零的数，最多两位小数')
  if (!kind) bad('金额种类', `要写其中一种：${Object.values(names.kinds).join('、')}`)
  if (!payer) bad('支付方', `要写其中一种：${Object.values(names.payers).join('、')}`)
  if (!agreedOn) bad('约定日期', '要写日期，如 2025-06-30')
  return amountFen && kind && payer && agreedOn ? { kind, payer, amountFen, agreedOn } : undefined
}

const readPerson = (line: Line, names: SheetNames, bad: (column: SheetTitle, reason: string) => void): SheetPerson => {
  const outcome = keyOf(names.outcomes, line.of('结果')) as Outcome | undefined
  if (line.of('结果') !== '' && (!outcome || !outcomes.includes(outcome)))
    bad('结果', `要写其中一种：${Object.values(names.outcomes).join('、')}`)
  const deliveredOn = dateOf(line.of('送达日期'))
  const deliveredBy = keyOf(names.ways, line.of('送达方式'))
  if (line.of('送达日期') !== '' && !deliveredOn) bad('送达日期', '要写日期，如 2025-06-30')
  if ((line.of('送达日期') !== '') !== (line.of('送达方式') !== '')) bad('送达方式', '送达日期和送达方式要一起写')
  if (line.of('送达方式') !== '' && !deliveredBy)
    bad('送达方式', `要写其中一种：${Object.values(names.ways).join('、')}`)
  return {
    name: line.of('姓名'),
    phone: line.of('电话'),
    outcome: outcome ?? null,
    noAmountReason: line.of('没有金额的原因') || null,
    amounts: [],
    answer: line.of('答复'),
    deliveredOn: deliveredOn ?? null,
    deliveredBy: deliveredBy ?? null,
  }
}

/** By which a person of a case is known: two of one name are told apart by their phones. */
const keyOfPerson = (line: Line, persons: ReadonlyMap<string, SheetPerson>): string => {
  const [name, phone] = [line.of('姓名'), line.of('电话')]
  const same = [...persons].find(([, it]) => it.name === name && (phone === '' || it.phone === phone))
  return same?.[0] ?? `${name} ${phone}`
}

/** Whether a further row of a person tells something else of them than the first. */
const saysOther = (line: Line, person: SheetPerson, names: SheetNames): boolean => {
  const said: readonly (readonly [SheetTitle, string | null])[] = [
    ['结果', person.outcome && names.outcomes[person.outcome]!],
    ['没有金额的原因', person.noAmountReason],
    ['答复', person.answer],
    ['送达方式', person.deliveredBy && names.ways[person.deliveredBy]!],
  ]
  const differs = said.some(([title, first]) => line.of(title) !== '' && line.of(title) !== (first ?? ''))
  return differs || (line.of('送达日期') !== '' && (dateOf(line.of('送达日期')) ?? null) !== person.deliveredOn)
}

/** The cases of a ledger sheet. A case with a fault in any row is left out whole, and every fault is named. */
export const readCaseSheet = (
  rows: readonly { readonly number: number; readonly cells: readonly SheetCell[] }[],
  names: SheetNames,
): Result<{ cases: SheetCase[]; faults: SheetFault[] }, 'COLUMNS_MISSING'> => {
  const lines = linesOf(rows)
  if (!lines.ok) return lines
  const faults: SheetFault[] = []
  const cases: SheetCase[] = []
  const numberless = lines.value.filter((it) => it.of('案件编号') === '')
  faults.push(...numberless.map((it) => ({ row: it.row, column: '案件编号', reason: '每一行都要写它属于哪个案件' })))
  const groups = Map.groupBy(
    lines.value.filter((it) => it.of('案件编号') !== ''),
    (it) => it.of('案件编号'),
  )
  for (const [number, group] of groups) {
    const before = faults.length
    const persons = new Map<string, SheetPerson>()
    const [first] = group
    const topic = keyOf(names.topics, first!.of('事由')) as Topic | undefined
    const badAt = (line: Line) => (column: SheetTitle, reason: string) =>
      void faults.push({ row: line.row, column, reason })
    if (!topic || !topics.includes(topic))
      badAt(first!)('事由', `要写其中一种：${Object.values(names.topics).join('、')}`)
    if (first!.of('用人单位') === '') badAt(first!)('用人单位', '不能空着')
    const receivedOn = dateOf(first!.of(receivedTitle)) ?? null
    if (first!.of(receivedTitle) !== '' && !receivedOn) badAt(first!)(receivedTitle, '要写日期，如 2025-06-30')
    for (const line of group) {
      if (line.of('姓名') === '') badAt(line)('姓名', '不能空着')
      const key = keyOfPerson(line, persons)
      const person = persons.get(key) ?? readPerson(line, names, badAt(line))
      if (persons.has(key) && saysOther(line, person, names))
        badAt(line)('姓名', '和上面同一个人写的结果、答复或送达不一样；是两个人的，各写上电话')
      persons.set(key, person)
      const amount = readAmount(line, names, badAt(line))
      if (amount) person.amounts.push(amount)
    }
    if (faults.length === before && topic)
      cases.push({ number, topic, employer: first!.of('用人单位'), receivedOn, persons: [...persons.values()] })
  }
  return ok({ cases, faults })
}
