import { describe, expect, it } from 'vitest'
import { calendarOf } from '../../../platform/base/workdays.ts'
import {
  decide,
  draftFrom,
  dueOn,
  isOverdue,
  letterActions,
  letterStates,
  mayIssue,
  mayRecommend,
  numberText,
  organCodeOf,
  withDue,
} from './index.ts'

const calendar = calendarOf()

describe('terms', () => {
  it('count working days from the day after delivery, over the national holiday', () => {
    // 2026-10-01 to 10-07 are off, Saturday 10-10 is worked.
    expect(dueOn('recommendation', '2026-09-30', calendar)).toBe('2026-10-13')
    expect(dueOn('reminder', '2026-09-30', calendar)).toBe('2026-10-20')
    expect(dueOn('opinion', '2026-09-30', calendar)).toBe('2026-10-27')
  })

  it.each([
    ['opinion', '2026-12-10', '2026-12-11'],
    ['reminder', '2026-12-17', '2026-12-18'],
    ['recommendation', '2026-12-24', '2026-12-25'],
  ] as const)('of a %s delivered on %s end in the year, on %s have no last day yet', (kind, fits, late) => {
    expect(dueOn(kind, fits, calendar)).toBe('2026-12-31')
    expect(dueOn(kind, late, calendar)).toBeNull()
  })

  it('get their last day once the year is announced; a last day that is kept stays', () => {
    const next = calendarOf([{ year: 2027, holidays: ['2027-01-01'], workdays: [], source: '虚构的通知' }])
    const letter = { kind: 'opinion', deliveredOn: '2026-12-11', dueOn: null } as const
    expect(withDue(letter, calendar)).toEqual(letter)
    expect(withDue(letter, next)).toEqual({ ...letter, dueOn: '2027-01-04' })
    expect(withDue({ ...letter, dueOn: '2026-12-31' }, next).dueOn).toBe('2026-12-31')
    expect(withDue({ ...letter, deliveredOn: null }, next).dueOn).toBeNull()
  })

  it('have passed on the day after the last', () => {
    expect([isOverdue('2026-12-21', '2026-12-21'), isOverdue('2026-12-21', '2026-12-22')]).toEqual([false, true])
    expect(isOverdue(null, '2030-01-01')).toBe(false)
  })
})

describe('states', () => {
  it('let nothing but the way go on once a letter is issued', () => {
    for (const state of letterStates.filter((it) => it !== 'draft'))
      for (const action of ['edit', 'drop', 'submit'] as const)
        expect(decide(state, action)).toMatchObject({ ok: false, code: 'LETTER_STATE' })
  })

  it('lead from draft over issue, delivery and answer to the end', () => {
    const way = [
      'submit',
      'return',
      'submit',
      'issue',
      'deliver',
      'lapse',
      'answer',
      'verify',
      'escalate',
      'close',
    ] as const
    let state: (typeof letterStates)[number] = 'draft'
    const passed = way.map((action) => {
      const next = decide(state, action)
      if (!next.ok) throw new Error(`${state} ${action}`)
      return (state = next.value)
    })
    expect(passed).toEqual([
      'submitted',
      'draft',
      'submitted',
      'issued',
      'delivered',
      'overdue',
      'answered',
      'answered',
      'escalated',
      'closed',
    ])
  })

  it('end with closed and withdrawn', () => {
    for (const action of letterActions)
      for (const state of ['closed', 'withdrawn'] as const) expect(decide(state, action).ok).toBe(false)
  })
})

it('lets nobody issue what they wrote', () => {
  expect(mayIssue(['a', 'b'], 'b')).toMatchObject({ code: 'SAME_PERSON' })
  expect(mayIssue(['a', 'b'], 'c')).toMatchObject({ ok: true })
})

describe('a recommendation', () => {
  const opinion = { kind: 'opinion', state: 'overdue', deliveredOn: '2026-10-13' } as const
  it('follows an opinion that was not answered in time or not obeyed', () => {
    expect(mayRecommend(opinion, undefined).ok).toBe(true)
    expect(mayRecommend({ ...opinion, state: 'answered' }, { obeyed: false }).ok).toBe(true)
    expect(mayRecommend({ ...opinion, state: 'escalated' }, undefined).ok).toBe(true)
  })
  it.each([
    [{ ...opinion, kind: 'reminder' }, undefined, 'OPINION_MISSING'],
    [{ ...opinion, state: 'withdrawn' as const }, undefined, 'OPINION_MISSING'],
    [{ ...opinion, state: 'submitted' as const, deliveredOn: null }, undefined, 'OPINION_NOT_DELIVERED'],
    [{ ...opinion, state: 'issued' as const, deliveredOn: null }, undefined, 'OPINION_NOT_DELIVERED'],
    [{ ...opinion, state: 'delivered' as const }, undefined, 'OPINION_NOT_DUE'],
    [{ ...opinion, state: 'answered' as const }, {}, 'OPINION_NOT_DUE'],
    [{ ...opinion, state: 'answered' as const }, { obeyed: true }, 'OPINION_OBEYED'],
    [{ ...opinion, state: 'closed' as const }, { obeyed: false }, 'OPINION_OBEYED'],
  ])('is refused after %j with %j', (it, newest, code) => {
    expect(mayRecommend(it, newest)).toMatchObject({ ok: false, code })
  })
})

it('writes a number with its year in hexagonal brackets and no leading zero', () => {
  expect(numberText(organCodeOf('泗洪县总工会'), 'opinion', 2026, 3)).toBe('泗洪工意〔2026〕3号')
})

describe('a draft from findings', () => {
  const found = (title: string, more: object = {}) => ({
    title,
    fact: `${title}的事实`,
    articles: '《中华人民共和国劳动合同法》第十条',
    liability: '逾期要付二倍工资',
    evidence: '劳动合同',
    demand: `${title}的改法`,
    standard: '签收表',
    byWhen: '2026-12-31',
    ...more,
  })
  const at = {
    checkedOn: '2026-11-20' as const,
    inspectors: [
      { personId: '1', name: '甲', certificate: '证1' },
      { personId: '2', name: '乙', certificate: '证2' },
    ],
  }

  it('says each finding once, with its articles, in the form of each kind', () => {
    const findings = [found('合同'), found('工资')]
    const reminder = draftFrom('reminder', findings, at)
    expect(reminder.subject).toBe('整改合同等2项问题')
    expect(reminder.content).toEqual({
      kind: 'reminder',
      risks: findings.map(({ fact, articles }) => ({ fact, articles })),
      // What threatens is said once, though two findings share it.
      advice: '逾期要付二倍工资',
      measures: ['合同的改法', '工资的改法'],
    })
    const opinion = draftFrom('opinion', findings, at)
    expect(opinion.content).toMatchObject({
      inspectedFrom: '2026-11-20',
      inspectedTo: '2026-11-20',
      inspectors: [
        { name: '甲', certificate: '证1' },
        { name: '乙', certificate: '证2' },
      ],
      findings: [{ demand: '合同的改法', standard: '签收表', byWhen: '2026-12-31' }, { demand: '工资的改法' }],
    })
    expect(draftFrom('recommendation', findings, at).content).toMatchObject({
      unremedied: findings.map(({ fact, articles }) => ({ fact, articles })),
    })
  })

  it('keeps the subject within what a title may hold', () => {
    expect(draftFrom('reminder', [found('合同')], at).subject).toBe('整改合同')
    expect(draftFrom('reminder', [found('长'.repeat(60)), found('工资')], at).subject).toBe('整改2项用工问题')
  })
})
