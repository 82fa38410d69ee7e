import { implement, type Route } from '../../../platform/server/http/implement.ts'
import * as contract from '../contract.ts'
import { confirmParameter, proposeParameter, withdrawParameter } from './keep-parameters.ts'
import { listParameters, readHistory, readOwn } from './read-parameters.ts'

export const routes: readonly Route[] = [
  implement(contract.readOwnParameters, (context) => readOwn(context)),
  implement(contract.listParameters, (context, { query }) => listParameters(context, query.on)),
  implement(contract.readParameterHistory, (context, { query }) => readHistory(context, query)),
  implement(contract.proposeParameter, (context, { body }) => proposeParameter(context, body)),
  implement(contract.confirmParameter, (context, { params }) => confirmParameter(context, params.id)),
  implement(contract.withdrawParameter, (context, { params, body }) =>
    withdrawParameter(context, params.id, body.reason),
  ),
]
