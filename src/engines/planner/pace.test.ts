import { expect, it } from 'vitest'
import { createTicker, takeTurns } from './pace.ts'
import { smallProblem } from './small-problem.ts'

const partOf = (requests: number) => smallProblem(1, { enterprises: 1, teams: 1, requests, days: 1 })

it('gives parts their time by their requests, and what one leaves over to the next ones', () => {
  let now = 0
  const given: number[] = []
  // The first takes less than it was given, the second more.
  const takes = [10, 40, 5]
  for (const { milliseconds } of takeTurns([partOf(2), partOf(2), partOf(4)], 80, () => now)) {
    given.push(milliseconds)
    now += takes[given.length - 1]!
  }
  // 2 of 8 of 80; 2 of 6 of the 70 left; all of the 30 left.
  expect(given[0]).toBeCloseTo(20, 9)
  expect(given[1]).toBeCloseTo(70 / 3, 9)
  expect(given[2]).toBeCloseTo(30, 9)
})

it('says which share of the requests is over, and gives all the time there is where it is not limited', () => {
  const turns = [...takeTurns([partOf(3), partOf(0), partOf(1)], Infinity, () => 0)]
  expect(turns.map((it) => [it.before, it.share])).toEqual([
    [0, 0.75],
    [0.75, 0],
    [0.75, 0.25],
  ])
  expect(turns.map((it) => it.milliseconds)).toEqual([Infinity, 0, Infinity])
  expect([...takeTurns([], 10, () => 0)]).toEqual([])
})

it('ticks at the first call and then not before a tenth of a second is over', () => {
  let now = 5
  const isDue = createTicker(() => now)
  const due = [0, 60, 60, 60, 99, 1].map((passed) => {
    now += passed
    return isDue()
  })
  expect(due).toEqual([true, false, true, false, true, false])
})
