import { expect, test } from 'vitest'
import type { ConsolePage } from './page-type.ts'
import { entryOf, menuOf } from './app-frame.tsx'

const page = (path: string, more: Partial<ConsolePage>): ConsolePage => ({
  path,
  title: path,
  component: () => null,
  ...more,
})
const icon = () => null
const pages = [
  page('/settings', { menu: { order: 1, icon, group: 'settings' }, roles: ['admin'] }),
  page('/plan', { menu: { order: 2, icon, group: 'work' } }),
  page('/today', { menu: { order: 1, icon, group: 'work' } }),
  page('/plan/$id', {}),
]

test('the menu shows what the person may open, in order, groups divided', () => {
  const keys = (roles: Parameters<typeof menuOf>[1]['roles']) => menuOf(pages, { roles })?.map((entry) => entry?.key)
  expect(keys(['staff'])).toEqual(['/today', '/plan'])
  expect(keys(['admin'])).toEqual(['/today', '/plan', 'line-1', '/settings'])
})

test('a deeper page marks the entry it belongs to', () => {
  expect(entryOf(pages, '/plan/7')).toBe('/plan')
  expect(entryOf(pages, '/planning')).toBeUndefined()
})
