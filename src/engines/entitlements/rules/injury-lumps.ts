/**
 * 工伤保险条例第三十六条、第三十七条（2011-01-01）：五级至十级解除或者终止的，由基金付一次性工伤医疗补助金，由单位付一次性伤残就业
 * 补助金，标准由省级政府定。
 * 江苏省实施《工伤保险条例》办法（省政府令第103号，2015-06-01）：定额；职业病医疗补助金上浮；本人提出解除而临近法定退休年龄的递减，
 * 依劳动合同法第三十八条解除的除外；达到的不付。原文未见，第二十七条、第二十八条经二手转引，数据见参数。
 */
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import { add, multiply, ratio, type Ratio } from '../../../platform/base/ratio.ts'
import { LineSheet, type Case } from '../line-sheet.ts'

/**
 * The worker's own wish, without the employer's fault: only then does nearness to retirement reduce. Unknown: the
 * stated months are taken to matter.
 */
const byWorker = new Set<string | undefined>([undefined, 'art37_resign', 'art36_employee_proposed'])

const dayOf = ({ employment, injury }: Case['claim']): CivilDate | undefined =>
  employment?.end ?? injury?.date ?? employment?.start

/** The share that nearness to retirement leaves; undefined: all of it. */
const nearRetirement = ({ claim, parameters, chain }: Case, sheet: LineSheet): Ratio | undefined => {
  const months = claim.injury!.monthsToRetirement
  if (months === undefined || !byWorker.has(claim.termination?.ground)) return undefined
  const table = parameters.at('injury_near_retirement', chain, dayOf(claim))
  const row = table?.value.find((it) => months < it.below)
  if (!table || !row) return undefined
  sheet.uses(table, row.share)
  sheet.step('临近退休', `距法定退休年龄 ${months} 个月，不足 ${row.below / 12} 年`, `${row.share * 100}%`)
  return ratio(row.share)
}

export const injuryLumps = (work: Case): LineSheet[] => {
  const { claim, parameters, chain, warn } = work
  const { injury, termination, employment } = claim
  const grade = injury?.grade
  if (!injury || grade === undefined || grade < 5 || injury.death) return []
  const article = grade <= 6 ? '第三十六条第二款' : '第三十七条'
  const lump = (
    code: 'injury_medical_lump' | 'injury_employment_lump',
    concept: 'injury_medical_lump' | 'injury_employment_lump',
    payer: string,
  ): LineSheet => {
    const sheet = new LineSheet(code, ['工伤保险条例', article])
    sheet.accrues = employment?.end ?? 'unknown'
    const ended =
      injury.relationEnded ?? (termination !== undefined || employment?.end !== undefined ? true : undefined)
    if (ended === false) return sheet.none('not_applicable', '劳动关系存续，解除或者终止时才付')
    const table = parameters.at(concept, chain, dayOf(claim))
    if (!table) return sheet.none('no_rule', '当地当时的标准未收录，不估算')
    if (ended === undefined) return sheet.needs('injury.relationEnded')
    sheet.cites('江苏省实施《工伤保险条例》办法', '一次性补助金标准')
    if (termination?.ground === 'art44_2_3_retire_death' || (injury.monthsToRetirement ?? 1) <= 0)
      return sheet.none('not_applicable', '达到法定退休年龄或者死亡终止的不付')
    if (termination?.ground === 'art39_fault' || (grade <= 6 && termination?.ground === 'art44_1_expiry'))
      warn('injury_lump_trigger_doubtful')
    const full = table.value[grade]!
    sheet.uses(table, full)
    let amount = ratio(full)
    sheet.step('定额', `${grade} 级`, amount)
    const extra = code === 'injury_medical_lump' && injury.occupationalDisease
    const more = extra ? parameters.at('occupational_disease_share', chain, dayOf(claim)) : undefined
    if (more) {
      amount = multiply(amount, add(ratio(1), ratio(sheet.uses(more))))
      sheet.step('职业病上浮', `加 ${more.value * 100}%`, amount)
    }
    const share = nearRetirement(work, sheet)
    if (share) {
      amount = multiply(amount, share)
      sheet.step('按比例', '定额 × 比例', amount)
    }
    return sheet.note(payer).gives(amount)
  }
  return [
    lump('injury_medical_lump', 'injury_medical_lump', '由工伤保险基金支付，未参保的由单位支付'),
    lump('injury_employment_lump', 'injury_employment_lump', '由用人单位支付'),
  ]
}
