import { expect, test } from 'vitest'
import { consolePath } from './links.ts'

const id = '0198c0de-0000-7000-8000-000000000001'

test.each([
  [`/console/visits/${id}`, `/visits/${id}`],
  ['/console', '/'],
  [`/m/visits/${id}`, `/visits/${id}`],
  ['/m/visits', '/visits'],
  ['/m/orders', '/requests'],
  ['/m/availability', undefined],
  ['/consoles', undefined],
  ['https://evil.example/console', undefined],
  [null, undefined],
])('%s leads to %s at the console', (link, led) => {
  expect(consolePath(link)).toBe(led)
})
