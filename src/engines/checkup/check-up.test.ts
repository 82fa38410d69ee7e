import { describe, expect, it } from 'vitest'
import { calendarOf } from '../../platform/base/workdays.ts'
import { answersWith, inspectors, instrument, itemsWith } from './answers-sample.ts'
import { checkUpOf, readAnswers, type Answers, type CheckUp, type Instrument, type ItemAnswer } from './index.ts'

type Changed = Parameters<typeof answersWith>[0]

/** Through the reader, as every caller goes. */
const judged = (answers: Answers, of: Instrument = instrument): CheckUp => {
  const read = readAnswers(answers, [of])
  expect(read.ok ? '' : read.detail).toBe('')
  return checkUpOf(of, answers)
}
const check = (changed: Changed = {}, more: Partial<Answers> = {}): CheckUp => judged(answersWith(changed, more))
const zeros = (...ids: string[]): Changed => Object.fromEntries(ids.map((id) => [id, { outcome: 'zero' as const }]))
const itemOf = (it: CheckUp, id: string) => it.items.find((item) => item.id === id)!
const codes = (it: CheckUp) => it.warnings.map(({ code }) => code)

/** General items of one weight, for scores that can be set to a point. */
const small = (weights: readonly number[], more: Partial<Instrument> = {}): Instrument => ({
  ...instrument,
  version: 'small',
  groups: [{ name: '一组', weight: weights.reduce((sum, it) => sum + it, 0) }],
  items: weights.map((weight, at) => ({
    ...instrument.items.find((it) => it.id === 'W8')!,
    id: `G${at + 1}`,
    group: '一组',
    weight,
  })),
  ...more,
})
const smallScore = (weights: readonly number[], changed: Changed): CheckUp => {
  const of = small(weights)
  return judged(answersWith(changed, {}, of), of)
}

describe('the score', () => {
  it('is 100 with everything in order, and 0 with nothing', () => {
    expect(check()).toMatchObject({ score: 100, scoreExact: '100/1', grade: 'A', color: 'green', findings: [] })
    expect(check(zeros(...instrument.items.map((it) => it.id)))).toMatchObject({ score: 0, grade: 'D', color: 'red' })
  })

  it('takes half for a part, and says the sum of every item', () => {
    const it = check({ C2: { outcome: 'partial' } })
    expect(it.score).toBe(98)
    expect(itemOf(it, 'C2')).toMatchObject({ ratio: 0.5, earned: 2, why: '部分符合，4 × 0.5 = 2' })
    expect(it.groups[0]).toEqual({ name: '劳动合同', weight: 18, inDenominator: 18, earned: 16, score: 88.89 })
  })

  it('takes the share of a sample that was in order', () => {
    const it = check({ C3: { outcome: 'partial', sampled: 30, conforming: 20 } })
    // 2 × 20/30 lost a third of 2 points: 100 − 2/3.
    expect(it).toMatchObject({ score: 99.33, scoreExact: '298/3' })
    expect(itemOf(it, 'C3').why).toBe('部分符合，按抽查合格率：2 × 20/30 = 1.3333')
  })

  it('gives nothing beyond the middle step, however many others were in order', () => {
    expect(itemOf(check({ C2: { outcome: 'zero', sampled: 20, conforming: 18 } }), 'C2').earned).toBe(0)
  })

  it('leaves out what does not apply', () => {
    const it = check({ W7: { outcome: 'not_applicable', reason: '制造业' }, ...zeros('W8') })
    // 97 of 98.
    expect(it).toMatchObject({ score: 98.98, scoreExact: '4850/49' })
    expect(itemOf(it, 'W7')).toMatchObject({ inDenominator: false, ratio: null, why: '不适用（制造业），不计入总分' })
    expect(it.groups[2]).toMatchObject({ weight: 20, inDenominator: 18, earned: 17 })
  })

  it('keeps what could not be verified in, below full marks, and marks it', () => {
    const it = check({ H1: { outcome: 'not_verified', reason: '考勤机数据未提供' } })
    expect(it.score).toBe(99)
    expect(itemOf(it, 'H1')).toMatchObject({ inDenominator: true, ratio: 0.5, earned: 1 })
    expect(it.unverified.items).toEqual([
      { itemId: 'H1', reason: '考勤机数据未提供', evidence: ['考勤机原始数据', '月度签字考勤表', '抽查跨月比对'] },
    ])
    expect(it.findings).toEqual([])
    expect(codes(it)).toContain('not_verified')
  })

  it('rounds once, half up, to two decimals', () => {
    // 100 × 799/800 = 99.875; as a binary fraction of 0.1 and 0.2 sums it would stray.
    expect(smallScore([0.1, 0.2, 0.5], { G3: { outcome: 'partial', sampled: 500, conforming: 499 } }).score).toBe(99.88)
    expect(smallScore([0.1, 0.2, 0.5], { G3: { outcome: 'partial', sampled: 500, conforming: 499 } }).scoreExact).toBe(
      '799/8',
    )
  })

  it('does not exist where nothing applies', () => {
    const it = smallScore([1, 1], {
      G1: { outcome: 'not_applicable', reason: '无' },
      G2: { outcome: 'not_applicable', reason: '无' },
    })
    expect(it).toMatchObject({ score: null, scoreExact: null, grade: null, color: null, groups: [{ score: null }] })
    expect(codes(it)).toContain('nothing_applicable')
  })
})

describe('the grade', () => {
  // 10,000 points, so that a hundredth can be taken.
  const lose = (points: number): CheckUp => smallScore([100 - points, points], zeros('G2'))

  it.each([
    [10, 90, 'A'],
    [10.01, 89.99, 'B'],
    [25, 75, 'B'],
    [25.01, 74.99, 'C'],
    [40, 60, 'C'],
    [40.01, 59.99, 'D'],
  ])('with %f points lost is that of %f: %s', (points, score, grade) => {
    expect(lose(points)).toMatchObject({ score, grade })
  })

  it('goes by the exact score, not by the rounded one', () => {
    // 90 − 1/300: shown as 90.
    const it = smallScore([10, 90], {
      G1: { outcome: 'zero' },
      G2: { outcome: 'partial', sampled: 27000, conforming: 26999 },
    })
    expect(it).toMatchObject({ score: 90, grade: 'B', scoreExact: '26999/300' })
  })

  it('allows two major items with nothing below green, and no third', () => {
    const major = ['S3', 'S4', 'F3']
    expect(check(zeros(...major.slice(0, 1)))).toMatchObject({ score: 98, grade: 'B' })
    expect(check(zeros(...major.slice(0, 2)))).toMatchObject({ score: 96, grade: 'B' })
    expect(check(zeros(...major))).toMatchObject({ score: 94, grade: 'C', color: 'orange' })
  })

  it('does not count a major item that has a part', () => {
    expect(check({ S3: { outcome: 'partial' } }).grade).toBe('A')
  })

  it.each(['C6', 'W1', 'F1', 'R5'])('is red by %s alone, whatever the score', (id) => {
    const it = check(zeros(id))
    expect(it).toMatchObject({ grade: 'D', color: 'red' })
    expect(it.score).toBeGreaterThan(90)
    expect(it.gradeSteps).toEqual([
      { rule: 'red_line', grade: 'D', decides: true, text: `红线项 ${id} 不符合，不论得分，定为红（D）` },
    ])
    expect(it.redLines).toMatchObject([
      { itemId: id, reportWithinHours: 24, reportTo: ['县总工会', '人力资源社会保障部门'] },
    ])
  })

  it('is not vetoed by a red line in part or not verified, but says so', () => {
    expect(check({ W1: { outcome: 'partial' } })).toMatchObject({ grade: 'A', redLines: [] })
    const it = check({ R5: { outcome: 'not_verified', reason: '宿舍没有看到' } })
    expect(it).toMatchObject({ grade: 'A', redLines: [] })
    expect(codes(it)).toContain('red_line_not_verified')
  })

  it('says step by step which rule decided', () => {
    expect(check(zeros('S3')).gradeSteps.map(({ text, decides }) => [decides, text])).toEqual([
      [false, '没有红线项不符合，按得分和重大项定等'],
      [false, '绿（A）：得分 98，达到 90；重大项不符合 1 项，超过 0 项，不定此等'],
      [true, '黄（B）：得分 98，达到 75；重大项不符合 1 项，不超过 2 项，定为此等'],
    ])
  })

  it.each([
    [{}, null, '2027-11-30'],
    [zeros('S3'), '2027-01-29', '2027-05-29'],
    [zeros('S3', 'S4', 'F3'), '2026-12-30', '2027-02-28'],
    [zeros('F1'), '2026-12-07', '2026-12-30'],
  ])('sets the days of the next look', (changed, recheckOn, checkUpOn) => {
    expect(check(changed).next).toMatchObject({ recheckOn, checkUpOn })
  })
})

describe('findings and prescriptions', () => {
  it('stand by severity, each with what to do, by when and how it is proved', () => {
    const it = check({
      C1: { outcome: 'partial', findings: '缺入职日期', evidence: ['名册第3页'] },
      W1: { outcome: 'zero', findings: '9月工资未付' },
      C2: { outcome: 'zero' },
    })
    expect(it.findings.map(({ itemId, severity }) => [itemId, severity])).toEqual([
      ['W1', 'red_line'],
      ['C2', 'major'],
      ['C1', 'general'],
    ])
    expect(it.findings[2]).toMatchObject({
      what: '缺入职日期',
      standard: '有名册但要素缺失或未更新',
      evidence: ['名册第3页'],
    })
    expect(it.prescriptions.map(({ itemId }) => itemId)).toEqual(['W1', 'C2', 'C1'])
    expect(it.prescriptions[1]).toMatchObject({
      days: 15,
      unit: 'calendar',
      basis: 'proposed',
      dueOn: '2026-12-15',
      document: '工会劳动法律监督意见书',
      proof: ['劳动合同原件', '入职时间台账', '到期续签提醒表', '电子签约记录'],
    })
    expect(codes(it)).toEqual(expect.arrayContaining(['finding_without_text', 'instrument_not_in_force']))
  })

  const dueOn = (id: string, date: string) =>
    check(zeros(id), { date }).prescriptions.find((it) => it.itemId === id)!.dueOn

  it('count working days over holidays and worked weekends', () => {
    // 2026-10-01 to 10-07 are off, Saturday 10-10 is worked: 8, 9, 10, 12, 13.
    expect(dueOn('W1', '2026-09-30')).toBe('2026-10-13')
    expect(dueOn('D3', '2026-11-30')).toBe('2026-12-21')
  })

  it('count calendar days through holidays', () => {
    expect(dueOn('C1', '2026-09-30')).toBe('2026-10-15')
  })

  it('name no day in a year that is not announced', () => {
    expect(dueOn('W1', '2026-12-24')).toBe('2026-12-31')
    const it = check(zeros('W1'), { date: '2026-12-25' })
    expect(it.prescriptions[0]).toMatchObject({ days: 5, unit: 'working', dueOn: null })
    expect(it.warnings.find(({ code }) => code === 'year_not_announced')?.items).toEqual(['W1'])
    // Entered by an administrator, the year counts.
    const calendar = calendarOf([{ year: 2027, holidays: ['2027-01-01'], workdays: [], source: '通知' }])
    const known = checkUpOf(instrument, answersWith(zeros('W1'), { date: '2026-12-25' }), calendar)
    expect(known.prescriptions[0]!.dueOn).toBe('2027-01-04')
  })

  it('mark articles that were written from memory', () => {
    const it = check(zeros('A5'))
    expect(it.unverified.articles).toEqual([
      { itemId: 'A5', law: '防暑降温措施管理办法', article: '8、17', recalled: true },
    ])
    expect(codes(it)).toContain('article_recalled')
  })
})

describe('what stands beside the grade', () => {
  it('sets the self-check against the inspectors', () => {
    const it = check({
      C1: { selfCheck: 'full' },
      C2: { outcome: 'partial', selfCheck: 'full' },
      C4: { outcome: 'full', selfCheck: 'zero' },
      H4: { outcome: 'full', selfCheck: 'not_applicable' },
      H5: { outcome: 'zero', selfCheck: 'unsure' },
    })
    expect(it.differences.map(({ itemId, enterprise }) => [itemId, enterprise])).toEqual([
      ['C2', 'better'],
      ['C4', 'worse'],
      ['H4', 'other'],
    ])
  })

  it('says what it is and what it is not', () => {
    const it = check()
    expect(it.statement).toContain('服务性评估，不具行政处罚效力')
    expect(it.notes.join()).toContain('守法诚信等级')
  })

  it('warns of missing and small samples, and of what no condition foresees', () => {
    const it = check({
      C3: { sampled: 19, conforming: 19 },
      C8: { outcome: 'full', sampled: undefined, conforming: undefined },
      C1: { outcome: 'not_applicable', reason: '没有' },
      H4: { outcome: 'not_applicable', reason: '标准工时' },
    })
    const of = (code: string) => it.warnings.find((warning) => warning.code === code)?.items
    expect(of('sample_too_small')).toEqual(['C3'])
    expect(of('sample_missing')).toEqual(['C8'])
    expect(of('not_applicable_unforeseen')).toEqual(['C1'])
  })
})

describe('a re-check', () => {
  const recheck = (date: string, ...items: ItemAnswer[]) => ({ date, inspectors, items })

  it('judges anew with what was repaired, and keeps what was before', () => {
    const it = check(zeros('F1', 'C2'), {
      rechecks: [
        recheck('2026-12-07', { id: 'F1', outcome: 'full' }),
        recheck('2026-12-20', { id: 'C2', outcome: 'partial' }),
      ],
    })
    expect(it.stages.map(({ date, score, grade, changes }) => [date, score, grade, changes])).toEqual([
      ['2026-11-30', 94, 'D', []],
      ['2026-12-07', 96, 'B', [{ itemId: 'F1', from: 'zero', to: 'full' }]],
      ['2026-12-20', 98, 'A', [{ itemId: 'C2', from: 'zero', to: 'partial' }]],
    ])
    expect(it).toMatchObject({ score: 98, grade: 'A', redLines: [], date: '2026-11-30' })
    expect(it.next).toMatchObject({ recheckOn: null, checkUpOn: '2027-12-20' })
  })

  it('does not begin deadlines anew', () => {
    const it = check(zeros('C2'), { rechecks: [recheck('2026-12-20', { id: 'C2', outcome: 'partial' })] })
    expect(it.prescriptions[0]!.dueOn).toBe('2026-12-15')
  })

  it('can make it worse', () => {
    const it = check({}, { rechecks: [recheck('2026-12-20', { id: 'W1', outcome: 'zero' })] })
    expect(it).toMatchObject({ grade: 'D', redLines: [{ itemId: 'W1' }] })
  })

  it('goes by the instrument that the check-up was made with', () => {
    const newer: Instrument = {
      ...instrument,
      version: '0.2',
      bands: instrument.bands.map((it) => (it.grade === 'A' ? { ...it, least: 99 } : it)),
    }
    const answers = answersWith(zeros('C2'), {
      rechecks: [recheck('2026-12-20', { id: 'C2', outcome: 'partial' })],
    })
    for (const held of [
      [instrument, newer],
      [newer, instrument],
    ]) {
      const read = readAnswers(answers, held)
      expect(read.ok && checkUpOf(read.value.instrument, read.value.answers)).toMatchObject({ score: 98, grade: 'A' })
    }
    expect(judged({ ...answers, instrument: '0.2', items: itemsWith(zeros('C2'), newer) }, newer).grade).toBe('B')
  })
})
