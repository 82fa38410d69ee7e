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
      target('old', '2026-06-28'),
      target('recent', '2026-06-29'),
      target('other level', null, { pilotLevel: 'county' }),
      target('waiting', null, { waiting: new Set(['k']) }),
    ],
    '2026-12-31',
  )
  expect(due.map((it) => it.enterpriseId)).toEqual(['never', 'old'])
})

it('can be of one enterprise alone', () => {
  const own = { ...need, pilotLevel: null, enterpriseId: 'b' }
  expect(dueNeeds([own], [target('a', null), target('b', null)], '2026-12-31')).toHaveLength(1)
})
