import { describe, expect, it } from 'vitest'
import { calendarOf } from '../../../platform/base/workdays.ts'
import { deadlinesOf, nextOf, overdueOf, tellingOf, type CaseDates, type DeadlineKind, type Step } from './deadlines.ts'
import { limitationOf } from './limitation.ts'
import { urgenciesOf, type Triage } from './urgency.ts'

const calendar = calendarOf()
const bare: CaseDates = {
  stillEmployed: null,
  leftOn: null,
  receivedOn: '2026-03-02',
  acceptedOn: null,
  path: null,
  assignedOn: null,
  steps: [],
}
const of = (dates: Partial<CaseDates>, kind: DeadlineKind) =>
  deadlinesOf({ ...bare, ...dates }, calendar).find((it) => it.kind === kind)

describe('deadlines', () => {
  it('ends a mediation on day 15, moved off days of rest', () => {
    // 2026-03-06 + 15 = Saturday 21 March; Monday is the 23rd.
    expect(of({ steps: [{ kind: 'mediation_asked', on: '2026-03-06' }] }, 'mediation')).toMatchObject({
      on: '2026-03-23',
      metOn: undefined,
      article: '劳动争议调解仲裁法第十四条',
    })
    expect(of({ steps: [{ kind: 'mediation_asked', on: '2026-03-05' }] }, 'mediation')?.on).toBe('2026-03-20')
  })

  it('dockets in five working days, over a holiday', () => {
    // 2026-09-30: the National Day holiday runs from 1 to 7 October, 10 October is worked.
    const docket = of({ steps: [{ kind: 'arbitration_asked', on: '2026-09-30' }] }, 'arbitration_docket')
    expect(docket?.on).toBe('2026-10-13')
  })

  it('awards in 45 days, in 60 where prolonged, and sues in 15 after it was served', () => {
    const docketed = { kind: 'arbitration_docketed', on: '2026-03-02' } as const
    expect(of({ steps: [docketed] }, 'award')?.on).toBe('2026-04-16')
    const prolonged = { kind: 'arbitration_prolonged', on: '2026-04-10' } as const
    expect(of({ steps: [docketed, prolonged] }, 'award')?.on).toBe('2026-05-06')
    const served = { kind: 'award_served', on: '2026-04-20' } as const
    expect(of({ steps: [docketed, served] }, 'award')).toMatchObject({ metOn: '2026-04-20' })
    expect(of({ steps: [served] }, 'sue')).toMatchObject({ on: '2026-05-06', metOn: undefined })
    expect(of({ steps: [served, { kind: 'suit_filed', on: '2026-05-04' }] }, 'sue')?.metOn).toBe('2026-05-04')
  })

  it('gives five working days to serve the copy and ten to answer it', () => {
    const docketed = { kind: 'arbitration_docketed', on: '2026-09-28' } as const
    // 29 and 30 September, then 8, 9 and the worked Saturday 10 October.
    expect(of({ steps: [docketed] }, 'serve_copy')).toMatchObject({ on: '2026-10-10', metOn: undefined })
    const served = { kind: 'copy_served', on: '2026-09-30' } as const
    expect(of({ steps: [docketed, served] }, 'serve_copy')?.metOn).toBe('2026-09-30')
    // 8 to 10, 12 to 16, 19 and 20 October.
    expect(of({ steps: [docketed, served] }, 'defence')).toMatchObject({
      on: '2026-10-20',
      article: '劳动争议调解仲裁法第三十条',
    })
  })

  it('appeals in fifteen days, moved off a day of rest', () => {
    const judged = { kind: 'judgment_served', on: '2026-03-06' } as const
    expect(of({ steps: [judged] }, 'appeal')).toMatchObject({ on: '2026-03-23', metOn: undefined })
    expect(of({ steps: [judged, { kind: 'appeal_filed', on: '2026-03-20' }] }, 'appeal')?.metOn).toBe('2026-03-20')
  })

  it('does not guess a year that is not announced', () => {
    const docket = of({ steps: [{ kind: 'arbitration_asked', on: '2026-12-30' }] }, 'arbitration_docket')
    expect(docket).toMatchObject({ on: undefined, calendarKnown: false })
    // Plain days can be counted; only whether the last one is a day of rest is not known.
    expect(of({ steps: [{ kind: 'award_served', on: '2026-12-28' }] }, 'sue')).toMatchObject({
      on: '2027-01-12',
      calendarKnown: false,
    })
  })

  it('decides about aid in seven days and sends a lawyer in three', () => {
    expect(of({}, 'decide_aid')).toMatchObject({ on: '2026-03-09', metOn: undefined })
    expect(of({ acceptedOn: '2026-03-05' }, 'assign_lawyer')).toMatchObject({ on: '2026-03-09', metOn: undefined })
    expect(of({ acceptedOn: '2026-03-05', assignedOn: '2026-03-06' }, 'assign_lawyer')?.metOn).toBe('2026-03-06')
    expect(of({}, 'assign_lawyer')).toBeUndefined()
    expect(of({ acceptedOn: '2026-03-05', path: 'advice' }, 'assign_lawyer')).toBeUndefined()
  })
})

describe('what is next and what is told', () => {
  const at = (kind: DeadlineKind, on: string | undefined, metOn?: string) => ({ kind, on, metOn })
  const list = [
    at('decide_aid', '2026-03-01', '2026-02-27'),
    at('mediation', '2026-03-05'),
    at('limitation', '2026-04-01'),
  ]

  it('names the first that can still be kept, and what passed beside it', () => {
    expect(nextOf(list, '2026-03-05')?.kind).toBe('mediation')
    expect(nextOf(list, '2026-03-06')?.kind).toBe('limitation')
    expect(nextOf(list, '2026-04-02')?.kind).toBe('limitation')
    expect(nextOf([at('arbitration_docket', undefined)], '2026-03-06')?.kind).toBe('arbitration_docket')
    expect(nextOf([list[0]!], '2026-03-06')).toBeUndefined()
    expect(overdueOf(list, '2026-03-06').map((it) => it.kind)).toEqual(['mediation'])
  })

  it.each([
    ['mediation', '2026-03-09', undefined],
    ['mediation', '2026-03-08', '3'],
    ['mediation', '2026-03-05', '3'],
    ['mediation', '2026-03-04', 'missed'],
    ['mediation', '2026-02-26', 'missed'],
    ['mediation', '2026-02-25', undefined],
    ['mediation', undefined, 'unknown'],
    ['limitation', '2026-04-05', undefined],
    ['limitation', '2026-04-04', '30'],
    ['limitation', '2026-03-12', '7'],
    ['limitation', '2026-03-08', '3'],
  ] as const)('on 5 March says of %s until %s: %s', (kind, on, told) => {
    expect(tellingOf(at(kind, on), '2026-03-05')).toBe(told)
    expect(tellingOf(at(kind, on, '2026-03-01'), '2026-03-05')).toBeUndefined()
  })
})

describe('limitation and urgency', () => {
  const triage: Triage = {
    stillEmployed: false,
    leftOn: '2025-12-20',
    injured: false,
    pregnant: false,
    peopleUnpaid: 0,
    claimants: 1,
    steps: [],
  }

  const ends = (it: { stillEmployed: boolean | null; leftOn: string | null }, steps: readonly Step[] = []) =>
    limitationOf({ ...it, steps })

  it('runs a year from leaving, and not while employed', () => {
    expect(ends(triage)?.on).toBe('2026-12-20')
    expect(ends({ stillEmployed: true, leftOn: '2025-12-20' })).toBeUndefined()
    expect(ends({ stillEmployed: null, leftOn: null })).toBeUndefined()
    expect(ends({ stillEmployed: false, leftOn: '2024-02-29' })?.on).toBe('2025-02-28')
  })

  it('begins anew when mediation was asked for in time, and ends with the arbitration', () => {
    const asked = { kind: 'mediation_asked', on: '2026-06-01' } as const
    expect(ends(triage, [asked])).toEqual({ from: '2026-06-01', on: '2027-06-01', metOn: undefined })
    expect(ends(triage, [{ ...asked, on: '2026-12-21' }])?.on).toBe('2026-12-20')
    expect(ends(triage, [asked, { ...asked, on: '2027-05-31' }])?.on).toBe('2028-05-31')
    expect(ends(triage, [{ kind: 'arbitration_asked', on: '2026-07-01' }])?.metOn).toBe('2026-07-01')
    const [before, after] = [triage, { ...triage, steps: [{ kind: 'arbitration_asked', on: '2026-07-01' } as const] }]
    expect([urgenciesOf(before, '2027-01-01'), urgenciesOf(after, '2027-01-01')]).toEqual([['limitation_over'], []])
  })

  it.each([
    ['2026-11-19', []],
    ['2026-11-20', ['limitation_near']],
    ['2026-12-20', ['limitation_near']],
    ['2026-12-21', ['limitation_over']],
  ])('on %s says %j', (today, flags) => {
    expect(urgenciesOf(triage, today)).toEqual(flags)
  })

  it.each([
    [{ peopleUnpaid: 2 }, []],
    [{ peopleUnpaid: 3 }, ['wages_of_several']],
    [{ peopleUnpaid: 10 }, ['collective', 'wages_of_several']],
    [{ claimants: 10 }, ['collective']],
    [{ claimants: 9 }, []],
    [{ injured: true, pregnant: true }, ['injury', 'pregnancy']],
  ])('of %j says %j', (facts, flags) => {
    expect(urgenciesOf({ ...triage, leftOn: null, ...facts }, '2026-11-30')).toEqual(flags)
  })
})
