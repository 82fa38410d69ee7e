import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answersWith, inspectors, instrument } from './answers-sample.ts'
import { checkUpOf, readAnswers, type Answers, type CheckUp, type ItemAnswer, type Outcome } from './index.ts'

const HEADCOUNT = 200

/** Any answer to one item that the reader lets pass. */
const anyAnswer = (id: string): fc.Arbitrary<ItemAnswer> => {
  const item = instrument.items.find((it) => it.id === id)!
  const outcomes: Outcome[] = [
    'full',
    'zero',
    'not_verified',
    ...(item.scoring.partial ? (['partial'] as const) : []),
    ...(item.severity === 'red_line' ? [] : (['not_applicable'] as const)),
  ]
  const plain = fc.constantFrom(...outcomes).map((outcome) => ({ id, outcome, reason: '说明' }))
  if (!item.scoring.partial) return plain
  const sample = fc
    .integer({ min: 2, max: 200 })
    .chain((sampled) =>
      fc
        .integer({ min: 1, max: sampled - 1 })
        .map((conforming) => ({ id, outcome: 'partial' as const, sampled, conforming })),
    )
  return fc.oneof({ weight: 3, arbitrary: plain }, { weight: 1, arbitrary: sample })
}
const anyItems: fc.Arbitrary<ItemAnswer[]> = fc.tuple(...instrument.items.map(({ id }) => anyAnswer(id)))
const anyId = fc.constantFrom(...instrument.items.map(({ id }) => id))

const answersOf = (items: readonly ItemAnswer[]): Answers =>
  answersWith({}, { items: [...items], enterprise: { name: '某厂', headcount: HEADCOUNT } })
const judged = (items: readonly ItemAnswer[], more: Partial<Answers> = {}): CheckUp => {
  const read = readAnswers({ ...answersOf(items), ...more })
  if (!read.ok) throw new Error(JSON.stringify(read.detail))
  return checkUpOf(read.value.instrument, read.value.answers)
}

/** The exact score as a pair, so that comparing does not round. */
const exact = (it: CheckUp): [bigint, bigint] => it.scoreExact!.split('/').map(BigInt) as [bigint, bigint]
const compare = (a: CheckUp, b: CheckUp): number => {
  const [[n1, d1], [n2, d2]] = [exact(a), exact(b)]
  return Number(n1 * d2 - n2 * d1)
}
const gradeRank = (it: CheckUp): number => instrument.bands.findIndex(({ grade }) => grade === it.grade)

const BETTER: Partial<Record<Outcome, Outcome>> = { zero: 'not_verified', not_verified: 'full', partial: 'full' }
/** The next better answer to an item: one more of the sample in order, or the next step. */
const bettered = (answer: ItemAnswer): ItemAnswer => {
  const { id, outcome, sampled, conforming } = answer
  if (sampled !== undefined && conforming !== undefined && conforming + 1 < sampled)
    return { ...answer, conforming: conforming + 1 }
  return { id, outcome: BETTER[outcome] ?? outcome, reason: '说明' }
}
const put = (items: readonly ItemAnswer[], answer: ItemAnswer) => items.map((it) => (it.id === answer.id ? answer : it))

describe('any check-up', () => {
  it('scores from 0 to 100, item by item within the weight, and adds up', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const it = judged(items)
        expect(it.score).toBeGreaterThanOrEqual(0)
        expect(it.score).toBeLessThanOrEqual(100)
        for (const { ratio, earned, weight, outcome } of it.items) {
          expect(earned).toBeGreaterThanOrEqual(0)
          expect(earned).toBeLessThanOrEqual(weight)
          if (outcome === 'full') expect(ratio).toBe(1)
          else expect(ratio ?? 0).toBeLessThan(1)
        }
        const sum = (key: 'earned' | 'inDenominator') => it.groups.reduce((so, group) => so + group[key], 0)
        expect(it.score).toBeCloseTo((100 * sum('earned')) / sum('inDenominator'), 1)
        expect(it.findings.map(({ itemId }) => itemId)).toEqual(it.prescriptions.map(({ itemId }) => itemId))
      }),
    )
  })

  it('never loses by a better answer, neither in score nor in grade', () => {
    fc.assert(
      fc.property(anyItems, anyId, (items, id) => {
        const before = judged(items)
        const after = judged(put(items, bettered(items.find((it) => it.id === id)!)))
        expect(compare(after, before)).toBeGreaterThanOrEqual(0)
        expect(gradeRank(after)).toBeLessThanOrEqual(gradeRank(before))
      }),
    )
  })

  it('never grades better for a red line', () => {
    fc.assert(
      fc.property(anyItems, fc.constantFrom('C6', 'W1', 'F1', 'R5'), (items, id) => {
        const it = judged(put(items, { id, outcome: 'zero' }))
        expect(it.color).toBe('red')
        expect(it.redLines.map(({ itemId }) => itemId)).toContain(id)
      }),
    )
  })

  it('does not ask in which order answers stand', () => {
    const shuffled = anyItems.chain((items) =>
      fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })),
    )
    fc.assert(
      fc.property(shuffled, ([items, other]) => {
        expect(judged(other)).toEqual(judged(items))
      }),
    )
  })

  it('leaves a group out whole where nothing of it applies, and the rest as it was', () => {
    const groups = instrument.groups.map(({ name }) => name)
    const without = groups.filter((name) =>
      instrument.items.every((it) => it.group !== name || it.severity !== 'red_line'),
    )
    fc.assert(
      fc.property(anyItems, fc.constantFrom(...without), (items, group) => {
        const of = new Set(instrument.items.filter((it) => it.group === group).map(({ id }) => id))
        const before = judged(items)
        const after = judged(
          items.map((it) => (of.has(it.id) ? { id: it.id, outcome: 'not_applicable', reason: '没有' } : it)),
        )
        expect(after.groups.find(({ name }) => name === group)).toMatchObject({
          inDenominator: 0,
          earned: 0,
          score: null,
        })
        expect(after.groups.filter(({ name }) => name !== group)).toEqual(
          before.groups.filter(({ name }) => name !== group),
        )
      }),
    )
  })

  it('comes out of re-checks as if it had been answered so at once', () => {
    fc.assert(
      fc.property(anyItems, anyItems, fc.array(anyId, { minLength: 1, maxLength: 10 }), (items, others, ids) => {
        const again = others.filter(({ id }) => ids.includes(id))
        const after = judged(items, { rechecks: [{ date: '2026-12-20', inspectors, items: again }] })
        const atOnce = judged(again.reduce(put, items))
        expect(after).toMatchObject({ score: atOnce.score, grade: atOnce.grade, findings: atOnce.findings })
        expect(after.prescriptions).toEqual(atOnce.prescriptions)
        expect(after.stages[0]).toMatchObject({ score: judged(items).score })
      }),
    )
  })
})
