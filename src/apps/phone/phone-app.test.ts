import { expect, test } from 'vitest'
import type { PhonePage } from '../../platform/web/phone-kit/page-type.ts'
import { entriesOf, matchPhone, mayOpen, tabsOf } from './matching.ts'
import { phoneNext } from './sign-in.tsx'
import { textSizeOf } from './text-size.ts'

const page = (path: string, roles: PhonePage['roles'], order?: number): PhonePage => ({
  path,
  roles,
  title: path,
  tab: order === undefined ? undefined : { label: path, icon: 'visits', order },
  load: () => Promise.resolve(null),
  view: () => null,
})
const pages = [
  page('/m/visits/:id', ['member']),
  page('/m/visits/new', ['contact']),
  page('/m/visits', ['member', 'contact'], 2),
  page('/m/gaps', ['contact'], 1),
  page('/m/sign/:code', 'public'),
]

test('paths find their pages and parts', () => {
  expect(matchPhone(pages, '/m/visits/a%2Fb')).toMatchObject({ page: { path: '/m/visits/:id' }, params: { id: 'a/b' } })
  expect(matchPhone(pages, '/m/visits/new')?.page.path).toBe('/m/visits/new')
  expect(matchPhone(pages, '/m/visits/')?.page.path).toBe('/m/visits')
  expect(matchPhone(pages, '/m/visits/1/2')).toBeUndefined()
  expect(matchPhone(pages, '/m/visits/%E0%A4%A')).toBeUndefined()
})

test('pages open to their roles only', () => {
  const [visit, , visits, gaps, sign] = pages
  expect(mayOpen(visit!, { roles: ['member'] })).toBe(true)
  expect(mayOpen(visit!, { roles: ['contact'] })).toBe(false)
  expect(mayOpen(visits!, undefined)).toBe(false)
  expect(mayOpen(gaps!, { roles: ['worker', 'contact'] })).toBe(true)
  expect(mayOpen(sign!, undefined)).toBe(true)
})

test('tabs are the reader’s own, in order', () => {
  expect(tabsOf(pages, { roles: ['contact'] }).map((tab) => tab.path)).toEqual(['/m/gaps', '/m/visits'])
  expect(tabsOf(pages, { roles: ['member'] }).map((tab) => tab.path)).toEqual(['/m/visits'])
  expect(tabsOf(pages, undefined)).toEqual([])
})

test('the first page of a reader leads to their entries, no other page does', () => {
  const entries = [
    { ...page('/m/late', ['member']), entry: { label: '后', order: 2 } },
    { ...page('/m/first', ['member', 'contact']), entry: { label: '先', order: 1 } },
  ]
  const all = [...pages, ...entries]
  expect(entriesOf(all, { roles: ['member'] }, '/m/visits').map((it) => it.label)).toEqual(['先', '后'])
  expect(entriesOf(all, { roles: ['contact'] }, '/m/gaps').map((it) => it.path)).toEqual(['/m/first'])
  expect(entriesOf(all, { roles: ['contact'] }, '/m/visits')).toEqual([])
  expect(entriesOf(all, undefined, '/m/visits')).toEqual([])
})

test('after signing in the phone never leads away', () => {
  expect(phoneNext('/m/visits/1?x=2')).toBe('/m/visits/1?x=2')
  for (const wrong of [undefined, '//evil', '/m//evil', '/m/\\evil', 'https://evil/m', '/mevil'])
    expect(phoneNext(wrong)).toBe('/m')
})

test('the text size is read from its own cookie only', () => {
  expect(textSizeOf('a=1; size=elder')).toBe('elder')
  expect(textSizeOf('resize=elder')).toBe('usual')
  expect(textSizeOf(undefined)).toBe('usual')
})
