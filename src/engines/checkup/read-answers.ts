import { fail, ok, type Result } from '../../platform/base/result.ts'
import { civilDate, flag, list, named, note, oneOf, record, text, whole, type FormFault } from './form.ts'
import { shippedInstruments } from './instruments/index.ts'
import {
  outcomeNames,
  outcomes,
  selfChecks,
  type Answers,
  type Instrument,
  type InstrumentItem,
  type ItemAnswer,
} from './model.ts'

const count = whole(0, 1_000_000)

const item = record(
  { id: text(20), outcome: oneOf(outcomes, outcomeNames) },
  {
    sampled: whole(1, 1_000_000),
    conforming: count,
    reason: note(500),
    findings: note(2000),
    evidence: list(text(200), 0, 50),
    selfCheck: oneOf(selfChecks),
  },
)
// Two at least, each with a certificate: art. 18 of the Jiangsu regulation on trade union labour law supervision.
const inspectors = list(record({ name: text(40), certificate: text(60) }), 2, 10)

const form = record(
  {
    instrument: text(40),
    date: civilDate,
    enterprise: record({ name: text(120), headcount: whole(1, 1_000_000) }, { ref: text(80), facts: named(flag) }),
    inspectors,
    items: list(item, 1, 500),
  },
  {
    seed: text(80),
    rechecks: list(record({ date: civilDate, inspectors, items: list(item, 1, 500) }), 0, 50),
  },
)

/** The form of the answers as JSON schema (draft 2020-12); what it cannot say is checked by `readAnswers`. */
export const answersSchema = (): Record<string, unknown> => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Answers of one check-up',
  ...form.schema,
})

/** What is wrong with the counts of a sample, or undefined. Outcome and sample may not contradict each other. */
const sampleFault = ({ outcome, sampled, conforming }: ItemAnswer): string | undefined => {
  if (sampled === undefined && conforming === undefined) return undefined
  if (sampled === undefined || conforming === undefined) return '抽查数 sampled 和合格数 conforming 要一起填写'
  if (conforming > sampled) return `合格数 ${conforming} 多于抽查数 ${sampled}，请核对`
  if (outcome === 'not_applicable' || outcome === 'not_verified')
    return `${outcome} 没有抽查结果，请删去 sampled 和 conforming，或者改判`
  if (outcome === 'full' && conforming < sampled)
    return `抽查 ${sampled} 只有 ${conforming} 合格，不能判 full，请改判 partial 或 zero`
  if (outcome !== 'full' && conforming === sampled) return `抽查 ${sampled} 全部合格，却判 ${outcome}，请核对`
  if (outcome === 'partial' && conforming === 0) return `抽查 ${sampled} 全部不合格，不能判 partial，请改判 zero`
  return undefined
}

/** Why an item cannot be answered so, given the enterprise's facts; undefined where it can. */
const applicabilityFault = (
  asked: InstrumentItem,
  answer: ItemAnswer,
  facts: Readonly<Record<string, boolean>>,
): string | undefined => {
  const condition = asked.notApplicableWhen
  const stated = condition ? facts[condition.fact] : undefined
  if (answer.outcome !== 'not_applicable')
    return condition && stated === false
      ? `企业情况 facts.${condition.fact} 写的是 false（${condition.text}），本项只能答 not_applicable；情况有误请先改 facts`
      : undefined
  if (asked.severity === 'red_line' && !condition) return '红线项没有不适用的情形；查不到的请答 not_verified'
  if (condition && stated === true)
    return `企业情况 facts.${condition.fact} 写的是 true，不能答 not_applicable（条件是：${condition.text}）`
  return undefined
}

const answerFaults = (
  instrument: Instrument,
  answers: readonly ItemAnswer[],
  facts: Readonly<Record<string, boolean>>,
  path: string,
): FormFault[] => {
  const asked = new Map(instrument.items.map((it) => [it.id, it]))
  const seen = new Set<string>()
  return answers.flatMap((answer, at): FormFault[] => {
    const here = `${path}[${at}]`
    const of = asked.get(answer.id)
    if (!of) {
      const near = answer.id.trim().toUpperCase()
      const mend = asked.has(near) ? `请写成 ${near}` : '请改编号或删去'
      return [{ path: `${here}.id`, reason: `评估表 ${instrument.version} 没有 ${answer.id} 这一项，${mend}` }]
    }
    const found: FormFault[] = []
    if (seen.has(answer.id)) found.push({ path: `${here}.id`, reason: `${answer.id} 答了两次，请留一个` })
    seen.add(answer.id)
    if (answer.outcome === 'partial' && of.scoring.partial === null)
      found.push({ path: `${here}.outcome`, reason: `${answer.id} 没有 partial 一档，请答 full、zero 或 not_verified` })
    if (
      (answer.outcome === 'not_applicable' || answer.outcome === 'not_verified') &&
      (answer.reason ?? '').trim() === ''
    )
      found.push({ path: `${here}.reason`, reason: `${answer.id} 答 ${answer.outcome}，请写明原因` })
    const applicability = applicabilityFault(of, answer, facts)
    if (applicability) found.push({ path: `${here}.outcome`, reason: `${answer.id}：${applicability}` })
    const sample = sampleFault(answer)
    if (sample) found.push({ path: here, reason: `${answer.id}：${sample}` })
    return found
  })
}

const inspectorFaults = (people: Answers['inspectors'], path: string): FormFault[] =>
  people.flatMap((it, at): FormFault[] => {
    const before = people.slice(0, at)
    if (before.some((other) => other.certificate.trim() === it.certificate.trim()))
      return [{ path: `${path}[${at}].certificate`, reason: `监督证号 ${it.certificate} 重复，须由两名不同的人员检查` }]
    if (before.some((other) => other.name.trim() === it.name.trim()))
      return [{ path: `${path}[${at}].name`, reason: `${it.name} 写了两次，须由两名不同的人员检查` }]
    return []
  })

const contentFaults = (instrument: Instrument, answers: Answers): FormFault[] => {
  const facts = answers.enterprise.facts ?? {}
  const answered = new Set(answers.items.map(({ id }) => id))
  const missing = instrument.items.filter(({ id }) => !answered.has(id)).map(({ id }) => id)
  const known = instrument.facts.map(({ key }) => key)
  const unknown = Object.keys(facts).filter((key) => !known.includes(key))
  const rechecks = answers.rechecks ?? []
  return [
    ...inspectorFaults(answers.inspectors, 'inspectors'),
    ...unknown.map((key) => ({
      path: `enterprise.facts.${key}`,
      reason: `评估表 ${instrument.version} 不问这一情况，这里可用：${known.join('、')}`,
    })),
    ...(missing.length > 0
      ? [{ path: 'items', reason: `还缺 ${missing.join('、')}，请补答；查不到的答 not_verified 并写明原因` }]
      : []),
    ...answerFaults(instrument, answers.items, facts, 'items'),
    ...rechecks.flatMap(({ date, items, inspectors: two }, at): FormFault[] => {
      const earlier = rechecks[at - 1]?.date ?? answers.date
      return [
        ...(date < earlier
          ? [{ path: `rechecks[${at}].date`, reason: `${date} 早于前一次的 ${earlier}，请按时间先后排列` }]
          : []),
        ...inspectorFaults(two, `rechecks[${at}].inspectors`),
        ...answerFaults(instrument, items, facts, `rechecks[${at}].items`),
      ]
    }),
  ]
}

/**
 * Reads one check-up from parsed JSON, under the instrument version that it names.
 * @returns answers and their instrument, or ANSWERS_INVALID with up to 20 faults
 */
export const readAnswers = (
  json: unknown,
  instruments: readonly Instrument[] = shippedInstruments,
): Result<{ answers: Answers; instrument: Instrument }, 'ANSWERS_INVALID'> => {
  const faults: FormFault[] = []
  form.check(json, '', faults)
  if (faults.length > 0) return fail('ANSWERS_INVALID', { faults: faults.slice(0, 20) })
  const answers = json as Answers
  const instrument = instruments.find(({ version }) => version === answers.instrument)
  if (!instrument) {
    const held = instruments.map(({ version }) => version).join('、')
    return fail('ANSWERS_INVALID', {
      faults: [
        { path: 'instrument', reason: `没有版本为 ${answers.instrument} 的评估表，可用：${held}；旧表请一并提供` },
      ],
    })
  }
  const found = contentFaults(instrument, answers)
  return found.length > 0 ? fail('ANSWERS_INVALID', { faults: found.slice(0, 20) }) : ok({ answers, instrument })
}
