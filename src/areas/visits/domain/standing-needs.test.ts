import { expect, it } from 'vitest'
import { dueNeeds, type NeedTarget, type StandingNeed } from './standing-needs.ts'

const need: StandingNeed = {
  id: 'n',
  activityKindId: 'k',
  enterpriseId: null,
  pilotLevel: 'province',
  everyMonths: 6,
  value: 10,
}
const target = (id: string, lastOn: string | null, changed: Partial<NeedTarget> = {}): NeedTarget => ({
  id,
  pilotLevel: 'province',
  lastOn: new Map(lastOn ? [['k', lastOn]] : []),
  waiting: new Set(),
  ...changed,
})

it('falls due where the last visit is too long ago, of the level, and nothing waits', () => {
  const due = dueNeeds(
    [need],
    [
      target('never', null),
      target('old', '2026-06-30'),
      target('recent', '2026-07-01'),
      target('other level', null, { pilotLevel: 'county' }),
      target('waiting', null, { waiting: new Set(['k']) }),
    ],
    '2026-12',
  )
  expect(due.map((it) => it.enterpriseId)).toEqual(['never', 'old'])
})

it('can be of one enterprise alone', () => {
  const own = { ...need, pilotLevel: null, enterpriseId: 'b' }
  expect(dueNeeds([own], [target('a', null), target('b', null)], '2026-12')).toHaveLength(1)
})

it('counts whole months, over the year and from a longer month into a shorter one', () => {
  const dueIn = (last: string, month: string) => dueNeeds([need], [target('a', last)], month).length
  expect([dueIn('2025-08-31', '2026-02'), dueIn('2025-09-01', '2026-02')]).toEqual([1, 0])
  expect([dueIn('2026-07-31', '2027-01'), dueIn('2026-08-01', '2027-01')]).toEqual([1, 0])
})

it('asks for one visit where two needs of one kind fall due, the worthier one', () => {
  const ofAll = { ...need, id: 'all', pilotLevel: null, everyMonths: 12, value: 5 }
  const due = dueNeeds([ofAll, need], [target('a', null), target('b', null, { pilotLevel: 'county' })], '2026-12')
  expect(due.map((it) => [it.enterpriseId, it.need.id])).toEqual([
    ['a', 'n'],
    ['b', 'all'],
  ])
})
