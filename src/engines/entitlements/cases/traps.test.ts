import { describe, expect, it } from 'vitest'
import {
  caseOf,
  entitlementsOf,
  lineOf,
  minimumWageShortfall,
  overAgeRights,
  parameterSet,
  settlementDue,
  shippedParameters,
  type Claim,
  type LineCode,
  type OvertimeKind,
} from '../index.ts'
import { probationDamages } from '../rules/probation.ts'

type Facts = Omit<Claim, 'region'>
const of = (claim: Facts, region = '000000') => entitlementsOf({ region, ...claim })
const line = (claim: Facts, code: LineCode, region?: string) => of(claim, region).lines.find((it) => it.code === code)

const severance = (start: string, end: string, more: Partial<Facts> = {}) =>
  line(
    {
      employment: { start, end },
      termination: { ground: 'other_severance' },
      wages: { averageMonthly: 1000 },
      ...more,
    },
    'economic_compensation',
  )?.amount

/** What is easily got wrong; the numbers are those of the project's list of traps. */
describe('traps', () => {
  it('1–3 a day more or less, six months exactly, less than six', () => {
    expect(severance('2013-08-01', '2016-07-31')).toBe(3000)
    expect(severance('2013-08-01', '2016-08-01')).toBe(3500)
    expect(severance('2013-08-01', '2016-07-30')).toBe(3000)
    expect(severance('2013-08-01', '2017-01-31')).toBe(4000)
    expect(severance('2013-08-01', '2017-01-30')).toBe(3500)
    expect(severance('2012-02-29', '2013-02-28')).toBe(1000)
  })

  it('4 the twelfth month of double wages is not counted', () => {
    const unsigned = (end: string) =>
      line(
        { employment: { start: '2020-12-01', end }, unsignedContract: { signedOn: null, monthly: 4000 } },
        'double_wage',
      )
    expect(unsigned('2021-11-30')?.amount).toBe(44000)
    expect(unsigned('2023-06-30')?.amount).toBe(44000)
    expect(unsigned('2023-06-30')?.steps?.[0]?.value).toBe('2021-01-01 至 2021-11-30')
    const facts = { signedOn: null, monthly: 4000, months: 12 }
    expect(line({ unsignedContract: facts }, 'double_wage')?.amount).toBe(44000)
  })

  it('5 2N and a month of notice do not meet; nor 2N and going on', () => {
    const facts: Facts = {
      employment: { serviceYears: 2 },
      termination: { ground: 'unlawful', noticePayAsked: true, lastMonthWage: 9000 },
      wages: { averageMonthly: 5000 },
    }
    expect(line(facts, 'notice_pay')).toMatchObject({ status: 'excluded_by', claimable: 0 })
    const goOn = { ...facts, claimed: [{ code: 'reinstatement', amount: 0 }] }
    expect(line(goOn, 'unlawful_termination')).toMatchObject({ status: 'excluded_by', excludedBy: 'reinstatement' })
  })

  it('6, 7 twelve years cap only a wage above three times W, and 2N as well', () => {
    const facts = (averageMonthly: number, ground: 'unlawful' | 'other_severance'): Facts => ({
      employment: { start: '2008-01-01', end: '2022-12-31' },
      termination: { ground },
      wages: { averageMonthly, localAverageMonthly: 1000 },
    })
    expect(line(facts(3000, 'other_severance'), 'economic_compensation')?.amount).toBe(45000)
    expect(line(facts(3000.01, 'other_severance'), 'economic_compensation')?.amount).toBe(36000)
    expect(line(facts(3000.01, 'unlawful'), 'unlawful_termination')?.amount).toBe(72000)
  })

  it('takes W where an administrator has entered it for the city, from its first day on', () => {
    const entered = parameterSet([
      ...shippedParameters,
      {
        key: 'suqian_w_2025',
        concept: 'local_avg_monthly_wage',
        region: '321300',
        label: 'W',
        unit: '元/月',
        source: 'a notice',
        versions: [{ from: '2026-01-01', value: 8000, status: 'CORROBORATED' }],
      },
    ])
    const claim = (end: string): Claim => ({
      region: '321324',
      employment: { start: '2024-01-01', end },
      termination: { ground: 'other_severance' },
      wages: { averageMonthly: 30000 },
    })
    const after = entitlementsOf(claim('2026-01-01'), entered)
    expect(after.lines[0]).toMatchObject({ amount: 60000 })
    expect(after.lines[0]?.parameters?.map((it) => it.key)).toContain('suqian_w_2025')
    expect(after.warnings).toEqual([])
    const before = entitlementsOf(claim('2025-12-31'), entered)
    expect(before).toMatchObject({ lines: [{ amount: 60000 }], warnings: ['cap_unchecked'] })
  })

  it('needs W where the wage is said to be above three times it, and no cap where it is said not to be', () => {
    const facts = (aboveThreeTimes?: boolean): Facts => ({
      employment: { serviceYears: 13 },
      termination: { ground: 'other_severance' },
      wages: { averageMonthly: 50000, aboveThreeTimes },
    })
    expect(line(facts(true), 'economic_compensation')).toMatchObject({
      status: 'needs_input',
      missing: ['wages.localAverageMonthly'],
    })
    expect(of(facts(false)).warnings).toEqual([])
    expect(of(facts()).warnings).toEqual(['cap_unchecked'])
    expect(line(facts(), 'economic_compensation')?.amount).toBe(650000)
  })

  it('names what is missing instead of giving 0', () => {
    const missing = (claim: Facts, code: LineCode) => {
      const found = line(claim, code)
      expect(found).toMatchObject({ status: 'needs_input' })
      expect(found).not.toHaveProperty('amount')
      return found?.missing
    }
    const end: Facts = { termination: { ground: 'other_severance' } }
    expect(missing(end, 'economic_compensation')).toEqual([
      'wages.averageMonthly',
      'employment.start',
      'employment.end',
    ])
    expect(missing({ termination: { ground: 'art40_no_fault' } }, 'notice_pay')).toEqual([
      'termination.noticeGiven',
      'termination.lastMonthWage',
    ])
    const unsigned: Facts = {
      employment: { start: '2020-06-08', end: '2020-07-14' },
      unsignedContract: { signedOn: null, monthly: 4500 },
    }
    expect(missing(unsigned, 'double_wage')).toEqual(['unsignedContract.workdaysInPartMonth'])
    expect(missing({ arrears: [{ monthly: 3000 }] }, 'wage_arrears')).toEqual(['arrears[0].months'])
    expect(missing({ overtime: [{ kind: 'weekday', baseMonthly: 1 }] }, 'overtime_weekday')).toEqual([
      'overtime[0].hours',
    ])
    expect(missing({ injury: { grade: 10 } }, 'injury_disability_lump')).toEqual(['injury.ownWage'])
    expect(missing({ claimed: [{ code: 'sick_pay', amount: 120 }] }, 'sick_pay')).toEqual(['sickness.workdays'])
    expect(missing({ probation: {} }, 'probation_damages')).toHaveLength(3)
    expect(missing({ training: {} }, 'training_penalty')).toHaveLength(3)
  })

  it('gives no rule before the law', () => {
    const ended: Facts = {
      employment: { start: '2005-01-01', end: '2007-12-31' },
      termination: { ground: 'art38_worker_resigns_for_cause' },
      wages: { averageMonthly: 1000 },
      unsignedContract: { signedOn: null, monthly: 1000 },
      annualLeave: { unusedDays: 5 },
    }
    for (const it of of(ended).lines) expect(it).toMatchObject({ status: 'no_rule' })
    const dayLater: Facts = { ...ended, employment: { start: '2005-01-01', end: '2008-01-01' } }
    expect(line(dayLater, 'economic_compensation')).toMatchObject({ status: 'ok', amount: 3500 })
    const acrossLaw: Facts = { ...ended, employment: { start: '2005-01-01', end: '2009-06-30' } }
    expect(line(acrossLaw, 'double_wage')).toMatchObject({ amount: 11000 })
    expect(line(acrossLaw, 'double_wage')?.steps?.[0]?.value).toBe('2008-02-01 至 2008-12-31')
  })

  it('8 years before 2008 count for art. 38, not where the enterprise is dissolved', () => {
    const years = (ground: 'art38_worker_resigns_for_cause' | 'art44_5_dissolution' | 'art44_1_expiry') =>
      severance('2004-01-01', '2012-12-31', { termination: { ground } })
    expect(years('art38_worker_resigns_for_cause')).toBe(9000)
    expect(years('art44_5_dissolution')).toBe(5000)
    expect(years('art44_1_expiry')).toBe(5000)
  })

  it('9, 10 part of a day of leave counts nothing; 365 in a leap year too', () => {
    const leave = (elapsedDaysInYear: number) =>
      line(
        {
          employment: { end: '2024-12-31' },
          wages: { averageMonthly: 2175 },
          annualLeave: { entitledDays: 5, takenDays: 0, elapsedDaysInYear },
        },
        'annual_leave_pay',
      )?.amount
    expect(leave(72)).toBe(0)
    expect(leave(73)).toBe(200)
    expect(leave(365)).toBe(1000)
    expect(leave(366)).toBe(1000)
  })

  it('11, 12 time off makes up for a rest day, not for a holiday; a moved day off is a rest day', () => {
    const pay = (kind: OvertimeKind, date?: string) =>
      of({ overtime: [{ kind, baseMonthly: 2175, days: 1, timeOffDays: 1, date }] }).lines[0]
    expect(pay('rest_day')?.amount).toBe(0)
    expect(pay('statutory_holiday')?.amount).toBe(300)
    // The Mid-Autumn holiday of 2026 falls on a Friday, the National Day holiday runs to the 3rd.
    expect(pay('rest_day', '2026-10-03')).toMatchObject({ code: 'overtime_statutory_holiday', amount: 300 })
    const moved = of({ overtime: [{ kind: 'statutory_holiday', baseMonthly: 2175, days: 1, date: '2026-10-05' }] })
    expect(moved.lines).toMatchObject([{ code: 'overtime_rest_day', amount: 200 }])
  })

  it('13 each month by the minimum wage of that month', () => {
    const months = [
      { month: '2025-12', paid: 2000 },
      { month: '2026-01', paid: 2000 },
    ]
    const short = lineOf(minimumWageShortfall(caseOf({ region: '321324' }), months))
    expect(short.amount).toBe(190)
    expect(short.parameters?.map((it) => it.effective)).toContain('2024-01-01')
    expect(lineOf(minimumWageShortfall(caseOf({ region: '110000' }), months)).status).toBe('no_rule')
  })

  it('14 the insured wage between 60 % and 300 % of the average', () => {
    const lump = (ownWage: number) =>
      line({ injury: { grade: 10, ownWage, localAverageMonthly: 5000, date: '2025-01-01' } }, 'injury_disability_lump')
    expect(lump(2000)?.amount).toBe(21000)
    expect(lump(3000)?.amount).toBe(21000)
    expect(lump(15000)?.amount).toBe(105000)
    expect(lump(20000)?.amount).toBe(105000)
  })

  it('15 death: the year before the accident', () => {
    const lump = (date: string) => line({ injury: { death: true, date } }, 'death_lump')
    expect(lump('2024-01-01')?.amount).toBe(1036420)
    expect(lump('2023-12-31')?.amount).toBe(985660)
    expect(lump('2010-12-31')?.status).toBe('no_rule')
  })

  it('16 near retirement by whole years left, at retirement nothing; elsewhere no figure', () => {
    const lump = (monthsToRetirement: number, region = '321324') =>
      line(
        { injury: { grade: 8, relationEnded: true, date: '2025-01-01', monthsToRetirement } },
        'injury_employment_lump',
        region,
      )
    expect([60, 59, 48, 47, 36, 35, 24, 23, 12, 11].map((months) => lump(months)?.amount)).toEqual([
      35000, 28000, 28000, 21000, 21000, 14000, 14000, 7000, 7000, 3500,
    ])
    expect(lump(0)).toMatchObject({ status: 'not_applicable', claimable: 0 })
    expect(lump(60, '330000')).toMatchObject({ status: 'no_rule' })
    expect(lump(60, '330000')).not.toHaveProperty('amount')
  })

  it('17 a second probation is void whole', () => {
    const claim: Claim = {
      region: '000000',
      probation: { contractMonths: 36, agreedMonths: 3, servedMonths: 3, regularWage: 4000 },
    }
    expect(lineOf(probationDamages(caseOf(claim))!).status).toBe('not_applicable')
    expect(lineOf(probationDamages(caseOf(claim), true)!).amount).toBe(12000)
  })

  it('18 two working days to settle, over a holiday', () => {
    expect(settlementDue('2026-09-30')).toEqual({ ok: true, value: '2026-10-09' })
    expect(settlementDue('2027-01-05').ok).toBe(false)
  })

  it('19 the last day of the year is in time, the next is not; a promise begins it anew', () => {
    const filed = (filedOn: string, promised?: string) =>
      line(
        {
          employment: { start: '2023-01-01', end: '2025-03-31' },
          termination: { ground: 'other_severance' },
          wages: { averageMonthly: 1000 },
          filedOn,
          events: promised === undefined ? [] : [{ date: promised, kind: 'promise' }],
        },
        'economic_compensation',
      )
    expect(filed('2026-03-31')).toMatchObject({ status: 'ok', claimable: 2500 })
    expect(filed('2026-04-01')).toMatchObject({ status: 'time_barred', amount: 2500, claimable: 0, balance: 0 })
    expect(filed('2026-04-01', '2026-03-31')).toMatchObject({ status: 'ok', claimable: 2500 })
    expect(filed('2026-04-01', '2026-04-01')).toMatchObject({ status: 'time_barred' })
  })

  it('20, 21 not above what is asked, never below nothing', () => {
    const arrears = (asked: number, paid: number) =>
      line(
        {
          arrears: [{ due: 8000 }],
          claimed: [{ code: 'wage_arrears', amount: asked }],
          paid: [{ code: 'wage_arrears', amount: paid }],
        },
        'wage_arrears',
      )
    expect(arrears(5000, 1000)).toMatchObject({ amount: 8000, claimable: 8000, balance: 5000 })
    expect(arrears(9000, 1000)).toMatchObject({ balance: 7000 })
    expect(arrears(9000, 9000)).toMatchObject({ amount: 8000, balance: 0 })
  })

  it('22 an average below the minimum wage is raised to it, stated or held', () => {
    const facts: Facts = {
      employment: { serviceYears: 2, end: '2026-06-30' },
      termination: { ground: 'other_severance' },
      wages: { averageMonthly: 1500, minimumWage: 2000 },
    }
    expect(line(facts, 'economic_compensation')?.amount).toBe(4000)
    const held = of({ ...facts, wages: { averageMonthly: 1500 } }, '321324')
    expect(held.lines[0]?.amount).toBe(4360)
    expect(held.unverified).toEqual(['region_min_wage_class', 'jiangsu_min_wage_monthly'])
  })

  it('23, 24 neither 50–100 % nor 25 % is added', () => {
    const answer = of({ arrears: [{ due: 1000 }], employment: { start: '2014-01-01', end: '2016-12-31' } })
    expect(answer.lines).toMatchObject([{ code: 'wage_arrears', amount: 1000, balance: 1000 }])
    expect(answer.warnings).toEqual(['art85_not_counted'])
  })

  it('25 past retirement age: by the rule from 2026-07-01, none before', () => {
    const work = caseOf({ region: '321324' })
    expect(overAgeRights(work, '2026-06-30')).toBeUndefined()
    expect(overAgeRights(work, '2026-07-01')).toContain('overtime_weekday')
    expect(overAgeRights(work, '2026-07-01')).not.toContain('economic_compensation')
  })
})
