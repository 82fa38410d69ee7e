import { isCivilDate } from '../../platform/base/civil-date.ts'
import { fail, ok, type Result } from '../../platform/base/result.ts'
import { eventKinds, grounds, overtimeKinds, type Claim } from './model.ts'

export interface ClaimFault {
  /** Like `overtime[2].baseMonthly`; `(facts)` for the whole. */
  readonly path: string
  /** What is wrong and how to mend it. */
  readonly reason: string
}

/** Undefined where the value is right, else what it should be. */
type Kind = (value: unknown, path: string, faults: ClaimFault[]) => void

const MOST_YUAN = 1_000_000_000_000

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'undefined'
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

const kind =
  (wanted: string, fits: (value: unknown) => boolean): Kind =>
  (value, path, faults) => {
    if (!fits(value)) faults.push({ path, reason: `应为${wanted}，收到 ${shown(value)}` })
  }

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

/** To a ten-thousandth of a cent: 0.1 + 0.2 is meant as 0.3. */
const inCents = (it: number): boolean => Math.abs(it * 100 - Math.round(it * 100)) < 1e-4

const yuan = kind(
  '不小于 0、最多两位小数的金额（元）',
  (it) => isNumber(it) && it >= 0 && it <= MOST_YUAN && inCents(it),
)
const positiveYuan = kind(
  '大于 0、最多两位小数的金额（元）；不知道的请不写这一项',
  (it) => isNumber(it) && it > 0 && it <= MOST_YUAN && inCents(it),
)
const count = kind('不小于 0 的数', (it) => isNumber(it) && it >= 0 && it <= 1_000_000)
const whole = (least: number, most: number): Kind =>
  kind(`${least} 到 ${most} 的整数`, (it) => Number.isInteger(it) && (it as number) >= least && (it as number) <= most)
const flag = kind(' true 或 false', (it) => typeof it === 'boolean')
const text = kind('不空的文字', (it) => typeof it === 'string' && it !== '')
const date = kind('存在的日期，写作 2026-07-31', (it) => typeof it === 'string' && isCivilDate(it))
const month = kind('月份，写作 2026-07', (it) => typeof it === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(it))
const region = kind(
  '六位行政区划代码，如 321324（不限地方的写 000000）',
  (it) => typeof it === 'string' && /^\d{6}$/.test(it),
)
const oneOf = (values: readonly string[]): Kind =>
  kind(` ${values.join('、')} 之一`, (it) => typeof it === 'string' && values.includes(it))
const orNull =
  (inner: Kind): Kind =>
  (value, path, faults) => {
    if (value !== null) inner(value, path, faults)
  }

/** An object of known fields; a misspelt one would be overlooked otherwise. `open` lets others stand. */
const record =
  (fields: Readonly<Record<string, Kind>>, required: readonly string[] = [], open = false): Kind =>
  (value, path, faults) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      faults.push({ path: path || '(facts)', reason: `应为对象 {…}，收到 ${shown(value)}` })
      return
    }
    const inner = (name: string): string => (path ? `${path}.${name}` : name)
    for (const name of required)
      if (!Object.hasOwn(value, name)) faults.push({ path: inner(name), reason: '必须填写，现在没有' })
    for (const [name, given] of Object.entries(value)) {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined
      if (field) field(given, inner(name), faults)
      else if (!open)
        faults.push({
          path: inner(name),
          reason: `不认识，这里可用：${Object.keys(fields).join('、')}；请改名或者删去`,
        })
    }
  }

const list =
  (item: Kind): Kind =>
  (value, path, faults) => {
    if (Array.isArray(value)) for (const [at, it] of value.entries()) item(it, `${path}[${at}]`, faults)
    else faults.push({ path, reason: `应为列表 […]，收到 ${shown(value)}` })
  }

const sums = list(record({ code: text, amount: yuan }, ['code', 'amount'], true))

const form = record(
  {
    region,
    employment: record({
      start: date,
      end: date,
      precision: oneOf(['day', 'month']),
      serviceYears: kind('0.5 的倍数（年）', (it) => isNumber(it) && it >= 0 && it <= 100 && Number.isInteger(it * 2)),
    }),
    termination: record({ ground: oneOf(grounds), noticeGiven: flag, noticePayAsked: flag, lastMonthWage: yuan }, [
      'ground',
    ]),
    wages: record({
      averageMonthly: yuan,
      monthly: list(yuan),
      minimumWage: yuan,
      localAverageMonthly: positiveYuan,
      aboveThreeTimes: flag,
    }),
    unsignedContract: record({
      signedOn: orNull(date),
      monthly: yuan,
      monthlyDue: list(record({ month, amount: yuan }, ['month', 'amount'], true)),
      workdaysInPartMonth: whole(0, 31),
      months: count,
    }),
    annualLeave: record({
      totalServiceYears: count,
      entitledDays: whole(0, 366),
      takenDays: count,
      unusedDays: count,
      elapsedDaysInYear: whole(0, 366),
    }),
    overtime: list(
      record({ kind: oneOf(overtimeKinds), baseMonthly: yuan, hours: count, days: count, timeOffDays: count, date }, [
        'kind',
        'baseMonthly',
      ]),
    ),
    arrears: list(record({ due: yuan, monthly: yuan, months: count, workdays: count, paid: yuan })),
    probation: record({ contractMonths: orNull(count), agreedMonths: count, servedMonths: count, regularWage: yuan }),
    injury: record({
      grade: whole(1, 10),
      ownWage: yuan,
      localAverageMonthly: positiveYuan,
      date,
      death: flag,
      occupationalDisease: flag,
      relationEnded: flag,
      monthsToRetirement: whole(-1200, 1200),
      suspensionMonths: count,
      suspensionMonthly: yuan,
      suspensionPaid: yuan,
    }),
    training: record({
      cost: yuan,
      servicePeriodMonths: kind('大于 0 的数（月）', (it) => isNumber(it) && it > 0 && it <= 1200),
      unservedMonths: count,
    }),
    paid: sums,
    claimed: sums,
    filedOn: date,
    events: list(record({ date, kind: oneOf(eventKinds) }, ['date', 'kind'], true)),
  },
  ['region'],
)

/**
 * Reads the facts of one claim from parsed JSON.
 * @returns the claim, or CLAIM_INVALID with up to 20 faults
 */
export const readClaim = (json: unknown): Result<Claim, 'CLAIM_INVALID'> => {
  const faults: ClaimFault[] = []
  form(json, '', faults)
  if (faults.length > 0) return fail('CLAIM_INVALID', { faults: faults.slice(0, 20) })
  const claim = json as Claim
  const { start, end } = claim.employment ?? {}
  if (start !== undefined && end !== undefined && end < start)
    return fail('CLAIM_INVALID', {
      faults: [{ path: 'employment.end', reason: `${end} 早于 employment.start ${start}，请核对两个日期` }],
    })
  return ok(claim)
}
