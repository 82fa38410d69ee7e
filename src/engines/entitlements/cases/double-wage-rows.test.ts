import { describe, expect, it } from 'vitest'
import { entitlementsOf, type Claim } from '../index.ts'
import { holds, warningsOf, type Facts } from './rows.ts'

describe('double wages', () => {
  const unsigned = (start: string, end: string, signedOn: string | null, monthly: number, days?: number): Facts => ({
    employment: { start, end },
    unsignedContract: { signedOn, monthly, ...(days === undefined ? {} : { workdaysInPartMonth: days }) },
  })
  const year = (filedOn: string, ...events: NonNullable<Claim['events']>): Facts => ({
    ...unsigned('2023-06-01', '2025-05-31', null, 4000),
    filedOn,
    events,
  })
  const code = 'double_wage'
  holds([
    ['four months and twelve days', unsigned('2024-03-15', '2025-12-31', '2024-09-01', 6525, 12), code, 29_700],
    [
      'the days not known',
      unsigned('2024-03-15', '2025-12-31', '2024-09-01', 6525),
      code,
      { missing: ['unsignedContract.workdaysInPartMonth'] },
    ],
    [
      'signed when a month was over',
      unsigned('2024-03-15', '2025-12-31', '2024-04-15', 6525),
      code,
      { status: 'not_applicable' },
    ],
    ['signed a day later', unsigned('2024-03-15', '2025-12-31', '2024-04-16', 6525, 1), code, 300],
    ['hired on a 31st', unsigned('2024-01-31', '2024-04-30', null, 5000), code, 10_000],
    ['hired before the law', unsigned('2006-06-01', '2009-06-30', null, 1000), code, 11_000],
    ['counted back from filing: six of eleven months', year('2024-12-01'), code, { amount: 44_000, claimable: 24_000 }],
    ['one working day left in time', year('2025-05-31'), code, { amount: 44_000, claimable: 183.91 }],
    ['all out of time', year('2025-06-01'), code, { status: 'time_barred', amount: 44_000, claimable: 0, balance: 0 }],
    [
      'kept alive by a complaint',
      year('2025-06-09', { date: '2024-06-10', kind: 'complaint' }),
      code,
      { claimable: 44_000 },
    ],
    [
      'and by a promise after it',
      year('2026-05-30', { date: '2024-06-10', kind: 'complaint' }, { date: '2025-06-01', kind: 'promise' }),
      code,
      { claimable: 44_000 },
    ],
    [
      'an order does not stop the clock',
      year('2025-06-09', { date: '2024-06-10', kind: 'order' }),
      code,
      { claimable: 0 },
    ],
    [
      'months found and days of the last',
      { unsignedContract: { monthly: 4350, months: 5, workdaysInPartMonth: 3 } },
      code,
      22_350,
    ],
    [
      'parts of months found',
      { unsignedContract: { monthly: 4350, months: 5.5, workdaysInPartMonth: 3 } },
      code,
      23_925,
    ],
    [
      'months found after a contract that was not renewed: their days are not known',
      {
        employment: { start: '2012-05-01', end: '2026-09-30' },
        unsignedContract: { monthly: 5600, months: 8 },
        filedOn: '2026-10-15',
      },
      code,
      { status: 'ok', amount: 44_800, claimable: 44_800 },
    ],
    [
      'months found of a contract never signed, long ago',
      {
        employment: { start: '2012-05-01' },
        unsignedContract: { signedOn: null, monthly: 5600, months: 8 },
        filedOn: '2026-10-15',
      },
      code,
      { status: 'time_barred', amount: 44_800, claimable: 0 },
    ],
    [
      'left on a day not known',
      {
        ...unsigned('2023-06-01', '2025-05-31', null, 4000),
        employment: { start: '2023-06-01' },
        termination: { ground: 'art37_resign' },
        filedOn: '2025-01-01',
      },
      code,
      { status: 'needs_input', missing: ['employment.end'] },
    ],
  ])

  it('says where the line of limitation cuts a month', () => {
    expect(warningsOf(year('2025-05-31'))).toContain('limitation_split_by_day')
    expect(warningsOf(year('2024-12-01'))).not.toContain('limitation_split_by_day')
  })

  it('says that months found on unknown days were not checked for limitation', () => {
    const unsignedContract = { monthly: 5600, months: 8 }
    const facts: Facts = { employment: { start: '2012-05-01' }, unsignedContract, filedOn: '2026-10-15' }
    expect(warningsOf(facts)).toEqual(['limitation_unchecked:double_wage'])
  })

  it('of months beside the period counts none', () => {
    const facts = unsigned('2023-06-01', '2025-05-31', null, 1)
    const monthlyDue = ['2023-06', '2023-07', '2024-05', '2024-06'].map((month) => ({ month, amount: 4000 }))
    const claim: Facts = { ...facts, unsignedContract: { signedOn: null, monthlyDue } }
    expect(entitlementsOf({ region: '000000', ...claim }).lines[0]?.amount).toBe(8000)
    expect(warningsOf(claim)).toContain('month_outside_double_wage_period')
  })
})

describe('annual leave', () => {
  const leave = (
    annualLeave: Claim['annualLeave'],
    employment?: Claim['employment'],
    averageMonthly = 2175,
  ): Facts => ({
    annualLeave: annualLeave!,
    ...(employment ? { employment } : {}),
    wages: { averageMonthly },
  })
  const code = 'annual_leave_pay'
  holds([
    [
      '197 days of a leap year',
      leave({ entitledDays: 10, takenDays: 2 }, { start: '2014-01-01', end: '2024-07-15' }, 6525),
      code,
      1800,
    ],
    [
      'more taken than was due',
      leave({ entitledDays: 10, takenDays: 8 }, { start: '2014-01-01', end: '2024-07-15' }),
      code,
      0,
    ],
    [
      'half a day taken leaves less than three days',
      leave({ entitledDays: 5, takenDays: 0.5 }, { start: '2020-01-01', end: '2026-08-15' }),
      code,
      400,
    ],
    ['less than a year worked', leave({ totalServiceYears: 0.9, takenDays: 0 }), code, 0],
    ['one year', leave({ totalServiceYears: 1, takenDays: 0 }), code, 1000],
    ['just under ten', leave({ totalServiceYears: 9.9, takenDays: 0 }), code, 1000],
    ['ten', leave({ totalServiceYears: 10, takenDays: 0 }), code, 2000],
    ['just under twenty', leave({ totalServiceYears: 19.9, takenDays: 0 }), code, 2000],
    ['twenty', leave({ totalServiceYears: 20, takenDays: 0 }), code, 3000],
    ['the year of hire: 184 days left', leave({ entitledDays: 5, takenDays: 0, elapsedDaysInYear: 184 }), code, 400],
    [
      'hired and left in one year, after work elsewhere',
      leave({ totalServiceYears: 12, takenDays: 0 }, { start: '2026-04-01', end: '2026-09-30' }),
      code,
      1000,
    ],
    [
      'the same with the years not known',
      leave({ takenDays: 0 }, { start: '2026-04-01', end: '2026-09-30' }),
      code,
      { missing: ['annualLeave.totalServiceYears', 'annualLeave.elapsedDaysInYear'] },
    ],
    ['half a day not taken', leave({ unusedDays: 2.5 }), code, 500],
  ])
})
