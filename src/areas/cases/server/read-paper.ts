import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { DOCX, toDocx } from '../../../platform/server/documents/index.ts'
import type { FileAnswer } from '../../../platform/server/http/implement.ts'
import type { Services } from '../../../platform/server/services.ts'
import { entitlementsOf, readClaim } from '../../../engines/entitlements/index.ts'
import { parametersInForce } from '../../entitlements/server/index.ts'
import type { PaperKind } from '../domain/index.ts'
import { paperNames } from '../names.zh.ts'
import * as cases from './case-queries.ts'
import * as claimants from './claimant-queries.ts'
import * as evidence from './evidence-queries.ts'
import * as people from './people-queries.ts'
import { casePaper, type PaperPerson } from './case-paper.ts'
import { numberOf } from './reach-case.ts'
import { openSeal } from './sealed-case.ts'

interface Employment {
  readonly employment?: { readonly start?: CivilDate; readonly end?: CivilDate }
}

/** A paper of a case filled from what is known of it, for one of its people or for all; the look is kept. */
export const readPaper = async (
  context: Context,
  id: string,
  kind: PaperKind,
  claimantId: string | undefined,
  services: Services,
): Promise<Result<FileAnswer, 'NOT_FOUND'>> => {
  const row = await cases.caseById(context, id)
  const all = row ? await claimants.claimantsOf(context, id) : []
  const chosen = claimantId ? all.filter((it) => it.id === claimantId) : all
  if (!row || (claimantId && chosen.length === 0)) return fail('NOT_FOUND')
  await people.insertView(context, id, 'document')
  const seal = openSeal(services, id, row.wrappedKey)
  const ids = chosen.map((it) => it.id)
  const amounts = await claimants.amountsOf(context, ids)
  const answers = await claimants.answersOf(context, ids)
  const parameters = await parametersInForce(context)
  const persons = chosen.map((it): PaperPerson => {
    const { name, phone, claim } = seal.open('claimant', it.id, it.sealed)
    const read = readClaim(claim)
    const answer = answers.find((one) => one.claimantId === it.id && one.round === it.round)
    return {
      name,
      phone,
      ...(claim as Employment).employment,
      entitlements: read.ok ? entitlementsOf(read.value, parameters) : undefined,
      amounts: amounts.filter((one) => one.claimantId === it.id),
      answer: answer && seal.open('answer', answer.id, answer.sealed).text,
    }
  })
  const held = (await evidence.evidenceOf(context, id)).filter((it) => it.state === 'have')
  const lawyers = (await people.peopleOf(context, [id])).filter((it) => it.duty === 'lawyer')
  const paper = casePaper({
    kind,
    union: await cases.unionName(context),
    number: numberOf(row),
    topic: row.topic,
    employer: row.employer,
    message: seal.open('case', id, row.sealed).message,
    persons,
    evidence: held.map((it) => seal.open('evidence', it.id, it.sealed).item),
    lawyers: lawyers.map((it) => it.name),
    awardServedOn: (await cases.stepsOf(context, [id])).findLast((it) => it.kind === 'award_served')?.on,
    today: context.scope.today,
  })
  return ok({ name: `${paperNames[kind]}-${numberOf(row)}.docx`, mediaType: DOCX, bytes: await toDocx(paper) })
}
