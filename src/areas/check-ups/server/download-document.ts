import type { CheckUp } from '../../../engines/checkup/index.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { DOCX, toDocx } from '../../../platform/server/documents/index.ts'
import type { FileAnswer } from '../../../platform/server/http/implement.ts'
import * as queries from './check-up-queries.ts'
import type { DocumentFacts } from './document-parts.ts'
import { unionName } from './people-queries.ts'
import { prescriptionDocument } from './prescription-document.ts'
import { seesResults } from './reach-check-up.ts'
import { reportDocument } from './report-document.ts'

const documents = {
  report: { name: '体检报告', make: reportDocument },
  prescription: { name: '诊疗处方', make: prescriptionDocument },
} as const

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
  const result = row.result as CheckUp
  const latest = result.stages.at(-1)!.date
  const reported = row.reportedOn ?? context.scope.today
  const seen = (await queries.photosOf(context, id)).filter((it) => it.findingId === null)
  const facts: DocumentFacts = {
    result,
    unionName: await unionName(context),
    madeOn: latest > reported ? latest : reported,
    photos: Object.fromEntries([...Map.groupBy(seen, (it) => it.itemId)].map(([itemId, of]) => [itemId, of.length])),
  }
  const { name, make } = documents[kind]
  return ok({ name: `${row.enterpriseName}${name}.docx`, mediaType: DOCX, bytes: await toDocx(make(facts)) })
}
