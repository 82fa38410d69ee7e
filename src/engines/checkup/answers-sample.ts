import { shippedInstruments, type Answers, type Instrument, type ItemAnswer } from './index.ts'

export const instrument: Instrument = shippedInstruments[0]!

/** Invented people: two inspectors with certificates. */
export const inspectors = [
  { name: '甲检查员', certificate: '苏监督0001' },
  { name: '乙检查员', certificate: '苏监督0002' },
]

type Changed = Partial<Omit<ItemAnswer, 'id'>>

/** Everything in order with its evidence, but for the items that are named. */
export const itemsWith = (changed: Readonly<Record<string, Changed>> = {}, of: Instrument = instrument): ItemAnswer[] =>
  of.items.map(({ id, sampled }) => ({
    id,
    outcome: 'full',
    evidence: ['查看原件'],
    ...(sampled && changed[id]?.outcome === undefined ? { sampled: 20, conforming: 20 } : {}),
    ...changed[id],
  }))

/** A check-up of an invented enterprise on 2026-11-30. */
export const answersWith = (
  changed: Readonly<Record<string, Changed>> = {},
  more: Partial<Answers> = {},
  of: Instrument = instrument,
): Answers => ({
  instrument: of.version,
  date: '2026-11-30',
  enterprise: { name: '某食品有限公司（虚构）', headcount: 120 },
  inspectors,
  items: itemsWith(changed, of),
  ...more,
})
