import type { CivilDate } from '../../platform/base/civil-date.ts'
import type { Answers, Instrument } from './model.ts'

/**
 * Answers to be filled in by hand: every item of the instrument, none verified yet, people and enterprise to be named.
 * `readAnswers` lets them pass as they are.
 */
export const blankAnswers = (instrument: Instrument, date: CivilDate): Answers => ({
  instrument: instrument.version,
  date,
  enterprise: { name: '（企业名称）', headcount: 1, facts: {} },
  inspectors: ['一', '二'].map((it) => ({ name: `（检查人员${it}）`, certificate: `（监督证号${it}）` })),
  items: instrument.items.map(({ id, title }) => ({ id, outcome: 'not_verified', reason: `（${title}还没有查）` })),
})
