import { ok } from '../../../platform/base/result.ts'
import { implement, type Route } from '../../../platform/server/http/implement.ts'
import * as contract from '../contract.ts'
import { addException, addQuiet, readGaps, removeException, removeQuiet } from './date-rules.ts'
import { editEnterprise, setWeek } from './edit-enterprise.ts'
import * as queries from './queries.ts'
import { readEnterprise } from './read-enterprise.ts'

export const routes: readonly Route[] = [
  implement(contract.listEnterprises, async (context, { query }) =>
    ok(await queries.enterprisesPage(context, query, query)),
  ),
  implement(contract.listTownships, async (context) => ok(await queries.townships(context))),
  implement(contract.readEnterprise, (context, { params }) => readEnterprise(context, params.id)),
  implement(contract.editEnterprise, (context, { params, body, version }) =>
    editEnterprise(context, params.id, version, body),
  ),
  implement(contract.setWeek, (context, { params, body, version }) =>
    setWeek(context, params.id, version, body.patterns),
  ),
  implement(contract.addException, (context, { params, body }) => addException(context, params.id, body)),
  implement(contract.removeException, (context, { params }) => removeException(context, params.id, params.exceptionId)),
  implement(contract.addQuiet, (context, { params, body }) => addQuiet(context, params.id, body)),
  implement(contract.removeQuiet, (context, { params }) => removeQuiet(context, params.id, params.quietId)),
  implement(contract.readGaps, (context, { params, query }) => readGaps(context, params.id, query)),
]
