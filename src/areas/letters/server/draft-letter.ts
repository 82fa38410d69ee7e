import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { BodyOf } from '../../../platform/base/operation.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { stale } from '../../../platform/server/http/stale.ts'
import { notify } from '../../../platform/server/notify/notify.ts'
import { listFindings } from '../../check-ups/server/index.ts'
import type * as contract from '../contract.ts'
import {
  INSPECTORS_AT_LEAST,
  decide,
  mayRecommend,
  type CitedOpinion,
  type LetterContent,
  type LetterState,
} from '../domain/index.ts'
import { letterKindNames } from '../texts.zh.ts'
import * as queries from './queries.ts'
import * as way from './way-queries.ts'

export type OpinionCode = 'OPINION_MISSING' | 'OPINION_NOT_DELIVERED' | 'OPINION_NOT_DUE' | 'OPINION_OBEYED'
type ContentCode = 'DATES_REVERSED' | 'INSPECTORS_FEW' | 'INSPECTION_AHEAD'

const checkContent = ({ scope }: Context, content: LetterContent): Result<undefined, ContentCode> => {
  if (content.kind !== 'opinion') return ok(undefined)
  if (content.inspectedTo < content.inspectedFrom) return fail('DATES_REVERSED')
  if (content.inspectedTo > scope.today) return fail('INSPECTION_AHEAD')
  const people = new Set(content.inspectors.map((it) => it.certificate))
  return people.size < INSPECTORS_AT_LEAST ? fail('INSPECTORS_FEW') : ok(undefined)
}

/** The opinion a recommendation cites, as it stands; its row is locked until the transaction ends. */
export const citedOpinion = async (
  context: Context,
  opinionId: string | null | undefined,
  enterpriseId: string,
): Promise<Result<CitedOpinion & { id: string; state: LetterState }, OpinionCode>> => {
  const opinion = opinionId ? await queries.lockLetter(context, opinionId) : undefined
  if (!opinion || opinion.enterpriseId !== enterpriseId) return fail('OPINION_MISSING')
  const newest = (await way.answersOf(context, opinion.id)).at(-1)
  const may = mayRecommend(opinion, newest && { obeyed: newest.obeyed ?? undefined })
  if (!may.ok) return may
  return ok({
    id: opinion.id,
    state: opinion.state,
    number: opinion.number!,
    issuedOn: opinion.issuedOn!,
    deliveredOn: opinion.deliveredOn!,
    outcome: newest ? 'not-obeyed' : 'unanswered',
  })
}

/** Whether these are findings of this enterprise that the caller may see, each named once. */
const areFindingsOf = async (context: Context, enterpriseId: string, ids: readonly string[]): Promise<boolean> =>
  (await listFindings(context, { ids, enterpriseId, limit: ids.length + 1, offset: 0 })).total === ids.length

export const draftLetter = async (
  context: Context,
  body: BodyOf<typeof contract.draftLetter>,
): Promise<Result<{ id: string }, 'NOT_FOUND' | ContentCode | OpinionCode | 'REPLACES_STANDING' | 'FINDING_OTHER'>> => {
  if (!(await queries.enterpriseExists(context, body.enterpriseId))) return fail('NOT_FOUND')
  if (!(await areFindingsOf(context, body.enterpriseId, body.sourceFindingIds))) return fail('FINDING_OTHER')
  const sound = checkContent(context, body.content)
  if (!sound.ok) return sound
  const recommends = body.content.kind === 'recommendation'
  if (recommends) {
    const opinion = await citedOpinion(context, body.opinionId, body.enterpriseId)
    if (!opinion.ok) return opinion
  }
  if (body.replacesId) {
    const before = await queries.letterById(context, body.replacesId)
    if (!before || before.enterpriseId !== body.enterpriseId || before.kind !== body.content.kind)
      return fail('NOT_FOUND')
    if (before.state !== 'withdrawn') return fail('REPLACES_STANDING')
  }
  const id = await queries.insertLetter(context, { ...body, opinionId: recommends ? body.opinionId : undefined })
  await way.insertStep(context, { letterId: id, action: 'draft', state: 'draft' })
  return ok({ id })
}

/** Changes a draft; whoever does so is one of its authors from then on and cannot issue it. */
export const editLetter = async (
  context: Context,
  id: string,
  version: number,
  body: BodyOf<typeof contract.editLetter>,
): Promise<Result<{ version: number }, 'NOT_FOUND' | 'STALE' | 'LETTER_STATE' | 'KIND_FIXED' | ContentCode>> => {
  const before = await queries.lockLetter(context, id)
  if (!before) return fail('NOT_FOUND')
  const next = decide(before.state, 'edit')
  if (!next.ok) return next
  if (body.content) {
    if (body.content.kind !== before.kind) return fail('KIND_FIXED')
    const sound = checkContent(context, body.content)
    if (!sound.ok) return sound
  }
  const authors = [...new Set([...before.authorIds, context.scope.personId!])]
  if (!(await queries.updateDraft(context, id, version, body, authors))) return stale(body, before)
  return ok({ version: version + 1 })
}

export const dropLetter = async (
  context: Context,
  id: string,
): Promise<Result<undefined, 'NOT_FOUND' | 'LETTER_STATE'>> => {
  const before = await queries.lockLetter(context, id)
  if (!before) return fail('NOT_FOUND')
  const next = decide(before.state, 'drop')
  if (!next.ok) return next
  await queries.deleteDraft(context, id)
  return ok(undefined)
}

export const submitLetter = async (
  context: Context,
  id: string,
): Promise<Result<{ state: LetterState }, 'NOT_FOUND' | 'LETTER_STATE'>> => {
  const before = await queries.lockLetter(context, id)
  if (!before) return fail('NOT_FOUND')
  const next = decide(before.state, 'submit')
  if (!next.ok) return next
  const by = context.scope.personId!
  const authors = [...new Set([...before.authorIds, by])]
  await queries.setState(context, id, next.value, {
    author_ids: authors,
    submitted_by: by,
    submitted_at: context.scope.now,
  })
  await way.insertStep(context, { letterId: id, action: 'submit', state: next.value })
  await notify(context, {
    kind: 'letter-submitted',
    title: `有一份${letterKindNames[before.kind]}待签发`,
    lines: [before.enterpriseName, `关于${before.subject}`],
    link: `/console/letters/${id}`,
    onceKey: `letter-submitted ${id} ${before.version}`,
    personIds: (await way.issuers(context)).filter((it) => !authors.includes(it)),
  })
  return ok({ state: next.value })
}

export const returnLetter = async (
  context: Context,
  id: string,
  reason: string,
): Promise<Result<{ state: LetterState }, 'NOT_FOUND' | 'LETTER_STATE'>> => {
  const before = await queries.lockLetter(context, id)
  if (!before) return fail('NOT_FOUND')
  const next = decide(before.state, 'return')
  if (!next.ok) return next
  await queries.setState(context, id, next.value)
  await way.insertStep(context, { letterId: id, action: 'return', state: next.value, reason })
  await notify(context, {
    kind: 'letter-returned',
    title: `${letterKindNames[before.kind]}退回修改`,
    lines: [before.enterpriseName, reason],
    link: `/console/letters/${id}`,
    onceKey: `letter-returned ${id} ${before.version}`,
    personIds: before.authorIds,
  })
  return ok({ state: next.value })
}
