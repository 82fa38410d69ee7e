import { describe, expect, it } from 'vitest'
import { readInstrument, shippedInstruments, type Instrument } from './index.ts'

const shipped = shippedInstruments[0]!

/** The shipped instrument after a change, as parsed JSON that may hold anything. */
const changed = (change: (it: { -readonly [Key in keyof Instrument]: never }) => void): unknown => {
  const copy = structuredClone(shipped) as never
  change(copy)
  return copy
}
const faultsOf = (json: unknown): string[] => {
  const read = readInstrument(json)
  return read.ok
    ? []
    : (read.detail!.faults as { path: string; reason: string }[]).map((it) => `${it.path} ${it.reason}`)
}

describe('the shipped instrument', () => {
  it('has 46 items of 100 points: 4 red lines, 19 major, 23 general', () => {
    const count = (severity: string) => shipped.items.filter((it) => it.severity === severity).length
    expect(shipped.items).toHaveLength(46)
    expect([count('red_line'), count('major'), count('general')]).toEqual([4, 19, 23])
    expect(shipped.groups.map((it) => it.weight)).toEqual([18, 14, 20, 12, 10, 10, 10, 6])
    expect(shipped.items.reduce((sum, it) => sum + it.weight, 0)).toBe(100)
  })

  it('says what it is, and marks articles written from memory', () => {
    expect(shipped.status).toBe('candidate')
    expect(shipped.statement).toContain('服务性评估，不具行政处罚效力')
    const recalled = shipped.items.filter((it) => it.articles.some((article) => article.recalled)).map((it) => it.id)
    expect(recalled).toEqual(['W2', 'F2', 'F4', 'A5', 'R4'])
  })

  it('knows no middle for three red lines, and takes every item out by a fact or not at all', () => {
    expect(shipped.items.filter((it) => it.scoring.partial === null).map((it) => it.id)).toEqual(['C6', 'F1', 'R5'])
    const red = shipped.items.filter((it) => it.severity === 'red_line')
    expect(red.map((it) => it.notApplicableWhen)).toEqual([null, null, null, null])
  })
})

describe('an instrument put in its place', () => {
  it('is read when it holds together', () => {
    expect(faultsOf(changed((it) => Object.assign(it, { version: '2027', status: 'in_force' })))).toEqual([])
  })

  const broken: readonly (readonly [string, (it: never) => void, string])[] = [
    [
      'weights that do not add up',
      (it: Instrument) => set(it.items[0]!, { weight: 2 }),
      'groups[0].weight 劳动合同写的是 18，各项权重加起来是 19',
    ],
    ['an item twice', (it: Instrument) => set(it.items[1]!, { id: 'C1' }), 'items[1].id 编号 C1 用了两次'],
    [
      'a group that is not listed',
      (it: Instrument) => set(it.items[0]!, { group: '其他' }),
      'items[0].group groups 里没有「其他」',
    ],
    [
      'a fact that is not asked',
      (it: Instrument) => set(it.items[11]!, { notApplicableWhen: { text: '没有', fact: 'boats' } }),
      'facts 里没有 boats',
    ],
    ['bands that rise', (it: Instrument) => set(it.bands[1]!, { least: 95 }), 'bands[1].least 应低于上一等的 90'],
    [
      'a stricter lower band',
      (it: Instrument) => set(it.bands[2]!, { mostMajorZeros: 1 }),
      'bands[2].mostMajorZeros 不能比上一等更严',
    ],
    [
      'a last band that leaves scores out',
      (it: Instrument) => set(it.bands[3]!, { least: 10 }),
      'bands[3] 最后一等应从 0 分起',
    ],
    [
      'a later re-check of a worse grade',
      (it: Instrument) => set(it.bands[3]!, { firstRecheckDays: 90 }),
      'bands[3].firstRecheckDays',
    ],
    [
      'a sample below ten',
      (it: Instrument) => set(it.sampling.sizes[0]!, { size: 9 }),
      'sampling.sizes[0].size 应为 10 到',
    ],
    [
      'a sample larger than the enterprise',
      (it: Instrument) => set(it.sampling.sizes[0]!, { size: 40 }),
      'sampling.sizes[0].size 不能小于',
    ],
    [
      'samples without an end',
      (it: Instrument) => set(it.sampling.sizes[3]!, { upTo: 5000 }),
      'sampling.sizes[3].upTo 只有最后一档写 null',
    ],
    [
      'a part that is the whole',
      (it: Instrument) => set(it.ratios, { notVerified: 1 }),
      'ratios.notVerified 应为 0.01 到 0.99',
    ],
    ['a weight of nothing', (it: Instrument) => set(it.items[0]!, { weight: 0 }), 'items[0].weight 应为 0.01 到 100'],
    ['a field nobody knows', (it: Instrument) => set(it.items[0]!, { wieght: 1 }), 'items[0].wieght 不认识'],
  ] as never
  const set = (target: object, values: object): void => void Object.assign(target, values)

  it.each(broken)('is refused with %s', (_, change, said) => {
    expect(faultsOf(changed(change as never)).join('\n')).toContain(said)
  })

  it('is refused when it is no object', () => {
    expect(faultsOf([])).toEqual(['(instrument) 应为对象 {…}，收到 []'])
  })
})
