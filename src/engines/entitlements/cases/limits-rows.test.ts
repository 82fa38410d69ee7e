import { describe, expect, it } from 'vitest'
import { entitlementsOf, type Claim } from '../index.ts'
import { after, holds, left, warningsOf, type Facts } from './rows.ts'

const N = 'economic_compensation'

const ended = (end: string, filedOn: string, ...events: NonNullable<Claim['events']>): Facts => ({
  ...left('2020-01-01', end, 'art41_layoff', { averageMonthly: 1000 }),
  filedOn,
  events,
})

describe('the last day to file', () => {
  const [ok, barred] = [{ status: 'ok' }, { status: 'time_barred', claimable: 0, balance: 0 }] as const
  holds([
    ['a Sunday puts it off to Monday', ended('2024-08-31', '2025-09-01'), N, ok],
    ['not to Tuesday', ended('2024-08-31', '2025-09-02'), N, barred],
    ['National Day puts it off to the ninth', ended('2024-10-01', '2025-10-09'), N, ok],
    ['not to the tenth', ended('2024-10-01', '2025-10-10'), N, barred],
    ['after 29 February it is the 28th', ended('2024-02-29', '2025-02-28'), N, ok],
    ['and not 1 March', ended('2024-02-29', '2025-03-01'), N, barred],
    ['from the day of learning', ended('2024-01-10', '2025-02-28', { date: '2024-03-01', kind: 'learned' }), N, ok],
    [
      'learned before the end changes nothing',
      ended('2024-01-10', '2025-01-10', { date: '2023-03-01', kind: 'learned' }),
      N,
      ok,
    ],
    [
      'a demand in time begins it anew',
      ended('2024-01-10', '2025-12-31', { date: '2025-01-10', kind: 'claim' }),
      N,
      ok,
    ],
    ['a demand too late does not', ended('2024-01-10', '2025-12-31', { date: '2025-01-13', kind: 'claim' }), N, barred],
  ])
})

describe('what runs from another day than the end', () => {
  const probation = (filedOn: string): Facts => ({
    employment: { start: '2024-01-02' },
    probation: { contractMonths: 12, servedMonths: 3, regularWage: 4000 },
    filedOn,
  })
  holds([
    ['probation from the day after it', probation('2025-04-02'), 'probation_damages', { status: 'ok', amount: 4000 }],
    ['a day later', probation('2025-04-03'), 'probation_damages', { status: 'time_barred', amount: 4000 }],
  ])
})

it('is not judged by a law that was not yet in force', () => {
  const filed = (filedOn: string): Facts => ({ employment: { end: '2006-03-01' }, arrears: [{ due: 500 }], filedOn })
  const status = (filedOn: string) => entitlementsOf({ region: '000000', ...filed(filedOn) }).lines[0]?.status
  expect([status('2008-04-30'), status('2008-05-01')]).toEqual(['ok', 'time_barred'])
  expect(warningsOf(filed('2008-04-30'))).toContain('limitation_no_rule')
})

it('is said to be near from thirty days before it on', () => {
  const filed = (filedOn: string) => warningsOf(ended('2025-03-31', filedOn))
  expect(filed('2026-03-01')).toContain('limitation_near:economic_compensation')
  expect(filed('2026-02-28')).not.toContain('limitation_near:economic_compensation')
})

describe('payments and claims', () => {
  const facts: Facts = { ...after(6, { averageMonthly: 6000 }), termination: { ground: 'unlawful' } }
  const code = 'unlawful_termination'
  holds([
    ['paid in part', { ...facts, paid: [{ code: N, amount: 30_000 }] }, code, { claimable: 72_000, balance: 42_000 }],
    ['paid too much', { ...facts, paid: [{ code, amount: 80_000 }] }, code, { claimable: 72_000, balance: 0 }],
    ['asked for less', { ...facts, claimed: [{ code, amount: 50_000 }] }, code, { claimable: 72_000, balance: 50_000 }],
    [
      'asked for twice',
      {
        ...facts,
        claimed: [
          { code, amount: 50_000 },
          { code, amount: 10_000 },
        ],
        paid: [{ code, amount: 2000 }],
      },
      code,
      { balance: 60_000 },
    ],
  ])
})

it('going on and damages both asked for: damages stand as the alternative, with a warning', () => {
  const claimed = ['reinstatement', 'unlawful_termination'].map((code) => ({ code, amount: 72_000 }))
  const facts: Facts = { ...after(6, { averageMonthly: 6000 }), termination: { ground: 'unlawful' }, claimed }
  const { lines, warnings } = entitlementsOf({ region: '000000', ...facts })
  expect(lines[0]).toMatchObject({ code: 'unlawful_termination', status: 'ok', balance: 72_000 })
  expect(warnings).toContain('reinstatement_or_damages')
})

describe('a claim with almost nothing', () => {
  it.each(['321324', '321300', '320100', '110105', '000000', '999999'])(
    'in %s gives no lines and no warnings',
    (region) => {
      expect(entitlementsOf({ region })).toEqual({ lines: [], warnings: [], unverified: [] })
    },
  )

  it('names every missing fact, and no amount', () => {
    const { lines } = entitlementsOf({
      region: '321324',
      termination: { ground: 'unlawful' },
      unsignedContract: {},
      annualLeave: {},
      arrears: [{}],
      overtime: [{ kind: 'weekday', baseMonthly: 1 }],
      probation: {},
      injury: { death: true, grade: 7 },
      training: {},
      claimed: [{ code: 'heat_allowance', amount: 300 }],
    })
    expect(lines.filter((it) => it.status !== 'needs_input').map((it) => [it.code, it.status])).toEqual([
      ['economic_compensation', 'excluded_by'],
      ['notice_pay', 'excluded_by'],
      ['training_penalty', 'not_applicable'],
    ])
    for (const it of lines) expect(it.amount).toBeUndefined()
    expect(new Set(lines.flatMap((it) => it.missing ?? []))).toEqual(
      new Set([
        'wages.averageMonthly',
        'employment.start',
        'employment.end',
        'unsignedContract.monthly',
        'unsignedContract.signedOn',
        'arrears[0].due',
        'overtime[0].hours',
        'annualLeave.totalServiceYears',
        'annualLeave.takenDays',
        'probation.contractMonths',
        'probation.servedMonths',
        'probation.regularWage',
        'heat.months',
        'injury.ownWage',
        'injury.date',
        'injury.localAverageMonthly',
      ]),
    )
  })
})
