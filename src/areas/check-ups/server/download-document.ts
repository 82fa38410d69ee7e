import type { CheckUp } from '../../../engines/checkup/index.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import type { FileAnswer } from '../../../platform/server/http/implement.ts'
import { prescriptionDocument, reportDocument, type DocumentFacts } from './check-up-documents.ts'
import * as queries from './check-up-queries.ts'
import { unionName } from './people-queries.ts'
import { seesResults } from './reach-check-up.ts'

const documents = {
  report: { name: '体检报告', make: reportDocument },
  prescription: { name: '诊疗处方', make: prescriptionDocument },
} as const

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Report or prescription as they stand after the last re-check; the enterprise gets them once they are issued. */
export const downloadDocument = async (
  context: Context,
  id: string,
  kind: keyof typeof documents,
): Promise<Result<FileAnswer, 'NOT_FOUND' | 'CHECK_UP_STATE'>> => {
  const row = await queries.checkUpRow(context, id)
  if (!row) return fail('NOT_FOUND')
  const open = row.status === 'reported' || seesResults(context, await queries.inspectorsOf(context, id))
  if (!row.result || !open) return fail('CHECK_UP_STATE', { state: row.status })
  const facts: DocumentFacts = {
    result: row.result as CheckUp,
    unionName: await unionName(context),
    madeOn: context.scope.today,
  }
  const { name, make } = documents[kind]
  return ok({ name: `${row.enterpriseName}${name}.docx`, mediaType: DOCX, bytes: await make(facts) })
}
