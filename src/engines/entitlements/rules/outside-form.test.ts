import { describe, expect, it } from 'vitest'
import {
  careAllowance,
  caseOf,
  dependantsPension,
  heatAllowance,
  disabilityPension,
  interestAfterAward,
  largestDeduction,
  lineOf,
  maternityLeaveDays,
  medicalPeriod,
  medicalSubsidy,
  minimumWageShortfall,
  nonCompeteFloor,
  sickPayFloor,
} from '../index.ts'
import { toNumber, type Ratio } from '../../../platform/base/ratio.ts'

const sihong = caseOf({ region: '321324' })
const nation = caseOf({ region: '000000' })
const yuan = (it: Ratio | undefined) => it && toNumber(it)

describe('what the form has no fields for', () => {
  it('two days of sick pay in Danyang by the stated minimum wage: 120 awarded, to the yuan', () => {
    const danyang = caseOf({ region: '321181', wages: { minimumWage: 1630 } })
    expect(lineOf(sickPayFloor(danyang, 2, '2015-01-01'))).toMatchObject({ status: 'ok', amount: 119.91 })
    expect(lineOf(sickPayFloor(nation, 2, '2015-01-01')).status).toBe('no_rule')
  })

  it('three months below the minimum wage in Ningbo: 278 awarded', () => {
    const months = [
      { month: '2013-11', paid: 1450, minimum: 1470 },
      { month: '2013-12', paid: 1440, minimum: 1470 },
      { month: '2014-08', paid: 1422, minimum: 1650 },
    ]
    expect(lineOf(minimumWageShortfall(nation, months)).amount).toBe(278)
  })

  it('a hot month named twice counts once, one outside the summer not at all', () => {
    expect(lineOf(heatAllowance(sihong, ['2026-07', '2026-07', '2026-05'])).amount).toBe(300)
  })

  it('a month above the minimum wage makes up for none below it', () => {
    const months = [
      { month: '2026-01', paid: 3000 },
      { month: '2026-02', paid: 2000 },
    ]
    expect(lineOf(minimumWageShortfall(sihong, months)).amount).toBe(180)
  })

  it('the medical period by all years worked and years here', () => {
    const months = [
      [9.9, 4.9, 3],
      [9.9, 5, 6],
      [10, 4.9, 6],
      [10, 5, 9],
      [12, 10, 12],
      [16, 15, 18],
      [25, 20, 24],
    ] as const
    for (const [total, here, expected] of months) expect(medicalPeriod(nation, total, here)?.months).toBe(expected)
  })

  it('the medical subsidy of Jiangsu: six months, half as much again, twice', () => {
    const subsidy = (illness: 'ordinary' | 'serious' | 'terminal') =>
      yuan(medicalSubsidy(sihong, 4000, illness, '2026-01-01'))
    expect([subsidy('ordinary'), subsidy('serious'), subsidy('terminal')]).toEqual([24000, 36000, 48000])
    expect(medicalSubsidy(nation, 4000, 'ordinary', '2026-01-01')).toBeUndefined()
  })

  it('maternity leave by day and place', () => {
    expect(maternityLeaveDays(nation, { date: '2026-05-01' })).toBe(98)
    expect(maternityLeaveDays(sihong, { date: '2026-05-01' })).toBe(158)
    expect(maternityLeaveDays(sihong, { date: '2022-02-09', difficult: true, children: 2 })).toBe(158)
    expect(maternityLeaveDays(nation, { date: '2012-04-27' })).toBeUndefined()
  })

  it('a non-compete clause: three tenths, in Jiangsu a third', () => {
    expect(yuan(nonCompeteFloor(nation, 9000, '2026-01-01'))).toBe(2700)
    expect(yuan(nonCompeteFloor(sihong, 9000, '2026-01-01'))).toBe(3000)
  })

  it('interest from the day after the last to perform', () => {
    expect(yuan(interestAfterAward(nation, 10000, '2026-01-01', '2026-01-01'))).toBe(0)
    expect(yuan(interestAfterAward(nation, 10000, '2026-01-01', '2026-01-11'))).toBe(17.5)
  })

  it('pensions after an injury', () => {
    expect(yuan(disabilityPension(sihong, 1, 6000, '2026-01-01'))).toBe(5400)
    expect(yuan(disabilityPension(sihong, 6, 3000, '2026-01-01'))).toBe(2180)
    expect(disabilityPension(sihong, 7, 6000, '2026-01-01')).toBeUndefined()
    expect(yuan(careAllowance(nation, 'part', 8000, '2026-01-01'))).toBe(2400)
    const family = [{ spouse: true, alone: true }, {}]
    expect(yuan(dependantsPension(nation, family, 5000, '2026-01-01'))).toBe(4000)
    expect(yuan(dependantsPension(nation, [...family, {}], 5000, '2026-01-01'))).toBe(5000)
  })

  it('a deduction leaves four fifths and the minimum wage', () => {
    expect(yuan(largestDeduction(sihong, 5000, '2026-01-01'))).toBe(1000)
    expect(yuan(largestDeduction(sihong, 2300, '2026-01-01'))).toBe(120)
    expect(yuan(largestDeduction(sihong, 2000, '2026-01-01'))).toBe(0)
  })
})
