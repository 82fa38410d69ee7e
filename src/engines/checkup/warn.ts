import type { Instrument, InstrumentItem, ItemAnswer } from './model.ts'
import type { CheckUp, Prescription } from './result.ts'
import { warningCodes, warningText, type WarningCode } from './warnings.zh.ts'

type Concerned = (item: InstrumentItem, answer: ItemAnswer) => boolean

const isFinding = ({ outcome }: ItemAnswer): boolean => outcome === 'partial' || outcome === 'zero'
const wasLookedAt = (answer: ItemAnswer): boolean => answer.outcome === 'full' || isFinding(answer)
const isEmpty = (text: string | undefined): boolean => (text ?? '').trim() === ''

/** Which items each warning concerns; those not named here are about the whole. */
const concerned = (least: number): Partial<Record<WarningCode, Concerned>> => ({
  red_line_not_verified: (item, { outcome }) => item.severity === 'red_line' && outcome === 'not_verified',
  not_verified: (item, { outcome }) => item.severity !== 'red_line' && outcome === 'not_verified',
  not_applicable_unforeseen: (item, { outcome }) => outcome === 'not_applicable' && item.notApplicableWhen === null,
  sample_missing: (item, answer) => item.sampled && wasLookedAt(answer) && answer.sampled === undefined,
  sample_too_small: (item, answer) => item.sampled && wasLookedAt(answer) && (answer.sampled ?? least) < least,
  finding_without_text: (_, answer) => isFinding(answer) && isEmpty(answer.findings),
  finding_without_evidence: (_, answer) => isFinding(answer) && (answer.evidence ?? []).length === 0,
  full_without_evidence: (_, answer) => answer.outcome === 'full' && (answer.evidence ?? []).length === 0,
  article_recalled: (item, answer) => isFinding(answer) && item.articles.some((it) => it.recalled),
})

export const warningsOf = (
  instrument: Instrument,
  answerOf: (id: string) => ItemAnswer,
  facts: { prescriptions: readonly Prescription[]; sampleSize: number; scored: boolean },
): CheckUp['warnings'] => {
  const by = concerned(facts.sampleSize)
  return warningCodes.flatMap((code) => {
    const concerns = by[code]
    const items = concerns ? instrument.items.filter((it) => concerns(it, answerOf(it.id))).map(({ id }) => id) : []
    const late =
      code === 'year_not_announced'
        ? facts.prescriptions.filter(({ dueOn }) => dueOn === null).map(({ itemId }) => itemId)
        : []
    const whole =
      (code === 'instrument_not_in_force' && instrument.status !== 'in_force') ||
      (code === 'nothing_applicable' && !facts.scored)
    const all = [...items, ...late]
    return all.length > 0 || whole ? [{ code, text: warningText(code, all), items: all }] : []
  })
}
