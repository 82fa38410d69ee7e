import { expect, it } from 'vitest'
import { conflictOf, employerKey } from './conflict.ts'

it.each([
  ['宿迁某某纺织有限公司', '宿迁某某纺织有限责任公司'],
  ['江苏某某（泗洪）电子股份有限公司', '江苏某某(泗洪) 电子股份有限公司'],
])('sees one employer in %s and %s', (a, b) => {
  expect(employerKey(a)).toBe(employerKey(b))
})

it('finds a tie by the register or by the name, and no other', () => {
  const ties = [
    { employer: '甲纺织有限公司', enterpriseId: 'e1' },
    { employer: '乙电子有限公司', enterpriseId: null },
  ]
  expect(conflictOf(ties, { employer: '改名后的甲', enterpriseId: 'e1' })).toBe(ties[0])
  expect(conflictOf(ties, { employer: '乙电子', enterpriseId: null })).toBe(ties[1])
  expect(conflictOf(ties, { employer: '丙食品有限公司', enterpriseId: null })).toBeUndefined()
})
