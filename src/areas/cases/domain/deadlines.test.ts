import { describe, expect, it } from 'vitest'
import { calendarOf } from '../../../platform/base/workdays.ts'
import { deadlinesOf, type CaseDates, type DeadlineKind } from './deadlines.ts'
import { limitationEnd, urgenciesOf, type Triage } from './urgency.ts'

const calendar = calendarOf()
const bare: CaseDates = {
  stillEmployed: null,
  leftOn: null,
  receivedOn: '2026-03-02',
  acceptedOn: null,
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
  }

  it('runs a year from leaving, and not while employed', () => {
    expect(limitationEnd(triage)).toBe('2026-12-20')
    expect(limitationEnd({ stillEmployed: true, leftOn: '2025-12-20' })).toBeUndefined()
    expect(limitationEnd({ stillEmployed: null, leftOn: null })).toBeUndefined()
    expect(limitationEnd({ stillEmployed: false, leftOn: '2024-02-29' })).toBe('2025-02-28')
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
