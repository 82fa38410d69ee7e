import {
  add,
  compare,
  divide,
  multiply,
  ratio,
  toNumber,
  written,
  ZERO,
  type Ratio,
} from '../../platform/base/ratio.ts'
import { outcomeNames, type Instrument, type InstrumentItem, type ItemAnswer } from './model.ts'
import type { GroupTrace, ItemTrace } from './result.ts'

const ONE = ratio(1)
const HUNDRED = ratio(100)

export interface Score {
  /** 0 to 100; null where no item counts. */
  readonly value: Ratio | null
  readonly items: readonly ItemTrace[]
  readonly groups: readonly GroupTrace[]
}

const shortText = (it: Ratio): string => Number(written(it)).toString()
const readable = (it: Ratio): number => Number(written(it))

/** The part of its weight that an answer earns, and how it is written in a sum; null where the item does not count. */
export const ratioOf = (
  { ratios }: Instrument,
  { outcome, sampled, conforming }: ItemAnswer,
): { part: Ratio; text: string } | null => {
  switch (outcome) {
    case 'not_applicable':
      return null
    case 'full':
      return { part: ONE, text: '1' }
    // The step decides: what is out of order beyond "partial" earns nothing, however many others were in order.
    case 'zero':
      return { part: ZERO, text: '0' }
    case 'not_verified':
      return { part: ratio(ratios.notVerified), text: String(ratios.notVerified) }
    case 'partial':
      return sampled !== undefined && conforming !== undefined
        ? { part: divide(ratio(conforming), ratio(sampled)), text: `${conforming}/${sampled}` }
        : { part: ratio(ratios.partial), text: String(ratios.partial) }
  }
}

const whyOf = (item: InstrumentItem, answer: ItemAnswer, text: string, earned: Ratio): string => {
  const sum = `${item.weight} × ${text} = ${shortText(earned)}`
  const name = outcomeNames[answer.outcome]
  const sample =
    answer.sampled === undefined || answer.outcome === 'partial'
      ? ''
      : `抽查 ${answer.sampled}，合格 ${answer.conforming}；`
  if (answer.outcome === 'not_verified') return `${name}（${answer.reason}），计入总分，不得满分：${sum}`
  if (answer.outcome === 'partial' && answer.sampled !== undefined) return `${name}，按抽查合格率：${sum}`
  return `${name}，${sample}${sum}`
}

/** Score by item, by group and as a whole: 100 × Σ(weight × part) ÷ Σ weight over the items that count. Exact. */
export const scoreOf = (instrument: Instrument, answerOf: (id: string) => ItemAnswer): Score => {
  const counted = instrument.items.map((item) => {
    const answer = answerOf(item.id)
    const part = ratioOf(instrument, answer)
    const earned = part ? multiply(ratio(item.weight), part.part) : ZERO
    const trace: ItemTrace = {
      id: item.id,
      group: item.group,
      title: item.title,
      severity: item.severity,
      weight: item.weight,
      outcome: answer.outcome,
      inDenominator: part !== null,
      ratio: part && readable(part.part),
      earned: readable(earned),
      why: part
        ? whyOf(item, answer, part.text, earned)
        : `${outcomeNames.not_applicable}（${answer.reason}），不计入总分`,
    }
    return { trace, earned, weight: part ? ratio(item.weight) : ZERO }
  })
  const sumOf = (list: typeof counted) => {
    const earned = list.reduce((so, it) => add(so, it.earned), ZERO)
    const weight = list.reduce((so, it) => add(so, it.weight), ZERO)
    return { earned, weight, score: compare(weight, ZERO) > 0 ? divide(multiply(HUNDRED, earned), weight) : null }
  }
  return {
    value: sumOf(counted).score,
    items: counted.map(({ trace }) => trace),
    groups: instrument.groups.map(({ name, weight }) => {
      const of = sumOf(counted.filter(({ trace }) => trace.group === name))
      return {
        name,
        weight,
        inDenominator: readable(of.weight),
        earned: readable(of.earned),
        score: of.score && toNumber(of.score),
      }
    }),
  }
}
