import { expect, it } from 'vitest'
import { plan } from '../plan.ts'
import { readInstance } from './read-instance.ts'
import { toProblem } from './to-problem.ts'

const solomon = `TINY

VEHICLE
NUMBER     CAPACITY
  2         200

CUSTOMER
CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME

    0      0         0          0          0        100          0
    1      3         4         10          0         50         10
    2      0         1          7         60         70         10
    3     90         0         99          0         90         10
`
const orienteering = `4 2 3 1
0 200
0 0.00 0.00 0.00 0.00 0 0 0 100
1 3.00 4.00 10.00 10.00 1 1 1 0 50
2 0.00 1.00 10.00 7.00 1 1 1 60 70
3 90.00 0.00 10.00 99.00 1 1 1 0 90
`

it('reads both forms alike', () => {
  const a = readInstance(solomon)
  const b = readInstance(orienteering)
  expect(a.ok && b.ok && a.value).toEqual(b.ok && b.value)
})

it('reads the depots that stand last in the form of Cordeau, and no row that goes on past its list', () => {
  const cordeau = `6 1 3 2
100 200
100 200
1 3.00 4.00 10 10 1 1 1 0 50
2 0.00 1.00 10 7 1 1 1 60 70
3 90.00 0.00 10 99 1 1 1 0 90
4 0.00 0.00 0 0 0 0 0 100
5 50.00 0.00 0 0 0 0 0 100
`
  const b = readInstance(orienteering)
  const own = readInstance(cordeau)
  const values = b.ok ? b.value.map((it) => ({ ...it, number: it.number || 4 })) : []
  expect(own).toEqual({ ok: true, value: values })
  expect(readInstance(`${orienteering}1 2 3 4 5 6 1 8 9 10 11\n`)).toEqual(b)
})

it('visits what can be reached and returned from, and counts the profit', () => {
  const vertices = readInstance(solomon)
  const solution = plan(toProblem(vertices.ok ? vertices.value : [], 1, 1), { iterations: 100 })
  // Customer 3 lies 90 away: there and back is past the depot's closing.
  expect(solution.visits.map((it) => it.request)).toEqual(['1', '2'])
  expect(solution.score).toBe(17)
})

it('cuts distances, never rounds them', () => {
  const vertices = readInstance(orienteering)
  const problem = toProblem(vertices.ok ? vertices.value : [], 1, 1)
  // √(3² + 3²) = 4.2426… → 42 tenths.
  expect(problem.travel.minutes[1]![2]).toBe(42)
})

it('refuses a file without customers', () => {
  expect(readInstance('hello')).toMatchObject({ ok: false, code: 'INSTANCE_INVALID' })
})
