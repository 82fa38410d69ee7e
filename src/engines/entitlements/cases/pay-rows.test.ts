import { describe, expect, it } from 'vitest'
import { entitlementsOf } from '../index.ts'
import { holds, warningsOf, type Facts } from './rows.ts'

describe('overtime', () => {
  const day = (kind: 'weekday' | 'rest_day' | 'statutory_holiday', date: string): Facts => ({
    overtime: [{ kind, date, days: 1, baseMonthly: 4350 }],
  })
  const [weekday, rest, holiday] = ['overtime_weekday', 'overtime_rest_day', 'overtime_statutory_holiday'] as const
  holds([
    ['thirty hours', { overtime: [{ kind: 'weekday', baseMonthly: 4350, hours: 30 }] }, weekday, 1125],
    [
      'part made up by time off',
      { overtime: [{ kind: 'rest_day', baseMonthly: 4350, days: 3, timeOffDays: 1.5 }] },
      rest,
      600,
    ],
    [
      'more time off than worked',
      { overtime: [{ kind: 'rest_day', baseMonthly: 4350, days: 1, timeOffDays: 2 }] },
      rest,
      0,
    ],
    [
      'a weekday is not made up by time off',
      { overtime: [{ kind: 'weekday', baseMonthly: 4350, days: 1, timeOffDays: 1 }] },
      weekday,
      300,
    ],
    ['the third day of the new year called a rest day', day('rest_day', '2026-02-19'), holiday, 600],
    ['mid-autumn within the long holiday of 2025', day('statutory_holiday', '2025-10-06'), holiday, 600],
    ['the day after it', day('statutory_holiday', '2025-10-07'), rest, 400],
    ['2 May since 2025', day('statutory_holiday', '2025-05-02'), holiday, 600],
    ['2 May before', day('statutory_holiday', '2024-05-02'), rest, 400],
    ['the eve of the new year since 2025', day('statutory_holiday', '2025-01-28'), holiday, 600],
    ['the eve before', day('statutory_holiday', '2024-02-09'), holiday, 0],
    ['a working day that is off by a moved day', day('weekday', '2026-10-05'), rest, 400],
    ['a year not held is as stated', day('statutory_holiday', '2030-10-01'), holiday, 600],
    ['before the days of a month were held', day('weekday', '2007-12-31'), weekday, { status: 'no_rule' }],
    [
      'elsewhere not below the stated minimum wage',
      { wages: { minimumWage: 2420 }, overtime: [{ kind: 'weekday', baseMonthly: 2000, hours: 8 }] },
      weekday,
      166.9,
      '110105',
    ],
    [
      'in Jiangsu not below the held one',
      { overtime: [{ kind: 'rest_day', baseMonthly: 1500, days: 1, date: '2026-10-04' }] },
      rest,
      200.46,
      '321324',
    ],
  ])
})

it('cites an article once, however many items rest on it', () => {
  const item = { kind: 'weekday', baseMonthly: 1500, hours: 8, date: '2026-03-10' } as const
  const [line] = entitlementsOf({ region: '321324', overtime: [item, item] }).lines
  expect(line?.articles.filter((it) => it.law === '江苏省工资支付条例')).toHaveLength(1)
})

describe('arrears', () => {
  holds([
    [
      'months and days less what was paid',
      { arrears: [{ monthly: 4350, months: 2, workdays: 10, paid: 3000 }] },
      'wage_arrears',
      { amount: 10_700, claimable: 10_700, balance: 7700 },
    ],
    [
      'more paid of one item leaves the other',
      { arrears: [{ due: 5000, paid: 6000 }, { due: 1000 }] },
      'wage_arrears',
      { amount: 6000, balance: 1000 },
    ],
    ['an item without figures', { arrears: [{ monthly: 4000 }] }, 'wage_arrears', { missing: ['arrears[0].months'] }],
  ])
  it('of a relation over on a day not known are not said to be in time', () => {
    const facts: Facts = { arrears: [{ due: 1 }], termination: { ground: 'art37_resign' }, filedOn: '2026-01-05' }
    expect(warningsOf(facts)).toContain('limitation_unchecked:wage_arrears')
    expect(warningsOf({ arrears: [{ due: 1 }], filedOn: '2026-01-05' })).toEqual(['art85_not_counted'])
  })
})

describe('probation and training', () => {
  const served = (contractMonths: number | null, servedMonths: number): Facts => ({
    probation: { contractMonths, servedMonths, regularWage: 4000 },
  })
  const code = 'probation_damages'
  holds([
    ['one year allows two months', served(12, 3), code, 4000],
    ['just under a year allows one', served(11.9, 3), code, 8000],
    ['three months allow one', served(3, 2), code, 4000],
    ['less allow none', served(2.9, 2), code, 8000],
    ['three years allow six', served(36, 6), code, { status: 'not_applicable', claimable: 0 }],
    ['just under allow two', served(35.9, 6), code, 16_000],
    ['without term six', served(null, 7), code, 4000],
    ['part of a month over', served(12, 2.5), code, 2000],
    [
      'the rest of the period',
      { training: { cost: 30_000, servicePeriodMonths: 36, unservedMonths: 10 } },
      'training_penalty',
      8333.33,
    ],
  ])
})
