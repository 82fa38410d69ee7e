import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, weekdayOf } from '../../platform/base/civil-date.ts'
import { addMonths, addYears, dayAfter, dayBefore, weekdaysBetween } from './period.ts'

const day = fc.integer({ min: 0, max: 12_000 }).map((after) => addDays('2000-01-01', after))

it('steps by a day as the calendar does', () => {
  fc.assert(
    fc.property(day, (date) => {
      expect(dayAfter(date)).toBe(addDays(date, 1))
      expect(dayBefore(date)).toBe(addDays(date, -1))
    }),
  )
})

it('counts Mondays to Fridays, both ends included', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -3, max: 60 }), (from, length) => {
      const days = Array.from({ length: Math.max(0, length + 1) }, (_, at) => addDays(from, at))
      expect(weekdaysBetween(from, addDays(from, length))).toBe(days.filter((it) => weekdayOf(it) < 6).length)
    }),
  )
})

it('ends a month with the month where the day does not exist', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-03-01')
  expect(addMonths('2025-12-15', 2)).toBe('2026-02-15')
  expect(addYears('2024-02-29', 1)).toBe('2025-03-01')
  expect(addYears('2024-02-29', -4)).toBe('2020-02-29')
})
