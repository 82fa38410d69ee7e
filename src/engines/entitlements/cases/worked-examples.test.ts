import { describe, expect, it } from 'vitest'
import {
  caseOf,
  entitlementsOf,
  finalAwardLimit,
  heatAllowance,
  idleAllowance,
  lineOf,
  type Claim,
  type LineCode,
} from '../index.ts'
import { toNumber } from '../../../platform/base/ratio.ts'

const SIHONG = '321324'
const of = (claim: Omit<Claim, 'region'>) => entitlementsOf({ region: SIHONG, ...claim })
const line = (claim: Omit<Claim, 'region'>, code: LineCode) => of(claim).lines.find((it) => it.code === code)

/** Made-up examples for Jiangsu, each reckoned by hand. */
describe('worked examples', () => {
  const injured: Omit<Claim, 'region'> = {
    employment: { start: '2024-05-01', end: '2026-07-31' },
    termination: { ground: 'art37_resign' },
    wages: { averageMonthly: 6000 },
    injury: { grade: 10, ownWage: 6000, date: '2025-06-01', relationEnded: true },
  }

  it('E1 grade 10, resigns: 42000, 30000, 15000 and no severance; 15000 where the employer gave cause', () => {
    expect(line(injured, 'injury_disability_lump')?.amount).toBe(42000)
    expect(line(injured, 'injury_medical_lump')?.amount).toBe(30000)
    expect(line(injured, 'injury_employment_lump')?.amount).toBe(15000)
    expect(line(injured, 'economic_compensation')).toMatchObject({ status: 'not_applicable', claimable: 0 })
    const forCause: Omit<Claim, 'region'> = { ...injured, termination: { ground: 'art38_worker_resigns_for_cause' } }
    expect(line(forCause, 'economic_compensation')?.amount).toBe(15000)
  })

  it('E2 thirty months before retirement: two fifths of the lumps, the disability lump whole', () => {
    const near = { ...injured, injury: { ...injured.injury, monthsToRetirement: 30 } }
    expect(line(near, 'injury_medical_lump')?.amount).toBe(12000)
    expect(line(near, 'injury_employment_lump')?.amount).toBe(6000)
    expect(line(near, 'injury_disability_lump')?.amount).toBe(42000)
  })

  it.each([
    [7, false, 120000, 45000],
    [5, false, 200000, 95000],
    [7, true, 168000, 45000],
  ])('E3 grade %i, occupational disease %j', (grade, occupationalDisease, medical, employment) => {
    const facts = { injury: { grade, occupationalDisease, relationEnded: true, date: '2024-03-01' } }
    expect(line(facts, 'injury_medical_lump')?.amount).toBe(medical)
    expect(line(facts, 'injury_employment_lump')?.amount).toBe(employment)
  })

  it('E4 four hot months: 1200', () => {
    const months = ['2026-06', '2026-07', '2026-08', '2026-09']
    const hot = lineOf(heatAllowance(caseOf({ region: SIHONG }), months))
    expect(hot).toMatchObject({ status: 'ok', amount: 1200 })
    expect(lineOf(heatAllowance(caseOf({ region: '110000' }), months))).toMatchObject({ status: 'no_rule' })
  })

  it('E5 the same eight hours on a statutory holiday, a day off, a worked Saturday', () => {
    const item = { kind: 'rest_day', baseMonthly: 5000, hours: 8 } as const
    expect(line({ overtime: [{ ...item, date: '2026-10-01' }] }, 'overtime_statutory_holiday')?.amount).toBe(689.66)
    expect(line({ overtime: [{ ...item, date: '2026-10-04' }] }, 'overtime_rest_day')?.amount).toBe(459.77)
    expect(line({ overtime: [{ ...item, date: '2026-10-10' }] }, 'overtime_rest_day')?.amount).toBe(0)
  })

  it('E6 never signed: eleven months, eight of them in time', () => {
    const facts: Omit<Claim, 'region'> = {
      employment: { start: '2025-03-10', end: '2026-06-30' },
      unsignedContract: { signedOn: null, monthly: 5000 },
      filedOn: '2026-07-10',
    }
    expect(line(facts, 'double_wage')).toMatchObject({ amount: 55000, claimable: 40000, status: 'ok' })
    const employed = { ...facts, employment: { start: '2025-03-10' } }
    expect(line(employed, 'double_wage')).toMatchObject({ amount: 55000, claimable: 40000 })
  })

  it('E7 death at work: twenty incomes of the year before; funeral only with W', () => {
    const death = (date: string, localAverageMonthly?: number) => ({
      injury: { death: true, date, localAverageMonthly },
    })
    expect(line(death('2026-05-10'), 'death_lump')?.amount).toBe(1130040)
    expect(line(death('2025-12-10'), 'death_lump')?.amount).toBe(1083760)
    expect(line(death('2026-05-10'), 'funeral_grant')).toMatchObject({
      status: 'needs_input',
      missing: ['injury.localAverageMonthly'],
    })
    expect(line(death('2026-05-10', 10500), 'funeral_grant')?.amount).toBe(63000)
  })

  it('E8 decided finally up to twelve minimum wages', () => {
    expect(toNumber(finalAwardLimit(caseOf({ region: SIHONG }), '2026-08-01')!)).toBe(26160)
  })

  it('E9 leaves on 15 August: three whole days of five', () => {
    const facts = {
      employment: { start: '2020-01-01', end: '2026-08-15' },
      wages: { averageMonthly: 5000 },
      annualLeave: { entitledDays: 5, takenDays: 0 },
    }
    expect(line(facts, 'annual_leave_pay')?.amount).toBe(1379.31)
    const told = { ...facts, annualLeave: { ...facts.annualLeave, elapsedDaysInYear: 227 } }
    expect(line(told, 'annual_leave_pay')?.amount).toBe(1379.31)
  })

  it.each([
    [40000, 378000],
    [31500, 472500],
  ])('E10 fifteen years at %i with W 10500', (averageMonthly, amount) => {
    const facts: Omit<Claim, 'region'> = {
      employment: { start: '2011-01-01', end: '2025-12-31' },
      termination: { ground: 'art40_no_fault', noticeGiven: true },
      wages: { averageMonthly, localAverageMonthly: 10500 },
    }
    expect(line(facts, 'economic_compensation')?.amount).toBe(amount)
  })

  it('E11 five months on probation in a contract of two years', () => {
    const probation = { contractMonths: 24, agreedMonths: 6, servedMonths: 5, regularWage: 5000 }
    expect(line({ probation }, 'probation_damages')?.amount).toBe(15000)
  })

  it('E12 work stops: four fifths of the minimum wage', () => {
    expect(toNumber(idleAllowance(caseOf({ region: SIHONG }), '2026-08-01')!)).toBe(1744)
  })

  it('E13 arrears stand alone; the addition after an order is told, not counted', () => {
    const facts: Omit<Claim, 'region'> = {
      arrears: [{ due: 12000 }],
      events: [{ date: '2026-05-15', kind: 'order' }],
    }
    expect(line(facts, 'wage_arrears')).toMatchObject({ amount: 12000, balance: 12000 })
    expect(line(facts, 'wage_arrears')?.steps?.map((it) => it.value)).toContain('6000 至 12000 元')
    expect(of(facts).warnings).toContain('art85_may_be_asked')
  })

  it('E14 asked for N, 2N and a month: 2N alone', () => {
    const facts: Omit<Claim, 'region'> = {
      employment: { start: '2023-01-01', end: '2025-12-31' },
      termination: { ground: 'unlawful', noticePayAsked: true },
      wages: { averageMonthly: 5000 },
    }
    expect(line(facts, 'unlawful_termination')?.claimable).toBe(30000)
    for (const code of ['economic_compensation', 'notice_pay'] as const)
      expect(line(facts, code)).toMatchObject({
        status: 'excluded_by',
        excludedBy: 'unlawful_termination',
        claimable: 0,
      })
  })
})
