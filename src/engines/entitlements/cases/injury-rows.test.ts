import { describe } from 'vitest'
import { type Claim, type Ground } from '../index.ts'
import { holds, type Facts, type Row } from './rows.ts'

describe('injuries', () => {
  const hurt = (injury: Claim['injury'], ground?: Ground): Facts => ({
    injury: { date: '2025-03-04', relationEnded: true, ...injury },
    ...(ground ? { termination: { ground } } : {}),
  })
  const [lump, medical, job] = ['injury_disability_lump', 'injury_medical_lump', 'injury_employment_lump'] as const
  holds([
    ...[27, 25, 23, 21, 18, 16, 13, 11, 9, 7].map((months, at): Row => [
      `grade ${at + 1}`,
      hurt({ grade: at + 1, ownWage: 5000 }),
      lump,
      months * 5000,
    ]),
    ...[
      [200_000, 95_000],
      [160_000, 85_000],
      [120_000, 45_000],
      [80_000, 35_000],
      [50_000, 25_000],
      [30_000, 15_000],
    ].flatMap(([large, small], at): Row[] => [
      [`medical of grade ${at + 5}`, hurt({ grade: at + 5 }, 'art37_resign'), medical, large!, '320500'],
      [`employment of grade ${at + 5}`, hurt({ grade: at + 5 }, 'art37_resign'), job, small!, '321324'],
    ]),
    ['elsewhere no figure', hurt({ grade: 7 }), medical, { status: 'no_rule' }, '330100'],
    ['before the decree', hurt({ grade: 7, date: '2015-05-31' }), medical, { status: 'no_rule' }, '320100'],
    ['the relation goes on', hurt({ grade: 7, relationEnded: false }), job, { status: 'not_applicable' }, '320100'],
    [
      'near retirement by own wish',
      hurt({ grade: 10, monthsToRetirement: 20 }, 'art37_resign'),
      medical,
      6000,
      '321324',
    ],
    [
      'near retirement by an end the worker proposed',
      hurt({ grade: 10, monthsToRetirement: 20 }, 'art36_employee_proposed'),
      medical,
      6000,
      '321324',
    ],
    [
      'not where the employer gave cause',
      hurt({ grade: 10, monthsToRetirement: 20 }, 'art38_worker_resigns_for_cause'),
      medical,
      30_000,
      '321324',
    ],
    [
      'nor by the end of the term',
      hurt({ grade: 10, monthsToRetirement: 20 }, 'art44_1_expiry'),
      medical,
      30_000,
      '321324',
    ],
    [
      'occupational disease near retirement',
      hurt({ grade: 10, monthsToRetirement: 20, occupationalDisease: true }, 'art37_resign'),
      medical,
      8400,
      '321324',
    ],
    ['the disease does not raise the other', hurt({ grade: 10, occupationalDisease: true }), job, 15_000, '321324'],
    ['below 60 % of the average', hurt({ grade: 9, ownWage: 2000, localAverageMonthly: 6000 }), lump, 32_400],
    ['above 300 %', hurt({ grade: 9, ownWage: 20_000, localAverageMonthly: 6000 }), lump, 162_000],
    ['before 2011', hurt({ grade: 9, ownWage: 2000, date: '2010-12-31' }), lump, { status: 'no_rule' }],
    ['death in 2014', hurt({ death: true, date: '2014-03-01' }), 'death_lump', 539_100],
    ['death on the last day of 2020', hurt({ death: true, date: '2020-12-31' }), 'death_lump', 847_180],
    ['death in a year not held', hurt({ death: true, date: '2013-06-01' }), 'death_lump', { status: 'no_rule' }],
    ['a day that is not known', { injury: { death: true } }, 'death_lump', { missing: ['injury.date'] }],
    [
      'suspension less what was paid',
      hurt({ suspensionMonths: 4, suspensionMonthly: 5000, suspensionPaid: 12_000 }),
      'injury_suspension_wage',
      { amount: 20_000, balance: 8000 },
    ],
  ])
})
