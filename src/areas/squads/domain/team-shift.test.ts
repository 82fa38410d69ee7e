import { describe, expect, it } from 'vitest'
import { teamShiftOn, type MemberTimes } from './team-shift.ts'

const week = [{ weekdays: [1, 2, 3, 4, 5], from: 540, to: 1020 }]
const free: MemberTimes = { availability: [], absences: [] }
const on = (members: readonly MemberTimes[], exceptions: Parameters<typeof teamShiftOn>[3] = []) =>
  teamShiftOn('2026-12-01', 'workday', week, exceptions, members)

describe('the shift of a team', () => {
  it('is the week’s where a member can come', () => {
    expect(on([free])).toEqual({ from: 540, to: 1020 })
    expect(on([])).toBeUndefined()
  })
  it('shrinks to what one member can cover', () => {
    const noon = { availability: [{ weekdays: [2], from: 660, to: 840 }], absences: [] }
    const late = { availability: [{ weekdays: [2], from: 900, to: 1200 }], absences: [] }
    expect(on([noon, late])).toEqual({ from: 660, to: 840 })
  })
  it('falls out where everybody is away', () => {
    const away = { availability: [], absences: [{ from: '2026-11-30', to: '2026-12-01' }] }
    expect(on([away])).toBeUndefined()
    expect(on([away, free])).toEqual({ from: 540, to: 1020 })
  })
  it('follows a date of its own, also on a holiday', () => {
    expect(on([free], [{ date: '2026-12-01', off: true, from: null, to: null }])).toBeUndefined()
    const own = [{ date: '2026-10-01', off: false, from: 600, to: 700 }]
    expect(teamShiftOn('2026-10-01', 'holiday', week, own, [free])).toEqual({ from: 600, to: 700 })
    expect(teamShiftOn('2026-10-01', 'holiday', week, [], [free])).toBeUndefined()
  })
})
