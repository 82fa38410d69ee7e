import { expect, it } from 'vitest'
import { roundedDown } from './measures.ts'

it.each([
  [246, '200余'],
  [124, '120余'],
  [13, '13'],
  [2046, '2000余'],
  [33, '30余'],
  [24, '20余'],
  [52, '50余'],
  [2538, '2500余'],
  [200, '200'],
  [120, '120'],
])('tells %i as %s', (count, text) => {
  expect(roundedDown(count)).toBe(text)
})
