import { fail, ok, type Result } from '../../../platform/base/result.ts'
import { newId } from '../../../platform/base/ids.ts'
import type { OutputOf } from '../../../platform/base/operation.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import type { UploadedFile } from '../../../platform/server/http/implement.ts'
import type { Services } from '../../../platform/server/services.ts'
import { readWorkbook, sheetReasons } from '../../../platform/server/spreadsheets/read-workbook.ts'
import type * as contract from '../contract.ts'
import { readCaseSheet, sheetTitles, type SheetCase } from '../domain/index.ts'
import { amountKindNames, deliveryNames, outcomeNames, payerNames, topicNames } from '../names.zh.ts'
import * as cases from './case-queries.ts'
import * as claimants from './claimant-queries.ts'
import { closeCase } from './close-case.ts'
import { hashOfCode } from './sealed-case.ts'
import { takeIn } from './take-in.ts'

const names = {
  topics: topicNames,
  outcomes: outcomeNames,
  kinds: amountKindNames,
  payers: payerNames,
  ways: deliveryNames,
}

/** By which a case of the ledger is known again; no code that anybody holds leads to it. */
const ledgerHash = (number: string): string => hashOfCode(`ledger ${number}`)

const writePersons = async (context: Context, id: string, it: SheetCase, services: Services): Promise<void> => {
  const taken = await takeIn(
    context,
    {
      channel: 'import',
      topic: it.topic,
      employer: it.employer,
      message: `台账编号 ${it.number}`,
      stillEmployed: null,
      leftOn: null,
      writtenContract: null,
      injured: false,
      pregnant: false,
      peopleUnpaid: 0,
      persons: it.persons.map(({ name, phone }) => ({ name, phone, claim: {} })),
    },
    services,
    { id, followHash: ledgerHash(it.number), receivedOn: it.receivedOn ?? context.scope.today },
  )
  if (!taken.ok) throw new Error(taken.code)
  for (const [at, row] of (await claimants.claimantsOf(context, id)).entries()) {
    const person = it.persons[at]!
    if (person.outcome || person.noAmountReason)
      await claimants.updateClaimant(context, row.id, row.version, {
        outcome: person.outcome ?? undefined,
        no_amount_reason: person.noAmountReason,
      })
    await claimants.replaceAmounts(
      context,
      row.id,
      person.amounts.map((one) => ({ ...one, basis: '', paidOn: null }) as claimants.NewAmount),
    )
    if (person.answer === '') continue
    const { deliveredOn, deliveredBy } = person as {
      deliveredOn: string | null
      deliveredBy: claimants.DeliveredBy | null
    }
    await claimants.putAnswer(context, { claimantId: row.id, round: row.round, deliveredOn, deliveredBy }, (answerId) =>
      taken.value.seal.seal('answer', answerId, { text: person.answer }),
    )
  }
}

/**
 * Takes in a ledger of earlier cases. What is whole is closed by the same gate as any other case, the rest stays open;
 * what is known already stays as it is.
 */
export const importCases = async (
  context: Context,
  file: UploadedFile,
  services: Services,
): Promise<Result<OutputOf<typeof contract.importCases>, 'SHEET_REFUSED' | 'COLUMNS_MISSING' | 'DATE_AHEAD'>> => {
  const read = await readWorkbook(file.bytes, { titles: sheetTitles })
  if (!read.ok) return fail('SHEET_REFUSED', { reason: sheetReasons[read.code] })
  const sheet = readCaseSheet(read.value, names)
  if (!sheet.ok) return sheet
  const { today } = context.scope
  const ahead = sheet.value.cases
    .flatMap((it) => it.persons)
    .some((it) => (it.deliveredOn ?? '') > today || it.amounts.some((one) => one.agreedOn > today))
  if (ahead || sheet.value.cases.some((it) => (it.receivedOn ?? '') > today)) return fail('DATE_AHEAD')
  let [created, closed, unchanged] = [0, 0, 0]
  const open: { number: string; lacks: { ordinal: number; lacks: string[] }[] }[] = []
  for (const it of sheet.value.cases) {
    if (await cases.caseByFollowHash(context, ledgerHash(it.number), false)) {
      unchanged++
      continue
    }
    const id = newId()
    await writePersons(context, id, it, services)
    created++
    const done = await closeCase(context, id, services)
    if (done.ok) closed++
    else open.push({ number: it.number, lacks: (done.detail?.lacks ?? []) as (typeof open)[number]['lacks'] })
  }
  return ok({ created, closed, unchanged, open, faults: sheet.value.faults })
}
