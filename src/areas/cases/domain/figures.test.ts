import { expect, it } from 'vitest'
import { addAmounts, shownCount, shownPart, shownParts } from './figures.ts'

const of = (id: string, kind: string, amountFen: number, people: number) => ({
  id,
  number: id,
  kind,
  payer: 'employer',
  amountFen,
  paidFen: amountFen / 2,
  people,
  paidPeople: people,
})
const rows = [of('a', 'wages', 600, 5), of('b', 'wages', 400, 1), of('c', 'damages', 800, 2)]

it('adds up by kind and opens each sum to its cases for those who may see them', () => {
  expect(addAmounts(rows, true)).toEqual({
    amounts: [
      {
        kind: 'wages',
        payer: 'employer',
        amountFen: 1000,
        paidFen: 500,
        people: 6,
        cases: [
          { id: 'a', number: 'a', amountFen: 600, people: 5 },
          { id: 'b', number: 'b', amountFen: 400, people: 1 },
        ],
      },
      {
        kind: 'damages',
        payer: 'employer',
        amountFen: 800,
        paidFen: 400,
        people: 2,
        cases: [{ id: 'c', number: 'c', amountFen: 800, people: 2 }],
      },
    ],
    totalFen: 1800,
    hidden: false,
  })
})

it('hides from others what few stand behind, and the total from which it could be taken back', () => {
  const shown = addAmounts(rows, false)
  expect(shown.amounts[0]).toMatchObject({ amountFen: 1000, people: 6, cases: [] })
  expect(shown.amounts[1]).toMatchObject({ amountFen: null, paidFen: null, people: null, cases: [] })
  expect([shown.totalFen, shown.hidden]).toEqual([null, true])
  expect([0, 1, 4, 5].map((it) => shownCount(it, false))).toEqual([0, null, null, 5])
})

it('shows the parts of a whole to others only where none of them is few', () => {
  const parts = (...counts: number[]) => counts.map((cases) => ({ cases }))
  expect(shownParts(parts(5, 6), false)).toEqual(parts(5, 6))
  expect([shownParts(parts(5, 4), false), shownParts(parts(5, 1, 9), false)]).toEqual([null, null])
  expect(shownParts(parts(5, 4), true)).toEqual(parts(5, 4))
})

it('hides from others a part where what is left of the whole is few', () => {
  expect([0, 5, 6, 8, 9].map((it) => shownPart(it, 10, false))).toEqual([0, 5, null, null, null])
  expect([shownPart(10, 10, false), shownPart(9, 10, true)]).toEqual([10, 9])
  const paid = (paidPeople: number) => addAmounts([{ ...of('a', 'wages', 600, 10), paidPeople }], false)
  expect(paid(10)).toMatchObject({ totalFen: 600, hidden: false, amounts: [{ amountFen: 600, paidFen: 300 }] })
  for (const few of [1, 4, 6, 9])
    expect(paid(few)).toMatchObject({ totalFen: 600, hidden: true, amounts: [{ amountFen: 600, paidFen: null }] })
})
