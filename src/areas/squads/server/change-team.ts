import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { BodyOf } from '../../../platform/base/operation.ts'
import { has, type Context } from '../../../platform/server/db/scope.ts'
import { stale } from '../../../platform/server/http/stale.ts'
import type * as contract from '../contract.ts'
import type { Hours } from '../domain/team-shift.ts'
import * as queries from './queries.ts'

const valid = (hours: readonly Hours[]): boolean => hours.every((it) => it.from < it.to)

/** Staff reach every team, a leader the teams they belong to. */
const leads = ({ scope }: Context, teamId: string): boolean =>
  has(scope, 'admin', 'staff') || (has(scope, 'leader') && scope.teamIds.includes(teamId))

export const createTeam = async (
  context: Context,
  body: BodyOf<typeof contract.createTeam>,
): Promise<Result<{ id: string }, 'NOT_FOUND' | 'NAME_TAKEN' | 'SHIFT_INVALID'>> => {
  if (!valid(body.shifts)) return fail('SHIFT_INVALID')
  if (!(await queries.squadExists(context, body.squadId))) return fail('NOT_FOUND')
  if (!(await queries.kindsExist(context, body.kindIds))) return fail('NOT_FOUND')
  if (await queries.teamNamed(context, body.name)) return fail('NAME_TAKEN')
  const id = await queries.insertTeam(context, body)
  await queries.replaceKinds(context, id, body.kindIds)
  await queries.replaceShifts(context, id, body.shifts)
  return ok({ id })
}

export const editTeam = async (
  context: Context,
  id: string,
  version: number,
  body: BodyOf<typeof contract.editTeam>,
): Promise<Result<{ version: number }, 'NOT_FOUND' | 'STALE' | 'SHIFT_INVALID' | 'NAME_TAKEN'>> => {
  const before = leads(context, id) ? (await queries.teams(context)).find((it) => it.id === id) : undefined
  if (!before) return fail('NOT_FOUND')
  if (body.shifts && !valid(body.shifts)) return fail('SHIFT_INVALID')
  if (body.kindIds && !(await queries.kindsExist(context, body.kindIds))) return fail('NOT_FOUND')
  if (body.name && (await queries.teamNamed(context, body.name, id))) return fail('NAME_TAKEN')
  const written = await queries.updateTeam(context, id, version, {
    name: body.name,
    base_name: body.baseName,
    max_visits_per_day: body.maxVisitsPerDay,
    max_visits_per_month: body.maxVisitsPerMonth,
  })
  if (!written) return stale(body, { ...before, kindIds: before.kinds.map((kind) => kind.id) })
  if (body.kindIds) await queries.replaceKinds(context, id, body.kindIds)
  if (body.shifts) await queries.replaceShifts(context, id, body.shifts)
  return ok({ version: version + 1 })
}

export const setTeamDay = async (
  context: Context,
  id: string,
  date: string,
  body: BodyOf<typeof contract.setTeamDay>,
): Promise<Result<undefined, 'NOT_FOUND' | 'SHIFT_INVALID'>> => {
  if (!leads(context, id) || !(await queries.teams(context)).some((it) => it.id === id)) return fail('NOT_FOUND')
  const whole = body.from !== undefined && body.to !== undefined && body.from < body.to
  if (!body.off && !whole) return fail('SHIFT_INVALID')
  await queries.putShiftException(context, id, date, body)
  return ok(undefined)
}

export const addMember = async (
  context: Context,
  teamId: string,
  body: BodyOf<typeof contract.addMember>,
): Promise<Result<{ id: string }, 'NOT_FOUND' | 'SHIFT_INVALID'>> => {
  if (!valid(body.availability)) return fail('SHIFT_INVALID')
  if (!leads(context, teamId) || !(await queries.teams(context)).some((it) => it.id === teamId))
    return fail('NOT_FOUND')
  const id = await queries.insertMember(context, teamId, body)
  await queries.replaceAvailability(context, id, body.availability)
  return ok({ id })
}

/** A member changes their own hours; leader and staff those of the team. */
const reachable = async (context: Context, memberId: string) => {
  const member = await queries.memberById(context, memberId)
  const own = member && has(context.scope, 'member') && member.personId === context.scope.personId
  return member && (own || leads(context, member.teamId)) ? member : undefined
}

export const editMember = async (
  context: Context,
  id: string,
  version: number,
  body: BodyOf<typeof contract.editMember>,
): Promise<Result<{ version: number }, 'NOT_FOUND' | 'STALE' | 'SHIFT_INVALID'>> => {
  const before = await reachable(context, id)
  if (!before) return fail('NOT_FOUND')
  if (body.availability && !valid(body.availability)) return fail('SHIFT_INVALID')
  const { title, skills, active } = body
  if (!(await queries.updateMember(context, id, version, { title, skills, active }))) return stale(body, before)
  if (active === false) await queries.revokeTeamGrants(context, before)
  if (body.availability) await queries.replaceAvailability(context, id, body.availability)
  return ok({ version: version + 1 })
}

export const addAbsence = async (
  context: Context,
  id: string,
  body: BodyOf<typeof contract.addAbsence>,
): Promise<Result<{ id: string }, 'NOT_FOUND' | 'DATES_REVERSED'>> => {
  if (body.to < body.from) return fail('DATES_REVERSED')
  if (!(await reachable(context, id))) return fail('NOT_FOUND')
  return ok({ id: await queries.insertAbsence(context, id, body) })
}
