import { expect, it } from 'vitest'
import { fenOf } from './outcome-card.tsx'

it('reads yuan as written into fen, to the fen', () => {
  expect(['12345', '12345.6', '0.29', ' 1.15 ', '999999999.99'].map(fenOf)).toEqual([
    1_234_500, 1_234_560, 29, 115, 99_999_999_999,
  ])
})

it('takes nothing that is no amount', () => {
  expect(['', '0', '0.00', '-1', '1.234', '1,000', '十元'].map(fenOf)).toEqual(Array.from({ length: 7 }))
})
