import { LineSheet, type Case } from './line-sheet.ts'
import { lineNames, type Claim, type Entitlements, type Line, type LineCode } from './model.ts'
import { exclude } from './exclusions.ts'
import { add, larger, ratio, smaller, subtract, toCent, ZERO, type Ratio } from '../../platform/base/ratio.ts'
import { regionChain, type ParameterSet } from './parameters/model.ts'
import { annualLeavePay } from './rules/annual-leave.ts'
import { doubleWage } from './rules/double-wage.ts'
import { injuryBenefits } from './rules/injury.ts'
import { injuryLumps } from './rules/injury-lumps.ts'
import { limit } from './rules/limitation.ts'
import { noticePay } from './rules/notice-pay.ts'
import { overtime } from './rules/overtime.ts'
import { probationDamages } from './rules/probation.ts'
import { trainingPenalty } from './rules/service-period.ts'
import { economicCompensation } from './rules/severance.ts'
import { unlawfulTermination } from './rules/unlawful-termination.ts'
import { wageArrears } from './rules/wage-arrears.ts'

type Rule = (work: Case) => LineSheet | readonly LineSheet[] | undefined

const rules: readonly Rule[] = [
  unlawfulTermination,
  economicCompensation,
  noticePay,
  doubleWage,
  wageArrears,
  overtime,
  annualLeavePay,
  (work) => probationDamages(work),
  injuryBenefits,
  injuryLumps,
  trainingPenalty,
]

/** The facts without which nothing can be said of a line; the last three are not in the form and have calls of their own. */
const firstFacts: Readonly<Record<LineCode, string>> = {
  unlawful_termination: 'termination.ground',
  economic_compensation: 'termination.ground',
  notice_pay: 'termination.ground',
  double_wage: 'unsignedContract',
  wage_arrears: 'arrears',
  overtime_weekday: 'overtime',
  overtime_rest_day: 'overtime',
  overtime_statutory_holiday: 'overtime',
  annual_leave_pay: 'annualLeave',
  probation_damages: 'probation',
  injury_disability_lump: 'injury.grade',
  injury_medical_lump: 'injury.grade',
  injury_employment_lump: 'injury.grade',
  injury_suspension_wage: 'injury.suspensionMonths',
  death_lump: 'injury.death',
  funeral_grant: 'injury.death',
  training_penalty: 'training',
  min_wage_shortfall: 'minimumWage.months',
  sick_pay: 'sickness.workdays',
  heat_allowance: 'heat.months',
}
const outsideForm: readonly LineCode[] = ['min_wage_shortfall', 'sick_pay', 'heat_allowance']

const isLineCode = (code: string): code is LineCode => Object.hasOwn(lineNames, code)

/** What is paid on account of an unlawful end counts towards its damages, under whatever name. */
const countsTowards = (paid: string, sheet: LineSheet, unlawful: boolean): boolean =>
  paid === sheet.code ||
  (unlawful && sheet.code === 'unlawful_termination' && (paid === 'economic_compensation' || paid === 'notice_pay'))

const totalOf = (amounts: readonly number[]): Ratio => amounts.reduce((sum, it) => add(sum, ratio(it)), ZERO)

/** Claimed codes without a line get one that says what is missing, or why there is none. */
const askedFor = (work: Case, sheets: readonly LineSheet[]): LineSheet[] => {
  const { claim, warn } = work
  const found: LineSheet[] = []
  for (const { code } of claim.claimed ?? []) {
    if (code === 'reinstatement' || [...sheets, ...found].some((it) => it.code === code)) continue
    if (!isLineCode(code)) {
      warn(`claimed_code_unknown:${code}`)
      continue
    }
    const sheet = new LineSheet(code)
    found.push(sheet)
    const { termination, injury } = claim
    if (firstFacts[code] === 'termination.ground' && termination) {
      sheet.none('not_applicable', '这种解除或者终止情形没有这一项')
    } else if ((code === 'injury_medical_lump' || code === 'injury_employment_lump') && injury?.grade !== undefined) {
      sheet.none('not_applicable', '五级至十级解除或者终止时才有')
    } else {
      if (outsideForm.includes(code)) warn(`facts_outside_form:${code}`)
      sheet.needs(firstFacts[code])
    }
  }
  return found
}

const finish = ({ claim, warn }: Case, sheet: LineSheet): Line => {
  const unlawful = claim.termination?.ground === 'unlawful'
  const due = sheet.status === 'time_barred' ? ZERO : toCent(sheet.leftByLimitation ?? sheet.amount)
  const paid = (claim.paid ?? []).filter((it) => countsTowards(it.code, sheet, unlawful))
  if (paid.some((it) => it.code !== sheet.code)) warn('severance_paid_counts_towards_damages')
  const settled = add(sheet.settled, totalOf(paid.map((it) => it.amount)))
  const counted = sheet.status === 'ok' || sheet.status === 'time_barred'
  if (counted && (paid.length > 0 || sheet.settled.n > 0n)) sheet.step('减已付', '已付合计', settled)
  let balance = larger(ZERO, subtract(due, toCent(settled)))
  const claimed = (claim.claimed ?? []).filter((it) => it.code === sheet.code)
  if (claimed.length > 0) {
    const asked = totalOf(claimed.map((it) => it.amount))
    balance = smaller(balance, asked)
    if (counted) sheet.step('不超过请求', '裁决以请求为限', asked)
  }
  return sheet.finish(due, balance)
}

/**
 * What the law gives on the facts of a claim. Pure: the same claim and parameters give the same answer.
 * @param claim as `readClaim` gives it
 */
export const entitlementsBy = (claim: Claim, parameters: ParameterSet): Entitlements => {
  const warnings = new Set<string>()
  const work: Case = {
    claim,
    chain: regionChain(claim.region),
    parameters,
    warn: (code) => void warnings.add(code),
  }
  const sheets = rules.flatMap((rule) => rule(work) ?? [])
  for (const sheet of sheets) {
    if (sheet.leftByLimitation && sheet.status === 'ok') {
      if (sheet.leftByLimitation.n === 0n && sheet.amount.n > 0n) {
        sheet.status = 'time_barred'
        sheet.note('已过一年时效；对方在仲裁中不提时效抗辩的，仍可得')
      }
    } else limit(work, sheet)
  }
  exclude(work, sheets)
  const order = Object.keys(lineNames)
  const all = [...sheets, ...askedFor(work, sheets)].toSorted((a, b) => order.indexOf(a.code) - order.indexOf(b.code))
  for (const { code } of claim.paid ?? []) if (!isLineCode(code)) warnings.add(`paid_code_unknown:${code}`)
  const lines = all.map((sheet) => finish(work, sheet))
  const used = lines.flatMap((line) => line.parameters ?? [])
  const unverified = [...new Set(used.filter((it) => it.status === 'UNVERIFIED').map((it) => it.key))]
  for (const key of unverified) warnings.add(`parameter_unverified:${key}`)
  return { lines, warnings: [...warnings], unverified }
}

/** A claim of a place, for the calls whose facts are not in the form. */
export const caseBy = (claim: Claim, parameters: ParameterSet): Case => ({
  claim,
  chain: regionChain(claim.region),
  parameters,
  warn: () => {},
})

/** A line of such a call, without limitation, payments or claims. */
export const lineOf = (sheet: LineSheet): Line => sheet.finish(sheet.amount, sheet.amount)
