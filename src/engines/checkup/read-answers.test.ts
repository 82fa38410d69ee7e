import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { answersWith, inspectors, instrument } from './answers-sample.ts'
import { answersSchema, readAnswers, type Answers } from './index.ts'

const faultsOf = (json: unknown): string[] => {
  const read = readAnswers(json)
  return read.ok
    ? []
    : (read.detail!.faults as { path: string; reason: string }[]).map((it) => `${it.path} ${it.reason}`)
}
const one = (id: string, changed: object): Answers => answersWith({ [id]: changed as never })

describe('answers', () => {
  it('are read with the instrument that they name', () => {
    expect(readAnswers(answersWith())).toMatchObject({
      ok: true,
      value: { instrument: { version: instrument.version } },
    })
  })

  it.each([
    ['an item left out', { ...answersWith(), items: answersWith().items.slice(2) }, 'items 还缺 C1、C2，请补答'],
    [
      'an item twice',
      { ...answersWith(), items: [...answersWith().items, { id: 'D3', outcome: 'full' }] },
      'D3 答了两次',
    ],
    [
      'an unknown item',
      { ...answersWith(), items: [...answersWith().items, { id: 'Z9', outcome: 'full' }] },
      'items[46].id 评估表 0.1-2026-11-22 没有 Z9',
    ],
    [
      'an unknown version',
      answersWith({}, { instrument: '9' }),
      'instrument 没有版本为 9 的评估表，可用：0.1-2026-11-22',
    ],
    ['one inspector', answersWith({}, { inspectors: inspectors.slice(1) }), 'inspectors 应有 2 到 10 项'],
    [
      'one certificate twice',
      answersWith({}, { inspectors: [inspectors[0]!, { ...inspectors[1]!, certificate: '苏监督0001 ' }] }),
      'inspectors[1].certificate 监督证号',
    ],
    [
      'one person twice',
      answersWith({}, { inspectors: [inspectors[0]!, { ...inspectors[1]!, name: '甲检查员' }] }),
      'inspectors[1].name',
    ],
    [
      'nobody employed',
      answersWith({}, { enterprise: { name: '某厂', headcount: 0 } }),
      'enterprise.headcount 应为 1 到',
    ],
    ['a day that does not exist', answersWith({}, { date: '2026-02-30' }), 'date 应为存在的日期'],
    [
      'a fact nobody asks',
      answersWith({}, { enterprise: { name: '某厂', headcount: 9, facts: { boats: true } } }),
      'enterprise.facts.boats',
    ],
    ['more in order than looked at', one('C3', { sampled: 10, conforming: 11 }), 'C3：合格数 11 多于抽查数 10'],
    [
      'half a sample',
      one('C3', { sampled: 10, conforming: undefined }),
      'C3：抽查数 sampled 和合格数 conforming 要一起填写',
    ],
    ['nobody looked at', one('C3', { sampled: 0, conforming: 0 }), 'sampled 应为 1 到'],
    [
      'full marks against the sample',
      one('C3', { outcome: 'full', sampled: 10, conforming: 9 }),
      'C3：抽查 10 只有 9 合格，不能判 full',
    ],
    [
      'a fault without one in the sample',
      one('C3', { outcome: 'partial', sampled: 10, conforming: 10 }),
      'C3：抽查 10 全部合格，却判 partial',
    ],
    [
      'nothing, with a clean sample',
      one('C3', { outcome: 'zero', sampled: 10, conforming: 10 }),
      'C3：抽查 10 全部合格，却判 zero',
    ],
    ['a part of nothing', one('C3', { outcome: 'partial', sampled: 10, conforming: 0 }), 'C3：抽查 10 全部不合格'],
    [
      'a sample of what could not be verified',
      one('C3', { outcome: 'not_verified', reason: '未到', sampled: 10, conforming: 9 }),
      'C3：not_verified 没有抽查结果',
    ],
    ['a middle that is not there', one('F1', { outcome: 'partial' }), 'F1 没有 partial 一档'],
    [
      'not applicable without a reason',
      one('H4', { outcome: 'not_applicable', reason: ' ' }),
      'H4 答 not_applicable，请写明原因',
    ],
    ['not verified without a reason', one('H4', { outcome: 'not_verified' }), 'H4 答 not_verified，请写明原因'],
    [
      'a red line said not to apply',
      one('W1', { outcome: 'not_applicable', reason: '没有' }),
      'W1：红线项没有不适用的情形',
    ],
  ])('are refused with %s', (_, json, said) => {
    expect(faultsOf(json).join('\n')).toContain(said)
  })

  it('must agree with the facts of the enterprise', () => {
    const facts = (value: boolean, outcome: 'full' | 'not_applicable') =>
      faultsOf(
        answersWith(
          { F2: { outcome, reason: '没有' } },
          { enterprise: { name: '某厂', headcount: 50, facts: { minors: value } } },
        ),
      )
    expect(facts(false, 'not_applicable')).toEqual([])
    expect(facts(true, 'full')).toEqual([])
    expect(facts(true, 'not_applicable')[0]).toContain('F2：企业情况 facts.minors 写的是 true，不能答 not_applicable')
    expect(facts(false, 'full')[0]).toContain('F2：企业情况 facts.minors 写的是 false')
  })

  it('refuse re-checks out of order, by one person, or of unknown items', () => {
    const recheck = (it: object) => ({ date: '2026-12-01', inspectors, items: [{ id: 'C2', outcome: 'full' }], ...it })
    const said = (...rechecks: object[]) => faultsOf({ ...answersWith(), rechecks }).join('\n')
    expect(said(recheck({}), recheck({ date: '2026-12-05' }))).toBe('')
    expect(said(recheck({ date: '2026-11-29' }))).toContain('rechecks[0].date 2026-11-29 早于')
    expect(said(recheck({ date: '2026-12-05' }), recheck({}))).toContain('rechecks[1].date 2026-12-01 早于')
    expect(said(recheck({ inspectors: [inspectors[0], inspectors[0]] }))).toContain('rechecks[0].inspectors[1]')
    expect(said(recheck({ items: [{ id: 'Z9', outcome: 'full' }] }))).toContain('rechecks[0].items[0].id')
  })
})

describe('the schema of the answers', () => {
  it('stands in answers.schema.json as the reader has it', async () => {
    await expect(`${JSON.stringify(answersSchema(), null, 2)}\n`).toMatchFileSnapshot('./answers.schema.json')
  })

  it('lets the same answers pass as the reader, as far as form goes', () => {
    const schema = z.fromJSONSchema(answersSchema() as never)
    const wrong: readonly unknown[] = [
      one('C3', { outcome: 'good' }),
      one('C3', { sampled: 0, conforming: 0 }),
      one('C3', { colour: 'red' }),
      answersWith({}, { inspectors: inspectors.slice(1) }),
      answersWith({}, { enterprise: { name: ' ', headcount: 5 } }),
      { ...answersWith(), date: undefined },
      [],
    ]
    expect(schema.safeParse(answersWith()).success).toBe(true)
    for (const it of wrong) expect([schema.safeParse(it).success, readAnswers(it).ok]).toEqual([false, false])
  })
})
