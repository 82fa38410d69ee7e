import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, daysBetween, monthOf } from '../../../platform/base/civil-date.ts'
import { budgetForHorizon, burdenBroken, meterOf } from './burden-budget.ts'

const budget = { visitsPerMonth: 2, minDaysBetween: 5 }

it('bars a third visit of a month and two too close together', () => {
  expect(burdenBroken('2026-12-20', ['2026-12-01', '2026-12-10'], budget)).toBe('MONTH_FULL')
  expect(burdenBroken('2026-12-05', ['2026-12-01'], budget)).toBe('TOO_CLOSE')
  expect(burdenBroken('2026-12-06', ['2026-12-01'], budget)).toBeUndefined()
  expect(burdenBroken('2026-12-02', ['2026-11-30'], budget)).toBe('TOO_CLOSE')
  expect(burdenBroken('2026-12-02', ['2026-12-06'], budget)).toBe('TOO_CLOSE')
  expect(burdenBroken('2026-12-01', ['2026-12-06'], budget)).toBeUndefined()
})

it('shows what is used and when the next may come', () => {
  expect(meterOf(['2026-12-01', '2026-12-10'], budget, '2026-12-11')).toEqual({
    month: '2026-12',
    used: 2,
    allowed: 2,
    remaining: 0,
    nextAllowedOn: '2027-01-01',
    tooClose: [],
  })
  expect(meterOf([], { visitsPerMonth: 0, minDaysBetween: 0 }, '2026-12-11').nextAllowedOn).toBeNull()
})

it('tells the next date however far it is, and another month', () => {
  const rare = { visitsPerMonth: 4, minDaysBetween: 90 }
  expect(meterOf(['2026-12-01'], rare, '2026-12-01').nextAllowedOn).toBe('2027-03-01')
  expect(meterOf(['2026-11-03', '2026-12-01'], budget, '2026-12-11', '2026-11')).toMatchObject({
    month: '2026-11',
    used: 1,
    remaining: 1,
  })
})

it('names visits that lie too close, over the end of a month too', () => {
  const visits = ['2026-12-10', '2026-11-29', '2026-12-02', '2026-10-02', '2026-10-01']
  expect(meterOf(visits, budget, '2026-12-11').tooClose).toEqual([['2026-11-29', '2026-12-02']])
  expect(meterOf(visits, budget, '2026-12-11', '2026-11').tooClose).toEqual([['2026-11-29', '2026-12-02']])
  expect(meterOf(['2026-12-10', '2026-12-10'], budget, '2026-12-11').tooClose).toHaveLength(1)
  expect(meterOf(['2026-12-05', '2026-12-10'], budget, '2026-12-11').tooClose).toEqual([])
  expect(meterOf(visits.slice(0, 3), { ...budget, visitsPerMonth: 1 }, '2026-12-11').remaining).toBe(0)
})

const aDay = fc.integer({ min: -60, max: 120 }).map((days) => addDays('2026-12-01', days))
const aBudget = fc.record({
  visitsPerMonth: fc.integer({ min: 0, max: 6 }),
  minDaysBetween: fc.integer({ min: 0, max: 90 }),
})

it('means by the next date the first one that breaks nothing', () => {
  fc.assert(
    fc.property(fc.array(aDay, { maxLength: 8 }), aBudget, aDay, (visits, given, today) => {
      const { nextAllowedOn } = meterOf(visits, given, today)
      expect(nextAllowedOn === null).toBe(given.visitsPerMonth === 0)
      if (nextAllowedOn === null) return
      expect(burdenBroken(nextAllowedOn, visits, given)).toBeUndefined()
      for (let date = today; date < nextAllowedOn; date = addDays(date, 1))
        expect(burdenBroken(date, visits, given)).toBeDefined()
    }),
    { numRuns: 50 },
  )
})

it('never lets a horizon put more into any month than the month allows, wherever the planner puts the visits', () => {
  fc.assert(
    fc.property(
      aBudget,
      aDay,
      fc.integer({ min: 0, max: 70 }),
      fc.array(aDay, { maxLength: 12 }),
      fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
      (given, from, length, standing, places) => {
        const to = addDays(from, length)
        const left = budgetForHorizon(given, { from, to }, standing)
        expect(left).toBeGreaterThanOrEqual(0)
        const planned = places.slice(0, left).map((place) => addDays(from, place % (daysBetween(from, to) + 1)))
        for (const month of new Set(planned.map(monthOf))) {
          const all = [...standing, ...planned].filter((date) => monthOf(date) === month)
          expect(all.length).toBeLessThanOrEqual(given.visitsPerMonth)
        }
      },
    ),
    { numRuns: 500 },
  )
})

it('gives a whole month all that is left of it, and two months what the fuller one has left', () => {
  const given = { visitsPerMonth: 3, minDaysBetween: 1 }
  const december = { from: '2026-12-01', to: '2026-12-31' }
  expect(budgetForHorizon(given, december, [])).toBe(3)
  expect(budgetForHorizon(given, december, ['2026-11-30', '2026-12-02', '2027-01-01'])).toBe(2)
  // Two stand in December before the horizon begins, none in January.
  const turn = { from: '2026-12-20', to: '2027-01-10' }
  expect(budgetForHorizon(given, turn, ['2026-12-01', '2026-12-09'])).toBe(1)
  expect(budgetForHorizon(given, turn, ['2027-01-20', '2027-01-25', '2027-01-30'])).toBe(0)
})
