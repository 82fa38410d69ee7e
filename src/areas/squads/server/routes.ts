import { fail, ok } from '../../../platform/base/result.ts'
import { implement, type Route } from '../../../platform/server/http/implement.ts'
import * as contract from '../contract.ts'
import { addAbsence, addMember, createTeam, editMember, editTeam, setTeamDay } from './change-team.ts'
import * as queries from './queries.ts'

export const routes: readonly Route[] = [
  implement(contract.listTeams, async (context) =>
    ok({ squads: await queries.squads(context), teams: await queries.teams(context) }),
  ),
  implement(contract.createTeam, (context, { body }) => createTeam(context, body)),
  implement(contract.editTeam, (context, { params, version, body }) => editTeam(context, params.id, version, body)),
  implement(contract.setTeamDay, (context, { params, body }) => setTeamDay(context, params.id, params.date, body)),
  implement(contract.addMember, (context, { params, body }) => addMember(context, params.id, body)),
  implement(contract.editMember, (context, { params, version, body }) => editMember(context, params.id, version, body)),
  implement(contract.addAbsence, (context, { params, body }) => addAbsence(context, params.id, body)),
  implement(contract.listPartners, async (context) => ok(await queries.partners(context))),
  implement(contract.createPartner, async (context, { body }) => {
    if (!(await queries.squadExists(context, body.squadId))) return fail('NOT_FOUND')
    const id = await queries.insertPartner(context, body)
    return id ? ok({ id }) : fail('NAME_TAKEN')
  }),
  implement(contract.myMemberships, async (context) =>
    ok(await queries.members(context, { personId: context.scope.personId })),
  ),
]
