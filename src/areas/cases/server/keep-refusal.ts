import type { Context } from '../../../platform/server/db/scope.ts'
import * as cases from './case-queries.ts'
import * as people from './people-queries.ts'

const whatOf = (path: string): 'file' | 'document' | 'case' =>
  path.endsWith('/file') ? 'file' : path.includes('/papers/') ? 'document' : 'case'

/** Keeps a look that was refused beside those that were allowed. What failed for another reason is no refusal. */
export const keepRefusal = async (context: Context, id: string, path: string, code: string): Promise<void> => {
  if (!['NOT_FOUND', 'NOT_ALLOWED', 'NOT_SIGNED_IN'].includes(code)) return
  if (code === 'NOT_FOUND' && (await cases.caseById(context, id))) return
  if (await cases.caseExists(context, id)) await people.insertView(context, id, whatOf(path), true)
}
