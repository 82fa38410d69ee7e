import { describe, expect, it } from 'vitest'
import {
  checkUpStates,
  citation,
  decide,
  decideRepair,
  drawHolding,
  drawnBy,
  findingStates,
  isOverdue,
  medianOf,
  repairedOf,
  shownCount,
  suggestedEscalation,
  yearOf,
  type CheckUpAction,
  type FindingAction,
  type WrittenLetter,
  type YearFinding,
} from './index.ts'

describe('states', () => {
  const allowed: Record<CheckUpAction, string[]> = {
    assign: ['planned'],
    start: ['planned'],
    save: ['in_progress'],
    submit: ['in_progress'],
    self_check: ['planned', 'in_progress'],
    photograph: ['in_progress', 'submitted'],
    report: ['submitted'],
  }
  it.each(Object.entries(allowed))('of a check-up: %s from %j only', (action, from) => {
    for (const state of checkUpStates)
      expect([state, decide(state, action as CheckUpAction).ok]).toEqual([state, from.includes(state)])
  })

  const repairs: Record<FindingAction, string[]> = {
    prove: ['open', 'submitted', 'returned'],
    pass: ['open', 'submitted', 'returned'],
    return: ['submitted'],
  }
  it.each(Object.entries(repairs))('of a finding: %s from %j only', (action, from) => {
    for (const state of findingStates)
      expect([state, decideRepair(state, action as FindingAction).ok]).toEqual([state, from.includes(state)])
  })
})

describe('overdue', () => {
  it('is what is owed after its last day', () => {
    const at = (status: (typeof findingStates)[number], today: string) =>
      isOverdue({ status, dueOn: '2026-12-15' }, today)
    expect([at('open', '2026-12-15'), at('open', '2026-12-16'), at('returned', '2026-12-16')]).toEqual([
      false,
      true,
      true,
    ])
    expect([at('submitted', '2026-12-16'), at('passed', '2026-12-16')]).toEqual([false, false])
    expect(isOverdue({ status: 'open', dueOn: null }, '2030-01-01')).toBe(false)
  })
})

describe('the suggested letter', () => {
  const today = '2026-11-30'
  const of = (severity: string, letters: readonly WrittenLetter[] = [], dueOn: string | null = '2026-11-29') =>
    suggestedEscalation({ severity, status: 'open', dueOn }, letters, today)
  const written = (kind: WrittenLetter['kind'], state: string, more: Partial<WrittenLetter> = {}): WrittenLetter => ({
    kind,
    state,
    dueOn: null,
    obeyed: null,
    ...more,
  })

  it('begins by severity the day after the last, never with a recommendation', () => {
    expect([of('general'), of('major'), of('red_line')]).toEqual(['reminder', 'opinion', 'opinion'])
    expect([of('general', [], today), of('general', [], null)]).toEqual(['none', 'none'])
  })

  it.each([
    ['reminder', 'opinion'],
    ['opinion', 'recommendation'],
  ] as const)('after a %s is a %s once it was delivered and not answered in time, or not obeyed', (kind, next) => {
    for (const state of ['draft', 'submitted', 'issued'])
      expect([state, of('general', [written(kind, state)])]).toEqual([state, 'none'])
    expect(of('general', [written(kind, 'delivered', { dueOn: today })])).toBe('none')
    expect(of('general', [written(kind, 'delivered', { dueOn: '2026-11-29' })])).toBe(next)
    expect(of('general', [written(kind, 'overdue', { dueOn: '2026-11-29' })])).toBe(next)
    expect(of('general', [written(kind, 'answered')])).toBe('none')
    expect(of('general', [written(kind, 'answered', { obeyed: true })])).toBe('none')
    expect(of('general', [written(kind, 'answered', { obeyed: false })])).toBe(next)
  })

  it('goes by the sharpest that stands; one that was withdrawn counts for nothing', () => {
    const late = written('reminder', 'overdue')
    expect(of('general', [late, written('opinion', 'issued')])).toBe('none')
    expect(of('general', [late, written('opinion', 'withdrawn')])).toBe('opinion')
    expect(of('general', [written('reminder', 'withdrawn')])).toBe('reminder')
    expect(of('major', [written('opinion', 'escalated'), written('recommendation', 'delivered')])).toBe('none')
    expect(of('major', [written('opinion', 'closed', { obeyed: true })])).toBe('opinion')
  })
})

describe('a draw that must hold somebody', () => {
  const candidates = Array.from({ length: 136 }, (_, at) => `enterprise ${at}`)
  it('is the plain draw of its seed, and holds them', () => {
    const included = ['enterprise 7', 'enterprise 99']
    const drawn = drawHolding(candidates, 10, included, (at) => `seed ${at}`)
    expect(drawn.ok && drawn.value.drawn).toEqual(expect.arrayContaining(included))
    expect(drawn.ok && drawnBy(drawn.value.seed, candidates, 10)).toEqual(drawn.ok && drawn.value.drawn)
    expect(drawn.ok && drawn.value.drawn).toHaveLength(10)
  })

  it('is refused where chance does not bring it about', () => {
    expect(drawHolding(candidates, 1, candidates.slice(0, 2), String)).toMatchObject({ code: 'DRAW_TOO_NARROW' })
  })
})

describe('the year', () => {
  const of = (passedOn: string | null, more: Partial<YearFinding> = {}): YearFinding => ({
    itemId: 'C1',
    title: '职工名册',
    severity: 'general',
    enterpriseId: 'one',
    foundOn: '2026-11-01',
    passedOn,
    overdue: false,
    ...more,
  })

  it('tells share, median, longest and steps of what was repaired', () => {
    const list = [of('2026-11-11'), of('2026-11-06'), of(null, { overdue: true }), of('2026-12-02')]
    expect(repairedOf(list)).toEqual({
      enterprises: 1,
      found: 4,
      repaired: 3,
      share: 0.75,
      overdue: 1,
      medianDays: 10,
      longestDays: 31,
      steps: [1, 1, 0, 1],
    })
    expect(repairedOf([])).toMatchObject({ found: 0, share: null, medianDays: null, longestDays: null })
    expect(repairedOf([of('2026-11-08'), of('2026-11-16'), of('2026-12-01')]).steps).toEqual([1, 1, 1, 0])
    expect([medianOf([4, 1]), medianOf([3])]).toEqual([2.5, 3])
  })

  const three = ['one', 'two', 'three'].map((enterpriseId) => of(null, { enterpriseId }))
  const rare = of('2026-11-05', { itemId: 'W1', severity: 'red_line', enterpriseId: 'two' })

  it('tells everything to those who may open check-ups', () => {
    const told = yearOf([...three, rare], true)
    expect(told.hidden).toBe(false)
    expect(told.items.map((it) => [it.itemId, it.enterprises])).toEqual([
      ['C1', 3],
      ['W1', 1],
    ])
    expect(told.severities.map((it) => [it.severity, it.share])).toEqual([
      ['red_line', 1],
      ['general', 0],
    ])
  })

  it('hides from others what fewer than three enterprises have, and sums it could be taken back from', () => {
    const told = yearOf([...three, rare], false)
    expect(told.hidden).toBe(true)
    expect(told.items.map((it) => [it.itemId, it.found, it.repaired, it.medianDays, it.steps.length])).toEqual([
      ['C1', 3, 0, null, 4],
      ['W1', null, null, null, 0],
    ])
    expect(told.all).toMatchObject({ enterprises: null, found: null, repaired: null, longestDays: null })
    // One enterprise that was looked at three times is still one.
    expect(yearOf([of(null), of(null), of(null)], false).items[0]!.found).toBeNull()
    // Beside C1 in one severity the hidden item would be what is left over.
    const beside = yearOf([...three, { ...rare, severity: 'general' }], false)
    expect(beside.severities).toMatchObject([{ severity: 'general', found: null }])
    expect(yearOf(three, false)).toMatchObject({ hidden: false, all: { found: 3 } })
    expect([shownCount(2, false), shownCount(0, false), shownCount(3, false), shownCount(1, true)]).toEqual([
      null,
      0,
      3,
      1,
    ])
  })
})

describe('articles', () => {
  it('are cited by name, by number where they have none, and with a mark where the number is from memory', () => {
    expect(
      citation([
        { law: '劳动合同法', article: '10、14' },
        { law: '法释〔2025〕12号', article: '6–10' },
        { law: '苏人社发〔2018〕113号', article: '' },
        { law: '劳动保障守法诚信等级评价办法(人社部规〔2016〕1号)', article: '等级标准' },
        { law: '最低工资规定', article: '12', recalled: true },
        { law: '刑法', article: '276条之一' },
      ]),
    ).toBe(
      '《劳动合同法》第 10、14 条；法释〔2025〕12号第 6–10 条；苏人社发〔2018〕113号；《劳动保障守法诚信等级评价办法》(人社部规〔2016〕1号)等级标准；《最低工资规定》第 12 条（条号未核实）；《刑法》第 276条之一',
    )
  })
})
