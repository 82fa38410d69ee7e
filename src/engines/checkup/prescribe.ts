import { addDays, type CivilDate } from '../../platform/base/civil-date.ts'
import type { Calendar } from '../../platform/base/workdays.ts'
import { severities, type InstrumentItem, type ItemAnswer } from './model.ts'
import type { Finding, Prescription } from './result.ts'

/** The last day of a deadline, inclusive; null where it reaches into a year whose days off are not announced. */
export const dueOf = (
  { days, unit }: Pick<Prescription, 'days' | 'unit'>,
  from: CivilDate,
  calendar: Calendar,
): CivilDate | null => {
  if (unit === 'calendar') return addDays(from, days)
  const due = calendar.addWorkdays(from, days)
  return due.ok ? due.value : null
}

const isFinding = ({ outcome }: ItemAnswer): boolean => outcome === 'partial' || outcome === 'zero'

/** Items that were not in order, red lines first, each with what is to be done counted from the day of the check-up. */
export const findingsOf = (
  items: readonly InstrumentItem[],
  answerOf: (id: string) => ItemAnswer,
  from: CivilDate,
  calendar: Calendar,
): { finding: Finding; prescription: Prescription }[] =>
  items
    .map((item) => ({ item, answer: answerOf(item.id) }))
    .filter(({ answer }) => isFinding(answer))
    .toSorted((a, b) => severities.indexOf(a.item.severity) - severities.indexOf(b.item.severity))
    .map(({ item, answer }) => {
      const outcome = answer.outcome as Finding['outcome']
      const { action, days, unit, basis, basisText, document } = item.prescription
      return {
        finding: {
          itemId: item.id,
          title: item.title,
          group: item.group,
          severity: item.severity,
          outcome,
          what: (answer.findings ?? '').trim(),
          standard: item.scoring[outcome] ?? '',
          articles: item.articles,
          liability: item.liability,
          evidence: answer.evidence ?? [],
        },
        prescription: {
          itemId: item.id,
          action,
          days,
          unit,
          basis,
          basisText,
          dueOn: dueOf({ days, unit }, from, calendar),
          document,
          proof: item.evidence,
        },
      }
    })
