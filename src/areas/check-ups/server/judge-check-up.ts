import {
  checkUpOf,
  readAnswers,
  type Answers,
  type CheckUp,
  type Instrument,
  type ItemAnswer,
} from '../../../engines/checkup/index.ts'
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import { ok, type Result } from '../../../platform/base/result.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { calendarFor } from '../../enterprises/server/index.ts'
import * as checkUps from './check-up-queries.ts'
import { instrumentBy } from './instrument-queries.ts'
import * as findings from './finding-queries.ts'

export interface FilledIn {
  readonly checkedOn: CivilDate
  readonly headcount: number
  readonly facts: Readonly<Record<string, boolean>>
  readonly items: readonly ItemAnswer[]
}

/** The frozen instrument of a check-up. @throws where it has not been begun */
export const frozenInstrument = async (
  context: Context,
  { instrumentVersion }: Pick<checkUps.CheckUpRecord, 'instrumentVersion'>,
): Promise<Instrument> => {
  const instrument = instrumentVersion === null ? undefined : await instrumentBy(context, instrumentVersion)
  if (!instrument) throw new Error('a check-up without its instrument')
  return instrument
}

/**
 * Judges what was filled in by the check-up's own instrument, the self-check beside it, with all re-checks that passed.
 * @returns ANSWERS_INVALID with the engine's faults
 */
export const judgeCheckUp = async (
  context: Context,
  row: checkUps.CheckUpRecord,
  filled: FilledIn,
): Promise<Result<CheckUp, 'ANSWERS_INVALID'>> => {
  const instrument = await frozenInstrument(context, row)
  const inspectors = (await checkUps.inspectorsOf(context, row.id)).map(({ name, certificate }) => ({
    name,
    certificate,
  }))
  const own = (await checkUps.selfCheckOf(context, row.id))?.answers ?? {}
  const rechecks = await findings.passedRechecks(context, row.id)
  const answers: Answers = {
    instrument: instrument.version,
    date: filled.checkedOn,
    enterprise: {
      name: row.enterpriseName,
      ref: row.enterpriseId,
      headcount: filled.headcount,
      facts: filled.facts,
    },
    inspectors,
    seed: row.id,
    items: filled.items.map((it) => ({ ...it, selfCheck: own[it.id] })),
    rechecks: rechecks.map(({ itemId, date, remark }) => ({
      // A county's clock may have been set back meanwhile; a re-check never comes before its check-up.
      date: date < filled.checkedOn ? filled.checkedOn : date,
      inspectors,
      items: [{ id: itemId, outcome: 'full', findings: remark, evidence: [remark.slice(0, 200)] }],
    })),
  }
  const read = readAnswers(answers, [instrument])
  return read.ok ? ok(checkUpOf(instrument, read.value.answers, await calendarFor(context))) : read
}

/** What was handed in, as it is kept. @throws before it was handed in */
export const filledIn = (row: checkUps.CheckUpRecord): FilledIn => {
  if (row.checkedOn === null) throw new Error('a check-up that was not handed in')
  return {
    checkedOn: row.checkedOn,
    headcount: row.headcount,
    facts: row.facts as Record<string, boolean>,
    items: row.answers as ItemAnswer[],
  }
}
