import { describe, expect, test } from 'vitest'
import {
  entitlementsOf,
  grounds,
  parameterSet,
  readClaim,
  shippedParameters,
} from '../../../engines/entitlements/index.ts'
import { addDays } from '../../../platform/base/civil-date.ts'
import { faultOf, type Answer, type Answers, type At, type Question } from './question.ts'
import { pathOf, questions } from './questions.ts'
import { reckon } from './reckon.ts'
import { lawfulProbation, topics } from './situation.ts'
import { claimOf } from './to-claim.ts'

const at: At = { today: '2026-11-24' }

/** Answers worth trying, small and large, each sound by itself. */
const candidates = (question: Question, said: Answers): Answer[] => {
  const unknown: Answer[] = question.unknown === undefined ? [] : [null]
  const sound = ((): Answer[] => {
    switch (question.kind) {
      case 'choice':
        return question.options(at).map((it) => it.value)
      case 'choices': {
        const all = question.options(at).map((it) => it.value)
        return [...all.map((it) => [it]), all]
      }
      case 'date':
        return [
          '1999-03-08',
          '2007-12-31',
          '2013-04-01',
          '2019-05-06',
          '2019-12-01',
          '2024-02-29',
          '2025-02-01',
          '2025-08-01',
          '2024-08-31',
          '2025-05-15',
          '2025-11-24',
          '2026-03-09',
          '2026-11-20',
          ...[1, 40, 200].map((days) => addDays(String(said['start'] ?? '2026-01-01').padEnd(10, '-01'), days)),
          at.today,
          ...(question.monthWillDo ? ['2025-03', '2019-05'] : []),
        ]
      case 'yuan':
        return [question.least, 1200.5, 6000, 45_000]
      case 'count':
        return [question.least, question.step * 3 + question.least, Math.min(question.most, 25), question.most]
      case 'months':
        return [[5000], [4200, 5100.25, 0, 6000], Array.from({ length: 12 }, (_, month) => 4000 + month * 100)]
    }
  })()
  return [...sound, ...unknown].filter((it) => faultOf(question, it, said, at) === undefined)
}

/** Walks a path to its end; `pick` chooses among the answers to a question. */
const walk = (pick: (from: readonly Answer[], question: Question) => Answer, begun: Answers = {}): Answers => {
  let answers = begun
  for (let count = 0; count <= questions.length; count += 1) {
    const { open, said } = pathOf(answers, at)
    if (!open) return said
    answers = { ...said, [open.id]: pick(candidates(open, said), open) }
  }
  throw new Error('a path without an end')
}

/** The same seeds each time, so that the verdict is the same too. */
const seeds = (count: number): number[] => Array.from({ length: count }, (_, index) => Math.imul(index, 0x9e3779b1))

/** A stream of numbers below 1 that is the same for the same seed (mulberry32). */
const stream = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
const anyOf = (random: () => number) => (from: readonly Answer[]) => from[Math.floor(random() * from.length)]!
const knownOf = (random: () => number) => (from: readonly Answer[], question: Question) => {
  const known = from.filter((it) => it !== null)
  if (known.length === 0) throw new Error(`no sound answer to ${question.id}`)
  return known[Math.floor(random() * known.length)]!
}

describe('the questions', { timeout: 60_000 }, () => {
  test('every path ends, and every claim made is one that the engine reads', () => {
    for (const seed of seeds(1000)) {
      const said = walk(anyOf(stream(seed)))
      expect(readClaim(claimOf(said, at)), `seed ${seed}`).toMatchObject({ ok: true })
      const { lines } = reckon(said, at)
      for (const { line, needs, articles } of lines) {
        for (const it of articles) expect(it.date, it.name).not.toBe('')
        expect(line.status === 'needs_input', `seed ${seed}`).toBe(needs.length > 0)
        for (const need of needs) expect(need).not.toMatch(/^[a-zA-Z.[\]0-9]+$/)
      }
    }
  })

  test('with every question answered, nothing is missing but what a phone cannot know', () => {
    const beyond = ['annualLeave.elapsedDaysInYear', 'injury.localAverageMonthly']
    for (const seed of seeds(2000)) {
      const said = walk(knownOf(stream(seed)))
      const missing = reckon(said, at).lines.flatMap((it) => it.line.missing ?? [])
      expect(
        missing.filter((it) => !beyond.includes(it)),
        JSON.stringify(said),
      ).toEqual([])
    }
  })

  test('every matter chosen has a line, or a sentence why not', () => {
    for (const topic of topics) {
      for (const seed of seeds(60)) {
        const { lines, warnings } = reckon(walk(anyOf(stream(seed)), { topics: [topic] }), at)
        expect(lines.length + warnings.length, `${topic}, seed ${seed}`).toBeGreaterThan(0)
      }
    }
  })

  test('no question is asked whose answer changes nothing', () => {
    const outcome = (said: Answers): string => {
      const { lines, warnings, total } = reckon(said, at)
      return JSON.stringify([lines.map((it) => it.line), warnings, total])
    }
    const idle = new Map<string, Answers>()
    for (const seed of seeds(200)) {
      const full = walk(anyOf(stream(seed)))
      // What is known when each question is put.
      let before: Answers = {}
      for (const question of pathOf(full, at).questions) {
        const [first, ...others] = candidates(question, before)
        const matters = seeds(60).some((round) => {
          const after = (answer: Answer) =>
            outcome(walk(knownOf(stream(seed + round)), { ...before, [question.id]: answer }))
          const one = after(first!)
          return others.some((answer) => after(answer) !== one)
        })
        if (!matters) idle.set(question.id, before)
        before = { ...before, [question.id]: full[question.id]! }
      }
    }
    expect([...idle].map(([id, said]) => `${id} after ${JSON.stringify(said)}`)).toEqual([])
  })

  test('what was said to a question no longer put does not count', () => {
    const said = walk(knownOf(stream(5)), {
      topics: ['termination'],
      ended: 'employer',
      employerReason: 'unlawful',
      wish: 'money',
    })
    const turned = pathOf({ ...said, topics: ['heat'] }, at)
    expect(Object.keys(turned.said).filter((id) => !['topics', 'place'].includes(id))).toEqual([])
    expect(claimOf(turned.said, at).termination).toBeUndefined()
  })

  test('the days of an unfinished month are asked where the engine needs them, months ending early included', () => {
    // Hired on a 31st: the eleventh month by the day of hire ends on 30 July, so that a day is left over.
    const said = walk(knownOf(stream(1)), {
      topics: ['contract'],
      working: 'yes',
      start: '2024-08-31',
      signed: 'later',
      signedOn: '2025-08-01',
    })
    expect(said).toHaveProperty('partDays')
    expect(reckon(said, at).lines[0]?.line.missing).toBeUndefined()
  })

  test('who left on a day not known is not taken to have worked on until today', () => {
    const said = walk(knownOf(stream(1)), { topics: ['contract'], working: 'no', start: '2019-05-06', end: null })
    const { lines, warnings } = reckon(said, at)
    expect(lines[0]).toMatchObject({ line: { status: 'needs_input' }, needs: ['最后一天上班是哪一天'] })
    expect(warnings).toContain('不知道哪一天离开，时效没有核对')
  })

  test('every ground of the form but the open one can be reached', () => {
    const reached = new Set<string>()
    for (const seed of seeds(400)) {
      const said = walk(knownOf(stream(seed)), { topics: ['termination'] })
      const { termination } = claimOf(said, at)
      if (termination) reached.add(termination.ground)
    }
    expect(grounds.filter((it) => !reached.has(it))).toEqual(['other_severance'])
  })

  test('ids and texts are whole: one id each, a reason in one sentence', () => {
    expect(new Set(questions.map((it) => it.id)).size).toBe(questions.length)
    for (const { why, title } of questions) {
      expect(why).toMatch(/^[^。]+。$/)
      expect(title).toMatch(/？$/)
    }
  })
})

describe('an unlawful dismissal', () => {
  const answers: Answers = {
    topics: ['termination'],
    ended: 'employer',
    employerReason: 'unlawful',
    wish: 'money',
    place: '321324',
    start: '2021-03-01',
    end: '2026-08-31',
    wageForm: 'same',
    wage: 6000,
    severancePaid: 0,
  }

  test('comes to twice the severance', () => {
    expect(pathOf(answers, at).open).toBeUndefined()
    const [line] = reckon(answers, at).lines
    // Five years and six months count as six: 6 000 × 6 × 2.
    expect(line).toMatchObject({
      name: '违法解除或者终止赔偿金',
      line: { status: 'ok', amount: 72_000, balance: 72_000 },
    })
    expect(entitlementsOf(claimOf(answers, at)).lines[0]?.amount).toBe(72_000)
  })

  test('what was paid is taken off; going back to work shuts the money out', () => {
    expect(reckon({ ...answers, severancePaid: 20_000 }, at).lines[0]?.line.balance).toBe(52_000)
    const back = reckon(pathOf({ ...answers, wish: 'back' }, at).said, at)
    expect(back.lines.every((it) => it.line.status === 'excluded_by')).toBe(true)
  })

  test('out of time after a year, in time again after a demand', () => {
    const late = { ...answers, end: '2025-08-31' }
    expect(pathOf(late, at).open?.id).toBe('demand')
    expect(reckon({ ...late, demand: 'none' }, at).lines[0]?.line.status).toBe('time_barred')
    const asked = { ...late, demand: 'complaint', demandOn: '2026-06-01' }
    expect(reckon(asked, at).lines[0]?.line.status).toBe('ok')
  })

  test('a missing fact is named, and nothing is put in its place', () => {
    const { lines, total } = reckon({ ...answers, start: null }, at)
    expect(lines[0]).toMatchObject({ needs: ['哪一天开始上班'], line: { status: 'needs_input' } })
    expect(lines[0]?.line.amount).toBeUndefined()
    expect(total).toBeUndefined()
  })
})

test('answers that cannot stand are refused with a reason', () => {
  const of = (id: string): Question => questions.find((it) => it.id === id)!
  expect(faultOf(of('wage'), 12.345, {}, at)).toContain('两位小数')
  expect(faultOf(of('wage'), 0, {}, at)).toContain('大于 0')
  expect(faultOf(of('end'), '2020-01-01', { start: '2021-01-01' }, at)).toContain('不能早于 2021-01-01')
  expect(faultOf(of('start'), '2027-01-01', {}, at)).toContain('不能晚于')
  expect(faultOf(of('start'), '2025-02', {}, at)).toBeUndefined()
  expect(faultOf(of('end'), '2025-02', {}, at)).toBeDefined()
  expect(faultOf(of('topics'), [], {}, at)).toBe('请至少选一项')
  expect(faultOf(of('topics'), null, {}, at)).toBe('这一题需要回答')
  expect(faultOf(of('overtimeRest'), 0.3, {}, at)).toContain('0.5')
})

test('the months of probation allowed are those that the engine holds', () => {
  const limits = parameterSet(shippedParameters).at('probation_limits', ['000000'])!.value
  for (let term = 0; term <= 60; term += 0.5)
    expect(lawfulProbation(term)).toBe(limits.find((it) => it.termBelow === null || term < it.termBelow)?.months)
  expect(lawfulProbation(null)).toBe(limits.at(-1)?.months)
})
