import { describe, expect, it } from 'vitest'
import { entitlementsOf, grounds, type Claim, type Ground, type LineCode } from './index.ts'

type Facts = Omit<Claim, 'region'>
const of = (claim: Facts, region = '000000') => entitlementsOf({ region, ...claim })
const line = (claim: Facts, code: LineCode, region?: string) => of(claim, region).lines.find((it) => it.code === code)

describe('each ground', () => {
  const status = (ground: Ground, code: LineCode) =>
    line(
      {
        employment: { start: '2010-01-01', end: '2019-12-31' },
        termination: { ground, noticeGiven: false, lastMonthWage: 4500 },
        wages: { averageMonthly: 5000 },
      },
      code,
    )
  it('gives severance, or says why not', () => {
    const given = grounds.filter((it) => status(it, 'economic_compensation')?.amount === 50000)
    expect(given).toEqual([
      'art36_mutual_employer_proposed',
      'art38_worker_resigns_for_cause',
      'art40_no_fault',
      'art41_layoff',
      'art44_1_expiry',
      'art44_4_bankruptcy',
      'art44_5_dissolution',
      'other_severance',
    ])
    const none = grounds.filter((it) => status(it, 'economic_compensation')?.status === 'not_applicable')
    expect(none).toEqual(['art36_employee_proposed', 'art37_resign', 'art39_fault', 'art44_2_3_retire_death'])
  })

  it('gives 2N for an unlawful end alone, a month of notice for art. 40 alone', () => {
    expect(grounds.filter((it) => (status(it, 'unlawful_termination')?.amount ?? 0) > 0)).toEqual(['unlawful'])
    expect(status('unlawful', 'unlawful_termination')?.amount).toBe(100000)
    expect(grounds.filter((it) => status(it, 'notice_pay')?.amount === 4500)).toEqual(['art40_no_fault'])
  })

  it('asks a training penalty only of a worker who broke the period', () => {
    const training = { cost: 12000, servicePeriodMonths: 24, unservedMonths: 6 }
    const penalty = (ground: Ground) => line({ training, termination: { ground } }, 'training_penalty')
    expect(penalty('art37_resign')?.amount).toBe(3000)
    for (const ground of ['art38_worker_resigns_for_cause', 'unlawful', 'art41_layoff', 'art44_1_expiry'] as const)
      expect(penalty(ground)).toMatchObject({ status: 'not_applicable', claimable: 0 })
    const longer = { training: { ...training, unservedMonths: 30 } }
    expect(line(longer, 'training_penalty')?.amount).toBe(12000)
  })
})

describe('payments', () => {
  it('of N and of notice count towards 2N', () => {
    const facts: Facts = {
      employment: { serviceYears: 3 },
      termination: { ground: 'unlawful' },
      wages: { averageMonthly: 5000 },
      paid: [
        { code: 'economic_compensation', amount: 15000 },
        { code: 'notice_pay', amount: 5000 },
      ],
    }
    expect(line(facts, 'unlawful_termination')).toMatchObject({ amount: 30000, claimable: 30000, balance: 10000 })
    expect(of(facts).warnings).toContain('severance_paid_counts_towards_damages')
  })

  it('within the facts lower the balance, each item its own', () => {
    const arrears = [
      { monthly: 3000, months: 2, paid: 5000 },
      { due: 1000, paid: 3000 },
    ]
    expect(line({ arrears }, 'wage_arrears')).toMatchObject({ amount: 7000, claimable: 7000, balance: 1000 })
  })
})

describe('limitation', () => {
  const unsigned: Facts = {
    employment: { start: '2025-03-10', end: '2026-06-30' },
    unsignedContract: { signedOn: null, monthly: 4350 },
  }
  it('cuts double wages by the working days after the line', () => {
    // In time from Wednesday 2026-02-25 on: Wednesday to Friday, then Monday to Monday 03-09.
    const cut = line({ ...unsigned, filedOn: '2027-02-25' }, 'double_wage')
    expect(cut).toMatchObject({ status: 'ok', amount: 47850, claimable: 1800 })
    expect(line({ ...unsigned, filedOn: '2027-03-09' }, 'double_wage')).toMatchObject({ claimable: 200 })
    const over = line({ ...unsigned, filedOn: '2027-03-10' }, 'double_wage')
    expect(over).toMatchObject({ status: 'time_barred', amount: 47850, claimable: 0 })
  })

  it('is pushed back for all days that were in time when the worker complained', () => {
    const events = [{ date: '2026-04-10', kind: 'complaint' }] as const
    expect(line({ ...unsigned, filedOn: '2027-04-10', events }, 'double_wage')).toMatchObject({ claimable: 47850 })
    expect(line({ ...unsigned, filedOn: '2027-04-11', events }, 'double_wage')).toMatchObject({
      status: 'time_barred',
    })
  })

  it('does not run for wages while the relation lasts', () => {
    const arrears = [{ due: 1000 }]
    expect(line({ arrears, filedOn: '2026-01-01' }, 'wage_arrears')).toMatchObject({ status: 'ok', claimable: 1000 })
    const ended = { arrears, employment: { start: '2015-01-01', end: '2024-12-31' }, filedOn: '2026-01-01' }
    expect(line(ended, 'wage_arrears')).toMatchObject({ status: 'time_barred', amount: 1000, balance: 0 })
  })

  it('of leave runs from the new year', () => {
    const leave = (filedOn: string) =>
      line(
        {
          employment: { start: '2015-01-01', end: '2024-06-30' },
          wages: { averageMonthly: 2175 },
          annualLeave: { unusedDays: 5 },
          filedOn,
        },
        'annual_leave_pay',
      )?.status
    expect([leave('2025-12-31'), leave('2026-01-01')]).toEqual(['ok', 'time_barred'])
  })
})

describe('what stays uncertain', () => {
  it('is told', () => {
    const injury = { grade: 8, ownWage: 5000, suspensionMonths: 15, suspensionMonthly: 5000, date: '2025-01-01' }
    expect(of({ injury }).warnings).toEqual(['bounds_unchecked', 'suspension_needs_extension'])
    expect(line({ injury }, 'injury_suspension_wage')?.amount).toBe(75000)
    const forever = { injury: { ...injury, suspensionMonths: 40 } }
    expect(line(forever, 'injury_suspension_wage')?.amount).toBe(120000)
  })

  it('gives every line that counts its articles, parameters and steps in Chinese', () => {
    const { lines } = of(
      {
        employment: { start: '2020-01-01', end: '2026-06-30' },
        termination: { ground: 'art40_no_fault', noticeGiven: false, lastMonthWage: 5000 },
        wages: { monthly: [5000, 5200], localAverageMonthly: 8000 },
        overtime: [{ kind: 'weekday', baseMonthly: 5000, hours: 10 }],
        injury: { grade: 9, ownWage: 5000, date: '2025-01-01' },
      },
      '321324',
    )
    expect(lines.map((it) => it.code)).toEqual([
      'economic_compensation',
      'notice_pay',
      'overtime_weekday',
      'injury_disability_lump',
      'injury_medical_lump',
      'injury_employment_lump',
    ])
    for (const it of lines) {
      expect(it.articles.length).toBeGreaterThan(0)
      for (const step of it.steps ?? []) expect(step.label).toMatch(/[\u4e00-\u9fff]/)
      expect(it.steps?.length).toBeGreaterThan(0)
      if (it.code !== 'notice_pay') expect(it.parameters?.length).toBeGreaterThan(0)
    }
  })
})
