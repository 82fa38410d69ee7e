import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lackingForClosure, outcomes, type ClaimantRecord } from './gate.ts'

const whole: ClaimantRecord = {
  ordinal: 1,
  outcome: 'settled',
  amounts: 1,
  noAmountReason: null,
  answer: { text: '工资 12000 元已到账。', deliveredOn: '2026-11-30' },
}

describe('the gate', () => {
  it('opens where every person has outcome, amounts, answer and delivery', () => {
    expect(lackingForClosure([whole, { ...whole, ordinal: 2 }])).toEqual([])
  })

  it('names what each person lacks, and a case without people', () => {
    expect(lackingForClosure([])).toEqual([{ ordinal: 0, lacks: ['CLAIMANT'] }])
    const bare = { ordinal: 3, outcome: null, amounts: 0, noAmountReason: null, answer: null }
    expect(lackingForClosure([whole, bare])).toEqual([
      { ordinal: 3, lacks: ['OUTCOME', 'AMOUNTS', 'ANSWER', 'DELIVERY'] },
    ])
    expect(lackingForClosure([{ ...whole, answer: { text: ' ', deliveredOn: null } }])).toEqual([
      { ordinal: 1, lacks: ['ANSWER', 'DELIVERY'] },
    ])
  })

  it.each(['settled', 'mediated', 'awarded', 'judged'] as const)('asks for money or a reason where %s', (outcome) => {
    const without = { ...whole, outcome, amounts: 0 }
    expect(lackingForClosure([without])).toEqual([{ ordinal: 1, lacks: ['AMOUNTS'] }])
    expect(lackingForClosure([{ ...without, noAmountReason: '  ' }])).toHaveLength(1)
    expect(lackingForClosure([{ ...without, noAmountReason: '恢复劳动关系，不涉及金额' }])).toEqual([])
  })

  it.each(['advised', 'drafted', 'withdrawn', 'not_accepted'] as const)(
    'asks for an answer, not for money, where %s',
    (outcome) => {
      expect(lackingForClosure([{ ...whole, outcome, amounts: 0 }])).toEqual([])
      expect(lackingForClosure([{ ...whole, outcome, amounts: 0, answer: null }])).toHaveLength(1)
    },
  )

  it('never opens while one of many lacks something', () => {
    const record = fc.record({
      ordinal: fc.nat(),
      outcome: fc.option(fc.constantFrom(...outcomes)),
      amounts: fc.nat(2),
      noAmountReason: fc.option(fc.constantFrom('', '无金额')),
      answer: fc.option(
        fc.record({ text: fc.constantFrom('', '已答复'), deliveredOn: fc.option(fc.constant('2026-11-30')) }),
      ),
    })
    fc.assert(
      fc.property(fc.array(record, { maxLength: 6 }), (people) => {
        const lacks = lackingForClosure(people)
        const sound = people.filter((it) => it.outcome && it.answer?.text && it.answer.deliveredOn)
        if (lacks.length === 0) expect(sound).toHaveLength(people.length)
        expect(lacks.length === 0 && people.length === 0).toBe(false)
      }),
    )
  })
})
