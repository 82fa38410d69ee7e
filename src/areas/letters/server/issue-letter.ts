import { yearOf } from '../../../platform/base/civil-date.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { DOCX, toDocx } from '../../../platform/server/documents/index.ts'
import { keepFile } from '../../../platform/server/files/keep-file.ts'
import type { FileAnswer } from '../../../platform/server/http/implement.ts'
import { stale } from '../../../platform/server/http/stale.ts'
import { notify } from '../../../platform/server/notify/notify.ts'
import type { Services } from '../../../platform/server/services.ts'
import { has } from '../../../platform/server/db/scope.ts'
import { decide, mayIssue, numberText, organCodeOf, type CitedOpinion, type PrintedLetter } from '../domain/index.ts'
import { letterKindNames, letterTitles } from '../texts.zh.ts'
import { citedOpinion, type OpinionCode } from './draft-letter.ts'
import { letterDocument } from './letter-document.ts'
import * as queries from './queries.ts'
import type { LetterRecord } from './queries.ts'
import { isReceived } from './read-letter.ts'
import * as way from './way-queries.ts'

/** What is printed, taken field by field from the letter itself. */
const printed = async (
  context: Context,
  letter: LetterRecord,
  more: { number?: string; opinion?: CitedOpinion },
): Promise<PrintedLetter> => ({
  kind: letter.kind,
  unionName: await queries.unionName(context),
  enterpriseName: letter.enterpriseName,
  creditCode: letter.creditCode,
  subject: letter.subject,
  content: letter.content,
  contactName: letter.contactName,
  contactPhone: letter.contactPhone,
  copies: letter.copies,
  date: context.scope.today,
  ...more,
})

/**
 * Issues a letter: checks that another person wrote it, gives it the next number of its kind and year, and keeps the
 * document as it is sent. From then on nothing of its text changes. The opinion that a recommendation cites is
 * escalated with it.
 */
export const issueLetter = async (
  context: Context,
  id: string,
  version: number,
  { files }: Services,
): Promise<Result<{ number: string }, 'NOT_FOUND' | 'LETTER_STATE' | 'SAME_PERSON' | 'STALE' | OpinionCode>> => {
  const { scope } = context
  const letter = await queries.lockLetter(context, id)
  if (!letter) return fail('NOT_FOUND')
  const next = decide(letter.state, 'issue')
  if (!next.ok) return next
  const other = mayIssue(letter.authorIds, scope.personId!)
  if (!other.ok) return other
  // What is signed is what was read.
  if (letter.version !== version) return stale({}, letter)
  const opinion =
    letter.kind === 'recommendation' ? await citedOpinion(context, letter.opinionId, letter.enterpriseId) : undefined
  if (opinion && !opinion.ok) return opinion

  const year = yearOf(scope.today)
  const code = (await queries.setOrganCode(context)) ?? organCodeOf(await queries.unionName(context))
  const sequence = await queries.takeNumber(context, letter.kind, year)
  const number = numberText(code, letter.kind, year, sequence)
  const bytes = await toDocx(letterDocument(await printed(context, letter, { number, opinion: opinion?.value })))
  const name = `${number} ${letterTitles[letter.kind]}.docx`
  const fileId = await keepFile(context, files, { name, mediaType: DOCX, bytes })
  await queries.setState(context, id, next.value, {
    year,
    sequence,
    number,
    issued_by: scope.personId!,
    issued_on: scope.today,
    issued_at: scope.now,
    document_file_id: fileId,
  })
  await way.insertStep(context, { letterId: id, action: 'issue', state: next.value })
  if (opinion && opinion.value.state !== 'escalated') {
    await queries.setState(context, opinion.value.id, 'escalated')
    const reason = `已发建议书 ${number}`
    await way.insertStep(context, { letterId: opinion.value.id, action: 'escalate', state: 'escalated', reason })
  }
  await tellIssued(context, letter, number)
  return ok({ number })
}

const tellIssued = async (context: Context, letter: LetterRecord, number: string): Promise<void> => {
  await notify(context, {
    kind: 'letter-issued',
    title: `${letterKindNames[letter.kind]}已签发：${number}`,
    lines: [letter.enterpriseName, '请打印用印，送达后登记回证。'],
    link: `/console/letters/${letter.id}`,
    onceKey: `letter-issued ${letter.id}`,
    personIds: letter.authorIds,
  })
  if (letter.kind === 'recommendation') return
  await notify(context, {
    kind: 'letter-received',
    title: `县总工会发来一份${letterKindNames[letter.kind]}`,
    lines: [number, `关于${letter.subject}`],
    link: `/m/letters/${letter.id}`,
    onceKey: `letter-received ${letter.id}`,
    personIds: await way.contactsOf(context, letter.enterpriseId),
  })
}

/** The document as it was issued, byte by byte; before that a sample that says it is a draft. */
export const readDocument = async (
  context: Context,
  id: string,
  { files }: Services,
): Promise<Result<FileAnswer, 'NOT_FOUND'>> => {
  const letter = await queries.letterById(context, id)
  if (!letter) return fail('NOT_FOUND')
  const ofOffice = has(context.scope, 'admin', 'chair', 'staff', 'leader')
  if (!ofOffice && !isReceived(context, letter)) return fail('NOT_FOUND')
  const title = letterTitles[letter.kind]
  if (letter.documentFileId && letter.number)
    return ok({
      name: `${letter.number} ${title}.docx`,
      mediaType: DOCX,
      bytes: await files.read(letter.documentFileId),
    })
  const opinion = letter.opinionId ? await citedOpinion(context, letter.opinionId, letter.enterpriseId) : undefined
  const sample = await printed(context, letter, { opinion: opinion?.ok ? opinion.value : undefined })
  return ok({
    name: `草稿 ${title} ${letter.enterpriseName}.docx`,
    mediaType: DOCX,
    bytes: await toDocx(letterDocument(sample)),
  })
}
