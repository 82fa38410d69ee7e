import {
  addDays,
  daysBetween,
  instantOf,
  monthOf,
  weekdayOf,
  type CivilDate,
} from '../../../platform/base/civil-date.ts'
import type { DemoEnterprise, DemoGap } from './enterprises.ts'
import type { CountyRows } from './rows.ts'
import type { Seeded } from './seeded.ts'
import { kinds, type DemoSquads, type KindKey } from './squads.ts'

/**
 * Ten months of visits whose counts agree with what the county's newspaper reported of its first year:
 * over 200 in all, 120-odd talks, shows in 13 enterprises before 2,000-odd people, 30-odd reading events,
 * 20-odd expert visits, 50-odd clinics, 2,500-odd people trained.
 */
const SESSIONS: readonly (readonly [KindKey, number])[] = [
  ['talk', 124],
  ['show', 13],
  ['reading', 33],
  ['advice', 24],
  ['clinic', 52],
]
const SHOW_HEADS = 2_046
const TRAINED = 2_538

const WORKERS_SAID = [
  '讲的就是我们车间的事，听得进去。',
  '午休二十分钟，刚刚好。',
  '书已经带回宿舍传着看了。',
  '问清楚了加班费怎么算。',
  '希望下次换到夜班交接的时候来。',
]

export interface Booked {
  readonly date: CivilDate
  readonly from: number
  readonly to: number
}

/** Who is taken when, so that the made-up past keeps the rules that the planner keeps. */
export interface Diary {
  readonly ofEnterprise: Map<string, Booked[]>
  readonly ofTeam: Map<string, Booked[]>
}

const booked = (map: Map<string, Booked[]>, id: string): Booked[] => {
  const list = map.get(id) ?? []
  map.set(id, list)
  return list
}

// An hour between two visits of a team is enough for any two places of the county.
const TRAVEL = 60

export const fits = (
  diary: Diary,
  rows: CountyRows,
  enterprise: DemoEnterprise,
  teamId: string,
  date: CivilDate,
  from: number,
  to: number,
): boolean => {
  const shift = rows.team_shifts.find((it) => it.team_id === teamId)!
  const weekday = weekdayOf(date)
  if (!shift.weekdays.includes(weekday) || from - 45 < shift.from_minute || to + 45 > shift.to_minute) return false
  if (enterprise.quiet.some((season) => season.from <= date && date <= season.to)) return false
  const visits = booked(diary.ofEnterprise, enterprise.id)
  if (visits.some((it) => Math.abs(daysBetween(it.date, date)) < enterprise.budget.days)) return false
  if (visits.filter((it) => monthOf(it.date) === monthOf(date)).length >= enterprise.budget.visits) return false
  const sameDay = booked(diary.ofTeam, teamId).filter((it) => it.date === date)
  return sameDay.length < 2 && sameDay.every((it) => it.to + TRAVEL <= from || to + TRAVEL <= it.from)
}

const gapFor = (enterprise: DemoEnterprise, key: KindKey, date: CivilDate, random: Seeded): DemoGap | undefined => {
  const kind = kinds.find((it) => it.key === key)!
  const fitting = enterprise.gaps.filter(
    (gap) =>
      (kind.gaps as readonly string[]).includes(gap.kind) &&
      gap.weekdays.includes(weekdayOf(date)) &&
      gap.to - gap.from >= kind.minutes + kind.setup,
  )
  return fitting.length > 0 ? random.pick(fitting) : undefined
}

export interface Slot {
  readonly enterprise: DemoEnterprise
  readonly teamId: string
  readonly date: CivilDate
  readonly from: number
  readonly to: number
}

/** A free place for a kind on one of the dates, tried at random; undefined after many misses. */
export const findSlot = (
  random: Seeded,
  rows: CountyRows,
  diary: Diary,
  squads: DemoSquads,
  key: KindKey,
  candidates: readonly DemoEnterprise[],
  dates: readonly CivilDate[],
): Slot | undefined => {
  const kind = kinds.find((it) => it.key === key)!
  for (let attempt = 0; attempt < 4_000; attempt++) {
    const enterprise = random.pick(candidates)
    const date = random.pick(dates)
    const gap = gapFor(enterprise, key, date, random)
    if (!gap) continue
    const teamId = random.pick(squads.teamsOf(key))
    const to = gap.from + kind.minutes + kind.setup
    if (!fits(diary, rows, enterprise, teamId, date, gap.from, to)) continue
    const visit = { date, from: gap.from, to }
    booked(diary.ofEnterprise, enterprise.id).push(visit)
    booked(diary.ofTeam, teamId).push(visit)
    return { enterprise, teamId, ...visit }
  }
  return undefined
}

export const makeHistory = (
  random: Seeded,
  rows: CountyRows,
  squads: DemoSquads,
  enterprises: readonly DemoEnterprise[],
  workdays: readonly CivilDate[],
  today: CivilDate,
): Diary => {
  const diary: Diary = { ofEnterprise: new Map(), ofTeam: new Map() }
  const visited = new Set<string>()
  const planId = random.id()
  const trainedVisits: { heads: number; at: number }[] = []
  const shows: number[] = []
  rows.plans.push({
    id: planId,
    from_date: `${monthOf(addDays(today, -1))}-01`,
    to_date: today,
    status: 'published',
    published_at: instantOf(addDays(`${monthOf(addDays(today, -1))}-01`, -4), 960),
  })

  for (const [key, count] of SESSIONS) {
    const kind = kinds.find((it) => it.key === key)!
    const showedIn = new Set<string>()
    for (let at = 0; at < count; at++) {
      const fresh = enterprises.filter((it) => !visited.has(it.id))
      const pool = key === 'show' ? enterprises.filter((it) => !showedIn.has(it.id)) : enterprises
      const first = key !== 'show' && fresh.length > 14 && random.chance(0.6) ? fresh : pool
      const slot =
        findSlot(random, rows, diary, squads, key, first, workdays) ??
        findSlot(random, rows, diary, squads, key, pool, workdays)
      if (!slot) throw new Error(`the demo county has no room for ${key} ${at + 1}`)
      visited.add(slot.enterprise.id)
      showedIn.add(slot.enterprise.id)
      const heads = key === 'show' ? 0 : Math.max(8, Math.min(slot.enterprise.headcount, random.int(12, 46)))
      const at2 = addVisit(random, rows, squads, key, slot, { planId, today, heads })
      if (key === 'show') shows.push(at2)
      if (key === 'advice' || key === 'clinic' || key === 'reading') trainedVisits.push({ heads, at: at2 })
      void kind
    }
  }
  shareOut(shows.length, SHOW_HEADS, random).forEach((heads, at) => (rows.visit_records[shows[at]!]!.heads = heads))
  // People trained are part of those present, so their share never passes the head count.
  const shares = shareOut(trainedVisits.length, TRAINED, random)
  trainedVisits.forEach(({ at }, index) => {
    const record = rows.visit_records[at]!
    record.trained = shares[index]!
    record.heads = Math.max(record.heads, shares[index]!)
  })
  return diary
}

/** `count` whole numbers of about the same size that add up to `total`. */
const shareOut = (count: number, total: number, random: Seeded): number[] => {
  const shares = Array.from({ length: count }, () => 0.8 + random.next() * 0.4)
  const sum = shares.reduce((a, b) => a + b, 0)
  const whole = shares.map((share) => Math.floor((share / sum) * total))
  for (let rest = total - whole.reduce((a, b) => a + b, 0); rest > 0; rest--) whole[rest % count]!++
  return whole
}

/** One past visit with its request, record, answer and follow-ups. Returns the place of its record in the rows. */
const addVisit = (
  random: Seeded,
  rows: CountyRows,
  squads: DemoSquads,
  key: KindKey,
  slot: Slot,
  facts: { planId: string; today: CivilDate; heads: number },
): number => {
  const kind = kinds.find((it) => it.key === key)!
  const ago = daysBetween(slot.date, facts.today)
  const inPlan = monthOf(slot.date) === monthOf(facts.today)
  // Of the last two weeks some visits still wait for the enterprise's answer or a follow-up.
  const answered = ago > 12 || random.chance(0.55)
  const followUp = key === 'advice' || random.chance(0.08)
  const closed = answered && (ago > 40 || random.chance(0.5))
  const settled = answered && (!followUp || closed)
  const requestId = random.id()
  const visitId = random.id()
  const ended = instantOf(slot.date, slot.to)
  rows.requests.push({
    id: requestId,
    enterprise_id: slot.enterprise.id,
    activity_kind_id: squads.kindIds[key],
    source: random.pick(['enterprise', 'enterprise', 'staff']),
    minutes: kind.minutes + kind.setup,
    earliest_on: addDays(slot.date, -random.int(0, 10)),
    latest_on: addDays(slot.date, random.int(0, 12)),
    value: kind.value,
    status: 'served',
    requested_by: slot.enterprise.contactId,
    created_at: instantOf(addDays(slot.date, -random.int(12, 20)), 600),
  })
  rows.visits.push({
    id: visitId,
    request_id: requestId,
    enterprise_id: slot.enterprise.id,
    team_id: slot.teamId,
    activity_kind_id: squads.kindIds[key],
    plan_id: inPlan ? facts.planId : null,
    date: slot.date,
    start_minute: slot.from,
    end_minute: slot.to,
    status: settled ? 'settled' : answered ? 'answered' : 'delivered',
    sequence: 0,
    dispatched_at: instantOf(addDays(slot.date, -6), 960),
    accepted_at: instantOf(addDays(slot.date, -5), 600),
    arrived_at: instantOf(slot.date, slot.from - 5),
    delivered_at: ended,
    settled_at: settled ? instantOf(addDays(slot.date, 2), 600) : null,
    created_at: instantOf(addDays(slot.date, -6), 900),
  })
  if (inPlan)
    rows.plan_visits.push({
      id: random.id(),
      plan_id: facts.planId,
      request_id: requestId,
      team_id: slot.teamId,
      date: slot.date,
      start_minute: slot.from,
      end_minute: slot.to,
    })
  rows.visit_records.push({
    visit_id: visitId,
    done: `${kind.name}按时进行，${kind.about}。`,
    heads: facts.heads,
    gifts: key === 'reading' ? random.int(10, 30) : 0,
    asked: key === 'clinic' ? random.int(4, 18) : 0,
    created_at: ended,
  })
  if (answered) {
    rows.visit_answers.push({
      visit_id: visitId,
      took_production_time: random.chance(0.04),
      would_open_again: !random.chance(0.03),
      answered_by: slot.enterprise.contactId,
      created_at: instantOf(addDays(slot.date, 1), 540),
    })
    if (random.chance(0.2))
      rows.worker_lines.push({ id: random.id(), visit_id: visitId, line: random.pick(WORKERS_SAID), created_at: ended })
  }
  if (followUp)
    rows.follow_ups.push({
      id: random.id(),
      visit_id: visitId,
      what: key === 'advice' ? '回访改进后的工位，看指标是否稳定' : '把现场提的问题书面答复给企业工会',
      due_on: addDays(slot.date, 30),
      status: closed ? 'closed' : 'open',
      outcome: closed ? '已回访，问题解决' : null,
      closed_at: closed ? instantOf(addDays(slot.date, Math.min(28, ago)), 600) : null,
    })
  return rows.visit_records.length - 1
}
