import { addDays } from '../../platform/base/civil-date.ts'
import { calendarOf, type Calendar } from '../../platform/base/workdays.ts'
import { toNumber, type Ratio } from '../../platform/base/ratio.ts'
import { gradeOf, type Grading } from './grade.ts'
import type { Answers, Inspector, Instrument, ItemAnswer, Outcome, SelfCheck } from './model.ts'
import { findingsOf } from './prescribe.ts'
import type { CheckUp, Difference, Stage } from './result.ts'
import { samplingPlan } from './sampling.ts'
import { scoreOf, type Score } from './score.ts'
import { warningsOf } from './warn.ts'

type AnswerOf = (id: string) => ItemAnswer

const answersById = (items: readonly ItemAnswer[]): Map<string, ItemAnswer> => new Map(items.map((it) => [it.id, it]))

/** @throws where an item has no answer: `readAnswers` refuses those. */
const lookUp =
  (answers: ReadonlyMap<string, ItemAnswer>): AnswerOf =>
  (id) => {
    const answer = answers.get(id)
    if (!answer) throw new Error(`no answer to ${id}`)
    return answer
  }

const fractionOf = ({ n, d }: Ratio): string => {
  let [a, b] = [n, d]
  while (b > 0n) [a, b] = [b, a % b]
  return a > 0n ? `${n / a}/${d / a}` : '0/1'
}

interface Judged {
  readonly score: Score
  readonly grading: Grading
  readonly answerOf: AnswerOf
}

const judge = (instrument: Instrument, answerOf: AnswerOf): Judged => {
  const score = scoreOf(instrument, answerOf)
  const zeros = (severity: string): string[] =>
    instrument.items.filter((it) => it.severity === severity && answerOf(it.id).outcome === 'zero').map((it) => it.id)
  const grading = gradeOf(instrument, {
    score: score.value,
    shown: score.value ? String(toNumber(score.value)) : '',
    majorZeros: zeros('major').length,
    redLines: zeros('red_line'),
  })
  return { score, grading, answerOf }
}

const stageOf = (
  { score, grading }: Judged,
  at: { date: string; inspectors: readonly Inspector[]; changes: Stage['changes'] },
): Stage => ({
  date: at.date,
  inspectors: at.inspectors,
  score: score.value && toNumber(score.value),
  grade: grading.band?.grade ?? null,
  color: grading.band?.color ?? null,
  changes: at.changes,
})

const RANK: Readonly<Partial<Record<Outcome | SelfCheck, number>>> = { zero: 0, partial: 1, full: 2 }

const differencesOf = (instrument: Instrument, answerOf: AnswerOf): Difference[] =>
  instrument.items.flatMap(({ id, title }): Difference[] => {
    const { selfCheck, outcome } = answerOf(id)
    if (selfCheck === undefined || selfCheck === 'unsure' || selfCheck === outcome) return []
    const [own, theirs] = [RANK[selfCheck], RANK[outcome]]
    const enterprise = own === undefined || theirs === undefined ? 'other' : own > theirs ? 'better' : 'worse'
    return [{ itemId: id, title, selfCheck, outcome, enterprise }]
  })

/**
 * Judges one check-up, and after it each re-check, under the instrument it was made with. Deadlines run from the day of
 * the check-up; a re-check does not begin them anew.
 * @param answers as `readAnswers` lets them pass, with that instrument
 * @param calendar the years announced; those shipped with the program where absent
 */
export const checkUpOf = (instrument: Instrument, answers: Answers, calendar: Calendar = calendarOf()): CheckUp => {
  const now = answersById(answers.items)
  const first = judge(instrument, lookUp(new Map(now)))
  let last = first
  const stages = [stageOf(first, { date: answers.date, inspectors: answers.inspectors, changes: [] })]
  for (const { date, inspectors, items } of answers.rechecks ?? []) {
    const changes = items
      .map(({ id, outcome }) => ({ itemId: id, from: last.answerOf(id).outcome, to: outcome }))
      .filter(({ from, to }) => from !== to)
    for (const it of items) now.set(it.id, it)
    last = judge(instrument, lookUp(new Map(now)))
    stages.push(stageOf(last, { date, inspectors, changes }))
  }
  const { score, grading, answerOf } = last
  const { band } = grading
  const { name, ref, headcount } = answers.enterprise
  const latest = stages.at(-1)!
  const after = (days: number | null | undefined): string | null =>
    days === null || days === undefined ? null : addDays(latest.date, days)
  const found = findingsOf(instrument.items, answerOf, answers.date, calendar)
  const findings = found.map((it) => it.finding)
  const prescriptions = found.map((it) => it.prescription)
  const sampling = samplingPlan(instrument, headcount, answers.seed ?? `${ref ?? name}|${answers.date}`)
  const { reportWithinHours, reportTo } = instrument.redLine
  return {
    instrument: { version: instrument.version, title: instrument.title, status: instrument.status },
    statement: instrument.statement,
    notes: instrument.notes,
    enterprise: { name, ...(ref === undefined ? {} : { ref }), headcount },
    date: answers.date,
    score: latest.score,
    scoreExact: score.value && fractionOf(score.value),
    grade: latest.grade,
    color: latest.color,
    gradeSteps: grading.steps,
    groups: score.groups,
    items: score.items,
    redLines: findings
      .filter((it) => it.severity === 'red_line' && it.outcome === 'zero')
      .map(({ itemId, title, what }) => ({ itemId, title, what, reportWithinHours, reportTo })),
    findings,
    prescriptions,
    unverified: {
      items: instrument.items.flatMap(({ id, evidence }) => {
        const { outcome, reason = '' } = answerOf(id)
        return outcome === 'not_verified' ? [{ itemId: id, reason, evidence }] : []
      }),
      articles: findings.flatMap(({ itemId, articles }) =>
        articles.filter((it) => it.recalled).map((it) => ({ itemId, ...it })),
      ),
    },
    differences: differencesOf(instrument, first.answerOf),
    sampling,
    next: {
      recheckOn: after(band?.firstRecheckDays),
      recheckDays: band?.firstRecheckDays ?? null,
      checkUpOn: after(band?.nextCheckUpDays),
      checkUpDays: band?.nextCheckUpDays ?? null,
    },
    stages,
    warnings: warningsOf(instrument, answerOf, { prescriptions, sampleSize: sampling.size, scored: band !== null }),
  }
}
