import { expect, it } from 'vitest'
import { readProblem } from './read-problem.ts'
import { exampleProblem, visit } from './rules/example-problem.ts'
import { smallProblem } from './small-problem.ts'

const faultsOf = (problem: unknown): string[] => {
  const result = readProblem(problem)
  return result.ok ? [] : (result.detail!.faults as { path: string; reason: string }[]).map((it) => it.path)
}
type Loose = Record<string, Record<string, unknown>[]>
const changed = (change: (problem: Loose) => void): unknown => {
  const copy = structuredClone(exampleProblem) as unknown as Loose
  change(copy)
  return copy
}

it('reads what is right', () => {
  expect(readProblem(exampleProblem).ok).toBe(true)
  expect(readProblem(smallProblem(2, { enterprises: 9, teams: 3, requests: 30, days: 7 })).ok).toBe(true)
})

it.each<[string, string, (it: Loose) => void]>([
  ['a text for a number', 'requests[3].minutes', (it) => (it.requests![3]!.minutes = '20')],
  ['a place that is not there', 'teams[0].base', (it) => (it.teams![0]!.base = 999)],
  ['a misspelt field', 'teams[1].maxVisitPerDay', (it) => (it.teams![1]!.maxVisitPerDay = 2)],
  ['an id there twice', 'requests[1].id', (it) => (it.requests![1]!.id = 'x1')],
  ['a request of nobody', 'requests[0].enterprise', (it) => (it.requests![0]!.enterprise = 'zz')],
  [
    'a gap that ends before it begins',
    'enterprises[1].gaps[0]',
    (it) => ((it.enterprises![1]!.gaps as Record<string, number>[])[0]!.to = 600),
  ],
  ['a chain in a ring', 'requests[0].after', (it) => (it.requests![0]!.after = { request: 'y1', minDays: 0 })],
  ['a pin no rule lets stand', 'pinned[0]', (it) => (it.pinned = [visit('y2', 'a', 0, 5)] as never)],
  [
    'a pin there twice',
    'pinned[1]',
    (it) => (it.pinned = [visit('y2', 'a', 0, 660), visit('y2', 'a', 1, 660)] as never),
  ],
  [
    'a start that is no date',
    'horizon.start',
    (it) => ((it.horizon as unknown as Record<string, string>).start = '2026-02-30'),
  ],
])('names where: %s', (_what, path, change) => {
  expect(faultsOf(changed(change))).toEqual([path])
})

it('refuses what is no object at all', () => {
  expect(readProblem(null).ok).toBe(false)
  expect(readProblem([]).ok).toBe(false)
})
