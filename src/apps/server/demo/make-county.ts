import isWorkdayModule from 'chinese-days'
import { addDays, daysBetween, type CivilDate } from '../../../platform/base/civil-date.ts'
import type { Role } from '../../../platform/base/operation.ts'
import { makeCheckUps } from './check-ups.ts'
import { makeEnterprises } from './enterprises.ts'
import { makeHistory } from './history.ts'
import { makeOpenRequests, makeToday } from './month-ahead.ts'
import { personName } from './names.ts'
import { emptyRows, type CountyRows } from './rows.ts'
import { seeded } from './seeded.ts'
import { makeSquads } from './squads.ts'

/** The demo county's fixed day, a Monday; December 2026 is the month to plan. */
export const DEMO_TODAY: CivilDate = '2026-11-30'
const HISTORY_FROM: CivilDate = '2026-02-02'
const MONTH_AHEAD = { from: '2026-12-01', to: '2026-12-31' }

export interface DemoCounty {
  readonly orgId: string
  readonly rows: CountyRows
  /** Whom each role of the sign-in page stands for. */
  readonly accounts: readonly { readonly role: Role; readonly personId: string; readonly name: string }[]
}

/** The whole demo county as rows. The same on every call. */
export const makeCounty = (): DemoCounty => {
  const random = seeded(321_324)
  const rows = emptyRows()
  const orgId = random.id()
  const workdays: CivilDate[] = []
  for (let at = 0; at < daysBetween(HISTORY_FROM, DEMO_TODAY); at++) {
    const date = addDays(HISTORY_FROM, at)
    if (isWorkdayModule.isWorkday(date)) workdays.push(date)
  }
  const squads = makeSquads(random, rows)
  const enterprises = makeEnterprises(random, rows, DEMO_TODAY)
  const diary = makeHistory(random, rows, squads, enterprises, workdays, DEMO_TODAY)
  const waiting = makeToday(random, rows, squads, enterprises, diary, DEMO_TODAY)
  makeOpenRequests(random, rows, squads, enterprises, MONTH_AHEAD)

  const accounts: { role: Role; personId: string; name: string }[] = []
  const officer = (role: Role): void => {
    const personId = random.id()
    const name = personName(random)
    rows.people.push({ id: personId, name, invented: true })
    rows.role_grants.push({ id: random.id(), person_id: personId, role })
    accounts.push({ role, personId, name })
  }
  for (const role of ['admin', 'chair', 'staff', 'worker'] as const) officer(role)
  const named = (personId: string): string => rows.people.find((it) => it.id === personId)!.name
  const teamId = waiting?.teamId ?? squads.firstMember.teamId
  const ofTeam = rows.members.filter((it) => it.team_id === teamId)
  const [leader, member] = [ofTeam[0]!.person_id, ofTeam[1]!.person_id]
  rows.role_grants.push({ id: random.id(), person_id: leader, role: 'leader', team_id: teamId })
  accounts.push({ role: 'leader', personId: leader, name: named(leader) })
  for (const it of rows.members)
    if (it.person_id !== leader)
      rows.role_grants.push({ id: random.id(), person_id: it.person_id, role: 'member', team_id: it.team_id })
  accounts.push({ role: 'member', personId: member, name: named(member) })
  const contact = (waiting?.enterprise ?? enterprises[0]!).contactId
  accounts.push({ role: 'contact', personId: contact, name: named(contact) })
  makeCheckUps(random, rows, enterprises, {
    ownEnterpriseId: (waiting?.enterprise ?? enterprises[0]!).id,
    inspectors: [member, leader].map((personId) => ({ personId, name: named(personId) })),
    drawnOn: '2026-11-02',
    plannedOn: DEMO_TODAY,
  })
  return { orgId, rows, accounts }
}
