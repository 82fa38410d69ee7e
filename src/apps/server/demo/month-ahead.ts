import { addDays, instantOf, type CivilDate } from '../../../platform/base/civil-date.ts'
import type { DemoEnterprise } from './enterprises.ts'
import { findSlot, type Diary } from './history.ts'
import type { CountyRows } from './rows.ts'
import type { Seeded } from './seeded.ts'
import { kinds, type DemoSquads, type KindKey } from './squads.ts'

const WISHES: Readonly<Record<KindKey, readonly string[]>> = {
  talk: ['想听劳模讲讲怎么带班组', '新员工多，讲讲安全的故事', ''],
  show: ['午休时热闹一下，食堂有空地', ''],
  reading: ['想读一本讲工匠的书', ''],
  advice: ['膜面有划痕，想请专家看看', '换模时间太长', '能耗降不下来'],
  method: ['想学快速换模', ''],
  mentor: ['徒弟想约师傅下个月见一面', ''],
  checkup: ['想做一次用工体检', ''],
  clinic: ['有人问加班费和工伤', ''],
}

/** The month's open requests: ordered by enterprises, entered by staff, due by standing needs, following a visit. */
export const makeOpenRequests = (
  random: Seeded,
  rows: CountyRows,
  squads: DemoSquads,
  enterprises: readonly DemoEnterprise[],
  month: { from: CivilDate; to: CivilDate },
): void => {
  const last = Number(month.to.slice(8))
  const add = (enterprise: DemoEnterprise, key: KindKey, source: 'enterprise' | 'staff'): string => {
    const kind = kinds.find((it) => it.key === key)!
    const id = random.id()
    const first = random.chance(0.3) ? random.int(0, 12) : 0
    rows.requests.push({
      id,
      enterprise_id: enterprise.id,
      activity_kind_id: squads.kindIds[key],
      source,
      minutes: kind.minutes + kind.setup,
      earliest_on: addDays(month.from, first),
      latest_on: random.chance(0.3) ? addDays(month.from, Math.min(last - 1, first + random.int(5, 14))) : month.to,
      value: kind.value + Math.round(Math.min(enterprise.headcount, 600) / 40),
      wish: random.pick(WISHES[key]),
      status: 'open',
      requested_by: enterprise.contactId,
      created_at: instantOf(addDays(month.from, -random.int(2, 12)), random.int(500, 1000)),
    })
    return id
  }
  const mix: KindKey[] = [
    'talk',
    'talk',
    'talk',
    'show',
    'reading',
    'reading',
    'advice',
    'method',
    'mentor',
    'checkup',
    'clinic',
    'clinic',
  ]
  for (const enterprise of random.shuffled(enterprises).slice(0, 92))
    add(enterprise, random.pick(mix), random.chance(0.75) ? 'enterprise' : 'staff')
  for (const enterprise of random.shuffled(enterprises).slice(0, 34)) {
    const advice = add(enterprise, 'advice', 'enterprise')
    if (!random.chance(0.3)) continue
    const back = add(enterprise, 'advice', 'staff')
    const row = rows.requests.find((it) => it.id === back)!
    Object.assign(row, { after_request_id: advice, after_min_days: 7, wish: '指导后一周回访' })
    Object.assign(row, { earliest_on: month.from, latest_on: month.to })
  }
  // What a squad owes every pilot of a level, however loud or quiet the enterprise is.
  rows.standing_needs.push(
    { id: random.id(), activity_kind_id: squads.kindIds.checkup, pilot_level: 'province', every_months: 12, value: 44 },
    { id: random.id(), activity_kind_id: squads.kindIds.talk, pilot_level: 'city', every_months: 6, value: 26 },
    { id: random.id(), activity_kind_id: squads.kindIds.clinic, pilot_level: null, every_months: 12, value: 24 },
  )
}

/** Today's visits of the plan in force: some accepted, one still waiting for its team. Returns the one that waits. */
export const makeToday = (
  random: Seeded,
  rows: CountyRows,
  squads: DemoSquads,
  enterprises: readonly DemoEnterprise[],
  diary: Diary,
  today: CivilDate,
): { enterprise: DemoEnterprise; teamId: string } | undefined => {
  const planId = rows.plans[0]!.id
  let waiting: { enterprise: DemoEnterprise; teamId: string } | undefined
  const keys: KindKey[] = ['talk', 'clinic', 'reading', 'talk', 'advice', 'show']
  for (const key of keys) {
    const slot = findSlot(random, rows, diary, squads, key, enterprises, [today])
    if (!slot) continue
    const kind = kinds.find((it) => it.key === key)!
    const accepted = waiting !== undefined || key !== 'talk'
    const requestId = random.id()
    rows.requests.push({
      id: requestId,
      enterprise_id: slot.enterprise.id,
      activity_kind_id: squads.kindIds[key],
      source: 'enterprise',
      minutes: kind.minutes + kind.setup,
      earliest_on: addDays(today, -7),
      latest_on: today,
      value: kind.value,
      wish: random.pick(WISHES[key]),
      status: 'planned',
      requested_by: slot.enterprise.contactId,
      created_at: instantOf(addDays(today, -15), 600),
    })
    rows.visits.push({
      id: random.id(),
      request_id: requestId,
      enterprise_id: slot.enterprise.id,
      team_id: slot.teamId,
      activity_kind_id: squads.kindIds[key],
      plan_id: planId,
      date: today,
      start_minute: slot.from,
      end_minute: slot.to,
      status: accepted ? 'accepted' : 'dispatched',
      dispatched_at: instantOf(addDays(today, -6), 960),
      accepted_at: accepted ? instantOf(addDays(today, -5), 620) : null,
      created_at: instantOf(addDays(today, -6), 900),
    })
    rows.plan_visits.push({
      id: random.id(),
      plan_id: planId,
      request_id: requestId,
      team_id: slot.teamId,
      date: today,
      start_minute: slot.from,
      end_minute: slot.to,
    })
    if (!accepted) waiting = { enterprise: slot.enterprise, teamId: slot.teamId }
  }
  return waiting
}
