import type { Seeded } from './seeded.ts'
import { personName, phoneNumber } from './names.ts'
import type { CountyRows } from './rows.ts'

const WEEKDAYS = [1, 2, 3, 4, 5]

export const kinds = [
  {
    key: 'talk',
    squad: 'culture',
    name: '劳模微宣讲',
    counts: 'talk',
    minutes: 20,
    setup: 5,
    gaps: ['break', 'handover'],
    value: 24,
    about: '劳模先锋进车间，讲一个身边的故事',
  },
  {
    key: 'show',
    squad: 'culture',
    name: '午间驻唱',
    counts: 'show',
    minutes: 30,
    setup: 15,
    gaps: ['break'],
    value: 36,
    about: '企业驻唱歌手团在午休时段演出',
  },
  {
    key: 'reading',
    squad: 'culture',
    name: '工派读书班',
    counts: 'reading',
    minutes: 40,
    setup: 5,
    gaps: ['break', 'office'],
    value: 20,
    about: '领读一本书，现场赠书',
  },
  {
    key: 'advice',
    squad: 'skills',
    name: '专家现场指导',
    counts: 'advice',
    minutes: 90,
    setup: 0,
    gaps: ['office'],
    value: 40,
    about: '发明协会专家到工位看问题，约定后期跟踪',
  },
  {
    key: 'method',
    squad: 'skills',
    name: '先进操作法示范',
    counts: 'training',
    minutes: 60,
    setup: 10,
    gaps: ['office', 'handover'],
    value: 30,
    about: '先进操作法在工位上示范一遍',
  },
  {
    key: 'mentor',
    squad: 'skills',
    name: '名师带高徒结对辅导',
    counts: 'training',
    minutes: 60,
    setup: 0,
    gaps: ['office'],
    value: 26,
    about: '师徒按协议定期见面',
  },
  {
    key: 'checkup',
    squad: 'rights',
    name: '法治体检',
    counts: 'other',
    minutes: 120,
    setup: 0,
    gaps: ['office'],
    value: 42,
    about: '劳动用工风险评估，只服务不处罚',
  },
  {
    key: 'clinic',
    squad: 'rights',
    name: '普法咨询',
    counts: 'clinic',
    minutes: 30,
    setup: 5,
    gaps: ['break', 'handover'],
    value: 28,
    about: '巡回法援律师在食堂门口答疑',
  },
] as const
export type KindKey = (typeof kinds)[number]['key']

const TEAMS = [
  { name: '劳模先锋一队', squad: 'culture', kinds: ['talk'], size: 5, title: '市级劳动模范', skills: ['微宣讲'] },
  { name: '劳模先锋二队', squad: 'culture', kinds: ['talk'], size: 5, title: '县级劳动模范', skills: ['微宣讲'] },
  { name: '企业驻唱歌手团', squad: 'culture', kinds: ['show'], size: 6, title: '职工歌手', skills: ['演唱', '吉他'] },
  { name: '工派读书班', squad: 'culture', kinds: ['reading', 'talk'], size: 4, title: '领读人', skills: ['领读'] },
  {
    name: '发明协会专家一组',
    squad: 'skills',
    kinds: ['advice', 'method'],
    size: 4,
    title: '高级工程师',
    skills: ['机械', '工艺'],
  },
  {
    name: '发明协会专家二组',
    squad: 'skills',
    kinds: ['advice'],
    size: 3,
    title: '工程师',
    skills: ['膜材料', '电气'],
  },
  {
    name: '名师工作室联队',
    squad: 'skills',
    kinds: ['mentor', 'method'],
    size: 4,
    title: '高级技师',
    skills: ['焊接', '数控'],
  },
  { name: '法治体检组', squad: 'rights', kinds: ['checkup'], size: 4, title: '劳动法律监督员', skills: ['劳动用工'] },
  { name: '巡回法援一组', squad: 'rights', kinds: ['clinic', 'checkup'], size: 3, title: '律师', skills: ['劳动争议'] },
  { name: '巡回法援二组', squad: 'rights', kinds: ['clinic'], size: 3, title: '律师', skills: ['工伤', '工资'] },
] as const

export interface DemoSquads {
  readonly kindIds: Readonly<Record<KindKey, string>>
  /** Teams that may give a kind. */
  readonly teamsOf: (kind: KindKey) => readonly string[]
  readonly firstMember: { readonly personId: string; readonly teamId: string }
  readonly firstLeader: { readonly personId: string; readonly teamId: string }
}

/** Three squads with the article's teams; the people in them are invented. */
export const makeSquads = (random: Seeded, rows: CountyRows): DemoSquads => {
  const squadIds = { culture: random.id(), skills: random.id(), rights: random.id() }
  rows.squads.push(
    { id: squadIds.culture, kind: 'culture', name: '文化轻骑兵', purpose: '把宣讲、演出和书送到车间' },
    { id: squadIds.skills, kind: 'skills', name: '技能轻骑兵', purpose: '把专家和绝活请到工位' },
    { id: squadIds.rights, kind: 'rights', name: '维权轻骑兵', purpose: '把体检和法援送到厂门口' },
  )
  const kindIds = Object.fromEntries(kinds.map((kind) => [kind.key, random.id()])) as Record<KindKey, string>
  for (const kind of kinds)
    rows.activity_kinds.push({
      id: kindIds[kind.key],
      squad_kind: kind.squad,
      name: kind.name,
      description: kind.about,
      counts_as: kind.counts,
      minutes: kind.minutes,
      setup_minutes: kind.setup,
      gap_kinds: [...kind.gaps],
      value: kind.value,
    })
  const teamIds: string[] = []
  const people: { personId: string; teamId: string }[] = []
  for (const team of TEAMS) {
    const teamId = random.id()
    teamIds.push(teamId)
    const fromBase = team.squad === 'skills' ? '县职工服务中心' : '县总工会'
    rows.teams.push({
      id: teamId,
      squad_id: squadIds[team.squad],
      name: team.name,
      base_name: fromBase,
      base_longitude: team.squad === 'skills' ? 118.222 : 118.21,
      base_latitude: team.squad === 'skills' ? 33.452 : 33.46,
      max_visits_per_day: team.squad === 'skills' ? 2 : 3,
      max_visits_per_month: 26,
    })
    for (const kind of team.kinds) rows.team_kinds.push({ team_id: teamId, activity_kind_id: kindIds[kind] })
    // Volunteers with work of their own: a team is out on some days of the week, and not all day long.
    const days = random
      .shuffled(WEEKDAYS)
      .slice(0, team.kinds.length > 1 ? 4 : 3)
      .toSorted()
    const long = team.squad === 'skills' || (team.kinds as readonly string[]).includes('checkup')
    rows.team_shifts.push({
      id: random.id(),
      team_id: teamId,
      weekdays: days,
      from_minute: long ? 510 : 630,
      to_minute: long ? 1050 : 870,
    })
    for (let at = 0; at < team.size; at++) {
      const personId = random.id()
      rows.people.push({ id: personId, name: personName(random), phone: phoneNumber(random), invented: true })
      const memberId = random.id()
      rows.members.push({
        id: memberId,
        person_id: personId,
        team_id: teamId,
        title: team.title,
        skills: [...team.skills],
        lead: at === 0,
      })
      rows.member_availability.push({
        id: random.id(),
        member_id: memberId,
        weekdays: days,
        from_minute: long ? 510 : 630,
        to_minute: long ? 1050 : 870,
      })
      people.push({ personId, teamId })
    }
  }
  rows.partner_orgs.push(
    {
      id: random.id(),
      name: '县发明协会',
      kind: '学会协会',
      squad_id: squadIds.skills,
      contact_name: personName(random),
      contact_phone: phoneNumber(random),
      note: '提供现场指导专家与后期跟踪',
    },
    {
      id: random.id(),
      name: '县读书协会',
      kind: '学会协会',
      squad_id: squadIds.culture,
      contact_name: personName(random),
      contact_phone: phoneNumber(random),
      note: '提供领读人与赠书书目',
    },
  )
  return {
    kindIds,
    teamsOf: (kind) =>
      TEAMS.flatMap((team, at) => ((team.kinds as readonly string[]).includes(kind) ? [teamIds[at]!] : [])),
    firstMember: people[1]!,
    firstLeader: people[0]!,
  }
}
