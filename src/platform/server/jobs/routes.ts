import { cancelOperation, readOperation } from '../../base/long-operation.ts'
import { fail, ok } from '../../base/result.ts'
import type { Context } from '../db/scope.ts'
import { has } from '../db/scope.ts'
import { implement, type Area } from '../http/implement.ts'
import { operationById, requestCancel } from './queries.ts'

/** One's own operations, and all of the county for those who work at the console. */
const visible = async (context: Context, id: string) => {
  const row = await operationById(context, id)
  const own = row?.created_by === context.scope.personId
  return row && (own || has(context.scope, 'admin', 'chair', 'staff')) ? row : undefined
}

export const operationsArea: Area = {
  name: 'operations',
  texts: {},
  routes: [
    implement(readOperation, async (context, { params }) => {
      const row = await visible(context, params.id)
      return row ? ok(row) : fail('NOT_FOUND')
    }),
    implement(cancelOperation, async (context, { params }) => {
      if (!(await visible(context, params.id))) return fail('NOT_FOUND')
      await requestCancel(context, params.id)
      return ok((await operationById(context, params.id))!)
    }),
  ],
}
