import { expect, it } from 'vitest'
import type { WouldFit } from '../../../engines/planner/index.ts'
import { tellWouldFit, type Names } from './plan-telling.ts'

const names: Names = { request: () => '另一场', team: (id) => (id === 'a' ? '甲队' : '乙队') }
const visit = { request: 'r', team: 'a', day: 2, start: 725 }
const sentence = (fit: WouldFit): string => tellWouldFit(fit, '2026-12-01', names).text

it('says who would have to change what, and who then comes when', () => {
  const then = '，即可在12月3日（周四）12:05由甲队上门'
  const span = { day: 2, from: 720, to: 750, extraMinutes: 10, visit, certain: true }
  const told = [
    sentence({ kind: 'longer-gap', type: 'break', ...span }),
    sentence({ kind: 'new-gap', type: 'office', ...span }),
    sentence({ kind: 'budget-visits', visits: 3, visit, certain: true }),
    sentence({ kind: 'budget-days', minDaysBetween: 2, visit, certain: true }),
    sentence({ kind: 'shift', team: 'b', ...span }),
    sentence({ kind: 'team-limit', team: 'b', visit, certain: true }),
    sentence({ kind: 'unpin', request: 's', visit, certain: true }),
    sentence({ kind: 'nothing', visit, certain: true }),
  ]
  expect(told).toEqual(
    [
      '企业把12月3日（周四）的休息缝隙放宽到12:00–12:30（多 10 分钟）',
      '企业在12月3日（周四）给出12:00–12:30的办公缝隙',
      '企业把本期的打扰上限加到 3 次',
      '企业同意两次上门只隔 2 天',
      '乙队12月3日（周四）的出勤改为12:00–12:30',
      '乙队同意多出一场',
      '放开一场锁定的上门',
      '眼下就有位置',
    ].map((it) => it + then),
  )
})

it('says how many other visits would move, and whether it is certain', () => {
  const moved = [1, 2].map((day) => ({ request: `m${day}`, team: 'b', day, start: 700 }))
  const fit = { kind: 'budget-visits', visits: 3, visit } as const
  expect(sentence({ ...fit, moved, certain: false })).toMatch(/，另有 2 场要挪动$/)
  expect(sentence({ ...fit, certain: false })).not.toContain('挪动')
  for (const certain of [true, false])
    expect(tellWouldFit({ ...fit, certain }, '2026-12-01', names).certain).toBe(certain)
})
