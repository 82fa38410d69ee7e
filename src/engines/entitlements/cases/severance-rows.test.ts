import { describe, expect, it } from 'vitest'
import { entitlementsOf, type Claim } from '../index.ts'
import { after, holds, left, warningsOf, type Facts } from './rows.ts'

const N = 'economic_compensation'

describe('severance', () => {
  const shanghai = { averageMonthly: 18_000, localAverageMonthly: 12_183 }
  const shenzhen = (averageMonthly: number) => ({ averageMonthly, localAverageMonthly: 13_730 })
  const plain = { averageMonthly: 4000 }
  holds([
    [
      'nine years and six months exactly are ten',
      left('2015-03-16', '2024-09-15', 'art40_no_fault', shanghai),
      N,
      180_000,
    ],
    ['a day less is nine and a half', left('2015-03-16', '2024-09-14', 'art40_no_fault', shanghai), N, 171_000],
    ['above 3 W: 3 W and twelve years', left('2009-07-01', '2024-06-30', 'art41_layoff', shenzhen(50_000)), N, 494_280],
    ['a cent above 3 W', left('2009-07-01', '2024-06-30', 'art41_layoff', shenzhen(41_190.01)), N, 494_280],
    [
      'at 3 W exactly: all fifteen years',
      left('2009-07-01', '2024-06-30', 'art41_layoff', shenzhen(41_190)),
      N,
      617_850,
    ],
    [
      'capped and doubled',
      left('2009-07-01', '2024-06-30', 'unlawful', shenzhen(50_000)),
      'unlawful_termination',
      988_560,
    ],
    [
      'said to be above 3 W without W',
      after(15, { averageMonthly: 50_000, aboveThreeTimes: true }),
      N,
      { status: 'needs_input', missing: ['wages.localAverageMonthly'] },
    ],
    ['settled to be not above', after(15, { averageMonthly: 50_000, aboveThreeTimes: false }), N, 750_000],
    [
      'expiry from 2008 on: 7 years 4 months 9 days',
      left('1996-05-10', '2015-05-09', 'art44_1_expiry', plain),
      N,
      30_000,
    ],
    ['bankruptcy from 2008 on', left('1996-05-10', '2015-05-09', 'art44_4_bankruptcy', plain), N, 30_000],
    ['dissolution from 2008 on', left('1996-05-10', '2015-05-09', 'art44_5_dissolution', plain), N, 30_000],
    [
      'for cause: all nineteen years',
      left('1996-05-10', '2015-05-09', 'art38_worker_resigns_for_cause', plain),
      N,
      76_000,
    ],
    ['2N: all nineteen years', left('1996-05-10', '2015-05-09', 'unlawful', plain), 'unlawful_termination', 152_000],
    ['half a year after the law began', left('2007-12-31', '2008-06-30', 'art44_1_expiry', plain), N, 4000],
    ['on the first day of the law', left('2001-01-01', '2008-01-01', 'art44_1_expiry', plain), N, 2000],
    ['the day before', left('2001-01-01', '2007-12-31', 'art40_no_fault', plain), N, { status: 'no_rule' }],
    ['half a cent goes up', after(4.5, { averageMonthly: 6000.55 }), N, 27_002.48],
    [
      'of thirteen months the last twelve',
      after(1, { monthly: [90_000, ...Array.from({ length: 12 }, () => 5000)] }),
      N,
      5000,
    ],
    ['the average is rounded first', after(1.5, { monthly: [5000, 5000.01, 5000.01] }), N, 7500.02],
    ['raised to the stated minimum wage', after(3, { averageMonthly: 1900, minimumWage: 2490 }), N, 7470],
    ['one day', left('2024-05-06', '2024-05-06', 'art41_layoff', plain), N, 2000],
    [
      'by the minimum wage of the day: the last of 2025',
      { ...after(2, { averageMonthly: 1500 }), employment: { serviceYears: 2, end: '2025-12-31' } },
      N,
      4020,
      '321324',
    ],
    [
      'and the first of 2026',
      { ...after(2, { averageMonthly: 1500 }), employment: { serviceYears: 2, end: '2026-01-01' } },
      N,
      4360,
      '321300',
    ],
  ])

  it('tells where the statements and the figures differ', () => {
    const low = { averageMonthly: 10_000, localAverageMonthly: 9000 }
    expect(warningsOf(after(2, { ...low, aboveThreeTimes: true }))).toContain('above_three_times_differs')
    const high = { averageMonthly: 30_000, localAverageMonthly: 9000 }
    expect(warningsOf(after(2, { ...high, aboveThreeTimes: false }))).toContain('not_above_three_times_differs')
    expect(warningsOf(left('2008-01-31', '2015-02-27', 'art41_layoff', { averageMonthly: 1 }))).toEqual([
      'cap_unchecked',
    ])
  })

  it('says where the day of the month of hire would change the years', () => {
    const hired = (end: string): Facts => ({
      ...left('2024-03-01', end, 'art41_layoff', { averageMonthly: 5000 }),
      employment: { start: '2024-03-01', end, precision: 'month' },
    })
    // From the 1st two years and six months, from the 31st a day less.
    expect(warningsOf(hired('2026-08-31'))).toContain('start_month_only')
    expect(warningsOf(hired('2026-06-15'))).not.toContain('start_month_only')
  })

  it('in Suqian tells the range where the wage may be above 3 W, and counts it uncapped', () => {
    const paid = (averageMonthly: number): Facts => ({
      employment: { serviceYears: 15, end: '2026-06-30' },
      termination: { ground: 'art41_layoff' },
      wages: { averageMonthly },
    })
    const [line] = entitlementsOf({ region: '321324', ...paid(40_000) }).lines
    expect(line?.amount).toBe(600_000)
    // 31 314 × 12 and 32 917 × 12.
    expect(line?.steps?.find((it) => it.label === '可能封顶')?.value).toBe('约 375768 至 395004 元')
    expect(warningsOf(paid(40_000), '321324')).toContain('cap_possible')
    expect(warningsOf(paid(31_314), '321324')).not.toContain('cap_possible')
    expect(warningsOf(paid(40_000), '330100')).not.toContain('cap_possible')
  })
})

describe('notice', () => {
  const notice = (noticeGiven?: boolean, lastMonthWage?: number): Facts => ({
    employment: { start: '2020-01-01', end: '2026-03-10' },
    termination: JSON.parse(JSON.stringify({ ground: 'art40_no_fault', noticeGiven, lastMonthWage })) as NonNullable<
      Claim['termination']
    >,
  })
  holds([
    ['the wage of the month before', notice(false, 7321.5), 'notice_pay', 7321.5],
    ['given in time', notice(true, 7321.5), 'notice_pay', { status: 'not_applicable', claimable: 0 }],
    ['not known whether given', notice(undefined, 5000), 'notice_pay', { missing: ['termination.noticeGiven'] }],
    ['the wage not known', notice(false), 'notice_pay', { missing: ['termination.lastMonthWage'] }],
    ['in Jiangsu not below the minimum wage', notice(false, 1800), 'notice_pay', 2180, '321324'],
  ])
})
