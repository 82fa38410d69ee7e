// By the engine's files, not by its door: the door brings parameters along that no line rests on.
import { caseBy, entitlementsBy, lineOf } from '../../../engines/entitlements/entitlements.ts'
import { lineNames, type Claim, type Line, type LineCode } from '../../../engines/entitlements/model.ts'
import { parameterSet, type AnyParameter, type Status } from '../../../engines/entitlements/parameters/model.ts'
import { lineParameters } from '../../../engines/entitlements/parameters/of-lines.ts'
import { withOwn } from '../../../engines/entitlements/parameters/overlay.ts'
import { heatAllowance } from '../../../engines/entitlements/rules/heat-allowance.ts'
import { minimumWageShortfall } from '../../../engines/entitlements/rules/minimum-wage.ts'
import { warningText } from '../../../engines/entitlements/warnings.zh.ts'
import { articleText, lawDate } from './law-texts.zh.ts'
import { inPlainWords, shownStep } from './plain-words.zh.ts'
import type { Answers, At } from './question.ts'
import { about, disabled, refusedRenewal } from './situation.ts'
import { besidesOf, claimOf, endUnknown } from './to-claim.ts'

/** Loaded only when an answer is wanted: it carries the engine. */

export interface ShownParameter {
  readonly label: string
  readonly value: string
  readonly unit: string
  readonly effective: string
  readonly source: string
  readonly unverified: boolean
}

export interface ShownLine {
  readonly line: Line
  readonly name: string
  /** How it is reckoned, in one sentence. */
  readonly plain: string
  readonly steps: readonly { readonly label: string; readonly text: string }[]
  /** True where a figure it rests on is not verified. */
  readonly unverified: boolean
  readonly articles: readonly { readonly name: string; readonly text: string; readonly date: string }[]
  readonly parameters: readonly ShownParameter[]
  /** What is missing, in words. */
  readonly needs: readonly string[]
  readonly payer: 'employer' | 'fund' | 'worker'
}

export interface Reckoned {
  readonly claim: Claim
  readonly lines: readonly ShownLine[]
  readonly warnings: readonly string[]
  /** Yuan that the employer is left to pay; undefined where fewer than two lines have an amount, which then says all. */
  readonly total: number | undefined
  /** True where a line still needs a fact, so that the total may grow. */
  readonly open: boolean
}

const needTexts: Readonly<Record<string, string>> = {
  'termination.ground': '工作是怎么结束的',
  'termination.noticeGiven': '单位有没有提前三十天书面通知',
  'termination.lastMonthWage': '离开前那一个月的工资',
  'employment.start': '哪一天开始上班',
  'employment.end': '最后一天上班是哪一天',
  'wages.averageMonthly': '一个月的工资',
  'wages.localAverageMonthly': '当地上年度职工月平均工资（本页没有这个数，工会可以帮您查）',
  'unsignedContract.monthly': '一个月的工资',
  'unsignedContract.signedOn': '合同是哪天签的，还是一直没签',
  'unsignedContract.workdaysInPartMonth': '最后不满一个月的那几天，上了几天班',
  'annualLeave.totalServiceYears': '一共工作了几年',
  'annualLeave.takenDays': '这一年已经休了几天',
  'annualLeave.elapsedDaysInYear': '离开那一年里，可以休年休假的日子有多少天（工会可以帮您算）',
  overtime: '按多少月工资算，加了多少班',
  'probation.contractMonths': '合同签了多久',
  'probation.servedMonths': '试用期实际过了几个月',
  'probation.regularWage': '转正后的工资',
  'injury.grade': '劳动能力鉴定的级数',
  'injury.ownWage': '受伤前的平均月缴费工资',
  'injury.date': '出事的日期',
  'injury.relationEnded': '是不是已经离开单位',
  'injury.suspensionMonths': '停工治伤几个月',
  'injury.suspensionMonthly': '受伤以前一个月发多少',
  'injury.localAverageMonthly': '统筹地区上年度职工月平均工资（本页没有这个数，工会可以帮您查）',
  heatMonths: '哪几个月在高温下干活',
  lowMonths: '哪几个月低于最低工资，每月发了多少',
}

/** A missing fact in words; the path itself where it has none. */
export const needText = (path: string): string => {
  const plain = path.replace(/\[\d+\]/, '')
  if (plain.startsWith('overtime.')) return '这种加班一共加了多少'
  if (plain.startsWith('arrears.')) return '一共欠了多少，或者一个月多少、欠了几个月'
  return needTexts[plain] ?? path
}

const fromFund: readonly LineCode[] = ['injury_disability_lump', 'injury_medical_lump', 'death_lump', 'funeral_grant']

/** Lines a chosen matter is expected to have; one that is absent is asked for, so that it says what it lacks. */
const expected = (said: Answers): readonly LineCode[] => [
  ...(about(said, 'termination') && !refusedRenewal(said) ? (['economic_compensation'] as const) : []),
  ...(about(said, 'overtime') ? (['overtime_weekday'] as const) : []),
  ...(disabled(said) ? (['injury_disability_lump'] as const) : []),
]

const present = (lines: readonly Line[], code: LineCode): boolean =>
  lines.some((it) => it.code === code || (code === 'overtime_weekday' && it.code.startsWith('overtime_')))

const emptyLine = (code: LineCode, missing: readonly string[]): Line => ({
  code,
  status: 'needs_input',
  missing,
  articles: [],
})

const valueText = (value: unknown): string =>
  value === 'I'
    ? '一类'
    : value === 'II'
      ? '二类'
      : value === 'III'
        ? '三类'
        : typeof value === 'object'
          ? '见原文'
          : String(value)

const heatLine = (claim: Claim, set: ReturnType<typeof parameterSet>, months: readonly string[], at: At): Line => {
  // A place without a standard says so, whatever the months are.
  const anywhere = lineOf(heatAllowance(caseBy(claim, set), [`${at.today.slice(0, 4)}-07`]))
  if (anywhere.status === 'no_rule') return anywhere
  return months.length > 0
    ? lineOf(heatAllowance(caseBy(claim, set), months))
    : emptyLine('heat_allowance', ['heatMonths'])
}

const lowLine = (
  claim: Claim,
  set: ReturnType<typeof parameterSet>,
  months: readonly { readonly month: string; readonly paid: number }[],
  at: At,
): Line => {
  const anywhere = lineOf(minimumWageShortfall(caseBy(claim, set), [{ month: at.today.slice(0, 7), paid: 0 }]))
  if (anywhere.status === 'no_rule') return anywhere
  return months.length > 0
    ? lineOf(minimumWageShortfall(caseBy(claim, set), months))
    : emptyLine('min_wage_shortfall', ['lowMonths'])
}

/**
 * What the answers come to. Pure; nothing leaves the device.
 * @param said answers of one path, as `pathOf` gives them
 * @param own the county's own parameter versions in force
 */
export const reckon = (said: Answers, at: At, own: readonly AnyParameter[] = []): Reckoned => {
  const parameters = withOwn(lineParameters, own)
  const set = parameterSet(parameters)
  const claim = claimOf(said, at)
  const first = entitlementsBy(claim, set)
  const absent = expected(said).filter((code) => !present(first.lines, code))
  const asked = absent.map((code) => ({ code, amount: 0 }))
  const all =
    absent.length > 0 ? entitlementsBy({ ...claim, claimed: [...(claim.claimed ?? []), ...asked] }, set) : first
  const { heat, low } = besidesOf(said)
  const lines = [
    ...all.lines,
    ...(low ? [lowLine(claim, set, low, at)] : []),
    ...(heat ? [heatLine(claim, set, heat, at)] : []),
  ]
  const show = (line: Line): ShownLine => ({
    line,
    name: lineNames[line.code],
    plain: inPlainWords[line.code],
    steps: (line.steps ?? []).map(shownStep),
    unverified: line.parameters?.some((it) => it.status === 'UNVERIFIED') ?? false,
    articles: line.articles.map((it) => ({
      name: `${it.law}${it.article}`,
      text: articleText(it.law, it.article),
      date: lawDate(it.law),
    })),
    parameters: (line.parameters ?? []).map((used) => {
      const held = parameters.find((it) => it.key === used.key)
      const versions = (held?.versions ?? []) as readonly { readonly from: string; readonly source?: string }[]
      const version = versions.find((it) => it.from === used.effective)
      return {
        label: held?.label ?? used.key,
        value: valueText(used.value),
        unit: held?.unit ?? '',
        effective: used.effective,
        source: version?.source ?? held?.source ?? '',
        unverified: (used.status satisfies Status) === 'UNVERIFIED',
      }
    }),
    needs: [...new Set((line.missing ?? []).map(needText))],
    payer: fromFund.includes(line.code) ? 'fund' : line.code === 'training_penalty' ? 'worker' : 'employer',
  })
  const shown = lines.map(show)
  const counted = shown.filter((it) => it.payer === 'employer' && (it.line.balance ?? 0) > 0)
  const cents = counted.reduce((sum, it) => sum + Math.round((it.line.balance ?? 0) * 100), 0)
  const texts = [...new Set(all.warnings.map((it) => it.split(':')[0]!))].map(warningText)
  return {
    claim,
    lines: shown,
    warnings: [
      ...texts,
      ...(endUnknown(said) ? ['不知道哪一天离开，时效没有核对'] : []),
      ...(refusedRenewal(said)
        ? ['合同到期，单位愿意照原来的条件或者更好的条件续，您不愿意的，没有经济补偿（劳动合同法第四十六条第（五）项）']
        : []),
    ],
    total: counted.length > 1 ? cents / 100 : undefined,
    open: shown.some((it) => it.line.status === 'needs_input'),
  }
}
