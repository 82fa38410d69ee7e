import { createHash } from 'node:crypto'
import { newId } from '../../../platform/base/ids.ts'
import type { BodyOf } from '../../../platform/base/operation.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import type { FileAnswer, UploadedFile } from '../../../platform/server/http/implement.ts'
import { stale } from '../../../platform/server/http/stale.ts'
import { notify, takeBack } from '../../../platform/server/notify/notify.ts'
import type { Services } from '../../../platform/server/services.ts'
import type * as contract from '../contract.ts'
import type { CaseState, Path } from '../domain/index.ts'
import * as cases from './case-queries.ts'
import * as claimants from './claimant-queries.ts'
import * as evidence from './evidence-queries.ts'
import { tieOf } from './lawyer-ties.ts'
import * as people from './people-queries.ts'
import { numberOf, phoneLinkOf, reachCase } from './reach-case.ts'
import { openSeal } from './sealed-case.ts'

type Reach = 'NOT_FOUND' | 'CASE_STATE'

/** Also checks those on the case anew: it may turn out to be against another employer. */
export const editCase = async (
  context: Context,
  id: string,
  version: number,
  body: BodyOf<typeof contract.editCase>,
  services: Services,
): Promise<Result<{ version: number }, Reach | 'STALE' | 'LAWYER_CONFLICT'>> => {
  const reached = await reachCase(context, id, 'work', services)
  if (!reached.ok) return reached
  if (body.enterpriseId && !(await people.enterpriseExists(context, body.enterpriseId))) return fail('NOT_FOUND')
  const { employer, enterpriseId } = { ...reached.value.row, ...body }
  for (const { personId } of await people.peopleOf(context, [id])) {
    const tie = await tieOf(context, personId, { employer, enterpriseId })
    if (tie) return fail('LAWYER_CONFLICT', { employer: tie.employer })
  }
  const written = await cases.updateCase(context, id, version, body)
  return written ? ok({ version: version + 1 }) : stale(body, reached.value.row)
}

export const acceptCase = async (
  context: Context,
  id: string,
  path: Path,
  services: Services,
): Promise<Result<{ status: CaseState }, Reach>> => {
  const reached = await reachCase(context, id, 'accept', services)
  if (!reached.ok) return reached
  const accepted_on = reached.value.row.acceptedOn ?? context.scope.today
  await cases.setCaseState(context, id, 'open', { path, accepted_on })
  return ok({ status: 'open' })
}

/** Puts somebody on a case, unless a tie to the employer forbids it; they are told without the matter. */
export const assignPerson = async (
  context: Context,
  id: string,
  body: BodyOf<typeof contract.assignPerson>,
  services: Services,
): Promise<Result<{ id: string }, Reach | 'LAWYER_CONFLICT' | 'NOT_A_MEMBER' | 'ALREADY_ASSIGNED'>> => {
  const reached = await reachCase(context, id, 'work', services)
  if (!reached.ok) return reached
  const { row } = reached.value
  const { personId } = body
  if (!(await people.worksHere(context, personId))) return fail('NOT_A_MEMBER')
  if ((await people.peopleOf(context, [id])).some((it) => it.personId === personId)) return fail('ALREADY_ASSIGNED')
  const tie = await tieOf(context, personId, row)
  if (tie) return fail('LAWYER_CONFLICT', { employer: tie.employer })
  const assigned = await people.insertPerson(context, { caseId: id, ...body })
  await notify(context, {
    kind: 'case-assigned',
    title: '有一件法律援助案件交给您',
    lines: [`案号 ${numberOf(row)}。打开前请确认与双方没有利害关系。`],
    link: phoneLinkOf(id),
    onceKey: `case ${id} ${assigned}`,
    personIds: [personId],
  })
  return ok({ id: assigned })
}

/** Takes somebody off a case; what they were told about it goes with it. */
export const removePerson = async (
  context: Context,
  id: string,
  personId: string,
): Promise<Result<undefined, 'NOT_FOUND'>> => {
  if (!(await cases.lockCase(context, id)) || !(await people.removePerson(context, id, personId)))
    return fail('NOT_FOUND')
  await takeBack(context, personId, phoneLinkOf(id))
  return ok(undefined)
}

export const addStep = async (
  context: Context,
  id: string,
  body: BodyOf<typeof contract.addStep>,
  services: Services,
): Promise<Result<{ id: string }, Reach | 'DATE_AHEAD'>> => {
  const reached = await reachCase(context, id, 'work', services)
  if (!reached.ok) return reached
  if (body.on > context.scope.today) return fail('DATE_AHEAD')
  const stepId = newId()
  const sealed = reached.value.seal.seal('step', stepId, { note: body.note })
  await cases.insertStep(context, { id: stepId, caseId: id, kind: body.kind, on: body.on, sealed })
  return ok({ id: stepId })
}

export const addEvidence = async (
  context: Context,
  id: string,
  body: BodyOf<typeof contract.addEvidence>,
  services: Services,
): Promise<Result<{ id: string }, Reach>> => {
  const reached = await reachCase(context, id, 'work', services)
  if (!reached.ok) return reached
  const of = body.claimantId ?? null
  if (of && !(await claimants.claimantsOf(context, id)).some((it) => it.id === of)) return fail('NOT_FOUND')
  const evidenceId = newId()
  const { item, note, state } = body
  const sealed = reached.value.seal.seal('evidence', evidenceId, { item, note, fileName: null })
  await evidence.insertEvidence(context, { id: evidenceId, caseId: id, claimantId: of, state, sealed })
  return ok({ id: evidenceId })
}

const reachEvidence = async (context: Context, id: string, evidenceId: string, services: Services) => {
  const reached = await reachCase(context, id, 'work', services)
  if (!reached.ok) return reached
  const row = (await evidence.evidenceOf(context, id)).find((it) => it.id === evidenceId)
  if (!row) return fail('NOT_FOUND')
  const { seal } = reached.value
  return ok({ row, seal, content: seal.open('evidence', evidenceId, row.sealed) })
}

export const editEvidence = async (
  context: Context,
  id: string,
  evidenceId: string,
  version: number,
  body: BodyOf<typeof contract.editEvidence>,
  services: Services,
): Promise<Result<{ version: number }, Reach | 'STALE'>> => {
  const reached = await reachEvidence(context, id, evidenceId, services)
  if (!reached.ok) return reached
  const { row, seal, content } = reached.value
  const next = { ...content, item: body.item ?? content.item, note: body.note ?? content.note }
  const sealed = seal.seal('evidence', evidenceId, next)
  const written = await evidence.updateEvidence(context, evidenceId, version, { state: body.state, sealed })
  return written
    ? ok({ version: version + 1 })
    : stale(body, { state: row.state, item: content.item, note: content.note, version: row.version })
}

/** Keeps a file sealed under the case's key; neither its name nor its bytes lie open anywhere. */
export const addEvidenceFile = async (
  context: Context,
  id: string,
  evidenceId: string,
  file: UploadedFile,
  services: Services,
): Promise<Result<{ fileName: string }, Reach | 'FILE_EMPTY'>> => {
  const reached = await reachEvidence(context, id, evidenceId, services)
  if (!reached.ok) return reached
  if (file.bytes.length === 0) return fail('FILE_EMPTY')
  const { row, seal, content } = reached.value
  const fileId = newId()
  const bytes = seal.sealFile(fileId, file.bytes)
  await services.files.write(fileId, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await evidence.insertSealedFile(context, { id: fileId, bytes: bytes.length, sha256 })
  const fileName = file.name.slice(0, 120)
  const sealed = seal.seal('evidence', evidenceId, { ...content, fileName })
  await evidence.updateEvidence(context, evidenceId, row.version, { state: 'have', sealed, file_id: fileId })
  return ok({ fileName })
}

/** Opens a file for saving, never to be shown in place; the look is kept. */
export const readEvidenceFile = async (
  context: Context,
  id: string,
  evidenceId: string,
  services: Services,
): Promise<Result<FileAnswer, 'NOT_FOUND'>> => {
  const row = await cases.caseById(context, id)
  const found = row && (await evidence.evidenceOf(context, id)).find((it) => it.id === evidenceId)
  if (!row || !found?.fileId) return fail('NOT_FOUND')
  await people.insertView(context, id, 'file')
  const seal = openSeal(services, id, row.wrappedKey)
  return ok({
    name: seal.open('evidence', evidenceId, found.sealed).fileName ?? '证据',
    mediaType: 'application/octet-stream',
    bytes: seal.openFile(found.fileId, await services.files.read(found.fileId)),
  })
}
