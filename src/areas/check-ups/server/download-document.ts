import type { CheckUp } from '../../../engines/checkup/index.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { DOCX, toDocx, toHtml } from '../../../platform/server/documents/index.ts'
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

type Kind = keyof typeof documents
type Codes = 'NOT_FOUND' | 'CHECK_UP_STATE'

/** What a document says after the last re-check; the enterprise gets it once it is issued. */
const factsOf = async (context: Context, id: string): Promise<Result<DocumentFacts, Codes>> => {
  const row = await queries.checkUpRow(context, id)
  if (!row) return fail('NOT_FOUND')
  const open = row.status === 'reported' || seesResults(context, await queries.inspectorsOf(context, id))
  if (!row.result || !open) return fail('CHECK_UP_STATE', { state: row.status })
  const result = row.result as CheckUp
  const latest = result.stages.at(-1)!.date
  const reported = row.reportedOn ?? context.scope.today
  const seen = (await queries.photosOf(context, id)).filter((it) => it.findingId === null)
  return ok({
    result,
    unionName: await unionName(context),
    madeOn: latest > reported ? latest : reported,
    photos: Object.fromEntries([...Map.groupBy(seen, (it) => it.itemId)].map(([itemId, of]) => [itemId, of.length])),
  })
}

export const downloadDocument = async (
  context: Context,
  id: string,
  kind: Kind,
): Promise<Result<FileAnswer, Codes>> => {
  const facts = await factsOf(context, id)
  if (!facts.ok) return facts
  const { name, make } = documents[kind]
  const { name: enterprise } = facts.value.result.enterprise
  return ok({ name: `${enterprise}${name}.docx`, mediaType: DOCX, bytes: await toDocx(make(facts.value)) })
}

/** The same as a page for the browser's printer. */
export const printDocument = async (context: Context, id: string, kind: Kind): Promise<Result<FileAnswer, Codes>> => {
  const facts = await factsOf(context, id)
  if (!facts.ok) return facts
  const { name, make } = documents[kind]
  const bytes = Buffer.from(toHtml(make(facts.value)))
  return ok({ name: `${name}.html`, mediaType: 'text/html; charset=utf-8', bytes, inline: true })
}
