import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, monthOf } from '../../../platform/base/civil-date.ts'
import { budgetForHorizon, burdenBroken, meterOf } from './burden-budget.ts'

const budget = { visitsPerMonth: 2, minDaysBetween: 5 }

it('bars a third visit of a month and two too close together', () => {
  expect(burdenBroken('2026-12-20', ['2026-12-01', '2026-12-10'], budget)).toBe('MONTH_FULL')
  expect(burdenBroken('2026-12-05', ['2026-12-01'], budget)).toBe('TOO_CLOSE')
  expect(burdenBroken('2026-12-06', ['2026-12-01'], budget)).toBeUndefined()
  expect(burdenBroken('2026-12-02', ['2026-11-30'], budget)).toBe('TOO_CLOSE')
})

it('shows what is used and when the next may come', () => {
  expect(meterOf(['2026-12-01', '2026-12-10'], budget, '2026-12-11')).toEqual({
    month: '2026-12',
    used: 2,
    allowed: 2,
    nextAllowedOn: '2027-01-01',
  })
  expect(meterOf([], { visitsPerMonth: 0, minDaysBetween: 0 }, '2026-12-11').nextAllowedOn).toBeNull()
})

it('never lets a horizon use more than its month allows', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 6 }), fc.array(fc.integer({ min: -20, max: 40 })), (visits, offsets) => {
      const standing = offsets.map((days) => addDays('2026-12-01', days))
      const left = budgetForHorizon(
        { visitsPerMonth: visits, minDaysBetween: 1 },
        { from: '2026-12-05', to: '2026-12-31' },
        standing,
      )
      const inMonth = standing.filter((date) => monthOf(date) === '2026-12').length
      expect(left).toBeGreaterThanOrEqual(0)
      expect(left + inMonth).toBeLessThanOrEqual(Math.max(visits, inMonth))
    }),
  )
})
