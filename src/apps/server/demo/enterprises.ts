import { addDays, type CivilDate } from '../../../platform/base/civil-date.ts'
import { creditCode, enterpriseName, personName, phoneNumber } from './names.ts'
import type { CountyRows } from './rows.ts'
import type { Seeded } from './seeded.ts'
import { townships } from './townships.ts'

const INDUSTRIES = ['新型膜材料', '机械制造', '电子信息', '新能源', '纺织服装', '食品酿造', '文体用品', '物流商贸']

export interface DemoGap {
  readonly kind: 'break' | 'handover' | 'office'
  readonly weekdays: readonly number[]
  readonly from: number
  readonly to: number
}

export interface DemoEnterprise {
  readonly id: string
  readonly contactId: string
  readonly headcount: number
  readonly gaps: readonly DemoGap[]
  readonly budget: { readonly visits: number; readonly days: number }
  readonly quiet: readonly { readonly from: CivilDate; readonly to: CivilDate }[]
}

/** 136 invented pilot enterprises over the real townships, with weekly gaps, a budget and some quiet seasons. */
export const makeEnterprises = (random: Seeded, rows: CountyRows, today: CivilDate): DemoEnterprise[] => {
  const taken = new Set<string>()
  const result: DemoEnterprise[] = []
  for (const township of townships) {
    const townshipId = random.id()
    rows.townships.push({
      id: townshipId,
      name: township.name,
      kind: township.kind,
      longitude: township.longitude,
      latitude: township.latitude,
      point_source: township.source,
    })
    for (let at = 0; at < township.share; at++) {
      const id = random.id()
      const contactId = random.id()
      const industry = township.name === '双沟镇' && random.chance(0.6) ? '食品酿造' : random.pick(INDUSTRIES)
      const headcount = Math.round(Math.exp(3.6 + random.next() * 3.3))
      const contactName = personName(random)
      const phone = phoneNumber(random)
      const number = result.length
      const budget = { visits: random.int(2, 4), days: random.pick([3, 5, 7]) }
      const gaps = weekOf(random)
      const spread = township.kind === '开发区' ? 0.035 : 0.05
      rows.people.push({ id: contactId, name: contactName, phone, invented: true })
      rows.enterprises.push({
        id,
        name: enterpriseName(random, industry, taken),
        credit_code: creditCode(number + 1),
        township_id: townshipId,
        industry,
        headcount,
        pilot_level: number < 4 ? 'national' : number < 14 ? 'province' : number < 44 ? 'city' : 'county',
        contact_name: contactName,
        contact_phone: phone,
        longitude: round(township.longitude + (random.next() - 0.5) * spread),
        latitude: round(township.latitude + (random.next() - 0.5) * spread * 0.8),
        point_source: 'township',
        shift_text: gaps.some((gap) => gap.kind === 'handover') ? '两班倒' : '常白班',
        visits_per_month: budget.visits,
        min_days_between: budget.days,
        coverage_value: random.pick([20, 30, 40]),
        phones_allowed: !random.chance(0.2),
        invented: true,
      })
      for (const gap of gaps)
        rows.gap_patterns.push({
          id: random.id(),
          enterprise_id: id,
          kind: gap.kind,
          weekdays: [...gap.weekdays],
          from_minute: gap.from,
          to_minute: gap.to,
          shift_name: gap.kind === 'handover' ? '交接班' : null,
        })
      const quiet: { from: CivilDate; to: CivilDate }[] = []
      if (random.chance(0.15)) {
        const from = addDays(today, random.int(3, 20))
        const season = { from, to: addDays(from, random.int(4, 9)) }
        quiet.push(season)
        rows.quiet_seasons.push({
          id: random.id(),
          enterprise_id: id,
          from_date: season.from,
          to_date: season.to,
          reason: random.pick(['年底赶货', '设备检修', '客户验厂']),
          kind: random.chance(0.5) ? 'freeze' : 'quiet',
        })
      }
      rows.role_grants.push({ id: random.id(), person_id: contactId, role: 'contact', enterprise_id: id })
      result.push({ id, contactId, headcount, gaps, budget, quiet })
    }
  }
  return result
}

const round = (degrees: number): number => Math.round(degrees * 10_000) / 10_000

const weekOf = (random: Seeded): DemoGap[] => {
  const weekdays = random.chance(0.25) ? [1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5]
  const lunch = 660 + 15 * random.int(0, 5)
  const gaps: DemoGap[] = [{ kind: 'break', weekdays, from: lunch, to: lunch + 30 + 15 * random.int(0, 3) }]
  if (random.chance(0.4)) {
    const second = lunch + 60
    gaps.push({ kind: 'break', weekdays, from: second, to: second + 40 })
  }
  if (random.chance(0.4)) {
    const change = random.pick([450, 930, 945])
    gaps.push({ kind: 'handover', weekdays, from: change, to: change + random.pick([25, 30, 40]) })
  }
  if (random.chance(0.75)) gaps.push({ kind: 'office', weekdays: pickDays(random, weekdays), from: 540, to: 690 })
  if (random.chance(0.75)) gaps.push({ kind: 'office', weekdays: pickDays(random, weekdays), from: 840, to: 1020 })
  return mergeOverlaps(gaps)
}

const pickDays = (random: Seeded, weekdays: readonly number[]): number[] =>
  random.shuffled(weekdays).slice(0, random.int(2, weekdays.length)).toSorted()

/** A second canteen wave that would overlap the first is left out. */
const mergeOverlaps = (gaps: DemoGap[]): DemoGap[] =>
  gaps.filter(
    (gap, at) => !gaps.slice(0, at).some((it) => it.kind === gap.kind && it.kind === 'break' && it.to > gap.from),
  )
