import { addDays, type CivilDate } from '../../../platform/base/civil-date.ts'
import type { Broken, Problem, WouldFit } from '../../../engines/planner/index.ts'
import { dateOf, minuteOf } from '../domain/telling.ts'
import { ruleText } from '../texts.zh.ts'

const gapNames = { break: '休息', handover: '交接班', office: '办公' } as const

export interface Names {
  /** Enterprise and activity of a request. */
  readonly request: (id: string) => string
  readonly team: (id: string) => string
}

export const namesOf = (problem: Problem, activities: ReadonlyMap<string, string>): Names => {
  const enterprises = new Map(problem.enterprises.map((it) => [it.id, it.name ?? '']))
  const requests = new Map(
    problem.requests.map((it) => [it.id, `${enterprises.get(it.enterprise)}的${activities.get(it.kind) ?? '活动'}`]),
  )
  const teams = new Map(problem.teams.map((it) => [it.id, it.name ?? '']))
  return { request: (id) => requests.get(id) ?? '另一场', team: (id) => teams.get(id) ?? '小分队' }
}

/** A broken rule as staff read it. */
export const tellBroken = (broken: Broken, from: CivilDate, names: Names) => ({
  rule: broken.rule,
  code: broken.code,
  requestId: broken.request,
  text: ruleText(broken.code, broken.detail ?? {}, {
    team: broken.team ? names.team(broken.team) : '小分队',
    others: (broken.others ?? []).map((id) => names.request(id)).join('、'),
    date: (day) => dateOf(addDays(from, day)),
  }),
})

/** The smallest change as a sentence that says who would have to change what. */
export const tellWouldFit = (fit: WouldFit, from: CivilDate, names: Names): { text: string; certain: boolean } => {
  const on = dateOf(addDays(from, fit.visit.day))
  const others = fit.moved ? `，另有 ${fit.moved.length} 场要挪动` : ''
  const then = `，即可在${on}${minuteOf(fit.visit.start)}由${names.team(fit.visit.team)}上门${others}`
  const span = (it: { from: number; to: number }): string => `${minuteOf(it.from)}–${minuteOf(it.to)}`
  const change = (): string => {
    switch (fit.kind) {
      case 'longer-gap':
        return `企业把${on}的${gapNames[fit.type]}缝隙放宽到${span(fit)}（多 ${fit.extraMinutes} 分钟）`
      case 'new-gap':
        return `企业在${on}给出${span(fit)}的${gapNames[fit.type]}缝隙`
      case 'budget-visits':
        return `企业把本期的打扰上限加到 ${fit.visits} 次`
      case 'budget-days':
        return `企业同意两次上门只隔 ${fit.minDaysBetween} 天`
      case 'shift':
        return `${names.team(fit.team)}${on}的出勤改为${span(fit)}`
      case 'team-limit':
        return `${names.team(fit.team)}同意多出一场`
      case 'unpin':
        return '放开一场锁定的上门'
      case 'nothing':
        return '眼下就有位置'
    }
  }
  return { text: change() + then, certain: fit.certain }
}
