import { describe, expect, it } from 'vitest'
import { shippedInstruments } from '../../../engines/checkup/index.ts'
import { contradictions, mergeDrafts } from './share-answers.ts'
import { bodyOf, draftOf, isOut, lackOf, type Draft, type Kit, type KitItem } from './kit.ts'

const instrument = Object.values(shippedInstruments)[0] as unknown as Kit['instrument']
const kit = {
  instrument,
  checkUp: { checkedOn: null, headcount: 120, facts: {}, items: [] },
  sampling: { seed: 'one' },
} as unknown as Kit
const whole = (facts: Draft['facts'] = {}): Draft => ({
  ...draftOf(kit, '2026-11-30'),
  facts,
  items: Object.fromEntries(instrument.items.map((it) => [it.id, { outcome: 'full' as const }])),
})
const item = (id: string): KitItem => instrument.items.find((it) => it.id === id)!

describe('what an item lacks', () => {
  const any = instrument.items[0]!
  it.each([
    [undefined, '还没有选'],
    [{ outcome: 'full' }, undefined],
    [{ outcome: 'zero' }, '请写明看到了什么'],
    [{ outcome: 'zero', findings: '无名册' }, undefined],
    [{ outcome: 'not_applicable', reason: ' ' }, '请写明为什么不适用'],
    [{ outcome: 'not_verified', reason: '台账在外地' }, undefined],
    [{ outcome: 'partial', findings: 'x', sampled: 5 }, '抽查数和合格数要一起填'],
    [{ outcome: 'partial', findings: 'x', sampled: 5, conforming: 6 }, '合格数不能多于抽查数'],
  ] as const)('of %j is %s', (draft, lack) => {
    expect(lackOf(any, draft, {})).toBe(lack)
  })
})

it('hands in every item, those that a fact takes out with the reason', () => {
  expect(bodyOf(kit, whole()).items).toHaveLength(instrument.items.length)
  const out = instrument.items.find((it) => it.notApplicableWhen !== null)!
  const body = bodyOf(kit, whole({ [out.notApplicableWhen!.fact]: false }))
  expect(isOut(out, { [out.notApplicableWhen!.fact]: false })).toBe(true)
  expect(body.items.find((it) => it.id === out.id)).toEqual({
    id: out.id,
    outcome: 'not_applicable',
    reason: out.notApplicableWhen!.text,
  })
})

it('leaves out what belongs to another answer', () => {
  const sampled = instrument.items.find((it) => it.sampled)!
  const draft: Draft = {
    ...whole(),
    items: {
      [sampled.id]: {
        outcome: 'full',
        sampled: 10,
        conforming: 10,
        findings: '旧话',
        reason: '旧话',
        evidence: ['台账'],
      },
    },
  }
  expect(bodyOf(kit, draft).items).toEqual([
    { id: sampled.id, outcome: 'full', sampled: 10, conforming: 10, evidence: ['台账'] },
  ])
  const unseen: Draft = {
    ...draft,
    items: { [sampled.id]: { outcome: 'not_verified', reason: '在外地', evidence: ['台账'] } },
  }
  expect(bodyOf(kit, unseen).items).toEqual([{ id: sampled.id, outcome: 'not_verified', reason: '在外地' }])
  expect(item(sampled.id).sampled).toBe(true)
})

describe('two inspectors who filled in apart', () => {
  const of = (items: Draft['items'], more: Partial<Draft> = {}): Draft => ({
    ...draftOf(kit, '2026-11-30'),
    items,
    ...more,
  })
  const mine = of({ C1: { outcome: 'zero', findings: '无名册' }, C3: {} }, { facts: { women: true } })
  const theirs = of(
    { C1: { outcome: 'full' }, C2: { outcome: 'full' }, C3: { outcome: 'partial', findings: '缺条款' } },
    { facts: { women: false, heat: false }, headcount: 140 },
  )

  it('get what the other entered, and keep what they entered themselves', () => {
    const merged = mergeDrafts(mine, theirs, 120)
    expect(merged.items).toEqual({ C1: mine.items.C1, C2: theirs.items.C2, C3: theirs.items.C3 })
    expect(merged.facts).toEqual({ women: true, heat: false })
    expect(merged.headcount).toBe(140)
    expect(mergeDrafts({ ...mine, headcount: 118 }, theirs, 120).headcount).toBe(118)
  })

  it('are told of what both answered otherwise', () => {
    expect(contradictions(mine, theirs)).toEqual({ C1: 'full' })
    expect(contradictions(mergeDrafts(mine, theirs, 120), mine)).toEqual({})
  })
})
